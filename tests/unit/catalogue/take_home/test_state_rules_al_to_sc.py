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
    assert tax_of("ca", "2025", parent) == pytest.approx(-0.3825 * 9_823)
    assert tax_of("ca", "2025", replace(worker, age=17)) == 0
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
    parent = replace(NOBODY, status="head", ages=(16, 3), agi=75_000.0, children=2)
    lost = tax_of("ny", "2025", replace(parent, agi=76_000.0)) - tax_of("ny", "2025", replace(parent, agi=75_999.99))
    assert lost == pytest.approx(16.5, abs=0.002)
    assert tax_of("ny", "2025", replace(NOBODY, status="head", ages=(17, 16, 4, 3), agi=0.0)) == pytest.approx(-1_660)
    low = replace(NOBODY, agi=28_000.0, earned_income_credit=100.0)
    assert tax_of("ny", "2025", low) == pytest.approx(340 + 144 + 115.5 + 6_100 * 0.055 - 20 - 10)
    above = tax_of("ny", "2025", replace(low, agi=28_000.01, earned_income_credit=0.0))
    assert above == pytest.approx(340 + 144 + 115.5 + 6_100 * 0.055, abs=0.002)
    apart = replace(NOBODY, status="separate", agi=15_000.0, spouse_pay=5_001.0)
    assert tax_of("ny", "2025", apart) == pytest.approx(7_000 * 0.04 - (60 + 10) / 2)
