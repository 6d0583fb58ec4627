"""Figures that describe the same amount in two ways agree for any inputs.

Each calculator declares its pairs: a figure against a row of a table or a point of a picture, a total against its parts, a way there
against the way back. What is declared is checked on unrounded values.
"""

import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calculators import CATALOGUE
from calculators.catalogue import accelerator
from calculators.catalogue.accelerator.debts import HORIZON, pay_off
from calculators.catalogue.equalizer.published import last_group_year, stands_in
from calculators.catalogue.gig_mix.charts import compared, stairs
from calculators.catalogue.income_mix.charts import ways
from calculators.catalogue.net_hourly.charts import hour_steps
from calculators.catalogue.platform_fees.figures import schedule
from calculators.engine.calculator import Calculator, Outcome
from calculators.engine.fields import Estimate
from calculators.shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH, WEEKS_PER_YEAR
from tests.properties.drawing import drawn_inputs

DAY = date(2026, 11, 23)
Pairs = Iterator[tuple[str, float, float]]
EXACT = "exactly: "
"""Prefix of pairs of times, shares or counts, which are compared without regard to the size of amounts."""


def income_mix(outcome: Outcome) -> Pairs:
    streams, whole = outcome["streams"], outcome["total"]
    yield "total, its sources", whole, sum(stream.amount for stream in streams)
    yield "left over, total less spending", outcome["left_over"], whole - outcome["spending"]
    for stream, without, short, lasts in zip(streams, outcome["without"], outcome["short"], outcome["lasts"], strict=True):
        yield "without one and that one, total", without + stream.amount, whole
        if lasts is not None:
            yield "what is missing for as long as it lasts, savings", lasts * short, outcome["savings"]
    for (_, left, gone), stream in zip(ways(outcome)[1:], sorted(streams, key=lambda source: -source.amount), strict=True):
        yield "a bar, what is left", left, whole - stream.amount
        yield "what is gone, its amount", gone, stream.amount
    if streams:
        yield "largest missing, its row", outcome["largest_short"], max(outcome["short"])
    if whole > 0:
        yield "exactly: shares, all of it", sum(outcome["share"]), 1.0
        yield "exactly: largest share, its row", outcome["largest_share"], max(outcome["share"])
        yield "exactly: equal sources, concentration", outcome["equal_sources"] * outcome["concentration"], 1.0
    if streams and outcome["largest_lasts"] is not None:
        yield (
            "how long the largest is filled, its row",
            outcome["largest_lasts"],
            min(months for months in outcome["lasts"] if months is not None),
        )


def time_audit(outcome: Outcome) -> Pairs:
    yield "hours put down, parts of the day", outcome["hours_used"], sum(outcome["part_used"])
    yield "open hours, parts of the day", outcome["open_hours"], sum(outcome["part_open"])
    yield "idle hours, parts of the day", outcome["leverage_hours"], sum(outcome["part_leverage"])
    yield "a year, its weeks", outcome["leverage_year"], outcome["leverage_hours"] * WEEKS_PER_YEAR


def inventory(outcome: Outcome) -> Pairs:
    yield "exactly: idle assets, their rows", outcome["idle_assets"], sum(1 for idle in outcome["idle"] if idle > 0)
    yield "all ready, one by one", outcome["ready_cost_total"], sum(asset.ready_cost for asset in outcome["assets"])
    for asset, idle, share in zip(outcome["assets"], outcome["idle"], outcome["idle_share"], strict=True):
        yield "idle, its share", idle, share * asset.capacity


def leverage_income(outcome: Outcome) -> Pairs:
    for part in ("gross", "fees", "costs", "net"):
        yield f"{part} of the year, its uses", outcome[f"{part}_year"], sum(outcome[f"pair_{part}"])
        yield f"{part} of the year, its months", outcome[f"{part}_year"], sum(outcome[f"month_{part}"])
    yield "own hours, its uses", outcome["own_hours_year"], sum(outcome["pair_hours"])
    if outcome["net_per_hour"] is not None:
        yield "net of an hour, net of the year", outcome["net_per_hour"] * outcome["own_hours_year"], outcome["net_year"]


