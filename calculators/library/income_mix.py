"""The income mix: What do you live on now, and what if part of it stopped? Written by pipeline/typed_library.py; do not edit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack

from .answer import Answer, answer


class StreamInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    name: str  # Source
    kind: Literal["job", "gig", "assets", "support", "other"]  # What it is
    amount: float  # Brings in, a month; 0 if left out


class IncomeMixInputs(TypedDict, total=False):
    """The inputs of `income_mix`."""

    streams: Sequence[StreamInput]  # Your sources of income
    spending: float  # You need, a month; 2,600 if left out
    savings: float  # You have saved; 3,500 if left out


@dataclass(frozen=True, kw_only=True)
class IncomeMix(Answer):
    """The figures of `income_mix`."""

    stream_name: tuple[str, ...]  # Source
    total: float  # All income, a month
    share: tuple[float | None, ...]  # Share, a fraction
    without: tuple[float, ...]  # Income without it, a month
    short: tuple[float, ...]  # Shortfall, a month
    lasts: tuple[float | None, ...]  # Savings would last
    largest: str  # The largest source
    largest_share: float | None  # Its share of all income, a fraction
    largest_short: float  # Shortfall without it, a month
    largest_lasts: float | None  # Savings would cover that for
    concentration: float | None  # Concentration (HHI)
    equal_sources: float | None  # Equivalent equal sources
    own_share: float | None  # From gigs and assets, a fraction
    left_over: float  # Left over now, a month


def income_mix(*, as_of: date | None = None, **inputs: Unpack[IncomeMixInputs]) -> IncomeMix:
    """What do you live on now, and what if part of it stopped? Raise InputError with one error for each refused input."""
    return answer("income-mix", inputs, as_of, IncomeMix)
