"""Random US households in each place whose income tax is computed: half of them with children."""

import random
from collections.abc import Iterable
from typing import Any

SEED = 20_260_415
CHILD_AGES = (1, 3, 5, 7, 10, 11, 13, 16)
WITH_CHILDREN = ("joint", "head", "head", "separate", "widowed")
WITHOUT = ("single", "single", "joint", "joint")


def amount(draw: random.Random) -> float:
    """A year's pay: nothing, something usual, or up to $400,000."""
    kind = draw.random()
    if kind < 0.12:
        return 0.0
    return round(draw.lognormvariate(10.3, 0.7) if kind < 0.9 else draw.uniform(0, 400_000), 2)


def household(draw: random.Random, state: str, year: str, *, has_children: bool) -> dict[str, Any]:
    """A household with pay, a gig and sometimes interest. Under 65 mostly: what states give to retired people is not asked for."""
    ages = [draw.choice(CHILD_AGES) for _ in range(draw.choice((1, 1, 2, 3)) if has_children else 0)]
    if has_children and draw.random() < 0.25:
        ages.append(17)
    status = draw.choice(WITH_CHILDREN if has_children else WITHOUT)
    receipts = draw.choice((0, draw.uniform(500, 9_000), draw.uniform(3_000, 40_000), draw.uniform(10_000, 300_000)))
    return {
        "country": "us",
        "tax_year": year,
        "state": state,
        "filing_status": status,
        "child_ages": " ".join(map(str, ages)),
        "age": draw.choice((20, 26, 30, 40, 50, 60, 64, 66)),
        "spouse_age": draw.choice((26, 30, 40, 50, 60, 64, 67)),
        "wages": amount(draw),
        "spouse_wages": amount(draw) if status == "joint" else 0.0,
        "gross_receipts": round(receipts, 2),
        "expenses": round(receipts * draw.choice((0, 0, 0.1, 0.4)), 2),
        "investment_income": round(draw.choice((0, 0, 0, draw.uniform(10, 3_000))), 2),
        "lived_apart": "yes",
    }


def households(states: Iterable[str], many: int) -> list[dict[str, Any]]:
    """So many households in each state, in both years, with children and without; the same ones in every run."""
    drawn = []
    for state in sorted(states):
        draw = random.Random(f"{SEED}{state}")
        kinds = [(year, has_children) for year in ("2025", "2026") for has_children in (False, True)]
        drawn += [household(draw, state, *kinds[number % 4][:1], has_children=kinds[number % 4][1]) for number in range(many)]
    return drawn
