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
from calculators.engine.fields import Money

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


# Amounts that somebody without any income has as well: limits, allowances and credits before they meet a tax, the floor of Universal
# Credit, and the GST credit of 2026 of an adult, 356 and a quarter more.
WITHOUT_INCOME = {
    "us": {
        *("medicare_threshold", "loss_limit", "plan_limit", "standard_basic", "standard_extra", "standard_deduction", "deduction_taken"),
        *("senior_threshold", "qbi_threshold", "qbi_range", "top_bracket_start", "child_credit_threshold", "investment_tax_threshold"),
        *("credit_guideline", "high_income_threshold", "tax_on_more"),
    },
    "uk": {"gig_allowance", "personal_allowance", "class_4_room", "full_time_net", "own_threshold"},
    "ca": {
        *("federal_basic", "federal_credits", "provincial_credits", "gst_credit", "benefits", "benefits_without_gig"),
        *("benefits_on_more", "take_home_without_gig", "take_home_pay"),
    },
    "au": {"low_income_offset"},
    "elsewhere": set(),
}
LOST = {
    *("net_profit", "gig_cash", "kept_from_gig", "take_home_pay", "profit_before_office", "counted_profit", "total_income"),
    *("adjusted_gross_income", "cash_costs", "real_costs", "taken_off"),
}
"""What a loss of a gig without receipts is part of."""


@pytest.mark.parametrize("country", WITHOUT_INCOME)
@pytest.mark.parametrize("costs", [0, 5_000])
def test_somebody_without_income_has_no_amount_but_allowances(country: str, costs: float) -> None:
    """A loss of the gig changes none of the others either."""
    result = outcome(country=country, wages=0, gross_receipts=0, expenses=costs)
    units = {figure.name: figure.unit for figure in result.calculator.figures}
    amounts = {name for name, value in result.values.items() if isinstance(units[name], Money) and value}
    assert amounts - LOST == WITHOUT_INCOME[country] - LOST - ({"tax_on_more"} if costs else set())
    assert {abs(float(result.number(name))) for name in amounts & LOST if country != "ca"} <= {costs}


@pytest.mark.parametrize("state", TAXED)
def test_state_taxes_nobody_without_income(state: str) -> None:
    result = outcome(country="us", state=state, wages=0, gross_receipts=0, expenses=0)
    taxes = ("state_taxable_income", "state_tax_before_credits", "state_credits", "state_added_tax", "local_tax")
    assert [result.number(name) for name in taxes] == [0, 0, 0, 0, 0]
    assert result.number("state_income_tax") == -result.number("state_refundable_credits") <= 0
