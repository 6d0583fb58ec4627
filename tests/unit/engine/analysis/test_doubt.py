"""What stands beside a headline: a simulated range, or how it moves when an input is off."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators import CATALOGUE, find
from calculators.engine.calculator import Calculator, Outcome
from calculators.engine.currency import currency_of, in_currency
from calculators.engine.view.outcome import first_html, outcome_view

DAY = date(2026, 11, 29)
RANGES = Path(__file__).absolute().parents[4] / "docs" / "ranges.md"
BESIDE = dict(re.findall(r"^\| ([A-Z][^|]+) \| ([^|]+) \|", RANGES.read_text("utf-8"), re.MULTILINE)[1:])
"""By a calculator's title, what docs/ranges.md says of its headline."""
FILLED = {"plan": {"net_month": "900", "tax_rate": "20"}}
"""What is entered in a calculator that starts empty."""


def outcome(name: str, **inputs: Any) -> Outcome:
    calculator = find(name)
    assert calculator is not None
    read, errors = calculator.read(FILLED.get(name, {}) | inputs)
    assert not errors
    return calculator.outcome(read, DAY)


def doubt(name: str, **inputs: Any) -> str:
    return outcome_view(outcome(name, **inputs)).doubt


LISTED = [calculator for calculator in CATALOGUE if calculator.title in BESIDE]


@pytest.mark.parametrize("calculator", LISTED, ids=lambda calculator: str(calculator.id))
def test_headline_has_the_range_or_doubt_of_the_table(calculator: Calculator) -> None:
    view = outcome_view(outcome(calculator.id))
    has_range, beside = view.headline.low is not None, BESIDE[calculator.title]
    assert has_range == beside.startswith("low, middle, high")
    assert bool(view.doubt) == (not has_range and not beside.startswith("none"))


def test_table_has_a_row_for_each_calculator_of_the_book() -> None:
    assert len(BESIDE) == 14
    assert set(BESIDE) <= {calculator.title for calculator in CATALOGUE}


@pytest.mark.parametrize("country", ["us", "uk", "ca", "au", "elsewhere"])
@pytest.mark.parametrize("name", ["take-home", "rate-to-charge"])
def test_each_country_has_a_doubt(name: str, country: str) -> None:
    with in_currency(currency_of("$")):
        assert " or " in doubt(name, country=country)


def test_gap_at_a_point_less_and_more() -> None:
    """52,000 x (1.024^5 - 1.02^5) = 1,134.6 and 52,000 x (1.044^5 - 1.02^5) = 7,080.4."""
    assert doubt("equalizer") == "$1,135 or $7,080 if prices rise by 2.4% or 4.4% a year."


def test_takings_have_the_sign_of_the_country() -> None:
    assert "if your gig takes in £23,400 or £28,600" in doubt("take-home", country="uk")


def test_largest_source_may_have_braces_in_its_name() -> None:
    text = doubt("income-mix", streams=[{"name": "{x}", "amount": "900"}, {"name": "b", "amount": "100"}])
    assert text == "89% or 91% if {x} brings in $810 or $990 a month."


@pytest.mark.parametrize(("name", "inputs"), [("plan", {"net_month": "0"}), ("income-mix", {"streams": []}), ("equalizer", {"pay": "0"})])
def test_nothing_is_said_where_nothing_moves(name: str, inputs: dict[str, Any]) -> None:
    assert doubt(name, **inputs) == ""


def test_hours_unaccounted_for_may_not_be_idle() -> None:
    """17.1 open hours less 11.5 unaccounted for leave less than the 10 hours of rest; without such hours, rest is moved."""
    assert doubt("time-audit").startswith("As few as 0 if the 11.5 hours")
    full = [{"use": "other", "morning": "42", "afternoon": "42", "evening": "42", "night": "42", "give": "20"}]
    assert doubt("time-audit", uses=full) == "24.6 or 22.6 if you keep 9 or 11 hours of rest."


def test_payback_without_a_range_says_so() -> None:
    sold = {"low": "0", "typical": "40", "high": "55"}
    assert doubt("break-even", utilization=sold).startswith("If you sell as little as you fear")


def test_no_doubt_while_ranges_are_drawn() -> None:
    """The first numbers of a slow answer keep the range that is shown, and have the doubt where there is never a range."""
    assert "ug-doubt" not in first_html(outcome("break-even"))
    assert "ug-doubt" in first_html(outcome("equalizer"))
