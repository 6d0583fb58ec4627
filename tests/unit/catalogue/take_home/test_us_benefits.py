"""The premium tax credit and SNAP: limits to the cent, refusals in words, and what the gig takes."""

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.take_home import CALCULATOR
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
