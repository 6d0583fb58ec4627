"""Runs in the oracle's own environment: households as JSON on standard input, their state tax by PolicyEngine US on standard output.

Everything that is set here otherwise than PolicyEngine US has it is in the table of states in docs/oracles.md.
"""

from typing import Any

from oracle import answer
from policyengine_us import Simulation
from us_situation import Variables, monthly, situation

SAME_LAW: dict[str, dict[str, float]] = {
    "gov.irs.credits.ctc.phase_out.threshold.SURVIVING_SPOUSE": {"2025": 200_000, "2026": 200_000},
    "gov.irs.deductions.qbi.phase_out.start.SURVIVING_SPOUSE": {"2025": 197_300, "2026": 201_750},
    "gov.irs.deductions.qbi.phase_out.length.SURVIVING_SPOUSE": {"2025": 50_000, "2026": 75_000},
    "gov.states.co.tax.income.credits.family_affordability.amount": {"2026": 0},
    "gov.states.co.tax.income.credits.family_affordability.reduction.threshold.JOINT": {"2025": 25_000, "2026": 25_000},
    **{
        f"gov.states.dc.tax.income.deductions.standard.amount.{status}": {"2026": amount}
        for status, amount in {
            "SINGLE": 15_000,
            "JOINT": 30_000,
            "SEPARATE": 15_000,
            "HEAD_OF_HOUSEHOLD": 22_500,
            "SURVIVING_SPOUSE": 30_000,
        }.items()
    },
    "gov.states.dc.tax.income.credits.eitc.with_children.match": {"2026": 0.85},
    "gov.states.me.tax.income.deductions.personal_exemption.amount": {"2026": 5_300},
    "gov.states.ga.tax.income.deductions.standard.amount.SURVIVING_SPOUSE": {"2026": 15_000},
    "gov.states.ms.tax.income.deductions.standard.amount.SURVIVING_SPOUSE": {"2025": 3_400, "2026": 3_400},
    "gov.states.ms.tax.income.exemptions.regular.amount.SURVIVING_SPOUSE": {"2025": 8_000, "2026": 8_000},
}
"""Parameters that PolicyEngine US has otherwise, by year."""

NOT_ASKED_FOR: dict[str, tuple[str, ...]] = {
    "al": ("al_medical_expense_deduction",),
    "dc": ("dc_ctc",),
    "id": ("id_qualified_health_insurance_premiums",),
    "in": ("in_unified_elderly_tax_credit",),
    "mi": ("mi_home_heating_credit",),
    "mn": ("mn_amt",),
    "nj": ("nj_medical_expense_deduction",),
    "or": ("or_kicker",),
    "wa": ("wa_working_families_tax_credit",),
}
"""Variables of a tax unit that the form does not ask for, by state; the page says so."""

BENEFITS = ("snap", "tanf")
"""Idaho gives its food credit for months without the first; New Mexico counts the second as income."""

BUSINESS_SHARE = 0.2
"""Missouri's deduction, which PolicyEngine US has and does not use (section 143.022)."""


def unit_of(household: dict[str, Any]) -> Variables:
    """Variables of a tax unit."""
    unit: Variables = dict.fromkeys(NOT_ASKED_FOR.get(household["state"], ()), 0)
    if household["state"] == "mo":
        unit["mo_pension_and_ss_or_ssd_deduction"] = BUSINESS_SHARE * max(0.0, household["gross_receipts"] - household["expenses"])
    return unit


def results(households: list[dict[str, Any]], year: int) -> list[dict[str, float]]:
    """The state's income tax of households in one tax year, after refundable credits, in order."""
    nothing: list[Variables] = [{} for _ in households]
    drawn = situation(
        households,
        year,
        everybody={},
        taxpayer=nothing,
        tax_unit=[unit_of(household) for household in households],
        spm_unit=[dict.fromkeys(BENEFITS, monthly(year, 0)) for _ in households],
        home=nothing,
    )
    reform = {name: {f"{year}-01-01.{year}-12-31": values[str(year)]} for name, values in SAME_LAW.items() if str(year) in values}
    simulation = Simulation(situation=drawn, reform=reform)
    known = simulation.tax_benefit_system.variables
    taxes = {
        state: simulation.calculate(name if (name := f"{state}_income_tax") in known else "state_income_tax", year)
        for state in {household["state"] for household in households}
    }
    return [{"state_income_tax": float(taxes[household["state"]][index])} for index, household in enumerate(households)]


if __name__ == "__main__":
    answer(results)
