"""The measurements of benchmarks/engine.py. They run in CPython and, from the runtime archive, in Pyodide."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, NamedTuple

from calculators import CATALOGUE, bridge
from calculators.catalogue.leverage_income import CALCULATOR as LEVERAGE
from calculators.catalogue.leverage_income.inputs import Inputs, Pair
from calculators.engine.analysis.perturbation import NumericInput, numeric_inputs
from calculators.engine.analysis.ranges import simulate_ranges
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Estimate, Money, Number, Rate, slots
from calculators.engine.figures import Figure, Graph, figure
from calculators.workbook import document as workbook

DAY = date(2026, 11, 23)


@dataclass(frozen=True, kw_only=True)
class Shop:
    """The inputs of the synthetic graph."""

    price: Annotated[float, Money("Price")] = 20.0
    amount: Annotated[float, Number("Amount")] = 40.0
    share: Annotated[float, Rate("Share")] = 0.5


def _figures() -> tuple[Figure, ...]:
    """Return twenty figures; each depends on an input and on the two before it, so that all are evaluated."""

    def declare(name: str, function: Callable[..., float]) -> Figure:
        function.__name__ = name
        function.__doc__ = "One of twenty."
        return figure("One of twenty", unit=Money())(function)

    figures = [declare("f0", lambda price, amount: price * amount), declare("f1", lambda f0, share: f0 * share)]
    for k in range(2, 20):
        own = ("price", "amount", "share")[k % 3]
        figures.append(declare(f"f{k}", eval(f"lambda f{k - 1}, f{k - 2}, {own}: f{k - 1} * 0.5 + f{k - 2} * 0.25 + {own}")))
    return tuple(figures)


ROUNDS = 5
"""Rounds of all measurements, so that a short slowdown of the machine does not affect a single calculator."""


class Measured(NamedTuple):
    """A measurement: a call that is repeated in each round; each time is the mean of a batch of calls."""

    once: Callable[[], object]
    repeats: int
    batch: int = 1

    def times(self) -> list[float]:
        """Return the seconds of each repetition."""
        self.once()
        seconds = []
        for _ in range(self.repeats):
            start = time.perf_counter()
            for _ in range(self.batch):
                self.once()
            seconds.append((time.perf_counter() - start) / self.batch)
        return seconds


def _graph() -> Measured:
    shop = Shop()
    evaluator = Graph("benchmark", slots(Shop), _figures()).evaluator()
    arguments = [getattr(shop, name) for name in evaluator.arguments]
    return Measured(lambda: evaluator.function(*arguments), 60, 200)


def _book(assets: int = 0) -> dict[str, object]:
    """Return a workbook with the default inputs of every calculator, and with a number of assets if it is given."""
    inputs = {calculator.id: bridge.defaults(calculator) for calculator in CATALOGUE}
    if assets:
        idle = inputs["inventory"]["assets"]
        inputs["inventory"]["assets"] = [{**idle[k % len(idle)], "name": f"Asset {k}"} for k in range(assets)]
        uses = inputs["leverage-income"]["pairs"]
        inputs["leverage-income"]["assets"] = [{"name": f"Asset {k}", "capacity": "400"} for k in range(assets)]
        inputs["leverage-income"]["pairs"] = [{**uses[k % len(uses)], "asset": f"Asset {k}"} for k in range(assets)]
    return {"app": workbook.APP, "schema": workbook.SCHEMA, "calculators": {name: {"inputs": typed} for name, typed in inputs.items()}}


def _typing(calculator: Calculator, book: Mapping[str, object]) -> Callable[[], str]:
    """Return requests like those of a reader who types into one field: each has another number, and is otherwise unchanged."""
    name = next(
        (slot.name for slot in calculator.slots if isinstance(slot.field, Number) and not slot.estimate and not slot.field.only), ""
    )
    typed = dict(book["calculators"][calculator.id]["inputs"])
    turn = 0

    def request() -> str:
        nonlocal turn
        turn += 1
        if name:
            number = next(slot.field for slot in calculator.slots if slot.name == name)
            value = number.ge + 1 + turn % 7 if number.whole else number.ge + (number.le - number.ge) * (0.01 + 0.0001 * (turn % 50))
            typed[name] = number.typed(value)
        return json.dumps({"calculator": calculator.id, "inputs": typed, "workbook": book, "as_of": DAY.isoformat()})

    return request


def _page(calculator: Calculator, book: Mapping[str, object]) -> Measured:
    request = _typing(calculator, book)
    return Measured(lambda: _answer(bridge.page, request()), 8)


def _first(calculator: Calculator, book: Mapping[str, object]) -> Measured:
    """Measure the first block, which a slow device shows before the ranges."""
    request = _typing(calculator, book)
    return Measured(lambda: _answer(bridge.page, json.dumps({**json.loads(request()), "first": True})), 8)


def _anew(calculator: Calculator, book: Mapping[str, object]) -> Measured:
    """Measure a page that has just been opened, when no other calculator has been computed."""
    request = _typing(calculator, book)

    def once() -> None:
        workbook.forget()
        _answer(bridge.page, request())

    return Measured(once, 4)


def _answer(function: Callable[[str], str], request: str) -> None:
    answer = json.loads(function(request))
    if answer.get("errors"):
        raise ValueError(f"the benchmark's request has errors: {answer['errors']}")


def _explored(calculator: Calculator, book: Mapping[str, object], question: Mapping[str, object]) -> Measured:
    request = _typing(calculator, book)
    return Measured(lambda: _answer(bridge.explore, json.dumps({**json.loads(request()), "explore": question})), 3)


def _questions(calculator: Calculator, book: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """Return a goal seek halfway between the ends of the strongest input, and a distribution with up to three uncertain numbers."""
    request = {"calculator": calculator.id, "workbook": book, "as_of": DAY.isoformat()}
    tornado = json.loads(bridge.explore(json.dumps({**request, "explore": {"kind": "sensitivity"}})))["explore"]
    questions: dict[str, dict[str, object]] = {"sensitivity": {"kind": "sensitivity"}}
    reached = [swing for swing in tornado["swings"] if swing["at_low"] is not None and swing["at_high"] is not None]
    if reached:
        first = reached[0]
        goal = (first["at_low"] + first["at_high"]) / 2
        questions["goal seek"] = {"kind": "seek", "figure": tornado["figure"], "goal": goal, "by": first["input"]}
        inputs, _ = calculator.read(book["calculators"][calculator.id]["inputs"])
        by_name = {number.name: number for number in numeric_inputs(calculator, inputs)}
        questions["distribution"] = {"kind": "range", "estimates": {s["input"]: _around(by_name[s["input"]]) for s in reached[:3]}}
    return questions


def _around(number: NumericInput) -> dict[str, float]:
    """Return an estimate of a tenth less and a tenth more, within the field's bounds."""
    low, high = max(number.field.ge, number.value * 0.9), min(number.field.le, number.value * 1.1)
    return {"low": round(low) if number.field.whole else low, "typical": number.value, "high": round(high) if number.field.whole else high}


