"""The inputs that entries become: months of the buffer, a week of net hourly pay, and rows of the income mix."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...catalogue import buffer, income_mix, net_hourly
from ...engine.analysis.percentiles import percentiles_of
from ...engine.calculator import Calculator
from ...engine.fields import Rows
from ...engine.money import typed_number
from ...engine.number_text import typed_list
from ..document import stored
from ..prefill.typed import amount, hours, percent
from ..statements.entries import LONGEST_USE, Entry
from .totals import Month, Sums, add_up, by_use, by_week, said

FEWEST_MONTHS, MOST_MONTHS = 3, 120
HOURS_OF_A_WEEK, HIGHEST_FEE = 168.0, 0.95
UNNAMED = "Other income"

NO_MONEY = "No money came in among what’s checked above."
FEW_MONTHS = "The buffer needs at least three months. Check more of them above, or come back when you have more."
NO_WORK = "Nothing checked above has hours, miles, tips or fees, so it doesn’t say what an hour pays."
TOO_LONG = "That makes more than the 168 hours that a week has. Check which column has the hours, and whether it counts hours or minutes."
TOO_MANY_ROWS = "With these, the list would have more than {most} sources. Uncheck some of them above."

_KINDS = (
    ("job", re.compile(r"salar|payroll|wage|gehalt|lohn|salaire|nomina", re.IGNORECASE)),
    ("support", re.compile(r"pension|benefit|rente|universal credit|social security|centrelink", re.IGNORECASE)),
    ("assets", re.compile(r"\brent|interest|dividend|miete|zinsen", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Target:
    """The inputs of a calculator that entries give, as typed; or why they give none."""

    calculator: Calculator
    inputs: Mapping[str, object]
    problem: str = ""


def targets(entries: Sequence[Entry], months: Sequence[Month], pages: Mapping[str, Mapping[str, object]]) -> list[Target]:
    """What the entries of these months become, in the current notation.

    Args:
        entries: those that count.
        months: the months that count, the oldest first.
        pages: what the workbook keeps, of which the income mix keeps its other sources.
    """
    return [_buffer(months), _net_hourly(entries), _income_mix(entries, len(months), stored(income_mix.CALCULATOR, pages))]


def _buffer(months: Sequence[Month]) -> Target:
    received = [max(0.0, round(month.sums.received, 2)) for month in months][-MOST_MONTHS:]
    problem = FEW_MONTHS if len(received) < FEWEST_MONTHS else "" if any(received) else NO_MONEY
    return Target(buffer.CALCULATOR, {} if problem else {"past": typed_list(received)}, problem)


def _net_hourly(entries: Sequence[Entry]) -> Target:
    """A week. What the entries say nothing of stays as it is in the form, except that hours and miles are counted in full."""
    names = said(entries)
    if not {*names} & {"hours", "paid_hours", "miles", "paid_miles", "tips", "fee"}:
        return Target(net_hourly.CALCULATOR, {}, NO_WORK)
    weeks = by_week(entries)
    inputs: dict[str, object] = {}
    if "money" in names:
        inputs["gross"] = _estimate(weeks.sizes("money"), weeks.average("money"))
        inputs["tips"] = amount(weeks.average("tips"))
        inputs["fee"] = percent(min(_share(add_up(entries)), HIGHEST_FEE))
    all_hours, paid = weeks.average("hours"), weeks.average("paid_hours")
    if max(all_hours, paid) > HOURS_OF_A_WEEK:
        return Target(net_hourly.CALCULATOR, {}, TOO_LONG)
    if "hours" in names:
        paid = min(paid, all_hours) if "paid_hours" in names else all_hours
        inputs |= {"paid_hours": hours(paid), "waiting_hours": hours(all_hours - paid), "travel_hours": "0", "admin_hours": "0"}
    elif "paid_hours" in names:
        inputs["paid_hours"] = hours(paid)
    distance, on_jobs = weeks.average("miles"), weeks.average("paid_miles")
    if "miles" in names:
        on_jobs = min(on_jobs, distance) if "paid_miles" in names else distance
        inputs |= {"paid_miles": amount(on_jobs), "empty_miles": amount(distance - on_jobs)}
    elif "paid_miles" in names:
        inputs["paid_miles"] = amount(on_jobs)
    return Target(net_hourly.CALCULATOR, inputs)


def _income_mix(entries: Sequence[Entry], months: int, kept: Mapping[str, object]) -> Target:
    """The average month of each use, in the place of a kept source of the same name or after the kept ones."""
    uses = [(use or UNNAMED, add_up(listed).received) for use, listed in by_use(entries)]
    rows = kept.get("streams")
    streams = [dict(row) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    earning = [(use, received) for use, received in uses if received > 0]
    if not earning or not months:
        return Target(income_mix.CALCULATOR, {}, NO_MONEY)
    for use, received in earning:
        month = amount(received / months)
        same = next((row for row in streams if str(row.get("name", "")).casefold() == use.casefold()), None)
        if same is None:
            streams.append({"name": use[:LONGEST_USE], "kind": _kind(use), "amount": month})
        else:
            same["amount"] = month
    most = next(slot.field.maximum for slot in income_mix.CALCULATOR.slots if isinstance(slot.field, Rows))
    if len(streams) > most:
        return Target(income_mix.CALCULATOR, {}, TOO_MANY_ROWS.format(most=most))
    return Target(income_mix.CALCULATOR, {"streams": streams})


def _estimate(sizes: Sequence[float], mean: float) -> dict[str, str]:
    """A poor, a usual and a good week: one in ten is lower, the mean, one in ten is higher."""
    ends = percentiles_of(sizes)
    parts = {"low": min(ends.p10, mean), "typical": mean, "high": max(ends.p90, mean)}
    return {part: typed_number(value, 2) for part, value in parts.items()}


def _share(sums: Sums) -> float:
    return sums.fee / sums.money if sums.money > 0 else 0.0


def _kind(use: str) -> str:
    return next((kind for kind, words in _KINDS if words.search(use)), "gig")
