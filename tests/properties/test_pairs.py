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
    streams, whole = found.value("streams"), found.value("total")
    yield "total, its sources", whole, sum(stream.amount for stream in streams)
    yield "left over, total less spending", found.value("left_over"), whole - found.value("spending")
    for stream, without, short, lasts in zip(streams, found.value("without"), found.value("short"), found.value("lasts"), strict=True):
        yield "without one and that one, total", without + stream.amount, whole
        if lasts is not None:
            yield "what is missing for as long as it lasts, savings", lasts * short, found.value("savings")
    for (_, left, gone), stream in zip(ways(found)[1:], sorted(streams, key=lambda one: -one.amount), strict=True):
        yield "a bar, what is left", left, whole - stream.amount
        yield "what is gone, its amount", gone, stream.amount
    if streams:
        yield "largest missing, its row", found.value("largest_short"), max(found.value("short"))
    if whole > 0:
        yield "exactly: shares, all of it", sum(found.value("share")), 1.0
        yield "exactly: largest share, its row", found.value("largest_share"), max(found.value("share"))
        yield "exactly: equal sources, concentration", found.value("equal_sources") * found.value("concentration"), 1.0
    if streams and found.value("largest_lasts") is not None:
        yield (
            "how long the largest is filled, its row",
            found.value("largest_lasts"),
            min(one for one in found.value("lasts") if one is not None),
        )


def time_audit(found: Outcome) -> Pairs:
    yield "hours put down, parts of the day", found.value("hours_used"), sum(found.value("part_used"))
    yield "open hours, parts of the day", found.value("open_hours"), sum(found.value("part_open"))
    yield "idle hours, parts of the day", found.value("leverage_hours"), sum(found.value("part_leverage"))
    yield "a year, its weeks", found.value("leverage_year"), found.value("leverage_hours") * WEEKS_PER_YEAR


def inventory(found: Outcome) -> Pairs:
    yield "exactly: idle assets, their rows", found.value("idle_assets"), sum(1 for idle in found.value("idle") if idle > 0)
    yield "all ready, one by one", found.value("ready_cost_total"), sum(asset.ready_cost for asset in found.value("assets"))
    for asset, idle, share in zip(found.value("assets"), found.value("idle"), found.value("idle_share"), strict=True):
        yield "idle, its share", idle, share * asset.capacity


def leverage_income(found: Outcome) -> Pairs:
    for part in ("gross", "fees", "costs", "net"):
        yield f"{part} of the year, its uses", found.value(f"{part}_year"), sum(found.value(f"pair_{part}"))
        yield f"{part} of the year, its months", found.value(f"{part}_year"), sum(found.value(f"month_{part}"))
    yield "own hours, its uses", found.value("own_hours_year"), sum(found.value("pair_hours"))
    if found.value("net_per_hour") is not None:
        yield "net of an hour, net of the year", found.value("net_per_hour") * found.value("own_hours_year"), found.value("net_year")


def platform_fees(found: Outcome) -> Pairs:
    if not found.value("offers"):
        return
    price, sales, net = found.value("price"), found.value("sales"), found.value("sale_net")
    yield "at best, its row", found.value("best_net"), max(net)
    yield "at worst, its row", found.value("worst_net"), min(net)
    yield "choosing well, best and worst month", found.value("choice_worth"), max(found.value("month_net")) - min(found.value("month_net"))
    for offer, one, month, same, payouts in zip(
        found.value("offers"), net, found.value("month_net"), found.value("same_price"), found.value("payout_share"), strict=True
    ):
        if sales:
            yield "a month, its sales", month, one * sales
        left, best = same - schedule(offer).taken(same) - payouts, found.value("best_net")
        yield "at that price, at least as much as the best", min(left, best), best
    for one, take in zip(net, found.value("take"), strict=True):
        if take is not None:
            yield "kept by the platform, left of a sale", price * (1 - take), one


def net_hourly(found: Outcome) -> Pairs:
    steps = hour_steps(found)
    if steps:
        top, *taken, left = steps
        yield "what an hour brings less each bar, what is left of it", top.amount - sum(step.amount for step in taken), left.amount
        yield "an hour, the week", found.value("kept_hour") * found.value("hours_all"), found.value("kept_week")
        yield "an hour before tax, the week", found.value("net_hour") * found.value("hours_all"), found.value("net_week")
    yield "before tax less tax, after tax", found.value("net_week") - found.value("tax"), found.value("kept_week")


