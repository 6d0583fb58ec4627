"""Runs in the oracle's own environment: households as JSON on standard input, their benefits by PolicyEngine US on standard output.

Everything that is fed here otherwise than PolicyEngine US would take it is a lettered difference in docs/oracles.md.
"""

from typing import Any

import numpy as np
from oracle import answer
from policyengine_us import Simulation
from us_situation import Variables, monthly, situation

OTHER_COVERAGE = ("is_medicaid_eligible", "is_chip_eligible", "is_basic_health_program_eligible")
REGIONS = {"ak": "AK_SE", "ny": "NY_ONY"}
"""Of several utility allowances in a state, the lowest (difference E)."""
SHARE = "aca_required_contribution_percentage"


def person_of(household: dict[str, Any], year: int) -> Variables:
    """Variables of the taxpayer beside pay and profit."""
    return {"snap_gross_self_employment_income_person": monthly(year, household["gross_receipts"] / 12)}


def unit_of(household: dict[str, Any], year: int) -> Variables:
    """Variables that SNAP asks for."""
    unearned = household["investment_income"] + household["other_income"]
    return {
        "snap_unearned_income": monthly(year, unearned / 12),  # difference D
        "tanf": monthly(year, 0),  # difference D
        "receives_tanf": monthly(year, 0),
        "snap_self_employment_income_expense": household["expenses"],
        "snap_dependent_care_deduction": monthly(year, household["care_costs"]),
        "heating_cooling_expense": 3_000 if household["snap_utilities"] == "yes" else 0,
        "housing_cost": 12 * household["rent"],
    }


def results(households: list[dict[str, Any]], year: int) -> list[dict[str, float]]:
    """The benefits of households in one tax year, in order."""
    everybody: Variables = {
        **dict.fromkeys(OTHER_COVERAGE, False),  # difference B
        "weekly_hours_worked": 40,  # difference C
        "ssi": monthly(year, 0),  # difference D
        "ak_permanent_fund_dividend": 0,  # difference D
    }
    simulation = Simulation(
        situation=situation(
            households,
            year,
            everybody=everybody,
            taxpayer=[person_of(household, year) for household in households],
            tax_unit=[{"slcsp": monthly(year, household["benchmark_premium"])} for household in households],
            home=[{"snap_utility_region": REGIONS.get(household["state"], household["state"].upper())} for household in households],
            spm_unit=[unit_of(household, year) for household in households],
        )
    )
    share = np.asarray(simulation.calculate(SHARE, year), dtype=float)
    simulation.set_input(SHARE, year, np.floor(10_000 * share + 0.501) / 10_000)  # difference A
    columns = {
        "snap_year": simulation.calculate("snap_normal_allotment", year),
        "premium_credit": simulation.calculate("aca_ptc", year),
    }
    return [{name: float(column[index]) for name, column in columns.items()} for index in range(len(households))]


if __name__ == "__main__":
    answer(results)
