"""Notes on net hourly pay, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...engine.fields import Money
from . import figures
from .inputs import Inputs

say = Money().write


def no_hours_note(outcome: Outcome) -> str:
    """There are no hours."""
    return "You entered no hours, so there is no hourly pay to compute." if outcome[figures.hours_all] == 0 else ""


def no_paid_hours_note(outcome: Outcome[Inputs]) -> str:
    """There are hours, but none is paid."""
    if outcome.inputs.paid_hours == 0 < outcome[figures.hours_all]:
        return "None of your hours is paid, so there is no pay per paid hour."
    return ""


def loss_note(outcome: Outcome) -> str:
    """The week costs more than it brings in."""
    if outcome[figures.kept_week] < 0:
        return f"This week costs you {say(-outcome[figures.kept_week])} more than it brings in. Every hour of it makes you poorer."
    return ""


def too_many_hours_note(outcome: Outcome) -> str:
    """More hours than a week has."""
    if outcome[figures.hours_all] > 168:
        return f"Your hours add up to {outcome[figures.hours_all]:,.1f}, but a week has 168. Please check them."
    return ""


def no_cost_warning(outcome: Outcome) -> str:
    """Miles have no cost."""
    if outcome[figures.cost_mile] or not outcome[figures.miles_all]:
        return ""
    return f"No cost is counted for {outcome[figures.miles_all]:,.0f} miles. Every mile costs fuel, service, tires and lost value."


def mileage_note(outcome: Outcome[Inputs]) -> str:
    """The tax rate per mile is not a cost."""
    paper, hours = outcome[figures.paper_cost], outcome[figures.hours_all]
    if outcome.inputs.deduct != "mileage" or outcome[figures.miles_all] == 0 or paper <= 0 or hours == 0:
        return ""
    return (
        f"For tax you deduct {say(outcome[figures.deduction])} a week for the car, but it costs you {say(outcome[figures.car_cost])}. "
        f"Counting the tax rate as a cost would make an hour look {say(paper / hours)} worse than it is."
    )


def no_profit_note(outcome: Outcome[Inputs]) -> str:
    """Deductions use up the whole profit."""
    if outcome[figures.taxed] == 0 and outcome[figures.takings] > 0 and outcome.inputs.deduct != "none":
        return "Your deductions use up the whole profit, so no tax is counted here. The rest may reduce the tax on other income."
    return ""
