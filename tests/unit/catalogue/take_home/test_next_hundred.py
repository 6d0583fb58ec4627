"""The share taken from the next hundred, and what the year without the gig leaves, beside the same year typed into the form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.engine.calculator import Outcome

DAY = date(2026, 11, 29)
PEOPLE: dict[str, dict[str, Any]] = {
    "a US parent": {"country": "us", "state": "nj", "filing_status": "head", "child_ages": "3", "wages": 21_000, "rent": 900},
    "a US couple": {
        "country": "us",
        "state": "none",
        "state_rate": 0.04,
        "filing_status": "joint",
        "spouse_wages": 9_000,
        "other_income": 500,
    },
    "an insured American": {"country": "us", "state": "pa", "wages": 24_000, "benchmark_premium": 700, "workplace_pension": 1_000},
    "a graduate": {"country": "uk", "wages": 31_000, "uk_loans": ["plan_2", "postgraduate"], "workplace_pension": 900},
    "a UK parent": {"country": "uk", "wages": 9_000, "gets_universal_credit": "yes", "child_ages": "3", "rent": 500},
    "a Canadian parent": {"country": "ca", "province": "qc", "wages": 28_000, "child_ages": "3", "other_income": 700},
    "an old Canadian": {"country": "ca", "age": 67, "wages": 0, "other_income": 96_000, "ca_old_age_security": 8_000},
    "an Australian": {"country": "au", "wages": 70_000, "au_study_loan": "yes", "workplace_pension": 2_000},
    "an Australian without work": {"country": "au", "wages": 0, "au_payment": "jobseeker", "au_payment_full": 800, "other_income": 600},
    "somebody elsewhere": {"country": "elsewhere", "own_income_rate": 0.2, "own_contribution_rate": 0.1, "own_allowance": 1_000},
}
GIG = {"gross_receipts": 8_000, "expenses": 500}


def outcome(typed: dict[str, Any]) -> Outcome:
    inputs, errors = CALCULATOR.read({"tax_year": "2026"} | typed)
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


@pytest.mark.parametrize("person", PEOPLE)
def test_share_of_the_next_hundred_is_what_it_does_not_leave(person: str) -> None:
    now, more = (outcome(PEOPLE[person] | GIG | {"gross_receipts": receipts}) for receipts in (8_000, 8_100))
    left = more.number("take_home_pay") - now.number("take_home_pay")
    assert now.number("marginal_rate") == pytest.approx(1 - left / 100)


@pytest.mark.parametrize("person", PEOPLE)
def test_year_without_the_gig_is_that_of_no_gig(person: str) -> None:
    """Without a gig nothing is kept of it, and take-home pay is the same with and without it."""
    now, without = outcome(PEOPLE[person] | GIG), outcome(PEOPLE[person] | {"gross_receipts": 0, "expenses": 0})
    assert now.number("take_home_without_gig") == pytest.approx(without.number("take_home_pay"))
    assert now.number("take_home_without_gig") == pytest.approx(without.number("take_home_without_gig"))
    assert without.number("kept_from_gig") == pytest.approx(0)
    kept = now.number("kept_from_gig")
    assert now.number("take_home_pay") == pytest.approx(now.number("take_home_without_gig") + kept)
    assert now.number("benefits_lost") == pytest.approx(without.values.get("benefits", 0) - now.values.get("benefits", 0))


# Without a gig, what is left is income less plan, tax and contributions, plus benefits.
@pytest.mark.parametrize("person", [person for person in PEOPLE if PEOPLE[person]["country"] in {"uk", "ca", "au"}])
def test_without_a_gig_take_home_is_income_less_what_is_taken(person: str) -> None:
    typed = PEOPLE[person]
    without = outcome(typed | {"gross_receipts": 0, "expenses": 0})
    income = typed["wages"] + typed.get("other_income", 0) - typed.get("workplace_pension", 0)
    loan = without.values.get("student_loan", without.values.get("study_loan", 0))
    assert without.number("take_home_pay") == pytest.approx(income - without.number("total_tax") - loan + without.number("benefits"))


@pytest.mark.parametrize(("year", "deducted"), [("2025", 0), ("2026", 400)])
def test_business_income_deduction_ends_above_its_range(year: str, deducted: float) -> None:
    """Single, with 400,000 of pay: without employees nothing is left above 247,300 (2026: 276,750) but the minimum of 2026."""
    assert outcome({"tax_year": year, "wages": 400_000} | GIG).number("qbi_deduction") == deducted


def test_canadian_benefits_are_never_below_zero() -> None:
    """Nothing is left of the child benefit at 400,000, and somebody alone and under 19 has no Workers Benefit."""
    rich = outcome({"country": "ca", "wages": 400_000, "child_ages": "3"} | GIG)
    assert [rich.number(name) for name in ("canada_child_benefit", "gst_credit", "workers_benefit")] == [0, 0, 0]
    old = outcome({"country": "ca", "wages": 0, "age": 70, "other_income": 200_000, "ca_pension": 1_500} | GIG)
    assert old.number("senior_amounts") == 1_500  # the pension's, without the age amount
    young = outcome({"country": "ca", "wages": 9_000, "age": 18} | GIG)
    assert [young.number(name) for name in ("gst_credit", "workers_benefit")] == [0, 0]
