"""Rules of the states whose deductions and credits fall with income, at their limits: the cent at a limit and the cent above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.catalogue.take_home.us.states.rules import rules_of
from tests.unit.catalogue.take_home.test_state_rules import NOBODY, tax_of

PARENT = replace(NOBODY, status="head", children=1, under_12=1, under_6=1, child_ages=(5,))
COUPLE = replace(NOBODY, status="joint")


@pytest.mark.parametrize(
    ("income", "left"),
    [(238_950, 14_950), (330_300, 14_950 - 2_740.5), (390_000, 14_950 - 2_740.5 - 5_970), (500_000, 2_990), (1_083_150.01, 2_990)],
)
def test_minnesota_deduction_falls_in_two_steps(income: float, left: float) -> None:
    """3% above 238,950, 10% above 330,300, until a fifth is left."""
    assert rules_of("mn", "2025").deducted(replace(NOBODY, agi=income)) == pytest.approx(left)


@pytest.mark.parametrize(("income", "steps"), [(298_800, 0), (298_800.01, 1), (301_300, 1), (301_300.01, 2), (423_800, 50)])
def test_minnesota_exemption_falls_by_2_percent_a_step(income: float, steps: int) -> None:
    """Head of household: 2% for each 2,500 above 298,800, or part of it."""
    less = replace(PARENT, children=0)
    exemption = rules_of("mn", "2025").deducted(replace(PARENT, agi=income)) - rules_of("mn", "2025").deducted(replace(less, agi=income))
    assert exemption == pytest.approx(5_200 * (1 - 0.02 * steps))


def test_minnesota_counts_older_children_apart() -> None:
    """1,000, 2,270 and 2,710 from 18 on, lost at 9%; with a younger child at 12% (Schedule M1CWFC)."""
    student = replace(NOBODY, status="head", older_children=1, child_ages=(18,), pay=20_000, agi=31_950)
    assert rules_of("mn", "2025").refunded(student, 0) == pytest.approx(379.20 + 1_000)
    assert rules_of("mn", "2025").refunded(replace(student, agi=32_950), 0) == pytest.approx(379.20 + 1_000 - 90)
    both = replace(student, older_children=4, children=1, child_ages=(22, 21, 19, 18, 17), agi=32_950)
    assert rules_of("mn", "2025").refunded(both, 0) == pytest.approx(379.20 + 2_710 + 1_750 - 120)


def test_minnesota_pays_for_work_by_age_and_status() -> None:
    """Without children from 19 to 64; never to separate spouses or above the federal limit of investment income."""
    worker = replace(NOBODY, pay=5_000, agi=5_000)
    paid = [rules_of("mn", "2025").refunded(replace(worker, age=age), 0) for age in (18, 19, 64, 65)]
    assert paid == pytest.approx([0, 200, 200, 0])
    assert rules_of("mn", "2025").refunded(replace(worker, status="separate"), 0) == 0
    assert rules_of("mn", "2025").refunded(replace(worker, over_investment_limit=True), 0) == 0


@pytest.mark.parametrize(("lower", "credit"), [(30_999.99, 0), (31_000, 14.50), (60_000, 134.756)])
def test_minnesota_marriage_credit_starts_at_31_000(lower: float, credit: float) -> None:
    """Taxable 69,393.5225 costs 4,028.2695 together; apart, 16,050 costs 858.6750 and the rest 3,155.0945."""
    couple = replace(COUPLE, agi=99_293.5225, pay=99_293.5225, spouse_pay=lower)
    tax = rules_of("mn", "2025").tax(couple, 69_393.5225)
    assert rules_of("mn", "2025").credited(couple, tax) == pytest.approx(credit, abs=0.001)


@pytest.mark.parametrize(("income", "deduction"), [(19_550, 13_560), (132_549.99, 0.0012), (132_550, 0), (200_000, 0)])
def test_wisconsin_deduction_falls_by_12_percent(income: float, deduction: float) -> None:
    assert rules_of("wi", "2025").deducted(replace(NOBODY, agi=income)) - 700 == pytest.approx(deduction, abs=1e-6)


def test_wisconsin_head_ends_with_the_single_deduction() -> None:
    """Head of household: 22.515% above 19,550, from 57,210 on 12%, as for a single person."""
    head, single = (rules_of("wi", "2025").deducted(replace(NOBODY, status=status, agi=60_000)) for status in ("head", "single"))
    assert head == pytest.approx(single, abs=0.06)


@pytest.mark.parametrize(("children", "share"), [(0, 0), (1, 0.04), (2, 0.11), (3, 0.34), (5, 0.34)])
def test_wisconsin_share_of_the_credit_grows_with_children(children: int, share: float) -> None:
    parent = replace(PARENT, children=children, earned_income_credit=1_000)
    assert rules_of("wi", "2025").refunded(parent, 0) == pytest.approx(1_000 * share)


@pytest.mark.parametrize(("lower", "credit"), [(0, 0), (10_000, 300), (16_000, 480), (40_000, 480)])
def test_wisconsin_credits_3_percent_of_the_lower_earnings(lower: float, credit: float) -> None:
    couple = replace(COUPLE, pay=50_000 + lower, spouse_pay=lower)
    assert rules_of("wi", "2025").credited(couple, 2_000) == pytest.approx(credit)


def dc_apart(own: float, spouse: float, seniors: int = 0) -> float:
    couple = replace(COUPLE, agi=own + spouse, pay=own + spouse, spouse_pay=spouse, seniors=seniors)
    return tax_of("dc", "2025", couple)


def test_dc_spouse_without_income_adds_nothing() -> None:
    """30,000 off the only income: 45,000 is taxed with 2,200 + 5,000 x 6.5%, and so is it when the other has nothing to tax."""
    assert dc_apart(75_000, 0) == pytest.approx(2_200 + 5_000 * 0.065)


def test_dc_divides_the_deduction_where_it_saves_most() -> None:
    """Of 300,000 and 20,000, all comes off at 9.25% and 8.5%: 280,000 would stay above 250,000; 20,000 is taxed with 1,000."""
    assert dc_apart(300_000, 20_000) == pytest.approx(19_650 + 20_000 * 0.0925 + 1_000)
    assert dc_apart(25_000, 20_000) == pytest.approx(15_000 * 0.04)
    assert dc_apart(40_000, 40_000, seniors=1) == pytest.approx(400 + 15_000 * 0.06 + 400 + 13_400 * 0.06)


def test_dc_adds_a_large_business_loss_back() -> None:
    """Schedule I, Calculation A: a loss above 12,000 does not reduce other income."""
    lossy = replace(NOBODY, agi=40_000, pay=60_000, profit=-20_000)
    assert tax_of("dc", "2025", lossy) == pytest.approx(tax_of("dc", "2025", replace(NOBODY, agi=48_000, pay=48_000)))


@pytest.mark.parametrize(("income", "credit"), [(23_288, 649), (24_288, 649 - 84.80), (30_942, 0)])
def test_dc_credit_without_children_falls_later(income: float, credit: float) -> None:
    worker = replace(NOBODY, pay=income, agi=income, eitc_before_loss=649)
    assert rules_of("dc", "2025").refunded(worker, 0) == pytest.approx(credit)


@pytest.mark.parametrize(("income", "each"), [(20_000, 2_500), (20_000.01, 2_499.9985), (36_000, 100), (36_667, 0), (36_667.01, 0)])
def test_new_mexico_exemption_falls_with_income(income: float, each: float) -> None:
    """Single: 2,500 less 15% above 20,000, up to 36,667."""
    deducted = rules_of("nm", "2025").deducted(replace(NOBODY, agi=income, federal_deduction=15_750))
    assert deducted - 15_750 == pytest.approx(each, abs=0.06)


@pytest.mark.parametrize(("income", "exemption"), [(18_000, 8_000), (18_000.01, 7_000), (28_500, 1_000), (28_500.01, 0)])
def test_new_mexico_exempts_older_people_in_steps(income: float, exemption: float) -> None:
    """Table 1 of PIT-ADJ: somebody who is old and blind counts once."""
    person = replace(NOBODY, agi=income, age=66, seniors=1, blind=1, senior_or_blind=1)
    assert rules_of("nm", "2025").deducted(person) - rules_of("nm", "2025").deducted(replace(person, senior_or_blind=0)) == exemption


@pytest.mark.parametrize(("income", "each"), [(25_000, 637), (25_000.01, 424), (75_000, 212), (75_000.01, 106), (350_000.01, 26)])
def test_new_mexico_credit_for_children_falls_in_steps(income: float, each: float) -> None:
    parent = replace(PARENT, older_children=1, agi=income, pay=100_000)
    assert rules_of("nm", "2025").refunded(parent, 0) == 2 * each
    assert rules_of("nm", "2025").refunded(replace(parent, status="separate"), 0) == each


@pytest.mark.parametrize(
    ("gross", "people", "rebate"),
    [
        (1_000, {}, 224),
        (1_000.01, {}, 252),
        (36_000, {}, 17),
        (36_000.01, {}, 0),
        (10_000, {"seniors": 1}, 390),
        (10_000, {"blind": 1}, 287),
        (1_000, {"other_dependents": 5}, 597),
        (1_000, {"other_dependents": 6}, 597),  # the table ends with "6 or more"
    ],
)
def test_new_mexico_rebate_follows_its_table(gross: float, people: dict[str, int], rebate: float) -> None:
    """PIT-RC of 2025: one exemption, two more from 65 on, one more for the blind."""
    assert rules_of("nm", "2025").refunded(replace(NOBODY, pay=gross, **people), 0) == rebate


def test_new_mexico_deducts_dependents_after_the_first() -> None:
    family = replace(COUPLE, agi=100_000, children=2, other_dependents=1)
    assert rules_of("nm", "2025").deducted(family) == 2 * 4_000
    assert rules_of("nm", "2025").deducted(replace(family, status="widowed")) == 0


@pytest.mark.parametrize(("income", "share"), [(100_000, 1), (137_500, 0.5), (175_000, 0)])
def test_maine_deduction_fades_within_75_000(income: float, share: float) -> None:
    assert rules_of("me", "2025").deducted(replace(NOBODY, agi=income)) == pytest.approx(15_000 * share + 5_150)
    assert rules_of("me", "2025").deducted(replace(NOBODY, agi=333_450 + 62_500)) == pytest.approx(5_150 / 2)


def test_maine_surcharge_starts_in_2026() -> None:
    rich = replace(NOBODY, agi=1_000_001)
    for year, rate in (("2025", 0.0715), ("2026", 0.0915)):
        assert tax_of("me", year, rich) - tax_of("me", year, replace(rich, agi=1_000_000)) == pytest.approx(rate)


@pytest.mark.parametrize(("income", "credit"), [(125_000, 915), (125_000.01, 895), (125_500, 895), (147_500, 15), (148_000, 0)])
def test_maine_credit_for_dependents_falls_by_20(income: float, credit: float) -> None:
    """Twice 305 for a child under 6 and 305 for another dependent of a head of household."""
    parent = replace(PARENT, other_dependents=1, agi=income, pay=200_000)
    assert rules_of("me", "2025").refunded(parent, 0) == pytest.approx(credit)


@pytest.mark.parametrize(("gross", "credit"), [(25_450, 155), (25_450.01, 145), (25_950, 145), (33_000, 0)])
def test_maine_sales_tax_credit_falls_in_steps(gross: float, credit: float) -> None:
    assert rules_of("me", "2026").refunded(replace(NOBODY, pay=gross, agi=gross), 0) == pytest.approx(credit)


@pytest.mark.parametrize(
    ("status", "children", "credit"), [("head", 1, 215), ("head", 2, 250), ("joint", 1, 250), ("joint", 5, 280), ("separate", 2, 0)]
)
def test_maine_sales_tax_credit_by_family(status: str, children: int, credit: float) -> None:
    family = replace(NOBODY, status=status, children=children, agi=300_000)
    assert rules_of("me", "2026").refunded(family, 0) == pytest.approx(credit)


def test_maine_pays_300_below_50_000_in_2025() -> None:
    worker = replace(NOBODY, agi=49_999.99, pay=49_999.99)
    assert tax_of("me", "2025", replace(worker, agi=50_000)) - tax_of("me", "2025", worker) == pytest.approx(300, abs=0.01)
    assert tax_of("me", "2026", replace(worker, agi=50_000)) - tax_of("me", "2026", worker) == pytest.approx(0, abs=0.01)


def test_maine_pays_half_of_the_credit_from_18() -> None:
    young = replace(NOBODY, pay=200_000, agi=200_000, eitc_at_any_age=600, earned_income_credit=0)
    assert [rules_of("me", "2026").refunded(replace(young, age=age), 0) for age in (17, 18, 24, 25)] == [0, 300, 300, 0]
    assert rules_of("me", "2026").refunded(replace(young, age=30, earned_income_credit=600), 0) == 300


@pytest.mark.parametrize(("income", "each"), [(100_000, 3_200), (100_000.01, 1_600), (125_000.01, 800), (150_000.01, 0)])
def test_maryland_exemption_falls_in_steps(income: float, each: float) -> None:
    assert rules_of("md", "2025").deducted(replace(NOBODY, agi=income, seniors=1)) == 3_350 + 1_000 + each


@pytest.mark.parametrize(("income", "credit"), [(15_000, 500), (15_000.01, 450), (24_000, 50), (24_000.01, 0)])
def test_maryland_credit_for_young_children_falls_by_50(income: float, credit: float) -> None:
    assert rules_of("md", "2025").refunded(replace(PARENT, agi=income), 0) == credit
    assert rules_of("md", "2025").refunded(replace(PARENT, agi=income, child_ages=(6,)), 0) == 0


def test_maryland_refunds_a_share_by_family() -> None:
    """A person alone is paid the whole credit beyond the tax, families and couples 45%, without a minimum age."""
    worker = replace(NOBODY, age=20, eitc_at_any_age=600)
    assert rules_of("md", "2025").refunded(worker, 100) == 500
    assert rules_of("md", "2025").credited(worker, 100) == 100
    couple = replace(COUPLE, age=20, spouse_age=20, eitc_at_any_age=600)
    assert rules_of("md", "2025").refunded(couple, 100) == 170
    assert rules_of("md", "2025").credited(replace(couple, agi=90_000), 400) == 300
    assert rules_of("md", "2025").refunded(replace(worker, age=65), 0) == 0


@pytest.mark.parametrize(("income", "credit"), [(15_650, 782.50), (15_650.01, 0)])
def test_maryland_poverty_credit_ends_at_the_guideline(income: float, credit: float) -> None:
    assert rules_of("md", "2025").credited(replace(NOBODY, agi=income, pay=income), 1_000) == pytest.approx(credit)


@pytest.mark.parametrize(
    ("status", "seniors", "income", "credit"),
    [("single", 1, 100_000, 1_000), ("single", 1, 100_000.01, 0), ("joint", 2, 150_000, 1_750), ("joint", 1, 150_000, 1_000)],
)
def test_maryland_credits_older_people_up_to_an_income(status: str, seniors: int, income: float, credit: float) -> None:
    assert rules_of("md", "2025").credited(replace(NOBODY, status=status, seniors=seniors, agi=income), 5_000) == credit


def test_vermont_takes_at_least_3_percent_of_high_incomes() -> None:
    """Above 150,000: 150,000 − 15,300 − 11 x 5,300 = 76,400 is taxed with 3.35% by the bands."""
    family = replace(COUPLE, agi=150_000, other_dependents=9)
    assert tax_of("vt", "2025", family) == pytest.approx(76_400 * 0.0335)
    assert tax_of("vt", "2025", replace(family, agi=150_000.01)) == pytest.approx(4_500, abs=0.01)


@pytest.mark.parametrize(("income", "credit"), [(125_000, 1_000), (125_000.01, 980), (126_000, 980), (174_000.01, 0)])
def test_vermont_credit_for_children_falls_by_20(income: float, credit: float) -> None:
    child = replace(PARENT, child_ages=(6,), agi=income)
    assert rules_of("vt", "2025").refunded(child, 0) == credit
    assert rules_of("vt", "2025").refunded(replace(child, child_ages=(7,)), 0) == 0


def test_vermont_shares_the_credit_by_family() -> None:
    assert rules_of("vt", "2025").refunded(replace(NOBODY, earned_income_credit=600), 0) == 600
    assert rules_of("vt", "2025").refunded(replace(PARENT, child_ages=(9,), earned_income_credit=600), 0) == pytest.approx(228)


def test_vermont_adds_a_contribution_on_the_gig() -> None:
    assert rules_of("vt", "2025").added(replace(NOBODY, profit=10_000, self_employment_income=9_235), 0) == pytest.approx(10.1585)
    assert rules_of("vt", "2025").added(replace(NOBODY, profit=400), 0) == 0


@pytest.mark.parametrize(
    ("status", "income", "each"), [("single", 14_999.99, 220), ("single", 15_000, 200), ("single", 40_000, 0), ("head", 40_000, 90)]
)
def test_hawaii_food_credit_falls_in_steps(status: str, income: float, each: float) -> None:
    """Form N-311: under 15,000, 15,000 under 20,000 and so on; single people end at 40,000."""
    assert rules_of("hi", "2025").refunded(replace(NOBODY, status=status, agi=income, other_dependents=2), 0) == 3 * each


def test_hawaii_doubles_the_exemption_from_65() -> None:
    assert rules_of("hi", "2025").deducted(replace(COUPLE, seniors=1, children=1)) == 8_800 + 4 * 1_144
    assert rules_of("hi", "2026").deducted(replace(COUPLE, seniors=1, children=1)) == 16_000 + 4 * 1_144


@pytest.mark.parametrize(
    ("status", "income", "tax"),
    [
        ("single", 8_000, 0),
        ("single", 9_000, 100),
        ("head", 14_400, 0),
        ("joint", 16_400, 0),
        ("joint", 16_400.01, 0.001),
        ("separate", 8_000, 149.4),
    ],
)
def test_massachusetts_starts_with_a_tenth_of_the_excess(status: str, income: float, tax: float) -> None:
    """No tax status up to 8,000, 14,400 or 16,400; separate returns have none: (8,000 − 612 − 4,400) x 5%."""
    assert tax_of("ma", "2025", replace(NOBODY, status=status, pay=income, agi=income)) == pytest.approx(tax, abs=1e-6)


def test_massachusetts_limit_ends_at_175_percent() -> None:
    """Two dependents: untaxed to 18,400; at 32,200 a tenth of 13,800, one cent above the full tax, which is less."""
    family = replace(COUPLE, children=2, child_ages=(15, 14), pay=32_200, agi=32_200)
    assert tax_of("ma", "2025", family) == pytest.approx(min(1_380, (32_200 - 2_000 - 8_800 - 2_000) * 0.05))
    assert tax_of("ma", "2025", replace(family, pay=20_000, agi=20_000)) == pytest.approx(160)


def test_massachusetts_deducts_payroll_tax_of_each() -> None:
    """7.65% of 10,000 and the whole self-employment tax of 1,412.96, together above 2,000; of the spouse's 20,000, 1,530."""
    couple = replace(COUPLE, pay=30_000, spouse_pay=20_000, profit=10_000, deductible_half=706.48, agi=39_293.52)
    assert rules_of("ma", "2025").deducted(couple) == pytest.approx(2_000 + 1_530 + 8_800)
    assert rules_of("ma", "2025").deducted(replace(couple, pay=20_000)) == pytest.approx(1_412.96 + 1_530 + 8_800)


def test_massachusetts_surtax_follows_its_threshold() -> None:
    for year, threshold in (("2025", 1_083_150), ("2026", 1_107_750)):
        rich = replace(NOBODY, agi=threshold + 4_400)
        assert tax_of("ma", year, replace(rich, agi=rich.agi + 1)) - tax_of("ma", year, rich) == pytest.approx(0.09)


@pytest.mark.parametrize(("status", "age", "credit"), [("head", 12, 440), ("head", 13, 0), ("separate", 5, 0)])
def test_massachusetts_credits_children_under_13(status: str, age: int, credit: float) -> None:
    assert rules_of("ma", "2025").refunded(replace(PARENT, status=status, child_ages=(age,)), 0) == credit
