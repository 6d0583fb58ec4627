"""Take-home against the results of the tax authorities' own calculators.

- IRS, Tax Withholding Estimator 2.0 for 2026: the sheet twe-uat-2026-03-05.csv by which the IRS tests it, in its public code
  (github.com/IRS-Public/tax-withholding-estimator, commit cfbee92 of 17 April 2026), read 23 November 2026. It counts in whole dollars.
- HMRC, tax-kalculator 2.16.0, the sum behind HMRC's app: its test data for 2025-26 and 2026-27 (github.com/hmrc/tax-kalculator, commit
  3dfab86 of 19 February 2026), read 23 November 2026.
- CRA, Payroll Deductions Online Calculator: answers of 30 December 2025 for pay dates of January 2026, as the project Beanflow-Payroll
  recorded them (github.com/beanflowai/Beanflow-Payroll, commit bbd6dfc), read 23 November 2026.

docs/oracles.md says where they count otherwise than the law, and what we leave out of the comparison for it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.brackets import in_bands
from calculators.catalogue.take_home.ca.calculator import CALCULATOR as CA
from calculators.catalogue.take_home.inputs import Inputs
from calculators.catalogue.take_home.uk import figures as uk
from calculators.catalogue.take_home.uk.calculator import CALCULATOR as UK
from calculators.catalogue.take_home.us.calculator import CALCULATOR as US
from calculators.engine import parameters as dated

DAY = date(2026, 11, 23)
TABLE_ENDS = 100_000
WHOLE = 1.0
"""The sheets are in whole dollars, rounded at each step, so a sum may be a dollar off."""

# Column of the sheet (B-U is written so for the spelling check): what is typed, and what the sheet answers: adjusted gross income, senior
# deduction, business income deduction, taxable income, tax before credits, child credit, refundable child credit, earned income credit,
# self-employment tax, Additional Medicare Tax, net investment income tax. None where docs/oracles.md says that the sheet counts otherwise.
IRS: dict[str, tuple[dict[str, Any], tuple[int | None, ...]]] = {
    "F": ({"wages": 22_786, "child_ages": "9 9"}, (22_786, 0, 0, 6_686, 668, 668, 3_043, 7_316, 0, 0, 0)),
    "G": ({"filing_status": "head", "wages": 31_200, "child_ages": "9 9"}, (31_200, 0, 0, 7_050, 708, 708, 3_400, 5_777, 0, 0, 0)),
    "K": ({"wages": 15_600, "age": 50}, (15_600, 0, 0, 0, 0, 0, 0, 301, 0, 0, 0)),
    "AB": ({"wages": 13_000}, (13_000, 0, 0, 0, 0, 0, 0, 500, 0, 0, 0)),
    "AC": ({"wages": 52_000, "gross_receipts": 30_000}, (79_881, 0, 5_576, 58_204, 7_522, 0, 0, 0, 4_239, 0, 0)),
    "AD": (
        {"filing_status": "joint", "wages": 180_000, "spouse_wages": 89_714, "child_ages": "9", "itemized_deductions": 68_822},
        (269_714, 0, 0, 200_892, 33_620, 2_200, 0, 0, 0, 177, 0),
    ),
    "AF": ({"wages": 52_000, "age": 70}, (52_000, 6_000, 0, 27_850, 3_097, 0, 0, 0, 0, 0, 0)),
    "AG": ({"wages": 112_000, "age": 70}, (112_000, 3_780, 0, 90_070, 14_529, 0, 0, 0, 0, 0, 0)),
    "AI": (
        {"other_income": 60_000, "age": 70, "itemized_deductions": 24_700},
        (60_000, 6_000, 0, 29_300, 3_271, 0, 0, 0, 0, 0, 0),
    ),
    "AK": (
        {
            "filing_status": "joint",
            "wages": 178_000,
            "other_income": 84_000,
            "age": 70,
            "spouse_age": 70,
            "blind": "spouse",
            "itemized_deductions": 64_040,
        },
        (262_000, 0, 0, 197_960, 32_975, 0, 0, 0, 0, 0, None),
    ),
    "AM": (
        {"filing_status": "head", "other_income": 84_000, "age": 70, "blind": "you", "child_ages": "9 9", "itemized_deductions": 28_250},
        (84_000, 5_460, 0, 50_290, 5_679, 4_400, 0, 0, 0, 0, 0),
    ),
    "BK": ({"wages": 52_000, "child_ages": "9"}, (52_000, 0, 0, 35_900, 4_063, 2_200, 0, 0, 0, 0, 0)),
    "BL": ({"wages": 38_429, "child_ages": "9"}, (38_429, 0, 0, 22_329, 2_431, 2_200, 0, 2_104, 0, 0, 0)),
    "BQ": ({"wages": 130_000, "gross_receipts": 50_000}, (176_468, 0, 9_294, 151_074, 28_856, 0, 0, 0, 7_065, 0, 0)),
    "BR": ({"wages": 130_000, "gross_receipts": 900}, (130_836, 0, 167, 114_569, 20_095, 0, 0, 0, 127, 0, 0)),
    "BS": ({"wages": 130_000, "gross_receipts": 1_100}, (131_022, 0, 400, 114_522, 20_083, 0, 0, 0, 155, 0, 0)),
    "BT": ({"wages": 215_000, "gross_receipts": 10_000}, (224_866, 0, 1_789, 206_977, 42_689, 0, 0, 0, 268, None, 0)),
    "B-U": (
        {"wages": 230_000, "other_income": 50_000, "gross_receipts": 20_000},
        (299_732, 0, 400, 283_232, 67_901, 0, 0, 0, 536, None, 0),
    ),
    "BV": (
        {"filing_status": "joint", "wages": 0, "spouse_wages": 208_000, "gross_receipts": 50_000, "child_ages": "9 9 9"},
        (254_468, 0, 9_294, 212_974, 36_310, 6_600, 0, 0, 7_065, None, 0),
    ),
    "BZ": ({"wages": 530_000}, (530_000, 0, 0, 513_900, 148_634, 0, 0, 0, 0, 2_970, 0)),
    "CA": (
        {"filing_status": "head", "wages": 530_000, "child_ages": "9 9", "itemized_deductions": 32_900},
        (530_000, 0, 0, 497_100, None, 0, 0, 0, 0, 2_970, 0),
    ),
    "CB": (
        {"filing_status": "widowed", "wages": 500_000, "itemized_deductions": 40_400},
        (500_000, 0, 0, 459_600, 99_984, 0, 0, 0, 0, 2_700, 0),
    ),
    "CC": (
        {"filing_status": "joint", "wages": 230_000, "itemized_deductions": 35_000},
        (230_000, 0, 0, 195_000, 32_324, 0, 0, 0, 0, 0, 0),
    ),
    "CD": ({"filing_status": "joint", "wages": 634_000}, (634_000, 0, 0, 601_800, 148_169, 0, 0, 0, 0, 3_456, 0)),
    "CE": (
        {"filing_status": "separate", "wages": 256_000, "itemized_deductions": 19_675},
        (256_000, 0, 0, 236_325, 52_080, 0, 0, 0, 0, 1_179, 0),
    ),
    "CF": ({"filing_status": "separate", "wages": 412_000}, (412_000, 0, 0, 395_900, 107_565, 0, 0, 0, 0, 2_583, 0)),
}

SHEET = (
    "adjusted_gross_income",
    "senior_deduction",
    "qbi_deduction",
    "taxable_income",
    "bracket_tax",
    "child_credit_used",
    "refundable_child_credit",
    "earned_income_credit",
    "self_employment_tax",
    "additional_medicare_tax",
    "investment_tax",
)


def by_the_printed_table(taxable: float, status: str) -> float:
    """The tax as the IRS prints it for taxable income below $100,000: that on the middle of a row of $50 (Form 1040, line 16)."""
    brackets = dated.as_of("us/income_tax.brackets", date(2026, 12, 31)).value[status]
    middle = taxable // 50 * 50 + 25 if 3_000 <= taxable < TABLE_ENDS else taxable
    return in_bands(middle, brackets)


@pytest.mark.parametrize("column", IRS)
def test_irs_estimator_agrees(column: str) -> None:
    typed, sheet = IRS[column]
    inputs, errors = US.read({"country": "us", "tax_year": "2026", "wages": 0, "gross_receipts": 0, "expenses": 0} | typed)
    assert not errors
    result = US.outcome(inputs, DAY)
    ours = {name: result.value(name) for name in SHEET}
    ours["bracket_tax"] = by_the_printed_table(result.value("taxable_income"), result.value("filing_status"))
    ours["child_credit_used"] = min(result.value("child_credit_allowed"), ours["bracket_tax"])
    apart = {
        name: (ours[name], expected)
        for name, expected in zip(SHEET, sheet, strict=True)
        if expected is not None and abs(ours[name] - expected) > WHOLE
    }
    assert not apart


# Schedule SE as the estimator's own test SelfEmploymentSpec.scala has it for 2026: profit, wages, lines 12 and 13 in whole dollars.
SCHEDULE_SE = [
    (20_000, 0, 2_826, 1_413),
    (74_000, 0, 10_456, 5_228),
    (150_000, 0, 21_194, 10_597),
    (176_100, 0, 24_882, 12_441),
    (180_000, 0, 25_434, 12_717),
    (200_000, 0, 28_234, 14_117),
    (235_200, 0, 29_177, 14_589),
    (15_000, 74_000, 2_120, 1_060),
    (24_210, 150_000, 3_420, 1_710),
    (24_210, 200_000, 648, 324),
    (25_000, 235_200, 670, 335),
]


@pytest.mark.parametrize(("profit", "wages", "tax", "half"), SCHEDULE_SE)
def test_self_employment_tax_equals_the_irs_test_values(profit: int, wages: int, tax: int, half: int) -> None:
    inputs, _ = US.read({"country": "us", "tax_year": "2026", "wages": wages, "gross_receipts": profit, "expenses": 0})
    result = US.outcome(inputs, DAY)
    assert (result.value("self_employment_tax"), result.value("deductible_half")) == (
        pytest.approx(tax, abs=WHOLE),
        pytest.approx(half, abs=WHOLE),
    )


# HMRC's data2025.csv and data2026.csv: pay, Class 1 and Income Tax of a year. The tax code 1257L stands for £12,579, £9 above the
# Personal Allowance, which is taken into account here; 0T stands for no allowance at all.
CODES = {"1257L": 12_579, "0T": 0}
HMRC = [
    ("2025", "rest", "1257L", 20_000, 594.40, 1_484.20),
    ("2025", "rest", "1257L", 40_000, 2_194.40, 5_484.20),
    ("2025", "rest", "1257L", 60_000, 3_210.60, 11_428.40),
    ("2025", "rest", "1257L", 80_000, 3_610.60, 19_428.40),
    ("2025", "rest", "0T", 130_000, 4_610.60, 44_703.00),
    ("2025", "scotland", "1257L", 20_000, 594.40, 1_455.93),
    ("2025", "scotland", "1257L", 40_000, 2_194.40, 5_580.93),
    ("2025", "scotland", "1257L", 60_000, 3_210.60, 13_210.02),
    ("2025", "scotland", "1257L", 80_000, 3_610.60, 21_759.75),
    ("2026", "rest", "1257L", 20_000, 594.40, 1_484.20),
    ("2026", "rest", "1257L", 40_000, 2_194.40, 5_484.20),
    ("2026", "rest", "1257L", 60_000, 3_210.60, 11_428.40),
    ("2026", "rest", "1257L", 80_000, 3_610.60, 19_428.40),
    ("2026", "rest", "0T", 150_000, 5_010.60, 53_703.00),
    ("2026", "scotland", "1257L", 20_000, 594.40, 1_444.53),
    ("2026", "scotland", "1257L", 40_000, 2_194.40, 5_549.18),
    ("2026", "scotland", "1257L", 60_000, 3_210.60, 13_178.27),
    ("2026", "scotland", "1257L", 80_000, 3_610.60, 21_728.00),
    ("2026", "scotland", "0T", 150_000, 5_010.60, 59_634.35),
]


@pytest.mark.parametrize(("year", "region", "code", "pay", "contributions", "tax"), HMRC)
def test_hmrc_calculator_agrees(year: str, region: str, code: str, pay: int, contributions: float, tax: float) -> None:
    day = date(int(year) + 1, 4, 5)
    rest, scottish = (dated.as_of(f"uk/income_tax.{name}", day).value for name in ("bands", "scottish_bands"))
    assert uk.income_tax(region, pay - CODES[code], rest, scottish) == pytest.approx(tax, abs=0.005)
    result = UK.outcome(Inputs(country="uk", tax_year=year, uk_region=region, wages=float(pay), gross_receipts=0.0, expenses=0.0), DAY)
    assert result.value("class_1") == pytest.approx(contributions, abs=0.005)
    assert result.value("income_tax") == pytest.approx(
        in_bands(pay - result.value("personal_allowance"), scottish if region == "scotland" else rest)
    )


# The Scottish Parliament's "Table 8: Differences between Scottish and rUK income tax liabilities, 2026-27", as its own search page shows it
# (parliament.scot, read 26 November 2026): annual earnings, Scottish tax of 2026-27, and by how much that differs from the year before and
# from the rest of the United Kingdom. In whole pounds.
HOLYROOD = [
    (20_000, 1_446, -11, -40),
    (25_000, 2_446, -11, -40),
    (30_000, 3_451, -32, -35),
    (35_000, 4_501, -32, 15),
    (40_000, 5_551, -32, 65),
    (45_000, 6_882, -32, 396),
    (50_000, 8_982, -32, 1_496),
    (55_000, 11_082, -32, 1_650),
    (60_000, 13_182, -32, 1_750),
    (65_000, 15_282, -32, 1_850),
    (70_000, 17_382, -32, 1_950),
    (75_000, 19_482, -32, 2_050),
    (80_000, 21_732, -32, 2_300),
    (85_000, 23_982, -32, 2_550),
    (90_000, 26_232, -32, 2_800),
    (95_000, 28_482, -32, 3_050),
    (100_000, 30_732, -32, 3_300),
    (150_000, 59_634, -32, 5_931),
]


@pytest.mark.parametrize(("pay", "tax", "since", "beside"), HOLYROOD)
def test_scottish_parliament_table_agrees(pay: int, tax: int, since: int, beside: int) -> None:
    def answer(year: str, region: str) -> float:
        inputs = Inputs(country="uk", tax_year=year, uk_region=region, wages=float(pay), gross_receipts=0.0, expenses=0.0)
        return float(UK.outcome(inputs, DAY).value("income_tax"))

    result = answer("2026", "scotland")
    assert result == pytest.approx(tax, abs=0.5)
    assert result - answer("2025", "scotland") == pytest.approx(since, abs=0.5)
    assert result - answer("2026", "rest") == pytest.approx(beside, abs=0.5)


# HMRC's data2026_student_loan.csv and data2025_Oct_student_loan.csv: a plan, the pay, and twelve monthly repayments. Months are rounded
# down to whole pounds, so over a year HMRC's calculator may be up to £12 below the yearly sum.
LOANS = [
    ("2026", "plan_1", 27_433.32, 48),
    ("2026", "plan_1", 59_166.66, 2_904),
    ("2026", "plan_1", 103_033.32, 6_852),
    ("2026", "plan_2", 29_918.40, 48),
    ("2026", "plan_2", 61_651.68, 2_904),
    ("2026", "plan_4", 34_328.40, 48),
    ("2026", "plan_4", 66_061.68, 2_904),
    ("2026", "plan_5", 25_533.36, 48),
    ("2026", "plan_5", 57_266.64, 2_904),
    ("2026", "postgraduate", 21_800.04, 48),
    ("2026", "postgraduate", 69_400.08, 2_904),
    ("2025", "plan_1", 58_331.64, 2_904),
    ("2025", "plan_2", 60_736.68, 2_904),
    ("2025", "plan_4", 65_011.68, 2_904),
    ("2025", "postgraduate", 69_400.08, 2_904),
]


@pytest.mark.parametrize(("year", "plan", "pay", "repaid"), LOANS)
def test_hmrc_calculator_agrees_on_student_loans(year: str, plan: str, pay: float, repaid: int) -> None:
    result = UK.outcome(Inputs(country="uk", tax_year=year, uk_loans=(plan,), wages=pay, gross_receipts=0.0, expenses=0.0), DAY)
    assert repaid - 0.01 <= result.value("student_loan") < repaid + 12


# The Canada Revenue Agency's calculator on even pay every two weeks: federal and provincial tax of one payday. British Columbia and
# Newfoundland and Labrador changed their amounts of 2026 later in the year, so they are not here.
PAYDAYS = [
    ("on", 2_307.69, 205.32, 114.68),
    ("ab", 2_307.69, 205.32, 101.20),
    ("mb", 2_307.69, 205.32, 174.96),
    ("sk", 2_307.69, 205.32, 146.23),
    ("nb", 2_307.69, 205.32, 164.41),
    ("ns", 2_307.69, 205.32, 215.23),
    ("pe", 2_307.69, 205.32, 187.51),
    ("nt", 2_307.69, 205.32, 91.69),
    ("nu", 2_307.69, 205.32, 59.58),
    ("yt", 2_307.69, 205.32, 93.71),
    ("on", 1_153.85, 53.75, 40.57),
    ("mb", 1_153.85, 53.75, 50.49),
    ("ns", 1_153.85, 53.75, 54.10),
]


@pytest.mark.parametrize(("province", "pay", "federal", "provincial"), PAYDAYS)
def test_canada_revenue_agency_calculator_agrees(province: str, pay: float, federal: float, provincial: float) -> None:
    result = CA.outcome(Inputs(country="ca", tax_year="2026", province=province, wages=pay * 26, gross_receipts=0.0, expenses=0.0), DAY)
    # Its tables hold whole-dollar constants, which may shift a payday by two or three cents.
    assert result.value("federal_tax") / 26 == pytest.approx(federal, abs=0.03)
    # No employer counts Ontario's credit for low-income workers: it waits for the return.
    assert (result.value("provincial_tax") + result.value("lift_credit")) / 26 == pytest.approx(provincial, abs=0.03)
