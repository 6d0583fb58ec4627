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
    streams, whole = outcome.value("streams"), outcome.value("total")
    yield "total, its sources", whole, sum(stream.amount for stream in streams)
    yield "left over, total less spending", outcome.value("left_over"), whole - outcome.value("spending")
    for stream, without, short, lasts in zip(
        streams, outcome.value("without"), outcome.value("short"), outcome.value("lasts"), strict=True
    ):
        yield "without one and that one, total", without + stream.amount, whole
        if lasts is not None:
            yield "what is missing for as long as it lasts, savings", lasts * short, outcome.value("savings")
    for (_, left, gone), stream in zip(ways(outcome)[1:], sorted(streams, key=lambda source: -source.amount), strict=True):
        yield "a bar, what is left", left, whole - stream.amount
        yield "what is gone, its amount", gone, stream.amount
    if streams:
        yield "largest missing, its row", outcome.value("largest_short"), max(outcome.value("short"))
    if whole > 0:
        yield "exactly: shares, all of it", sum(outcome.value("share")), 1.0
        yield "exactly: largest share, its row", outcome.value("largest_share"), max(outcome.value("share"))
        yield "exactly: equal sources, concentration", outcome.value("equal_sources") * outcome.value("concentration"), 1.0
    if streams and outcome.value("largest_lasts") is not None:
        yield (
            "how long the largest is filled, its row",
            outcome.value("largest_lasts"),
            min(months for months in outcome.value("lasts") if months is not None),
        )


def time_audit(outcome: Outcome) -> Pairs:
    yield "hours put down, parts of the day", outcome.value("hours_used"), sum(outcome.value("part_used"))
    yield "open hours, parts of the day", outcome.value("open_hours"), sum(outcome.value("part_open"))
    yield "idle hours, parts of the day", outcome.value("leverage_hours"), sum(outcome.value("part_leverage"))
    yield "a year, its weeks", outcome.value("leverage_year"), outcome.value("leverage_hours") * WEEKS_PER_YEAR


def inventory(outcome: Outcome) -> Pairs:
    yield "exactly: idle assets, their rows", outcome.value("idle_assets"), sum(1 for idle in outcome.value("idle") if idle > 0)
    yield "all ready, one by one", outcome.value("ready_cost_total"), sum(asset.ready_cost for asset in outcome.value("assets"))
    for asset, idle, share in zip(outcome.value("assets"), outcome.value("idle"), outcome.value("idle_share"), strict=True):
        yield "idle, its share", idle, share * asset.capacity


def leverage_income(outcome: Outcome) -> Pairs:
    for part in ("gross", "fees", "costs", "net"):
        yield f"{part} of the year, its uses", outcome.value(f"{part}_year"), sum(outcome.value(f"pair_{part}"))
        yield f"{part} of the year, its months", outcome.value(f"{part}_year"), sum(outcome.value(f"month_{part}"))
    yield "own hours, its uses", outcome.value("own_hours_year"), sum(outcome.value("pair_hours"))
    if outcome.value("net_per_hour") is not None:
        yield "net of an hour, net of the year", outcome.value("net_per_hour") * outcome.value("own_hours_year"), outcome.value("net_year")


def platform_fees(outcome: Outcome) -> Pairs:
    if not outcome.value("offers"):
        return
    price, sales, net = outcome.value("price"), outcome.value("sales"), outcome.value("sale_net")
    yield "at best, its row", outcome.value("best_net"), max(net)
    yield "at worst, its row", outcome.value("worst_net"), min(net)
    yield (
        "choosing well, best and worst month",
        outcome.value("choice_worth"),
        max(outcome.value("month_net")) - min(outcome.value("month_net")),
    )
    for offer, sale, month, same, payouts in zip(
        outcome.value("offers"), net, outcome.value("month_net"), outcome.value("same_price"), outcome.value("payout_share"), strict=True
    ):
        if sales:
            yield "a month, its sales", month, sale * sales
        left, best = same - schedule(offer).taken(same) - payouts, outcome.value("best_net")
        yield "at that price, at least as much as the best", min(left, best), best
    for sale, take in zip(net, outcome.value("take"), strict=True):
        if take is not None:
            yield "kept by the platform, left of a sale", price * (1 - take), sale


