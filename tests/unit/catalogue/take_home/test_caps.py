"""Legal limits of take-home's inputs: each number has its limit applied or mentioned, or a reason why it has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.inputs import Inputs
from calculators.engine.calculator import Outcome
from calculators.engine.fields import Number, slots

DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Cap:
    """A limit: `figure` changes with the field up to `most`, and not above."""

    name: str
    country: str
    authority: str
    most: float
    figure: str
    beside: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Mentioned:
    """A limit that depends on more than the inputs: a note mentions it."""

    name: str
    country: str
    authority: str
    typed: dict[str, Any]
    words: str


ALONE = {"wages": 0.0, "expenses": 0.0}

CAPS = (
    Cap("retirement", "us", "26 USC 415(c)(1)(A)", 72_000, "retirement_deduction", {"gross_receipts": 400_000.0, "age": 49}),
    Cap("retirement", "us", "26 USC 414(v)(2)(B)(i)", 80_000, "retirement_deduction", {"gross_receipts": 400_000.0, "age": 50}),
    Cap("retirement", "us", "26 USC 414(v)(2)(B)(i)", 80_000, "retirement_deduction", {"gross_receipts": 400_000.0, "age": 59}),
    Cap("retirement", "us", "26 USC 414(v)(2)(E)", 83_250, "retirement_deduction", {"gross_receipts": 400_000.0, "age": 60}),
    Cap("retirement", "us", "26 USC 414(v)(2)(E)", 83_250, "retirement_deduction", {"gross_receipts": 400_000.0, "age": 63}),
    Cap("retirement", "us", "26 USC 414(v)(2)(B)(i)", 80_000, "retirement_deduction", {"gross_receipts": 400_000.0, "age": 64}),
    Cap("retirement", "us", "26 USC 415(c)(1)(A)", 70_000, "retirement_deduction", {"gross_receipts": 400_000.0, "tax_year": "2025"}),
    Cap("retirement", "us", "26 USC 404(a)(8)", 8_364.17, "retirement_deduction", {"gross_receipts": 9_000.0, **ALONE}),
    Cap("health_insurance", "us", "26 USC 162(l)(2)(A)", 8_364.17, "health_insurance_deduction", {"gross_receipts": 9_000.0, **ALONE}),
    Cap("office_square_feet", "us", "Rev. Proc. 2013-13, section 4.01", 300, "office_deduction", {"gross_receipts": 9_000.0, **ALONE}),
    Cap("office_square_feet", "us", "Rev. Proc. 2013-13, section 4.08", 180, "office_deduction", {"gross_receipts": 900.0, **ALONE}),
    Cap("expenses", "us", "26 USC 461(l)", 256_000, "counted_profit", {"gross_receipts": 0.0, "wages": 500_000.0}),
    Cap(
        "let_expenses",
        "us",
        "26 USC 280A(c)(5)",
        4_000,
        "net_profit",
        {"let_receipts": 4_000.0, "let_days": 100, "let_services": "substantial", **ALONE},
    ),
    Cap("let_expenses", "us", "26 USC 469: no loss is counted", 4_000, "rental_profit", {"let_receipts": 4_000.0, "let_days": 100}),
    Cap("workplace_pension", "us", "26 USC 402(g)(1)", 24_500, "deferred_pay", {"wages": 90_000.0}),
    Cap("workplace_pension", "ca", "Income Tax Act, section 146(5.1)", 33_810, "plan_deduction", {"wages": 90_000.0}),
    Cap("workplace_pension", "au", "ITAA 1997, section 291-20", 21_700, "sacrificed", {"wages": 90_000.0}),
    Cap("ca_pension", "ca", "Income Tax Act, section 118(3)", 2_000, "senior_amounts", {"age": 66}),
    Cap("au_km", "au", "ITAA 1997, section 28-25(2)", 5_000, "car_deduction"),
)

MENTIONED = (
    Mentioned("vehicle_costs", "us", "26 USC 280F", {"vehicle_method": "actual", "vehicle_costs": 30_000.0}, "section 280F"),
    Mentioned("retirement", "us", "26 USC 404(h), 402(g)", {"gross_receipts": 200_000.0, "retirement": 60_000.0}, "A SEP allows 20%"),
    Mentioned("gross_receipts", "uk", "VATA 1994, schedule 1", {"gross_receipts": 90_000.01}, "register for VAT"),
    Mentioned("expenses", "uk", "ITTOIA 2005, section 272A", {"uk_gig": "letting"}, "mortgage interest"),
    Mentioned("gross_receipts", "ca", "Excise Tax Act, section 148", {"gross_receipts": 30_000.01}, "no longer a small supplier"),
    Mentioned("gross_receipts", "au", "A New Tax System Act 1999, section 23-15", {"gross_receipts": 75_000.0}, "register for GST"),
)

NONE = {
    "wages": "taxed in full",
    "other_income": "taxed in full",
    "spouse_wages": "taxed in full",
    "investment_income": "taxed in full; above a limit it ends the earned income credit (26 USC 32(i))",
    "age": "decides limits, and has none",
    "spouse_age": "decides limits, and has none",
    "other_dependents": "a credit for each (26 USC 24(h)(4))",
    "itemized_deductions": "asked after Schedule A's own limits; section 68 is applied to the total",
    "miles_before_july": "the standard rate has no limit of miles",
    "miles_after_june": "the standard rate has no limit of miles",
    "let_receipts": "taxed in full, or by the days not at all (26 USC 280A(g))",
    "let_days": "a year has no more",
    "benchmark_premium": "a price",
    "rent": "the part that Universal Credit covers, which the reader types; in SNAP up to its shelter limit: test_us_benefits.py",
    "care_costs": "deducted in full since 2008 (7 USC 2014(e)(3))",
    "untaxed_social_security": "counted in full (26 USC 36B(d)(2))",
    "state_rate": "the reader's own",
    "local_rate": "the reader's own",
    "withheld": "a payment, not a deduction",
    "last_year_tax": "what was",
    "last_year_agi": "what was",
    "uk_miles": "no limit, but a lower rate above 10,000 (ITTOIA 2005, section 94F)",
    "uk_vehicle_costs": "money spent; for tax the flat rate stands in its place",
    "uk_partner_pay": "counted in full by Universal Credit and the Child Benefit charge",
    "ca_spouse_income": "counted in full by the benefits",
    "ca_spouse_work": "the part of it that the Workers Benefit exempts has a limit in parameters/ca/benefits.toml",
    "ca_old_age_security": "at most this much is paid back (Income Tax Act, section 180.2)",
    "au_payment_full": "the reader's own, as the letter says",
    "au_spouse_income": "counted in full",
    "uk_winter_fuel": "kept or taken back in full",
    "au_car_costs": "money spent; for tax the flat rate stands in its place",
    "own_job_tax": "refused above pay and other income",
    "own_allowance": "the reader's own",
    "own_income_rate": "the reader's own; with contributions at most 100%",
    "own_contribution_rate": "the reader's own; with income tax at most 100%",
}
"""Numbers on which no law sets a limit, and why."""


def answered(country: str, **typed: Any) -> Outcome:
    return CALCULATOR.outcome(Inputs(**{"country": country, "tax_year": "2026", **typed}), DAY)


def test_every_number_field_has_its_legal_limit_decided() -> None:
    """A new field has to be listed in one of the three tables above, with the law that was consulted."""
    names = {slot.name for slot in slots(CALCULATOR.inputs) if isinstance(slot.field, Number)}
    capped = {cap.name for cap in (*CAPS, *MENTIONED)}
    assert capped | set(NONE) == names
    assert capped & set(NONE) == set()


@pytest.mark.parametrize("cap", CAPS, ids=lambda cap: f"{cap.name}-{cap.authority}-{cap.beside.get('age', '')}")
def test_legal_limit_is_reached_and_not_passed(cap: Cap) -> None:
    def at(amount: float) -> float:
        return float(answered(cap.country, **cap.beside, **{cap.name: amount}).value(cap.figure))

    kind = type(cap.most)
    assert at(kind(cap.most * 2)) == pytest.approx(at(cap.most), abs=0.01)
    assert abs(at(kind(cap.most - 1)) - at(cap.most)) > 0.1


@pytest.mark.parametrize("mentioned", MENTIONED, ids=lambda mentioned: f"{mentioned.country}-{mentioned.name}")
def test_limit_that_needs_more_inputs_is_mentioned(mentioned: Mentioned) -> None:
    outcome = answered(mentioned.country, **mentioned.typed)
    assert mentioned.words in " ".join(note(outcome) for note in outcome.calculator.notes)
    least = answered(mentioned.country, gross_receipts=100.0, expenses=0.0, wages=0.0)
    assert mentioned.words not in " ".join(note(least) for note in least.calculator.notes)


@pytest.mark.parametrize(("receipts", "offset"), [(4_999_999.0, 1_000), (5_000_000.0, 0)])
def test_large_business_has_no_small_business_offset(receipts: float, offset: float) -> None:
    """Income Tax Assessment Act 1997, section 328-357."""
    result = answered("au", gross_receipts=receipts, expenses=receipts - 60_000.0, wages=0.0)
    assert result.value("small_business_offset") == pytest.approx(offset)


def test_payments_above_the_limit_of_all_plans_are_left_out() -> None:
    outcome = answered("us", gross_receipts=200_000.0, expenses=0.0, wages=0.0, age=40, retirement=150_000.0)
    sentences = " ".join(note(outcome) for note in outcome.calculator.notes)
    assert "more than $72,000 this year (section 415(c))" in sentences
    older = answered("us", gross_receipts=200_000.0, expenses=0.0, wages=0.0, age=55, retirement=150_000.0)
    assert "more than $80,000 this year, catch-up contributions included" in " ".join(note(older) for note in older.calculator.notes)
