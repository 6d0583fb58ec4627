"""What must hold in each calculator, on unrounded values: parts add up to totals, nothing is sold twice, no figure leaves its bounds."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from calculators.catalogue import equalizer, inventory, leverage_income, time_audit
from calculators.catalogue.leverage_income.sharing import hours_needed
from calculators.engine.calculator import Calculator, Outcome
from calculators.shared.gigs import gigs
from calculators.shared.periods import WEEKS_PER_MONTH
from tests.properties.drawing import drawn_inputs

DAY = date(2026, 11, 23)
examples = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def outcome(calculator: Calculator, raw: dict[str, Any]) -> Outcome:
    inputs, errors = calculator.read(raw)
    assert errors == []
    return calculator.outcome(inputs, DAY, ranges=False)


def near(value: float, size: float = 0.0) -> Any:
    """Equal but for the last digits of a sum whose parts are as large as `size`."""
    return pytest.approx(value, rel=1e-9, abs=1e-9 + 1e-11 * abs(size))


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_is_gross_less_fees_less_costs_for_each_use_and_in_total(raw: dict[str, Any]) -> None:
    found = outcome(leverage_income.CALCULATOR, raw)
    scale = found.value("gross_year") + found.value("fees_year") + found.value("costs_year")
    for gross, fees, costs, net in zip(*(found.value(f"pair_{part}") for part in ("gross", "fees", "costs", "net")), strict=True):
        assert net == near(gross - fees - costs, scale)
        assert net <= gross
        assert min(gross, fees, costs) >= 0
    for part in ("gross", "fees", "costs", "net"):
        assert found.value(f"{part}_year") == near(sum(found.value(f"pair_{part}")), scale)
    assert found.value("net_year") <= found.value("gross_year")


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_s_months_add_up_to_the_year(raw: dict[str, Any]) -> None:
    found = outcome(leverage_income.CALCULATOR, raw)
    scale = found.value("gross_year") + found.value("fees_year") + found.value("costs_year")
    for part in ("gross", "fees", "costs", "net"):
        assert sum(found.value(f"month_{part}")) == near(found.value(f"{part}_year"), scale)
    assert all(
        later >= earlier - 1e-9 * scale for earlier, later in zip(found.value("month_gross"), found.value("month_gross")[1:], strict=False)
    )
    assert all(net <= gross + 1e-9 * scale for net, gross in zip(found.value("month_net"), found.value("month_gross"), strict=True))


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_never_sells_an_asset_or_an_own_hour_twice(raw: dict[str, Any]) -> None:
    found = outcome(leverage_income.CALCULATOR, raw)
    pairs, granted = found.value("pairs"), found.value("granted")
    for asset in found.value("assets"):
        taken = sum(
            room * pair.capacity_used for room, pair in zip(granted, pairs, strict=True) if pair.asset.casefold() == asset.name.casefold()
        )
        assert taken <= asset.capacity * (1 + 1e-9)
    hours = sum(room * hours_needed(pair) for room, pair in zip(granted, pairs, strict=True))
    assert hours <= found.value("own_hours") * WEEKS_PER_MONTH * (1 + 1e-9)
    assert found.value("own_hours_year") <= found.value("own_hours") * WEEKS_PER_MONTH * 12 * (1 + 1e-9)
    assert 0 <= found.value("hours_left") <= found.value("own_hours")


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_names_whoever_had_to_give_and_nobody_else(raw: dict[str, Any]) -> None:
    found = outcome(leverage_income.CALCULATOR, raw)
    names = {asset.name.casefold() for asset in found.value("assets")} | {"your own hours"}
    for pair, room, held, why in zip(
        found.value("pairs"), found.value("granted"), found.value("held_back"), found.value("limited_by"), strict=True
    ):
        assert room + held == near(pair.units)
        assert 0 <= room <= pair.units
        assert bool(why) == (held > 0)
        assert not why or why.casefold() in names


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_s_break_even_share_pays_exactly_the_monthly_costs(raw: dict[str, Any]) -> None:
    found = outcome(leverage_income.CALCULATOR, raw)
    for pair, room, margin, share in zip(
        found.value("pairs"), found.value("granted"), found.value("unit_margin"), found.value("break_even"), strict=True
    ):
        if share is not None:
            assert share >= 0
            assert room * share * margin == pytest.approx(pair.fixed_cost, rel=1e-9)
        else:
            assert room * margin <= 0


@examples
@given(drawn_inputs(equalizer.CALCULATOR))
def test_the_equalizer_s_gap_is_what_is_missing_and_never_negative(raw: dict[str, Any]) -> None:
    found = outcome(equalizer.CALCULATOR, raw)
    assert found.value("gap") >= 0
    assert found.value("gap") == max(0, found.value("pay_needed") - found.value("pay_expected"))
    assert (found.value("gap") > 0) <= (found.value("rate_ahead") > found.value("pay_growth"))
    assert 0 <= found.value("lost_power") <= found.value("pay")
    assert found.value("gap_month") * 12 == near(found.value("gap"))
    if found.value("months_to_close") is not None:
        assert found.value("months_to_close") * found.value("leverage_month") == near(found.value("gap"))


@examples
@given(drawn_inputs(equalizer.CALCULATOR))
def test_the_equalizer_s_gap_grows_with_inflation_and_shrinks_with_raises(raw: dict[str, Any]) -> None:
    found = outcome(equalizer.CALCULATOR, raw)
    more = outcome(equalizer.CALCULATOR, {**raw, "inflation": min(1.0, raw["inflation"] + 0.01)})
    raised = outcome(equalizer.CALCULATOR, {**raw, "pay_growth": min(0.5, raw["pay_growth"] + 0.01)})
    assert raised.value("gap") <= found.value("gap") <= more.value("gap")


@examples
@given(drawn_inputs(time_audit.CALCULATOR))
def test_the_time_audit_s_hours_add_up_to_the_week(raw: dict[str, Any]) -> None:
    found = outcome(time_audit.CALCULATOR, raw)
    assert found.value("hours_used") + found.value("unaccounted") == near(168)
    for used, left, given_up, opened, leveraged, rest in zip(
        *(found.value(f"part_{part}") for part in ("used", "left", "given", "open", "leverage", "rest")), strict=True
    ):
        assert used + left == near(42)
        assert opened == near(left + given_up)
        assert leveraged + rest == near(opened)
        assert -1e-9 <= leveraged <= 42 + 1e-9
        assert given_up <= used + 1e-9


@examples
@given(drawn_inputs(time_audit.CALCULATOR))
def test_the_time_audit_never_takes_the_rest(raw: dict[str, Any]) -> None:
    found = outcome(time_audit.CALCULATOR, raw)
    assert 0 <= found.value("leverage_hours") <= found.value("open_hours") <= 168 + 1e-9
    assert sum(found.value("part_leverage")) == near(found.value("leverage_hours"))
    assert sum(found.value("part_rest")) >= min(found.value("rest_floor"), found.value("open_hours")) - 1e-9
    assert found.value("leverage_year") == near(52 * found.value("leverage_hours"))


@examples
@given(drawn_inputs(inventory.CALCULATOR))
def test_the_inventory_s_idle_part_lies_between_nothing_and_all(raw: dict[str, Any]) -> None:
    found = outcome(inventory.CALCULATOR, raw)
    for asset, idle, share in zip(found.value("assets"), found.value("idle"), found.value("idle_share"), strict=True):
        assert 0 <= idle <= asset.capacity
        assert 0 <= share <= 1
        assert idle + asset.used == near(asset.capacity)
    assert found.value("idle_assets") == sum(1 for idle in found.value("idle") if idle > 0)
    assert found.value("ready_cost_total") == near(sum(asset.ready_cost for asset in found.value("assets")))


@examples
@given(drawn_inputs(inventory.CALCULATOR))
def test_the_inventory_suggests_only_what_fits_and_what_suits_you_first(raw: dict[str, Any]) -> None:
    found = outcome(inventory.CALCULATOR, raw)
    by_name = {asset.name: (asset, idle) for asset, idle in zip(found.value("assets"), found.value("idle"), strict=True)}
    gladly = {"gladly": 0, "pays": 1, "rather-not": 2}
    ranks = []
    for idea in found.value("ideas"):
        asset, idle = by_name[idea.asset]
        gig = gigs()[idea.choose["gig"]]
        assert idle > 0
        assert asset.willingness != "never"
        assert asset.kind in gig.needs
        ranks.append((-len(set(gig.traits) & set(found.value("strengths"))), gladly[asset.willingness]))
    assert ranks == sorted(ranks)
    wanted = [asset for asset, idle in by_name.values() if idle > 0 and asset.willingness != "never"]
    assert found.value("ways") == sum(1 for asset in wanted for gig in gigs().values() if asset.kind in gig.needs)
