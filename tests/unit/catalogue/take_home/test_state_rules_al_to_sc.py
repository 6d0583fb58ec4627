"""The rules of Alabama, Arkansas, California, Connecticut, New Jersey, New York, Oregon and South Carolina at their limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.catalogue.take_home.test_state_rules import NOBODY, tax_of


def test_california_lowers_exemption_credits_by_steps() -> None:
    """Six dollars for each 2,500 above 252,203, or part of it, from each of 153 and 475; on a separate return for each 1,250."""
    parent = replace(NOBODY, children=1, agi=252_203.0)
    step = tax_of("ca", "2025", replace(parent, agi=252_203.01)) - tax_of("ca", "2025", parent)
    assert step == pytest.approx(12, abs=0.002)
    apart = replace(parent, status="separate", children=0)
    jump = tax_of("ca", "2025", replace(apart, agi=253_453.01)) - tax_of("ca", "2025", replace(apart, agi=253_453.0))
    assert jump == pytest.approx(6, abs=0.002)


def test_california_pays_its_earned_income_credit_to_a_limit() -> None:
    """6.5025% of 4,661 at most without children, 38.25% of 9,823 with three; nothing from 32,901, or with interest above 4,814."""
    worker = replace(NOBODY, pay=4_661.0, agi=4_661.0)
    parent = replace(NOBODY, status="head", children=4, pay=9_823.0, agi=9_823.0, eitc_at_any_age=1.0)
    assert tax_of("ca", "2025", worker) == pytest.approx(-0.065025 * 4_661)
    assert tax_of("ca", "2025", replace(worker, pay=5_000.0, agi=5_000.0)) == pytest.approx(-0.065025 * (4_661 - 339))  # falls as it rose
    assert tax_of("ca", "2025", parent) == pytest.approx(-0.3825 * 9_823)
    assert tax_of("ca", "2025", replace(worker, age=17)) == 0
    assert tax_of("ca", "2025", replace(parent, age=17)) == pytest.approx(-0.3825 * 9_823)
    assert tax_of("ca", "2025", replace(worker, interest=4_814.01)) == 0
    last = replace(parent, pay=32_900.99, agi=32_900.99, children=1)
    assert tax_of("ca", "2025", last) == pytest.approx(0, abs=0.01)
    assert tax_of("ca", "2025", replace(parent, status="separate", eitc_at_any_age=0.0)) == 0


def test_california_pays_a_young_child_credit_without_earnings() -> None:
    """1,189 with a child under 6, once; after a loss of up to 35,640; less 21.71% of earnings above 27,425."""
    parent = replace(NOBODY, status="head", children=2, under_6=2, profit=-35_640.0, agi=-35_640.0)
    assert tax_of("ca", "2025", parent) == pytest.approx(-1_189)
    assert tax_of("ca", "2025", replace(parent, profit=-35_640.01, agi=-35_640.01)) == 0
    assert tax_of("ca", "2025", replace(parent, under_6=0)) == 0
    at, above = (tax_of("ca", "2025", replace(parent, profit=profit, agi=profit)) for profit in (27_425.0, 28_425.0))
    assert above - at == pytest.approx(217.1 + 635 * 1_000 / (32_901 - 9_823 - (0.34 * 9_823 - 635) / 0.34))


def test_new_york_takes_the_lower_rates_back() -> None:
    """All of 568.25 at 157,650, a head of household's smaller benefit at 100,000 taxed, and 10.9% of everything above 25 million."""
    single = replace(NOBODY, agi=157_650.0)
    assert tax_of("ny", "2025", single) == pytest.approx(0.06 * 149_650)
    assert tax_of("ny", "2025", replace(single, agi=107_650.0)) == pytest.approx(4_270.75 + 19_000 * 0.06)
    head = replace(NOBODY, status="head", agi=111_200.0)
    plain = 512 + 4_850 * 0.045 + 3_250 * 0.0525 + 79_100 * 0.055
    assert tax_of("ny", "2025", head) == pytest.approx(plain + (6_000 - plain) * 3_550 / 50_000)
    joint = replace(NOBODY, status="joint", agi=216_050.0)
    schedule = 686 + 6_450 * 0.045 + 4_300 * 0.0525 + 133_650 * 0.055 + 38_450 * 0.06
    assert tax_of("ny", "2025", joint) == pytest.approx(schedule + 333 + 807)
    assert tax_of("ny", "2025", replace(single, agi=25_000_000.01)) == pytest.approx(0.109 * 24_992_000.01)