def platform_fees(outcome: Outcome) -> Pairs:
    if not outcome["offers"]:
        return
    price, sales, net = outcome["price"], outcome["sales"], outcome["sale_net"]
    yield "at best, its row", outcome["best_net"], max(net)
    yield "at worst, its row", outcome["worst_net"], min(net)
    yield "choosing well, best and worst month", outcome["choice_worth"], max(outcome["month_net"]) - min(outcome["month_net"])
    for offer, sale, month, same, payouts in zip(
        outcome["offers"], net, outcome["month_net"], outcome["same_price"], outcome["payout_share"], strict=True
    ):
        if sales:
            yield "a month, its sales", month, sale * sales
        left, best = same - schedule(offer).taken(same) - payouts, outcome["best_net"]
        yield "at that price, at least as much as the best", min(left, best), best
    for sale, take in zip(net, outcome["take"], strict=True):
        if take is not None:
            yield "kept by the platform, left of a sale", price * (1 - take), sale


def net_hourly(outcome: Outcome) -> Pairs:
    steps = hour_steps(outcome)
    if steps:
        top, *taken, left = steps
        yield "what an hour brings less each bar, what is left of it", top.amount - sum(step.amount for step in taken), left.amount
        yield "an hour, the week", outcome["kept_hour"] * outcome["hours_all"], outcome["kept_week"]
        yield "an hour before tax, the week", outcome["net_hour"] * outcome["hours_all"], outcome["net_week"]
    yield "before tax less tax, after tax", outcome["net_week"] - outcome["tax"], outcome["kept_week"]


def take_home(outcome: Outcome) -> Pairs:
    for chart in outcome.calculator.charts:
        rows = chart.table(outcome).rows
        amounts = [row[1] for row in rows]
        yield f"{chart.name}: what is taken in and taken off, what is kept", sum(amounts[:-1]), amounts[-1]
        yield f"{chart.name}: its last bar, the figure", amounts[-1], outcome["kept_from_gig"]
    yield (
        "with the gig less without it, kept from it",
        outcome["take_home_pay"] - outcome["take_home_without_gig"],
        outcome["kept_from_gig"],
    )


def rate_to_charge(outcome: Outcome) -> Pairs:
    if outcome["gross"] is None:
        return
    yield "what clients pay less fees and costs, profit", outcome["gross"] - outcome["fees_year"] - outcome["costs"], outcome["profit"]
    yield "profit less tax, what is wanted", outcome["profit"] - outcome["tax_due"], outcome["wanted"]
    if outcome["hourly"] is not None:
        yield "paid hours at the rate, what clients pay", outcome["hourly"] * outcome["billed_hours"], outcome["gross"]
        yield "a day, its hours", outcome["daily"], outcome["hourly"] * outcome["day_hours"]
        yield "a job, its hours", outcome["job"], outcome["hourly"] * outcome["job_hours"]


def break_even(outcome: Outcome) -> Pairs:
    course, life, stop = outcome["course"], outcome["life"], outcome["stop"]
    yield "over its life, its last month", outcome["life_net"], course[life].sold_off
    yield "if you stop then, that month", outcome["stop_net"], course[stop].sold_off
    if stop == life:
        yield "over its life, if you stop at its end", outcome["life_net"], outcome["stop_net"]
    yield "by the month, over its life", outcome["life_month"] * life, outcome["life_net"]
    yield "own money, the first day", -outcome["own"], course[0].cash
    yield "worst moment, the lowest month", outcome["deepest"], max(0.0, -min(month.sold_off for month in course))
    settled = outcome["payment"] * min(outcome["loan_months"], life) + outcome["owed"][life]
    yield "loan and interest, what is paid", outcome["loan"] + outcome["interest"], max(settled, outcome["loan"])
    if outcome["payback"]:
        at = outcome["payback"]
        back = outcome["earns"] * at - outcome["own"] - outcome["payment"] * min(at, outcome["loan_months"])
        yield "paid back, cash at that month", back, 0.0
    share = outcome["break_even_use"]
    if share is not None and 0 <= share <= 1:
        even = replace(outcome.inputs, utilization=Estimate(share, share, share))
        yield "sold at that share, over its life", outcome.calculator.outcome(even, DAY, ranges=False)["life_net"], 0.0


