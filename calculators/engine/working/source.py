"""From a figure's source to its formula in words and signs."""

from __future__ import annotations

import ast
import functools
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from ..notation import POINT, in_notation
from .tokens import Token, plain

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: " + ",
    ast.Sub: " − ",
    ast.Mult: " × ",
    ast.Div: " ÷ ",
    ast.FloorDiv: " ÷ ",
    ast.Pow: " ^ ",
    ast.Lt: " < ",
    ast.LtE: " ≤ ",
    ast.Gt: " > ",
    ast.GtE: " ≥ ",
    ast.Eq: " = ",
    ast.NotEq: " ≠ ",
}
_BINDS: dict[type[ast.AST], int] = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 2, ast.FloorDiv: 2, ast.Pow: 3}
_WORDS = {"max": "the larger of ", "min": "the smaller of ", "sum": "the sum of ", "len": "the number of "}


class _Wordless(Exception):
    """The expression is more than a reader would call a formula."""


@functools.cache
def read(function: Callable[..., Any]) -> tuple[Token, ...] | None:
    """The formula of a function whose body is a docstring and one return; None for any other."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    definition = tree.body[0]
    if not isinstance(definition, ast.FunctionDef) or len(definition.body) != 2:
        return None
    last = definition.body[1]
    if not isinstance(last, ast.Return) or last.value is None:
        return None
    names = {argument.arg for argument in definition.args.args}
    try:
        return tuple(_join(_say(last.value, names, function.__globals__)))
    except _Wordless:
        return None


def _canonical(value: Any) -> str:
    """A constant as a token has it, whatever the reader's notation."""
    with in_notation(POINT):
        return plain(value)


def _join(tokens: list[Token]) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        if isinstance(token, str) and joined and isinstance(joined[-1], str):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _say(node: ast.expr, names: set[str], world: dict[str, Any], outer: int = 0) -> list[Token]:
    if isinstance(node, ast.Name):
        if node.id in names:
            return [(node.id,)]
        if isinstance(world.get(node.id), int | float):
            return [_canonical(world[node.id])]
        raise _Wordless
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return [_canonical(node.value)]
    if isinstance(node, ast.Constant) and node.value is None:
        return ["nothing"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        negated: list[Token] = ["−", *_say(node.operand, names, world, 3)]
        return ["(", *negated, ")"] if outer > 2 else negated
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        strength = _BINDS[type(node.op)]
        right = strength + 1 if isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Pow) else strength
        left = strength + 1 if isinstance(node.op, ast.Pow) else strength
        inside = [*_say(node.left, names, world, left), _SIGNS[type(node.op)], *_say(node.right, names, world, right)]
        return ["(", *inside, ")"] if strength < outer else inside
    if isinstance(node, ast.IfExp | ast.BoolOp | ast.Compare):
        return _say_choice(node, names, world, outer)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _WORDS and not node.keywords:
        said: list[Token] = [_WORDS[node.func.id]]
        for position, argument in enumerate(node.args):
            said += [" and "] if position else []
            said += _say(argument, names, world)
        return ["(", *said, ")"] if outer else said
    raise _Wordless


def _say_choice(node: ast.IfExp | ast.BoolOp | ast.Compare, names: set[str], world: dict[str, Any], outer: int) -> list[Token]:
    """A choice and its condition. That a value has to be there at all is not said: without one there is nothing to show."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SIGNS:
        return [*_say(node.left, names, world), _SIGNS[type(node.ops[0])], *_say(node.comparators[0], names, world)]
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        tests = [test for test in node.values if not _asks_for_a_value(test, ast.IsNot)]
        if len(tests) == 1:
            return _say(tests[0], names, world, outer)
    if isinstance(node, ast.IfExp):
        if _is_nothing(node.body) and _asks_for_a_value(node.test, ast.Is):
            return _say(node.orelse, names, world, outer)
        if _is_nothing(node.orelse) and _asks_for_a_value(node.test, ast.IsNot):
            return _say(node.body, names, world, outer)
        cases = [*_say(node.body, names, world), " if ", *_say(node.test, names, world), ", otherwise ", *_say(node.orelse, names, world)]
        return ["(", *cases, ")"] if outer else cases
    raise _Wordless


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _asks_for_a_value(test: ast.expr, sign: type[ast.cmpop]) -> bool:
    """`x is None`, or `x is not None` of one or several: a figure without a value passes that on."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) and sign is ast.IsNot:
        return all(_asks_for_a_value(each, sign) for each in test.values)
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], sign) and _is_nothing(test.comparators[0])
