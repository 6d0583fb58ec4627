"""Translate a figure's source into a formula of words and signs."""

import ast
import functools
import inspect
import textwrap
from collections.abc import Callable, Mapping

from ..notation import POINT, in_notation
from .tokens import Token, plain, with_texts_joined

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


class _NotAFormula(Exception):
    """Raised for an expression that is more complex than a formula for readers."""


@functools.cache
def read(function: Callable[..., object]) -> tuple[Token, ...] | None:
    """Return the formula of a function whose body is a docstring and a return statement; None for any other."""
    match ast.parse(textwrap.dedent(inspect.getsource(function))).body:
        case [ast.FunctionDef(body=[_, ast.Return(value=ast.expr() as formula)]) as definition]:
            pass
        case _:
            return None
    names = {argument.arg for argument in definition.args.args}
    try:
        return tuple(with_texts_joined(_translate(formula, names, function.__globals__)))
    except _NotAFormula:
        return None


def _canonical(value: float) -> str:
    """Format a constant for a token, independently of the reader's notation."""
    with in_notation(POINT):
        return plain(value)


def _translate(node: ast.expr, names: set[str], constants: Mapping[str, object], binding: int = 0) -> list[Token]:
    if isinstance(node, ast.Name):
        if node.id in names:
            return [(node.id,)]
        constant = constants.get(node.id)
        if isinstance(constant, int | float):
            return [_canonical(constant)]
        raise _NotAFormula
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return [_canonical(node.value)]
    if isinstance(node, ast.Constant) and node.value is None:
        return ["nothing"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        negated: list[Token] = ["−", *_translate(node.operand, names, constants, 3)]
        return ["(", *negated, ")"] if binding > 2 else negated
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        strength = _BINDS[type(node.op)]
        right = strength + 1 if isinstance(node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.Pow) else strength
        left = strength + 1 if isinstance(node.op, ast.Pow) else strength
        inside = [*_translate(node.left, names, constants, left), _SIGNS[type(node.op)], *_translate(node.right, names, constants, right)]
        return ["(", *inside, ")"] if strength < binding else inside
    if isinstance(node, ast.IfExp | ast.BoolOp | ast.Compare):
        return _translate_choice(node, names, constants, binding)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _WORDS and not node.keywords:
        phrase: list[Token] = [_WORDS[node.func.id]]
        for position, argument in enumerate(node.args):
            phrase += [" and "] if position else []
            phrase += _translate(argument, names, constants)
        return ["(", *phrase, ")"] if binding else phrase
    raise _NotAFormula


def _translate_choice(
    node: ast.IfExp | ast.BoolOp | ast.Compare, names: set[str], constants: Mapping[str, object], binding: int
) -> list[Token]:
    """Translate a conditional expression. A check that a value is not None is left out: without a value nothing is shown."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SIGNS:
        return [*_translate(node.left, names, constants), _SIGNS[type(node.ops[0])], *_translate(node.comparators[0], names, constants)]
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        tests = [test for test in node.values if not _tests_for_none(test, ast.IsNot)]
        if len(tests) == 1:
            return _translate(tests[0], names, constants, binding)
    if isinstance(node, ast.IfExp):
        if _is_none(node.body) and _tests_for_none(node.test, ast.Is):
            return _translate(node.orelse, names, constants, binding)
        if _is_none(node.orelse) and _tests_for_none(node.test, ast.IsNot):
            return _translate(node.body, names, constants, binding)
        cases = [
            *_translate(node.body, names, constants),
            " if ",
            *_translate(node.test, names, constants),
            ", otherwise ",
            *_translate(node.orelse, names, constants),
        ]
        return ["(", *cases, ")"] if binding else cases
    raise _NotAFormula


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _tests_for_none(test: ast.expr, sign: type[ast.cmpop]) -> bool:
    """Return whether a test is `x is None`, or `x is not None` for one or several values."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) and sign is ast.IsNot:
        return all(_tests_for_none(value, sign) for value in test.values)
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], sign) and _is_none(test.comparators[0])
