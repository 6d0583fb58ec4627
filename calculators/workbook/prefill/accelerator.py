"""Prefills from the accelerator: the goal, and what goes toward it now."""

from ...catalogue import accelerator
from ...catalogue.accelerator import figures
from ...catalogue.accelerator.inputs import Inputs
from ...engine.calculator import Outcome
from ...engine.typed import typed_value
from ...shared.periods import MONTHS_PER_YEAR
from .prefill import Prefill
from .typed import amount, percent


def _growth(outcome: Outcome[Inputs]) -> str:
    """Yearly growth as the accelerator uses it: net of inflation for a goal in today's prices."""
    return percent((1 + outcome[figures.growth_month]) ** MONTHS_PER_YEAR - 1)


def _debts(outcome: Outcome[Inputs]) -> object:
    slot = next(slot for slot in accelerator.CALCULATOR.slots if slot.name == "debts")
    return typed_value(slot, outcome.inputs.debts) if outcome.inputs.aim == "debts" else None


_SOURCE = accelerator.CALCULATOR

PREFILLS = (
    Prefill(_SOURCE, "plan", "aim", lambda o: o.inputs.aim),
    Prefill(_SOURCE, "plan", "goal", lambda o: amount(o.inputs.goal)),
    Prefill(_SOURCE, "plan", "start", lambda o: amount(o.inputs.start)),
    # what goes toward the goal now is savings, or extra payments on top of the debts' own
    Prefill(_SOURCE, "plan", "own", lambda o: amount(o.inputs.extra if o.inputs.aim == "debts" else o.inputs.own)),
    Prefill(_SOURCE, "plan", "growth", _growth),
    Prefill(_SOURCE, "plan", "method", lambda o: o.inputs.method),
    Prefill(_SOURCE, "plan", "debts", _debts),
)