def accelerator_pairs(outcome: Outcome) -> Pairs:
    with_it, without = outcome["months_with"], outcome["months_without"]
    first, last = outcome["paths"][0], outcome["paths"][-1]
    yield "both paths begin alike", first.levered, first.without
    if with_it is not None and without is not None:
        yield "exactly: sooner, both", outcome["months_saved"], without - with_it
        yield "exactly: the picture ends when both have arrived", float(last.month >= max(with_it, without) - 1e-6), 1.0
    if outcome["aim"] == "debts":
        yield from accelerator_debts(outcome)
        return
    goal, start = outcome["goal"], outcome["start"]
    yield "first point, what is there", first.levered, min(start, max(goal, start))
    for months, name in ((with_it, "levered"), (without, "without")):
        if months is not None and last.month >= months and start < goal:
            yield f"{name}: last point, the goal", getattr(last, name), goal
        if months:
            early = [getattr(point, name) for point in outcome["paths"] if point.month < months - 1e-6]
            yield f"exactly: {name}: not there before", float(all(amount < goal * (1 + 1e-9) for amount in early)), 1.0
    if with_it is not None and goal > start:
        yield "what is there, paid in and grown, the goal by then", start + outcome["put_in"] + outcome["grown"], outcome["goal_then"]
        rise = (1 + outcome["inflation"]) ** (1 / MONTHS_PER_YEAR) if outcome["prices"] == "today" else 1.0
        paid = [(outcome["own"] + outcome["leverage_kept"]) * rise**month for month in range(1, math.ceil(with_it + 1e-9) + 1)]
        within = sum(paid[: math.floor(with_it - 1e-9)]) * (1 - 1e-9) <= outcome["put_in"] <= sum(paid) * (1 + 1e-9)
        yield "exactly: paid in, its payments one by one", float(within), 1.0


def accelerator_debts(outcome: Outcome) -> Pairs:
    with_it, first, last = outcome["months_with"], outcome["paths"][0], outcome["paths"][-1]
    owed = sum(debt.balance for debt in outcome["debts"] if debt.balance > 0.005)
    yield "first point, all that is owed", first.levered, owed
    course = next(
        course
        for course in outcome["courses"]
        if course.method == {"avalanche": "Highest rate first"}.get(outcome["method"], "Smallest debt first")
    )
    yield "exactly: with leverage, its row", HORIZON if with_it is None else with_it, course.months
    if with_it is not None:
        yield "last point, nothing", last.levered if last.month >= with_it else 0.0, 0.0
        yield "all that is paid, owed and interest", outcome["put_in"], owed + course.interest
    if outcome["interest_saved"] is not None:
        slow = pay_off(outcome["terms"], outcome["extra"], outcome["method"])
        yield "interest saved, both", outcome["interest_saved"], slow.interest - course.interest


def equalizer(outcome: Outcome) -> Pairs:
    now, then = outcome["path"][0], outcome["path"][-1]
    yield "today, pay", now.needed, outcome["pay"]
    yield "last year, pay that keeps up", then.needed, outcome["pay_needed"]
    yield "last year, pay you expect", then.expected, outcome["pay_expected"]
    yield "last year, the gap", then.gap, outcome["gap"]
    yield "gap by month, gap", outcome["gap_month"] * MONTHS_PER_YEAR, outcome["gap"]
    yield "idle hours by month, by year", outcome["leverage_month"] * MONTHS_PER_YEAR, outcome["leverage_year"]
    if outcome["months_to_close"] is not None:
        yield "months that close it, the gap", outcome["months_to_close"] * outcome["leverage_month"], outcome["gap"]
    if outcome["hours_to_close"] is not None:
        yield "hours that close it, the gap", outcome["hours_to_close"] * outcome["hourly_net"] * WEEKS_PER_YEAR, outcome["gap"]
    yield "what it buys and what is lost, pay", min(outcome["pay"], outcome["buying_power"]) + outcome["lost_power"], outcome["pay"]
    yield "basket, its groups", outcome["basket_month"], sum(outcome["spent"])
    if outcome["area"] != "none":
        yield from equalizer_back(outcome)


