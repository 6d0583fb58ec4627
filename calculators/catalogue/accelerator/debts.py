"""Paying off several debts, simulated month by month."""

import functools
import math
from bisect import bisect_right, insort
from dataclasses import dataclass, field

from ...engine.fields import Money, Months
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR
from .inputs import Debt

HORIZON = 1_200
"""Months after which a goal counts as never reached: a hundred years."""
CENT = 0.005
"""A debt smaller than half a cent is paid."""
EXACT = 16
"""Number of extra payments simulated exactly before others are interpolated."""
NEAR = 1 / 100
"""Extra payments that differ by no more than this share count as equal in a range."""
METHODS = ("avalanche", "snowball")

Terms = tuple[tuple[float, float, float], ...]
"""Each debt's balance, yearly rate and monthly payment, in the order in which the reader listed them."""


def is_owed(debt: Debt) -> bool:
    """Whether there is anything to pay off. A debt of 0 frees no payment, because nothing is paid on it."""
    return debt.balance > CENT


@dataclass(frozen=True)
class Payoff:
    """The result of a payoff simulation. `months` is None when the debts are never paid off; `balances` are the totals from month 0 on."""

    months: int | None
    interest: float
    first_free: int | None
    balances: tuple[float, ...]


def order(terms: Terms, method: str) -> list[int]:
    """The order of debts for extra payments: highest rate first (avalanche) or smallest balance first (snowball)."""
    if method == "avalanche":
        return sorted(range(len(terms)), key=lambda i: (-terms[i][1], terms[i][0]))
    return sorted(range(len(terms)), key=lambda i: (terms[i][0], -terms[i][1]))


@functools.lru_cache(maxsize=512)
def pay_off(terms: Terms, extra: float, method: str) -> Payoff:
    """Simulate a payoff month by month: interest is added, every debt gets its payment, and the rest goes to the first debt in order.

    The whole budget (all payments plus the extra) is spent every month until nothing is owed. The payment of a debt that is paid off
    goes to the next debt.
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
    """The smallest whole monthly amount, including the debts' own payments, that pays all of them off within `months`."""
    payments = sum(payment for _, _, payment in terms)

    def pays(budget: int) -> bool:
        months = pay_off(terms, budget - payments, method).months
        return months is not None and months <= within

    low = math.ceil(payments) - 1
    high = max(
        low + 1, math.ceil(sum(balance * (1 + rate / MONTHS_PER_YEAR) for balance, rate, _ in terms))
    )  # enough to pay everything in one month
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if pays(middle) else (middle, high)
    return high


@dataclass(frozen=True)
class MonthsByExtra:
    """Months until all debts are paid off, for any extra payment; HORIZON when never.

    A larger payment never takes longer, so between two payments with equal months nothing is simulated. After EXACT runs, months are
    interpolated linearly between two known payments, provided that their months differ by at most a hundredth, or that the payments
    differ by at most NEAR. That is precise enough for a range, and keeps two thousand draws on twenty debts fast in any order.
    """

    terms: Terms
    method: str
    _known: list[tuple[float, int]] = field(default_factory=list, init=False, compare=False)

    def __call__(self, extra: float) -> int:
        """Months with this extra monthly payment."""
        if len(self._known) == EXACT:
            self._simulated(sum(balance * (1 + rate) for balance, rate, _ in self.terms))  # enough to pay everything in the first month
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
        """Simulate month by month, and remember the result."""
        paid_off = pay_off(self.terms, extra, self.method).months
        months = HORIZON if paid_off is None else paid_off
        insort(self._known, (extra, months))
        return months


@figure("The debts' terms", unit=Money(), step=True)
def terms(debts: tuple[Debt, ...]) -> Terms:
    """Balance, rate and payment of each debt that is owed."""
    return tuple((debt.balance, debt.rate, debt.payment) for debt in debts if is_owed(debt))


@figure("Months by extra payment", unit=Months(), step=True)
def by_extra(terms: Terms, method: str) -> MonthsByExtra:
    """How long the debts take for any extra payment."""
    return MonthsByExtra(terms, method)
