"""Every calculator shown exists, every calculator is taught, and each has a page of its own."""

from __future__ import annotations

import pytest

from calculators import CATALOGUE
from tests.content.book import CHAPTERS, PAGES, asked, read

IDS = [calculator.id for calculator in CATALOGUE]


@pytest.mark.parametrize("name", PAGES)
def test_every_calculator_shown_exists(name: str) -> None:
    assert set(asked(read(name), "calculator")) - set(IDS) == set()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_a_calculator_twice(name: str) -> None:
    shown = asked(read(name), "calculator")
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("calculator", IDS)
def test_every_calculator_is_taught_in_a_chapter(calculator: str) -> None:
    assert [name for name in CHAPTERS if calculator in asked(read(name), "calculator")]


@pytest.mark.parametrize("calculator", IDS)
def test_every_calculator_has_a_page_of_its_own(calculator: str) -> None:
    assert asked(read(f"calculators/{calculator}.md"), "calculator") == [calculator]
