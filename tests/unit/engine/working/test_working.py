"""The working: formulas in words equal their Python functions, and show the reader's numbers."""

import ast
import inspect
import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from calculators import CATALOGUE, find
from calculators.engine.view.working_view import steps
from calculators.engine.working.cells import read_cells
from calculators.engine.working.formulas import cell_formula, precompute
from calculators.engine.working.formulas import formula as formula_tokens
from calculators.engine.working.source import read
from calculators.engine.working.tokens import write as write_tokens

RATE = 0.25


def said(function: Callable[..., Any]) -> str | None:
    tokens = read(function)
    return None if tokens is None else write_tokens(tokens, lambda name: name)


def sum_of_products(a, b, c):
    """A multiplication binds more than an addition."""
    return a + b * c


def product_of_sums(a, b, c):
    """The bracket has to stay."""
    return (a + b) * c


def difference_of_a_difference(a, b, c):
    """The bracket has to stay."""
    return a - (b - c)


def differences(a, b, c):
    """No bracket is needed."""
    return a - b - c


def quotient_of_a_product(a, b, c):
    """The bracket has to stay."""
    return a / (b * c)


def product_of_quotients(a, b, c):
    """No bracket is needed."""
    return a / b * c


def growth(a, b, c):
    """A power of a sum."""
    return a * (1 + b) ** c


def power_of_a_power(a, b, c):
    """Without its bracket this would be a to the power of b to the c."""
    return (a**b) ** c


def power_with_a_power_above(a, b, c):
    """Python reads it from the right."""
    return a ** (b**c)


def minus(a, b):
    """A minus before a bracket."""
    return -(a + b)


def minus_of_a_power(a, b):
    """The power comes first."""
    return -(a**b)


def power_of_a_minus(a, b):
    """The bracket has to stay."""
    return (-a) ** b


def larger(a, b):
    """Words for a function."""
    return max(0, a - b)


def larger_times(a, b, c):
    """Words inside of a product need a bracket."""
    return max(0, a - b) * c


def smaller_of_three(a, b, c):
    """Three in a row."""
    return min(a, b, c)


def total(a):
    """A sum."""
    return sum(a)


def rounded(a):
    """To the cent."""
    return round(a, 2)


def choice(a, b):
    """With a condition."""
    return a / b if b > 0 else None


def half_or_none(a, b):
    """A condition inside of a product."""
    return (a if b > 0 else 0) * 2


def passed_on(a, b):
    """No value without a value."""
    return None if a is None else a * b


def passed_on_by_two(a, b):
    """No value without both."""
    return a - b if a is not None and b is not None else None


def passed_on_under_a_condition(a, b):
    """No value without a value, nor by nothing."""
    return a / b if a is not None and b > 0 else None


def constant(a):
    """A constant with its value."""
    return a * RATE


WORDS = {
    sum_of_products: "a + b × c",
    product_of_sums: "(a + b) × c",
    difference_of_a_difference: "a − (b − c)",
    differences: "a − b − c",
    quotient_of_a_product: "a ÷ (b × c)",
    product_of_quotients: "a ÷ b × c",
    growth: "a × (1 + b) ^ c",
    power_of_a_power: "(a ^ b) ^ c",
    power_with_a_power_above: "a ^ (b ^ c)",
    minus: "−(a + b)",
    minus_of_a_power: "−a ^ b",
    power_of_a_minus: "(−a) ^ b",
    larger: "the larger of 0 and a − b",
    larger_times: "(the larger of 0 and a − b) × c",
    smaller_of_three: "the smaller of a and b and c",
    total: "the sum of a",
    choice: "a ÷ b if b > 0, otherwise nothing",
    half_or_none: "(a if b > 0, otherwise 0) × 2",
    passed_on: "a × b",
    passed_on_by_two: "a − b",
    passed_on_under_a_condition: "a ÷ b if b > 0, otherwise nothing",
    constant: "a × 0.25",
}