def net_hourly(outcome: Outcome) -> Pairs:
    steps = hour_steps(outcome)
    if steps:
        top, *taken, left = steps
        yield "what an hour brings less each bar, what is left of it", top.amount - sum(step.amount for step in taken), left.amount
        yield "an hour, the week", outcome.value("kept_hour") * outcome.value("hours_all"), outcome.value("kept_week")
        yield "an hour before tax, the week", outcome.value("net_hour") * outcome.value("hours_all"), outcome.value("net_week")
    yield "before tax less tax, after tax", outcome.value("net_week") - outcome.value("tax"), outcome.value("kept_week")


def take_home(outcome: Outcome) -> Pairs:
    for chart in outcome.calculator.charts:
        rows = chart.table(outcome).rows
        if chart.name == "next":
            yield from (("next: all parts of what is earned, the whole", 1.0, sum(row[2:])) for row in rows)
            continue
        amounts = [row[1] for row in rows]
        yield f"{chart.name}: what is taken in and taken off, what is kept", sum(amounts[:-1]), amounts[-1]
        yield f"{chart.name}: its last bar, the figure", amounts[-1], outcome.value("kept_from_gig")
    yield (
        "with the gig less without it, kept from it",
        outcome.value("take_home_pay") - outcome.value("take_home_without_gig"),
        outcome.value("kept_from_gig"),
    )


def rate_to_charge(outcome: Outcome) -> Pairs:
    if outcome.value("gross") is None:
        return
    yield (
        "what clients pay less fees and costs, profit",
        outcome.value("gross") - outcome.value("fees_year") - outcome.value("costs"),
        outcome.value("profit"),
    )
    yield "profit less tax, what is wanted", outcome.value("profit") - outcome.value("tax_due"), outcome.value("wanted")
    if outcome.value("hourly") is not None:
        yield "paid hours at the rate, what clients pay", outcome.value("hourly") * outcome.value("billed_hours"), outcome.value("gross")
        yield "a day, its hours", outcome.value("daily"), outcome.value("hourly") * outcome.value("day_hours")
        yield "a job, its hours", outcome.value("job"), outcome.value("hourly") * outcome.value("job_hours")


def break_even(outcome: Outcome) -> Pairs:
    course, life, stop = outcome.value("course"), outcome.value("life"), outcome.value("stop")
    yield "over its life, its last month", outcome.value("life_net"), course[life].sold_off
    yield "if you stop then, that month", outcome.value("stop_net"), course[stop].sold_off
    if stop == life:
        yield "over its life, if you stop at its end", outcome.value("life_net"), outcome.value("stop_net")
    yield "by the month, over its life", outcome.value("life_month") * life, outcome.value("life_net")
    yield "own money, the first day", -outcome.value("own"), course[0].cash
    yield "worst moment, the lowest month", outcome.value("deepest"), max(0.0, -min(month.sold_off for month in course))
    settled = outcome.value("payment") * min(outcome.value("loan_months"), life) + outcome.value("owed")[life]
    yield "loan and interest, what is paid", outcome.value("loan") + outcome.value("interest"), max(settled, outcome.value("loan"))
    if outcome.value("payback"):
        at = outcome.value("payback")
        back = outcome.value("earns") * at - outcome.value("own") - outcome.value("payment") * min(at, outcome.value("loan_months"))
        yield "paid back, cash at that month", back, 0.0
    share = outcome.value("break_even_use")
    if share is not None and 0 <= share <= 1:
        even = replace(outcome.inputs, utilization=Estimate(share, share, share))
        yield "sold at that share, over its life", outcome.calculator.outcome(even, DAY, ranges=False).value("life_net"), 0.0


