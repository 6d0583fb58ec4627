"""The rules of each state's income tax at their limits: bands, cliffs, and what one state does and others do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from calculators.catalogue.take_home.brackets import in_bands
from calculators.catalogue.take_home.us.states import places
from calculators.catalogue.take_home.us.states.household import Household
from calculators.catalogue.take_home.us.states.rules import rules_of

from .state_household import NOBODY

ALL = tuple((state, year) for state in places.TAXED for year in ("2025", "2026"))
STATUSES = ("single", "joint", "separate", "head", "widowed")


def edges() -> Iterator[Any]:
    for state, year in ALL:
        for status in STATUSES:
            bands = rules_of(state, year).values.bands("bands", status)
            for index, band in enumerate(bands[:-1]):
                yield pytest.param(state, year, status, index, id=f"{state}-{year}-{status}-{band['upto']}")


@pytest.mark.parametrize(("state", "year", "status", "index"), list(edges()))
def test_rate_changes_at_the_cent_above_a_band(state: str, year: str, status: str, index: int) -> None:
    bands = rules_of(state, year).values.bands("bands", status)
    edge = bands[index]["upto"]
    below, at, above = (in_bands(edge + cents / 100, bands) for cents in (-1, 0, 1))
    assert at - below == pytest.approx(bands[index]["rate"] / 100, abs=1e-9)
    assert above - at == pytest.approx(bands[index + 1]["rate"] / 100, abs=1e-9)


def tax_of(state: str, year: str, household: Household) -> float:
    rules = rules_of(state, year)
    taxable = max(0.0, rules.income(household) - rules.deducted(household))
    tax = rules.tax(household, taxable)
    return tax - rules.credited(household, tax) + rules.added(household, tax) - rules.refunded(household, tax)


# For each cliff: the state, the year, the household, its federal adjusted gross income at the last cent before, and how much more tax the
# next cent brings, worked out from the form (in Ohio at 26,050 less the exemption credit of 20).
CLIFFS = (
    ("oh", "2025", NOBODY, 26_050 + 2_400, 342.00 - 20),
    ("oh", "2026", NOBODY, 26_050 + 2_400, 332.00 - 20),
    ("oh", "2025", NOBODY, 100_000 + 1_900, 18.695),
    ("oh", "2025", NOBODY, 40_000, 250 * 0.0275),
    ("oh", "2025", NOBODY, 80_000, 250 * 0.0275),
    ("oh", "2025", NOBODY, 750_000, 1_900 * 0.03125),
    ("oh", "2026", NOBODY, 500_000, 1_900 * 0.0275),
    ("il", "2025", NOBODY, 250_000, 2_850 * 0.0495),
    ("il", "2025", replace(NOBODY, status="joint"), 500_000, 5_700 * 0.0495),
    ("nc", "2025", replace(NOBODY, status="head", children=1), 30_000, 500 * 0.0425),
    ("nc", "2025", replace(NOBODY, status="head", children=2), 105_000, 1_000 * 0.0425),
    ("nc", "2026", replace(NOBODY, status="joint", children=1), 140_000, 500 * 0.0399),
    ("ga", "2025", NOBODY, 14_999.99, 3.0),
    ("ga", "2025", NOBODY, 19_999.99, 5.0),
    ("in", "2025", replace(NOBODY, seniors=1), 39_999.99, 500 * 0.03),
    ("az", "2025", NOBODY, 12_500, 25.0),
    ("az", "2025", replace(NOBODY, status="head", children=1), 200_000, 5.0),
    ("ky", "2025", NOBODY, 19_876, (19_876 - 3_270) * 0.04 * 0.1),
    ("ky", "2025", NOBODY, 20_345, (20_345 - 3_270) * 0.04 * 0.1),
    ("ky", "2025", replace(NOBODY, status="head", children=1), 26_861, (26_861 - 3_270) * 0.04 * 0.1),
    ("ri", "2025", NOBODY, 254_250, 16_000 * 0.2 * 0.0599),
    ("ri", "2026", NOBODY, 261_000, 16_450 * 0.2 * 0.0599),
    ("wv", "2025", NOBODY, 15_650, (222 + 3_650 * 0.0296) * 0.1),
    ("wv", "2025", NOBODY, 18_350, (222 + 6_350 * 0.0296) * 0.1),
    ("ut", "2025", replace(NOBODY, federal_basic=15_750, federal_deduction=0.0), 15_750, 15_750 * 0.045),
)


@pytest.mark.parametrize(("state", "year", "household", "last", "jump"), CLIFFS, ids=lambda value: getattr(value, "status", str(value)))
def test_tax_jumps_at_the_cent_above_a_cliff(state: str, year: str, household: Household, last: float, jump: float) -> None:
    at, above = (tax_of(state, year, replace(household, agi=income, pay=income)) for income in (last, last + 0.01))
    assert above - at == pytest.approx(jump, abs=0.002)


@pytest.mark.parametrize(("income", "share"), [(16_000, 1.0), (16_000.01, 0.9), (16_250, 0.9), (18_250, 0.1), (18_250.01, 0.0)])
def test_pennsylvania_forgives_a_tenth_less_each_step(income: float, share: float) -> None:
    """The table of Schedule SP for one child: 100% to 16,000, 10% to 18,250."""
    parent = replace(NOBODY, status="head", children=1, pay=income)
    assert tax_of("pa", "2025", parent) == pytest.approx(income * 0.0307 * (1 - share))


def test_pennsylvania_counts_a_couple_together_for_forgiveness() -> None:
    """Table 2 of Schedule SP: 100% to 13,000 for a couple, also where they file separately."""
    apart = replace(NOBODY, status="separate", pay=6_500, spouse_pay=6_500)
    assert tax_of("pa", "2025", apart) == 0
    assert tax_of("pa", "2025", replace(apart, spouse_pay=9_000)) == pytest.approx(6_500 * 0.0307)
    assert tax_of("pa", "2025", replace(NOBODY, status="joint", pay=13_000.01)) == pytest.approx(13_000.01 * 0.0307 * 0.1)


def test_kentucky_spouses_pay_the_lower_of_joint_and_separate() -> None:
    """Each has a standard deduction of 3,270 if they compute apart: 130.80 less where both earn more than that."""
    couple = replace(NOBODY, status="joint", agi=100_000, pay=100_000)
    assert tax_of("ky", "2025", couple) == pytest.approx(96_730 * 0.04)
    assert tax_of("ky", "2025", replace(couple, spouse_pay=40_000)) == pytest.approx((100_000 - 2 * 3_270) * 0.04)


def test_mississippi_leaves_each_spouse_an_untaxed_slice() -> None:
    couple = replace(NOBODY, status="joint", agi=100_000, pay=100_000)
    assert tax_of("ms", "2025", couple) == pytest.approx((100_000 - 16_600 - 10_000) * 0.044)
    assert tax_of("ms", "2025", replace(couple, spouse_pay=40_000)) == pytest.approx((100_000 - 16_600 - 20_000) * 0.044)
    assert tax_of("ms", "2025", replace(couple, spouse_pay=4_000)) == pytest.approx((100_000 - 16_600 - 14_000) * 0.044)


def test_ohio_taxes_business_income_only_above_its_limit() -> None:
    """Ohio Revised Code 5747.01(A)(28): the first 250,000 is deducted, the rest is taxed at 3%."""
    gig = replace(NOBODY, agi=350_000, pay=50_000, profit=300_000)
    pay = 342 + (50_000 - 1_900 - 26_050) * 0.0275
    assert tax_of("oh", "2025", replace(gig, profit=250_000, agi=300_000)) == pytest.approx(pay)
    assert tax_of("oh", "2025", gig) == pytest.approx(pay + 50_000 * 0.03)
    assert tax_of("oh", "2025", replace(gig, status="separate", agi=150_000, pay=0, profit=150_000)) == pytest.approx(23_100 * 0.03)


def test_georgia_excludes_retirement_income_from_62() -> None:
    """Interest and 5,000 of earnings, up to 35,000 from 62 and up to 65,000 from 65, for each spouse."""
    worker = replace(NOBODY, agi=60_000, pay=50_000, interest=10_000)
    taxed = 60_000 - 12_000
    assert tax_of("ga", "2025", replace(worker, age=61)) == pytest.approx(taxed * 0.0519)
    assert tax_of("ga", "2025", replace(worker, age=62)) == pytest.approx((taxed - 15_000) * 0.0519)
    rich = replace(worker, agi=150_000, interest=100_000)
    assert tax_of("ga", "2025", replace(rich, age=64)) == pytest.approx((138_000 - 35_000) * 0.0519)
    assert tax_of("ga", "2025", replace(rich, age=65)) == pytest.approx((138_000 - 65_000) * 0.0519)
    couple = replace(worker, status="joint", age=62, spouse_age=62, spouse_pay=20_000)
    assert tax_of("ga", "2025", couple) == pytest.approx((60_000 - 24_000 - 15_000 - 5_000) * 0.0519)


@pytest.mark.parametrize(
    ("year", "age", "less"), [("2025", 66, 0), ("2025", 67, 14_200), ("2025", 73, 20_000), ("2025", 80, 0), ("2026", 73, 14_100)]
)
def test_michigan_deducts_more_for_older_people(year: str, age: int, less: float) -> None:
    """20,000, less the exemption of 5,800 (5,900 in 2026) for those born after 1952; nothing for those born before 1946."""
    exemption = 5_800 if year == "2025" else 5_900
    assert tax_of("mi", year, replace(NOBODY, agi=60_000, age=age)) == pytest.approx((60_000 - exemption - less) * 0.0425)


def test_west_virginia_leaves_low_earnings_untaxed() -> None:
    """Earned income is excluded where federal adjusted gross income is not above 10,000; the interest is not."""
    worker = replace(NOBODY, agi=10_000, pay=6_000, interest=4_000)
    rules = rules_of("wv", "2025")
    assert rules.deducted(worker) == 2_000 + 6_000
    assert rules.deducted(replace(worker, agi=10_000.01)) == 2_000


def test_west_virginia_subtracts_8_000_for_each_senior() -> None:
    couple = replace(NOBODY, status="joint", agi=90_000, pay=90_000, spouse_pay=5_000, age=66, spouse_age=66, seniors=2)
    assert rules_of("wv", "2025").deducted(couple) == 4_000 + 8_000 + 5_000
    assert rules_of("wv", "2025").deducted(replace(couple, age=64)) == 4_000 + 5_000


def test_kansas_adds_to_the_deduction_for_age_and_blindness() -> None:
    """Schedule of 2025: 850 for an unmarried person, 700 for a married one, for each reason."""
    assert rules_of("ks", "2025").deducted(replace(NOBODY, seniors=1, blind=1)) == 3_605 + 2 * 850 + 9_160
    assert rules_of("ks", "2025").deducted(replace(NOBODY, status="joint", seniors=2)) == 8_240 + 2 * 700 + 18_320


def test_idaho_adds_its_building_fund_tax_after_credits() -> None:
    """10 dollars on every return that has to be filed, which no credit covers; none for the blind (Form 40)."""
    parent = replace(NOBODY, status="head", children=1, pay=30_000, taxable_income=10_622, federal_basic=23_625)
    assert tax_of("id", "2025", parent) == pytest.approx(10 - 2 * 155)
    assert tax_of("id", "2025", replace(parent, blind=1)) == pytest.approx(-2 * 155)
    assert tax_of("id", "2025", replace(parent, pay=23_625, taxable_income=0)) == pytest.approx(-2 * 155)


def test_idaho_files_from_a_higher_income_at_65() -> None:
    """Sections 63-3030 and 6012(a)(1)(B): 31,500 and 1,600 for a couple of whom one is 65."""
    couple = replace(NOBODY, status="joint", seniors=1, federal_basic=31_500, federal_extra=1_600)
    assert tax_of("id", "2025", replace(couple, pay=33_100)) == pytest.approx(-2 * 155)
    assert tax_of("id", "2025", replace(couple, pay=33_101)) == pytest.approx(10 - 2 * 155)


def test_virginia_takes_nothing_below_its_filing_threshold() -> None:
    """Form 760: single below 11,950. The credit for low incomes covers the tax to the poverty guideline, 15,650."""
    taxable = 15_650.01 - 8_750 - 930
    tax = 60 + 60 + (taxable - 5_000) * 0.05
    assert tax_of("va", "2025", replace(NOBODY, agi=11_949.99, pay=11_949.99)) == 0
    assert tax_of("va", "2025", replace(NOBODY, agi=15_650, pay=15_650)) == 0
    assert tax_of("va", "2025", replace(NOBODY, agi=15_650.01, pay=15_650.01)) == pytest.approx(tax)


def test_virginia_deduction_for_age_fades_by_the_dollar() -> None:
    senior = replace(NOBODY, age=66, seniors=1, agi=50_000)
    base = 8_750 + 930 + 800
    assert rules_of("va", "2025").deducted(senior) == base + 12_000
    assert rules_of("va", "2025").deducted(replace(senior, agi=55_000)) == base + 7_000
    assert rules_of("va", "2025").deducted(replace(senior, agi=62_000)) == base


def test_virginia_adjusts_for_what_each_spouse_has_left() -> None:
    """A spouse of 67 with 21,730 has 21,730 − 930 − 800 − 12,000 = 8,000 left, taxed with 270 apart and 460 together."""
    couple = replace(NOBODY, status="joint", agi=70_000, pay=70_000, spouse_pay=21_730, age=40, spouse_age=67, seniors=1)
    taxable = 70_000 - 12_000 - 17_500 - 2 * 930 - 800
    together = 720 + (taxable - 17_000) * 0.0575
    apart = 720 + (taxable - 8_000 - 17_000) * 0.0575 + 120 + 3_000 * 0.05
    assert tax_of("va", "2025", couple) == pytest.approx(apart)
    assert together - apart == pytest.approx(190)


def test_arizona_subtracts_the_federal_senior_deduction() -> None:
    senior = replace(NOBODY, agi=60_000, seniors=1, senior_deduction=6_000)
    assert tax_of("az", "2025", senior) == pytest.approx((60_000 - 15_750 - 2_100 - 6_000) * 0.025)


def test_ohio_credits_a_share_of_the_tax_to_two_earners() -> None:
    """Married filing jointly with 45,000 each: 10% of the tax, at most 650."""
    couple = replace(NOBODY, status="joint", agi=70_000, pay=70_000, spouse_pay=20_000)
    tax = 342 + (70_000 - 2 * 2_150 - 26_050) * 0.0275
    assert tax_of("oh", "2025", couple) == pytest.approx(tax * 0.9)
    assert tax_of("oh", "2025", replace(couple, spouse_pay=499)) == pytest.approx(tax)
    gig_alone = replace(couple, agi=95_000, pay=70_000, spouse_pay=70_000, profit=27_000, deductible_half=2_000)
    assert tax_of("oh", "2025", gig_alone) == pytest.approx(342 + (68_000 - 2 * 1_900 - 26_050) * 0.0275)


def test_illinois_pays_its_credit_to_the_young_and_the_old() -> None:
    """Public Act 102-700: without children, from 18 on, where the federal credit begins at 25 and ends at 64."""
    worker = replace(NOBODY, agi=10_000, pay=10_000, eitc_at_any_age=600.0, age=20)
    assert tax_of("il", "2025", worker) == pytest.approx((10_000 - 2_850) * 0.0495 - 120)
    assert tax_of("il", "2025", replace(worker, age=17)) == pytest.approx((10_000 - 2_850) * 0.0495)


def test_nebraska_takes_no_more_than_federal_tax() -> None:
    """Form 1040N, line 35: 60,000 less 8,600 is taxed with 2,194.81, less 171; a federal tax of 2,000 is the limit."""
    tax = 4_030 * 0.0246 + 20_090 * 0.0351 + 14_750 * 0.0501 + 12_530 * 0.052 - 171
    worker = replace(NOBODY, agi=60_000, federal_tax=5_000)
    assert tax_of("ne", "2025", worker) == pytest.approx(tax)
    assert tax_of("ne", "2025", replace(worker, federal_tax=2_000)) == pytest.approx(2_000)


def test_nebraska_pays_for_young_children_up_to_poverty() -> None:
    """21,150 for two people in 2025, 21,640 in 2026; children of 6 and over do not count."""
    parent = replace(NOBODY, status="head", children=1, under_12=1, under_6=1, agi=21_150)
    assert tax_of("ne", "2025", parent) == pytest.approx(-2_000)
    assert tax_of("ne", "2025", replace(parent, agi=21_150.01)) == 0
    assert tax_of("ne", "2025", replace(parent, under_6=0)) == 0
    assert tax_of("ne", "2026", replace(parent, agi=21_640)) == pytest.approx(-2_000)


def test_north_dakota_credits_two_high_earners() -> None:
    """Worksheet of 2025: 50,000 less 15,750 is untaxed apart; of 90,250 left 41,775 is taxed, together 43,525."""
    couple = replace(NOBODY, status="joint", pay=156_000, spouse_pay=50_000, taxable_income=124_500)
    assert tax_of("nd", "2025", couple) == pytest.approx(41_775 * 0.0195)
    assert tax_of("nd", "2025", replace(couple, spouse_pay=78_000)) == pytest.approx(2 * 13_775 * 0.0195)
    assert tax_of("nd", "2025", replace(couple, spouse_pay=47_550)) == pytest.approx(43_525 * 0.0195)
    capped = replace(couple, pay=200_000, spouse_pay=100_000, taxable_income=200_000)
    assert tax_of("nd", "2026", capped) == pytest.approx((200_000 - 82_800) * 0.0195 - 312)
    low = replace(couple, pay=110_000, taxable_income=81_036)
    assert tax_of("nd", "2025", low) == pytest.approx(61 * 0.0195)
    assert tax_of("nd", "2025", replace(low, taxable_income=81_036.01)) == 0


def test_montana_taxes_income_before_business_deduction() -> None:
    """Federal deductions are taken off, the one for business income is not; 5,660 for each of 65 or over."""
    senior = replace(NOBODY, agi=60_000, taxable_income=30_000, federal_deduction=17_750, senior_deduction=6_000, seniors=1)
    taxed = 60_000 - 17_750 - 6_000 - 5_660
    assert tax_of("mt", "2025", senior) == pytest.approx(21_100 * 0.047 + (taxed - 21_100) * 0.059)


def test_iowa_takes_no_more_than_income_above_the_exemption() -> None:
    """A single person pays nothing up to 9,000, then at most each dollar above it; from 65 on, 24,000."""
    worker = replace(NOBODY, agi=9_000.0, taxable_income=9_000.0)
    assert tax_of("ia", "2025", worker) == 0
    assert tax_of("ia", "2025", replace(worker, agi=9_100.0)) == pytest.approx(100)
    assert tax_of("ia", "2025", replace(worker, agi=10_000.0)) == pytest.approx(9_000 * 0.038 - 40)
    assert tax_of("ia", "2026", replace(worker, agi=24_000.0, age=65, seniors=1)) == 0
    assert tax_of("ia", "2026", replace(worker, agi=24_100.0, age=65, seniors=1)) == pytest.approx(100)


def test_iowa_taxes_couples_by_the_alternate_rate_if_less() -> None:
    """Above 13,500 at 4.3%, less 40 for each; separate spouses count together and share it by income."""
    couple = replace(NOBODY, status="joint", agi=16_500.0, taxable_income=10_000.0)
    assert tax_of("ia", "2025", couple) == pytest.approx(3_000 * 0.043 - 80)
    assert tax_of("ia", "2025", replace(couple, agi=13_500.0)) == 0
    apart = replace(couple, status="separate", agi=12_000.0, spouse_pay=8_000.0)
    assert tax_of("ia", "2025", apart) == pytest.approx(6_500 * 0.043 * 0.6 - 40)


def test_delaware_pays_out_the_credit_that_is_worth_more() -> None:
    """A tax of 5% of nothing leaves the 20% useless: 4.5% of the federal credit is paid out."""
    parent = replace(NOBODY, status="head", children=1, agi=8_000.0, pay=8_000.0, earned_income_credit=3_000.0)
    assert tax_of("de", "2025", parent) == pytest.approx(-135)
    assert tax_of("de", "2025", replace(parent, agi=63_250.0)) == pytest.approx(2_943.5 - 220 - 600)


def test_delaware_excludes_interest_from_60_on() -> None:
    """12,500 of interest at most, from age 60; 110 more of credit from then on; 2,000 excluded with little income."""
    saver = replace(NOBODY, agi=63_250.0, interest=20_000.0, age=60)
    assert tax_of("de", "2025", saver) == pytest.approx(2_943.5 - 12_500 * 0.0555 - 220)
    assert tax_of("de", "2025", replace(saver, age=59)) == pytest.approx(2_943.5 - 110)
    poor = replace(NOBODY, agi=10_000.0, age=64)
    assert tax_of("de", "2025", replace(poor, age=59)) == pytest.approx(66 + 1_750 * 0.039 - 110)
    assert tax_of("de", "2025", poor) == 0
    assert tax_of("de", "2025", replace(poor, agi=10_000.01)) == 0


def test_delaware_divides_credits_for_dependents_between_columns() -> None:
    """Each spouse keeps a credit of 110; those of three children go to the column that has tax left."""
    couple = replace(NOBODY, status="joint", children=3, agi=70_000.0, pay=70_000.0, spouse_pay=6_750.0, spouse_age=40)
    own, spouse = 1_001 + 35_000 * 0.0555, 1_500 * 0.022
    assert tax_of("de", "2025", couple) == pytest.approx(own - 440, abs=0.01)
    assert spouse < 110


def test_oklahoma_exempts_seniors_and_relieves_sales_tax() -> None:
    """1,000 more from 65 on up to 15,000 of income; 40 a person up to 20,000 of gross income, or 50,000 from 65 on."""
    worker = replace(NOBODY, agi=20_000.0, pay=20_000.0)
    tax = 153.5 + (20_000 - 7_350 - 7_200) * 0.0475
    assert tax_of("ok", "2025", worker) == pytest.approx(tax - 40)
    assert tax_of("ok", "2025", replace(worker, pay=20_000.01)) == pytest.approx(tax)
    senior = replace(worker, age=65, seniors=1, pay=50_000.0)
    assert tax_of("ok", "2025", senior) == pytest.approx(tax - 40)
    assert tax_of("ok", "2025", replace(senior, pay=50_000.01)) == pytest.approx(tax)
    assert tax_of("ok", "2026", replace(senior, agi=15_000.0)) == pytest.approx(109.25 - (7_200 - 6_650) * 0.035 - 40)
    assert tax_of("ok", "2026", replace(senior, agi=15_000.01)) == pytest.approx(109.25 + 450.01 * 0.045 - 40)


def test_oklahoma_limits_its_credits_for_families() -> None:
    """5% of the child credit up to 100,000 of income; 5% of 538 without children, from 25 to 64, with 3,650 of investment income."""
    parent = replace(NOBODY, agi=100_000.0, pay=90_000.0, child_credit=2_200.0)
    tax = 153.5 + (100_000 - 7_350 - 7_200) * 0.0475
    assert tax_of("ok", "2025", parent) == pytest.approx(tax - 110)
    assert tax_of("ok", "2025", replace(parent, agi=100_000.01)) == pytest.approx(tax, abs=0.01)
    worker = replace(NOBODY, agi=8_000.0, pay=8_000.0, interest=3_650.0)
    assert tax_of("ok", "2025", worker) == pytest.approx(650 * 0.0025 - 0.05 * 538 - 40)
    for barred in (replace(worker, interest=3_650.01), replace(worker, age=24), replace(worker, status="separate")):
        assert tax_of("ok", "2025", barred) == pytest.approx(650 * 0.0025 - 40)


def test_missouri_taxes_spouses_on_their_shares() -> None:
    """Two halves of 40,000 go through the bands apart; a spouse without income adds nothing."""
    couple = replace(NOBODY, status="joint", agi=72_000.0, pay=72_000.0, spouse_pay=36_000.0, federal_deduction=32_000.0)
    half = 1_313 * 0.195 + (20_000 - 9_191) * 0.047
    assert tax_of("mo", "2025", couple) == pytest.approx(2 * half)
    assert tax_of("mo", "2025", replace(couple, spouse_pay=0.0)) == pytest.approx(half + 20_000 * 0.047)


def test_missouri_deducts_federal_tax_by_income() -> None:
    """35% up to 25,000, 25% up to 50,000, at most 10,000; after the child and earned income credits."""
    worker = replace(NOBODY, agi=25_000.0, federal_tax=1_000.0)
    assert tax_of("mo", "2025", worker) == pytest.approx(1_313 * 0.195 + (25_000 - 350 - 9_191) * 0.047)
    assert tax_of("mo", "2025", replace(worker, agi=25_000.01)) == pytest.approx(1_313 * 0.195 + (25_000 - 250 - 9_191) * 0.047, abs=0.01)
    credited = replace(worker, child_credit=1_900.0, refundable_child_credit=1_500.0, earned_income_credit=100.0, interest=4_401.0)
    assert tax_of("mo", "2025", credited) == pytest.approx(1_313 * 0.195 + (25_000 - 175 - 9_191) * 0.047)


def test_colorado_adds_deductions_back_at_high_incomes() -> None:
    """From 300,000 on, what exceeds 12,000, in 2026 1,000; above 500,000 the business income deduction."""
    rich = replace(NOBODY, agi=300_000.0, federal_deduction=15_750.0, taxable_income=280_000.0)
    assert tax_of("co", "2025", replace(rich, agi=299_999.99)) == pytest.approx(280_000 * 0.044 - 59)
    assert tax_of("co", "2025", rich) == pytest.approx(283_750 * 0.044 - 59)
    assert tax_of("co", "2026", rich) == pytest.approx(294_750 * 0.044)
    richer = replace(rich, agi=500_000.01, taxable_income=474_250.0)
    assert tax_of("co", "2026", richer) == pytest.approx(499_000.01 * 0.044)


def test_colorado_pays_credits_by_age_and_income() -> None:
    """1,200 under 6 up to 26,000, then 600; 3,273 and three quarters of it for older children; half of the federal credit from 19."""
    parent = replace(NOBODY, status="head", children=2, under_6=1, agi=15_000.0)
    assert tax_of("co", "2025", parent) == pytest.approx(-1_200 - 1.75 * 3_273 - 19)
    assert tax_of("co", "2025", replace(parent, agi=15_000.01)) == pytest.approx(-1_200 - 1.75 * 3_273 * 0.93125 - 19)
    assert tax_of("co", "2026", replace(parent, agi=26_000.0)) == pytest.approx(-1_200)
    assert tax_of("co", "2026", replace(parent, agi=26_000.01)) == pytest.approx(-600)
    young = replace(NOBODY, agi=10_000.0, eitc_at_any_age=600.0)
    assert [tax_of("co", "2025", replace(young, age=age)) for age in (18, 19, 24, 40)] == pytest.approx([-19, -319, -319, -19])
