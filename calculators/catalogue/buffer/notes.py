"""Notes on the buffer, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...engine.fields import Money
from ...engine.money import write_trimmed
from . import figures

say = Money(dollars=True).write


def short_note(outcome: Outcome) -> str:
    """Spending exceeds income on average."""
    if outcome[figures.mean_surplus] >= 0:
        return ""
    gone = say(-outcome[figures.mean_surplus])
    return f"In an average month you spend {gone} more than comes in. A buffer only postpones the problem: earn more or spend less."


def few_note(outcome: Outcome) -> str:
    """There are too few months for a reliable result."""
    if outcome[figures.count] >= 12:
        return ""
    return f"{outcome[figures.count]} months don't show a whole year's ups and downs. With twelve or more, the result is more reliable."


def never_note(outcome: Outcome) -> str:
    """Nothing is saved each month."""
    return "If you save nothing each month, the buffer is never built." if outcome[figures.months_to_build] is None else ""


def enough_note(outcome: Outcome) -> str:
    """The buffer is full already, or none is needed."""
    if outcome[figures.buffer] == 0:
        return "You wouldn't have needed a buffer in any of the simulated years, because your steady income covers what you need."
    return "Your savings are enough." if outcome[figures.missing] == 0 else ""


def zero_note(outcome: Outcome) -> str:
    """All past months are without income."""
    return "All of these months are without income, so there is no variation to measure." if outcome[figures.mean] == 0 else ""


def made_note(outcome: Outcome) -> str:
    """What the simulation assumes."""
    del outcome
    return "The simulated years combine your own past months, three in a row at a time. They can't include what has never happened to you."


def rule_note(outcome: Outcome) -> str:
    """The rule of thumb, for comparison."""
    if outcome[figures.six_weeks] <= 0 or outcome[figures.buffer] <= 0:
        return ""
    times = write_trimmed(outcome[figures.six_weeks] / outcome[figures.buffer], 1)
    return f"The rule of thumb of six weeks' income would be {say(outcome[figures.six_weeks])}, {times} times your buffer."
