"""A small calculator with answers for mental arithmetic, for the tests of analysis and what if."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from calculators.engine.calculator import Calculator
from calculators.engine.fields import Choice, Count, Estimate, Money, Number, Option, Rate, Rows, Text
from calculators.engine.figures import figure
from calculators.engine.validation import FieldError

DAY = date(2026, 11, 23)
COST = Estimate(300.0, 500.0, 800.0)


@dataclass(frozen=True, kw_only=True)
class Line:
    name: Annotated[str, Text("Name")] = ""
    amount: Annotated[float, Money("Amount", ge=-1_000, le=1_000)] = 0.0


@dataclass(frozen=True, kw_only=True)
class Inputs:
    price: Annotated[float, Money("Price", le=1_000)] = 20.0
    units: Annotated[int, Count("Units", unit="units", le=10_000)] = 100
    cost: Annotated[Estimate, Money("Cost", le=10_000)] = COST
    tax: Annotated[float, Rate("Tax", le=0.9)] = 0.25
    gift: Annotated[float, Money("Gift", le=100)] = 0.0
    kind: Annotated[str, Choice("Kind", options=(Option("shop", "A shop"), Option("stall", "A stall")))] = "shop"
    lines: Annotated[tuple[Line, ...], Rows("Lines", of=Line, item="line", title="name", maximum=5)] = (
        Line(name="Tea", amount=3.0),
        Line(amount=-2.0),
    )


@figure("Net", unit=Money(per="year"))
def net(price: float, units: int, cost: float) -> float:
    """20 × 100 − 500 = 1,500."""
    return price * units - cost


@figure("Kept", unit=Money(per="year"))
def kept(net: float, tax: float) -> float:
    """1,500 less a quarter: 1,125."""
    return net * (1 - tax)


@figure("Boxes", unit=Count())
def boxes(units: int) -> int:
    """Twelve to a box: 8."""
    return units // 12


@figure("Parcels", unit=Number())
def parcels(price: float) -> float:
    """One for every 15 dollars of the price, begun ones not counted: a figure that goes in steps."""
    return price // 15


@figure("Each unit leaves", unit=Money())
def each_leaves(net: float, units: int) -> float | None:
    """1,500 ÷ 100 = 15; none without units."""
    return net / units if units > 0 else None


@figure("What a day sells for", unit=Money())
def demand(price: float) -> float:
    """Up to a price of 50 dearer is better, then worse: at most 50 × 50 = 2,500."""
    return price * (100 - price)


@figure("A ratio with a pole", unit=Number())
def ratio(price: float) -> float | None:
    """Above 10 positive, below 10 negative, and nothing at 10."""
    return 100 / (price - 10) if price != 10 else None


@figure("Gift, for a stall", unit=Money())
def stall_gift(kind: str, gift: float) -> float | None:
    """A shop has none."""
    return gift if kind == "stall" else None


@figure("Twice the amount", unit=Money(), each="lines")
def twice(amount: float) -> float:
    """6 and −4."""
    return 2 * amount


@figure("All lines", unit=Money())
def line_total(lines: tuple[Line, ...]) -> float:
    """Sees whole rows: 3 − 2 = 1."""
    return sum(line.amount for line in lines)


@figure("Which", unit=Text())
def which(kind: str) -> str:
    """A text, which is no goal."""
    return kind


def gift_below_price(inputs: Inputs) -> Iterator[FieldError]:
    if inputs.gift > inputs.price:
        yield FieldError("gift", "order", "A gift is not dearer than the price.")


SHOP = Calculator(
    id="shop",
    title="Shop",
    purpose="What is left?",
    inputs=Inputs,
    figures=(net, kept, boxes, parcels, each_leaves, demand, ratio, stall_gift, twice, line_total, which),
    headline=net,
    rules=(gift_below_price,),
    ranged=(net,),
)
