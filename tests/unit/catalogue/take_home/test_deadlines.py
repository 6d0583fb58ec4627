"""When to pay: the days and the amounts of each country's tax calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.deadlines import Due, after, amount_unit, payments, working_day
from calculators.catalogue.take_home.us.deadlines import state_days
from calculators.catalogue.take_home.us.states import places
from calculators.catalogue.take_home.us.states.rules import rules_of
from calculators.engine.calculator import Outcome

DAY = date(2026, 11, 29)


def outcome(country: str, **typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read({"country": country, "tax_year": "2026", "expenses": 0} | typed)
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


def days_of(dues: tuple[Due, ...]) -> list[str]:
    return [due.day.isoformat() for due in dues]


def amounts(dues: tuple[Due, ...]) -> list[float]:
    return [round(due.amount, 2) for due in dues]


def said(result: Outcome) -> str:
    return " ".join(note(result) for note in result.calculator.notes)


def test_day_on_a_weekend_moves_to_monday() -> None:
    assert working_day(date(2027, 5, 1)) == working_day(date(2027, 5, 2)) == date(2027, 5, 3)
    assert working_day(date(2027, 4, 30)) == date(2027, 4, 30)
    assert after(date(2027, 1, 31), "01-31") == date(2028, 1, 31)


def test_uk_bill_comes_with_the_first_payment_on_account() -> None:
    """Profit of 19,000 beside 30,000: 3,800 and Class 4 of (19,000 − 12,570) × 6% = 385.80."""
    dues = payments(outcome("uk", wages=30_000, gross_receipts=20_000))
    assert days_of(dues) == ["2028-01-31", "2028-01-31", "2028-07-31"]
    assert amounts(dues) == [4_185.80, 2_092.90, 2_092.90]


@pytest.mark.parametrize(
    ("wages", "receipts", "bill", "reason"),
    [
        (30_000, 5_999, 999.80, "the bill is below £1,000"),
        (60_000, 5_000, 1_600.00, "more than 80% of your tax"),  # 1,600 of 11,432 + 1,600
    ],
)
def test_uk_payments_on_account_are_not_due(wages: float, receipts: float, bill: float, reason: str) -> None:
    result = outcome("uk", wages=wages, gross_receipts=receipts)
    assert amounts(payments(result)) == [bill]
    assert reason in said(result)


def test_uk_student_loan_is_paid_with_the_bill_alone() -> None:
    result = outcome("uk", wages=30_000, gross_receipts=20_000, uk_loans=["plan_1"])
    bill, *accounts = payments(result)
    assert bill.what == "Self Assessment bill and student loan"
    assert bill.amount == pytest.approx(4_185.80 + result.number("extra_loan"))
    assert [due.amount for due in accounts] == [pytest.approx(2_092.90)] * 2


def test_canada_instalments_begin_above_the_limit() -> None:
    above, below = (outcome("ca", wages=50_000, gross_receipts=receipts) for receipts in (20_000, 5_000))
    dues = payments(above)
    assert days_of(dues) == ["2027-03-15", "2027-04-30", "2027-06-15", "2027-09-15", "2027-12-15"]
    assert dues[1].amount == above.number("extra_tax") > 3_000
    assert [due.amount for due in dues if "Instalment" in due.what] == [above.number("extra_tax") / 4] * 4
    assert "limit for instalments: expect" in said(above)
    assert below.number("extra_tax") < 3_000
    assert days_of(payments(below)) == ["2027-04-30"]
    assert "in one sum by 30 April" in said(below)


def test_quebec_has_a_limit_for_each_government() -> None:
    result = outcome("ca", province="qc", wages=50_000, gross_receipts=8_000)
    dues = payments(result)
    balances = {due.what: due.amount for due in dues if "Balance" in due.what}
    assert sum(balances.values()) == pytest.approx(result.number("extra_tax"))
    assert balances["Balance of your federal return"] < 1_800 < balances["Balance of your Quebec return"]
    assert {due.what for due in dues if "Instalment" in due.what} == {"Instalment for the next year to Quebec, if you earn the same again"}


def test_australia_asks_for_instalments_after_the_bill() -> None:
    """21 November 2027 is a Sunday."""
    result = outcome("au", wages=50_000, gross_receipts=20_000)
    dues = payments(result)
    assert days_of(dues) == ["2027-11-22", "2028-02-28", "2028-04-28", "2028-07-28"]
    assert dues[0].amount == result.number("extra_tax")
    assert dues[1].amount == result.number("extra_tax") / 4
    assert days_of(payments(outcome("au", wages=50_000, gross_receipts=3_999))) == ["2027-11-22"]


def test_us_payments_add_up_to_the_tax_that_is_not_withheld() -> None:
    result = outcome("us", state="va", wages=60_000, gross_receipts=30_000)
    dues = payments(result)
    federal = [due for due in dues if "ederal" in due.what]
    state = [due for due in dues if "State" in due.what]
    assert sum(due.amount for due in federal) == pytest.approx(result.number("still_owed"))
    assert sum(due.amount for due in state) == pytest.approx(result.number("extra_state_tax"))
    assert days_of(tuple(federal)) == ["2026-04-15", "2026-06-15", "2026-09-15", "2027-01-15", "2027-04-15"]
    assert days_of(tuple(state)) == ["2026-05-01", "2026-06-15", "2026-09-15", "2027-01-15"]
    assert "Each state has its own limit" in said(result)


def test_us_small_amounts_are_due_with_the_returns() -> None:
    """1 May 2027 is a Saturday."""
    dues = payments(outcome("us", state="va", wages=60_000, gross_receipts=3_000))
    assert [(due.day.isoformat(), due.what) for due in dues] == [
        ("2027-04-15", "With your federal return"),
        ("2027-05-03", "With your state and local return"),
    ]


def test_state_days_follow_each_other() -> None:
    iowa = state_days(2026, ("04-30", "06-30", "09-30", "01-31"))
    assert iowa == [date(2026, 4, 30), date(2026, 6, 30), date(2026, 9, 30), date(2027, 2, 1)]
    assert state_days(2026, ()) == []


FEDERAL_DAYS = ["2026-04-15", "2026-06-15", "2026-09-15", "2027-01-15"]
OTHER_DAYS = {
    "de": ["2026-04-30", "2026-06-15", "2026-09-15", "2027-01-15"],
    "hi": ["2026-04-20", "2026-06-22", "2026-09-21", "2027-01-20"],
    "ia": ["2026-04-30", "2026-06-30", "2026-09-30", "2027-02-01"],
    "va": ["2026-05-01", "2026-06-15", "2026-09-15", "2027-01-15"],
    "ca": ["2026-04-15", "2026-06-15", "2027-01-15"],
    "id": ["2027-04-15"],
    "ut": ["2027-04-15"],
}


@pytest.mark.parametrize("state", places.TAXED)
def test_every_state_has_its_days(state: str) -> None:
    """And every dollar of its tax has a day."""
    result = outcome("us", state=state, wages=60_000, gross_receipts=60_000)
    dues = tuple(due for due in payments(result) if "tate and local" in due.what)
    extra = result.number("extra_state_tax")
    assert result.number("estimated_payment") > 0
    assert rules_of(state, "2026").values.cited["estimated_days"] is not None
    if extra > 0:
        assert days_of(dues) == OTHER_DAYS.get(state, FEDERAL_DAYS)
        assert sum(due.amount for due in dues) == pytest.approx(extra)
        assert any(value.name == f"us/states/{state}.estimated_days" for value in result.parameters)


@pytest.mark.parametrize(("state", "day"), [("la", "2027-05-17"), ("hi", "2027-04-20"), ("ny", "2027-04-15"), ("id", "2027-04-15")])
def test_state_tax_without_estimated_tax_is_due_with_its_return(state: str, day: str) -> None:
    """15 May 2027 is a Saturday."""
    dues = payments(outcome("us", state=state, wages=60_000, gross_receipts=3_000))
    assert [due.day.isoformat() for due in dues if due.what == "With your state and local return"] == [day]


def test_own_rate_is_listed_on_the_federal_days() -> None:
    dues = payments(outcome("us", state_rate=0.05, wages=60_000, gross_receipts=60_000))
    assert days_of(tuple(due for due in dues if due.what == "State and local tax")) == FEDERAL_DAYS


@pytest.mark.parametrize("country", ["us", "uk", "ca", "au"])
def test_table_lists_every_payment_by_day(country: str) -> None:
    result = outcome(country, wages=60_000, gross_receipts=20_000)
    dues = payments(result)
    assert dues
    assert [due.day for due in dues] == sorted(due.day for due in dues)
    rows = result.value("when_to_pay")
    assert [(row.what, row.amount) for row in rows] == [(due.what, due.amount) for due in dues]
    unit = amount_unit(result)
    assert unit.write(1_234.56).endswith("1,235"), "an estimate for a year is not known to the cent"


def test_nothing_is_due_without_a_gig_or_at_own_rates() -> None:
    for country in ("uk", "ca", "au"):
        assert payments(outcome(country, wages=60_000, gross_receipts=0)) == ()
    assert outcome("uk", wages=60_000, gross_receipts=0).number("assessment_bill") == 0
    assert payments(outcome("elsewhere", wages=60_000, own_income_rate=0.3)) == ()
