"""Shared capacity of leverage income: no overselling, exact fits, and named limits."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.leverage_income.inputs import Pair
from calculators.catalogue.leverage_income.sharing import OWN_TIME, hours_needed, share_out
from calculators.engine.fields import Estimate


def use(**changes: Any) -> Pair:
    return replace(Pair(asset="Car", units=10.0, utilization=Estimate(0.2, 0.5, 0.8)), **changes)


def test_exact_fit_is_granted_whole_and_limits_nobody() -> None:
    shares = share_out([use(units=4.0), use(units=6.0)], {"car": 10.0}, 0.0, "listed", [1, 1])
    assert [(s.granted, s.capacity, s.limited_by) for s in shares] == [(4.0, 4.0, ""), (6.0, 6.0, "")]


@pytest.mark.parametrize(
    ("wanted", "each", "there"), [((3.0,), 0.1, 0.3), ((0.1, 0.2), 1.0, 0.3), ((1.1, 2.2), 1.0, 3.3), ((7.0,), 0.7, 4.9)]
)
def test_exact_fit_in_decimals_survives_binary_rounding(wanted: tuple[float, ...], each: float, there: float) -> None:
    of_asset = share_out([use(units=units, capacity_used=each) for units in wanted], {"car": there}, 0.0, "listed", [1.0] * len(wanted))
    of_hours = share_out([use(asset="", units=units, hours_offered=each) for units in wanted], {}, there, "listed", [1.0] * len(wanted))
    for shares in (of_asset, of_hours):
        assert [share.limited_by for share in shares] == [""] * len(wanted)
        assert [share.granted for share in shares] == pytest.approx(list(wanted))


def test_excess_unit_is_taken_from_the_last_use() -> None:
    """The last use gives up the excess, and its note names the asset as that use wrote it."""
    shares = share_out([use(units=4.0), use(units=7.0, asset="CAR")], {"car": 10.0}, 0.0, "listed", [1, 1])
    assert [(s.granted, s.limited_by) for s in shares] == [(4.0, ""), (6.0, "CAR")]


def test_an_asset_that_is_gone_leaves_nothing() -> None:
    shares = share_out([use(), use()], {"car": 10.0}, 0.0, "listed", [1, 1])
    assert (shares[1].granted, shares[1].capacity, shares[1].limited_by) == (0.0, 0.0, "Car")


def test_assets_do_not_take_from_one_another() -> None:
    shares = share_out([use(units=12.0), use(asset="Bike")], {"car": 10.0, "bike": 10.0}, 0.0, "listed", [1, 1])
    assert [s.granted for s in shares] == [10.0, 10.0]


def test_a_use_of_own_time_alone_takes_from_no_asset() -> None:
    shares = share_out([use(asset="", hours_sold=1.0)], {"car": 0.0}, 8.0, "listed", [1])
    assert (shares[0].granted, shares[0].capacity, shares[0].limited_by) == (10.0, 0.0, "")


def test_own_hours_are_reserved_as_in_a_good_month() -> None:
    assert hours_needed(use(hours_sold=2.0, hours_offered=0.5)) == pytest.approx(0.5 + 2.0 * 0.8)
    shares = share_out([use(asset="", hours_sold=1.0), use(asset="", hours_sold=1.0)], {}, 12.0, "listed", [1, 1])
    assert shares[0].own_hours == pytest.approx(8.0)
    assert shares[1].granted == pytest.approx(5.0)
    assert shares[1].limited_by == OWN_TIME


def test_of_two_limits_the_tighter_one_is_named() -> None:
    tight_asset = share_out([use(hours_offered=1.0)], {"car": 3.0}, 5.0, "listed", [1])[0]
    assert (tight_asset.granted, tight_asset.limited_by) == (3.0, "Car")
    tight_hours = share_out([use(hours_offered=1.0)], {"car": 5.0}, 3.0, "listed", [1])[0]
    assert (tight_hours.granted, tight_hours.limited_by) == (3.0, OWN_TIME)
    assert tight_hours.capacity == 3.0


def test_best_paid_hour_goes_first_and_order_stays() -> None:
    """The use that pays most for an own hour goes first; the shares stay in the reader's order."""
    poor, good, free = use(hours_offered=1.0), use(hours_offered=1.0, units=6.0), use(units=2.0)
    shares = share_out([poor, good, free], {"car": 10.0}, 100.0, "best", [1.0, 5.0, -3.0])
    assert [s.granted for s in shares] == [2.0, 6.0, 2.0]


def test_among_equals_the_first_listed_goes_first() -> None:
    shares = share_out([use(), use()], {"car": 15.0}, 0.0, "best", [1.0, 1.0])
    assert [s.granted for s in shares] == [10.0, 5.0]


def test_use_without_need_of_the_asset_is_not_limited_by_it() -> None:
    assert share_out([use(capacity_used=0.0)], {"car": 0.0}, 0.0, "listed", [1])[0].granted == 10.0


def test_a_use_of_no_units_gets_none_and_limits_nobody() -> None:
    shares = share_out([use(units=0.0), use()], {"car": 10.0}, 0.0, "listed", [1, 1])
    assert [(s.granted, s.limited_by) for s in shares] == [(0.0, ""), (10.0, "")]


amounts = st.one_of(st.just(0.0), st.floats(0.01, 1000.0))
uses = st.builds(
    lambda asset, units, capacity_used, sold, offered, shares: use(
        asset=asset, units=units, capacity_used=capacity_used, hours_sold=sold, hours_offered=offered, utilization=Estimate(*sorted(shares))
    ),
    st.sampled_from(["", "Car", "Bike"]),
    amounts,
    st.one_of(st.just(0.0), st.floats(0.01, 100.0)),
    amounts,
    amounts,
    st.tuples(*[st.floats(0, 1)] * 3),
)


@given(st.lists(uses, max_size=8), amounts, amounts, amounts, st.sampled_from(["listed", "best"]), st.floats(-50, 50))
def test_nothing_is_ever_oversold(pairs: list[Pair], car: float, bike: float, hours: float, order: str, margin: float) -> None:
    capacities = {"car": car, "bike": bike}
    shares = share_out(pairs, capacities, hours, order, [margin * (i - 2) for i in range(len(pairs))])
    for name, capacity in capacities.items():
        taken = sum(s.granted * p.capacity_used for s, p in zip(shares, pairs, strict=True) if p.asset.casefold() == name)
        assert taken <= capacity * (1 + 1e-9)
    assert sum(s.granted * hours_needed(p) for s, p in zip(shares, pairs, strict=True)) <= hours * (1 + 1e-9)
    for share, pair in zip(shares, pairs, strict=True):
        assert 0 <= share.granted <= pair.units
        assert bool(share.limited_by) == (share.granted < pair.units)


def test_floating_point_residue_is_no_capacity_for_the_next_use() -> None:
    """0.4 − 0.1 − 0.3 leaves 5.6e-17 in binary, of which no unit can be offered."""
    assert 0 < 0.4 - 0.1 - 0.3 < 1e-16
    of_hours = [use(asset="", units=1.0, hours_offered=hours, hours_sold=0.0) for hours in (0.1, 0.3, 1.0)]
    of_asset = [use(units=1.0, capacity_used=part) for part in (0.1, 0.3, 1.0)]
    for shares in (share_out(of_hours, {}, 0.4, "listed", [1, 1, 1]), share_out(of_asset, {"car": 0.4}, 0.0, "listed", [1, 1, 1])):
        assert [share.granted for share in shares] == [1.0, 1.0, 0.0]
