"""Paying off several debts, month by month."""

from __future__ import annotations

import functools
import math
from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass

from ...shared.periods import MONTHS_PER_YEAR
from .inputs import Debt

HORIZON = 1_200
"""Months after which a goal counts as never reached: a hundred years."""
CENT = 0.005
"""A debt smaller than half a cent is paid."""
EXACT = 16
"""Amounts that are simulated month by month before others are read off between them."""
NEAR = 1 / 100
"""Amounts that differ by this part of them need not be told apart in a range."""
METHODS = ("avalanche", "snowball")

Terms = tuple[tuple[float, float, float], ...]
"""Each debt's balance, yearly rate and monthly payment, in the order in which the reader listed them."""


def is_owed(debt: Debt) -> bool:
    """Whether there is anything to pay off. A debt of 0 frees no payment: nobody pays on it."""
    return debt.balance > CENT


def terms_of(debts: Iterable[Debt]) -> Terms:
    """The debts that are owed, as the simulation takes them."""
    return tuple((debt.balance, debt.rate, debt.payment) for debt in debts if is_owed(debt))


@dataclass(frozen=True)
class Payoff:
    """How a run of payments went. `months` is None when the debts are never paid; `balances` holds the total, month 0 first."""

    months: int | None
    interest: float
    first_free: int | None
    balances: tuple[float, ...]


def order(terms: Terms, method: str) -> list[int]:
    """Who gets what is left over: the highest rate first (avalanche), or the smallest balance first (snowball)."""
    if method == "avalanche":
        return sorted(range(len(terms)), key=lambda i: (-terms[i][1], terms[i][0]))
    return sorted(range(len(terms)), key=lambda i: (terms[i][0], -terms[i][1]))


@functools.lru_cache(maxsize=512)
def pay_off(terms: Terms, extra: float, method: str) -> Payoff:
    """Simulate month by month: interest is added, every debt gets its payment, the rest goes to the first in order.

    The whole budget, all payments and the extra, is spent every month until nothing is owed: a payment that a paid debt frees
    goes to the next one.
    """
    balances = [balance for balance, _, _ in terms]
    rates = [rate / MONTHS_PER_YEAR for _, rate, _ in terms]
    line = order(terms, method)
    budget = sum(payment for _, _, payment in terms) + extra
    total = sum(balances)
    start, totals, interest, month = total, [total], 0.0, 0
    first_free: int | None = 0 if total <= CENT else None
    while total > CENT and month < HORIZON and total < 20 * start:
        month += 1
        left = budget
        for i, (_, _, payment) in enumerate(terms):
            if balances[i] > 0:
                grown = balances[i] * rates[i]
                interest += grown
                paid = min(payment, balances[i] + grown)
                balances[i] += grown - paid
                left -= paid
        for i in line:
            if left <= 0:
                break
            paid = min(left, balances[i])
            balances[i] -= paid
            left -= paid
        balances = [0.0 if balance <= CENT else balance for balance in balances]
        total = sum(balances)
        totals.append(total)
        if first_free is None and any(now == 0 < before for now, (before, _, _) in zip(balances, terms, strict=True)):
            first_free = month
    return Payoff(month if total <= CENT else None, interest, first_free, tuple(totals))


@functools.lru_cache(maxsize=64)
def least_budget(terms: Terms, method: str, within: int = HORIZON) -> int:
    """The smallest whole amount a month, the debts' own payments included, that pays all of them off within so many months."""
    payments = sum(payment for _, _, payment in terms)

    def pays(budget: int) -> bool:
        months = pay_off(terms, budget - payments, method).months
        return months is not None and months <= within

    low = math.ceil(payments) - 1
    high = max(low + 1, math.ceil(sum(balance * (1 + rate / MONTHS_PER_YEAR) for balance, rate, _ in terms)))  # pays all in one month
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if pays(middle) else (middle, high)
    return high


class MonthsByExtra:
    """Months until all debts are paid, for any extra payment; HORIZON when never.

    More money never takes longer, so between two amounts that take equally long nothing is simulated again. After EXACT runs the months
    between two known amounts are read off the line between them, once those are a hundredth of them apart at most, or the amounts are
    alike to NEAR: a range of dates does not need more, and two thousand draws on twenty debts stay quick, in whatever order they come.
    """

    def __init__(self, terms: Terms, method: str) -> None:
        """Nothing is simulated yet."""
        self._terms, self._method = terms, method
        self._known: list[tuple[float, int]] = []

    def __eq__(self, other: object) -> bool:
        """Two are alike when they answer for the same debts and method."""
        return isinstance(other, MonthsByExtra) and (self._terms, self._method) == (other._terms, other._method)

    def __hash__(self) -> int:
        """Fit for the same debts and method."""
        return hash((self._terms, self._method))

    def __call__(self, extra: float) -> int:
        """Months with this extra payment a month."""
        if len(self._known) == EXACT:
            self._simulated(sum(balance * (1 + rate) for balance, rate, _ in self._terms))  # pays all in the first month
        at = bisect_right(self._known, (extra, HORIZON + 1))
        if at and self._known[at - 1][0] == extra:
            return self._known[at - 1][1]
        if not 0 < at < len(self._known):
            return self._simulated(extra)
        (less, slow), (more, fast) = self._known[at - 1], self._known[at]
        if len(self._known) < EXACT:
            return slow if slow == fast else self._simulated(extra)
        while slow - fast > slow // 100 and more - less > max(CENT, NEAR * extra):
            middle = (less + more) / 2
            months = self._simulated(middle)
            if middle <= extra:
                less, slow = middle, months
            else:
                more, fast = middle, months
        return round(slow + (fast - slow) * (extra - less) / (more - less))

    def _simulated(self, extra: float) -> int:
        """Month by month, and remembered."""
        paid_off = pay_off(self._terms, extra, self._method).months
        months = HORIZON if paid_off is None else paid_off
        insort(self._known, (extra, months))
        return months
