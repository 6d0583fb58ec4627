"""Who belongs to the household: children by age, and others who can be claimed."""

from __future__ import annotations

from ....engine.fields import Count
from ....engine.figures import figure
from ..children import ages_of

CHILD, TEEN, STUDENT = 17, 12, 24
"""Ages below which the child credit, a state's credit for children, and a child as a full-time student count."""

YOUNG = 6


def _between(child_ages: str, youngest: int, limit: int) -> int:
    return sum(youngest <= age < limit for age in ages_of(child_ages))


@figure("Children under 17", unit=Count())
def children(child_ages: str) -> int:
    """For the child credit, which takes a Social Security number of the child's own (section 24(c), (h))."""
    return _between(child_ages, 0, CHILD)


@figure("Children under 12", unit=Count(), step=True)
def children_under_12(child_ages: str) -> int:
    """For Illinois, which pays a credit for them."""
    return _between(child_ages, 0, TEEN)


@figure("Children under 6", unit=Count(), step=True)
def children_under_6(child_ages: str) -> int:
    """For Georgia and Utah, which have a credit for them."""
    return _between(child_ages, 0, YOUNG)


@figure("Older children whom you can claim", unit=Count())
def older_children(child_ages: str) -> int:
    """Aged 17 or 18, or 19 to 23 if they study full-time, which we assume (section 152(c)(3))."""
    return _between(child_ages, CHILD, STUDENT)


@figure("Others whom you can claim", unit=Count(), step=True)
def other_claimed(child_ages: str, other_dependents: int) -> int:
    """Others whom you support, and children of 24 or more, whom you can claim if they earn next to nothing (section 152(d))."""
    return other_dependents + _between(child_ages, STUDENT, 200)
