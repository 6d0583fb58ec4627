"""Properties of single calculators, on unrounded values: totals, capacity, and bounds of figures."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from calculators.catalogue import equalizer, inventory, leverage_income, time_audit
from calculators.catalogue.inventory.ideas import KIND, OTHER, fit_of
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
    """Approximate equality for a sum of parts as large as `size`."""
    return pytest.approx(value, rel=1e-9, abs=1e-9 + 1e-11 * abs(size))


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_is_gross_less_fees_less_costs(raw: dict[str, Any]) -> None:
    """The identity holds for each use and for the total."""
    result = outcome(leverage_income.CALCULATOR, raw)
    scale = result.value("gross_year") + result.value("fees_year") + result.value("costs_year")
    for gross, fees, costs, net in zip(*(result.value(f"pair_{part}") for part in ("gross", "fees", "costs", "net")), strict=True):
        assert net == near(gross - fees - costs, scale)
        assert net <= gross
        assert min(gross, fees, costs) >= 0
    for part in ("gross", "fees", "costs", "net"):
        assert result.value(f"{part}_year") == near(sum(result.value(f"pair_{part}")), scale)
    assert result.value("net_year") <= result.value("gross_year")


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_s_months_add_up_to_the_year(raw: dict[str, Any]) -> None:
    """Business that runs all year never shrinks from month to month, and a season only takes from it."""
    result = outcome(leverage_income.CALCULATOR, raw)
    scale = result.value("gross_year") + result.value("fees_year") + result.value("costs_year")
    for part in ("gross", "fees", "costs", "net"):
        assert sum(result.value(f"month_{part}")) == near(result.value(f"{part}_year"), scale)
    all_year = outcome(leverage_income.CALCULATOR, {**raw, "pairs": [{**pair, "busy_months": 12} for pair in raw["pairs"]]})
    months = all_year.value("month_gross")
    most = sum(months)
    assert all(later >= earlier - 1e-9 * most for earlier, later in pairwise(months))
    assert all(gross <= most_gross + 1e-9 * most for gross, most_gross in zip(result.value("month_gross"), months, strict=True))
    assert all(net <= gross + 1e-9 * scale for net, gross in zip(result.value("month_net"), result.value("month_gross"), strict=True))


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_never_oversells_assets_or_hours(raw: dict[str, Any]) -> None:
    result = outcome(leverage_income.CALCULATOR, raw)
    pairs, granted = result.value("pairs"), result.value("granted")
    for asset in result.value("assets"):
        taken = sum(
            room * pair.capacity_used for room, pair in zip(granted, pairs, strict=True) if pair.asset.casefold() == asset.name.casefold()
        )
        assert taken <= asset.capacity * (1 + 1e-9)
    hours = sum(room * hours_needed(pair) for room, pair in zip(granted, pairs, strict=True))
    assert hours <= result.value("own_hours") * WEEKS_PER_MONTH * (1 + 1e-9)
    assert result.value("own_hours_year") <= result.value("own_hours") * WEEKS_PER_MONTH * 12 * (1 + 1e-9)
    assert 0 <= result.value("hours_left") <= result.value("own_hours")


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_names_exactly_the_limited_uses(raw: dict[str, Any]) -> None:
    result = outcome(leverage_income.CALCULATOR, raw)
    names = {asset.name.casefold() for asset in result.value("assets")} | {"your own hours"}
    for pair, room, held_back, why in zip(
        result.value("pairs"), result.value("granted"), result.value("held_back"), result.value("limited_by"), strict=True
    ):
        assert room + held_back == near(pair.units)
        assert 0 <= room <= pair.units
        assert bool(why) == (held_back > 0)
        assert not why or why.casefold() in names


@examples
@given(drawn_inputs(leverage_income.CALCULATOR))
def test_leverage_income_break_even_share_covers_the_costs(raw: dict[str, Any]) -> None:
    result = outcome(leverage_income.CALCULATOR, raw)
    for pair, room, margin, share in zip(
        result.value("pairs"), result.value("granted"), result.value("unit_margin"), result.value("break_even"), strict=True
    ):
        if share is not None:
            assert share >= 0
            assert room * share * margin == pytest.approx(pair.fixed_cost, rel=1e-9)
        else:
            assert room * margin <= 0


@examples
@given(drawn_inputs(equalizer.CALCULATOR))
def test_equalizer_gap_is_the_shortfall_and_not_negative(raw: dict[str, Any]) -> None:
    result = outcome(equalizer.CALCULATOR, raw)
    assert result.value("gap") >= 0
    assert result.value("gap") == max(0, result.value("pay_needed") - result.value("pay_expected"))
    assert (result.value("gap") > 0) <= (result.value("rate_ahead") > result.value("pay_growth"))
    assert 0 <= result.value("lost_power") <= result.value("pay")
    assert result.value("gap_month") * 12 == near(result.value("gap"))
    if result.value("months_to_close") is not None:
        assert result.value("months_to_close") * result.value("leverage_month") == near(result.value("gap"))


@examples
@given(drawn_inputs(equalizer.CALCULATOR))
def test_equalizer_gap_grows_with_inflation_not_with_raises(raw: dict[str, Any]) -> None:
    result = outcome(equalizer.CALCULATOR, raw)
    more = outcome(equalizer.CALCULATOR, {**raw, "inflation": min(1.0, raw["inflation"] + 0.01)})
    raised = outcome(equalizer.CALCULATOR, {**raw, "pay_growth": min(0.5, raw["pay_growth"] + 0.01)})
    assert raised.value("gap") <= result.value("gap") <= more.value("gap")


@examples
@given(drawn_inputs(time_audit.CALCULATOR))
def test_the_time_audit_s_hours_add_up_to_the_week(raw: dict[str, Any]) -> None:
    result = outcome(time_audit.CALCULATOR, raw)
    assert result.value("hours_used") + result.value("unaccounted") == near(168)
    for used, left, given_up, opened, leveraged, rest in zip(
        *(result.value(f"part_{part}") for part in ("used", "left", "given", "open", "leverage", "rest")), strict=True
    ):
        assert used + left == near(42)
        assert opened == near(left + given_up)
        assert leveraged + rest == near(opened)
        assert -1e-9 <= leveraged <= 42 + 1e-9
        assert given_up <= used + 1e-9


@examples
@given(drawn_inputs(time_audit.CALCULATOR))
def test_time_audit_never_takes_hours_of_rest(raw: dict[str, Any]) -> None:
    result = outcome(time_audit.CALCULATOR, raw)
    assert 0 <= result.value("leverage_hours") <= result.value("open_hours") <= 168 + 1e-9
    assert sum(result.value("part_leverage")) == near(result.value("leverage_hours"))
    assert sum(result.value("part_rest")) >= min(result.value("rest_floor"), result.value("open_hours")) - 1e-9
    assert result.value("leverage_year") == near(52 * result.value("leverage_hours"))


@examples
@given(drawn_inputs(inventory.CALCULATOR))
def test_inventory_idle_part_lies_between_zero_and_all(raw: dict[str, Any]) -> None:
    result = outcome(inventory.CALCULATOR, raw)
    for asset, idle, share in zip(result.value("assets"), result.value("idle"), result.value("idle_share"), strict=True):
        assert 0 <= idle <= asset.capacity
        assert 0 <= share <= 1
        assert idle + asset.used == near(asset.capacity)
    assert result.value("idle_assets") == sum(1 for idle in result.value("idle") if idle > 0)
    assert result.value("ready_cost_total") == near(sum(asset.ready_cost for asset in result.value("assets")))


@examples
@given(drawn_inputs(inventory.CALCULATOR))
def test_inventory_suggests_fitting_ideas_best_match_first(raw: dict[str, Any]) -> None:
    result = outcome(inventory.CALCULATOR, raw)
    by_name = {asset.name: (asset, idle) for asset, idle in zip(result.value("assets"), result.value("idle"), strict=True)}
    gladly = {"gladly": 0, "pays": 1, "rather-not": 2}
    ranks = []
    for idea in result.value("ideas"):
        asset, idle = by_name[idea.asset]
        gig = gigs()[idea.choose["gig"]]
        assert idle > 0
        assert asset.willingness != "never"
        assert asset.kind in gig.needs
        refused = "no" in {asset.permission, asset.insurance} or asset.condition == "broken"
        fit = fit_of(asset, gig)
        assert fit is not None
        suits = bool(set(gig.traits) & set(result.value("strengths")))
        ranks.append((refused, asset.willingness == "rather-not", KIND if fit == OTHER else fit, not suits, gladly[asset.willingness]))
    assert ranks == sorted(ranks)
    wanted = [asset for asset, idle in by_name.values() if idle > 0 and asset.willingness != "never"]
    assert result.value("ways") <= sum(1 for asset in wanted for gig in gigs().values() if asset.kind in gig.needs)
