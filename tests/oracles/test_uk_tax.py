"""Take-home in the United Kingdom beside PolicyEngine UK, person by person, to the pound."""

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.uk.calculator import CALCULATOR

from .oracle import taxes_by
from .uk_people import people

pytestmark = pytest.mark.oracle

MANY = 2_000
UNEARNED = 2_000
RENT_A_ROOM = 7_500
COMPARED = ("income_tax", "class_1", "class_4", "student_loan", "total_tax", "tax_without_gig")


def by_us(someone: dict[str, Any]) -> dict[str, float]:
    inputs, errors = CALCULATOR.read(someone)
    assert not errors, (someone, errors)
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 23))
    return {name: outcome.number(name) for name in COMPARED}


def for_the_oracle(someone: dict[str, Any], gig: bool, plan: str | None) -> dict[str, Any]:
    """Return the person with a separately computed profit and at most one student loan."""
    first, beyond = {"motorcycle": (0.24, 0.24), "car": (0.45 if someone["tax_year"] == "2025" else 0.55, 0.25)}[someone["uk_vehicle"]]
    miles = someone["uk_miles"] if someone["uk_gig"] == "trade" else 0.0
    costs = someone["expenses"] + first * min(miles, 10_000) + beyond * max(0.0, miles - 10_000)
    receipts = someone["gross_receipts"] if gig else 0.0
    profit = max(0.0, receipts - costs) if gig else 0.0
    if someone["uk_gig"] == "room":
        profit = max(0.0, receipts - max(costs, RENT_A_ROOM))
    return {**someone, "receipts": receipts, "profit": profit, "plan": plan}


def loans_counted(someone: dict[str, Any], with_gig: dict[str, Any]) -> bool:
    """Return whether the gig counts for student loans: profit from letting of up to £2,000 does not (difference 3)."""
    taxed = with_gig["profit"]
    if someone["uk_gig"] == "letting":
        taxed = max(0.0, with_gig["receipts"] - max(with_gig["receipts"] - taxed, 1_000))
    return someone["uk_gig"] == "trade" or taxed > UNEARNED


def by_policyengine(drawn: list[dict[str, Any]]) -> list[dict[str, float]]:
    """The compared figures of people by PolicyEngine UK."""
    many = len(drawn)
    plans = [[loan for loan in someone["uk_loans"] if loan != "postgraduate"] for someone in drawn]
    with_gig = [for_the_oracle(someone, gig=True, plan=plan[0] if plan else None) for someone, plan in zip(drawn, plans, strict=True)]
    bare = [for_the_oracle(someone, gig=False, plan=plan[0] if plan else None) for someone, plan in zip(drawn, plans, strict=True)]
    graduates = [person | {"plan": "postgraduate"} for person in (*with_gig, *bare)]  # one loan at a time (difference 4)
    answers = taxes_by("uk_policyengine.py", [*with_gig, *bare, *graduates])
    theirs, without, second, second_bare = (answers[start : start + many] for start in range(0, 4 * many, many))
    figures = []
    for index, someone in enumerate(drawn):
        counted = loans_counted(someone, with_gig[index])
        loan = (theirs if counted else without)[index]["student_loan_repayment"]
        if "postgraduate" in someone["uk_loans"]:
            loan += (second if counted else second_bare)[index]["student_loan_repayment"]
        figures.append(
            {
                "income_tax": theirs[index]["income_tax"],
                "class_1": theirs[index]["ni_class_1_employee"],
                "class_4": theirs[index]["ni_class_4"],
                "student_loan": loan,
                "total_tax": sum(theirs[index][name] for name in ("income_tax", "ni_class_1_employee", "ni_class_4")),
                "tax_without_gig": sum(without[index][name] for name in ("income_tax", "ni_class_1_employee", "ni_class_4")),
            }
        )
    return figures


def test_people_pay_what_policyengine_says() -> None:
    drawn = people(MANY)
    wrong = []
    for someone, other in zip(drawn, by_policyengine(drawn), strict=True):
        mine = by_us(someone)
        if apart := {name: (mine[name], other[name]) for name in COMPARED if abs(mine[name] - other[name]) > 1}:
            wrong.append(f"{someone}: ours and theirs {apart}")
    print(f"\n{MANY - len(wrong):,} of {MANY:,} people agree to the pound in every figure")
    assert not wrong, f"{len(wrong)} of {MANY} people differ\n" + "\n".join(wrong[:20])
