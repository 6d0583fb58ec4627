"""Platform fees: the price for a target net, and agreement with the fees of gigs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.platform_fees import CALCULATOR
from calculators.catalogue.platform_fees.inputs import Inputs, Offer
from calculators.catalogue.platform_fees.schedules import Schedule, last_checked, platforms
from calculators.engine.parameters import source
from calculators.shared.gigs import gigs

shares = st.floats(0, 0.95)
amounts = st.floats(0, 50)

SAME_PLATFORM = {
    "short-stay": "airbnb-host-only",
    "dog-boarding": "rover",
    "pet-care": "rover",
    "make-and-sell": "etsy",
    "tutoring": "wyzant",
    "small-classes": "outschool",
    "local-tours": "airbnb-experiences",
    "parking-month": "neighbor",
    "storage-space": "neighbor",
    "space-by-hour": "peerspace",
    "car-share": "turo-75",
    "rv-and-boat-rental": "outdoorsy",
}
"""Gigs, with the platform whose fee they use."""


small_parts = {"fee": shares, "fixed": amounts, "small": amounts, "small_fee": shares, "small_fixed": amounts}


@given(st.builds(Schedule, **small_parts, large=st.floats(50, 9_000), large_fee=shares), st.floats(-50, 5_000))
def test_the_price_for_a_net_leaves_at_least_that_net(schedule: Schedule, net: float) -> None:
    price = schedule.price_for(net)
    assert price - schedule.taken(price) >= net - 1e-6 * max(1, price) or price == 0


@given(st.builds(Schedule, **small_parts), st.floats(0, 500), st.floats(0.02, 0.98))
def test_no_lower_price_leaves_that_net(schedule: Schedule, net: float, part: float) -> None:
    price = schedule.price_for(net) * part
    assert price - schedule.taken(price) < net + 1e-6 or schedule.price_for(net) < 0.05


STEPS = Schedule(small=15.0, small_fee=0.2, fee=0.1, fixed=1.0, large=100.0, large_fee=0.05)
"""A fifth of a price up to 15, then a tenth and 1, and a twentieth of the part above 100."""


@pytest.mark.parametrize(("price", "fee"), [(0.0, 0.0), (15.0, 3.0), (16.0, 2.6), (100.0, 11.0), (200.0, 16.0)])
def test_fee_depends_on_the_part_of_the_schedule(price: float, fee: float) -> None:
    assert STEPS.taken(price) == pytest.approx(fee)


@pytest.mark.parametrize(
    ("net", "price"),
    [
        (-5.0, 0.0),
        (12.0, 15.0),  # 12 ÷ 0.8
        (12.3, 15.01),  # 15 leaves 12, and the next cent 12.509
        (13.0, 14 / 0.9),
        (89.0, 100.0),  # 90 ÷ 0.9
        (90.0, 96 / 0.95),  # 90 + 1 + 100 × 5%
    ],
)
def test_price_for_a_net_is_the_lowest_of_all_parts(net: float, price: float) -> None:
    assert STEPS.price_for(net) == pytest.approx(price)


def test_schedule_without_a_fee_keeps_nothing() -> None:
    for schedule, price in ((Schedule(), 50.0), (Schedule(small=60.0), 50.0), (Schedule(large=40.0), 50.0)):
        assert schedule.taken(price) == 0
        assert schedule.price_for(price) == price


def test_price_without_limits_is_the_net_and_the_fees() -> None:
    assert Schedule(fee=0.5, fixed=1.0).price_for(9.0) == 20
    assert Schedule(fee=0.5, fixed=1.0).price_for(-2.0) == 0
    assert Schedule(small=10.0, small_fee=0.0, small_fixed=0.0, fee=0.1).price_for(10.0) == 10


@pytest.mark.parametrize(("gig", "platform"), SAME_PLATFORM.items())
def test_a_gig_and_its_platform_name_the_same_fee(gig: str, platform: str) -> None:
    known = platforms()[platform].latest
    assert gigs()[gig].cited["fee"].typical == known.numbers["fee"]
    assert gigs()[gig].cited["fee"].source == known.source


def test_every_schedule_is_dated_in_order_and_has_its_source() -> None:
    for platform in platforms().values():
        days = [schedule.since for schedule in platform.schedules]
        assert days == sorted(days)
        assert all(source(schedule.source).title and schedule.note for schedule in platform.schedules)


def test_platform_choice_replaces_every_fee() -> None:
    numbers = {field for field in Offer.__dataclass_fields__ if field not in {"platform", "name"}}
    assert all(set(platform.typed()) == numbers for platform in platforms().values())


def test_changed_fee_is_labeled_the_readers_own() -> None:
    inputs = Inputs()
    first = CALCULATOR.outcome(inputs, date(2026, 11, 23))
    assert not any("These differ from the published fees" in note(first) for note in CALCULATOR.notes)
    changed = CALCULATOR.outcome(replace(inputs, offers=(replace(inputs.offers[0], fee=0.2), *inputs.offers[1:])), date(2026, 11, 23))
    assert any("These differ from the published fees because you changed them: Etsy." in note(changed) for note in CALCULATOR.notes)


@pytest.mark.parametrize(("days", "said"), [(365, "Platforms change them"), (366, "more than a year ago")])
def test_fees_checked_over_a_year_ago_are_called_old(days: int, said: str) -> None:
    outcome = CALCULATOR.outcome(Inputs(), last_checked() + timedelta(days=days))
    assert said in " ".join(note(outcome) for note in CALCULATOR.notes)
