"""Saving and investing toward an amount, in closed form."""

import math
from math import log, log1p

from ...shared.periods import MONTHS_PER_YEAR
from .debts import HORIZON

NEVER = float(HORIZON)
FLAT = 1e-9
"""A monthly rate smaller than this counts as zero."""


def monthly(yearly: float) -> float:
    """The monthly rate that makes this yearly one: (1 + y)^(1/12) - 1."""
    return float((1 + yearly) ** (1 / MONTHS_PER_YEAR) - 1)


def months_to(goal: float, start: float, paid_in: float, rate: float) -> float:
    """Months until `start`, growing at a monthly rate and with `paid_in` added at each month's end, reaches `goal`; HORIZON when never.

    n = ln[(G·i + c) / (P·i + c)] / ln(1 + i), and (G - P) / c without growth.
    """
    if start >= goal:
        return 0.0
    if abs(rate) < FLAT:
        months = (goal - start) / paid_in if paid_in > 0 else math.inf
    else:
        now, then = start * rate + paid_in, goal * rate + paid_in
        months = log(then / now) / log1p(rate) if now > 0 < then else math.inf
    return NEVER if months > NEVER else months  # noqa: FURB136 - runs two thousand times, and a call is slower


def balance_after(months: float, start: float, paid_in: float, rate: float) -> float:
    """The balance after a number of months."""
    if abs(rate) < FLAT:
        return start + paid_in * months
    grown = (1 + rate) ** months
    return float(start * grown + paid_in * (grown - 1) / rate)


def payment_for(goal: float, start: float, months: float, rate: float) -> float:
    """The payment at each month's end for `start`, growing at a monthly rate, to reach `goal` in a number of months."""
    if abs(rate) < FLAT:
        return (goal - start) / months
    grown = (1 + rate) ** months
    return float((goal - start * grown) * rate / (grown - 1))


def paid_in_all(paid_in: float, months: float, rise: float) -> float:
    """The total paid in over a number of months when each payment exceeds the one before by a monthly rate."""
    return balance_after(months, 0.0, paid_in, rise) * (1 + rise)
