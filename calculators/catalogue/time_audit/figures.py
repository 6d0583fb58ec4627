"""Figures of the time audit, by part of the day and for the week."""

from ...engine.fields import Hours
from ...engine.figures import figure
from ...shared.periods import HOURS_PER_WEEK, WEEKS_PER_YEAR
from .days import KindOfDay, added_up
from .weekly_hours import HOURS_PER_PART, Use


@figure("Your week by activity", table=Use)
def week(uses: tuple[Use, ...], days: tuple[KindOfDay, ...], give_screens: float) -> tuple[Use, ...]:
    """The hours of each kind of day, times how many there are of it in a week; or the hours a week that you typed."""
    return uses or added_up(days, give_screens)


@figure("Spoken for", unit=Hours(per="week"), each="parts")
def part_used(part: str, week: tuple[Use, ...]) -> float:
    """The hours in this part of the day that you entered above."""
    return sum(float(getattr(use, part)) for use in week)


@figure("Not accounted for", unit=Hours(per="week"), each="parts")
def part_left(part_used: float) -> float:
    """The rest of the 42 hours in this part of the day, which you did not enter."""
    return max(0, HOURS_PER_PART - part_used)


@figure("You would give up", unit=Hours(per="week"), each="parts")
def part_given(part: str, week: tuple[Use, ...]) -> float:
    """The share of each activity that you would give up."""
    return sum(float(getattr(use, part)) * use.give for use in week)


@figure("Open", unit=Hours(per="week"), each="parts")
def part_open(part_left: float, part_given: float) -> float:
    """Hours that are free or could be freed up."""
    return part_left + part_given


@figure("Hours accounted for", unit=Hours(per="week"))
def hours_used(part_used: tuple[float, ...]) -> float:
    """All activities together, out of the week's 168 hours."""
    return sum(part_used)


@figure("Hours unaccounted for", unit=Hours(per="week"))
def unaccounted(part_left: tuple[float, ...]) -> float:
    """Hours that you did not enter. Most people forget how they spend some of their time."""
    return sum(part_left)


@figure("Open hours", unit=Hours(per="week"))
def open_hours(part_open: tuple[float, ...]) -> float:
    """Hours that are free or could be freed up, before rest is subtracted."""
    return sum(part_open)


@figure("Idle hours you could leverage", unit=Hours(per="week"), tone="gain")
def leverage_hours(open_hours: float, rest_floor: float) -> float:
    """Open hours minus the rest that you keep. Rest comes first, because you need it for everything else."""
    return max(0, open_hours - rest_floor)


@figure("Idle hours in a year", unit=Hours(per="year", le=HOURS_PER_WEEK * WEEKS_PER_YEAR))
def leverage_year(leverage_hours: float) -> float:
    """Fifty-two weeks like this one."""
    return leverage_hours * WEEKS_PER_YEAR


@figure("Could be leveraged", unit=Hours(per="week"), each="parts", tone="gain")
def part_leverage(part_open: float, open_hours: float, leverage_hours: float) -> float:
    """This part of the day's share of the idle hours. Rest is taken from all parts in proportion."""
    return part_open * leverage_hours / open_hours if open_hours > 0 else 0.0


@figure("Kept for rest", unit=Hours(per="week"), each="parts")
def part_rest(part_open: float, part_leverage: float) -> float:
    """Open hours that stay free."""
    return part_open - part_leverage
