"""Sentences that a plan may call for."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Hours, Money, Months
from ..accelerator.dates import month_after
from ..accelerator.enough import enough_for_debts, enough_for_saving
from ..accelerator.saving import monthly
from .charts import start_of

say = Money(dollars=True).write


def loss_note(outcome: Outcome) -> str:
    """Uses that lose money."""
    if outcome["net_month"] >= 0:
        return ""
    return f"As planned, your uses cost {say(-outcome['net_month'])} a month more than they bring. Change them before you begin."


def date_note(outcome: Outcome) -> str:
    """When the goal is reached."""
    months = outcome["months_with"]
    if not months:
        return ""
    start, without = start_of(outcome), outcome["months_without"]
    instead = f" instead of {month_after(start, without)}" if without is not None else ""
    return f"If all of it runs from the start, you reach your goal in {month_after(start, months)}{instead}. First months bring less."


def goal_note(outcome: Outcome) -> str:
    """A goal out of reach."""
    if "goal" not in outcome["known"] or outcome["months_without"] is not None:
        return ""
    who = "Even with leverage" if outcome["months_with"] is None else "Without leverage"
    enough = (
        enough_for_debts(outcome["terms"], outcome["method"])
        if outcome["aim"] == "debts"
        else enough_for_saving(outcome["goal"], outcome["start"], monthly(outcome["growth"]))
    )
    return f"{who} your goal is not reached within a hundred years at what goes towards it. {enough}"


def tax_note(outcome: Outcome) -> str:
    """Income without a tax rate."""
    if outcome["net_month"] > 0 and "tax" not in outcome["known"]:
        return "No tax is taken off yet, so what you keep is too high. Take-home pay gives you your rate."
    return ""


def hours_note(outcome: Outcome) -> str:
    """More hours planned than there are."""
    taken, there = outcome["hours_taken"], outcome["own_hours"]
    if "hours" not in outcome["known"] or taken <= there + 0.05:
        return ""
    return f"Your uses take {Hours().write(taken)} hours a week, and you could give {Hours().write(there)}. Drop one, or find the hours."


def gap_note(outcome: Outcome) -> str:
    """Money is spent once."""
    if outcome["gap_covered"] is None or outcome["kept_month"] <= 0 or "goal" not in outcome["known"]:
        return ""
    return "Money is spent once: what covers the gap to prices is not there for your goal. The gap is small at first and grows each year."


def buffer_note(outcome: Outcome) -> str:
    """What becomes of the buffer's share."""
    if outcome["buffer_is_goal"]:
        return "Your goal is the buffer itself, so all that you keep goes there."
    months = outcome["buffer_months"]
    if months is None:
        short = outcome["buffer_missing"] > 0 and outcome["kept_month"] > 0 and outcome["to_buffer_month"] == 0
        return "All that you keep goes to your goal, so the buffer stays short: a poor month may undo the plan." if short else ""
    return f"Once the buffer is full, after {Months().write(months)}, its share is free for your goal; the dates here leave that out."
