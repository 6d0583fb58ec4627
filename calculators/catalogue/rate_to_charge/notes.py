"""Sentences that a rate may call for."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Field
from ...engine.money import write_number

ACROSS = ("uk", "au")
"""Where a tax year lies across two calendar years."""


def _unit(outcome: Outcome, name: str) -> Field:
    return outcome.calculator.graph.by_name(name).unit or Field()


def no_hours_note(outcome: Outcome) -> str:
    """No paid hours, no rate."""
    if outcome["billed_hours"] > 0:
        return ""
    if outcome["hours_year"] == 0:
        return "There are no hours of work in such a year, so no rate would do."
    return "No hour of yours is paid by a client, so no rate would do."


def no_price_note(outcome: Outcome) -> str:
    """Where all of what comes in more is taken."""
    if outcome["gross"] is not None or outcome["billed_hours"] == 0:
        return ""
    return "Fees and taxes as you put them in take all that more receipts would bring, so no price leaves you that much."


def now_note(outcome: Outcome) -> str:
    """What the present rate leaves."""
    if outcome["now"] == 0 or outcome["billed_hours"] == 0:
        return ""
    say = _unit(outcome, "kept_now").write
    at = f"At {_unit(outcome, 'hourly').write(outcome['now'])} an hour"
    if outcome["kept_now"] < 0:
        return f"{at} the year costs you {say(-outcome['kept_now'])} more than it brings."
    if outcome["short"] > 0.5:
        return f"{at} you keep {say(outcome['kept_now'])} a year, {say(outcome['short'])} short of what you want."
    return f"{at} you keep {say(outcome['kept_now'])} a year: as much as you want, or more."


def one_rate_note(outcome: Outcome) -> str:
    """One rate for all profit is rough."""
    if outcome["tax_rate"] == 0:
        return "No tax is counted. Put in your rate, or the price will be too low once tax is due."
    return "One tax rate on all of the profit is rough. If your country is in the list, choose its law instead."


def taxed_note(outcome: Outcome) -> str:
    """What the law was asked, and how far that goes."""
    share = outcome["tax_share"]
    beside = f"beside {_unit(outcome, 'gross').write(outcome['wages'])} of wages" if outcome["wages"] else "without any other job"
    taken = f" {write_number(share * 100)}% of the profit goes in tax and contributions." if share is not None else ""
    year = int(outcome["tax_year"])
    named = f"{year}-{(year + 1) % 100}" if outcome["country"] in ACROSS else str(year)
    return f"Worked out by the law of {named}, {beside}.{taken} Put the year into take-home pay, and it gives the same amount back."


def bold_note(outcome: Outcome) -> str:
    """A very full week."""
    if outcome["billable"] > 0.85 and outcome["billed_hours"] > 0:
        return "More than 85% of hours paid leaves hardly any for finding work, bills and repairs. Most who work for themselves get less."
    return ""
