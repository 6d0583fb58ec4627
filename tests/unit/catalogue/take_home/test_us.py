"""Take-home pay in the United States: properties beyond the worked examples."""

import json
import math
from calendar import isleap
from datetime import date
from typing import Any

import pytest

from calculators import bridge
from calculators.catalogue.take_home.brackets import in_bands
from calculators.catalogue.take_home.us.calculator import CALCULATOR
from calculators.engine.calculator import Outcome
from calculators.engine.fields import Choice, Number
from calculators.engine.parameters import as_of

NOTHING = {"country": "us", "wages": 0.0, "gross_receipts": 0.0, "expenses": 0.0}

# What the rate tables of Rev. Proc. 2024-40 (section 2.01) and Rev. Proc. 2025-32 (section 4.01) print for income at each bracket's end.
PRINTED = {
    ("2025", "single"): (1_192.50, 5_578.50, 17_651, 40_199, 57_231, 188_769.75),
    ("2025", "joint"): (2_385, 11_157, 35_302, 80_398, 114_462, 202_154.50),
    ("2025", "separate"): (1_192.50, 5_578.50, 17_651, 40_199, 57_231, 101_077.25),
    ("2025", "head"): (1_700, 7_442, 15_912, 38_460, 55_484, 187_031.50),
    ("2025", "widowed"): (2_385, 11_157, 35_302, 80_398, 114_462, 202_154.50),
    ("2026", "single"): (1_240, 5_800, 17_966, 41_024, 58_448, 192_979.25),
    ("2026", "joint"): (2_480, 11_600, 35_932, 82_048, 116_896, 206_583.50),
    ("2026", "separate"): (1_240, 5_800, 17_966, 41_024, 58_448, 103_291.75),
    ("2026", "head"): (1_770, 7_740, 16_155, 39_207, 56_631, 191_171),
    ("2026", "widowed"): (2_480, 11_600, 35_932, 82_048, 116_896, 206_583.50),
}


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read(NOTHING | typed)
    assert not errors
    return CALCULATOR.outcome(inputs, date(2026, 11, 23))


def notes_of(result: Outcome) -> str:
    return " ".join(note(result) for note in CALCULATOR.notes)


@pytest.mark.parametrize(("year", "status"), PRINTED)
def test_tax_at_each_bracket_end_equals_the_rate_table(year: str, status: str) -> None:
    brackets = as_of("us/income_tax.brackets", date(int(year), 12, 31)).value[status]
    assert [round(in_bands(bracket["upto"], brackets), 2) for bracket in brackets[:-1]] == list(PRINTED[year, status])


def test_a_year_may_be_given_as_a_number() -> None:
    assert outcome(tax_year=2026, gross_receipts=50_000).value("total_tax") == pytest.approx(9_732.07, abs=0.005)


def test_without_a_gig_nothing_is_added() -> None:
    result = outcome(wages=60_000)
    assert result.value("extra_tax") == 0
    assert result.value("take_home_pay") == result.value("take_home_without_gig") == 60_000 - 4_590 - 5_020


@pytest.mark.parametrize("status", ["single", "joint", "separate", "head", "widowed"])
@pytest.mark.parametrize("year", ["2025", "2026"])
def test_the_parts_add_up(status: str, year: str) -> None:
    result = outcome(
        filing_status=status, tax_year=year, wages=90_000, gross_receipts=160_000, expenses=30_000, child_ages="7 9", state_rate=0.05
    )
    federal = (
        result.value("income_tax")
        + result.value("self_employment_tax")
        + result.value("additional_medicare_tax")
        + result.value("investment_tax")
    )
    assert result.value("total_tax") == pytest.approx(federal + 0.05 * 130_000)
    assert result.value("extra_tax") == pytest.approx(result.value("total_tax") - result.value("tax_without_gig"))
    assert result.value("take_home_pay") == pytest.approx(90_000 + 130_000 - result.value("payroll_tax") - result.value("total_tax"))


def test_the_marginal_rate_is_what_the_next_hundred_dollars_cost() -> None:
    less, more = outcome(wages=60_000, gross_receipts=20_000), outcome(wages=60_000, gross_receipts=20_100)
    assert less.value("marginal_rate") == pytest.approx((more.value("total_tax") - less.value("total_tax")) / 100)


def test_a_spouse_s_pay_counts_only_on_a_joint_return() -> None:
    alone = outcome(wages=50_000, spouse_wages=40_000)
    assert alone.value("household_wages") == 50_000
    assert "spouse's pay is left out" in notes_of(alone)
    assert outcome(filing_status="joint", wages=50_000, spouse_wages=40_000).value("household_wages") == 90_000


def test_income_on_a_whole_step_does_not_lose_the_next_step() -> None:
    # Pension, interest and deductions whose sum is exactly 260,000, but not quite so in binary numbers.
    result = outcome(
        tax_year="2025",
        filing_status="widowed",
        gross_receipts=46_211.42,
        expenses=27_726.85,
        child_ages="4 8 12 17",
        other_income=200_000,
        investment_income=60_000,
        health_insurance=10_729.44,
        retirement=18_817.52,
    )
    assert result.value("adjusted_gross_income") == pytest.approx(260_000)
    assert result.value("child_credit_allowed") == 3 * 2_200 + 500 - 60 * 50


def test_a_large_loss_counts_up_to_its_limit() -> None:
    result = outcome(wages=500_000, gross_receipts=0, expenses=300_000)
    assert result.value("counted_profit") == -256_000
    assert "44,000" in notes_of(result)
    assert result.value("extra_tax") < 0


