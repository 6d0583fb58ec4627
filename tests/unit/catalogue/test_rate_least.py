"""The search for the least receipts that leave what is wanted, for laws that can be worked out by hand."""

from collections.abc import Callable

import pytest

from calculators.catalogue.rate_to_charge.by_law import least


def counted(kept: Callable[[float], float]) -> tuple[Callable[[float], float], list[float]]:
    tried: list[float] = []

    def count(receipts: float) -> float:
        tried.append(receipts)
        return kept(receipts)

    return count, tried


def test_flat_tax_is_solved_to_half_a_cent() -> None:
    """A quarter and 100 are taken: (650 + 100) ÷ 0.75 = 1,000."""
    receipts = least(lambda gross: 0.75 * gross - 100, 650.0)
    assert receipts is not None
    assert 1_000 <= receipts <= 1_000.005


def test_nothing_is_needed_where_enough_is_kept_already() -> None:
    kept, tried = counted(lambda gross: gross)
    assert least(kept, 0.0) == 0
    assert least(kept, -5.0) == 0
    assert tried == [0, 0]


def test_search_doubles_from_what_is_wanted_or_a_thousand() -> None:
    """Half is kept of all above nothing: from 5,000, twice that is enough."""
    kept, tried = counted(lambda gross: gross / 2)
    receipts = least(kept, 5_000.0)
    assert receipts == pytest.approx(10_000, abs=0.005)
    assert tried[:3] == [0, 5_000, 10_000]
    assert tried[3:6] == [10_000 / 64, 2 * 10_000 / 64, 3 * 10_000 / 64]
    kept, tried = counted(lambda gross: gross / 2)
    assert least(kept, 10.0) == pytest.approx(20, abs=0.005)
    assert tried[1] == 1_000


@pytest.mark.parametrize(("share", "is_reached"), [(1e-9, True), (1e-10, False)])
def test_no_price_is_enough_beyond_a_trillion(share: float, is_reached: bool) -> None:
    """Of 1,000, doubled until it is more than a trillion, or 1.1 trillion, which is tried too."""
    assert (least(lambda gross: gross * share, 1_000.0) is not None) == is_reached


def test_first_of_several_receipts_is_found() -> None:
    """A benefit of 300 ends at 1,000: 900 keeps 1,200, and so does 1,200."""
    receipts = least(lambda gross: gross + (300 if gross <= 1_000 else 0), 1_200.0)
    assert receipts == pytest.approx(900, abs=0.005)
    beyond = least(lambda gross: gross + (300 if gross <= 1_000 else 0), 1_301.0)
    assert beyond == pytest.approx(1_301, abs=0.005)


def test_jump_to_what_is_wanted_is_located() -> None:
    """A credit of 500 begins at 777.77."""
    receipts = least(lambda gross: gross + (500 if gross >= 777.77 else 0), 1_200.0)
    assert receipts is not None
    assert 777.77 <= receipts <= 777.775


def test_straight_stretch_takes_few_guesses() -> None:
    """The first guess on a line is where it meets what is wanted."""
    kept, tried = counted(lambda gross: 0.6 * gross)
    least(kept, 3_333.0)
    searched = [receipts for receipts in tried if abs(receipts - 3_333 / 0.6) < 1e-6]
    assert searched
    assert len(tried) < 64 + 10
