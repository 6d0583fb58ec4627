"""Random people in the United Kingdom: of every kind, and many of them close to where a rule sets in."""

import random
from typing import Any

SEED = 20_260_406

EDGES = (1_000, 7_500, 12_570, 21_000, 25_000, 26_900, 29_385, 33_795, 40_845, 43_662, 50_270, 75_000, 100_000, 125_140)
"""Amounts near which some threshold lies."""


def amount(draw: random.Random, most: float) -> float:
    """Nothing, something small, something usual, something near an edge, or anything up to `most`."""
    kind = draw.random()
    if kind < 0.15:
        value = 0.0
    elif kind < 0.3:
        value = draw.uniform(0, 3_000)
    elif kind < 0.6:
        value = draw.lognormvariate(10.2, 0.8)
    elif kind < 0.9:
        value = draw.choice(EDGES) * draw.uniform(0.97, 1.03)
    else:
        value = draw.uniform(0, most)
    return round(min(value, most), 2)


def person(draw: random.Random) -> dict[str, Any]:
    """Somebody without a partner: a job, or none, beside a trade, a lodger or a let flat, or nothing."""
    receipts = amount(draw, 200_000)
    return {
        "country": "uk",
        "tax_year": draw.choice(("2025", "2026")),
        "uk_region": draw.choice(("rest", "scotland")),
        "uk_gig": draw.choice(("trade", "trade", "trade", "room", "letting")),
        "wages": amount(draw, 200_000),
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0, 0.05, 0.3, 0.6, 0.95, 1.2)), 2),
        "uk_miles": float(draw.choice((0, 0, 0, 800, 9_999, 10_001, 14_000))),
        "uk_vehicle": draw.choice(("car", "car", "motorcycle")),
        "uk_loans": draw.choice(([], [], ["plan_1"], ["plan_2"], ["plan_4"], ["plan_5"], ["postgraduate"], ["plan_2", "postgraduate"])),
        "uk_pension_age": draw.choice(("no", "no", "no", "no", "yes")),
    }


def people(many: int) -> list[dict[str, Any]]:
    """So many people; the same ones every time."""
    draw = random.Random(SEED)
    return [person(draw) for _ in range(many)]
