"""Texts that try to run foreign code, in every text of every calculator: what Python writes into a page has the same elements as always."""

from __future__ import annotations

import functools
from html.parser import HTMLParser
from typing import Any

import pytest

from calculators import CATALOGUE
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Number, Text
from tests.fuzz.attacked import TOGETHER, answers, filled, places, with_full_lists
from tests.fuzz.attacks import ATTACKS
from tests.properties.drawing import SeededDice, inputs_of


class Markup(HTMLParser):
    """The elements of a page with their attributes' names, and the addresses that they lead to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: set[tuple[str, str]] = set()
        self.addresses: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        self.addresses |= {(value or "").partition(":")[0].strip().lower() for name, value in attrs if name in {"href", "src", "action"}}


def test_there_are_two_hundred() -> None:
    assert len(ATTACKS) >= 200


@functools.cache
def usual(calculator: Calculator) -> tuple[dict[str, Any], Markup]:
    """Return inputs with every list filled, and the elements that the calculator's pages have with harmless texts."""
    base = with_full_lists(calculator)
    markup = Markup("")
    for inputs in (
        *(inputs_of(calculator, SeededDice(seed)) for seed in range(30)),
        *(filled(calculator, base, Text, tuple(f"x{number}" for number in range(size)), shorten=True) for size in (1, 6, 30)),
        filled(calculator, base, Text, ("x" * 999,) * 30, shorten=False),
        filled(calculator, base, Number, ("x",) * 30, shorten=False),
    ):
        written = Markup(answers(calculator, inputs))
        markup.parts |= written.parts
        markup.addresses |= written.addresses
    return base, markup


MANNERS = {"short": (Text, True), "whole": (Text, False), "in-numbers": (Number, False)}
"""The kind of field that the attacks are typed into, and whether they are cut to what it takes."""


@pytest.mark.parametrize(
    ("calculator", "manner"),
    [(each, manner) for each in CATALOGUE for manner, (kind, _) in MANNERS.items() if places(each, kind)],
    ids=lambda value: getattr(value, "id", value),
)
def test_no_text_becomes_an_element(calculator: Calculator, manner: str) -> None:
    (kind, shorten), (base, markup) = MANNERS[manner], usual(calculator)
    for first in range(0, len(ATTACKS), TOGETHER):
        texts = ATTACKS[first : first + TOGETHER]
        written = Markup(answers(calculator, filled(calculator, base, kind, texts, shorten)))
        assert written.parts <= markup.parts, written.parts - markup.parts
        assert written.addresses <= markup.addresses
