"""The rate to charge, forward and in reverse."""

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import bridge
from calculators.catalogue.rate_to_charge import CALCULATOR
from calculators.catalogue.rate_to_charge.by_law import least
from calculators.catalogue.rate_to_charge.inputs import OWN, SITUATION, Inputs
from calculators.catalogue.take_home import CALCULATOR as TAKE_HOME
from tests.properties.drawing import drawn_inputs

DAY = date(2026, 11, 23)

years = st.builds(
    Inputs,
    keep=st.floats(1, 500_000),
    hours_week=st.floats(1, 80),
    billable=st.floats(0.05, 1),
    weeks_off=st.floats(0, 40),
    costs=st.floats(0, 100_000),
    fee=st.floats(0, 0.9),
    tax_rate=st.floats(0, 0.8),
)


@given(years)
def test_computed_rate_leaves_exactly_the_wanted_net(inputs: Inputs) -> None:
    rate = CALCULATOR.outcome(inputs, DAY).value("hourly")
    back = CALCULATOR.outcome(replace(inputs, now=rate), DAY)
    assert back.value("kept_now") == pytest.approx(inputs.keep, rel=1e-9)
    assert back.value("short") == pytest.approx(0, abs=1e-6 * inputs.keep)


@given(years)
def test_parts_of_a_year_add_up(inputs: Inputs) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY)
    assert outcome.value("fees_year") + inputs.costs + outcome.value("tax_due") + inputs.keep == pytest.approx(outcome.value("gross"))


def test_no_hours_have_their_sentence() -> None:
    for changed in ({"billable": 0.0}, {"hours_week": 0.0}):
        outcome = CALCULATOR.outcome(replace(Inputs(), **changed), DAY)
        assert "no rate is enough" in outcome.calculator.notes[0](outcome)


LAWS = tuple(SITUATION)


def in_take_home(inputs: Any, gross: float) -> Any:
    """Compute the same year in take-home: with the same taxpayer and no other income."""
    same = {name: getattr(inputs, name) for name in ("country", "tax_year", "wages", *SITUATION[inputs.country])}
    return replace(TAKE_HOME.inputs(), **same, gross_receipts=gross, expenses=inputs.costs + inputs.fee * gross)


@pytest.mark.parametrize("country", LAWS)
@given(st.data())
def test_take_home_returns_the_target_of_the_rate(country: str, data: st.DataObject) -> None:
    year = data.draw(st.sampled_from(("2025", "2026")))
    ages = " ".join(map(str, data.draw(st.lists(st.integers(0, 20), max_size=4))))
    inputs, errors = CALCULATOR.read({**data.draw(drawn_inputs(CALCULATOR)), "country": country, "tax_year": year, "child_ages": ages})
    assert not errors
    gross = CALCULATOR.outcome(inputs, DAY).value("gross")
    kept = TAKE_HOME.outcome(in_take_home(inputs, gross), DAY).value("kept_from_gig")
    # where a credit or a duty starts the law jumps, and no receipts leave exactly the wanted amount: then a cent less leaves too little
    less = TAKE_HOME.outcome(in_take_home(inputs, max(0.0, gross - 0.01)), DAY).value("kept_from_gig")
    assert kept >= inputs.keep - 1e-9 * (inputs.keep + gross)
    assert kept <= inputs.keep + 0.01 or less < inputs.keep or gross == 0


@pytest.mark.parametrize("country", LAWS)
def test_reverse_result_is_take_home_at_the_current_price(country: str) -> None:
    inputs = replace(Inputs(), country=country, wages=35_000.0, now=41.0)
    outcome = CALCULATOR.outcome(inputs, DAY)
    again = TAKE_HOME.outcome(in_take_home(inputs, 41.0 * outcome.value("billed_hours")), DAY)
    assert outcome.value("kept_now") == pytest.approx(again.value("kept_from_gig"))


@pytest.mark.parametrize("country", LAWS)
def test_uncovered_year_is_refused_at_its_field(country: str) -> None:
    inputs, errors = CALCULATOR.read({"country": country, "tax_year": "2027"})
    assert inputs is None
    assert [(error.field, error.code) for error in errors] == [("tax_year", "not-published")]


@pytest.mark.parametrize("country", [OWN, *LAWS])
def test_other_take_home_inputs_count_as_zero(country: str) -> None:
    names = {field_.name for field_ in fields(Inputs)}
    first = TAKE_HOME.inputs()
    for field_ in fields(first):
        value = getattr(first, field_.name)
        if field_.name not in names and field_.name not in ("gross_receipts", "expenses") and isinstance(value, int | float):
            assert value == 0, f"{field_.name} is not asked here, so its first value has to be nothing"


def test_state_law_counts_and_is_cited() -> None:
    inputs = replace(Inputs(), country="us", state="oh", local_rate=0.025, wages=40_000.0)
    outcome = CALCULATOR.outcome(inputs, DAY)
    gross = outcome.value("gross")
    there = in_take_home(inputs, gross)
    assert (there.state, there.local_rate) == ("oh", 0.025)
    assert TAKE_HOME.outcome(there, DAY).value("kept_from_gig") == pytest.approx(inputs.keep, abs=0.01)
    assert gross > CALCULATOR.outcome(replace(inputs, state="tx"), DAY).value("gross")
    assert any(value.name.startswith("us/states/oh.") for value in outcome.parameters)
    without = CALCULATOR.outcome(replace(inputs, state="none", local_rate=0.0), DAY)
    assert any("Choose your state" in warning(without) for warning in without.calculator.warnings)