def accelerator_pairs(outcome: Outcome) -> Pairs:
    with_it, without = outcome.value("months_with"), outcome.value("months_without")
    first, last = outcome.value("paths")[0], outcome.value("paths")[-1]
    yield "both paths begin alike", first.levered, first.without
    if with_it is not None and without is not None:
        yield "exactly: sooner, both", outcome.value("months_saved"), without - with_it
        yield "exactly: the picture ends when both have arrived", float(last.month >= max(with_it, without) - 1e-6), 1.0
    if outcome.value("aim") == "debts":
        yield from accelerator_debts(outcome)
        return
    goal, start = outcome.value("goal"), outcome.value("start")
    yield "first point, what is there", first.levered, min(start, max(goal, start))
    for months, name in ((with_it, "levered"), (without, "without")):
        if months is not None and last.month >= months and start < goal:
            yield f"{name}: last point, the goal", getattr(last, name), goal
        if months:
            early = [getattr(point, name) for point in outcome.value("paths") if point.month < months - 1e-6]
            yield f"exactly: {name}: not there before", float(all(amount < goal * (1 + 1e-9) for amount in early)), 1.0
    if with_it is not None and goal > start:
        yield (
            "what is there, paid in and grown, the goal by then",
            start + outcome.value("put_in") + outcome.value("grown"),
            outcome.value("goal_then"),
        )
        rise = (1 + outcome.value("inflation")) ** (1 / MONTHS_PER_YEAR) if outcome.value("prices") == "today" else 1.0
        paid = [(outcome.value("own") + outcome.value("leverage_kept")) * rise**month for month in range(1, math.ceil(with_it + 1e-9) + 1)]
        within = sum(paid[: math.floor(with_it - 1e-9)]) * (1 - 1e-9) <= outcome.value("put_in") <= sum(paid) * (1 + 1e-9)
        yield "exactly: paid in, its payments one by one", float(within), 1.0


def accelerator_debts(outcome: Outcome) -> Pairs:
    with_it, first, last = outcome.value("months_with"), outcome.value("paths")[0], outcome.value("paths")[-1]
    owed = sum(debt.balance for debt in outcome.value("debts") if debt.balance > 0.005)
    yield "first point, all that is owed", first.levered, owed
    course = next(
        course
        for course in outcome.value("courses")
        if course.method == {"avalanche": "Highest rate first"}.get(outcome.value("method"), "Smallest debt first")
    )
    yield "exactly: with leverage, its row", HORIZON if with_it is None else with_it, course.months
    if with_it is not None:
        yield "last point, nothing", last.levered if last.month >= with_it else 0.0, 0.0
        yield "all that is paid, owed and interest", outcome.value("put_in"), owed + course.interest
    if outcome.value("interest_saved") is not None:
        slow = pay_off(outcome.value("terms"), outcome.value("extra"), outcome.value("method"))
        yield "interest saved, both", outcome.value("interest_saved"), slow.interest - course.interest


def equalizer(outcome: Outcome) -> Pairs:
    now, then = outcome.value("path")[0], outcome.value("path")[-1]
    yield "today, pay", now.needed, outcome.value("pay")
    yield "last year, pay that keeps up", then.needed, outcome.value("pay_needed")
    yield "last year, pay you expect", then.expected, outcome.value("pay_expected")
    yield "last year, the gap", then.gap, outcome.value("gap")
    yield "gap by month, gap", outcome.value("gap_month") * MONTHS_PER_YEAR, outcome.value("gap")
    yield "idle hours by month, by year", outcome.value("leverage_month") * MONTHS_PER_YEAR, outcome.value("leverage_year")
    if outcome.value("months_to_close") is not None:
        yield "months that close it, the gap", outcome.value("months_to_close") * outcome.value("leverage_month"), outcome.value("gap")
    if outcome.value("hours_to_close") is not None:
        yield (
            "hours that close it, the gap",
            outcome.value("hours_to_close") * outcome.value("hour_kept") * WEEKS_PER_YEAR,
            outcome.value("gap"),
        )
    yield (
        "what it buys and what is lost, pay",
        min(outcome.value("pay"), outcome.value("buying_power")) + outcome.value("lost_power"),
        outcome.value("pay"),
    )
    yield "basket, its groups", outcome.value("basket_month"), sum(outcome.value("spent"))
    if outcome.value("area") != "none":
        yield from equalizer_back(outcome)


