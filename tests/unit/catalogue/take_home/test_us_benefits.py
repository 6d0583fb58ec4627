"""The premium tax credit and SNAP: limits to the cent, refusals in words, and what the gig takes."""

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.us.snap import Month, rules_of
from calculators.engine.calculator import Outcome

DAY = date(2026, 11, 29)
INSURED = {"tax_year": "2026", "state": "tx", "benchmark_premium": 950.0, "gross_receipts": 0.0, "expenses": 0.0}


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read({"country": "us", **typed})
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


def words(result: Outcome) -> str:
    return " ".join(note(result) for note in (*result.calculator.warnings, *result.calculator.notes))


@pytest.mark.parametrize(
    ("wages", "credit"),
    [
        (15_649.99, 0.0),
        (15_650.00, 11_400 - 0.0210 * 15_650),
        (62_599.99, 11_400 - 0.0996 * 62_599.99),
        (62_600.00, 11_400 - 0.0996 * 62_600),
        (62_600.01, 0.0),
    ],
)
def test_premium_credit_ends_a_cent_past_its_limits(wages: float, credit: float) -> None:
    """Section 36B(c)(1)(A): from 100% to 400% of the guideline of 2025, 15,650, both included."""
    assert outcome(**INSURED, wages=wages).value("premium_credit") == pytest.approx(credit, abs=0.005)


@pytest.mark.parametrize(("percent", "share"), [(132, 2.10), (133, 3.14), (150, 4.19), (200, 6.60), (250, 8.44), (300, 9.96), (400, 9.96)])
def test_premium_table_starts_each_band_at_its_share(percent: int, share: float) -> None:
    """Rev. Proc. 2025-25."""
    assert outcome(**INSURED, wages=15_650 * percent / 100).value("contribution_percent") == pytest.approx(share)


def test_premium_credit_refusals_are_said() -> None:
    assert "file separately" in words(outcome(**INSURED, wages=40_000.0, filing_status="separate"))
    assert "Below $15,650" in words(outcome(**INSURED, wages=9_000.0))
    assert "above $62,600" in words(outcome(**INSURED, wages=70_000.0))
    assert "above $62,600" not in words(outcome(**{**INSURED, "benchmark_premium": 0.0}, wages=70_000.0))
    assert "above" not in words(outcome(**{**INSURED, "tax_year": "2025"}, wages=70_000.0))


def test_medicaid_limit_is_said_where_medicaid_was_widened() -> None:
    """138% of 15,960 is 22,024.80."""
    typed = {**INSURED, "wages": 20_000.0, "gross_receipts": 5_000.0}
    assert "With the gig you are above it" in words(outcome(**{**typed, "state": "oh"}))
    assert "about $22,025" in words(outcome(**{**typed, "state": "oh"}))
    assert "Medicaid up to" not in words(outcome(**typed))


PARENT = {"tax_year": "2025", "state": "mo", "filing_status": "head", "child_ages": "3 7", "expenses": 0.0, "gross_receipts": 0.0}


def test_snap_ends_a_cent_past_the_limit_of_gross_income() -> None:
    """Missouri has no limit of its own: 130% of 25,820 / 12 is 2,798 a month until September 2025, of 26,650 / 12 then 2,888."""
    at = outcome(**PARENT, wages=12 * 2_798.0, rent=1_500.0).value("snap_year")
    above = outcome(**PARENT, wages=12 * 2_798.0 + 0.12, rent=1_500.0).value("snap_year")
    assert at - above == pytest.approx(9 * (768 - math.ceil(0.3 * (0.8 * 2_798 - 204 - 712))), abs=0.01)
    assert above > 0
    assert outcome(**PARENT, wages=12 * 2_888.0 + 0.12, rent=1_500.0).value("snap_year") == 0


@pytest.mark.parametrize(
    ("state", "more", "is_paid"),
    [
        ("ny", {}, False),
        ("ny", {"care_costs": 0.5}, True),
        ("ny", {"age": 60}, True),
        ("ny", {"age": 59}, False),
        ("oh", {"age": 60}, True),
        ("oh", {"age": 59, "care_costs": 0.5}, False),
        ("mo", {"care_costs": 0.5}, False),
    ],
)
def test_snap_has_a_higher_limit_for_some_households(state: str, more: dict[str, Any], is_paid: bool) -> None:
    """160% of the guideline of 2024, 25,820: above 150%, New York's limit for earnings, and below its 200% for care and for age."""
    year = outcome(**PARENT | {"state": state, "wages": 1.6 * 25_820, "rent": 2_500.0} | more).number("snap_year")
    assert (year > 0) == is_paid