def test_new_york_credits_fall_with_income() -> None:
    """The household credit by steps, 16.50 off the child credit for each full 1,000, and no household credit twice."""
    parent = replace(NOBODY, status="head", child_ages=(16, 3), agi=75_000.0, children=2)
    lost = tax_of("ny", "2025", replace(parent, agi=76_000.0)) - tax_of("ny", "2025", replace(parent, agi=75_999.99))
    assert lost == pytest.approx(16.5, abs=0.002)
    assert tax_of("ny", "2025", replace(NOBODY, status="head", child_ages=(17, 16, 4, 3), agi=0.0)) == pytest.approx(-1_660)
    low = replace(NOBODY, agi=28_000.0, earned_income_credit=100.0)
    assert tax_of("ny", "2025", low) == pytest.approx(340 + 144 + 115.5 + 6_100 * 0.055 - 20 - 10)
    above = tax_of("ny", "2025", replace(low, agi=28_000.01, earned_income_credit=0.0))
    assert above == pytest.approx(340 + 144 + 115.5 + 6_100 * 0.055, abs=0.002)
    apart = replace(NOBODY, status="separate", agi=15_000.0, spouse_pay=5_001.0)
    assert tax_of("ny", "2025", apart) == pytest.approx(7_000 * 0.04 - (60 + 10) / 2)


def test_new_jersey_taxes_nothing_up_to_a_threshold() -> None:
    """Nothing at 10,000, or 20,000 for couples and heads of household; one cent more and all above the exemptions is taxed."""
    assert tax_of("nj", "2025", replace(NOBODY, pay=10_000.0)) == 0
    assert tax_of("nj", "2025", replace(NOBODY, pay=10_000.01)) == pytest.approx(9_000 * 0.014, abs=0.001)
    joint = replace(NOBODY, status="joint", pay=20_000.0)
    assert tax_of("nj", "2025", joint) == 0
    assert tax_of("nj", "2025", replace(joint, pay=20_000.01, profit=-5_000.0)) == pytest.approx(18_000 * 0.014, abs=0.001)


def test_new_jersey_excludes_retirement_income_from_62() -> None:
    """A pension whole up to 100,000 of income, then 37.5%; interest too where pay and profit are at most 3,000."""
    retired = replace(NOBODY, age=62, other_income=60_000.0, pay=30_000.0, interest=10_000.0)
    assert tax_of("nj", "2025", retired) == pytest.approx(280 + 15_000 * 0.0175 + 4_000 * 0.035)
    higher = replace(retired, pay=30_000.01)
    taxable = 100_000.01 - 1_000 - 60_000 * 0.375
    assert tax_of("nj", "2025", higher) == pytest.approx(280 + 262.5 + 175 + 35_000 * 0.05525 + (taxable - 75_000) * 0.0637)
    assert tax_of("nj", "2025", replace(retired, pay=3_000.0)) == 0
    younger = replace(retired, age=61, pay=3_000.0)
    assert tax_of("nj", "2025", younger) == pytest.approx(280 + 262.5 + 175 + 32_000 * 0.05525)