@pytest.mark.parametrize(("function", "words"), WORDS.items(), ids=lambda value: getattr(value, "__name__", "words"))
def test_a_formula_reads_as_it_computes(function: Callable[..., Any], words: str) -> None:
    assert said(function) == words


def test_decimal_places_of_rounding_are_not_in_the_formula() -> None:
    assert said(rounded) in {None, "a"}


def with_a_local(a):
    """Two statements."""
    a += 2
    return a


def with_a_loop(a):
    """A loop in an expression."""
    return sum(x * 2 for x in a)


def with_a_call(a):
    """Another function."""
    return growth(a, 1, 2)


def with_an_attribute(a):
    """A field of a record."""
    return a.price


@pytest.mark.parametrize("function", [with_a_local, with_a_loop, with_a_call, with_an_attribute], ids=lambda f: f.__name__)
def test_function_beyond_a_formula_has_none(function: Callable[..., Any]) -> None:
    assert said(function) is None


SIGNS = {"×": "*", "÷": "/", "−": "-", "^": "**", "≤": "<=", "≥": ">=", "≠": "!=", " = ": " == "}


def as_python(words: str) -> str:
    for sign, python in SIGNS.items():
        words = words.replace(sign, python)
    return words


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_formulas_parse_back_to_their_expressions(calculator: Any) -> None:
    for figure in calculator.figures:
        words = said(figure.function)
        if words is None or any(word in words for word in ("the larger", "the smaller", "the sum", "otherwise", "the number")):
            continue
        source = inspect.getsource(figure.function)
        returned = ast.parse(source[source.rindex("return ") + 7 :].strip(), mode="eval")
        names = {node.id for node in ast.walk(returned) if isinstance(node, ast.Name)}
        world = {name: value for name, value in vars(sys.modules[figure.function.__module__]).items() if isinstance(value, int | float)}
        values = {name: 1.5 + place for place, name in enumerate(sorted(names - world.keys()))}
        meant = eval(compile(returned, "", "eval"), {}, {**world, **values})
        assert eval(as_python(words), {}, values) == pytest.approx(meant, rel=1e-3), figure.name


def test_equalizer_working_shows_formula_inputs_and_result() -> None:
    calculator = find("equalizer")
    assert calculator is not None
    outcome = calculator.outcome(calculator.inputs(pay=52000.0, pay_growth=0.02, inflation=0.034, years=5), date(2026, 11, 23))
    shown = {step.name: step for step in steps(outcome)}
    first, gap = shown["pay_needed"], shown["gap"]
    assert first.label == "Pay that keeps up"
    assert first.formula == "Pay today × (1 + Expected inflation) ^ Years ahead"
    assert first.numbers == "$52,000 × (1 + 3.4%) ^ 5"
    assert first.result.startswith("$61,462")
    assert gap.formula == "the larger of 0 and Pay that keeps up − Pay you expect"
    assert gap.numbers == "the larger of 0 and $61,462 − $57,412"


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_every_working_step_has_a_reason_and_a_result(calculator: Any) -> None:
    for step in steps(calculator.outcome(calculator.inputs(), date(2026, 11, 23)), most_rows=100):
        assert step.why, step.label
        assert step.result, step.label
        assert bool(step.formula) == bool(step.numbers), step.label


CASES = [case for calculator in CATALOGUE for case in (*calculator.cases.values(), *(() if calculator.cases else (calculator,)))]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.id} {c.serves}".strip())
def test_precomputed_table_has_the_same_formulas(case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for every country: countries share some figure functions, and some functions share a name."""
    tables = json.loads(json.dumps(precompute(CATALOGUE)))
    monkeypatch.setattr("calculators.engine.working.formulas._table", tables.get)
    for figure in case.figures:
        assert formula_tokens(figure) == read(figure.function)
        assert cell_formula(figure) == read_cells(figure.function)
