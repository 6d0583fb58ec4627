"""Notes on take-home pay in the United States: each is shown on one side of its limit and not on the other, a cent or a dollar apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.us.calculator import CALCULATOR
from calculators.engine.calculator import Outcome

DAY = date(2026, 11, 29)
PLAIN = {"country": "us", "tax_year": "2026", "wages": 60_000, "gross_receipts": 20_000, "expenses": 0}
LET = {"let_receipts": 1_000, "let_days": 100}
SEPARATE = {"filing_status": "separate"}
INSURED = {"benchmark_premium": 600, "gross_receipts": 0}
POOR = {"wages": 10_000, "gross_receipts": 0, "gets_snap": "yes"}
LAST_YEAR = {"last_year": "known", "withholding": "typed"}

NO_TAX_ON_EARNINGS = "No self-employment tax is due"
CARRIES = "carries over to later years"
STANDARD = "If your spouse itemizes on a separate return"
HEAD = "Head of household requires a child"
WIDOWED = "A qualifying surviving spouse has a child"
FREE_RENT = "is not taxed, because you rented out your own home for fewer than 15 days"
RENT_LOSS = "Renting out costs more than it brings in"
HOME_LOSS = "Renting out the home you live in costs more"
PHASES_OUT = "the business income deduction phases out"
DEPRECIATION = "(section 280F)"
NO_CAR_COSTS = "You chose to deduct the car's real costs but entered none"
MILES = "entered no real cost of driving them"
ONLY_EARNED = "count only up to what the gig earned"
MOST_OF_A_PLAN = "No such plan allows more than"
SEP = "A SEP allows 20% of net earnings"
NO_ESTIMATED = "No estimated tax is due during the year"
LITTLE_OWED = "because you owe less than $1,000 at the end of it"
NONE_LAST_YEAR = "because you owed no tax last year"
IN_PARTS = "State and local tax is also listed in parts"
CLIFF = "the most with which a household of your size gets any premium tax credit"
NO_SEPARATE_CREDIT = "Married people who file separately usually get no premium tax credit"
BELOW_POVERTY = "there is usually no premium tax credit, so none is counted"
MEDICAID = "adults get Medicaid up to about"
TWELVE_MONTHS = "The premium tax credit is for twelve months of insurance"
ESTIMATED = "SNAP is estimated as if each month had a twelfth"
HOUSING = "Help with rent, such as a voucher, is not counted"

# 10,000 of profit beside pay above the wage base leaves 10,000 − 92.35% × 2.9% ÷ 2 × 10,000 = 9,866.0925 of adjusted gross income. With
# the standard deduction of 16,100, income before the deduction is at its threshold of 201,750 at pay of 207,983.9075.
AT_THRESHOLD = {"gross_receipts": 10_000}

SHOWN: list[tuple[dict[str, Any], str, bool]] = [
    # net earnings of 92.35% of 433.13 are 399.996, of 433.14 they are 400.005
    ({"gross_receipts": 433.13}, NO_TAX_ON_EARNINGS, True),
    ({"gross_receipts": 433.14}, NO_TAX_ON_EARNINGS, False),
    ({"gross_receipts": 0.01}, NO_TAX_ON_EARNINGS, True),
    ({"gross_receipts": 0}, NO_TAX_ON_EARNINGS, False),
    ({"gross_receipts": 0, "expenses": 0.01}, "The gig makes a loss", True),
    ({"gross_receipts": 0}, "The gig makes a loss", False),
    # section 461(l): 256,000 in 2026
    ({"gross_receipts": 0, "expenses": 256_000}, CARRIES, False),
    ({"gross_receipts": 0, "expenses": 256_007}, "$7 of it carries over to later years", True),
    ({"filing_status": "single", "spouse_wages": 1}, "Your spouse's pay is left out", True),
    ({"filing_status": "joint", "spouse_wages": 1}, "Your spouse's pay is left out", False),
    ({"filing_status": "single", "spouse_wages": 0}, "Your spouse's pay is left out", False),
    # the standard deduction of 2026 is 16,100 on a separate return
    (SEPARATE | {"itemized_deductions": 16_100}, STANDARD, True),
    (SEPARATE | {"itemized_deductions": 16_101}, STANDARD, False),
    ({"filing_status": "single"}, STANDARD, False),
    (SEPARATE | {"child_ages": "3", "wages": 20_000}, "An earned income credit on a separate return", True),
    (SEPARATE | {"child_ages": "3", "wages": 20_000, "lived_apart": "no"}, "An earned income credit on a separate return", False),
    ({"filing_status": "head", "child_ages": "3", "wages": 10_000}, "An earned income credit on a separate return", False),
    ({"filing_status": "head"}, HEAD, True),
    ({"filing_status": "head", "child_ages": "16"}, HEAD, False),
    ({"filing_status": "head", "child_ages": "18"}, HEAD, False),
    ({"filing_status": "head", "other_dependents": 1}, HEAD, False),
    ({"filing_status": "single"}, HEAD, False),
    ({"filing_status": "widowed"}, WIDOWED, True),
    ({"filing_status": "widowed", "other_dependents": 1}, WIDOWED, True),
    ({"filing_status": "widowed", "child_ages": "16"}, WIDOWED, False),
    ({"filing_status": "widowed", "child_ages": "18"}, WIDOWED, False),
    (LET | {"let_days": 14}, f"The rent of $1,000 {FREE_RENT}", True),
    (LET | {"let_days": 15}, FREE_RENT, False),
    (LET | {"let_days": 14, "let_home": "no"}, FREE_RENT, False),
    ({}, FREE_RENT, False),
    (LET | {"let_expenses": 1_000.01}, RENT_LOSS, True),
    (LET | {"let_expenses": 1_000}, RENT_LOSS, False),
    (LET | {"let_expenses": 1_000.01, "let_services": "substantial"}, RENT_LOSS, False),
    (LET | {"let_expenses": 1_000.01, "let_services": "substantial"}, HOME_LOSS, True),
    (LET | {"let_expenses": 1_000, "let_services": "substantial"}, HOME_LOSS, False),
    (LET | {"let_expenses": 1_000.01, "let_services": "substantial", "let_home": "no"}, HOME_LOSS, False),
    (LET | {"let_expenses": 1_000.01, "let_services": "substantial", "let_home": "no"}, RENT_LOSS, False),
    (LET | {"let_expenses": 1_000.01, "let_days": 14}, RENT_LOSS, False),
    (AT_THRESHOLD | {"wages": 207_983.90}, PHASES_OUT, False),
    (AT_THRESHOLD | {"wages": 207_983.91}, PHASES_OUT, True),
    ({"gross_receipts": 0, "wages": 300_000}, PHASES_OUT, False),
    ({"vehicle_method": "actual", "vehicle_costs": 0.01}, DEPRECIATION, True),
    ({"vehicle_method": "actual", "miles_before_july": 10}, DEPRECIATION, False),
    ({"vehicle_method": "standard", "vehicle_costs": 10}, DEPRECIATION, False),
    ({"vehicle_method": "actual", "miles_before_july": 10}, NO_CAR_COSTS, True),
    ({"vehicle_method": "actual"}, NO_CAR_COSTS, False),
    ({"vehicle_method": "standard", "miles_before_july": 10}, NO_CAR_COSTS, False),
    ({"vehicle_method": "standard", "miles_after_june": 10}, MILES, True),
    ({"vehicle_method": "standard", "miles_after_june": 10, "vehicle_costs": 0.01}, MILES, False),
    ({"vehicle_method": "standard"}, MILES, False),
    # half of the self-employment tax on 20,000 is 1,412.96; what the gig earned is 18,587.04
    ({"health_insurance": 18_587.04}, ONLY_EARNED, False),
    ({"health_insurance": 18_587.05}, ONLY_EARNED, True),
    ({"retirement": 18_587.04}, ONLY_EARNED, False),
    ({"retirement": 18_587.05}, ONLY_EARNED, True),
    ({"retirement": 10_000, "health_insurance": 8_587.05}, ONLY_EARNED, True),
    # 72,000 in 2026
    ({"gross_receipts": 400_000, "retirement": 72_000}, MOST_OF_A_PLAN, False),
    ({"gross_receipts": 400_000, "retirement": 72_000.01}, f"{MOST_OF_A_PLAN} $72,000 this year (section 415(c))", True),
    ({"gross_receipts": 400_000, "retirement": 80_000.01, "age": 49}, ", catch-up contributions included", False),
    ({"gross_receipts": 400_000, "retirement": 80_000.01, "age": 50}, "$80,000 this year, catch-up contributions included", True),
    # 20% of 18,587.0444
    ({"retirement": 3_717.40}, SEP, False),
    ({"retirement": 3_717.41}, f"{SEP}, here $3,717", True),
    ({"other_income": 0.01}, "Pensions and other income on this return are taxed", True),
    ({"other_income": 0}, "Pensions and other income on this return are taxed", False),
    ({"workplace_pension": 0.01}, "A traditional 401(k) lowers federal income tax", True),
    ({"workplace_pension": 0}, "A traditional 401(k) lowers federal income tax", False),
    # 24,500 in 2026
    ({"workplace_pension": 24_500}, "may be deferred this year", False),
    ({"workplace_pension": 24_500.01}, "Only $24,500 may be deferred this year", True),
    # 92.35% × 15.3% of the profit is due, and 12% of what is left after half of that and a fifth: more than 1,000 from about 4,600 on
    ({"gross_receipts": 2_000}, f"{NO_ESTIMATED}, {LITTLE_OWED}", True),
    ({"gross_receipts": 20_000}, NO_ESTIMATED, False),
    ({"gross_receipts": 0}, NO_ESTIMATED, False),
    (LAST_YEAR | {"last_year_tax": 0}, f"{NO_ESTIMATED}, {NONE_LAST_YEAR}", True),
    (LAST_YEAR | {"last_year_tax": 1}, NO_ESTIMATED, False),
    (LAST_YEAR | {"last_year_tax": 1, "withheld": 1}, f"{NO_ESTIMATED}, because enough is withheld from your pay", True),
    (LAST_YEAR | {"withheld": 50_000}, "because the tax withheld from your pay covers everything", True),
    (LET | {"gross_receipts": 0, "let_home": "no"}, NO_ESTIMATED, True),
    ({"state": "va"}, IN_PARTS, True),
    ({"state": "tx"}, IN_PARTS, False),
    ({"state": "va", "gross_receipts": 2_000}, IN_PARTS, False),
    ({"state_rate": 0.05}, IN_PARTS, True),
    # Form N-311 of 2026 as of 2025: 220 for one person with next to nothing
    ({"state": "hi", "wages": 0, "gross_receipts": 0}, "Hawaii pays out $220.00 more than you owe it", True),
    ({"state": "hi"}, "Hawaii pays out", False),
    # four times the guideline of 2025 for one, 15,650, is 62,600
    (INSURED | {"wages": 62_600}, CLIFF, False),
    (INSURED | {"wages": 62_607}, f"Your income is $7 above $62,600, {CLIFF}", True),
    (INSURED | {"wages": 62_600.01}, "Your income is $1 above", True),
    (INSURED | {"wages": 62_607} | SEPARATE, CLIFF, False),
    ({"wages": 90_000}, CLIFF, False),
    (INSURED | SEPARATE, NO_SEPARATE_CREDIT, True),
    (SEPARATE, NO_SEPARATE_CREDIT, False),
    (INSURED, NO_SEPARATE_CREDIT, False),
    (INSURED | {"wages": 15_649.99}, f"Below $15,650, the poverty guideline for your household, {BELOW_POVERTY}", True),
    (INSURED | {"wages": 15_650}, BELOW_POVERTY, False),
    ({"wages": 1_000, "gross_receipts": 0}, BELOW_POVERTY, False),
    (INSURED | {"wages": 30_000}, TWELVE_MONTHS, True),
    (INSURED | {"wages": 90_000}, TWELVE_MONTHS, False),
    (POOR, TWELVE_MONTHS, False),
    (POOR, ESTIMATED, True),
    (POOR | {"gets_snap": "no"}, ESTIMATED, False),
    (POOR | {"state": "none"}, "Choose your state: without it, no allowance for utilities", True),
    (POOR | {"state": "va"}, "Choose your state: without it, no allowance for utilities", False),
    (POOR | {"state": "ny"}, "New York has several utility allowances", True),
    (POOR | {"state": "ak"}, "Alaska has several utility allowances", True),
    (POOR | {"state": "va"}, "has several utility allowances", False),
    (POOR, HOUSING, True),
    (INSURED, HOUSING, True),
    ({}, HOUSING, False),
]


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read(PLAIN | typed)
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


def said(**typed: Any) -> str:
    result = outcome(**typed)
    return " ".join(note(result) for note in (*CALCULATOR.warnings, *CALCULATOR.notes))


@pytest.mark.parametrize(("typed", "words", "is_shown"), SHOWN)
def test_note_is_shown_on_one_side_of_its_limit(typed: dict[str, Any], words: str, is_shown: bool) -> None:
    assert (words in said(**typed)) == is_shown


# Virginia widened Medicaid, and 138% of the guideline of 2026 for one, 15,960, is 22,024.80. Of 10,000 of profit, 9,293.5225 are left
# after half of its tax.
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"wages": 12_731.27}, "You are below it, and whoever can get Medicaid gets no premium tax credit."),
        ({"wages": 12_731.28}, "With the gig you are above it."),
        ({"wages": 22_024.80}, "With the gig you are above it."),
        ({"wages": 22_024.81}, ""),
        ({"wages": 12_731.27, "state": "tx"}, ""),
        ({"wages": 12_731.27, "state": "none"}, ""),
        ({"wages": 12_731.27, "benchmark_premium": 0}, ""),
        ({"wages": 12_731.27, "benchmark_premium": 0, "gets_snap": "yes"}, "You are below it"),
    ],
)
def test_medicaid_is_named_where_the_gig_crosses_its_limit(typed: dict[str, Any], words: str) -> None:
    text = said(**{"state": "va", "gross_receipts": 10_000, "benchmark_premium": 500} | typed)
    assert ("In Virginia, adults get Medicaid up to about $22,025 for a household of your size" in text) == bool(words)
    assert words in text
