"""The boxes of take-home pay: what counts where one is left empty, and the largest number that each takes."""

from __future__ import annotations

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.engine.fields import Number

EXAMPLE = {"wages": 60_000, "gross_receipts": 26_000, "expenses": 6_000, "age": 35, "spouse_age": 35}
"""What is filled in beforehand; everything else counts only once it is typed."""

A_HUNDRED_MILLION = (
    *("wages", "other_income", "gross_receipts", "expenses", "workplace_pension", "spouse_wages", "itemized_deductions"),
    *("investment_income", "health_insurance", "retirement", "vehicle_costs", "let_receipts", "let_expenses", "untaxed_social_security"),
    *("withheld", "last_year_tax", "last_year_agi", "own_job_tax", "own_allowance"),
)
TEN_MILLION = ("uk_vehicle_costs", "uk_partner_pay", "ca_spouse_income", "ca_spouse_work", "ca_pension", "au_car_costs", "au_spouse_income")
MOST = {
    **dict.fromkeys(A_HUNDRED_MILLION, 100_000_000),
    **dict.fromkeys(TEN_MILLION, 10_000_000),
    **dict.fromkeys(("miles_before_july", "miles_after_june", "uk_miles", "au_km"), 200_000),
    **dict.fromkeys(("rent", "care_costs", "office_square_feet", "ca_old_age_security"), 100_000),
    **dict.fromkeys(("benchmark_premium",), 20_000),
    **dict.fromkeys(("au_payment_full",), 10_000),
    **dict.fromkeys(("uk_winter_fuel",), 1_000),
    **dict.fromkeys(("let_days",), 365),
    **dict.fromkeys(("age", "spouse_age"), 115),
    **dict.fromkeys(("other_dependents",), 20),
    **dict.fromkeys(("own_income_rate", "own_contribution_rate"), 1),
    **dict.fromkeys(("state_rate", "local_rate"), 0.2),
}
"""A larger number is a slip of the fingers: nobody drives 200,000 miles for a gig, and no state takes a fifth."""

NUMBERS = {slot.name: slot for slot in CALCULATOR.slots if isinstance(slot.field, Number)}


def test_number_that_is_left_out_counts_as_none() -> None:
    assert {name: slot.default for name, slot in NUMBERS.items() if slot.default} == EXAMPLE


@pytest.mark.parametrize("name", NUMBERS)
def test_number_is_refused_above_its_bound_and_below_zero(name: str) -> None:
    country = (NUMBERS[name].field.only or ("us",))[0]
    typed = {"country": country, "let_days": 100} if country == "us" else {"country": country}
    least, most = 16 if name == "age" else 0, MOST[name]
    step = 0.001 if most <= 1 else 1
    refused = {
        value: [error.field for error in CALCULATOR.read(typed | {"wages": 90_000, name: value})[1]]
        for value in (least - step, least, most, most + step)
    }
    assert name in refused[least - step]
    assert name not in refused[least]
    assert name not in refused[most] or name in {"workplace_pension", "own_job_tax"}  # no more than the pay
    assert name in refused[most + step]
