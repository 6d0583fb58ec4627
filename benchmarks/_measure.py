"""What benchmarks/engine.py measures. Runs alike in CPython and, from the runtime archive, in Pyodide: it imports what that has."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from calculators import CATALOGUE, bridge
from calculators.engine.explore import spreads
from calculators.engine.fields import Estimate, Money, Number, Rate, slots
from calculators.engine.figures import Figure, Graph, figure
from calculators.leverage_income import CALCULATOR as LEVERAGE
from calculators.leverage_income.inputs import Inputs, Pair

DAY = date(2026, 11, 23)


@dataclass(frozen=True, kw_only=True)
class Shop:
    """Inputs of the made-up graph."""

    price: Annotated[float, Money("Price")] = 20.0
    amount: Annotated[float, Number("Amount")] = 40.0
    share: Annotated[float, Rate("Share")] = 0.5


def _figures() -> tuple[Figure, ...]:
    """Twenty figures, each of which needs an input and the two before it, so that none can be left out."""

    def declare(name: str, function: Callable[..., float]) -> Figure:
        function.__name__ = name
        function.__doc__ = "One of twenty."
        return figure("One of twenty", unit=Money())(function)

    found = [declare("f0", lambda price, amount: price * amount), declare("f1", lambda f0, share: f0 * share)]
    for k in range(2, 20):
        own = ("price", "amount", "share")[k % 3]
        found.append(declare(f"f{k}", eval(f"lambda f{k - 1}, f{k - 2}, {own}: f{k - 1} * 0.5 + f{k - 2} * 0.25 + {own}")))
    return tuple(found)


def _times(once: Callable[[], Any], repeats: int, batch: int = 1) -> list[float]:
    """Seconds of one call, `repeats` times; each is the mean of a batch of calls."""
    once()
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        for _ in range(batch):
            once()
        found.append((time.perf_counter() - start) / batch)
    return found


def _graph() -> list[float]:
    shop = Shop()
    evaluator = Graph("benchmark", slots(Shop), _figures()).evaluator()
    arguments = [getattr(shop, name) for name in evaluator.arguments]
    return _times(lambda: evaluator.function(*arguments), 300, 200)


def _page(name: str) -> list[float]:
    request = json.dumps({"calculator": name, "inputs": {}, "as_of": DAY.isoformat()})
    return _times(lambda: bridge.page(request), 20)


def _draws(pairs: int) -> list[float]:
    """2,000 draws for uses that all differ, from estimates that no draw before has seen."""
    moved = 0

    def once() -> None:
        nonlocal moved
        moved += 1
        uses = tuple(
            replace(
                Pair(price=20.0 + k, units=10.0, fee=0.1, hours_sold=0.1), utilization=Estimate(0.1, 0.3 + 0.01 * k + 1e-4 * moved, 0.9)
            )
            for k in range(pairs)
        )
        inputs = Inputs(own_hours=40.0, assets=(), pairs=uses)
        named, _ = LEVERAGE.arguments(inputs, DAY)
        spreads(LEVERAGE, inputs, {**named, **LEVERAGE.outcome(inputs, DAY, ranges=False).values})

    return _times(once, 15)


def measure() -> str:
    """Every measurement's times in seconds, as JSON: {name: [seconds, …]}."""
    found = {"graph of 20 figures": _graph()}
    found |= {f"page of {calculator.id}": _page(calculator.id) for calculator in CATALOGUE}
    found |= {f"2,000 draws for {pairs} uses": _draws(pairs) for pairs in (2, 8)}
    return json.dumps(found)
