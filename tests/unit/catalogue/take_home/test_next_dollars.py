"""The picture of the next dollars: it agrees with the calculator at every size of the gig, and names where earning costs money."""

import json
from datetime import date
from typing import Any

import pytest

from calculators import bridge
from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.next_dollars import LISTED, STEPS, curve, words
from calculators.catalogue.take_home.us.charts import NEXT_DOLLARS
from calculators.engine.calculator import Outcome

DAY = date(2026, 11, 29)
INSURED = {"tax_year": "2026", "state": "tx", "age": 58, "wages": 56_000.0, "expenses": 0.0, "benchmark_premium": 950.0}
PARENT = {"tax_year": "2026", "state": "mo", "filing_status": "head", "child_ages": "3 7", "wages": 20_000.0, "rent": 1_500.0}


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read({"country": "us", **typed})
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


@pytest.mark.parametrize("typed", [INSURED | {"gross_receipts": 9_000.0}, PARENT | {"gross_receipts": 8_000.0, "expenses": 1_000.0}])
def test_picture_agrees_with_the_calculator(typed: dict[str, Any]) -> None:
    points = curve(outcome(**typed), NEXT_DOLLARS).points
    assert len(points) == STEPS + 1
    for step, point in list(enumerate(points))[::7]:
        size = 2 * step / STEPS
        scaled = {name: size * typed[name] for name in ("gross_receipts", "expenses") if name in typed}
        result = outcome(**typed | scaled)
        assert point.kept == pytest.approx(result.number("kept_from_gig"), abs=1e-6)
        assert sum(point.taken) == pytest.approx(result.number("extra_tax") + result.number("benefits_lost"), abs=1e-6)


def test_trap_begins_at_the_cliff_of_the_premium_credit() -> None:
    """Income 56,000 + gig × (1 − 92.35% × 15.3% ÷ 2) reaches 400% of the guideline, 62,600, at a gig of 7,101.72."""
    cliff = 6_600 / (1 - 0.9235 * 0.153 / 2)
    result = outcome(**INSURED, gross_receipts=9_000.0)
    (trap,) = curve(result, NEXT_DOLLARS).traps
    assert cliff - 1 <= trap.start <= cliff
    assert words(result, NEXT_DOLLARS).startswith("Between $7,101 and $")
    at, end = (outcome(**INSURED, gross_receipts=amount).number("kept_from_gig") for amount in (trap.start, trap.end))
    assert at <= end <= at + 1
    assert words(result, NEXT_DOLLARS) in [warning(result) for warning in result.calculator.warnings]


def test_trap_beyond_the_picture_is_said_without_an_end() -> None:
    result = outcome(**PARENT, gross_receipts=9_000.0, expenses=0.0)
    (trap,) = curve(result, NEXT_DOLLARS).traps
    assert trap.end is None
    assert "at least up to twice your plan" in words(result, NEXT_DOLLARS)


@pytest.mark.parametrize("typed", [{}, {"gross_receipts": 0.0, "expenses": 0.0}, {"gross_receipts": 100.0, "expenses": 900.0}])
def test_no_trap_is_named_without_one(typed: dict[str, Any]) -> None:
    assert words(outcome(**typed), NEXT_DOLLARS) == ""


def test_each_hundred_is_divided_whole() -> None:
    result = outcome(**INSURED, gross_receipts=9_000.0)
    chart = next(chart for chart in result.calculator.charts if chart.name == "next")
    table = chart.table(result)
    assert len(table.rows) == STEPS // LISTED
    assert all(sum(float(str(cell)) for cell in row[2:]) == pytest.approx(100) for row in table.rows)


def test_goal_seek_answers_how_much_before_the_credit_is_lost() -> None:
    question = {"kind": "seek", "figure": "premium_credit", "goal": "5,200", "by": "gross_receipts"}
    typed = {"country": "us", **INSURED, "gross_receipts": 3_000}
    answer = json.loads(bridge.explore(json.dumps({"calculator": "take-home", "inputs": typed, "explore": question})))["explore"]
    assert 6_400 < answer["value"] < 7_102, answer
