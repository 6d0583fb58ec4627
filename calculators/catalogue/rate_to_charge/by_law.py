"""By a country's law: take-home's own figures, asked which receipts leave what you want to keep.

Nothing of the law is written here. Take-home's figures are compiled into one function of the receipts, everything else held fixed,
and the receipts are sought at which it answers the wanted amount. So the rate leads to take-home, and take-home back to the rate.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...engine.calculator import Calculator
from ...engine.fields import Money, Proportion, slots
from ...engine.figures import Figure, figure
from ..take_home.inputs import Inputs as TakeHome
from .figures import in_money_of
from .inputs import SITUATION

MOST = 1e12
"""Receipts past which we stop seeking: no price is meant any more."""
NEAR = 0.005
"""Half a cent."""

OURS = ("keep", "costs", "fee")


@figure("Profit before tax", unit=Money(per="year", dollars=True))
def profit(gross: float | None, fees_year: float | None, costs: float) -> float | None:
    """What clients pay, less the platform's fees and your costs."""
    return gross - fees_year - costs if gross is not None and fees_year is not None else None


@figure("Tax", unit=Money(per="year", dollars=True), tone="loss")
def tax_due(profit: float | None, wanted: float) -> float | None:
    """What this income adds to your tax and contributions. Put it aside as it comes in."""
    return profit - wanted if profit is not None else None


@figure("Tax, as a share of the profit", unit=Proportion())
def tax_share(tax_due: float | None, profit: float | None) -> float | None:
    """The tax by the profit: an average, below what your last earnings meet."""
    return tax_due / profit if tax_due is not None and profit is not None and profit > 0 else None


def by_law(law: Calculator) -> tuple[Figure, ...]:
    """What a country's take-home calculator says of receipts, profit, tax and the present price.

    Args:
        law: that calculator; it has a figure `kept_from_gig` that rests on `gross_receipts` and `expenses`.

    Returns:
        gross (None where no price would do), profit, tax_due, tax_share and kept_now, in the country's money.
    """
    compiled = law.graph.evaluator(("kept_from_gig",))
    taken_over = {"wages", "tax_year", *SITUATION[law.serves]}
    known = {slot.name for slot in slots(TakeHome)}
    left_out = {slot.name: _nothing(slot.default) for slot in slots(TakeHome) if slot.name not in taken_over}
    needs = tuple(name for name in compiled.arguments if name in taken_over or name not in known)

    def kept_of(values: Mapping[str, Any], costs: float, fee: float) -> Callable[[float], float]:
        given = [values.get(name, left_out.get(name)) for name in compiled.arguments]
        receipts, expenses = compiled.arguments.index("gross_receipts"), compiled.arguments.index("expenses")

        def kept(gross: float) -> float:
            given[receipts], given[expenses] = gross, costs + fee * gross
            return float(compiled.function(*given)[0])

        return kept

    def gross(keep: float, costs: float, fee: float, *values: Any) -> float | None:
        return least(kept_of(dict(zip(needs, values, strict=True)), costs, fee), keep)

    def kept_now(now: float, billed_hours: float, costs: float, fee: float, *values: Any) -> float:
        return kept_of(dict(zip(needs, values, strict=True)), costs, fee)(now * billed_hours)

    money = next(entry.unit for entry in law.figures if entry.name == "kept_from_gig")
    if not isinstance(money, Money):
        raise TypeError(f"{law.id}: what is kept is an amount of money")
    return (
        Figure(
            gross,
            "Clients have to pay",
            money,
            name="gross",
            why="What a year has to take in for you to keep what you want: take-home pay, worked out again and again.",
            needs=(*OURS, *needs),
        ),
        Figure(
            kept_now,
            "At what you charge now you keep",
            money,
            name="kept_now",
            why="The way back: your price times the paid hours, put into take-home pay.",
            needs=("now", "billed_hours", *OURS[1:], *needs),
        ),
        *in_money_of(money.sign, (profit, tax_due, tax_share)),
    )


def _nothing(default: Any) -> Any:
    """What stands for a question of take-home that is not asked: no amount, and the usual choice."""
    return 0 * default if isinstance(default, int | float) else default


def least(kept: Callable[[float], float], wanted: float) -> float | None:
    """The receipts, to half a cent, from which on at least `wanted` is kept; None where even MOST would not do.

    Between two amounts that lie on either side the next guess is the straight line's, and every other time the middle: what is kept
    runs straight between the law's thresholds, and jumps at some of them.
    """
    low, high = 0.0, max(wanted, 1_000.0)
    at_low = kept(low)
    if at_low >= wanted:
        return low
    at_high = kept(high)
    while at_high < wanted:
        if high > MOST:
            return None
        low, at_low, high = high, at_high, high * 2
        at_high = kept(high)
    straight = True
    while high - low > NEAR and at_high - wanted > NEAR / 100:
        middle = low + (high - low) * ((wanted - at_low) / (at_high - at_low) if straight else 0.5)
        # a guess on the wrong side of the last bit would repeat itself for ever
        middle = min(max(middle, low + (high - low) * 1e-3), high)
        at_middle = kept(middle)
        if at_middle >= wanted:
            high, at_high = middle, at_middle
        else:
            low, at_low = middle, at_middle
        straight = not straight
    return high
