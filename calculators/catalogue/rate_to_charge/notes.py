"""Notes on the rate, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...engine.fields import Field
from ...engine.money import write_number
from . import figures, own_rate
from .by_law import tax_share
from .inputs import OwnInputs

ACROSS = ("uk", "au")
"""Countries whose tax year spans two calendar years."""


def _unit(outcome: Outcome, name: str) -> Field:
    return outcome.calculator.graph.by_name(name).unit or Field()


def no_hours_note(outcome: Outcome) -> str:
    """There are no paid hours."""
    if outcome[figures.billed_hours] > 0:
        return ""
    if outcome[figures.hours_year] == 0:
        return "There are no working hours in such a year, so no rate is enough."
    return "None of your hours is paid by a client, so no rate is enough."


def no_price_note(outcome: Outcome) -> str:
    """Fees and taxes take everything that more receipts would bring in."""
    if outcome[figures.hourly] is not None or outcome[figures.billed_hours] == 0:
        return ""
    return "The fees and taxes that you entered take everything that more receipts would bring in, so no price leaves you that much."


def now_note(outcome: Outcome[OwnInputs]) -> str:
    """What the reader keeps at the present rate."""
    if outcome.inputs.now == 0 or outcome[figures.billed_hours] == 0:
        return ""
    say = _unit(outcome, "kept_now").write
    at = f"At {_unit(outcome, 'hourly').write(outcome.inputs.now)} an hour"
    if outcome[own_rate.kept_now] < 0:
        return f"{at} the year costs you {say(-outcome[own_rate.kept_now])} more than it brings in."
    if outcome[figures.short] > 0.5:
        return f"{at} you keep {say(outcome[own_rate.kept_now])} a year, {say(outcome[figures.short])} short of what you want."
    return f"{at} you keep {say(outcome[own_rate.kept_now])} a year: as much as you want, or more."


def one_rate_note(outcome: Outcome[OwnInputs]) -> str:
    """One rate for the whole profit is only approximate."""
    if outcome.inputs.tax_rate == 0:
        return "No tax is counted. Enter your rate, or the price will be too low once tax is due."
    return "One tax rate for the whole profit is only approximate. If your country is in the list, choose its law instead."


def taxed_note(outcome: Outcome[OwnInputs]) -> str:
    """Which law was applied, and on what income."""
    share = outcome[tax_share]
    wages = f"on top of {_unit(outcome, 'gross').write(outcome.inputs.wages)} of wages"
    beside = wages if outcome.inputs.wages else "without any other job"
    taken = f" {write_number(share * 100)}% of the profit goes to tax and contributions." if share is not None else ""
    year = int(outcome.inputs.tax_year)
    named = f"{year}-{(year + 1) % 100}" if outcome.inputs.country in ACROSS else str(year)
    return f"Computed under the law of {named}, {beside}.{taken} Take-home pay gives the same amount for such a year."


def bold_note(outcome: Outcome[OwnInputs]) -> str:
    """Nearly all hours are assumed to be paid."""
    if outcome.inputs.billable > 0.85 and outcome[figures.billed_hours] > 0:
        return "With over 85% of hours paid, few are left for finding work, invoices and repairs. Most self-employed people have fewer."
    return ""
