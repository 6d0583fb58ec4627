"""Notes on a plan, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...engine.fields import Hours, Money, Months
from ..accelerator import debts
from ..accelerator.dates import month_after
from ..accelerator.enough import enough_for_debts, enough_for_saving
from ..accelerator.saving import monthly
from . import figures
from .chain import known
from .charts import start_of
from .inputs import Inputs

say = Money(dollars=True).write


def loss_note(outcome: Outcome[Inputs]) -> str:
    """The uses lose money."""
    if outcome.inputs.net_month >= 0:
        return ""
    return f"As planned, your uses cost {say(-outcome.inputs.net_month)} a month more than they bring in. Change them before you start."


def date_note(outcome: Outcome[Inputs]) -> str:
    """The month in which the goal is reached."""
    months = outcome[figures.months_with]
    if not months:
        return ""
    start, without = start_of(outcome), outcome[figures.months_without]
    instead = f" instead of {month_after(start, without)}" if without is not None else ""
    return (
        f"If everything runs from the start, you reach your goal in {month_after(start, months)}{instead}. The first months bring in less."
    )


def goal_note(outcome: Outcome[Inputs]) -> str:
    """The goal is out of reach."""
    if "goal" not in outcome[known] or outcome[figures.months_without] is not None:
        return ""
    who = "Even with leverage" if outcome[figures.months_with] is None else "Without leverage"
    enough = (
        enough_for_debts(outcome[debts.terms], outcome.inputs.method)
        if outcome.inputs.aim == "debts"
        else enough_for_saving(outcome.inputs.goal, outcome.inputs.start, monthly(outcome.inputs.growth))
    )
    return f"{who} your goal is not reached within a hundred years at what goes toward it. {enough}"


def tax_note(outcome: Outcome[Inputs]) -> str:
    """There is income but no tax rate."""
    if outcome.inputs.net_month > 0 and "tax" not in outcome[known]:
        return "No tax is counted yet, so what you keep is too high. Take-home pay computes your rate."
    return ""


def hours_note(outcome: Outcome[Inputs]) -> str:
    """The uses take more hours than there are."""
    taken, there = outcome[figures.hours_taken], outcome.inputs.own_hours
    if "hours" not in outcome[known] or taken <= there + 0.05:
        return ""
    return f"Your uses take {Hours().write(taken)} hours a week, but you have {Hours().write(there)}. Drop a use, or free up more hours."


def gap_note(outcome: Outcome) -> str:
    """The same money cannot cover both the gap and the goal."""
    if outcome[figures.gap_covered] is None or outcome[figures.kept_month] <= 0 or "goal" not in outcome[known]:
        return ""
    return "Money that covers the gap to prices can't go toward your goal too. The gap is small at first and grows each year."


def buffer_note(outcome: Outcome[Inputs]) -> str:
    """What happens to the buffer's share."""
    if outcome[figures.buffer_is_goal]:
        return "Your goal is the buffer itself, so everything you keep goes there."
    months = outcome[figures.buffer_months]
    if months is None:
        short = outcome.inputs.buffer_missing > 0 and outcome[figures.kept_month] > 0 and outcome[figures.to_buffer_month] == 0
        return "Everything you keep goes to your goal, so the buffer stays short, and a poor month could upset the plan." if short else ""
    return f"Once the buffer is full, after {Months().write(months)}, its share is free for your goal. The dates here don't count that."
