"""Take-home pay in Australia beside a second, plain computation of 2026-27, for people drawn at random and at each limit.

It is written from the pages of the ATO and Services Australia that the parameters cite, in the way in which these print their tables: a
base amount and a rate for each range of income.
"""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.au.calculator import CALCULATOR

DAY = date(2026, 11, 29)
MANY, PARTS = 600, 6
LIMITS = (
    0,
    3_900,
    6_656,
    7_800,
    18_200,
    28_011,
    34_919,
    35_013,
    37_500,
    44_268,
    45_000,
    47_238,
    66_667,
    69_528,
    105_000,
    123_000,
    129_717,
    135_000,
)
HIGHER_LIMITS = (164_000, 190_000, 210_000, 246_000, 250_000, 328_000)
"""Incomes at which some rule of somebody alone or of a couple sets in or ends."""


def tax_of(income: float) -> float:
    """Resident tax rates of 2026-27: 15c above 18,200; 4,020 plus 30c; 31,020 plus 37c; 51,370 plus 45c."""
    if income > 190_000:
        return 51_370 + 0.45 * (income - 190_000)
    if income > 135_000:
        return 31_020 + 0.37 * (income - 135_000)
    if income > 45_000:
        return 4_020 + 0.30 * (income - 45_000)
    return 0.15 * (income - 18_200) if income > 18_200 else 0.0


def low_income_offset(income: float) -> float:
    """700 up to 37,500; less 5c up to 45,000, where 325 are left; less 1.5c up to 66,667."""
    if income <= 37_500:
        return 700.0
    return 700 - 0.05 * (income - 37_500) if income <= 45_000 else max(0.0, 325 - 0.015 * (income - 45_000))


def payment_of(person: dict[str, Any], profit: float) -> float:
    """JobSeeker Payment and Age Pension of 26 fortnights."""
    kind, full, couple = person["au_payment"], person["au_payment_full"], person["au_spouse"] == "yes"
    if kind == "none":
        return 0.0
    if kind == "age_pension":
        work = person["wages"] + (profit if person["au_business"] == "yes" else 0)
        other = person["other_income"] + (0 if person["au_business"] == "yes" else profit) + (person["au_spouse_income"] if couple else 0)
        counted = (max(work - 7_800, 0) + other) / 26  # 300 of work a fortnight are left out
        lost = max(counted - (380 if couple else 218), 0) / 2
    else:
        counted = (person["wages"] + person["other_income"] + profit) / 26
        if kind == "jobseeker_carer":
            lost = 0.4 * max(counted - 150, 0)
        else:
            lost = 0.5 * max(counted - 150, 0) if counted <= 256 else 53 + 0.6 * (counted - 256)
    return 26 * max(full - lost, 0)


def levy_of(income: float, senior: bool) -> float:
    """2%, or 10c of each dollar above the threshold if that is less."""
    threshold = 44_268 if senior else 28_011
    return 0.0 if income <= threshold else min(0.02 * income, 0.1 * (income - threshold))


def family_levy_of(person: dict[str, Any], income: float, senior: bool) -> float:
    """The levy with the reduction of a family (section 8 of the Medicare Levy Act 1986), which partners share by their incomes."""
    children, couple = len(person["child_ages"].split()), person["au_spouse"] == "yes"
    levy = levy_of(income, senior)
    if not couple and not children:
        return levy
    spouse = person["au_spouse_income"] if couple else 0.0
    threshold = (61_623 if senior else 47_238) + 4_338 * children
    reduction = max(0.02 * threshold - 0.08 * max(income + spouse - threshold, 0), 0)
    of_spouse = levy_of(spouse, senior=False)
    if of_spouse and reduction:
        share = income / (income + spouse)
        reduction = reduction * share + max(reduction * (1 - share) - of_spouse, 0)
    return max(levy - reduction, 0)


def surcharge_of(person: dict[str, Any], income: float, counted: float) -> float:
    """1%, 1.25% and 1.5% above 105,000, 123,000 and 164,000, or twice that for a family with 1,500 for each child after the first."""
    children, couple = len(person["child_ages"].split()), person["au_spouse"] == "yes"
    if person["au_hospital_cover"] == "yes" or income <= 28_011:
        return 0.0
    times, more = (2, 1_500 * max(children - 1, 0)) if couple or children else (1, 0)
    tested = counted + (person["au_spouse_income"] if couple else 0)
    rates = [rate for limit, rate in ((105_000, 0.01), (123_000, 0.0125), (164_000, 0.015)) if tested > times * limit + more]
    return rates[-1] * income if rates else 0.0


