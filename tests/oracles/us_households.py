"""Random US households: of every kind, and many of them close to where a rule sets in."""

import random
from typing import Any

SEED = 20_260_101

STATUSES = ("single", "joint", "separate", "head", "widowed")

EDGES = (
    433,
    11_000,
    19_000,
    24_000,
    31_000,
    50_000,
    68_000,
    75_000,
    105_000,
    150_000,
    184_500,
    200_000,
    250_000,
    400_000,
    500_000,
    640_000,
    770_000,
)
"""Amounts near which some threshold of some filing status lies."""


def amount(draw: random.Random, most: float) -> float:
    """Nothing, something small, something usual, something near an edge, or anything up to `most`."""
    kind = draw.random()
    if kind < 0.2:
        value = 0.0
    elif kind < 0.35:
        value = draw.uniform(0, 8_000)
    elif kind < 0.7:
        value = draw.lognormvariate(10.5, 0.9)
    elif kind < 0.9:
        value = draw.choice(EDGES) * draw.uniform(0.9, 1.1)
    else:
        value = draw.uniform(0, most)
    return round(min(value, most), 2)


def core(draw: random.Random) -> dict[str, Any]:
    """A household by the questions that everybody is asked."""
    status = draw.choice(STATUSES)
    receipts = amount(draw, 700_000)
    itemizes = draw.random() < 0.4
    return {
        "country": "us",
        "tax_year": draw.choice(("2025", "2026")),
        "filing_status": status,
        "wages": amount(draw, 900_000),
        "spouse_wages": amount(draw, 900_000) if status == "joint" else 0.0,
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0.1, 0.35, 0.6, 0.95, 1.3)), 2),
        "children": draw.choice((0, 0, 0, 1, 1, 2, 3, 4, 5)),
        "age": draw.choice((18, 24, 25, 30, 35, 44, 50, 60, 64, 65, 66, 72, 88)),
        "spouse_age": draw.choice((18, 24, 25, 30, 35, 44, 50, 60, 64, 65, 66, 72, 88)),
        "itemized_deductions": round(draw.uniform(1_000, 90_000), 2) if itemizes else 0.0,
        "lived_apart": draw.choice(("yes", "no")),
    }


def more(draw: random.Random) -> dict[str, Any]:
    """The same with the rarer questions answered as well."""
    household = core(draw)
    sometimes = {
        "older_children": draw.choice((1, 2)),
        "other_dependents": draw.choice((1, 2)),
        "blind": draw.choice(("you", "spouse", "both")),
        "other_income": amount(draw, 200_000),
        "investment_income": amount(draw, 60_000),
        "health_insurance": round(draw.uniform(500, 20_000), 2),
        "retirement": round(draw.uniform(500, 40_000), 2),
        "let_receipts": round(draw.uniform(500, 60_000), 2),
    }
    household |= {name: value for name, value in sometimes.items() if draw.random() < 0.4}
    if "let_receipts" in household:
        household |= {
            "let_days": 200,
            "let_expenses": round(draw.uniform(0, 30_000), 2),
            "let_services": draw.choice(("usual", "substantial")),
        }
    return household


def households(plain: int, full: int) -> list[dict[str, Any]]:
    """So many of each kind; the same ones every time."""
    draw = random.Random(SEED)
    return [core(draw) for _ in range(plain)] + [more(draw) for _ in range(full)]