def _draws(pairs: int) -> Measured:
    """Measure 2,000 draws for uses that all differ, from estimates that are not cached."""
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
        simulate_ranges(LEVERAGE, inputs, {**named, **LEVERAGE.outcome(inputs, DAY, ranges=False).values})

    return Measured(once, 4)


def measure() -> str:
    """Return the times of every measurement in seconds, as JSON: {name: [seconds, …]}."""
    measurements = {"graph of 20 figures": _graph()}
    measurements |= {f"2,000 draws for {pairs} uses": _draws(pairs) for pairs in (2, 8)}
    book = _book()
    measurements |= {f"page of {calculator.id}": _page(calculator, book) for calculator in CATALOGUE}
    measurements |= {f"first block of {calculator.id}": _first(calculator, book) for calculator in CATALOGUE if calculator.ranged}
    for calculator in CATALOGUE:
        measurements |= {
            f"{name} of {calculator.id}": _explored(calculator, book, question) for name, question in _questions(calculator, book).items()
        }
    plan = next(calculator for calculator in CATALOGUE if calculator.id == "plan")
    measurements["page of plan, 50 assets"] = _page(plan, _book(50))
    measurements["page of plan, 50 assets, cold"] = _anew(plan, _book(50))
    times: dict[str, list[float]] = {name: [] for name in measurements}
    for _ in range(ROUNDS):
        for name, measurement in measurements.items():
            times[name] += measurement.times()
    return json.dumps(times)
