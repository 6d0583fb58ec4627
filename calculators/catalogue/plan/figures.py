"""What is kept, where it goes, and when the goal is reached."""

from ...engine.fields import Hours, Money, Months, Proportion, Text
from ...engine.figures import figure
from ..accelerator.debts import HORIZON, MonthsByExtra, Terms, pay_off
from ..accelerator.paths import Point, owed_points, sampled, saved_points
from ..accelerator.saving import monthly, months_to
from .inputs import Use

CENT = 0.01
"""A gap smaller than this counts as zero."""
DRAWN = 60
"""Number of points drawn on a path."""


@figure("To set aside for tax", unit=Money(per="month", dollars=True), tone="loss")
def set_aside(net_month: float, tax_rate: float) -> float:
    """Your tax rate times what your uses leave. This money is not yours; set it aside as it comes in."""
    return max(0, net_month) * tax_rate


@figure("What you keep", unit=Money(per="month", dollars=True), tone="gain")
def kept_month(net_month: float, set_aside: float) -> float:
    """In a usual month once everything is running, after fees, costs and tax."""
    return net_month - set_aside


@figure("Hours it takes", unit=Hours(per="week"))
def hours_taken(uses: tuple[Use, ...]) -> float:
    """Your own hours for all the uses that you have chosen."""
    return sum(use.hours for use in uses)


@figure("Whether the goal is the buffer", unit=Text(), step=True)
def buffer_is_goal(aim: str, goal: float, start: float, buffer_missing: float) -> bool:
    """If your goal and your buffer are short by the same amount, the goal is the buffer, and it is counted once."""
    return aim == "save" and buffer_missing > 0 and abs(goal - start - buffer_missing) < 1


@figure("Goes to your goal", unit=Money(per="month", dollars=True), tone="gain")
def to_goal_month(kept_month: float, to_goal: float, buffer_missing: float, buffer_is_goal: bool) -> float:
    """The share that you chose, or everything you keep if there is no buffer to fill."""
    return max(0, kept_month) * (to_goal if buffer_missing > 0 and not buffer_is_goal else 1)


@figure("Goes to your buffer", unit=Money(per="month", dollars=True), tone="gain")
def to_buffer_month(kept_month: float, to_goal_month: float) -> float:
    """The rest, until the buffer is full."""
    return max(0, kept_month) - to_goal_month


@figure("Months without leverage, or the horizon", unit=Months(), step=True)
def alone(aim: str, goal: float, start: float, own: float, growth: float, by_extra: MonthsByExtra) -> float:
    """With what goes toward the goal now."""
    return by_extra(own) if aim == "debts" else months_to(goal, start, own, monthly(growth))


@figure("Months with leverage, or the horizon", unit=Months(), step=True)
def levered(aim: str, goal: float, start: float, own: float, to_goal_month: float, growth: float, by_extra: MonthsByExtra) -> float:
    """With what leverage adds."""
    return by_extra(own + to_goal_month) if aim == "debts" else months_to(goal, start, own + to_goal_month, monthly(growth))


@figure("Your goal, without leverage", unit=Months())
def months_without(alone: float, known: frozenset[str]) -> float | None:
    """Months until the goal at what you pay in now. A dash means no goal yet, or not within a hundred years."""
    return alone if "goal" in known and alone < HORIZON else None


@figure("Your goal, with leverage", unit=Months())
def months_with(levered: float, known: frozenset[str]) -> float | None:
    """Months until the goal with its share of what you keep. A dash means no goal yet, or not within a hundred years."""
    return levered if "goal" in known and levered < HORIZON else None


@figure("Sooner by", unit=Months(), tone="gain")
def months_saved(months_without: float | None, months_with: float | None) -> float | None:
    """The months between the two."""
    return None if months_without is None or months_with is None else months_without - months_with


@figure("Share of the gap to prices that it would cover", unit=Proportion())
def gap_covered(kept_month: float, gap_month: float) -> float | None:
    """What you keep, as a share of what your pay needs to keep up with prices. A dash means no gap, or none computed yet."""
    return max(0, kept_month) / gap_month if gap_month >= CENT else None


@figure("Your buffer is full after", unit=Months())
def buffer_months(buffer_missing: float, to_buffer_month: float, buffer_is_goal: bool, months_with: float | None) -> float | None:
    """Months to fill the buffer at what goes there each month. A dash means not within a hundred years, or nothing is missing."""
    if buffer_is_goal:
        return months_with
    if buffer_missing <= 0 or to_buffer_month * HORIZON <= buffer_missing:
        return None
    return buffer_missing / to_buffer_month


@figure("Stop anything on course for less than", unit=Money(per="month", dollars=True))
def stop_below(net_month: float, stop_share: float) -> float:
    """All uses together on day 90, before tax. For a single use, take the same share of its planned amount."""
    return max(0, net_month) * stop_share


@figure("The goal's two paths", table=Point)
def paths(
    aim: str,
    goal: float,
    start: float,
    own: float,
    to_goal_month: float,
    growth: float,
    terms: Terms,
    method: str,
    alone: float,
    levered: float,
    known: frozenset[str],
) -> tuple[Point, ...]:
    """The amount saved or still owed, with leverage and without."""
    if "goal" not in known:
        return ()
    reached = [months for months in (alone, levered) if months < HORIZON]
    longest = max(reached, default=60.0) * (1 if len(reached) == 2 else 2)
    last = min(HORIZON, max(6, int(longest) + 1))
    months = sampled(last, DRAWN)
    if aim == "debts":
        return owed_points(months, *(pay_off(terms, own + more, method).balances for more in (0.0, to_goal_month)))
    return saved_points(months, start, goal, (own, own + to_goal_month), monthly(growth))
