"""Runs in the oracle's own environment: US households as a situation of PolicyEngine US."""

from typing import Any

Variables = dict[str, Any]

STATUS = {"single": "SINGLE", "joint": "JOINT", "separate": "SEPARATE", "head": "HEAD_OF_HOUSEHOLD", "widowed": "SURVIVING_SPOUSE"}
MONTHS = range(1, 13)


def monthly(year: int, value: float) -> dict[str, float]:
    """The same amount in each month of a year."""
    return {f"{year}-{month:02}": value for month in MONTHS}


def yearly(year: int, variables: Variables) -> Variables:
    """Variables with one value for a year; those that have values by month already stay."""
    return {name: value if isinstance(value, dict) else {year: value} for name, value in variables.items()}


def grown_up(household: dict[str, Any], *, spouse: bool) -> Variables:
    """The taxpayer, who has the gig, or the spouse."""
    blind = household.get("blind", "no")
    if spouse:
        own = {"age": household["spouse_age"], "employment_income": household["spouse_wages"], "is_tax_unit_spouse": True}
        return own | {"is_blind": blind in {"spouse", "both"}}
    return {
        "age": household["age"],
        "is_blind": blind in {"you", "both"},
        "employment_income": household["wages"],
        "self_employment_income": household["gross_receipts"] - household["expenses"],
        "taxable_interest_income": household["investment_income"],
        "taxable_private_pension_income": household.get("other_income", 0.0),
        "rental_income": household.get("let_receipts", 0.0),
        "traditional_401k_contributions": household.get("workplace_pension", 0.0),
        "is_tax_unit_head": True,
    }


def situation(
    households: list[dict[str, Any]],
    year: int,
    *,
    everybody: Variables,
    taxpayer: list[Variables],
    tax_unit: list[Variables],
    spm_unit: list[Variables],
    home: list[Variables],
) -> dict[str, Variables]:
    """A situation with one tax unit for each household, in the same state in both years, since some rules look at the year before.

    `everybody` are variables of each person; the other arguments those of each household. All override PolicyEngine US.
    """
    groups: dict[str, Variables] = {name: {} for name in ("people", "tax_units", "families", "spm_units", "households", "marital_units")}
    for number, household in enumerate(households):
        members = {f"you{number}": grown_up(household, spouse=False) | taxpayer[number]}
        if household["filing_status"] == "joint":
            members[f"spouse{number}"] = grown_up(household, spouse=True)
        couple = list(members)
        children = {f"child{number}_{index}": {"age": age, "is_tax_unit_dependent": True} for index, age in enumerate(ages_of(household))}
        groups["people"] |= {name: yearly(year, own | everybody) for name, own in (members | children).items()}
        members_of = {"members": [*members, *children]}
        status = {"filing_status": STATUS[household["filing_status"]], "tax_unit_itemizes": False}
        groups["tax_units"][f"return{number}"] = members_of | yearly(year, status | tax_unit[number])
        place = household["state"].upper()
        groups["families"][f"family{number}"] = members_of
        groups["spm_units"][f"unit{number}"] = members_of | yearly(year, spm_unit[number])
        groups["households"][f"home{number}"] = members_of | yearly(year, {"state_name": {year - 1: place, year: place}} | home[number])
        for index, names in enumerate([couple, *([child] for child in children)]):
            groups["marital_units"][f"marriage{number}_{index}"] = {"members": names}
    return groups


def ages_of(household: dict[str, Any]) -> list[int]:
    """The children's ages."""
    return [int(age) for age in household["child_ages"].split()]