@pytest.mark.parametrize(
    ("more", "is_paid"),
    [
        ({"filing_status": "single"}, True),
        ({"filing_status": "single", "age": 59}, False),
        ({"filing_status": "joint", "spouse_age": 60}, True),
        ({"filing_status": "joint", "spouse_age": 59}, False),
        ({"filing_status": "head", "child_ages": "9"}, False),
    ],
)
def test_snap_in_georgia_has_a_higher_limit_where_everyone_is_60(more: dict[str, Any], is_paid: bool) -> None:
    """160% of the guideline for one or two people, 15,060 and 20,440, is below 200%; the smallest benefit is paid."""
    guideline = 15_060 if more["filing_status"] == "single" else 20_440
    typed = {"tax_year": "2025", "state": "ga", "age": 60, "gross_receipts": 0.0, "expenses": 0.0, "wages": 1.6 * guideline, "rent": 300.0}
    assert (outcome(**typed | more).number("snap_year") > 0) == is_paid


def test_snap_counts_rent_up_to_the_shelter_limit() -> None:
    most, more = (outcome(**PARENT, wages=20_000.0, rent=rent).value("snap_year") for rent in (1_500.0, 3_000.0))
    assert most == more
    assert outcome(**PARENT, wages=20_000.0, rent=3_000.0, age=60).value("snap_year") > more


def test_snap_is_counted_only_when_wanted() -> None:
    assert outcome(**PARENT, wages=20_000.0).value("snap_year") == 0
    assert outcome(**PARENT, wages=20_000.0, gets_snap="yes").value("snap_year") > 0
    assert outcome(**PARENT, wages=20_000.0, gets_snap="no", rent=900.0).value("snap_year") == 0


def test_state_share_of_receipts_takes_the_place_of_lower_costs() -> None:
    """Ohio takes half of the receipts as costs, unless more was paid."""
    ohio = {**PARENT, "state": "oh", "wages": 12_000.0, "gross_receipts": 8_000.0, "rent": 700.0}
    low, half, high = (outcome(**{**ohio, "expenses": costs}).value("snap_year") for costs in (0.0, 4_000.0, 5_000.0))
    assert low == half < high


ALONE = {
    "tax_year": "2026",
    "child_ages": "",
    "gross_receipts": 0.0,
    "expenses": 0.0,
    "gets_snap": "yes",
    "rent": 0.0,
    "snap_utilities": "no",
}


def snap_year(**typed: Any) -> float:
    return float(outcome(**{**ALONE, **typed}).value("snap_year"))


@pytest.mark.parametrize(("cents", "month"), [(0.49, 298 - 90), (0.50, 298 - 91)])
def test_snap_rounds_net_income_to_whole_dollars(cents: float, month: int) -> None:
    """7 CFR 273.10(e)(1)(ii)(A): net income of $300.49 counts as 300, of $300.50 as 301; 30% of them is 90 and 90.30, up to 91."""
    rules = rules_of("2026", "mo", 1)[0]
    earned = (300 + cents + 209) / 0.8
    typical = Month(pay=earned, receipts=0, costs=0, other=0, care=0, rent=0, pays_utilities=False, oldest=30, youngest=30)
    assert rules.benefit(typical) == month


@pytest.mark.parametrize(("state", "age", "month"), [("nj", 30, 95), ("dc", 30, 30), ("md", 59, 24), ("md", 60, 50), ("pa", 30, 24)])
def test_snap_smallest_benefit_is_the_states_own(state: str, age: int, month: int) -> None:
    """New Jersey pays up to $95, D.C. up to $30, Maryland up to $50 from age 60; USDA's least is $24, and $25 from October."""
    assert snap_year(state=state, age=age, wages=23_000.0) == 9 * month + 3 * max(month, 25)


def test_snap_smallest_benefit_needs_a_federal_dollar() -> None:
    """N.J. Admin. Code 10:87-13.2(c): a household of three above its allotment gets neither."""
    assert snap_year(state="nj", filing_status="head", child_ages="4 9", wages=46_000.0) == 0


