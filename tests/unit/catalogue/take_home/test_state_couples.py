"""Spouses on one return in states that tax each by itself or give each a credit, to the cent, with the arithmetic of the form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.catalogue.take_home.us.states.rules import rules_of
from tests.unit.catalogue.take_home.state_household import NOBODY

COUPLE = replace(NOBODY, status="joint", spouse_age=40)


def test_virginia_counts_the_age_deduction_for_the_spouse_of_65() -> None:
    """The worksheet of the spouse tax adjustment, with 20,000 at 65 and 40,000 at 40.

    Deducted are 12,000, 17,500, 2 × 930 and 800, which leaves 27,840, taxed at 720 + 5.75% of 10,840 = 1,343.30. The lower income is
    20,000 − 930 − 800 − 12,000 = 6,270: apart, 120 + 5% of 1,270 and 720 + 5.75% of 4,570 are 1,166.275.
    """
    couple = replace(COUPLE, age=65, seniors=1, agi=60_000, pay=60_000, spouse_pay=40_000)
    rules = rules_of("va", "2025")
    assert rules.deducted(couple) == 32_160
    assert rules.tax(couple, 27_840) == pytest.approx(1_343.30)
    assert rules.credited(couple, 1_343.30) == pytest.approx(1_343.30 - 1_166.275)


def test_virginia_lets_spouses_use_the_lower_rates_twice() -> None:
    """20,000 and 40,000 at 40: both are above 17,000, on which 720 are due in place of 5.75%."""
    couple = replace(COUPLE, agi=60_000, pay=60_000, spouse_pay=40_000)
    assert rules_of("va", "2025").credited(couple, 720 + 0.0575 * 23_640) == pytest.approx(0.0575 * 17_000 - 720)


@pytest.mark.parametrize(("spouse_blind", "saved"), [(1, 119.925), (0, 141.925)])
def test_virginia_spouses_claim_their_own_blindness(spouse_blind: int, saved: float) -> None:
    """40,000 and 5,000, one of them blind: less 17,500, 1,860 and 800 are 24,840, taxed at 720 + 5.75% of 7,840 = 1,170.80.

    A blind spouse has 5,000 − 930 − 800 = 3,270: apart, 68.10 and 982.775. Otherwise it is 4,070: 92.10 and 936.775.
    """
    couple = replace(COUPLE, agi=45_000, pay=45_000, spouse_pay=5_000, blind=1, spouse_blind=spouse_blind)
    assert rules_of("va", "2025").credited(couple, 1_170.80) == pytest.approx(saved)


def test_delaware_deducts_blindness_from_the_blind_spouse() -> None:
    """30,000, and 10,000 of a blind spouse: less 3,250 and 5,750 they are taxed at 1,001 + 5.55% of 1,750, and 2.2% of 2,250."""
    couple = replace(COUPLE, agi=40_000, pay=40_000, spouse_pay=10_000, blind=1, spouse_blind=1)
    assert rules_of("de", "2025").tax(couple, 0) == pytest.approx(1_001 + 0.0555 * 1_750 + 0.022 * 2_250)


def test_delaware_excludes_2000_for_each_of_a_couple_of_60() -> None:
    """20,000 of pensions, less 2 × 2,000 and 6,500: 9,500, taxed at 66 and 3.9% of 4,500."""
    couple = replace(COUPLE, age=60, spouse_age=60, agi=20_000, other_income=20_000)
    rules = rules_of("de", "2025")
    assert rules.tax(couple, 0) == pytest.approx(66 + 0.039 * 4_500)
    assert rules.tax(replace(couple, spouse_age=59), 0) > 400


def test_district_lets_the_spouse_who_saves_more_deduct_it_all() -> None:
    """5,000 and 40,000 less 30,000: together 400 + 6% of 5,000; apart, 4% of 5,000 and of 10,000."""
    couple = replace(COUPLE, agi=45_000, pay=45_000, spouse_pay=40_000)
    assert rules_of("dc", "2025").tax(couple, 15_000) == pytest.approx(600)


def test_new_jersey_leaves_out_all_income_of_somebody_of_62() -> None:
    """Interest of 20,000 and no pay: all of it, beside the exemption of 1,000, and no more."""
    alone = replace(NOBODY, age=62, interest=20_000)
    assert rules_of("nj", "2025").deducted(alone) == 21_000
    assert rules_of("nj", "2025").deducted(replace(alone, age=61)) == 1_000


@pytest.mark.parametrize(("own", "second"), [(-5_000, 0), (0, 0), (4_000, 4_000), (10_000, 10_000), (30_000, 10_000)])
def test_mississippi_taxes_no_second_income_up_to_10000(own: float, second: float) -> None:
    """Beside 50,000 of a spouse: 5% (2025: 4.4%) of what is left of 60,000 above both slices."""
    couple = replace(COUPLE, agi=50_000 + own, pay=50_000, profit=own, spouse_pay=50_000)
    assert rules_of("ms", "2025").tax(couple, 60_000) == pytest.approx((50_000 - second) * 0.044)


def test_kentucky_spouse_without_income_saves_nothing_apart() -> None:
    """50,000 and nothing: together 4% above one deduction of 3,270; a second deduction has nothing to reduce."""
    couple = replace(COUPLE, agi=50_000, pay=50_000)
    assert rules_of("ky", "2025").tax(couple, 46_730) == pytest.approx(0.04 * 46_730)
    assert rules_of("ky", "2025").tax(replace(couple, spouse_pay=1_000), 46_730) == pytest.approx(0.04 * (49_000 - 3_270))


def test_missouri_spouse_with_a_loss_shares_no_taxable_income() -> None:
    """All of it is then the other's: a couple with 30,000 and a loss pays as one with 30,000 alone."""
    alone = replace(COUPLE, agi=30_000, pay=30_000, spouse_pay=30_000)
    rules = rules_of("mo", "2025")
    assert rules.tax(replace(alone, agi=25_000, profit=-5_000), 10_000) == pytest.approx(rules.tax(alone, 10_000))
    assert rules.tax(replace(alone, agi=60_000), 10_000) < rules.tax(alone, 10_000)


def test_maryland_subtracts_up_to_1200_of_the_lower_income() -> None:
    couple = replace(COUPLE, agi=50_000, pay=50_000, spouse_pay=49_000)
    incomes = [rules_of("md", "2025").income(replace(couple, spouse_pay=spouse)) for spouse in (0, 700, 1_200, 48_000, 49_000, 51_000)]
    assert incomes == [50_000, 49_300, 48_800, 48_800, 49_000, 50_000]


@pytest.mark.parametrize(("spouse", "credit"), [(0, 0), (9_000, 63), (20_000, 56), (28_000, 0), (30_000, 0)])
def test_south_carolina_credits_a_share_of_the_lower_earnings(spouse: float, credit: float) -> None:
    """0.7% (I-319): of 28,000 together, 9,000, 8,000 or nothing are the lower."""
    couple = replace(COUPLE, agi=28_000, pay=28_000, spouse_pay=spouse)
    assert rules_of("sc", "2025").credited(couple, 1_000) == pytest.approx(credit)
