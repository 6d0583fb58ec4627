"""Random US households whose income is at one of a state's limits, a dollar beside it, or anywhere; of every filing status and age."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from calculators.engine import parameters

STATUSES = ("single", "joint", "separate", "head", "widowed")
WITH_CHILDREN = {"head", "widowed"}
AGES = (17, 18, 19, 24, 25, 26, 35, 45, 54, 55, 59, 60, 61, 62, 64, 65, 66, 70, 75)
SPOUSE_AGES = (17, 24, 25, 40, 55, 59, 60, 62, 64, 65, 66, 75)
CHILD_AGES = (0, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 15, 16, 17, 18)
LEAST, MOST = 1_000, 500_000
"""Bounds of the limits that are looked at."""


def numbers_in(value: object) -> Iterator[float]:
    """All numbers in a nested value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from numbers_in(part)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def limits_of(*files: str) -> list[float]:
    """The amounts of parameter files, as income could be near them."""
    values = [
        entry["values"] for file in files for entry in parameters.load(file).values() if isinstance(entry, dict) and "values" in entry
    ]
    amounts = {number for entries in values for entry in entries for number in numbers_in(entry["value"])}
    return sorted(amount for amount in amounts if LEAST <= amount <= MOST)


def household(draw: random.Random, state: str, limits: Sequence[float]) -> dict[str, Any]:
    """A household with pay, and sometimes a gig, interest, a pension, rent or payments into a plan."""
    status = draw.choice(STATUSES)
    many = draw.choice((1, 1, 2, 3)) if status in WITH_CHILDREN else draw.choice((0, 0, 0, 1, 1, 2, 4))
    receipts = draw.choice((0.0, 0.0, draw.uniform(100, 4_000), draw.uniform(2_000, 60_000)))
    others = {
        "investment_income": draw.choice((0.0, 0.0, 0.0, draw.uniform(10, 14_000))),
        "other_income": draw.choice((0.0, 0.0, 0.0, 0.0, draw.uniform(500, 40_000))),
        "let_receipts": draw.choice((0.0, 0.0, 0.0, 0.0, draw.uniform(500, 20_000))),
    }
    others = {name: float(round(amount)) for name, amount in others.items()}
    expenses = round(receipts * draw.choice((0, 0, 0.3, 1.4)))
    income = draw.choice(limits) + draw.choice((-1, 0, 1)) if draw.random() < 0.6 and limits else round(draw.lognormvariate(10.2, 0.9))
    pay = max(0.0, income - sum(others.values()) - max(0.0, round(receipts) - expenses))
    spouse = round(pay * draw.choice((0, 0.3, 0.5, 0.8))) if status == "joint" else 0
    plan = min(pay - spouse, draw.choice((0, 0, 0, 0, 3_000)))
    return {
        "tax_year": draw.choice(("2025", "2026")),
        "state": state,
        "filing_status": status,
        "child_ages": " ".join(str(draw.choice(CHILD_AGES)) for _ in range(many)),
        "age": draw.choice(AGES),
        "spouse_age": draw.choice(SPOUSE_AGES),
        "blind": draw.choice(("no", "no", "no", "no", "you", "both" if status == "joint" else "you")),
        "lived_apart": draw.choice(("yes", "yes", "no")),
        "wages": pay - spouse + plan,
        "spouse_wages": float(spouse),
        "workplace_pension": float(plan),
        "gross_receipts": float(round(receipts)),
        "expenses": float(expenses),
        **others,
    }


def couple(draw: random.Random, state: str, limits: Sequence[float]) -> dict[str, Any]:
    """Two spouses on one return who each earn nothing, little or something near a limit, beside a gig that may lose more than they earn."""
    home = household(draw, state, limits)
    own, spouse = (
        draw.choice((0, draw.randint(1, 9_000), draw.randint(5_000, 60_000), draw.choice(limits) + draw.choice((-1, 1)))) for _ in "ab"
    )
    receipts, costs = draw.choice(((0, 0), (0, 0), (3_000, 0), (30_000, 2_000), (0, 4_000), (500, 60_000)))
    return home | {
        "filing_status": "joint",
        "age": draw.choice((24, 35, 59, 60, 64, 65, 66)),
        "spouse_age": draw.choice((24, 35, 59, 60, 64, 65, 66)),
        "blind": draw.choice(("no", "no", "no", "spouse", "both")),
        "child_ages": draw.choice(("", "", "2", "5 12", "17", "1 6 15")),
        "wages": float(own),
        "spouse_wages": float(spouse),
        "workplace_pension": 0.0,
        "gross_receipts": float(receipts),
        "expenses": float(costs),
    }


def as_typed(household: dict[str, Any]) -> dict[str, Any]:
    """The household as the form takes it: rent is that of a home that is let all year."""
    letting = {"let_days": 365, "let_home": "no", "let_services": "usual"} if household.get("let_receipts") else {}
    return {"country": "us", **household, **letting}