def test_snap_allowance_changes_in_the_states_own_month() -> None:
    """Wisconsin's is $553 to April 2026 and $870 from May; the shelter limit of $744 cuts neither here."""
    poor = {"state": "wi", "wages": 6_000.0, "rent": 100.0, "snap_utilities": "yes", "age": 60}
    year = [rules.utilities for rules in rules_of("2026", "wi", 1) for _ in range(rules.months)]
    assert year == [553] * 4 + [870] * 8
    assert [rules.utilities for rules in rules_of("2025", "md", 1) for _ in range(rules.months)] == [557] * 12
    assert snap_year(**poor) > snap_year(**{**poor, "snap_utilities": "no"})


def test_snap_energy_grant_gives_the_allowance_until_july_2025() -> None:
    """Public Law 119-21, section 10103: from then on only with someone of 60."""
    pays, not_paying = ({"state": "mi", "tax_year": "2025", "wages": 15_000.0, "snap_utilities": answer} for answer in ("yes", "no"))
    assert 0 < snap_year(**pays) - snap_year(**not_paying) < 5 * 300
    assert snap_year(**pays, age=60) == snap_year(**not_paying, age=60)


def test_snap_net_limit_holds_with_some_states_own_limit() -> None:
    """Two people on $2,475 a month have $1,771 net, above $1,763: Louisiana pays none, Pennsylvania, without that limit, the least.

    From October it is $1,763 net, below $1,804: both pay 562 minus 529.
    """
    couple = {"filing_status": "joint", "wages": 29_700.0, "spouse_wages": 0.0}
    assert snap_year(**couple, state="la") == 3 * 33
    assert snap_year(**couple, state="pa") == 9 * 24 + 3 * 33


def test_snap_counts_more_people_than_the_tables_list() -> None:
    """Each person above eight adds an amount that is rounded up by itself: 3,755 + 2 x 459 = 4,673 of net income for ten."""
    rules = rules_of("2026", "mo", 10)[0]
    assert rules.net_limit == math.ceil((15_650 + 7 * 5_500) / 12) + 2 * math.ceil(5_500 / 12)


money = st.integers(0, 9_000_000).map(lambda cents: cents / 100)


@given(money, money, money, st.sampled_from(["none", "tx", "oh", "ca", "ak", "hi", "ny", "ut"]), st.sampled_from(["2025", "2026"]))
def test_lost_benefits_are_the_difference_of_two_years(wages: float, receipts: float, costs: float, state: str, year: str) -> None:
    """What is lost equals the same year's benefits with nothing taken in, minus those with the gig; and all sums add up."""
    typed = {"tax_year": year, "state": state, "wages": wages, "child_ages": "4 9", "filing_status": "head"}
    typed |= {"benchmark_premium": 1_100.0, "rent": 800.0}
    full = outcome(**typed, gross_receipts=receipts, expenses=costs)
    none = outcome(**typed, gross_receipts=0.0, expenses=0.0)
    lost = none.number("benefits") - full.number("benefits")
    assert full.number("benefits_lost") == pytest.approx(lost, abs=1e-6)
    assert full.number("benefits") == full.number("premium_credit") + full.number("snap_year") >= 0
    assert full.number("kept_from_gig") == pytest.approx(receipts - costs - full.number("extra_tax") - lost, abs=1e-6)
    assert full.number("take_home_pay") == pytest.approx(none.number("take_home_pay") + full.number("kept_from_gig"), abs=1e-6)
    assert "nan" not in words(full)


def test_tax_credits_are_not_counted_as_benefits_again() -> None:
    result = outcome(wages=15_000.0, filing_status="head", child_ages="4", gross_receipts=3_000.0, expenses=0.0)
    assert result.number("earned_income_credit") > 0
    assert result.value("benefits") == result.value("benefits_lost") == 0


@pytest.mark.parametrize(
    ("typed", "said"), [({"wages": 30_000.0}, True), ({"wages": 300_000.0}, False), ({"benchmark_premium": 0.0}, False)]
)
def test_insurance_is_explained_where_a_credit_is_paid(typed: dict[str, Any], said: bool) -> None:
    assert ("The premium tax credit is for twelve months" in words(outcome(**INSURED | {"wages": 30_000.0} | typed))) is said
