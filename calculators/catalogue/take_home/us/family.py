"""Who belongs to the household: children by age, and others who can be claimed."""

from __future__ import annotations

import math

from ....engine.fields import Count
from ....engine.figures import figure
from ..children import ages_of

UNDER_6, UNDER_12, UNDER_17, UNDER_24 = 6, 12, 17, 24
"""Ages below which a young child, a state's credit for children, the child credit, and a child as a full-time student count."""


def _between(child_ages: str, youngest: int, limit: float) -> int:
    return sum(youngest <= age < limit for age in ages_of(child_ages))


@figure("Children under 17", unit=Count())
def children(child_ages: str) -> int:
    """For the child credit, which takes a Social Security number of the child's own (section 24(c), (h))."""
    return _between(child_ages, 0, UNDER_17)


@figure("Children under 12", unit=Count(), step=True)
def children_under_12(child_ages: str) -> int:
    """For Illinois, which pays a credit for them."""
    return _between(child_ages, 0, UNDER_12)


@figure("Children under 6", unit=Count(), step=True)
def children_under_6(child_ages: str) -> int:
    """For Georgia and Utah, which have a credit for them."""
    return _between(child_ages, 0, UNDER_6)


@figure("Older children whom you can claim", unit=Count())
def older_children(child_ages: str) -> int:
    """Aged 17 or 18, or 19 to 23 if they study full-time, which we assume (section 152(c)(3))."""
    return _between(child_ages, UNDER_17, UNDER_24)


@figure("Others whom you can claim", unit=Count(), step=True)
def other_claimed(child_ages: str, other_dependents: int) -> int:
    """Others whom you support, and children of 24 or more, whom you can claim if they earn next to nothing (section 152(d))."""
    return other_dependents + _between(child_ages, UNDER_24, math.inf)
