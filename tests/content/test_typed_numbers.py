"""Numbers that a calculator computes or a parameter defines are not typed into a page, where they would become outdated unnoticed.

Amounts of money and percentages may be typed where they are a household's own: inputs of the chapter's worked numbers, or said on the first
page. Any other needs a reason in typed-numbers.toml. On the pages on starting in a country, test_start.py wants a source beside each.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.content.book import CHAPTERS, PAGES, read, without_notes, worked

ALLOWED: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("typed-numbers.toml").read_text("utf-8"))["number"]

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_TYPED = re.compile(rf"[$€£₹]\s?{_NUMBER}|{_NUMBER}\s?(?:%|percent\b|per cent\b|dollars\b|cents\b)")
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def typed(text: str) -> list[str]:
    """Return amounts and percentages in a text outside its macros: "$1,200", "3.4%"."""
    return _TYPED.findall(_MACRO.sub(" ", text))


def value(number: str) -> float:
    return float(re.sub(r"[^\d.]", "", number))


def numbers_in(inputs: Any) -> Iterator[float]:
    """Yield every number in the inputs of a worked number; a rate also as a percentage."""
    if isinstance(inputs, dict):
        inputs = list(inputs.values())
    if isinstance(inputs, list | tuple):
        for each in inputs:
            yield from numbers_in(each)
    elif isinstance(inputs, str):
        yield from map(float, re.findall(r"\d+(?:\.\d+)?", inputs))
    elif isinstance(inputs, int | float):
        yield from (round(inputs, 6), round(inputs * 100, 6))


def given(name: str) -> set[float]:
    inputs = [shown.inputs for shown in worked(name)[1]]
    return {*numbers_in(inputs), *map(value, typed(read("index.md")))}


def allowed(name: str) -> list[str]:
    return [number for entry in ALLOWED if f"chapters/{entry['chapter']}.md" == name for number in entry["typed"]]


def unexplained(text: str, known: set[float]) -> list[str]:
    return [number for number in typed(text) if value(number) not in known]


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith("start/")])
def test_no_number_is_typed_that_could_be_computed(name: str) -> None:
    numbers = unexplained(without_notes(read(name)), given(name))
    assert [number for number in numbers if number not in allowed(name)] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_exception_is_still_needed(name: str) -> None:
    assert set(allowed(name)) - set(unexplained(without_notes(read(name)), given(name))) == set()


def test_every_exception_has_a_chapter_and_a_reason() -> None:
    assert {f"chapters/{entry['chapter']}.md" for entry in ALLOWED} <= CHAPTERS.keys()
    assert [entry for entry in ALLOWED if not entry["reason"].strip()] == []


def test_computed_number_typed_by_hand_is_found() -> None:
    text = 'She has $52,000, hopes for 2% and needs $61,462. {{ figure("equalizer.gap", pay=52000) }}, which is 7 percent'
    assert unexplained(text, set(numbers_in({"pay": 52000, "rows": [{"growth": 0.02}]}))) == ["$61,462", "7 percent"]