def equalizer_back(outcome: Outcome) -> Pairs:
    first, last = outcome["levels"][0], outcome["levels"][-1]
    yield "last year's level, the rise", last.published, 100 * (1 + outcome["published_rise"])
    yield (
        "exactly: yearly rise for all years, the rise",
        (1 + outcome["published_average"]) ** outcome["years_back"],
        1 + outcome["published_rise"],
    )
    yield "there and back", outcome["back_power"] * (1 + outcome["published_rise"]), outcome["pay"]
    yield "exactly: years back, rows", outcome["years_back"], len(outcome["levels"]) - 1
    if outcome["pay_match"] is not None:
        yield "short less ahead, both pays", outcome["back_gap"] - outcome["back_surplus"], outcome["pay_match"] - outcome["pay"]
        yield "pay's level, pay then", last.pay * outcome["pay_then"], first.pay * outcome["pay"]
    if outcome["basket_month"] == 0:
        return
    yield "own level, own rise", last.own, 100 * (1 + outcome["own_rise"])
    yield "exactly: shares, all of it", sum(outcome["share"]), 1.0
    yield "dearer by, own rise", outcome["dearer_month"], outcome["basket_month"] * outcome["own_year"]
    area, year = outcome["area"], last_group_year(outcome["area"])
    groups = outcome.calculator.series[0].values
    if not any(stands_in(area, group, year - 1, year) for group, spent in zip(groups, outcome["spent"], strict=True) if spent > 0):
        rises = zip(outcome["share"], outcome["group_year"], strict=True)
        yield "own rise, its groups", outcome["own_year"], sum(share * (rise or 0.0) for share, rise in rises)


def gig_mix(outcome: Outcome) -> Pairs:
    yield "the mix, its gigs", outcome["total"], sum(outcome["income"])
    yield "by the month, by the week", outcome["total_month"], outcome["total"] * WEEKS_PER_MONTH
    yield "the mix, its picture", outcome["total_month"], compared(outcome)[0][1]
    yield "hours used, its gigs", outcome["hours_used"], sum(outcome["hours"])
    yield (
        "hours used and left, open hours",
        outcome["hours_used"] + outcome["hours_left"],
        max(outcome["ceiling"][-1], outcome["hours_used"]),
    )
    pieces = stairs(outcome)
    yield "stairs, the mix", sum(hours * pay for _, hours, pay, _ in pieces), outcome["total"]
    yield "stairs, hours used", sum(hours for _, hours, _, _ in pieces), outcome["hours_used"]
    yield "best single gig, its row", outcome["best_alone"], max(outcome["alone"], default=0.0)
    yield "the mix less the best single gig, what it adds", outcome["total"] - outcome["best_alone"], outcome["mix_adds"]
    yield "next hour, its row", outcome["next_hour"], max(outcome["next_by_part"])
    if outcome["per_hour"] is not None:
        yield "an hour, the mix", outcome["per_hour"] * outcome["hours_used"], outcome["total"]
    if outcome["total"] > 0:
        yield "exactly: shares, all of it", sum(outcome["share"]), 1.0
        yield "exactly: equal gigs, concentration", outcome["equal_gigs"] * outcome["concentration"], 1.0
    if len(outcome["gigs"]) == 1:
        yield "one gig, it alone", outcome["total"], outcome["alone"][0]


def buffer(outcome: Outcome) -> Pairs:
    start, *_ = outcome["course"]
    yield "a year's start, the buffer", start.middle, outcome["buffer"]
    yield "poor and good years start alike", start.low, start.high
    yield "left over, its months", outcome["mean_surplus"] * outcome["count"], sum(outcome["surplus"])
    yield "average, its months", outcome["mean"] * outcome["count"], sum(outcome["months"])
    yield "missing, buffer and what is there", outcome["missing"], max(0.0, outcome["buffer"] - outcome["have"])
    if outcome["months_to_build"]:
        yield "months to build, missing", outcome["months_to_build"] * outcome["save"], outcome["missing"]
    spells = [sum(outcome["surplus"][at:to]) for at, to in itertools.combinations(range(outcome["count"] + 1), 2)]
    yield "the worst spell, the worst stretch of months", outcome["worst_run"], max(0.0, -min(spells))
    yield "exactly: a spell, its length", float(outcome["worst_run"] > 0), float(outcome["worst_length"] > 0)
    if outcome["missing"] == 0:
        rank = math.floor(outcome["cover"] * (len(outcome["needs"]) - 1)) + 1
        yield "exactly: nothing is missing, years covered", float(outcome["covered"] * len(outcome["needs"]) >= rank - 1e-6), 1.0
    full = replace(outcome.inputs, have=outcome["buffer"])
    yield "with the buffer in hand, nothing missing", outcome.calculator.outcome(full, DAY, ranges=False)["missing"], 0.0


