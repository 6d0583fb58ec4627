"""The charts are drawn as they were when they were last judged by eye: tests/contract/drawings.txt."""

from itertools import groupby

import pytest

from tests.unit.catalogue.drawings import FILE, parts

PARTS = parts()


def kept(part: str) -> list[str]:
    """The lines of a part of the file: each of its drawings begins with an empty line and its head."""
    drawings = [list(lines) for is_end, lines in groupby(FILE.read_text("utf-8").splitlines(), lambda line: not line) if not is_end]
    return [line for drawing in drawings if drawing[0].startswith(part) for line in drawing]


@pytest.mark.parametrize("part", PARTS)
def test_a_chart_looks_as_it_was_approved(part: str) -> None:
    drawn = [line for line in PARTS[part]() if line]
    assert drawn
    assert drawn == kept(part), "if that is on purpose, look at the pictures, then: python -m tests.unit.catalogue.drawings"