def equalizer_back(outcome: Outcome) -> Pairs:
    first, last = outcome.value("levels")[0], outcome.value("levels")[-1]
    yield "last year's level, the rise", last.published, 100 * (1 + outcome.value("published_rise"))
    yield (
        "exactly: yearly rise for all years, the rise",
        (1 + outcome.value("published_average")) ** outcome.value("years_back"),
        1 + outcome.value("published_rise"),
    )
    yield "there and back", outcome.value("back_power") * (1 + outcome.value("published_rise")), outcome.value("pay")
    yield "exactly: years back, rows", outcome.value("years_back"), len(outcome.value("levels")) - 1
    if outcome.value("pay_match") is not None:
        yield (
            "short less ahead, both pays",
            outcome.value("back_gap") - outcome.value("back_surplus"),
            outcome.value("pay_match") - outcome.value("pay"),
        )
        yield "pay's level, pay then", last.pay * outcome.value("pay_then"), first.pay * outcome.value("pay")
    if outcome.value("basket_month") == 0:
        return
    yield "own level, own rise", last.own, 100 * (1 + outcome.value("own_rise"))
    yield "exactly: shares, all of it", sum(outcome.value("share")), 1.0
    yield "dearer by, own rise", outcome.value("dearer_month"), outcome.value("basket_month") * outcome.value("own_year")
    area, year = outcome.value("area"), last_group_year(outcome.value("area"))
    groups = outcome.calculator.series[0].values
    if not any(stands_in(area, group, year - 1, year) for group, spent in zip(groups, outcome.value("spent"), strict=True) if spent > 0):
        rises = zip(outcome.value("share"), outcome.value("group_year"), strict=True)
        yield "own rise, its groups", outcome.value("own_year"), sum(share * (rise or 0.0) for share, rise in rises)


def gig_mix(outcome: Outcome) -> Pairs:
    yield "the mix, its gigs", outcome.value("total"), sum(outcome.value("income"))
    yield "by the month, by the week", outcome.value("total_month"), outcome.value("total") * WEEKS_PER_MONTH
    yield "the mix, its picture", outcome.value("total_month"), compared(outcome)[0][1]
    yield "hours used, its gigs", outcome.value("hours_used"), sum(outcome.value("hours"))
    yield (
        "hours used and left, open hours",
        outcome.value("hours_used") + outcome.value("hours_left"),
        max(outcome.value("ceiling")[-1], outcome.value("hours_used")),
    )
    pieces = stairs(outcome)
    yield "stairs, the mix", sum(hours * pay for _, hours, pay, _ in pieces), outcome.value("total")
    yield "stairs, hours used", sum(hours for _, hours, _, _ in pieces), outcome.value("hours_used")
    yield "best single gig, its row", outcome.value("best_alone"), max(outcome.value("alone"), default=0.0)
    yield "the mix less the best single gig, what it adds", outcome.value("total") - outcome.value("best_alone"), outcome.value("mix_adds")
    yield "next hour, its row", outcome.value("next_hour"), max(outcome.value("next_by_part"))
    if outcome.value("per_hour") is not None:
        yield "an hour, the mix", outcome.value("per_hour") * outcome.value("hours_used"), outcome.value("total")
    if outcome.value("total") > 0:
        yield "exactly: shares, all of it", sum(outcome.value("share")), 1.0
        yield "exactly: equal gigs, concentration", outcome.value("equal_gigs") * outcome.value("concentration"), 1.0
    if len(outcome.value("gigs")) == 1:
        yield "one gig, it alone", outcome.value("total"), outcome.value("alone")[0]


def buffer(outcome: Outcome) -> Pairs:
    start, *_ = outcome.value("course")
    yield "a year's start, the buffer", start.middle, outcome.value("buffer")
    yield "poor and good years start alike", start.low, start.high
    yield "left over, its months", outcome.value("mean_surplus") * outcome.value("count"), sum(outcome.value("surplus"))
    yield "average, its months", outcome.value("mean") * outcome.value("count"), sum(outcome.value("months"))
    yield "missing, buffer and what is there", outcome.value("missing"), max(0.0, outcome.value("buffer") - outcome.value("have"))
    if outcome.value("months_to_build"):
        yield "months to build, missing", outcome.value("months_to_build") * outcome.value("save"), outcome.value("missing")
    spells = [sum(outcome.value("surplus")[at:to]) for at, to in itertools.combinations(range(outcome.value("count") + 1), 2)]
    yield "the worst spell, the worst stretch of months", outcome.value("worst_run"), max(0.0, -min(spells))
    yield "exactly: a spell, its length", float(outcome.value("worst_run") > 0), float(outcome.value("worst_length") > 0)
    if outcome.value("missing") == 0:
        rank = math.floor(outcome.value("cover") * (len(outcome.value("needs")) - 1)) + 1
        yield (
            "exactly: nothing is missing, years covered",
            float(outcome.value("covered") * len(outcome.value("needs")) >= rank - 1e-6),
            1.0,
        )
    full = replace(outcome.inputs, have=outcome.value("buffer"))
    yield "with the buffer in hand, nothing missing", outcome.calculator.outcome(full, DAY, ranges=False).value("missing"), 0.0


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
