"""Take-home pay beside recorded answers of independent models: tests/oracles/record.py made them, and docs/oracles.md describes them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home.ca.calculator import CALCULATOR as CA
from calculators.catalogue.take_home.uk.calculator import CALCULATOR as UK
from calculators.catalogue.take_home.us.calculator import CALCULATOR as US
from calculators.catalogue.take_home.us.states.places import NAMES, TAXED
from calculators.engine.calculator import Calculator
from tests.oracles.recorded import read

DAY = date(2026, 11, 29)
CENTS = 0.06
"""The models count in single precision, and the file has whole cents."""


def grouped(name: str, by: str) -> dict[str, list[tuple[dict[str, Any], dict[str, float]]]]:
    groups = defaultdict(list)
    for typed, answers in read(name):
        groups[typed[by]].append((typed, answers))
    return dict(groups)


def apart(calculator: Calculator[Any], rows: list[tuple[dict[str, Any], dict[str, float]]], most: float) -> list[str]:
    """The households for which the calculator is further from the model than `most`."""
    evaluator = calculator.graph.evaluator(tuple(rows[0][1]))
    wrong = []
    for typed, answers in rows:
        inputs, errors = calculator.read(typed)
        assert inputs is not None, errors
        named, _ = calculator.arguments(inputs, DAY)
        ours = dict(zip(evaluator.results, evaluator.function(*[named[name] for name in evaluator.arguments]), strict=True))
        wrong += [
            f"{name}: ours {ours[name]}, theirs {answer}, {typed}" for name, answer in answers.items() if abs(ours[name] - answer) > most
        ]
    return wrong


STATES = grouped("us-states", "state")
COUPLES = grouped("us-couples", "state")
BENEFITS = grouped("us-benefits", "state")
OTHERS = [
    pytest.param(calculator, most, name, year, id=f"{name}-{year}")
    for calculator, most, name in ((US, CENTS, "us-federal"), (UK, CENTS, "uk-tax"), (UK, CENTS, "uk-benefits"), (CA, CENTS, "ca-benefits"))
    for year in ("2025", "2026")
]


def test_every_place_is_recorded() -> None:
    assert set(STATES) == set(COUPLES) == set(TAXED)
    assert set(BENEFITS) == set(NAMES)


@pytest.mark.parametrize("state", sorted(TAXED))
def test_state_takes_what_policyengine_says(state: str) -> None:
    assert apart(US, STATES[state] + COUPLES[state], CENTS) == []


@pytest.mark.parametrize("state", sorted(NAMES))
def test_benefits_are_what_policyengine_says(state: str) -> None:
    """SNAP is paid in whole dollars."""
    assert apart(US, BENEFITS[state], 0.5) == []


@pytest.mark.parametrize(("calculator", "most", "name", "year"), OTHERS)
def test_figures_are_what_the_model_says(calculator: Calculator[Any], most: float, name: str, year: str) -> None:
    assert apart(calculator, grouped(name, "tax_year")[year], most) == []