def by_law(person: dict[str, Any]) -> dict[str, float]:
    profit = max(person["gross_receipts"] - person["expenses"] - 0.91 * min(person["au_km"], 5_000), 0)
    sacrificed = min(person["workplace_pension"], max(32_500 - 0.12 * person["wages"], 0))
    payment = payment_of(person, profit)
    income = person["wages"] - sacrificed + person["other_income"] + profit
    income += payment if person["au_payment"] == "age_pension" else 0
    counted = income + sacrificed
    couple = person["au_spouse"] == "yes"
    most, start = (1_602, 30_994) if couple else (2_230, 34_919)
    senior = max(most - 0.125 * max(counted - start, 0), 0) if person["au_senior"] == "yes" else 0.0
    business = 0.0
    if person["au_business"] == "yes" and profit:
        business = min(0.16 * tax_of(income) * profit / income, 1_000)
    tax = max(tax_of(income) - low_income_offset(income) - business - senior, 0)
    loan = 0.0
    if person["au_study_loan"] == "yes" and counted > 69_528:
        loan = min(0.15 * (counted - 69_528) if counted <= 129_717 else 9_028.35 + 0.17 * (counted - 129_717), counted / 10)
    return {
        "taxable_income": income,
        "centrelink_payment": payment,
        "income_tax": tax,
        "medicare_levy": family_levy_of(person, income, senior > 0),
        "levy_surcharge": surcharge_of(person, income, counted),
        "study_loan": loan,
    }


def somebody(draw: random.Random) -> dict[str, Any]:
    """Somebody with any income, or with one at a limit or a dollar beside it."""
    limits = (*LIMITS, *LIMITS, *HIGHER_LIMITS)
    near = draw.choice(limits) + draw.choice((-1, 0, 1)) if draw.random() < 0.6 else draw.randint(0, 260_000)
    profit, other = draw.choice((0, 0, 0, 2_000, 15_000)), draw.choice((0, 0, 0, 9_000))
    payment = draw.choice(("none", "none", "none", "jobseeker", "jobseeker_carer", "age_pension"))
    return {
        "country": "au",
        "tax_year": "2026",
        "wages": max(near - profit - other, 0),
        "gross_receipts": profit + draw.choice((0, 300)),
        "expenses": draw.choice((0, 300, 1_000)),
        "other_income": other,
        "workplace_pension": 0,
        "au_km": draw.choice((0, 0, 1_000, 5_001)),
        "au_business": draw.choice(("yes", "no")),
        "au_study_loan": draw.choice(("yes", "no")),
        "au_payment": payment,
        "au_payment_full": 0 if payment == "none" else draw.choice((300, 800, 1_700)),
        "au_senior": draw.choice(("no", "no", "yes")),
        "au_hospital_cover": draw.choice(("yes", "no")),
        "au_spouse": draw.choice(("no", "yes")),
        "au_spouse_income": draw.choice((0, 1, 12_000, 28_011, 28_500, 40_000, 105_000, 150_000)),
        "child_ages": draw.choice(("", "", "4", "4 9", "4 9 15")),
    }


@pytest.mark.parametrize("part", range(PARTS))
def test_figures_are_those_of_the_plain_computation(part: int) -> None:
    draw = random.Random(part)
    figures = tuple(by_law(somebody(draw)))
    evaluator = CALCULATOR.graph.evaluator(figures)
    for _ in range(MANY // PARTS):
        person = somebody(draw)
        if draw.random() < 0.3:
            person["workplace_pension"] = min(person["wages"], draw.choice((2_000, 25_000)))
        inputs, errors = CALCULATOR.read(person)
        assert inputs is not None, errors
        named, _ = CALCULATOR.arguments(inputs, DAY)
        ours = dict(zip(evaluator.results, evaluator.function(*[named[name] for name in evaluator.arguments]), strict=True))
        assert ours == pytest.approx(by_law(person), abs=1e-6), person
