"""Runs in the oracle's own environment: people as JSON on standard input, their taxes by PolicyEngine UK on standard output.

Everything that is fed here otherwise than PolicyEngine UK would take it is a numbered difference in docs/oracles.md.
"""

from typing import Any

from oracle import answer
from policyengine_uk import Simulation

WANTED = ("income_tax", "ni_class_1_employee", "ni_class_4", "personal_allowance", "student_loan_repayment")
ALLOWED = 7_500.0
"""Rent a Room, which PolicyEngine UK leaves to whoever feeds it (difference 2)."""


def variables_of(someone: dict[str, Any], year: int) -> dict[str, Any]:
    """Somebody in PolicyEngine UK's variables."""
    receipts, profit, gig = someone["receipts"], someone["profit"], someone["uk_gig"]
    inputs: dict[str, Any] = {
        "age": 70 if someone["uk_pension_age"] == "yes" else 40,
        "employment_income": someone["wages"],
        "student_loan_plan": (someone["plan"] or "none").upper(),
        "winter_fuel_payment_charge": 0,  # difference 1
    }
    if gig == "trade":
        inputs |= {"self_employment_income": profit, "self_employment_gross_receipts": receipts}
    elif gig == "letting":
        inputs |= {"property_income": profit, "property_rental_income": receipts, "property_allowable_expenses": receipts - profit}
    else:
        inputs |= {"property_income": profit, "property_rental_income": profit + ALLOWED, "property_allowable_expenses": ALLOWED}
    return {name: {year: value} for name, value in inputs.items()}


def results(people: list[dict[str, Any]], year: int) -> list[dict[str, float]]:
    """The taxes of people of one tax year, named by the calendar year in which it starts, in order."""
    names = [f"p{number}" for number in range(len(people))]
    simulation = Simulation(
        situation={
            "people": {name: variables_of(someone, year) for name, someone in zip(names, people, strict=True)},
            "benunits": {f"b{name}": {"members": [name]} for name in names},
            "households": {
                f"h{name}": {"members": [name], "region": {year: "SCOTLAND" if someone["uk_region"] == "scotland" else "LONDON"}}
                for name, someone in zip(names, people, strict=True)
            },
        }
    )
    columns = {name: simulation.calculate(name, year) for name in WANTED}
    return [{name: float(column[index]) for name, column in columns.items()} for index in range(len(people))]


if __name__ == "__main__":
    answer(results)
