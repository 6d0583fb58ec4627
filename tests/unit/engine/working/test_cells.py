"""Formulas of spreadsheets: translated from a figure's source, with what a spreadsheet reads otherwise than Python in brackets."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from calculators.engine.working.cells import read_cells

RATE = 0.25


def formula_of(function: Callable[..., Any]) -> str | None:
    tokens = read_cells(function)
    return None if tokens is None else "".join(t if isinstance(t, str) else "".join(t) for t in tokens)


def brackets(a, b, c):
    return a * (b + c) - (a - (b - c)) / (b * c)


def power_of_power(a, b, c):
    return a ** (b**c)


def minus_of_power(a, b):
    return -(a**b) + (-a) ** b


def extremes(a, b, items):
    return max(0, a - b) + min(items) + len(items)


def none_passed_on(a, b):
    return None if a is None or b == 0 else a / b


def both(a, b):
    return a if a is not None and b > 0 else RATE


def variable_in_brackets(a, b):
    left = a - b
    if left > 0:
        return left * 2
    return 0.0


def option(kind, a):
    return a if kind in {"gig", "job"} else -a


def looked_up(kind, a, b):
    return {"first": a, "second": b}.get(kind)


def sum_of_fields(gigs):
    return sum(gig.hours * gig.price for gig in gigs if gig.hours > 0)


def sum_of_pairs(x, y):
    return math.fsum(a * b for a, b in zip(x, y, strict=True))


def largest_known(x):
    return max((each for each in x if each is not None), default=None)


def helper(a, b):
    return a - b


def calls_another(a, b):
    return helper(b, a + 1) * 2


def condition(flag, a):
    return 1 if not flag else a // 2


def whole_part(a, b, c):
    return (a + b) // (b + c)


def size(a):
    return abs(a)


def within(a, b):
    return 1 if 0 < a <= b else 2


FORMULAS = {
    brackets: "a*(b+c)-(a-(b-c))/(b*c)",
    power_of_power: "a^(b^c)",
    minus_of_power: "(-(a^b))+(-a)^b",
    extremes: "MAX(0,a-b)+MIN(items*)+ROWS(items*)",
    none_passed_on: 'IF(IF((a=""),TRUE,(b=0)),"",a/b)',
    both: 'IF(IF((a<>""),(b>0),FALSE),a,0.25)',
    variable_in_brackets: "IF(((a-b)>0),(a-b)*2,0.0)",
    option: "IF(OR((kind=kind=gig),(kind=kind=job)),a,(-a))",
    looked_up: 'IF((kind=kind=first),a,IF((kind=kind=second),b,""))',
    sum_of_fields: "SUMPRODUCT((gigs.hours>0)*gigs.hours*gigs.price)",
    sum_of_pairs: "SUMPRODUCT(x**y*)",
    largest_known: 'IF(COUNT(x*)=0,"",MAX(x*))',
    calls_another: "(b-(a+1))*2",
    condition: "IF(NOT(flag?),1,INT(a/2))",
    whole_part: "INT((a+b)/(b+c))",
    size: "ABS(a)",
    within: "IF(AND((0<a),(a<=b)),1,2)",
}
"""What each function becomes. A name is its cell; * makes it a range, .field that of a field, =option a text, ? a condition."""


@pytest.mark.parametrize(("function", "formula"), FORMULAS.items(), ids=lambda value: getattr(value, "__name__", "formula"))
def test_arithmetic_becomes_a_formula(function: Callable[..., Any], formula: str) -> None:
    assert formula_of(function) == formula


def with_a_loop(a):
    total = 0
    for each in a:
        total += each
    return total


def with_rounding(a):
    return round(a, 2)


def with_more(*values):
    return values


def with_choices_of_rows(x, y):
    return sum(max(a, b) for a, b in zip(x, y, strict=True))


def with_two_loops(x, y):
    return sum(a * b for a in x for b in y)


def with_a_filtered_length(x):
    return len([each for each in x if each > 0])


def with_an_index(a):
    return a[0]


def with_text(a):
    return f"{a} hours"


@pytest.mark.parametrize(
    "function",
    [
        *(with_a_loop, with_two_loops, with_rounding, with_more, with_choices_of_rows),
        *(with_a_filtered_length, with_an_index, with_text),
    ],
    ids=lambda f: f.__name__,
)
def test_what_is_not_arithmetic_has_no_formula(function: Callable[..., Any]) -> None:
    """Python rounds a half to the even digit, and a spreadsheet away from zero."""
    assert formula_of(function) is None


def first(a):
    return a + 1


def second(a):
    return first(a) * 2


def third(a):
    return second(a)


def fourth(a):
    return third(a)


def four_deep(a):
    return fourth(a)


def five_deep(a):
    return four_deep(a)


def test_at_most_four_functions_call_one_another() -> None:
    assert formula_of(four_deep) == "(a+1)*2"
    assert formula_of(five_deep) is None
