"""Random US households with benefits, in every place: on low pay, or with insurance from a marketplace."""

import random
from collections.abc import Iterable
from typing import Any

SEED = 20_261_001
CHILD_AGES = (1, 3, 5, 7, 10, 13, 16)


def household(draw: random.Random, state: str) -> dict[str, Any]:
    """One or two grown-ups with up to four children, rent, care, pay, a gig and some other income."""
    ages = [draw.choice(CHILD_AGES) for _ in range(draw.choice((0, 0, 1, 1, 2, 3, 4)))]
    status = draw.choice(("head", "joint") if ages else ("single", "joint"))
    low = draw.random() < 0.6
    receipts = round(draw.choice((0, draw.uniform(500, 9_000), draw.uniform(3_000, 20_000))), 2)
    return {
        "country": "us",
        "tax_year": draw.choice(("2025", "2026")),
        "state": state,
        "filing_status": status,
        "child_ages": " ".join(map(str, ages)),
        "age": draw.choice((26, 35, 45, 58, 59, 60, 62, 64)),
        "spouse_age": draw.choice((26, 40, 58, 61)),
        "wages": round(draw.choice((0, draw.uniform(3_000, 42_000))) if low else draw.uniform(15_000, 90_000), 2),
        "spouse_wages": round(draw.choice((0, draw.uniform(0, 30_000))), 2) if status == "joint" else 0.0,
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0, 0.2, 0.6)), 2),
        "investment_income": round(draw.choice((0, 0, draw.uniform(10, 3_000))), 2),
        "other_income": round(draw.choice((0, 0, 0, draw.uniform(500, 12_000))), 2),
        "benchmark_premium": round(draw.uniform(300, 2_000), 2),
        "gets_snap": "yes",
        "rent": round(draw.choice((0, draw.uniform(0, 1_500), draw.uniform(0, 1_500))), 2),
        "snap_utilities": draw.choice(("yes", "yes", "no")),
        "care_costs": round(draw.choice((0, 0, draw.uniform(50, 500))), 2),
    }


def households(states: Iterable[str], many: int) -> list[dict[str, Any]]:
    """So many households in each state; the same ones in every run."""
    return [household(draw, state) for state in sorted(states) for draw in [random.Random(f"{SEED}{state}")] for _ in range(many)]
