"""Notes on the accelerator, each shown only when it applies."""

from ...engine.analysis.percentiles import Percentiles
from ...engine.calculator import Outcome
from ...engine.fields import Money, Months, Rate
from . import debts, figures
from .dates import month_after
from .debts import HORIZON, is_owed
from .enough import enough_for_debts, enough_for_saving
from .inputs import Inputs

say = Money(dollars=True).write


def dates_note(outcome: Outcome) -> str:
    """The calendar month of the goal, if the reader starts now."""
    months, without, spread = outcome[figures.months_with], outcome[figures.months_without], outcome.ranges.get("levered")
    if months is None or months == 0:
        return ""
    text = f"If you start now, you reach your goal in {month_after(outcome.day, months)}"
    if without is not None:
        text += f" instead of {month_after(outcome.day, without)}"
    if isinstance(spread, Percentiles) and spread.p10 < spread.p90 < HORIZON:
        early, late = month_after(outcome.day, spread.p10), month_after(outcome.day, spread.p90)
        text += f"; because what leverage brings in varies, it is between {early} and {late} four times out of five"
    return f"{text}."


def never_note(outcome: Outcome[Inputs]) -> str:
    """The goal is never reached; says why."""
    if outcome[figures.months_without] is not None:
        return ""
    who = "Even with leverage" if outcome[figures.months_with] is None else "Without leverage"
    if outcome.inputs.aim == "debts":
        enough = enough_for_debts(outcome[debts.terms], outcome.inputs.method)
        return f"{who} these debts are never paid off, or not within a hundred years. {enough}"
    enough = enough_for_saving(outcome.inputs.goal, outcome.inputs.start, outcome[figures.growth_month])
    if outcome[figures.growth_month] < 0:
        return f"{who} the goal is out of reach, because your savings lose more buying power than you pay in. {enough}"
    return f"{who} the goal is not reached within a hundred years. {enough}"


def interest_note(outcome: Outcome[Inputs]) -> str:
    """A debt's payment does not cover its interest."""
    if outcome.inputs.aim != "debts":
        return ""
    names = [debt.name or "one debt" for debt in outcome.inputs.debts if debt.balance > 0 and debt.payment < debt.balance * debt.rate / 12]
    return f"The payment is less than the interest, so the debt grows as you pay: {', '.join(names)}." if names else ""


def paid_note(outcome: Outcome[Inputs]) -> str:
    """A debt with a payment but no balance."""
    if outcome.inputs.aim != "debts":
        return ""
    names = [debt.name or "a debt" for debt in outcome.inputs.debts if debt.payment > 0 and not is_owed(debt)]
    if not names:
        return ""
    return (
        f"Nothing is owed on {', '.join(names)}, so that payment is not counted. If you still have that money, add it to what you "
        "pay beyond the payments."
    )


def loss_note(outcome: Outcome[Inputs]) -> str:
    """The growth is negative."""
    grown = outcome[figures.grown]
    if grown is None or grown > -0.5:
        return ""
    rate = Rate().write(outcome.inputs.growth)
    return f"With growth of {rate} a year your savings shrink. On the way to the goal they lose {say(-grown)}."


def methods_note(outcome: Outcome) -> str:
    """What the choice of method costs in interest."""
    if len(outcome[figures.courses]) != 2:
        return ""
    fast, small = outcome[figures.courses]
    if min(fast.months, small.months) >= HORIZON:
        return ""
    dearer = small.interest - fast.interest
    if dearer < 1 or small.months >= HORIZON:
        return "Both methods cost about the same here. Choose the one that you will stick with." if small.months < HORIZON else ""
    first = f"; it pays off the first debt after {Months().write(small.first)} instead of {Months().write(fast.first)}"
    sooner = first if small.first < fast.first else ""
    return f"Smallest debt first costs {say(dearer)} more in interest than highest rate first{sooner}."


def there_note(outcome: Outcome[Inputs]) -> str:
    """The goal is reached already."""
    if outcome[figures.months_without] != 0:
        return ""
    owed = outcome.inputs.aim == "debts"
    return "You owe nothing, so these debts are paid off." if owed else "You already have enough, so the goal is reached today."


def prices_note(outcome: Outcome[Inputs]) -> str:
    """What "in today's prices" assumes."""
    then = outcome[figures.goal_then]
    if outcome.inputs.aim == "debts" or outcome.inputs.prices != "today" or not outcome[figures.months_with] or then is None:
        return ""
    growth, real = outcome[figures.growth_real], Rate().write(abs(outcome[figures.growth_real]))
    power = f"grow by {real} a year" if growth >= 0 else f"lose {real} a year, because prices rise faster than your savings grow"
    return (
        f"“In today's prices” means that the goal rises with inflation, to {say(then)} by then, and so does what you pay in each month. "
        f"In buying power your savings {power}."
    )
