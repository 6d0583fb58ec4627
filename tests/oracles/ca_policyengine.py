"""Runs in the oracle's own environment: families as JSON on standard input, their benefits by PolicyEngine Canada on standard output.

Everything that is fed here otherwise than PolicyEngine Canada would take it is in the table of benefits in docs/oracles.md.
"""

from typing import Any

import numpy as np
from oracle import answer
from policyengine_canada import CountryTaxBenefitSystem, Simulation
from policyengine_core.reforms import Reform

REDUCTIONS = ("one_child", "two_children", "three_children", "four_or_more_children")
CCB, GST, CWB = "gov.cra.benefits.ccb", "gov.cra.tax.income.credits.gst_credit", "gov.cra.benefits.cwb"

FROM_JULY_2026 = {
    f"{CCB}.base[0].amount": 8_157,
    f"{CCB}.base[1].amount": 6_883,
    **{f"{CCB}.reduction.{children}[1].threshold": 38_237 for children in REDUCTIONS},
    **{f"{CCB}.reduction.{children}[2].threshold": 82_847 for children in REDUCTIONS},
    f"{GST}.base_amounts.HEAD": 356,
    f"{GST}.base_amounts.SPOUSE": 356,
    f"{GST}.base_amounts.CHILD": 187,
    f"{GST}.singles_boost.cap": 187,
    f"{GST}.singles_boost.phase_in[1].threshold": 11_564,
    f"{GST}.reduction[1].threshold": 46_432,
}
"""Amounts of the benefit year that PolicyEngine Canada does not have yet."""

OF_2026 = {
    f"{CWB}.amount.single": 1_665,
    f"{CWB}.amount.family": 2_869,
    f"{CWB}.phase_out.base.single[1].threshold": 27_392,
    f"{CWB}.phase_out.base.family[1].threshold": 31_251,
}
"""Amounts of the Workers Benefit that it does not have yet."""

GST_PARTS = ("gst_credit_base", "gst_credit_singles_boost", "gst_credit_reduction")


def situation(families: list[dict[str, Any]], year: int, income: str) -> dict[str, Any]:
    """A household for each family, with the family net income that is named."""
    people: dict[str, Any] = {}
    households: dict[str, Any] = {}
    for number, family in enumerate(families):
        members = {
            f"you{number}": {
                "age": family["age"],
                "employment_income": family["wages"],
                "self_employment_income": family["profit"],
                "is_head": True,
            }
        }
        if family["has_spouse"]:
            members[f"spouse{number}"] = {"age": 40, "employment_income": family["spouse_work"], "is_spouse": True}
        for index, age in enumerate(family["ages"]):
            members[f"child{number}_{index}"] = {"age": age, "full_custody": True, "is_dependant": True}
        people |= {name: {variable: {year: value} for variable, value in own.items()} for name, own in members.items()}
        shared = {
            "is_married": family["has_spouse"],
            "adjusted_family_net_income": family[income],
            "household_net_income": family[income],
            "province_code": "ONT",
        }
        households[f"home{number}"] = {"members": list(members), **{name: {year: value} for name, value in shared.items()}}
    return {"people": people, "households": households}


def results(families: list[dict[str, Any]], tax_year: int) -> list[dict[str, float]]:
    """The benefits of families in the benefit year that starts in July after a tax year, in order."""
    year = tax_year + 1
    amounts = FROM_JULY_2026 | (OF_2026 if tax_year > 2025 else {})
    reform = Reform.from_dict({name: {f"{year}-01-01.{year}-12-31": amount} for name, amount in amounts.items()})
    full, less = (
        Simulation(tax_benefit_system=reform(CountryTaxBenefitSystem()), situation=situation(families, year, income))
        for income in ("income", "workers_income")
    )
    base, boost, reduction = (full.calculate(part, year) for part in GST_PARTS)  # its own sum of them fails on more than one household
    columns = {
        "child_benefit": full.calculate("child_benefit", year),
        "gst_credit": np.maximum(0, base + boost - reduction),
        "canada_workers_benefit": less.calculate("canada_workers_benefit", year),
    }
    return [{name: float(column[index]) for name, column in columns.items()} for index in range(len(families))]


if __name__ == "__main__":
    answer(results)