def take_home(found: Outcome) -> Pairs:
    for chart in found.calculator.charts:
        rows = chart.table(found).rows
        amounts = [row[1] for row in rows]
        yield f"{chart.name}: what is taken in and taken off, what is kept", sum(amounts[:-1]), amounts[-1]
        yield f"{chart.name}: its last bar, the figure", amounts[-1], found.value("kept_from_gig")
    yield (
        "with the gig less without it, kept from it",
        found.value("take_home_pay") - found.value("take_home_without_gig"),
        found.value("kept_from_gig"),
    )


def rate_to_charge(found: Outcome) -> Pairs:
    if found.value("gross") is None:
        return
    yield (
        "what clients pay less fees and costs, profit",
        found.value("gross") - found.value("fees_year") - found.value("costs"),
        found.value("profit"),
    )
    yield "profit less tax, what is wanted", found.value("profit") - found.value("tax_due"), found.value("wanted")
    if found.value("hourly") is not None:
        yield "paid hours at the rate, what clients pay", found.value("hourly") * found.value("billed_hours"), found.value("gross")
        yield "a day, its hours", found.value("daily"), found.value("hourly") * found.value("day_hours")
        yield "a job, its hours", found.value("job"), found.value("hourly") * found.value("job_hours")


def break_even(found: Outcome) -> Pairs:
    course, life, stop = found.value("course"), found.value("life"), found.value("stop")
    yield "over its life, its last month", found.value("life_net"), course[life].sold_off
    yield "if you stop then, that month", found.value("stop_net"), course[stop].sold_off
    if stop == life:
        yield "over its life, if you stop at its end", found.value("life_net"), found.value("stop_net")
    yield "by the month, over its life", found.value("life_month") * life, found.value("life_net")
    yield "own money, the first day", -found.value("own"), course[0].cash
    yield "worst moment, the lowest month", found.value("deepest"), max(0.0, -min(month.sold_off for month in course))
    settled = found.value("payment") * min(found.value("loan_months"), life) + found.value("owed")[life]
    yield "loan and interest, what is paid", found.value("loan") + found.value("interest"), max(settled, found.value("loan"))
    if found.value("payback"):
        at = found.value("payback")
        back = found.value("earns") * at - found.value("own") - found.value("payment") * min(at, found.value("loan_months"))
        yield "paid back, cash at that month", back, 0.0
    share = found.value("break_even_use")
    if share is not None and 0 <= share <= 1:
        even = replace(found.inputs, utilization=Estimate(share, share, share))
        yield "sold at that share, over its life", found.calculator.outcome(even, DAY, ranges=False).value("life_net"), 0.0


def accelerator_pairs(found: Outcome) -> Pairs:
    with_it, without = found.value("months_with"), found.value("months_without")
    first, last = found.value("paths")[0], found.value("paths")[-1]
    yield "both paths begin alike", first.levered, first.without
    if with_it is not None and without is not None:
        yield "exactly: sooner, both", found.value("months_saved"), without - with_it
        yield "exactly: the picture ends when both have arrived", float(last.month >= max(with_it, without) - 1e-6), 1.0
    if found.value("aim") == "debts":
        yield from accelerator_debts(found)
        return
    goal, start = found.value("goal"), found.value("start")
    yield "first point, what is there", first.levered, min(start, max(goal, start))
    for months, name in ((with_it, "levered"), (without, "without")):
        if months is not None and last.month >= months and start < goal:
            yield f"{name}: last point, the goal", getattr(last, name), goal
        if months:
            early = [getattr(point, name) for point in found.value("paths") if point.month < months - 1e-6]
            yield f"exactly: {name}: not there before", float(all(amount < goal * (1 + 1e-9) for amount in early)), 1.0
    if with_it is not None and goal > start:
        yield (
            "what is there, paid in and grown, the goal by then",
            start + found.value("put_in") + found.value("grown"),
            found.value("goal_then"),
        )
        rise = (1 + found.value("inflation")) ** (1 / MONTHS_PER_YEAR) if found.value("prices") == "today" else 1.0
        paid = [(found.value("own") + found.value("leverage_kept")) * rise**month for month in range(1, math.ceil(with_it + 1e-9) + 1)]
        within = sum(paid[: math.floor(with_it - 1e-9)]) * (1 - 1e-9) <= found.value("put_in") <= sum(paid) * (1 + 1e-9)
        yield "exactly: paid in, its payments one by one", float(within), 1.0


