"""Sentences that an income mix may call for."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Money

say = Money(dollars=True).write


def nothing_note(outcome: Outcome) -> str:
    """Sources that bring nothing."""
    return (
        "None of your sources brings anything yet, so there are no shares to work out."
        if outcome["streams"] and outcome["total"] == 0
        else ""
    )


def short_note(outcome: Outcome) -> str:
    """Already living beyond it."""
    return (
        f"Already now {say(-outcome['left_over'])} a month more goes out than comes in."
        if outcome["left_over"] < 0 and outcome["total"] > 0
        else ""
    )


def single_note(outcome: Outcome) -> str:
    """Everything on one source."""
    share = outcome["largest_share"]
    return "All of your income hangs on one source." if share is not None and share > 0.999 else ""


def safe_note(outcome: Outcome) -> str:
    """Any one source may stop."""
    if outcome["total"] > 0 and outcome["largest_short"] == 0:
        return "Any one of your sources could stop, and the others would still bring what you need."
    return ""


def empty_note(outcome: Outcome) -> str:
    """No savings to fall back on."""
    if outcome["savings"] == 0 and outcome["largest_short"] > 0 and outcome["total"] > 0:
        return "With nothing put by, you would be short from the first month."
    return ""
