"""Sentences that a rate may call for."""

from __future__ import annotations

from ..engine.calculator import Outcome
from ..engine.fields import Money

say = Money(dollars=True).write


def no_hours_note(outcome: Outcome) -> str:
    """No paid hours, no rate."""
    if outcome["billed_hours"] > 0:
        return ""
    if outcome["hours_year"] == 0:
        return "There are no hours of work in such a year, so no rate would do."
    return "No hour of yours is paid by a client, so no rate would do."


def now_note(outcome: Outcome) -> str:
    """What the present rate leaves."""
    if outcome["now"] == 0 or outcome["billed_hours"] == 0:
        return ""
    at = f"At {Money().write(outcome['now'])} an hour"
    if outcome["kept_now"] < 0:
        return f"{at} the year costs you {say(-outcome['kept_now'])} more than it brings."
    if outcome["short"] > 0.5:
        return f"{at} you keep {say(outcome['kept_now'])} a year, {say(outcome['short'])} short of what you want."
    return f"{at} you keep {say(outcome['kept_now'])} a year: as much as you want, or more."


def tax_note(outcome: Outcome) -> str:
    """One rate for all profit is rough."""
    if outcome["tax_rate"] == 0:
        return "No tax is counted. Put in your rate, or the price will be too low once tax is due."
    return "One tax rate on all of the profit is rough: work out the year's tax once you know the price, and come back."


def bold_note(outcome: Outcome) -> str:
    """A very full week."""
    if outcome["billable"] > 0.85 and outcome["billed_hours"] > 0:
        return "More than 85% of hours paid leaves hardly any for finding work, bills and repairs. Most who work for themselves get less."
    return ""
