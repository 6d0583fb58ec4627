"""Rules of the states whose deductions and credits fall with income, at their limits: the cent at a limit and the cent above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.catalogue.take_home.us.states.rules import rules_of
from tests.unit.catalogue.take_home.test_state_rules import NOBODY

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


def test_wisconsin_parent_alone_ends_with_the_deduction_of_single() -> None:
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