def plan(outcome: Outcome) -> Pairs:
    kept = outcome["kept_month"]
    yield "kept and set aside, what the uses leave", kept + outcome["set_aside"], outcome["net_month"]
    yield "goal and buffer, what is kept", outcome["to_goal_month"] + outcome["to_buffer_month"], max(0.0, kept)
    yield "exactly: worked out and missing, all parts", outcome["worked_out"] + len(outcome["missing"]), len(outcome["chain"])
    yield "exactly: hours, its uses", outcome["hours_taken"], sum(use.hours for use in outcome["uses"])
    if outcome["buffer_months"] is not None and not outcome["buffer_is_goal"]:
        yield "buffer's months, what is missing", outcome["buffer_months"] * outcome["to_buffer_month"], outcome["buffer_missing"]
    if outcome["gap_covered"] is not None:
        yield "the gap covered, what is kept", outcome["gap_covered"] * outcome["gap_month"], max(0.0, kept)
    if "goal" in outcome["known"]:
        yield from plan_beside_the_accelerator(outcome)


def plan_beside_the_accelerator(outcome: Outcome) -> Pairs:
    """The accelerator gives the same months as the plan for the plan's amounts."""
    extra = outcome["to_goal_month"]
    same = accelerator.CALCULATOR.inputs(
        aim=outcome["aim"],
        goal=outcome["goal"],
        start=outcome["start"],
        own=outcome["own"],
        extra=outcome["own"],
        growth=outcome["growth"],
        prices="fixed",
        method=outcome["method"],
        debts=outcome["debts"],
        leverage=Estimate(extra, extra, extra),
    )
    other = accelerator.CALCULATOR.outcome(same, DAY, ranges=False)
    for name in ("months_without", "months_with"):
        yield f"exactly: {name}, the accelerator's", outcome[name] or 0.0, other[name] or 0.0
        yield f"exactly: {name}, known or not", float(outcome[name] is None), float(other[name] is None)
    first, last = outcome["paths"][0], outcome["paths"][-1]
    yield "both paths begin alike", first.levered, first.without
    debts, months = outcome["aim"] == "debts", outcome["months_with"]
    if months is not None and last.month >= months and (debts or outcome["start"] < outcome["goal"]):
        yield "last point, the goal", last.levered, 0.0 if debts else outcome["goal"]


PAIRS: Mapping[str, Callable[[Outcome], Pairs]] = {
    "income-mix": income_mix,
    "time-audit": time_audit,
    "inventory": inventory,
    "leverage-income": leverage_income,
    "platform-fees": platform_fees,
    "net-hourly": net_hourly,
    "take-home": take_home,
    "rate-to-charge": rate_to_charge,
    "break-even": break_even,
    "accelerator": accelerator_pairs,
    "equalizer": equalizer,
    "gig-mix": gig_mix,
    "buffer": buffer,
    "plan": plan,
}
"""The pairs of any other calculator are in tests/properties/pairs_<name>.py."""


def pairs_of(calculator: Calculator) -> Callable[[Outcome], Pairs]:
    """Return the pairs that a calculator declares."""
    if calculator.id in PAIRS:
        return PAIRS[calculator.id]
    own: Callable[[Outcome], Pairs] = import_module(f"tests.properties.pairs_{calculator.id.replace('-', '_')}").pairs
    return own


every_calculator = pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda calculator: calculator.id)


def size_of(value: Any) -> float:
    """Return the largest number among inputs and figures, which limits the precision of their sums."""
    if isinstance(value, bool) or value is None:
        return 0.0
    if isinstance(value, int | float):
        return abs(value) if math.isfinite(value) else 0.0
    if isinstance(value, list | tuple):
        return max(map(size_of, value), default=0.0)
    if hasattr(value, "__dataclass_fields__"):
        return max((size_of(getattr(value, name)) for name in value.__dataclass_fields__), default=0.0)
    return 0.0


@every_calculator
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_figures_that_describe_the_same_amount_agree(calculator: Calculator, data: st.DataObject) -> None:
    inputs, _ = calculator.read(data.draw(drawn_inputs(calculator)))
    if inputs is None:
        return
    outcome = calculator.outcome(inputs, DAY, ranges=False)
    size = size_of([inputs, *outcome.values.values()])
    apart = []
    for name, left, right in pairs_of(calculator)(outcome):
        dust = 1e-9 if name.startswith(EXACT) else 1e-9 + 1e-10 * size
        if left != pytest.approx(right, rel=1e-7, abs=dust):
            apart.append((name, left, right))
    assert apart == []


@every_calculator
def test_every_calculator_declares_pairs(calculator: Calculator) -> None:
    assert len(list(pairs_of(calculator)(calculator.outcome(calculator.inputs(), DAY, ranges=False)))) >= 3
