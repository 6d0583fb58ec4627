"""Notes on state and local income tax, each shown only when it applies."""

from __future__ import annotations

from collections.abc import Iterable

from .....engine import parameters as dated
from .....engine.calculator import Outcome
from .....engine.money import write_money
from ...inputs import Inputs
from ...years import US
from . import figures
from .places import NAMES, OWN_RATE
from .rules import cited, file_of, is_taxed


def sources(inputs: Inputs) -> Iterable[dated.Value]:
    """The state's values that the outcome cites."""
    return cited(inputs.state, US(inputs)).values()


def state_note(outcome: Outcome[Inputs]) -> str:
    """Which state tax is counted, where none is or where the reader's own rate is."""
    state, rate = outcome.inputs.state, outcome.inputs.state_rate
    if state == OWN_RATE:
        return "" if rate > 0 else "No state income tax is counted. Choose your state, or type your own rate."
    return f"We compute what {NAMES[state]} takes, so the rate that you typed is not used." if rate > 0 else ""


def projected_note(outcome: Outcome[Inputs]) -> str:
    """Some of the state's figures for the year are not published yet."""
    projected = [value.label for value in sources(outcome.inputs) if value.status == "projected"]
    if not projected:
        return ""
    name, year = NAMES[outcome.inputs.state], outcome.inputs.tax_year
    return f"Projected: {name} has not published all figures for {year}. We use earlier or announced ones for: {'; '.join(projected)}."


def refund_note(outcome: Outcome[Inputs]) -> str:
    """The state's refundable credits exceed its tax."""
    tax = outcome[figures.state_income_tax]
    return f"{NAMES[outcome.inputs.state]} pays out {write_money(-tax)} more than you owe it, if you file its return." if tax < 0 else ""


def local_note(outcome: Outcome[Inputs]) -> str:
    """Local income tax that exists and is not counted, or a local rate that is not used."""
    state, rate = outcome.inputs.state, outcome.inputs.local_rate
    words = str(dated.load(file_of(state)).get("local_words", "")) if is_taxed(state) else ""
    if words:
        return "" if rate > 0 else f"{words} No local tax is counted until you type the rate."
    return "The local rate is not used, because we know no local income tax in the state that you chose." if rate > 0 else ""


def left_out_note(outcome: Outcome[Inputs]) -> str:
    """What the computation of the state's tax leaves out."""
    state = outcome.inputs.state
    return f"Not counted for {NAMES[state]}: {dated.load(file_of(state))['left_out']}" if is_taxed(state) else ""


WARNINGS = (projected_note, state_note)
NOTES = (refund_note, local_note, left_out_note)