def test_no_price_suffices_where_more_adds_nothing() -> None:
    assert least(lambda gross: min(gross, 1_000.0), 1_000.01) is None
    outcome = CALCULATOR.outcome(replace(Inputs(), country="us"), DAY)
    lost = replace(outcome, values={**outcome.values, "gross": None, "hourly": None})
    assert any("no price leaves you that much" in note(lost) for note in lost.calculator.notes)


@pytest.mark.parametrize("jump", [0.0, 250.0, -250.0])
def test_the_least_receipts_are_found_across_a_jump(jump: float) -> None:
    def kept(gross: float) -> float:
        return 0.7 * gross - 100 + (jump if gross >= 5_000 else 0)

    receipts = least(kept, 3_500.0)
    assert receipts is not None
    assert kept(receipts) >= 3_500
    assert kept(receipts - 0.01) < 3_500


def test_lowest_of_three_prices_around_a_cliff_is_found() -> None:
    """All of $6,000 is kept at 8,000, only 1,100 less at 8,000.01, and 6,000 again from 9,666.67: doubling alone would pass by 8,000."""

    def kept(gross: float) -> float:
        return 0.75 * gross - (1_250.0 if gross > 8_200 else 0.0)

    receipts = least(kept, 6_000.0)
    assert receipts == pytest.approx(8_000, abs=0.01)
    assert kept(12_000.0) > 6_000 > kept(8_500.0)


def test_the_workbook_carries_the_taxpayer_over_from_take_home() -> None:
    typed = {"country": "us", "filing_status": "head", "wages": "31,000", "children": "2", "state_rate": "4.5", "gross_receipts": "9,000"}
    book = {"app": "ultimate-gig", "schema": 1, "calculators": {"take-home": {"inputs": typed}}}
    answer = json.loads(bridge.run(json.dumps({"calculator": "rate-to-charge", "inputs": {"keep": "10,000"}, "workbook": book})))
    inputs = answer["inputs"]
    assert (inputs["country"], inputs["filing_status"], inputs["wages"], inputs["child_ages"]) == ("us", "head", 31_000, "16 16")
    assert inputs["state_rate"] == pytest.approx(0.045)
    back = {**typed, "gross_receipts": str(answer["figures"]["gross"]), "expenses": str(3_600 + 0.1 * answer["figures"]["gross"])}
    kept = json.loads(bridge.run(json.dumps({"calculator": "take-home", "inputs": back})))["figures"]["kept_from_gig"]
    assert kept == pytest.approx(10_000, abs=0.02)


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ({"country": "us", "filing_status": "head", "wages": "34,000", "child_ages": "3 7", "state": "va"}, {"rent": "1,900"}),
        ({"country": "uk", "wages": "14,000", "child_ages": "3 7"}, {"gets_universal_credit": "yes", "rent": "600"}),
        ({"country": "ca", "province": "ns", "wages": "38,000"}, {"child_ages": "3 7"}),
        ({"country": "au", "wages": "0"}, {"au_payment": "jobseeker", "au_payment_full": "800"}),
    ],
)
def test_rate_counts_the_benefits_of_take_home(typed: dict[str, str], claims: dict[str, str]) -> None:
    """The benefits that the gig takes make the price higher, and what that price leaves is what take-home pay says."""
    home = typed | claims | {"tax_year": "2026", "gross_receipts": "9,000"}
    book = {"app": "ultimate-gig", "schema": 1, "calculators": {"take-home": {"inputs": home}}}
    wish = {"keep": "6,000"}
    answer = json.loads(bridge.run(json.dumps({"calculator": "rate-to-charge", "inputs": wish, "workbook": book})))
    gross = answer["figures"]["gross"]
    back = home | {"gross_receipts": str(gross), "expenses": str(3_600 + 0.1 * gross)}
    figures = json.loads(bridge.run(json.dumps({"calculator": "take-home", "inputs": back})))["figures"]
    assert figures["kept_from_gig"] == pytest.approx(6_000, abs=0.02)
    assert figures["benefits_lost"] > 0
    plain = json.loads(bridge.run(json.dumps({"calculator": "rate-to-charge", "inputs": typed | wish | {"tax_year": "2026"}})))
    assert plain["figures"]["gross"] < gross


def test_missing_or_projected_state_tax_is_said_beside_the_rate() -> None:
    def said(**typed: Any) -> str:
        outcome = CALCULATOR.outcome(replace(Inputs(), country="us", tax_year="2026", **typed), DAY)
        return " ".join(warning(outcome) for warning in outcome.calculator.warnings)

    assert "Choose your state" in said()
    assert "has not published all figures for 2026" in said(state="nd")
    assert said(state="va").strip() == ""


def test_unpublished_state_is_refused_at_its_field() -> None:
    inputs, errors = CALCULATOR.read({"country": "us", "tax_year": "2027", "state": "mo"})
    assert inputs is None
    assert {error.field for error in errors} == {"tax_year", "state"}


def test_only_the_rate_is_carried_over_without_a_tax_law() -> None:
    book = {"calculators": {"take-home": {"inputs": {"country": "elsewhere", "own_income_rate": "18", "wages": "5,000"}}}}
    answer = json.loads(bridge.run(json.dumps({"calculator": "rate-to-charge", "inputs": {}, "workbook": book})))
    assert (answer["inputs"]["country"], answer["inputs"]["tax_rate"]) == (OWN, 0.18)
