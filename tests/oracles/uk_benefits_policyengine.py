"""Runs in the oracle's own environment: families as JSON on standard input, their benefits by PolicyEngine UK on standard output.

Everything that is fed here otherwise than PolicyEngine UK would take it is a lettered difference in docs/oracles.md.
"""

from typing import Any

from oracle import answer
from policyengine_uk import Simulation

WANTED = ("universal_credit", "child_benefit")


def adult(family: dict[str, Any], year: int, own: dict[str, float]) -> dict[str, Any]:
    """A grown-up in PolicyEngine UK's variables."""
    known = {"age": 22 if family["uk_under_25"] == "yes" else 40, "winter_fuel_payment_charge": 0, "marriage_allowance": 0, **own}
    return {name: {year: value} for name, value in known.items()}


def results(families: list[dict[str, Any]], year: int) -> list[dict[str, float]]:
    """The benefits of families in one tax year, named by the calendar year in which it starts, in order."""
    people: dict[str, Any] = {}
    units: dict[str, Any] = {}
    households: dict[str, Any] = {}
    for number, family in enumerate(families):
        own = {
            "employment_income": family["wages"],
            "self_employment_income": family["profit"],
            "self_employment_gross_receipts": family["gross_receipts"],
            "private_pension_income": family["other_income"],
            "uc_is_in_startup_period": family["startup"],
        }
        members = {f"you{number}": adult(family, year, own)}
        if family["uk_partner"] == "yes":
            members[f"partner{number}"] = adult(family, year, {"employment_income": family["uk_partner_pay"]})
        for index, age in enumerate(family["ages"]):
            members[f"child{number}_{index}"] = {"age": {year: age}, "birth_year": {year: year + 1 - age}}
        people |= members
        fixed = {
            "would_claim_uc": True,
            "would_claim_child_benefit": True,
            "benunit_rent": 12 * family["rent"],
            "LHA_cap": 1e6,  # difference C
            "uc_benefit_cap_reduction_after_floor": 0,  # difference C
            "uc_deductions": 0,
            "is_married": family["uk_partner"] == "yes",
        }
        units[f"unit{number}"] = {"members": list(members), **{name: {year: value} for name, value in fixed.items()}}
        tenure = "RENT_FROM_COUNCIL" if family["rent"] > 0 else "OWNED_OUTRIGHT"
        households[f"home{number}"] = {"members": list(members), "region": {year: "LONDON"}, "tenure_type": {year: tenure}}
    simulation = Simulation(situation={"people": people, "benunits": units, "households": households})
    columns = {name: simulation.calculate(name, year) for name in WANTED}
    charges = dict(zip(people, simulation.calculate("CB_HITC", year), strict=True))
    return [
        {name: float(column[index]) for name, column in columns.items()}
        | {"child_benefit_charge": sum(float(charges.get(f"{who}{index}", 0)) for who in ("you", "partner"))}
        for index in range(len(families))
    ]


if __name__ == "__main__":
    answer(results)