def test_new_jersey_pays_its_credits_by_age_and_income() -> None:
    """40% of the largest federal credit outside of its ages from 18 on; a child credit by taxable income, not for separate spouses."""
    young = replace(NOBODY, age=18, eitc_at_any_age=1.0)
    assert tax_of("nj", "2025", young) == pytest.approx(-0.4 * 649)
    for barred in (replace(young, age=17), replace(young, status="separate"), replace(young, children=1)):
        assert tax_of("nj", "2025", barred) == 0
    parent = replace(NOBODY, status="head", children=1, under_6=1, pay=32_500.0)
    jump = tax_of("nj", "2025", replace(parent, pay=32_500.01)) - tax_of("nj", "2025", parent)
    assert jump == pytest.approx(200, abs=0.001)
    assert tax_of("nj", "2025", replace(parent, status="separate")) > 0
    for status, credit in (("single", 1_000), ("joint", 1_000), ("head", 1_000), ("widowed", 1_000), ("separate", 0)):
        filing = replace(parent, status=status)
        assert tax_of("nj", "2025", replace(filing, under_6=0)) - tax_of("nj", "2025", filing) == pytest.approx(credit), status


def test_oregon_deducts_federal_tax_to_a_cap() -> None:
    """8,500 below 125,000 and 6,800 from there; after the part of the child credit that is not paid out."""
    single = replace(NOBODY, agi=124_999.99, federal_tax=20_000.0)
    jump = tax_of("or", "2025", replace(single, agi=125_000.0)) - tax_of("or", "2025", single)
    assert jump == pytest.approx(1_700 * 0.0875, abs=0.002)
    parent = replace(NOBODY, status="head", agi=60_000.0, federal_tax=3_000.0, child_credit=2_200.0, refundable_child_credit=700.0)
    assert tax_of("or", "2025", parent) == pytest.approx(418 + 904.5 + (60_000 - 1_500 - 4_560 - 22_200) * 0.0875 - 256)


def test_oregon_credits_people_and_children() -> None:
    """256 a person up to 100,000; 1,050 a child under 6, five at most, to 31,550; 12% of the federal credit with a child of 2."""
    single = replace(NOBODY, agi=100_000.0)
    assert tax_of("or", "2025", replace(single, agi=100_000.01)) - tax_of("or", "2025", single) == pytest.approx(256, abs=0.002)
    family = replace(
        NOBODY, status="head", children=6, under_6=6, child_ages=(5, 4, 4, 3, 3, 3), agi=26_550.0, earned_income_credit=1_000.0
    )
    base = tax_of("or", "2025", replace(family, under_6=0, earned_income_credit=0.0))
    assert tax_of("or", "2025", family) == pytest.approx(base - 5 * 1_050 - 90)
    assert tax_of("or", "2025", replace(family, child_ages=(2,))) == pytest.approx(base - 5 * 1_050 - 120)
    later = replace(family, under_6=0, child_ages=(2,))
    assert tax_of("or", "2026", later) == pytest.approx(tax_of("or", "2026", replace(later, earned_income_credit=0.0)) - 170)
    ended = replace(family, agi=31_550.0, under_6=1, earned_income_credit=0.0)
    assert tax_of("or", "2025", ended) == tax_of("or", "2025", replace(ended, under_6=0))


def test_south_carolina_follows_older_federal_law_in_2025() -> None:
    """Business income and senior deductions are added back, and 750 of the standard deduction, unless deductions are itemized."""
    single = replace(NOBODY, agi=60_000.0, federal_basic=15_750.0, federal_deduction=15_750.0, taxable_income=42_250.0)
    assert tax_of("sc", "2025", single) == pytest.approx(428.1 + (45_000 - 17_830) * 0.06)
    itemizing = replace(single, itemizes=True, federal_deduction=20_000.0, taxable_income=40_000.0)
    assert tax_of("sc", "2025", itemizing) == pytest.approx(428.1 + (40_000 - 17_830) * 0.06)
    old = replace(single, age=66, seniors=1, senior_deduction=6_000.0, federal_deduction=17_750.0, taxable_income=36_250.0)
    assert tax_of("sc", "2025", old) == pytest.approx(428.1 + (43_000 - 15_000 - 17_830) * 0.06)


