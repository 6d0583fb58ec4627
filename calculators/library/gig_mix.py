"""The gig mix: Which gigs, and how many hours of each? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack

from .answer import Answer, answer


class GigInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Gig
    pay: float  # An hour leaves you, an hour; 0 if left out
    good: float  # Hours that pay this well, at most, hours a week; 5 if left out
    later: float  # Each hour after those leaves you, an hour; 0 if left out
    most: float  # Hours you would do, at most, hours a week; 20 if left out
    when: Sequence[Literal["morning", "afternoon", "evening", "night"]]  # When it can be done
    promised: float  # Hours you have promised, hours a week; 0 if left out
    swing: float  # Its months vary by, a fraction; 0.3 if left out


class GigMixInputs(TypedDict, total=False):
    """The inputs of `gig_mix`."""

    morning: float  # Free in the mornings, hours a week; 3 if left out
    afternoon: float  # In the afternoons, hours a week; 3 if left out
    evening: float  # In the evenings, hours a week; 8 if left out
    night: float  # At night, hours a week; 0 if left out
    most: float  # Hours for gigs in all, at most, hours a week; 12 if left out
    least_pay: float  # The least an hour must leave you, an hour; 10 if left out
    together: float  # How closely good and bad months coincide, a fraction; 0.3 if left out
    gigs: Sequence[GigInput]  # Your gigs


@dataclass(frozen=True, kw_only=True)
class GigMix(Answer):
    """The figures of `gig_mix`."""

    gig_name: tuple[str, ...]  # Gig
    hours: tuple[float, ...]  # Hours, hours a week
    income: tuple[float, ...]  # Brings, a week
    total: float  # The mix brings, a week
    share: tuple[float | None, ...]  # Share of it all, a fraction
    alone: tuple[float, ...]  # All in this one, a week
    total_month: float  # The same by the month, a month
    hours_used: float  # Hours used, hours a week
    hours_left: float  # Hours left free, hours a week
    per_hour: float | None  # An hour of the mix leaves, an hour
    next_by_part: tuple[float, ...]  # One more hour there is worth, a week
    next_hour: float  # The next hour is worth, at best, a week
    best_alone: float  # The best single gig, a week
    mix_adds: float  # The mix adds to that, a week
    concentration: float | None  # Concentration (HHI)
    equal_gigs: float | None  # As many equal gigs
    swing_mix: float | None  # Months of the mix differ by, a fraction
    swing_alone: float | None  # Months of the best single gig differ by, a fraction


def gig_mix(*, as_of: date | None = None, **inputs: Unpack[GigMixInputs]) -> GigMix:
    """Which gigs, and how many hours of each? Raise InputError with one error for each refused input."""
    return answer("gig-mix", inputs, as_of, GigMix)