def accelerator_debts(found: Outcome) -> Pairs:
    with_it, first, last = found.value("months_with"), found.value("paths")[0], found.value("paths")[-1]
    owed = sum(debt.balance for debt in found.value("debts") if debt.balance > 0.005)
    yield "first point, all that is owed", first.levered, owed
    course = next(
        one
        for one in found.value("courses")
        if one.method == {"avalanche": "Highest rate first"}.get(found.value("method"), "Smallest debt first")
    )
    yield "exactly: with leverage, its row", HORIZON if with_it is None else with_it, course.months
    if with_it is not None:
        yield "last point, nothing", last.levered if last.month >= with_it else 0.0, 0.0
        yield "all that is paid, owed and interest", found.value("put_in"), owed + course.interest
    if found.value("interest_saved") is not None:
        slow = pay_off(found.value("terms"), found.value("extra"), found.value("method"))
        yield "interest saved, both", found.value("interest_saved"), slow.interest - course.interest


def equalizer(found: Outcome) -> Pairs:
    now, then = found.value("path")[0], found.value("path")[-1]
    yield "today, pay", now.needed, found.value("pay")
    yield "last year, pay that keeps up", then.needed, found.value("pay_needed")
    yield "last year, pay you expect", then.expected, found.value("pay_expected")
    yield "last year, the gap", then.gap, found.value("gap")
    yield "gap by month, gap", found.value("gap_month") * MONTHS_PER_YEAR, found.value("gap")
    yield "idle hours by month, by year", found.value("leverage_month") * MONTHS_PER_YEAR, found.value("leverage_year")
    if found.value("months_to_close") is not None:
        yield "months that close it, the gap", found.value("months_to_close") * found.value("leverage_month"), found.value("gap")
    if found.value("hours_to_close") is not None:
        yield "hours that close it, the gap", found.value("hours_to_close") * found.value("hourly_net") * WEEKS_PER_YEAR, found.value("gap")
    yield (
        "what it buys and what is lost, pay",
        min(found.value("pay"), found.value("buying_power")) + found.value("lost_power"),
        found.value("pay"),
    )
    yield "basket, its groups", found.value("basket_month"), sum(found.value("spent"))
    if found.value("area") != "none":
        yield from equalizer_back(found)


def equalizer_back(found: Outcome) -> Pairs:
    first, last = found.value("levels")[0], found.value("levels")[-1]
    yield "last year's level, the rise", last.published, 100 * (1 + found.value("published_rise"))
    yield (
        "exactly: yearly rise for all years, the rise",
        (1 + found.value("published_average")) ** found.value("years_back"),
        1 + found.value("published_rise"),
    )
    yield "there and back", found.value("back_power") * (1 + found.value("published_rise")), found.value("pay")
    yield "exactly: years back, rows", found.value("years_back"), len(found.value("levels")) - 1
    if found.value("pay_match") is not None:
        yield (
            "short less ahead, both pays",
            found.value("back_gap") - found.value("back_surplus"),
            found.value("pay_match") - found.value("pay"),
        )
        yield "pay's level, pay then", last.pay * found.value("pay_then"), first.pay * found.value("pay")
    if found.value("basket_month") == 0:
        return
    yield "own level, own rise", last.own, 100 * (1 + found.value("own_rise"))
    yield "exactly: shares, all of it", sum(found.value("share")), 1.0
    yield "dearer by, own rise", found.value("dearer_month"), found.value("basket_month") * found.value("own_year")
    area, year = found.value("area"), last_group_year(found.value("area"))
    groups = found.calculator.series[0].values
    if not any(stands_in(area, group, year - 1, year) for group, spent in zip(groups, found.value("spent"), strict=True) if spent > 0):
        rises = zip(found.value("share"), found.value("group_year"), strict=True)
        yield "own rise, its groups", found.value("own_year"), sum(share * (rise or 0.0) for share, rise in rises)


def gig_mix(found: Outcome) -> Pairs:
    yield "the mix, its gigs", found.value("total"), sum(found.value("income"))
    yield "by the month, by the week", found.value("total_month"), found.value("total") * WEEKS_PER_MONTH
    yield "the mix, its picture", found.value("total_month"), compared(found)[0][1]
    yield "hours used, its gigs", found.value("hours_used"), sum(found.value("hours"))
    yield (
        "hours used and left, open hours",
        found.value("hours_used") + found.value("hours_left"),
        max(found.value("ceiling")[-1], found.value("hours_used")),
    )
    pieces = stairs(found)
    yield "stairs, the mix", sum(hours * pay for _, hours, pay, _ in pieces), found.value("total")
    yield "stairs, hours used", sum(hours for _, hours, _, _ in pieces), found.value("hours_used")
    yield "best single gig, its row", found.value("best_alone"), max(found.value("alone"), default=0.0)
    yield "the mix less the best single gig, what it adds", found.value("total") - found.value("best_alone"), found.value("mix_adds")
    yield "next hour, its row", found.value("next_hour"), max(found.value("next_by_part"))
    if found.value("per_hour") is not None:
        yield "an hour, the mix", found.value("per_hour") * found.value("hours_used"), found.value("total")
    if found.value("total") > 0:
        yield "exactly: shares, all of it", sum(found.value("share")), 1.0
        yield "exactly: equal gigs, concentration", found.value("equal_gigs") * found.value("concentration"), 1.0
    if len(found.value("gigs")) == 1:
        yield "one gig, it alone", found.value("total"), found.value("alone")[0]


