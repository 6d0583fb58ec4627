"""The gig mix: Which gigs, and how many hours of each? Written by pipeline/typed_library.py; do not edit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack

from .answer import Answer, answer


class GigInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Gig
    pay: float  # An hour leaves you, an hour; 0 if left out
    good: float  # Most hours that pay this well, hours a week; 5 if left out
    later: float  # Each hour beyond that leaves you, an hour; 0 if left out
    most: float  # Most hours you would do, hours a week; 20 if left out
    when: Sequence[Literal["morning", "afternoon", "evening", "night"]]  # When it can be done
    promised: float  # Hours you have promised, hours a week; 0 if left out
    swing: float  # Monthly income varies by, a fraction; 0.3 if left out


class GigMixInputs(TypedDict, total=False):
    """The inputs of `gig_mix`."""

    morning: float  # Free in the mornings, hours a week; 3 if left out
    afternoon: float  # Free in the afternoons, hours a week; 3 if left out
    evening: float  # Free in the evenings, hours a week; 8 if left out
    night: float  # Free at night, hours a week; 0 if left out
    most: float  # Most hours for all gigs together, hours a week; 12 if left out
    least_pay: float  # The least an hour must leave you, an hour; 10 if left out
    together: float  # How closely good and bad months coincide, a fraction; 0.3 if left out
    gigs: Sequence[GigInput]  # Your gigs


@dataclass(frozen=True, kw_only=True)
class GigMix(Answer):
    """The figures of `gig_mix`."""

    gig_name: tuple[str, ...]  # Gig
    hours: tuple[float, ...]  # Hours, hours a week
    income: tuple[float, ...]  # Brings in, a week
    total: float  # The mix brings in, a week
    share: tuple[float | None, ...]  # Share of the total, a fraction
    alone: tuple[float, ...]  # If all hours went here, a week
    total_month: float  # The mix brings in, per month, a month
    hours_used: float  # Hours used, hours a week
    hours_left: float  # Hours left free, hours a week
    per_hour: float | None  # An hour of the mix leaves, an hour
    next_by_part: tuple[float, ...]  # One more hour there is worth, a week
    next_hour: float  # The next hour is worth, at best, a week
    best_alone: float  # The best single gig, a week
    mix_adds: float  # The mix adds, a week
    concentration: float | None  # Concentration (HHI)
    equal_gigs: float | None  # Equivalent equal gigs
    swing_mix: float | None  # Months of the mix vary by, a fraction
    swing_alone: float | None  # Months of the best single gig vary by, a fraction


def gig_mix(*, as_of: date | None = None, **inputs: Unpack[GigMixInputs]) -> GigMix:
    """Which gigs, and how many hours of each? Raise InputError with one error for each refused input."""
    return answer("gig-mix", inputs, as_of, GigMix)
