"""Bytes to text: encodings, and files that are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.workbook.statements.decoding import LARGEST, checked, decode
from calculators.workbook.statements.problems import StatementProblem

TEXT = "Date;Für;Betrag\n01.02.2026;Müller – “Öl”;12,50\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_each_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_big_endian_with_its_mark_is_read() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


@given(st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda text: text.strip(" \ufeff")))
def test_utf_8_with_a_mark_reads_back(text: str) -> None:
    if not text.lstrip().startswith("<") and not text.startswith(("%PDF", "\ufeff")):
        assert decode(text.encode("utf-8-sig")) == text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"PK\x03\x04rest of a workbook", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet"),
        (b"%PDF-1.7 \x00\x01", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"a,b\n\x01\x02\x03\x04", "binary"),
        (b"\n <!DOCTYPE html><html><body>Log in</body></html>", "web-page"),
        (b"a,b\n" * (LARGEST // 4 + 1), "too-big"),
    ],
)
def test_file_without_a_table_is_refused_with_a_sentence(content: bytes, code: str) -> None:
    with pytest.raises(StatementProblem, match=r"[A-Z].*\.$") as refused:
        decode(content)
    assert refused.value.code == code


def test_stray_control_character_is_no_reason_to_refuse() -> None:
    text = "Date,Pay\n" * 200 + "\x01"
    assert checked(text) == text


def test_pasted_text_has_the_same_limit() -> None:
    with pytest.raises(StatementProblem) as refused:
        checked("x" * (LARGEST + 1))
    assert refused.value.code == "too-big"
