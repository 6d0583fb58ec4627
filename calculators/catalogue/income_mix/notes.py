"""Notes on an income mix, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...engine.fields import Money
from . import figures
from .inputs import Inputs

say = Money(dollars=True).write


def nothing_note(outcome: Outcome[Inputs]) -> str:
    """The sources bring in nothing."""
    if outcome.inputs.streams and outcome[figures.total] == 0:
        return "None of your sources brings in anything yet, so there are no shares to compute."
    return ""


def short_note(outcome: Outcome) -> str:
    """Spending exceeds income already."""
    if outcome[figures.left_over] < 0 and outcome[figures.total] > 0:
        return f"You already spend {say(-outcome[figures.left_over])} a month more than comes in."
    return ""


def single_note(outcome: Outcome) -> str:
    """All income comes from one source."""
    share = outcome[figures.largest_share]
    return "All of your income depends on one source." if share is not None and share > 0.999 else ""


def safe_note(outcome: Outcome) -> str:
    """Any single source may stop without leaving the reader short."""
    if outcome[figures.total] > 0 and outcome[figures.largest_short] == 0:
        return "Any one of your sources could stop, and the others would still cover what you need."
    return ""


def empty_note(outcome: Outcome[Inputs]) -> str:
    """No savings to fall back on."""
    if outcome.inputs.savings == 0 and outcome[figures.largest_short] > 0 and outcome[figures.total] > 0:
        return "Without savings, you would be short from the first month."
    return ""
