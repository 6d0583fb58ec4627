"""Runs in the oracle's own environment: households as JSON on standard input, their taxes by Tax-Calculator on standard output.

Everything that is fed or set here otherwise than Tax-Calculator has it by itself is a numbered difference in docs/oracles.md.
"""

import numpy as np
import pandas as pd
import taxcalc
from oracle import answer

STATUS = {"single": 1, "joint": 2, "separate": 3, "head": 4, "widowed": 5}

SAME_LAW = {
    "CTC_ps": {"2025": [200_000, 400_000, 200_000, 200_000, 200_000]},  # difference 1
    "PT_qbid_taxinc_gap": {  # difference 2
        "2025": [50_000, 100_000, 50_000, 50_000, 50_000],
        "2026": [75_000, 150_000, 75_000, 75_000, 75_000],
    },
    "ID_reduction_rate": {"2026": 0.0},  # difference 3
}


def variables_of(household: dict, number: int) -> dict:
    """A household in Tax-Calculator's variables."""
    joint = household["filing_status"] == "joint"
    dependents = household["children"] + household["older_children"] + household["other_dependents"]
    blind = household["blind"]
    return {
        "RECID": number,
        "MARS": STATUS[household["filing_status"]],
        "XTOT": 1 + joint + dependents,
        "num": 1 + joint,
        "n24": household["children"],
        "EIC": min(3, household["children"] + household["older_children"]),
        "age_head": household["age"],
        "age_spouse": household["spouse_age"] if joint else 0,
        "blind_head": int(blind in ("you", "both")),
        "blind_spouse": int(joint and blind in ("spouse", "both")),
        "e00200": household["wages"] + household["spouse_wages"] * joint,
        "e00200p": household["wages"],
        "e00200s": household["spouse_wages"] * joint,
        "e00900": household["profit"],
        "e00900p": household["profit"],
        "e00300": household["investment_income"],
        "e01700": household["other_income"],
        "e01500": household["other_income"],
        "e02000": household["rent"],
        "e03270": household["health_insurance"],
        "e03300": household["retirement"],
        "e19200": household["itemized_deductions"],
    }


def calculated(rows: pd.DataFrame, year: int, separate_may_claim: bool) -> taxcalc.Calculator:
    """One run over all rows."""
    policy = taxcalc.Policy()
    reform = {name: {int(start): value for start, value in values.items()} for name, values in SAME_LAW.items()}
    policy.implement_reform({**reform, "EITC_sep_filers_elig": {2025: separate_may_claim}})  # difference 6
    records = taxcalc.Records(
        data=rows, start_year=year, gfactors=None, weights=None, adjust_ratios=None, exact_calculations=True
    )  # difference 4
    records.credit_claim_urn[:] = 0.0  # difference 5
    calculator = taxcalc.Calculator(policy=policy, records=records, verbose=False)
    calculator.advance_to_year(year)
    calculator.calc_all()
    return calculator


def lost_itemized(calculator: taxcalc.Calculator, rows: pd.DataFrame, year: int) -> np.ndarray:
    """Section 68 as the Code has it from 2026 on, worked out from a run without it (difference 3)."""
    if year < 2026:
        return np.zeros(len(rows))
    start = np.array(calculator.policy_param("II_brk6"))[rows["MARS"].to_numpy() - 1]
    itemized = rows["e19200"].to_numpy()
    itemizes = itemized > calculator.array("standard")
    above = np.maximum(0, calculator.array("c04800") + itemized - start)
    return np.where(itemizes, 2 / 37 * np.minimum(itemized, above), 0.0)


def results(households: list[dict], year: int) -> list[dict]:
    """The taxes of all households of one year, in order."""
    rows = pd.DataFrame([variables_of(household, number) for number, household in enumerate(households, 1)])
    lost = lost_itemized(calculated(rows, year, separate_may_claim=True), rows, year)
    rows["e19200"] = rows["e19200"] - lost
    runs = {may: calculated(rows, year, separate_may_claim=may) for may in (True, False)}
    taxes = []
    for index, household in enumerate(households):
        may = household["lived_apart"] == "yes" and rows["EIC"][index] > 0
        run = runs[may or household["filing_status"] != "separate"]

        def value(name: str, run: taxcalc.Calculator = run, index: int = index) -> float:
            return float(run.array(name)[index])

        medicare = value("ptax_amc")
        if value("setax") == 0:  # difference 7
            threshold = np.array(run.policy_param("AMEDT_ec"))[rows["MARS"][index] - 1]
            medicare = float(run.policy_param("AMEDT_rt")) * max(0.0, rows["e00200"][index] - threshold)
        taxes.append(
            {
                "self_employment_tax": value("setax"),
                "additional_medicare_tax": medicare,
                "qbi_deduction": value("qbided"),
                "taxable_income": value("c04800"),
                "earned_income_credit": value("eitc"),
                "investment_tax": value("niit"),
                "income_tax": value("iitax") - value("niit"),
                "federal_tax": value("iitax") + value("setax") + medicare,
                "minimum_tax": value("c09600"),
            }
        )
    return taxes


if __name__ == "__main__":
    answer(results)
