"""The time audit: where a week's 168 hours go, and which idle ones could be leveraged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from .engine.calculator import Calculator, Group, Outcome, RowsTable
from .engine.charts import INK, LEVERAGE, MAIN, MUTED, Chart, Column, DataTable, Size, Spec, drawing
from .engine.fields import Choice, Field, Hours, Option, Rate, Rows
from .engine.figures import Series, figure
from .engine.validation import FieldError
from .periods import HOURS_PER_WEEK, WEEKS_PER_YEAR

PARTS = ("morning", "afternoon", "evening", "night")
PART_LABELS = ("Morning, 6 to 12", "Afternoon, 12 to 6", "Evening, 6 to midnight", "Night, midnight to 6")
HOURS_PER_PART = HOURS_PER_WEEK / len(PARTS)

SLEEP_ADVISED = 49.0
"""Seven hours a night, the least that the American Academy of Sleep Medicine and the CDC advise for adults."""

USES = (
    Option("sleep", "Sleep"),
    Option("job", "Paid work"),
    Option("travel", "Travel to work"),
    Option("care", "Care for others"),
    Option("home", "Housework and errands"),
    Option("meals", "Meals and washing"),
    Option("study", "Study"),
    Option("health", "Exercise and health"),
    Option("friends", "Friends and family"),
    Option("screens", "Screens and scrolling"),
    Option("faith", "Faith and volunteering"),
    Option("other", "Something else"),
)


@dataclass(frozen=True, kw_only=True)
class Use:
    """One way in which hours go, in hours a week for each six-hour part of the day."""

    use: Annotated[str, Choice("What the hours go to", options=USES)] = "other"
    morning: Annotated[float, Hours("Morning", per="week", le=HOURS_PER_PART)] = 0.0
    afternoon: Annotated[float, Hours("Afternoon", per="week", le=HOURS_PER_PART)] = 0.0
    evening: Annotated[float, Hours("Evening", per="week", le=HOURS_PER_PART)] = 0.0
    night: Annotated[float, Hours("Night", per="week", le=HOURS_PER_PART)] = 0.0
    give: Annotated[float, Rate("You would give up", hint="The share of these hours that you would trade for income.")] = 0.0


def _use(use: str, morning: float, afternoon: float, evening: float, night: float, give: float = 0.0) -> Use:
    return Use(use=use, morning=morning, afternoon=afternoon, evening=evening, night=night, give=give)


EXAMPLE = (
    _use("sleep", 7, 0, 7, 38),
    _use("job", 17, 23, 0, 0),
    _use("travel", 3, 2, 2, 0),
    _use("home", 4, 4, 5, 0),
    _use("meals", 5, 4, 5, 0),
    _use("friends", 2, 4, 6, 1),
    _use("screens", 0, 1, 13, 3, 0.3),
)
"""An invented week of someone with one job; every number is there to be overwritten."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A normal week, and the rest that the reader will not trade."""

    uses: Annotated[
        tuple[Use, ...],
        Rows("Where your week goes", of=Use, item="use", title="use", maximum=24, hint="Hours in a normal week. Each part of the day has 42 of them: 6 hours, 7 days."),
    ] = EXAMPLE
    rest_floor: Annotated[
        float, Hours("Rest you keep", per="week", hint="Free hours that stay free, whatever they could earn.")
    ] = 10.0


def fits_the_week(inputs: Inputs) -> Iterator[FieldError]:
    """No part of the day may hold more than its 42 hours a week."""
    for part, label in zip(PARTS, PART_LABELS, strict=True):
        total = sum(getattr(use, part) for use in inputs.uses)
        if total > HOURS_PER_PART + 1e-9:
            last = max(i for i, use in enumerate(inputs.uses) if getattr(use, part) > 0)
            message = f"{label}: your hours add up to {Hours().write(total)}, and a week has only {HOURS_PER_PART:.0f} there. Take out {Hours().write(total - HOURS_PER_PART)}."
            yield FieldError(f"uses.{last}.{part}", "too-many-hours", message)


@figure("Spoken for", unit=Hours(per="week"), each="parts")
def part_used(part: str, uses: tuple[Use, ...]) -> float:
    """The hours of this part of the day that you put down above."""
    return sum(float(getattr(use, part)) for use in uses)


@figure("Not put down", unit=Hours(per="week"), each="parts")
def part_left(part_used: float) -> float:
    """What is left of the 42 hours of this part of the day: nobody has a name for them."""
    return max(0, HOURS_PER_PART - part_used)


@figure("You would give up", unit=Hours(per="week"), each="parts")
def part_given(part: str, uses: tuple[Use, ...]) -> float:
    """The share of each use that you would trade."""
    return sum(float(getattr(use, part)) * use.give for use in uses)


@figure("Open", unit=Hours(per="week"), each="parts")
def part_open(part_left: float, part_given: float) -> float:
    """Hours that are free or could be freed."""
    return part_left + part_given


@figure("Hours put down", unit=Hours(per="week"))
def hours_used(part_used: tuple[float, ...]) -> float:
    """All uses together, out of the week's 168 hours."""
    return sum(part_used)


@figure("Hours with no name", unit=Hours(per="week"))
def unaccounted(part_left: tuple[float, ...]) -> float:
    """What you did not put down. Most of it is real; little of it is remembered."""
    return sum(part_left)


@figure("Open hours", unit=Hours(per="week"))
def open_hours(part_open: tuple[float, ...]) -> float:
    """Hours that are free or could be freed, before rest is taken out."""
    return sum(part_open)


