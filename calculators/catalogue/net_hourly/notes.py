"""Sentences that a net hourly outcome may call for."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Money

say = Money().write


def no_hours_note(outcome: Outcome) -> str:
    """No hours, no hourly pay."""
    return "You put in no hours at all, so there is no pay for an hour to work out." if outcome["hours_all"] == 0 else ""


def no_paid_hours_note(outcome: Outcome) -> str:
    """Hours, none of them paid."""
    return (
        "None of your hours is a paid one, so nothing can be said of what a paid hour seems to pay."
        if outcome["paid_hours"] == 0 < outcome["hours_all"]
        else ""
    )


def loss_note(outcome: Outcome) -> str:
    """The week costs more than it brings."""
    return (
        f"This week costs you {say(-outcome['kept_week'])} more than it brings. Every hour of it makes you poorer."
        if outcome["kept_week"] < 0
        else ""
    )


def too_many_hours_note(outcome: Outcome) -> str:
    """More hours than a week has."""
    return f"Your hours add up to {outcome['hours_all']:,.1f}; a week has 168. Look them over." if outcome["hours_all"] > 168 else ""


def no_cost_warning(outcome: Outcome) -> str:
    """Miles at no cost."""
    if outcome["miles_all"] == 0 or outcome["cost_mile"] > 0:
        return ""
    return f"No cost is counted for {outcome['miles_all']:,.0f} miles. Fuel, service, tires and lost value take a part of every mile."


def mileage_note(outcome: Outcome) -> str:
    """The tax rate for a mile is no cost."""
    paper, hours = outcome["paper_cost"], outcome["hours_all"]
    if outcome["deduct"] != "mileage" or outcome["miles_all"] == 0 or paper <= 0 or hours == 0:
        return ""
    return (
        f"For tax you take off {say(outcome['deduction'])} a week for the car, but it costs you {say(outcome['car_cost'])}. "
        f"Counting the tax rate as a cost would make the hour look {say(paper / hours)} poorer than it is."
    )


def no_profit_note(outcome: Outcome) -> str:
    """Deductions use up the profit."""
    if outcome["taxed"] == 0 and outcome["takings"] > 0 and outcome["deduct"] != "none":
        return "What you take off uses up all of the profit, so no tax is counted here. What is left over may count against other income."
    return ""
