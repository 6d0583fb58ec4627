"""Published worked examples for years that we do not cover, computed by our figures with that year's amounts.

What they print for years that we cover is in tests/cases/take-home-*.toml. Every example was read on 23 November 2026 in a stored copy of
its page; where only a report of it was read, the line says so.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.au import figures as au
from calculators.catalogue.take_home.brackets import in_bands
from calculators.catalogue.take_home.ca.calculator import CALCULATOR as CA
from calculators.catalogue.take_home.inputs import Inputs
from calculators.catalogue.take_home.uk import figures as uk
from calculators.catalogue.take_home.us import income as us
from calculators.engine import parameters as dated

# United States. Treasury Regulation section 1.199A-1(c)(3) and (d)(4), examples of 2018, read as the Leimberg help pages "IRS Examples"
# list them (support.leimberg.com): business income, taxable income before the deduction, threshold and range of the year, deduction.
BUSINESS_INCOME = [
    pytest.param(100_000, 81_000, 157_500, 50_000, 16_200, id="(c)(3) example 1: a computer repair shop, taxable income below income"),
    pytest.param(100_000, 270_000, 315_000, 100_000, 20_000, id="(c)(3) example 3: a couple, a fifth of business income"),
    pytest.param(1_000_000, 980_000, 157_500, 50_000, 0, id="(d)(4) example 1: above the range, no wages and no property"),
]


@pytest.mark.parametrize(("business", "taxable", "threshold", "width", "deduction"), BUSINESS_INCOME)
def test_business_income_deduction_of_the_regulations(business: int, taxable: int, threshold: int, width: int, deduction: int) -> None:
    lost = us.qbi_lost(taxable, threshold, width)
    assert us.qbi_deduction(business, 0.2, lost, taxable, 0, 0) == pytest.approx(deduction)


# United Kingdom. gov.uk, "Repaying your student loan: what you pay", three older states of the page: threshold a year, income a year and
# the repayment a month, in whole pounds rounded down.
REPAID_BY_MONTH = [
    ("plan_1", 17_775, 20_000, 16),
    ("plan_1", 17_775, 25_000, 54),
    ("plan_1", 17_775, 30_000, 91),
    ("plan_1", 17_775, 50_000, 241),
    ("plan_2", 21_000, 25_000, 30),
    ("plan_2", 21_000, 30_000, 67),
    ("plan_2", 21_000, 50_000, 217),
    ("plan_1", 18_330, 20_000, 12),
    ("plan_1", 18_330, 25_000, 50),
    ("plan_1", 18_330, 30_000, 87),
    ("plan_1", 18_330, 50_000, 237),
    ("plan_2", 25_000, 30_000, 37),
    ("plan_2", 25_000, 35_000, 75),
    ("plan_2", 25_000, 50_000, 187),
]


@pytest.mark.parametrize(("plan", "threshold", "income", "monthly"), REPAID_BY_MONTH)
def test_student_loan_repayments_of_gov_uk_tables(plan: str, threshold: int, income: int, monthly: int) -> None:
    assert math.floor(uk.student_loan((plan,), income, {plan: threshold}, 0.09, 0.06) / 12) == monthly


@pytest.mark.parametrize(("income", "monthly"), [(2_000, 38), (27_000 / 12, 60)])
def test_monthly_student_loan_repayment_of_gov_uk(income: float, monthly: int) -> None:
    """The same page in 2019-20, Plan 1 threshold £1,577 a month: £2,000 pays back £38, and £27,000 a year pays back £60 a month."""
    assert math.floor(uk.student_loan(("plan_1",), income, {"plan_1": 1_577}, 0.09, 0.06)) == monthly


@pytest.mark.parametrize(("lower", "upper", "rate", "full"), [(5_715, 43_875, 0.08, 3_052.80), (7_605, 42_475, 0.09, 3_138.30)])
def test_full_class_4_band_of_the_hmrc_manual(lower: int, upper: int, rate: float, full: float) -> None:
    """HMRC, National Insurance Manual NIM24181 (2010-11) and NIM24187 (2012-13), steps 1 and 2 of the annual maximum.

    The later steps add a compulsory Class 2 contribution, which there has not been since April 2024.
    """
    bands: Any = [{"upto": lower, "rate": 0.0}, {"upto": upper, "rate": rate}, {"rate": 0.02}]
    assert uk.class_4_room(0.0, bands, bands) * rate == pytest.approx(full)
    assert uk.class_4("no", "trade", upper, upper - lower, upper - lower, bands) == pytest.approx(full)


# Canada. Payroll Deductions Formulas T4127, 122nd edition, chapter 4, regular bonus calculation: the agency's own PDF, pages 18 and 19.


@pytest.mark.parametrize(("taxable", "paid", "tax"), [(55_450.76, 491.63, 4_758.06), (52_975.28, 468.60, 4_434.52)])
def test_federal_tax_of_the_cra_bonus_example(taxable: float, paid: float, tax: float) -> None:
    """Federal tax is 14% of A less K1 = $2,303.28, K2 and K4 = $210.14."""
    bands = dated.as_of("ca/federal.bands", date(2026, 12, 31)).value
    k1 = bands[0]["rate"] * dated.as_of("ca/federal.basic_most", date(2026, 12, 31)).value
    k4 = bands[0]["rate"] * dated.as_of("ca/federal.employment_amount", date(2026, 12, 31)).value
    assert (round(k1, 2), round(k4, 2)) == (2_303.28, 210.14)
    assert in_bands(taxable, bands) - k1 - k4 - paid == pytest.approx(tax, abs=0.01)


def test_both_pension_ceilings_of_the_cra_example() -> None:
    """T4127, 122nd edition, appendix 1, scenario 1: 24 payments of $4,200 come to $4,230.45 of CPP and $416.00 of CPP2 (page 44)."""
    result = CA.outcome(Inputs(country="ca", tax_year="2026", wages=24 * 4_200.0, gross_receipts=0.0, expenses=0.0), date(2026, 11, 23))
    assert result.value("pension_on_pay") == pytest.approx(4_230.45 + 416.00, abs=0.005)


# Australia. Budget 2025-26, "New tax cuts for every Australian taxpayer": a cut of $268 in 2026-27 and of $536 from 2027-28 for whoever
# earns $45,000 or more, read in reports of it (dmca.com.au quotes budget.gov.au); rates as enacted by Act 28 of 2025.


@pytest.mark.parametrize(("first", "cut"), [(2026, 268), (2027, 536)])
@pytest.mark.parametrize("income", [45_000, 79_000, 250_000])
def test_tax_cut_of_the_budget(first: int, cut: int, income: int) -> None:
    before, after = (dated.as_of("au/income_tax.brackets", date(year + 1, 6, 30)).value for year in (2025, first))
    assert au.bracket_tax(income, before) - au.bracket_tax(income, after) == pytest.approx(cut)


def test_tax_act_example_of_kilometers_above_the_limit() -> None:
    """Income Tax Assessment Act 1997, section 28-25(2): "you could claim for 5,000, and would lose the extra 85"."""
    assert au.car_deduction(5_085, 1.0, 5_000) == 5_000
