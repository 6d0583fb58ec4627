"""The rate under a country's law: which receipts leave what the reader wants to keep, by take-home's own figures.

The law itself is not repeated here. Take-home's figures are compiled into one function of the receipts, with everything else fixed,
and a root search finds the receipts at which it returns the wanted amount. So the rate and take-home pay always agree.
"""

from collections.abc import Callable, Mapping
from typing import cast

from ...engine.calculator import Calculator
from ...engine.fields import Money, Proportion, slots
from ...engine.figures import Figure, figure
from ..take_home.inputs import Inputs as TakeHome
from .figures import in_currency_of
from .inputs import SITUATION

MOST = 1e12
"""The search stops at these receipts; no realistic price is higher."""
NEAR = 0.005
"""Half a cent."""
STEPS = 64
"""Amounts that are tried before the search is narrowed down."""

OURS = ("keep", "costs", "fee")

GROSS = "What a year has to bring in for you to keep what you want, found by computing take-home pay repeatedly."
KEPT_NOW = "Your present price times the paid hours, put into take-home pay."


@figure("Profit before tax", unit=Money(per="year", dollars=True))
def profit(gross: float | None, fees_year: float | None, costs: float) -> float | None:
    """What clients pay, minus the platform's fees and your costs."""
    return gross - fees_year - costs if gross is not None and fees_year is not None else None


@figure("Tax", unit=Money(per="year", dollars=True), tone="loss")
def tax_due(profit: float | None, wanted: float) -> float | None:
    """What this income adds to your tax and contributions, and takes off benefits. Set it aside as it comes in."""
    return profit - wanted if profit is not None else None


@figure("Tax, as a share of the profit", unit=Proportion())
def tax_share(tax_due: float | None, profit: float | None) -> float | None:
    """The tax divided by the profit. It is an average, below your marginal rate."""
    return tax_due / profit if tax_due is not None and profit is not None and profit > 0 else None


def by_law(law: Calculator) -> tuple[Figure, ...]:
    """Declare gross (None if no price is enough), profit, tax_due, tax_share and kept_now, in the country's currency.

    `law` is the country's take-home calculator. Its figure `kept_from_gig` depends on `gross_receipts` and `expenses`.
    """
    compiled = law.graph.evaluator(("kept_from_gig",))
    taken_over = {"wages", "tax_year", *SITUATION[law.serves]}
    known = {slot.name for slot in slots(TakeHome)}
    left_out = {slot.name: _nothing(slot.default) for slot in slots(TakeHome) if slot.name not in taken_over}
    needs = tuple(name for name in compiled.arguments if name in taken_over or name not in known)

    def kept_of(values: Mapping[str, object], costs: float, fee: float) -> Callable[[float], float]:
        given = [values.get(name, left_out.get(name)) for name in compiled.arguments]
        receipts, expenses = compiled.arguments.index("gross_receipts"), compiled.arguments.index("expenses")

        def kept(gross: float) -> float:
            given[receipts], given[expenses] = gross, costs + fee * gross
            return cast("float", compiled.function(*given)[0])

        return kept

    def gross(keep: float, costs: float, fee: float, *values: object) -> float | None:
        return least(kept_of(dict(zip(needs, values, strict=True)), costs, fee), keep)

    def kept_now(now: float, billed_hours: float, costs: float, fee: float, *values: object) -> float:
        return kept_of(dict(zip(needs, values, strict=True)), costs, fee)(now * billed_hours)

    money = next(entry.unit for entry in law.figures if entry.name == "kept_from_gig")
    if not isinstance(money, Money):
        raise TypeError(f"{law.id}: kept_from_gig must be an amount of money")
    of_gross, of_kept = (*OURS, *needs), ("now", "billed_hours", *OURS[1:], *needs)
    return (
        Figure(gross, "Clients must pay", money, name="gross", why=GROSS, needs=of_gross),
        Figure(kept_now, "You keep at your current rate", money, name="kept_now", why=KEPT_NOW, needs=of_kept),
        *in_currency_of(money.currency, (profit, tax_due, tax_share)),
    )


def _nothing(default: object) -> object:
    """The value of a take-home input that this form does not have: zero for a number, else the default."""
    return 0 * default if isinstance(default, int | float) else default


def least(kept: Callable[[float], float], wanted: float) -> float | None:
    """The lowest receipts, to half a cent, at which at least `wanted` is kept; None if even MOST is not enough.

    A benefit that ends at some income makes what is kept fall, so the first of many amounts at which it is enough is looked for. Between
    the two amounts on either side of it, the next guess alternates between linear interpolation and the midpoint, because what is kept
    is linear between the law's thresholds and jumps at some of them.
    """
    if kept(0.0) >= wanted:
        return 0.0
    high = max(wanted, 1_000.0)
    while kept(high) < wanted:
        if high > MOST:
            return None
        high *= 2
    step = high / STEPS
    high = next((step * place for place in range(1, STEPS) if kept(step * place) >= wanted), high)
    low = high - step
    at_low, at_high = kept(low), kept(high)
    straight = True
    while high - low > NEAR and at_high - wanted > NEAR / 100:
        middle = low + (high - low) * ((wanted - at_low) / (at_high - at_low) if straight else 0.5)
        # without this minimum step, rounding could repeat the same guess forever
        middle = min(max(middle, low + (high - low) * 1e-3), high)
        at_middle = kept(middle)
        if at_middle >= wanted:
            high, at_high = middle, at_middle
        else:
            low, at_low = middle, at_middle
        straight = not straight
    return high
