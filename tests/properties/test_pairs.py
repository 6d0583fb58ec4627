"""Two figures that describe the same amount at the same moment say the same, whatever is put in.

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
"""Begins the name of a pair of times, shares or counts, whose last digits no large amount has blurred."""


def income_mix(found: Outcome) -> Pairs:
    streams, whole = found["streams"], found["total"]
    yield "total, its sources", whole, sum(stream.amount for stream in streams)
    yield "left over, total less spending", found["left_over"], whole - found["spending"]
    for stream, without, short, lasts in zip(streams, found["without"], found["short"], found["lasts"], strict=True):
        yield "without one and that one, total", without + stream.amount, whole
        if lasts is not None:
            yield "what is missing for as long as it lasts, savings", lasts * short, found["savings"]
    for (_, left, gone), stream in zip(ways(found)[1:], sorted(streams, key=lambda one: -one.amount), strict=True):
        yield "a bar, what is left", left, whole - stream.amount
        yield "what is gone, its amount", gone, stream.amount
    if streams:
        yield "largest missing, its row", found["largest_short"], max(found["short"])
    if whole > 0:
        yield "exactly: shares, all of it", sum(found["share"]), 1.0
        yield "exactly: largest share, its row", found["largest_share"], max(found["share"])
        yield "exactly: equal sources, concentration", found["equal_sources"] * found["concentration"], 1.0
    if streams and found["largest_lasts"] is not None:
        yield "how long the largest is filled, its row", found["largest_lasts"], min(one for one in found["lasts"] if one is not None)


def time_audit(found: Outcome) -> Pairs:
    yield "hours put down, parts of the day", found["hours_used"], sum(found["part_used"])
    yield "open hours, parts of the day", found["open_hours"], sum(found["part_open"])
    yield "idle hours, parts of the day", found["leverage_hours"], sum(found["part_leverage"])
    yield "a year, its weeks", found["leverage_year"], found["leverage_hours"] * WEEKS_PER_YEAR


def inventory(found: Outcome) -> Pairs:
    yield "exactly: idle assets, their rows", found["idle_assets"], sum(1 for idle in found["idle"] if idle > 0)
    yield "all ready, one by one", found["ready_cost_total"], sum(asset.ready_cost for asset in found["assets"])
    for asset, idle, share in zip(found["assets"], found["idle"], found["idle_share"], strict=True):
        yield "idle, its share", idle, share * asset.capacity


def leverage_income(found: Outcome) -> Pairs:
    for part in ("gross", "fees", "costs", "net"):
        yield f"{part} of the year, its uses", found[f"{part}_year"], sum(found[f"pair_{part}"])
        yield f"{part} of the year, its months", found[f"{part}_year"], sum(found[f"month_{part}"])
    yield "own hours, its uses", found["own_hours_year"], sum(found["pair_hours"])
    if found["net_per_hour"] is not None:
        yield "net of an hour, net of the year", found["net_per_hour"] * found["own_hours_year"], found["net_year"]


def platform_fees(found: Outcome) -> Pairs:
    if not found["offers"]:
        return
    price, sales, net = found["price"], found["sales"], found["sale_net"]
    yield "at best, its row", found["best_net"], max(net)
    yield "at worst, its row", found["worst_net"], min(net)
    yield "choosing well, best and worst month", found["choice_worth"], max(found["month_net"]) - min(found["month_net"])
    for offer, one, month, same, payouts in zip(
        found["offers"], net, found["month_net"], found["same_price"], found["payout_share"], strict=True
    ):
        if sales:
            yield "a month, its sales", month, one * sales
        left, best = same - schedule(offer).taken(same) - payouts, found["best_net"]
        yield "at that price, at least as much as the best", min(left, best), best
    for one, take in zip(net, found["take"], strict=True):
        if take is not None:
            yield "kept by the platform, left of a sale", price * (1 - take), one


def net_hourly(found: Outcome) -> Pairs:
    steps = hour_steps(found)
    if steps:
        top, *taken, left = steps
        yield "what an hour brings less each bar, what is left of it", top.amount - sum(step.amount for step in taken), left.amount
        yield "an hour, the week", found["kept_hour"] * found["hours_all"], found["kept_week"]
        yield "an hour before tax, the week", found["net_hour"] * found["hours_all"], found["net_week"]
    yield "before tax less tax, after tax", found["net_week"] - found["tax"], found["kept_week"]


def take_home(found: Outcome) -> Pairs:
    for chart in found.calculator.charts:
        rows = chart.table(found).rows
        amounts = [row[1] for row in rows]
        yield f"{chart.name}: what is taken in and taken off, what is kept", sum(amounts[:-1]), amounts[-1]
        yield f"{chart.name}: its last bar, the figure", amounts[-1], found["kept_from_gig"]
    yield "with the gig less without it, kept from it", found["take_home_pay"] - found["take_home_without_gig"], found["kept_from_gig"]


def rate_to_charge(found: Outcome) -> Pairs:
    if found["gross"] is None:
        return
    yield "what clients pay less fees and costs, profit", found["gross"] - found["fees_year"] - found["costs"], found["profit"]
    yield "profit less tax, what is wanted", found["profit"] - found["tax_due"], found["wanted"]
    if found["hourly"] is not None:
        yield "paid hours at the rate, what clients pay", found["hourly"] * found["billed_hours"], found["gross"]
        yield "a day, its hours", found["daily"], found["hourly"] * found["day_hours"]
        yield "a job, its hours", found["job"], found["hourly"] * found["job_hours"]


def break_even(found: Outcome) -> Pairs:
    course, life, stop = found["course"], found["life"], found["stop"]
    yield "over its life, its last month", found["life_net"], course[life].sold_off
    yield "if you stop then, that month", found["stop_net"], course[stop].sold_off
    if stop == life:
        yield "over its life, if you stop at its end", found["life_net"], found["stop_net"]
    yield "by the month, over its life", found["life_month"] * life, found["life_net"]
    yield "own money, the first day", -found["own"], course[0].cash
    yield "worst moment, the lowest month", found["deepest"], max(0.0, -min(month.sold_off for month in course))
    settled = found["payment"] * min(found["loan_months"], life) + found["owed"][life]
    yield "loan and interest, what is paid", found["loan"] + found["interest"], max(settled, found["loan"])
    if found["payback"]:
        at = found["payback"]
        back = found["earns"] * at - found["own"] - found["payment"] * min(at, found["loan_months"])
        yield "paid back, cash at that month", back, 0.0
    share = found["break_even_use"]
    if share is not None and 0 <= share <= 1:
        even = replace(found.inputs, utilization=Estimate(share, share, share))
        yield "sold at that share, over its life", found.calculator.outcome(even, DAY, ranges=False)["life_net"], 0.0


def accelerator_pairs(found: Outcome) -> Pairs:
    with_it, without = found["months_with"], found["months_without"]
    first, last = found["paths"][0], found["paths"][-1]
    yield "both paths begin alike", first.levered, first.without
    if with_it is not None and without is not None:
        yield "exactly: sooner, both", found["months_saved"], without - with_it
        yield "exactly: the picture ends when both have arrived", float(last.month >= max(with_it, without) - 1e-6), 1.0
    if found["aim"] == "debts":
        yield from accelerator_debts(found)
        return
    goal, start = found["goal"], found["start"]
    yield "first point, what is there", first.levered, min(start, max(goal, start))
    for months, name in ((with_it, "levered"), (without, "without")):
        if months is not None and last.month >= months and start < goal:
            yield f"{name}: last point, the goal", getattr(last, name), goal
        if months:
            early = [getattr(point, name) for point in found["paths"] if point.month < months - 1e-6]
            yield f"exactly: {name}: not there before", float(all(amount < goal * (1 + 1e-9) for amount in early)), 1.0
    if with_it is not None and goal > start:
        yield "what is there, paid in and grown, the goal by then", start + found["put_in"] + found["grown"], found["goal_then"]
        rise = (1 + found["inflation"]) ** (1 / MONTHS_PER_YEAR) if found["prices"] == "today" else 1.0
        paid = [(found["own"] + found["leverage_kept"]) * rise**month for month in range(1, math.ceil(with_it + 1e-9) + 1)]
        within = sum(paid[: math.floor(with_it - 1e-9)]) * (1 - 1e-9) <= found["put_in"] <= sum(paid) * (1 + 1e-9)
        yield "exactly: paid in, its payments one by one", float(within), 1.0


def accelerator_debts(found: Outcome) -> Pairs:
    with_it, first, last = found["months_with"], found["paths"][0], found["paths"][-1]
    owed = sum(debt.balance for debt in found["debts"] if debt.balance > 0.005)
    yield "first point, all that is owed", first.levered, owed
    course = next(
        one for one in found["courses"] if one.method == {"avalanche": "Highest rate first"}.get(found["method"], "Smallest debt first")
    )
    yield "exactly: with leverage, its row", HORIZON if with_it is None else with_it, course.months
    if with_it is not None:
        yield "last point, nothing", last.levered if last.month >= with_it else 0.0, 0.0
        yield "all that is paid, owed and interest", found["put_in"], owed + course.interest
    if found["interest_saved"] is not None:
        slow = pay_off(found["terms"], found["extra"], found["method"])
        yield "interest saved, both", found["interest_saved"], slow.interest - course.interest


def equalizer(found: Outcome) -> Pairs:
    now, then = found["path"][0], found["path"][-1]
    yield "today, pay", now.needed, found["pay"]
    yield "last year, pay that keeps up", then.needed, found["pay_needed"]
    yield "last year, pay you expect", then.expected, found["pay_expected"]
    yield "last year, the gap", then.gap, found["gap"]
    yield "gap by month, gap", found["gap_month"] * MONTHS_PER_YEAR, found["gap"]
    yield "idle hours by month, by year", found["leverage_month"] * MONTHS_PER_YEAR, found["leverage_year"]
    if found["months_to_close"] is not None:
        yield "months that close it, the gap", found["months_to_close"] * found["leverage_month"], found["gap"]
    if found["hours_to_close"] is not None:
        yield "hours that close it, the gap", found["hours_to_close"] * found["hourly_net"] * WEEKS_PER_YEAR, found["gap"]
    yield "what it buys and what is lost, pay", min(found["pay"], found["buying_power"]) + found["lost_power"], found["pay"]
    yield "basket, its groups", found["basket_month"], sum(found["spent"])
    if found["area"] != "none":
        yield from equalizer_back(found)


def equalizer_back(found: Outcome) -> Pairs:
    first, last = found["levels"][0], found["levels"][-1]
    yield "last year's level, the rise", last.published, 100 * (1 + found["published_rise"])
    yield (
        "exactly: yearly rise for all years, the rise",
        (1 + found["published_average"]) ** found["years_back"],
        1 + found["published_rise"],
    )
    yield "there and back", found["back_power"] * (1 + found["published_rise"]), found["pay"]
    yield "exactly: years back, rows", found["years_back"], len(found["levels"]) - 1
    if found["pay_match"] is not None:
        yield "short less ahead, both pays", found["back_gap"] - found["back_surplus"], found["pay_match"] - found["pay"]
        yield "pay's level, pay then", last.pay * found["pay_then"], first.pay * found["pay"]
    if found["basket_month"] == 0:
        return
    yield "own level, own rise", last.own, 100 * (1 + found["own_rise"])
    yield "exactly: shares, all of it", sum(found["share"]), 1.0
    yield "dearer by, own rise", found["dearer_month"], found["basket_month"] * found["own_year"]
    area, year = found["area"], last_group_year(found["area"])
    groups = found.calculator.series[0].values
    if not any(stands_in(area, group, year - 1, year) for group, spent in zip(groups, found["spent"], strict=True) if spent > 0):
        rises = zip(found["share"], found["group_year"], strict=True)
        yield "own rise, its groups", found["own_year"], sum(share * (rise or 0.0) for share, rise in rises)


def gig_mix(found: Outcome) -> Pairs:
    yield "the mix, its gigs", found["total"], sum(found["income"])
    yield "by the month, by the week", found["total_month"], found["total"] * WEEKS_PER_MONTH
    yield "the mix, its picture", found["total_month"], compared(found)[0][1]
    yield "hours used, its gigs", found["hours_used"], sum(found["hours"])
    yield "hours used and left, open hours", found["hours_used"] + found["hours_left"], max(found["ceiling"][-1], found["hours_used"])
    pieces = stairs(found)
    yield "stairs, the mix", sum(hours * pay for _, hours, pay, _ in pieces), found["total"]
    yield "stairs, hours used", sum(hours for _, hours, _, _ in pieces), found["hours_used"]
    yield "best single gig, its row", found["best_alone"], max(found["alone"], default=0.0)
    yield "the mix less the best single gig, what it adds", found["total"] - found["best_alone"], found["mix_adds"]
    yield "next hour, its row", found["next_hour"], max(found["next_by_part"])
    if found["per_hour"] is not None:
        yield "an hour, the mix", found["per_hour"] * found["hours_used"], found["total"]
    if found["total"] > 0:
        yield "exactly: shares, all of it", sum(found["share"]), 1.0
        yield "exactly: equal gigs, concentration", found["equal_gigs"] * found["concentration"], 1.0
    if len(found["gigs"]) == 1:
        yield "one gig, it alone", found["total"], found["alone"][0]


def buffer(found: Outcome) -> Pairs:
    start, *_ = found["course"]
    yield "a year's start, the buffer", start.middle, found["buffer"]
    yield "poor and good years start alike", start.low, start.high
    yield "left over, its months", found["mean_surplus"] * found["count"], sum(found["surplus"])
    yield "average, its months", found["mean"] * found["count"], sum(found["months"])
    yield "missing, buffer and what is there", found["missing"], max(0.0, found["buffer"] - found["have"])
    if found["months_to_build"]:
        yield "months to build, missing", found["months_to_build"] * found["save"], found["missing"]
    spells = [sum(found["surplus"][at:to]) for at, to in itertools.combinations(range(found["count"] + 1), 2)]
    yield "the worst spell, the worst stretch of months", found["worst_run"], max(0.0, -min(spells))
    yield "exactly: a spell, its length", float(found["worst_run"] > 0), float(found["worst_length"] > 0)
    if found["missing"] == 0:
        rank = math.floor(found["cover"] * (len(found["needs"]) - 1)) + 1
        yield "exactly: nothing is missing, years covered", float(found["covered"] * len(found["needs"]) >= rank - 1e-6), 1.0
    full = replace(found.inputs, have=found["buffer"])
    yield "with the buffer in hand, nothing missing", found.calculator.outcome(full, DAY, ranges=False)["missing"], 0.0


def plan(found: Outcome) -> Pairs:
    kept = found["kept_month"]
    yield "kept and set aside, what the uses leave", kept + found["set_aside"], found["net_month"]
    yield "goal and buffer, what is kept", found["to_goal_month"] + found["to_buffer_month"], max(0.0, kept)
    yield "exactly: worked out and missing, all parts", found["worked_out"] + len(found["missing"]), len(found["chain"])
    yield "exactly: hours, its uses", found["hours_taken"], sum(use.hours for use in found["uses"])
    if found["buffer_months"] is not None and not found["buffer_is_goal"]:
        yield "buffer's months, what is missing", found["buffer_months"] * found["to_buffer_month"], found["buffer_missing"]
    if found["gap_covered"] is not None:
        yield "the gap covered, what is kept", found["gap_covered"] * found["gap_month"], max(0.0, kept)
    if "goal" in found["known"]:
        yield from plan_beside_the_accelerator(found)


def plan_beside_the_accelerator(found: Outcome) -> Pairs:
    """With what goes to the goal as its leverage, the accelerator answers as the plan does."""
    extra = found["to_goal_month"]
    same = accelerator.CALCULATOR.inputs(
        aim=found["aim"],
        goal=found["goal"],
        start=found["start"],
        own=found["own"],
        extra=found["own"],
        growth=found["growth"],
        prices="fixed",
        method=found["method"],
        debts=found["debts"],
        leverage=Estimate(extra, extra, extra),
    )
    other = accelerator.CALCULATOR.outcome(same, DAY, ranges=False)
    for name in ("months_without", "months_with"):
        yield f"exactly: {name}, the accelerator's", found[name] or 0.0, other[name] or 0.0
        yield f"exactly: {name}, known or not", float(found[name] is None), float(other[name] is None)
    first, last = found["paths"][0], found["paths"][-1]
    yield "both paths begin alike", first.levered, first.without
    debts, months = found["aim"] == "debts", found["months_with"]
    if months is not None and last.month >= months and (debts or found["start"] < found["goal"]):
        yield "last point, the goal", last.levered, 0.0 if debts else found["goal"]


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
"""Those of a calculator that is not in here stand in a file of its own, pairs_<name>.py."""


def pairs_of(calculator: Calculator) -> Callable[[Outcome], Pairs]:
    """The pairs that a calculator declares."""
    if calculator.id in PAIRS:
        return PAIRS[calculator.id]
    own: Callable[[Outcome], Pairs] = import_module(f"tests.properties.pairs_{calculator.id.replace('-', '_')}").pairs
    return own


every_calculator = pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda one: one.id)


def size_of(held: Any) -> float:
    """The largest number among inputs and figures: sums of numbers as large as that are right to some of its last digits."""
    if isinstance(held, bool) or held is None:
        return 0.0
    if isinstance(held, int | float):
        return abs(held) if math.isfinite(held) else 0.0
    if isinstance(held, list | tuple):
        return max(map(size_of, held), default=0.0)
    if hasattr(held, "__dataclass_fields__"):
        return max((size_of(getattr(held, name)) for name in held.__dataclass_fields__), default=0.0)
    return 0.0


@every_calculator
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_figures_that_describe_the_same_amount_agree(calculator: Calculator, data: st.DataObject) -> None:
    inputs, _ = calculator.read(data.draw(drawn_inputs(calculator)))
    if inputs is None:
        return
    found = calculator.outcome(inputs, DAY, ranges=False)
    size = size_of([inputs, *found.values.values()])
    apart = []
    for name, one, other in pairs_of(calculator)(found):
        dust = 1e-9 if name.startswith(EXACT) else 1e-9 + 1e-10 * size
        if one != pytest.approx(other, rel=1e-7, abs=dust):
            apart.append((name, one, other))
    assert apart == []


@every_calculator
def test_every_calculator_declares_pairs(calculator: Calculator) -> None:
    assert len(list(pairs_of(calculator)(calculator.outcome(calculator.inputs(), DAY, ranges=False)))) >= 3