@figure("Idle hours you could leverage", unit=Hours(per="week"), tone="gain")
def leverage_hours(open_hours: float, rest_floor: float) -> float:
    """Open hours less the rest that you keep. Rest comes first: it is what the other hours run on."""
    return max(0, open_hours - rest_floor)


@figure("The same, over a year", unit=Hours(per="year", le=HOURS_PER_WEEK * WEEKS_PER_YEAR))
def leverage_year(leverage_hours: float) -> float:
    """Fifty-two such weeks."""
    return leverage_hours * WEEKS_PER_YEAR


@figure("Could be leveraged", unit=Hours(per="week"), each="parts", tone="gain")
def part_leverage(part_open: float, open_hours: float, leverage_hours: float) -> float:
    """This part of the day's share of the idle hours; rest is taken from all parts alike."""
    return part_open * leverage_hours / open_hours if open_hours > 0 else 0.0


@figure("Kept for rest", unit=Hours(per="week"), each="parts")
def part_rest(part_open: float, part_leverage: float) -> float:
    """Open hours that stay free."""
    return part_open - part_leverage


def sleep_note(outcome: Outcome) -> str:
    """A word to those who sleep less than adults are advised to."""
    slept = sum(use.morning + use.afternoon + use.evening + use.night for use in outcome["uses"] if use.use == "sleep")
    if slept == 0 or slept >= SLEEP_ADVISED:
        return ""
    return f"You put down {Hours().write(slept)} hours of sleep. Adults are advised to get at least 49 a week, so look for idle hours elsewhere."


def rest_note(outcome: Outcome) -> str:
    """When the floor takes everything."""
    if outcome["leverage_hours"] > 0:
        return ""
    return "The rest that you keep takes every open hour. That is an answer, too: leverage something other than time."


KINDS = ("Spoken for", "Kept for rest", "Could be leveraged")


def blocks(hours: tuple[float, float, float]) -> list[int]:
    """42 whole blocks dealt out to three kinds of hours, by largest remainders; ends with the kind of each block."""
    total = sum(hours)
    shares = [h * HOURS_PER_PART / total if total else 0.0 for h in hours]
    whole = [int(share) for share in shares]
    for index in sorted(range(3), key=lambda i: whole[i] - shares[i])[: int(HOURS_PER_PART) - sum(whole)]:
        whole[index] += 1
    return [kind for kind, count in enumerate(whole) for _ in range(count)]


def week_in_blocks(outcome: Outcome, size: Size) -> Spec:
    """A week as 168 blocks, an hour each, by part of the day."""
    across = 21 if size.name == "wide" else 14
    deep = int(HOURS_PER_PART) // across
    values = []
    for row, label in enumerate(PART_LABELS):
        taken = (part_used(PARTS[row], outcome["uses"]) - outcome["part_given"][row], outcome["part_rest"][row], outcome["part_leverage"][row])
        for index, kind in enumerate(blocks(taken)):
            top = row * (deep + 1) + index % deep
            values.append({"x": index // deep, "x2": index // deep + 0.86, "y": top, "y2": top + 0.86, "kind": KINDS[kind], "part": label})
    heads = [{"y": row * (deep + 1) - 0.2, "label": label} for row, label in enumerate(PART_LABELS)]
    colour: Spec = {"field": "kind", "type": "nominal", "scale": {"domain": list(KINDS), "range": [MAIN, MUTED, LEVERAGE]}}
    y: Spec = {"type": "quantitative", "scale": {"reverse": True, "domain": [-0.9, 4 * (deep + 1) - 1]}, "axis": None}
    x: Spec = {"type": "quantitative", "scale": {"domain": [0, across]}, "axis": None}
    square: Spec = {
        "mark": "rect",
        "encoding": {
            "x": {**x, "field": "x"},
            "x2": {"field": "x2"},
            "y": {**y, "field": "y"},
            "y2": {"field": "y2"},
            "color": colour,
            "tooltip": [{"field": "part", "title": "Part of the day"}, {"field": "kind", "title": "This hour"}],
        },
    }
    text: Spec = {
        "data": {"values": heads},
        "mark": {"type": "text", "align": "left", "baseline": "bottom", "color": INK, "dy": 1},
        "encoding": {"x": {**x, "datum": 0}, "y": {**y, "field": "y"}, "text": {"field": "label"}},
    }
    return drawing(size, [square, text], data={"values": values})


def week_table(outcome: Outcome) -> DataTable:
    """The same, as hours."""
    hours = Hours(per="week")
    columns = (Column("Part of the day", Field()), *(Column(kind, hours) for kind in KINDS))
    taken = [used - given for used, given in zip(outcome["part_used"], outcome["part_given"], strict=True)]
    return DataTable(columns, list(zip(PART_LABELS, taken, outcome["part_rest"], outcome["part_leverage"], strict=True)))


CALCULATOR = Calculator(
    id="time-audit",
    title="Time audit",
    purpose="Where do your week's 168 hours go, and which idle ones could earn?",
    inputs=Inputs,
    figures=(
        part_used,
        part_left,
        part_given,
        part_open,
        hours_used,
        unaccounted,
        open_hours,
        leverage_hours,
        leverage_year,
        part_leverage,
        part_rest,
    ),
    headline=leverage_hours,
    series=(Series("parts", "part", "Part of the day", PARTS, PART_LABELS),),
    rules=(fits_the_week,),
    groups=(Group("Your week", ("uses",)), Group("Your rest", ("rest_floor",))),
    tables=(RowsTable("parts", "By part of the day", "part", (part_used, part_open, part_rest, part_leverage)),),
    charts=(Chart("week", "Your week, an hour a block", week_in_blocks, week_table),),
    notes=(sleep_note, rest_note),
)
