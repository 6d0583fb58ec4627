"""Rules of states to the cent where only a few people come: without income, with a loss, in a year of a birthday, or just past a step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.catalogue.take_home.brackets import in_bands
from calculators.catalogue.take_home.us.states.rules import rules_of
from tests.unit.catalogue.take_home.state_household import NOBODY

COUPLE = replace(NOBODY, status="joint", spouse_age=40)
PARENT = replace(NOBODY, status="head", children=1, child_ages=(2,), under_6=1)


def test_arkansas_takes_nothing_up_to_the_first_row_of_its_table() -> None:
    """14,643 for a single person; 29 up to 14,700. Without the table, 2% and more of what is above 5,500 would be due."""
    rules = rules_of("ar", "2025")
    assert [rules.tax(replace(NOBODY, agi=income, pay=income), 0) for income in (14_643, 14_643.01, 14_700)] == [0, 29, 29]


@pytest.mark.parametrize(("taxable", "credit"), [(26_500, 60), (26_500.01, 55), (27_400, 15), (27_400.01, 10), (27_700, 0)])
def test_arkansas_takes_5_off_its_additional_credit_for_each_100(taxable: float, credit: float) -> None:
    """The personal credit of 29 is counted as well; the standard deduction is 2,470 in 2025."""
    deduction = rules_of("ar", "2025").values.by_status("standard_deduction", "single")
    alone = replace(NOBODY, agi=taxable + deduction, pay=taxable + deduction)
    assert rules_of("ar", "2025").credited(alone, 500) == pytest.approx(credit + 29)


@pytest.mark.parametrize(("age", "pension", "many"), [(64, 5_000, 1), (65, 5_000, 2), (65, 0, 3), (66, 0.01, 2)])
def test_arkansas_gives_two_credits_from_65_without_a_pension(age: int, pension: float, many: int) -> None:
    alone = replace(NOBODY, age=age, seniors=int(age >= 65), agi=90_000, other_income=pension)
    assert rules_of("ar", "2025").credited(alone, 500) == 29 * many


def test_california_credits_a_parent_of_17_with_one_child() -> None:
    """28.9% of earnings of 6,998; nothing without a child before 18."""
    parent = replace(PARENT, age=17, pay=6_998, agi=6_998, under_6=0, child_ages=(9,))
    assert rules_of("ca", "2025").refunded(parent, 0) == pytest.approx(0.289 * 6_998)
    assert rules_of("ca", "2025").refunded(replace(parent, children=0, child_ages=()), 0) == 0


def test_colorado_adds_back_deductions_above_its_limits() -> None:
    """From 300,000 what the deduction has above 12,000, and above 500,000 the one for business income, here 10,000."""
    alone = replace(NOBODY, agi=500_000, federal_deduction=15_750, taxable_income=500_000 - 15_750 - 10_000)
    incomes = [
        rules_of("co", "2025").income(replace(alone, agi=agi, taxable_income=agi - 25_750))
        for agi in (299_999.99, 300_000, 500_000, 500_001)
    ]
    assert incomes == pytest.approx([274_249.99, 274_250 + 3_750, 474_250 + 3_750, 474_251 + 3_750 + 10_000])


@pytest.mark.parametrize(("ages", "credit"), [((70, 24), 300), ((70, 25), 0), ((19, 70), 300), ((18, 70), 0)])
def test_colorado_credits_a_couple_with_one_of_19_to_24(ages: tuple[int, int], credit: float) -> None:
    couple = replace(COUPLE, age=ages[0], spouse_age=ages[1], eitc_at_any_age=600, agi=200_000)
    other_refunds = rules_of("co", "2025").refunded(replace(couple, eitc_at_any_age=0), 0)
    assert rules_of("co", "2025").refunded(couple, 0) - other_refunds == pytest.approx(credit)


@pytest.mark.parametrize(
    ("earned", "income", "tax"),
    [
        (2_499.99, 10_000, 60.5),  # 10,000 − 2,000 − 3,250, of which 2,000 are free: 2.2% of 2,750
        (2_500, 10_000, 134.25),  # 6,750: 66 and 3.9% of 1,750
        (5_000, 10_000, 134.25),
        (0, 9_000, 38.5),
        (0, 10_000.01, 134.25),
    ],
)
def test_delaware_excludes_2000_from_60_with_little_income(earned: float, income: float, tax: float) -> None:
    alone = replace(NOBODY, age=60, agi=income, pay=earned)
    assert rules_of("de", "2025").tax(alone, 0) == pytest.approx(tax, abs=0.001)


@pytest.mark.parametrize(("blind", "tax"), [(2, 2 * 465), (1, 465 + 585), (0, 2 * 585)])
def test_delaware_gives_each_blind_spouse_a_deduction(blind: int, tax: float) -> None:
    """20,000 each, less 3,250 and, blind, 2,500: 14,250 are taxed at 465 and 16,750 at 585."""
    couple = replace(COUPLE, agi=40_000, pay=40_000, spouse_pay=20_000, blind=blind, spouse_blind=int(blind == 2))
    assert rules_of("de", "2025").tax(couple, 0) == pytest.approx(tax)


def test_delaware_divides_the_credits_for_dependents() -> None:
    """A credit of 110 for each of four people, whichever spouse takes those for the dependents."""
    couple = replace(COUPLE, agi=40_000, pay=40_000, spouse_pay=20_000, children=2)
    assert rules_of("de", "2025").credited(couple, 1_170) == 440


def test_iowa_takes_nothing_from_65_up_to_an_amount() -> None:
    """24,000 for a single person and 32,000 for spouses together, also where they file separately."""
    rules = rules_of("ia", "2025")
    assert [rules.tax(replace(NOBODY, age=66, agi=agi), 5_000) for agi in (20_000, 24_000)] == [0, 0]
    assert rules.tax(replace(NOBODY, age=66, agi=24_000.01), 5_000) == pytest.approx(190)
    apart = replace(NOBODY, status="separate", age=66, agi=25_000, spouse_pay=7_000)
    assert rules.tax(apart, 7_650) == 0
    assert rules.tax(replace(apart, spouse_pay=8_000), 7_650) == pytest.approx(0.043 * 1_000 * 25 / 33)
    assert rules.tax(replace(apart, agi=-1_000, spouse_pay=40_000), 0) == 0


@pytest.mark.parametrize(("income", "due"), [(24_500, 500), (48_300, 660)])
def test_iowa_takes_no_more_than_the_income_above_the_limit(income: float, due: float) -> None:
    """Of a tax of 700 a credit of 40 is taken off, and then what exceeds the income above 24,000."""
    assert 700 - rules_of("ia", "2025").credited(replace(NOBODY, age=66, agi=income), 700) == pytest.approx(due)


@pytest.mark.parametrize(("over", "steps"), [(0, 0), (0.01, 1), (1_000, 1), (1_000.01, 2), (2_000.01, 3)])
def test_part_of_a_thousand_is_a_step_of_a_child_credit(over: float, steps: int) -> None:
    """Maryland takes 50 of 500 off for each above 15,000, and Vermont 20 of 1,000 above 125,000; Maine 20 of 610 for each 500."""
    assert rules_of("md", "2025").refunded(replace(PARENT, agi=15_000 + over), 0) == 500 - 50 * steps
    assert rules_of("vt", "2025").refunded(replace(PARENT, agi=125_000 + over), 0) == 1_000 - 20 * steps
    maine = rules_of("me", "2025").refunded(replace(PARENT, agi=125_000 + over / 2, pay=125_000), 0)
    assert maine == 610 - 20 * steps


def test_massachusetts_takes_nothing_up_to_its_untaxed_income() -> None:
    assert rules_of("ma", "2025").tax(replace(NOBODY, agi=8_000), 3_600) == 0
    assert rules_of("ma", "2025").tax(replace(NOBODY, agi=8_000.01), 3_600) == pytest.approx(0.05 * 3_600)


def test_minnesota_helps_a_couple_with_one_of_working_age() -> None:
    """4% of 9,480; above 37,910 (single, 31,950) 12% of the income is taken off, as there is no older child."""
    worker = replace(COUPLE, age=18, spouse_age=30, pay=20_000, agi=20_000)
    assert rules_of("mn", "2025").refunded(worker, 0) == pytest.approx(379.20)
    assert rules_of("mn", "2025").refunded(replace(worker, spouse_age=18), 0) == 0
    alone = replace(NOBODY, age=30, pay=32_950, agi=32_950)
    assert rules_of("mn", "2025").refunded(alone, 0) == pytest.approx(379.20 - 120)


def test_missouri_spouse_without_income_owes_nothing() -> None:
    rules = rules_of("mo", "2025")
    assert rules.tax(COUPLE, 0) == 0
    bands = rules.values.bands("bands", "joint")
    assert rules.tax(replace(COUPLE, agi=25_000, pay=30_000, spouse_pay=30_000, profit=-5_000), 10_000) == in_bands(10_000, bands)
    assert rules.deducted(replace(NOBODY, profit=-5_000)) == rules.deducted(NOBODY)
    assert rules.deducted(replace(NOBODY, profit=5_000)) == rules.deducted(NOBODY) + 1_000


@pytest.mark.parametrize(
    ("ages", "pay", "excluded"),
    [
        ((66, 61), 2_000, 20_500),  # all but the spouse's pay of 1,500
        ((66, 62), 2_000, 22_000),
        ((61, 62), 2_000, 1_500),
        ((61, 61), 2_000, 0),
        ((66, 62), 3_000.5, 0),  # more than 3,000 of pay: only pensions
    ],
)
def test_new_jersey_leaves_out_income_of_each_spouse_from_62(ages: tuple[int, int], pay: float, excluded: float) -> None:
    """Interest of 20,000 and pay, of which the spouse has 1,500, beside a loss of the gig; two exemptions of 1,000."""
    couple = replace(COUPLE, age=ages[0], spouse_age=ages[1], pay=pay, spouse_pay=1_500, profit=-5_000, interest=20_000)
    assert rules_of("nj", "2025").deducted(couple) == 2_000 + excluded


def test_new_mexico_leaves_out_the_first_dependent() -> None:
    family = replace(COUPLE, agi=90_000)
    assert [rules_of("nm", "2025").deducted(replace(family, children=many)) for many in (0, 1, 2, 4)] == [0, 0, 4_000, 12_000]


def test_ohio_credits_20_for_each_person() -> None:
    assert rules_of("oh", "2025").credited(replace(COUPLE, agi=20_000), 1_000) == 40
    assert rules_of("oh", "2025").credited(replace(COUPLE, agi=20_000, children=3), 1_000) == 100


@pytest.mark.parametrize(
    ("ages", "credit"), [((70, 30), 26.9), ((30, 70), 26.9), ((70, 70), 0), ((24, 65), 0), ((25, 70), 26.9), ((70, 64), 26.9)]
)
def test_oklahoma_gives_a_couple_the_credit_with_one_of_25_to_64(ages: tuple[int, int], credit: float) -> None:
    """5% of 538, at earnings of 8,000."""
    couple = replace(COUPLE, age=ages[0], spouse_age=ages[1], pay=8_000, agi=8_000, interest=0.0)
    rules = rules_of("ok", "2025")
    paid = rules.refunded(couple, 0) + rules.credited(couple, 10_000)
    without = replace(couple, status="joint", age=20, spouse_age=20)
    assert paid - rules.refunded(without, 0) - rules.credited(without, 10_000) == pytest.approx(credit)


def test_oregon_deducts_federal_tax_after_the_child_credit() -> None:
    rules = rules_of("or", "2025")
    base = rules.deducted(NOBODY)
    assert rules.deducted(replace(NOBODY, federal_tax=300, child_credit=500)) == base
    assert rules.deducted(replace(NOBODY, federal_tax=700, child_credit=500, refundable_child_credit=100)) == base + 300


def test_south_carolina_adds_nothing_back_to_no_income() -> None:
    """Federal taxable income of zero, and 15,750 less 15,000; there is no business deduction to add."""
    poor = replace(NOBODY, agi=5_000, federal_deduction=15_750, federal_basic=15_750)
    assert rules_of("sc", "2025").income(poor) == 750
    assert rules_of("sc", "2025").income(replace(poor, itemizes=True)) == 0


def test_virginia_halves_the_age_deduction_of_two_people() -> None:
    """20,000 and 40,000: less 24,000, 17,500, 1,860 and 1,600 are 15,040, taxed at 622; 6,270 and 8,770 apart at 183.50 and 308.50."""
    couple = replace(COUPLE, age=65, spouse_age=65, seniors=2, agi=60_000, pay=60_000, spouse_pay=40_000)
    assert rules_of("va", "2025").deducted(couple) == 44_960
    assert rules_of("va", "2025").credited(couple, 622) == pytest.approx(130)
