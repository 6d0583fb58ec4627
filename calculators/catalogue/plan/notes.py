"""Notes on a plan, each shown only when it applies."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Hours, Money, Months
from ..accelerator.dates import month_after
from ..accelerator.enough import enough_for_debts, enough_for_saving
from ..accelerator.saving import monthly
from .charts import start_of

say = Money(dollars=True).write


def loss_note(outcome: Outcome) -> str:
    """The uses lose money."""
    if outcome["net_month"] >= 0:
        return ""
    return f"As planned, your uses cost {say(-outcome['net_month'])} a month more than they bring in. Change them before you start."


def date_note(outcome: Outcome) -> str:
    """The month in which the goal is reached."""
    months = outcome["months_with"]
    if not months:
        return ""
    start, without = start_of(outcome), outcome["months_without"]
    instead = f" instead of {month_after(start, without)}" if without is not None else ""
    return (
        f"If everything runs from the start, you reach your goal in {month_after(start, months)}{instead}. The first months bring in less."
    )


def goal_note(outcome: Outcome) -> str:
    """The goal is out of reach."""
    if "goal" not in outcome["known"] or outcome["months_without"] is not None:
        return ""
    who = "Even with leverage" if outcome["months_with"] is None else "Without leverage"
    enough = (
        enough_for_debts(outcome["terms"], outcome["method"])
        if outcome["aim"] == "debts"
        else enough_for_saving(outcome["goal"], outcome["start"], monthly(outcome["growth"]))
    )
    return f"{who} your goal is not reached within a hundred years at what goes toward it. {enough}"


def tax_note(outcome: Outcome) -> str:
    """There is income but no tax rate."""
    if outcome["net_month"] > 0 and "tax" not in outcome["known"]:
        return "No tax is counted yet, so what you keep is too high. Take-home pay computes your rate."
    return ""


def hours_note(outcome: Outcome) -> str:
    """The uses take more hours than there are."""
    taken, there = outcome["hours_taken"], outcome["own_hours"]
    if "hours" not in outcome["known"] or taken <= there + 0.05:
        return ""
    return f"Your uses take {Hours().write(taken)} hours a week, but you have {Hours().write(there)}. Drop a use, or free up more hours."


def gap_note(outcome: Outcome) -> str:
    """The same money cannot cover both the gap and the goal."""
    if outcome["gap_covered"] is None or outcome["kept_month"] <= 0 or "goal" not in outcome["known"]:
        return ""
    return "Money that covers the gap to prices cannot go toward your goal too. The gap is small at first and grows each year."


def buffer_note(outcome: Outcome) -> str:
    """What happens to the buffer's share."""
    if outcome["buffer_is_goal"]:
        return "Your goal is the buffer itself, so everything you keep goes there."
    months = outcome["buffer_months"]
    if months is None:
        short = outcome["buffer_missing"] > 0 and outcome["kept_month"] > 0 and outcome["to_buffer_month"] == 0
        return "Everything you keep goes to your goal, so the buffer stays short, and a poor month could upset the plan." if short else ""
    return f"Once the buffer is full, after {Months().write(months)}, its share is free for your goal. The dates here do not count that."
