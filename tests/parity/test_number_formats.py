"""Numbers written by the platform in twenty locales are read back as the same number, or offered among the readings."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from calculators.engine.notation import EXAMPLES, in_notation, notation_of
from calculators.engine.number_text import NumberError, read_list_text, read_number_text
from pipeline.environment import node

LOCALES = [
    *("en-US", "en-GB", "en-IN", "en-ZA", "de-DE", "de-CH", "de-AT", "fr-FR", "fr-CH", "es-ES", "es-MX", "pt-BR", "it-IT", "nl-NL"),
    *("sv-SE", "nb-NO", "pl-PL", "ru-RU", "tr-TR", "hi-IN", "ar-EG", "fa-IR", "bn-BD", "ja-JP", "sw-KE", "id-ID", "vi-VN"),
]
FIXED = [0, 0.5, 1, 1.25, 9.999, 12, 99.5, 999, 1000, 1200, 1234.5, 12_000, 30_000, 52_000.25, 123_456.789, 1_000_000, 12_345_678.9]
CENT = 0.0051
"""Amounts are written to the cent, where the value may have three decimals."""


def _values() -> list[float]:
    chosen = random.Random(10)
    drawn = [round(chosen.uniform(0, 10 ** chosen.randint(1, 7)), chosen.randint(0, 3)) for _ in range(60)]
    return [sign * value for value in [*FIXED, *drawn] for sign in (1, -1)]


@pytest.fixture(scope="module")
def written() -> list[dict[str, Any]]:
    """Every value as the platform writes it in every locale, plain and as an amount in euros."""
    script = Path(__file__).with_name("number_formats.mjs")
    request = json.dumps({"locales": LOCALES, "values": _values()})
    done = subprocess.run([node(), script], input=request, capture_output=True, encoding="utf-8", check=True, timeout=60)
    return list(json.loads(done.stdout))


def _meanings(text: str) -> list[float]:
    """What a text means, or may mean."""
    try:
        return [read_number_text(text)]
    except NumberError as doubt:
        return [read_number_text(reading.text) for reading in doubt.readings]


@pytest.mark.parametrize("locale", LOCALES)
def test_written_number_is_read_back_or_asked_about(written: list[dict[str, Any]], locale: str) -> None:
    rows = [row for row in written if row["locale"] == locale]
    assert len(rows) == len(_values())
    for row in rows:
        with in_notation(notation_of(row["notation"])):
            assert row["value"] in _meanings(row["text"]), row
            assert any(abs(value - row["value"]) <= CENT for value in _meanings(row["amount"])), row


@pytest.mark.parametrize("locale", LOCALES)
def test_column_of_written_numbers_is_read_back_or_asked_about(written: list[dict[str, Any]], locale: str) -> None:
    rows = [row for row in written if row["locale"] == locale and row["value"] >= 0][:12]
    with in_notation(notation_of(rows[0]["notation"])):
        try:
            readings = [read_list_text("\n".join(row["text"] for row in rows))]
        except NumberError as doubt:
            readings = [read_list_text(reading.text) for reading in doubt.readings]
    assert tuple(row["value"] for row in rows) in readings


def test_every_notation_is_usual_somewhere(written: list[dict[str, Any]]) -> None:
    assert {row["notation"] for row in written} >= set(EXAMPLES) - {"1 234 567.89"}