def buffer(found: Outcome) -> Pairs:
    start, *_ = found.value("course")
    yield "a year's start, the buffer", start.middle, found.value("buffer")
    yield "poor and good years start alike", start.low, start.high
    yield "left over, its months", found.value("mean_surplus") * found.value("count"), sum(found.value("surplus"))
    yield "average, its months", found.value("mean") * found.value("count"), sum(found.value("months"))
    yield "missing, buffer and what is there", found.value("missing"), max(0.0, found.value("buffer") - found.value("have"))
    if found.value("months_to_build"):
        yield "months to build, missing", found.value("months_to_build") * found.value("save"), found.value("missing")
    spells = [sum(found.value("surplus")[at:to]) for at, to in itertools.combinations(range(found.value("count") + 1), 2)]
    yield "the worst spell, the worst stretch of months", found.value("worst_run"), max(0.0, -min(spells))
    yield "exactly: a spell, its length", float(found.value("worst_run") > 0), float(found.value("worst_length") > 0)
    if found.value("missing") == 0:
        rank = math.floor(found.value("cover") * (len(found.value("needs")) - 1)) + 1
        yield "exactly: nothing is missing, years covered", float(found.value("covered") * len(found.value("needs")) >= rank - 1e-6), 1.0
    full = replace(found.inputs, have=found.value("buffer"))
    yield "with the buffer in hand, nothing missing", found.calculator.outcome(full, DAY, ranges=False).value("missing"), 0.0


def plan(found: Outcome) -> Pairs:
    kept = found.value("kept_month")
    yield "kept and set aside, what the uses leave", kept + found.value("set_aside"), found.value("net_month")
    yield "goal and buffer, what is kept", found.value("to_goal_month") + found.value("to_buffer_month"), max(0.0, kept)
    yield "exactly: worked out and missing, all parts", found.value("worked_out") + len(found.value("missing")), len(found.value("chain"))
    yield "exactly: hours, its uses", found.value("hours_taken"), sum(use.hours for use in found.value("uses"))
    if found.value("buffer_months") is not None and not found.value("buffer_is_goal"):
        yield (
            "buffer's months, what is missing",
            found.value("buffer_months") * found.value("to_buffer_month"),
            found.value("buffer_missing"),
        )
    if found.value("gap_covered") is not None:
        yield "the gap covered, what is kept", found.value("gap_covered") * found.value("gap_month"), max(0.0, kept)
    if "goal" in found.value("known"):
        yield from plan_beside_the_accelerator(found)


def plan_beside_the_accelerator(found: Outcome) -> Pairs:
    """With what goes to the goal as its leverage, the accelerator answers as the plan does."""
    extra = found.value("to_goal_month")
    same = accelerator.CALCULATOR.inputs(
        aim=found.value("aim"),
        goal=found.value("goal"),
        start=found.value("start"),
        own=found.value("own"),
        extra=found.value("own"),
        growth=found.value("growth"),
        prices="fixed",
        method=found.value("method"),
        debts=found.value("debts"),
        leverage=Estimate(extra, extra, extra),
    )
    other = accelerator.CALCULATOR.outcome(same, DAY, ranges=False)
    for name in ("months_without", "months_with"):
        yield f"exactly: {name}, the accelerator's", found.value(name) or 0.0, other.value(name) or 0.0
        yield f"exactly: {name}, known or not", float(found.value(name) is None), float(other.value(name) is None)
    first, last = found.value("paths")[0], found.value("paths")[-1]
    yield "both paths begin alike", first.levered, first.without
    debts, months = found.value("aim") == "debts", found.value("months_with")
    if months is not None and last.month >= months and (debts or found.value("start") < found.value("goal")):
        yield "last point, the goal", last.levered, 0.0 if debts else found.value("goal")


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
def test_figures_that_describe_the_same_moment_agree(calculator: Calculator, data: st.DataObject) -> None:
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
