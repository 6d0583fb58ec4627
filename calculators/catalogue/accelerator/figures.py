"""Months to the goal without leverage and with it, and the value of the difference."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Field, Money, Months, Rate
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR
from .debts import HORIZON, METHODS, MonthsByExtra, Payoff, Terms, pay_off
from .paths import Point, owed_points, sampled, saved_points
from .saving import monthly, months_to, paid_in_all


class UpToHorizon(Months):
    """A number of months; beyond the horizon it is written as never."""

    def write(self, value: float) -> str:
        """Write the months, or "never"."""
        return "never" if value >= HORIZON else super().write(value)


NAMES = {"avalanche": "Highest rate first", "snowball": "Smallest debt first"}
DRAWN = 120
"""Number of points drawn on a path."""


@figure("Leverage adds, after tax", unit=Money(per="month", dollars=True))
def leverage_kept(leverage: float, tax_rate: float) -> float:
    """Only what is left after tax can go toward the goal."""
    return leverage * (1 - tax_rate)


@figure("Growth after inflation", unit=Rate(per="year"))
def growth_real(growth: float, inflation: float) -> float:
    """What the yearly growth adds in buying power."""
    return (1 + growth) / (1 + inflation) - 1


@figure("Monthly growth", unit=Rate(per="month"))
def growth_month(growth: float, inflation: float, prices: str) -> float:
    """The yearly growth per month. For a goal in today's prices it is first adjusted for inflation: (1 + i) ÷ (1 + inflation) − 1."""
    real = (1 + growth) / (1 + inflation) - 1 if prices == "today" else growth
    return monthly(real)


@figure("Months without leverage, or the horizon", unit=UpToHorizon(), step=True)
def alone(aim: str, goal: float, start: float, own: float, growth_month: float, by_extra: MonthsByExtra, extra: float) -> float:
    """With what goes toward the goal now."""
    return by_extra(extra) if aim == "debts" else months_to(goal, start, own, growth_month)


@figure("Months with leverage, or the horizon", unit=UpToHorizon(), step=True)
def levered(
    aim: str, goal: float, start: float, own: float, leverage_kept: float, growth_month: float, by_extra: MonthsByExtra, extra: float
) -> float:
    """With what leverage adds."""
    return by_extra(extra + leverage_kept) if aim == "debts" else months_to(goal, start, own + leverage_kept, growth_month)


@figure("Without leverage", unit=Months())
def months_without(alone: float) -> float | None:
    """Months until the goal at what you pay in now. A dash means not within a hundred years."""
    return None if alone >= HORIZON else alone


@figure("With leverage", unit=Months())
def months_with(levered: float) -> float | None:
    """Months until the goal if everything that leverage brings in goes toward it. A dash means not within a hundred years."""
    return None if levered >= HORIZON else levered


@figure("Sooner by", unit=Months(), tone="gain")
def months_saved(months_without: float | None, months_with: float | None) -> float | None:
    """The months between the two. A dash means that the goal is out of reach without leverage."""
    return None if months_without is None or months_with is None else months_without - months_with


@figure("The payments with leverage", unit=Money(), step=True)
def plan(terms: Terms, extra: float, leverage_kept: float, method: str) -> Payoff:
    """The payoff with leverage, by the chosen method."""
    return pay_off(terms, extra + leverage_kept, method)


@figure("The payments without leverage", unit=Money(), step=True)
def plan_without(terms: Terms, extra: float, method: str) -> Payoff:
    """The payoff without leverage, by the chosen method."""
    return pay_off(terms, extra, method)


@figure("The goal by then, in that day's money", unit=Money(dollars=True))
def goal_then(aim: str, goal: float, inflation: float, prices: str, months_with: float | None) -> float | None:
    """A goal in today's prices costs more by the time you get there. Your savings, your payments and their growth add up to this."""
    if aim == "debts" or months_with is None:
        return None
    return goal * (1 + inflation) ** (months_with / MONTHS_PER_YEAR) if prices == "today" else goal


@figure("What you pay in until then", unit=Money(dollars=True))
def put_in(
    aim: str,
    own: float,
    leverage_kept: float,
    months_with: float | None,
    start: float,
    goal: float,
    inflation: float,
    prices: str,
    plan: Payoff,
) -> float | None:
    """All payments with leverage. For a goal in today's prices, they rise with inflation. For debts, everything that you pay."""
    if months_with is None:
        return None
    if aim == "debts":
        return plan.balances[0] + plan.interest
    if start >= goal:
        return 0.0
    return paid_in_all(own + leverage_kept, months_with, monthly(inflation) if prices == "today" else 0.0)


@figure("Growth and interest", unit=Money(dollars=True))
def grown(aim: str, goal: float, start: float, goal_then: float | None, put_in: float | None) -> float | None:
    """What growth adds on the way: the goal by then, minus your savings and what you pay in. Below zero, it is a loss."""
    if aim == "debts" or goal_then is None or put_in is None:
        return None
    return goal_then - start - put_in if goal > start else 0.0


@figure("Interest saved", unit=Money(dollars=True), tone="gain")
def interest_saved(aim: str, plan: Payoff, plan_without: Payoff) -> float | None:
    """The interest that you save because the debts are paid off sooner."""
    if aim != "debts" or plan.months is None or plan_without.months is None:
        return None
    return plan_without.interest - plan.interest


@dataclass(frozen=True)
class Course:
    """A method of paying off debts, with leverage."""

    method: Annotated[str, Field("Method")]
    months: Annotated[float, UpToHorizon("Until all are paid off")]
    first: Annotated[float, UpToHorizon("Until the first is paid off")]
    interest: Annotated[float, Money("Total interest", dollars=True)]


@figure("Two ways to pay off debts", table=Course)
def courses(aim: str, terms: Terms, extra: float, leverage_kept: float) -> tuple[Course, ...]:
    """Highest rate first costs the least. Smallest debt first pays off one debt sooner. Both include leverage."""
    if aim != "debts":
        return ()
    rows = []
    for method in METHODS:
        run = pay_off(terms, extra + leverage_kept, method)
        rows.append(Course(NAMES[method], _or_horizon(run.months), _or_horizon(run.first_free), run.interest))
    return tuple(rows)


@figure("The two paths", table=Point)
def paths(
    aim: str,
    goal: float,
    start: float,
    own: float,
    leverage_kept: float,
    growth_month: float,
    plan: Payoff,
    plan_without: Payoff,
    alone: float,
    levered: float,
) -> tuple[Point, ...]:
    """The amount saved or still owed, month by month, with leverage and without."""
    finite = [months for months in (alone, levered) if months < HORIZON]
    last = int(max(finite)) + 1 if len(finite) == 2 else max(120, int(2 * max(finite, default=60.0)))
    months = sampled(min(HORIZON, last), DRAWN)
    if aim == "debts":
        return owed_points(months, plan_without.balances, plan.balances)
    return saved_points(months, start, goal, (own, own + leverage_kept), growth_month)


def _or_horizon(months: int | None) -> float:
    return float(HORIZON if months is None else months)