def test_south_carolina_lowers_its_deduction_in_whole_tens() -> None:
    """Each ten is lost 36.67 dollars of income later; nothing of 15,000 is left at 95,000; the credits are capped."""
    single = replace(NOBODY, agi=95_000.0)
    assert tax_of("sc", "2026", single) == pytest.approx(597 + 65_000 * 0.0521)
    at, above = (tax_of("sc", "2026", replace(single, agi=40_000 + over)) for over in (36.66, 36.67))
    assert above - at == pytest.approx(10 * 0.0199, abs=0.001)
    poor = replace(NOBODY, agi=40_000.0, earned_income_credit=400.0)
    assert tax_of("sc", "2026", poor) == pytest.approx(25_000 * 0.0199 - 200)
    couple = replace(NOBODY, status="joint", agi=130_000.0, pay=120_000.0, spouse_pay=60_000.0)
    assert tax_of("sc", "2026", couple) == pytest.approx(597 + (130_000 - 16_370 - 30_000) * 0.0521 - 350)


def test_alabama_lowers_its_deduction_by_full_steps() -> None:
    """25 for each full 500 above 25,500, 500 less for each dependent above 50,000; social taxes count where they are more."""
    single = replace(NOBODY, agi=25_999.99)
    assert tax_of("al", "2025", single) == pytest.approx(110 + (25_999.99 - 3_000 - 1_500 - 3_000) * 0.05)
    assert tax_of("al", "2025", replace(single, agi=26_000.0)) == pytest.approx(110 + (26_000 - 2_975 - 1_500 - 3_000) * 0.05)
    assert tax_of("al", "2025", replace(single, agi=90_000.0)) == pytest.approx(110 + (90_000 - 2_500 - 4_500) * 0.05)
    assert tax_of("al", "2025", replace(single, social_taxes=4_000.0)) == pytest.approx(110 + (25_999.99 - 4_000 - 4_500) * 0.05)
    parent = replace(NOBODY, status="head", children=2, agi=50_000.0)
    at, above = (tax_of("al", "2025", replace(parent, agi=income)) for income in (50_000.0, 50_000.01))
    assert above - at == pytest.approx(1_000 * 0.05, abs=0.002)


def test_alabama_deducts_federal_tax_after_credits() -> None:
    """Credits for children and low pay come off first, the tax on investments is added, and half of self-employment tax is not deducted."""
    single = replace(NOBODY, agi=39_000.0, deductible_half=1_000.0, federal_tax=5_000.0, child_credit=2_200.0, earned_income_credit=300.0)
    assert tax_of("al", "2025", single) == pytest.approx(110 + (40_000 - 2_500 - 2_500 - 1_500 - 3_000) * 0.05)
    assert tax_of("al", "2025", replace(single, investment_tax=100.0)) == pytest.approx(110 + (30_500 - 100) * 0.05)
    assert tax_of("al", "2025", replace(single, federal_tax=1_000.0)) == pytest.approx(110 + 33_000 * 0.05)


def test_arkansas_reads_low_income_tables_by_family() -> None:
    """Nothing up to the first row; the row at its last cent; the regular tax beyond the table; none for separate returns."""
    single = replace(NOBODY, agi=14_643.0)
    assert tax_of("ar", "2025", single) == 0
    parents = replace(NOBODY, status="joint", children=2, agi=29_722.0, spouse_pay=0.0)
    assert tax_of("ar", "2025", parents) == 0
    with_child = replace(parents, children=1, agi=26_500.0)
    assert tax_of("ar", "2025", with_child) == pytest.approx(264 - 3 * 29 - 120)
    assert tax_of("ar", "2025", replace(with_child, agi=26_500.01)) == pytest.approx(274 - 3 * 29 - 110)
    head = replace(NOBODY, status="head", children=1, agi=25_300.01)
    assert tax_of("ar", "2025", head) == pytest.approx(112 + 144 + (25_300.01 - 2_470 - 16_000) * 0.034 - 3 * 29 - 60)
    apart = replace(NOBODY, status="separate", agi=14_643.0)
    assert tax_of("ar", "2025", apart) == pytest.approx(112 + (14_643 - 2_470 - 11_200) * 0.03 - 89)


