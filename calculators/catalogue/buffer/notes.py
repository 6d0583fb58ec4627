"""Sentences that a buffer may call for."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Money
from ...engine.money import write_trimmed

say = Money(dollars=True).write


def short_note(outcome: Outcome) -> str:
    """Spending above income, on average."""
    if outcome["mean_surplus"] >= 0:
        return ""
    gone = say(-outcome["mean_surplus"])
    return f"In an average month {gone} more goes out than comes in. A buffer only puts that off: bring in more, or spend less."


def few_note(outcome: Outcome) -> str:
    """Few months say little."""
    if outcome["count"] >= 12:
        return ""
    return f"{outcome['count']} months do not show a whole year's ups and downs. With twelve or more the answer is worth more."


def never_note(outcome: Outcome) -> str:
    """Nothing is put by."""
    return "With nothing put by, the buffer is never built." if outcome["months_to_build"] is None else ""


def enough_note(outcome: Outcome) -> str:
    """It is there already, or none is needed."""
    if outcome["buffer"] == 0:
        return "In none of so many simulated years would you have needed a buffer: your steady income covers what you need."
    return "What you have put by is enough." if outcome["missing"] == 0 else ""


def zero_note(outcome: Outcome) -> str:
    """All past months without income."""
    return "All of these months are without income, so nothing can be said of how much they differ." if outcome["mean"] == 0 else ""


def made_note(outcome: Outcome) -> str:
    """What the simulation takes for granted."""
    del outcome
    return (
        "The simulated years are made of your own past months, three in a row at a time. They cannot know what has never happened to you."
    )


def rule_note(outcome: Outcome) -> str:
    """The rule of thumb beside it."""
    if outcome["six_weeks"] <= 0 or outcome["buffer"] <= 0:
        return ""
    times = write_trimmed(outcome["six_weeks"] / outcome["buffer"], 1)
    return f"The rule of thumb of six weeks' income would be {say(outcome['six_weeks'])}, {times} times your buffer."
