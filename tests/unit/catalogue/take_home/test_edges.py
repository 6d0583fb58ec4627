"""Edges in every place: no profit, a loss beside pay, a typed rate beside a state. Numbers stay finite, and words stay words."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.ca.inputs import PROVINCES
from calculators.catalogue.take_home.uk.inputs import REGIONS
from calculators.catalogue.take_home.us.states.places import TAXED, UNTAXED
from calculators.engine.calculator import Outcome

DAY = date(2026, 11, 29)
PLACES = (
    *({"country": "us", "state": state} for state in sorted({*TAXED, *UNTAXED})),
    *({"country": "ca", "province": option.value} for option in PROVINCES),
    *({"country": "uk", "uk_region": option.value} for option in REGIONS),
    {"country": "au"},
    {"country": "elsewhere", "own_income_rate": 0.3},
)
EDGES: dict[str, dict[str, Any]] = {
    "nothing": {"wages": 0, "gross_receipts": 0, "expenses": 0},
    "no profit": {"wages": 30_000, "gross_receipts": 5_000, "expenses": 5_000},
    "loss": {"wages": 0, "gross_receipts": 1_000, "expenses": 9_000},
    "loss beside pay": {"wages": 40_000, "gross_receipts": 1_000, "expenses": 9_000},
    "a cent": {"wages": 40_000, "gross_receipts": 0.01, "expenses": 0},
}


def outcome(**raw: Any) -> Outcome[Any]:
    inputs, errors = CALCULATOR.read({"tax_year": "2026", **raw})
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


def words(result: Outcome[Any]) -> str:
    case = CALCULATOR.at(result.inputs)
    return " ".join(note(result) for note in (*case.warnings, *case.notes))


@pytest.mark.parametrize("edge", EDGES)
def test_edge_gives_finite_numbers_and_words_in_every_place(edge: str) -> None:
    """Neither a figure nor a note is infinite or no number at all."""
    for place in PLACES:
        result = outcome(**place, **EDGES[edge])
        numbers = [value for value in result.values.values() if isinstance(value, int | float)]
        assert numbers
        assert all(map(math.isfinite, numbers)), place
        said = words(result).lower()
        assert not any(wrong in said.split() for wrong in ("nan", "$nan", "inf")), (place, said)


@pytest.mark.parametrize(
    "place", [place for place in PLACES if place["country"] != "elsewhere"], ids=lambda place: "-".join(place.values())
)
def test_gig_without_profit_keeps_nothing_and_costs_nothing(place: dict[str, Any]) -> None:
    """Receipts that costs use up change neither tax nor benefits, with children or without."""
    for children in ("", "3 7"):
        assert outcome(**place, **EDGES["no profit"], child_ages=children).number("kept_from_gig") == pytest.approx(0, abs=0.005)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: "-".join(map(str, place.values())))
def test_loss_beside_pay_never_leaves_more_than_no_gig(place: dict[str, Any]) -> None:
    """What a loss saves in tax is less than the loss."""
    assert -8_000 <= outcome(**place, **EDGES["loss beside pay"]).number("kept_from_gig") < 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, True),
        ({"uk_pension_age": "yes"}, False),
        ({"uk_gig": "letting"}, False),
        ({"gross_receipts": 30_000.0}, False),
    ],
)
def test_class_2_is_offered_for_a_small_trade_alone(typed: dict[str, Any], said: bool) -> None:
    """From State Pension age on, there is nothing left to build up."""
    result = outcome(country="uk", **{"gross_receipts": 5_000.0, "expenses": 0.0} | typed)
    assert ("voluntary Class 2" in " ".join(note(result) for note in result.calculator.notes)) == said


def test_family_with_a_high_income_pays_the_whole_levy() -> None:
    """2% of the taxable income; nothing is left of the family's reduction."""
    result = outcome(country="au", wages=150_000.0, gross_receipts=0.0, expenses=0.0, child_ages="5 8")
    assert result.value("medicare_levy") == pytest.approx(0.02 * 150_000, abs=0.005)