def test_arkansas_takes_less_just_above_94700() -> None:
    """Other bands above 94,700, less 310 falling by 10 for each 100; in 2026 less 290, and a little above 100,000 in 2025."""
    single = replace(NOBODY, agi=94_700.0 + 2_470)
    assert tax_of("ar", "2025", single) == pytest.approx(609.6 + 68_300 * 0.039 - 29)
    assert tax_of("ar", "2025", replace(single, agi=single.agi + 0.01)) == pytest.approx(94 + 90_000 * 0.039 - 310 - 29)
    assert tax_of("ar", "2025", replace(single, agi=single.agi + 100.01)) == pytest.approx(94 + 90_100 * 0.039 - 300 - 29)
    assert tax_of("ar", "2025", replace(single, agi=102_471.0)) == pytest.approx(94 + 95_301 * 0.039 - 1.7 - 29)
    assert tax_of("ar", "2026", replace(single, agi=single.agi + 0.01)) == pytest.approx(94 + 90_000 * 0.037 - 290 - 29)


def test_arkansas_counts_people_and_files_losses_together() -> None:
    """Two credits from 65 on, one with a pension, one more for blindness; a spouse's loss keeps spouses on one column."""
    old = replace(NOBODY, age=66, seniors=1, blind=1, agi=50_000.0)
    assert tax_of("ar", "2025", replace(old, other_income=1.0)) - tax_of("ar", "2025", old) == pytest.approx(29)
    assert tax_of("ar", "2025", replace(NOBODY, agi=50_000.0)) - tax_of("ar", "2025", old) == pytest.approx(3 * 29)
    couple = replace(NOBODY, status="joint", agi=55_000.0, spouse_pay=60_000.0)
    assert tax_of("ar", "2025", couple) == pytest.approx(609.6 + (50_060 - 26_400) * 0.039 - 58)


def test_connecticut_falls_and_takes_back_in_steps() -> None:
    """1,000 of the exemption for each 1,000 above 30,000 or part of it; 25, 25, 90 and 50 for steps of 5,000, each to a limit."""
    single = replace(NOBODY, agi=30_000.0)
    assert tax_of("ct", "2025", single) == pytest.approx((200 + 5_000 * 0.045) * 0.85)
    assert tax_of("ct", "2025", replace(single, agi=30_000.01)) == pytest.approx((200 + 6_000.01 * 0.045) * 0.85)
    assert tax_of("ct", "2025", replace(single, agi=18_800.01)) == pytest.approx(3_800.01 * 0.02 * 0.3)
    schedule = 200 + 1_800 + 2_750 + 6_000 + 3_250 + 17_250
    assert tax_of("ct", "2025", replace(single, agi=500_000.0)) == pytest.approx(schedule + 250 + 250 + 2_700)
    assert tax_of("ct", "2025", replace(single, agi=500_000.01)) == pytest.approx(schedule + 250 + 250 + 2_700 + 50, abs=0.01)
    apart = replace(NOBODY, status="separate", agi=52_750.01)
    assert tax_of("ct", "2025", apart) == pytest.approx(2_000 + 2_750.01 * 0.055 + 50)
    parent = replace(NOBODY, status="head", children=1, agi=19_000.0, earned_income_credit=1_000.0)
    assert tax_of("ct", "2025", parent) == pytest.approx(-650)
    assert tax_of("ct", "2025", replace(parent, children=0)) == pytest.approx(-400)


@pytest.mark.parametrize(("status", "oldest"), [("joint", 66), ("separate", 40), ("widowed", 40)])
def test_spouse_has_an_age_on_a_joint_return_alone(status: str, oldest: int) -> None:
    assert replace(NOBODY, status=status, age=40, spouse_age=66).oldest == oldest
