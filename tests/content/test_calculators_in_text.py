"""Every calculator shown exists, every calculator is taught, and each has a page of its own."""

from __future__ import annotations

import pytest

from calculators import CATALOGUE
from tests.content.book import CHAPTERS, PAGES, arguments_of, read

IDS = [calculator.id for calculator in CATALOGUE]


@pytest.mark.parametrize("name", PAGES)
def test_every_calculator_shown_exists(name: str) -> None:
    assert set(arguments_of(read(name), "calculator")) - set(IDS) == set()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_a_calculator_twice(name: str) -> None:
    shown = arguments_of(read(name), "calculator")
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("calculator", IDS)
def test_every_calculator_is_taught_in_a_chapter(calculator: str) -> None:
    assert [name for name in CHAPTERS if calculator in arguments_of(read(name), "calculator")]


@pytest.mark.parametrize("calculator", IDS)
def test_every_calculator_has_a_page_of_its_own(calculator: str) -> None:
    assert arguments_of(read(f"calculators/{calculator}.md"), "calculator") == [calculator]