@pytest.mark.parametrize(
    ("year", "dates"),
    [
        ("2025", ["15 April 2025", "16 June 2025", "15 September 2025", "15 January 2026"]),
        ("2026", ["15 April 2026", "15 June 2026", "15 September 2026", "15 January 2027"]),
    ],
)
def test_payments_fall_due_on_working_days(year: str, dates: list[str]) -> None:
    result = outcome(tax_year=year, gross_receipts=50_000)
    estimated = [payment for payment in result.value("when_to_pay") if payment.what == "Federal estimated tax"]
    assert [payment.due for payment in estimated] == dates
    assert sum(payment.amount for payment in estimated) == pytest.approx(result.value("estimated_tax"))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"wages": 60_000, "gross_receipts": 2_000}, "you owe less than $1,000"),
        ({"wages": 60_000, "gross_receipts": 20_000, "withholding": "typed", "withheld": 15_000}, "covers everything"),
        ({"wages": 60_000, "gross_receipts": 20_000, "withholding": "typed", "withheld": 9_421}, "enough is withheld from your pay"),
        ({"gross_receipts": 50_000, "last_year": "known"}, "you owed no tax last year"),
    ],
)
def test_no_dates_are_listed_without_a_payment(typed: dict[str, Any], reason: str) -> None:
    """Four dates with $0 beside them say nothing; a sentence says why."""
    result = outcome(**typed)
    assert result.value("estimated_payment") == 0
    assert "Federal estimated tax" not in [payment.what for payment in result.value("when_to_pay")]
    assert reason in notes_of(result)
    page = json.loads(bridge.page(json.dumps({"calculator": "take-home", "inputs": {"country": "us"} | typed, "as_of": "2026-11-23"})))
    assert "Federal estimated tax" not in page["outcome"]["html"]


def test_payment_has_its_dates_and_no_reason_for_none() -> None:
    result = outcome(wages=60_000, gross_receipts=20_000)
    assert [payment.what for payment in result.value("when_to_pay")].count("Federal estimated tax") == 4
    assert "No estimated tax" not in notes_of(result)
    assert "No estimated tax" not in notes_of(outcome(wages=60_000))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"gross_receipts": 300}, "below $400"),
        ({"expenses": 500, "wages": 30_000}, "makes a loss"),
        ({"filing_status": "separate", "child_ages": "3", "wages": 12_000}, "lived apart"),
        ({"filing_status": "separate", "wages": 30_000}, "spouse itemizes"),
        ({"filing_status": "head"}, "choose single"),
        ({"filing_status": "widowed"}, "choose single"),
        ({"let_receipts": 900, "let_days": 10}, "is not taxed"),
        ({"let_receipts": 900, "let_expenses": 1_000, "let_days": 20}, "counts as zero here"),
        ({"wages": 400_000, "gross_receipts": 9_000}, "phases out"),
        ({"gross_receipts": 9_000, "miles_before_july": 100}, "less than shown"),
        ({"gross_receipts": 9_000, "miles_before_july": 100, "vehicle_method": "actual"}, "Enter them"),
        ({"gross_receipts": 9_000, "retirement": 20_000}, "left out"),
    ],
)
def test_special_cases_get_a_note(typed: dict[str, Any], words: str) -> None:
    assert words in notes_of(outcome(**typed))


def test_itemized_separate_return_has_no_deduction_warning() -> None:
    """A separate return that itemizes is not warned of the standard deduction."""
    assert "spouse itemizes" not in notes_of(outcome(filing_status="separate", wages=60_000, itemized_deductions=16_101))
    assert "spouse itemizes" in notes_of(outcome(filing_status="separate", wages=60_000, itemized_deductions=16_100))


def test_a_plain_household_gets_no_notes() -> None:
    assert not notes_of(outcome(wages=60_000, gross_receipts=20_000, state="fl")).strip()


@pytest.mark.parametrize("end", ["ge", "le"])
@pytest.mark.parametrize("status", ["single", "joint", "separate", "head", "widowed"])
def test_every_figure_is_a_finite_number_at_the_fields_bounds(end: str, status: str) -> None:
    numbers = {
        slot.name: getattr(slot.field, end)
        for slot in CALCULATOR.slots
        if isinstance(slot.field, Number) and (not slot.field.only or "us" in slot.field.only)
    }
    result = outcome(**(numbers | {"filing_status": status}))
    for figure in CALCULATOR.figures:
        value = result.value(figure.name)
        assert value is None or figure.table or not isinstance(figure.unit, Number) or math.isfinite(value), figure.name


def test_spouse_of_age_0_is_accepted_without_a_spouse() -> None:
    assert outcome(filing_status="single", spouse_age=0).value("total_tax") == outcome(filing_status="single").value("total_tax")


def test_rented_days_are_at_most_those_of_the_year() -> None:
    """The limit must grow with the first leap year that is covered."""
    typed = {"country": "us", "let_receipts": "900"}
    years = next(slot.field for slot in CALCULATOR.slots if slot.name == "tax_year")
    assert isinstance(years, Choice)
    most = max(366 if isleap(int(year.value)) else 365 for year in years.options)
    assert CALCULATOR.read({**typed, "let_days": str(most)})[1] == []
    assert [(error.field, error.code) for error in CALCULATOR.read({**typed, "let_days": str(most + 1)})[1]] == [("let_days", "too-large")]
