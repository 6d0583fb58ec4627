"""Translate a figure's source into a formula for a spreadsheet."""

import ast
import inspect
import math
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import FunctionType

from .tokens import CellToken, with_texts_joined

LONGEST = 8_000
"""Characters of a formula, without its names. A spreadsheet takes 8,192."""
DEEPEST = 4
"""Functions that call one another."""

_OPERATORS: dict[type[ast.AST], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("-", 1),
    ast.Mult: ("*", 2),
    ast.Div: ("/", 2),
    ast.Pow: ("^", 3),
}
_COMPARISONS: dict[type[ast.AST], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "=",
    ast.NotEq: "<>",
    ast.Is: "=",
    ast.IsNot: "<>",
}
_OF_ONE = {"abs": "ABS", "float": "", "math.sqrt": "SQRT", "math.floor": "INT"}
_OF_A_LIST = {"sum": "SUM", "math.fsum": "SUM", "max": "MAX", "min": "MIN", "len": "ROWS"}
ATOM = 9
"""Binds more than any operator."""

Tokens = list[CellToken]


class _NotAFormula(Exception):
    """Raised for an expression that a cell's formula cannot hold."""


@dataclass(frozen=True)
class _Scope:
    """The names in a function: parameters and variables with their tokens, lists by their range, and the module's own names.

    `rows` are the variables of a comprehension, each with the list that it goes through. In an `array`, every operation is on ranges.
    """

    values: Mapping[str, Tokens]
    lists: Mapping[str, CellToken]
    globals: Mapping[str, object]
    rows: Mapping[str, str] = field(default_factory=dict)
    array: bool = False
    depth: int = 0


def read_cells(function: Callable[..., object]) -> tuple[CellToken, ...] | None:
    """Return the formula of a function of arithmetic and conditions; None for any other, and for one that is always the same."""
    try:
        definition = _definition(function)
        names = _parameters(definition)
        scope = _Scope({name: [(name,)] for name in names}, {name: (name, "*") for name in names}, _globals(function))
        tokens: Tokens = with_texts_joined(_body(_statements(definition), scope))
    except _NotAFormula:
        return None
    texts = [token for token in tokens if isinstance(token, str)]
    return tuple(tokens) if len(texts) < len(tokens) and sum(map(len, texts)) < LONGEST else None


def _globals(function: Callable[..., object]) -> Mapping[str, object]:
    return function.__globals__ if isinstance(function, FunctionType) else {}


def _definition(function: Callable[..., object]) -> ast.FunctionDef:
    definition = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    if not isinstance(definition, ast.FunctionDef):
        raise _NotAFormula
    return definition


def _parameters(definition: ast.FunctionDef) -> list[str]:
    arguments = definition.args
    if arguments.vararg or arguments.kwarg or arguments.kwonlyargs or arguments.defaults:
        raise _NotAFormula
    return [argument.arg for argument in arguments.args]


def _statements(definition: ast.FunctionDef) -> Sequence[ast.stmt]:
    return definition.body[1:] if ast.get_docstring(definition) is not None else definition.body


def _body(statements: Sequence[ast.stmt], scope: _Scope, binding: int = 0) -> Tokens:
    """Translate statements that end in a return: assignments are put in where they are used."""
    if not statements:
        raise _NotAFormula
    first, rest = statements[0], statements[1:]
    if isinstance(first, ast.Return) and first.value is not None:
        return _scalar(first.value, scope, binding)
    if isinstance(first, ast.Assign) and len(first.targets) == 1 and isinstance(first.targets[0], ast.Name):
        name = first.targets[0].id
        lists = {key: value for key, value in scope.lists.items() if key != name}
        return _body(rest, replace(scope, values={**scope.values, name: _scalar(first.value, scope, ATOM)}, lists=lists), binding)
    if isinstance(first, ast.If):
        return _call("IF", _test(first.test, scope), _body(first.body, scope), _body(first.orelse or rest, scope))
    raise _NotAFormula


def _call(name: str, *arguments: Tokens) -> Tokens:
    tokens: Tokens = [f"{name}("]
    for position, argument in enumerate(arguments):
        tokens += [","] if position else []
        tokens += argument
    return [*tokens, ")"]


def _scalar(node: ast.expr, scope: _Scope, binding: int = 0) -> Tokens:
    """Translate an expression for one value or, in an array, for a value of each row."""
    if isinstance(node, ast.Name):
        return _name(node.id, scope)
    if isinstance(node, ast.Constant):
        return [_constant(node.value)]
    if isinstance(node, ast.Attribute):
        return [_field(node, scope)]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return ["(-", *_scalar(node.operand, scope, ATOM), ")"]  # a spreadsheet takes -2^2 as 4
    if isinstance(node, ast.BinOp):
        return _operation(node, scope, binding)
    if isinstance(node, ast.Compare | ast.BoolOp) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)):
        return _test(node, scope)
    if isinstance(node, ast.IfExp) and not scope.array:
        return _call("IF", _test(node.test, scope), _scalar(node.body, scope), _scalar(node.orelse, scope))
    if isinstance(node, ast.Call) and not node.keywords:
        return _function(node, scope, binding)
    if isinstance(node, ast.Call) and len(node.args) == 1 and [keyword.arg for keyword in node.keywords] == ["default"]:
        return _function(node, scope, binding)
    raise _NotAFormula


def _name(name: str, scope: _Scope) -> Tokens:
    if name in scope.rows:
        return [(scope.rows[name], "*")]
    if name in scope.values:
        return scope.values[name]
    return [_constant(scope.globals.get(name, ...))]


def _constant(value: object) -> str:
    if value is None:
        return '""'
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float) and math.isfinite(value) and value >= 0:
        return repr(value)
    raise _NotAFormula


def _field(node: ast.Attribute, scope: _Scope) -> CellToken:
    """Translate `gig.price`, where `gig` goes through a list, to the cells of that field."""
    if isinstance(node.value, ast.Name) and node.value.id in scope.rows:
        return (scope.rows[node.value.id], f".{node.attr}")
    raise _NotAFormula


def _operation(node: ast.BinOp, scope: _Scope, binding: int) -> Tokens:
    if isinstance(node.op, ast.FloorDiv) and not scope.array:
        return ["INT(", *_scalar(node.left, scope, 2), "/", *_scalar(node.right, scope, 3), ")"]
    if isinstance(node.op, ast.Mod) and not scope.array:
        return _call("MOD", _scalar(node.left, scope), _scalar(node.right, scope))
    if type(node.op) not in _OPERATORS:
        raise _NotAFormula
    sign, strength = _OPERATORS[type(node.op)]
    power = isinstance(node.op, ast.Pow)  # a spreadsheet takes a^b^c from the left
    right = ATOM if power else strength + 1 if isinstance(node.op, ast.Sub | ast.Div) else strength
    inside = [*_scalar(node.left, scope, ATOM if power else strength), sign, *_scalar(node.right, scope, right)]
    return ["(", *inside, ")"] if strength < binding else inside


def _test(node: ast.expr, scope: _Scope) -> Tokens:
    """Translate a condition. AND and OR of a spreadsheet compute all their arguments, so that IF stands in their place."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _comparison(node.left, node.ops[0], node.comparators[0], scope)
    if isinstance(node, ast.Compare) and not scope.array:
        sides = [node.left, *node.comparators]
        return _call("AND", *[_comparison(a, op, b, scope) for a, op, b in zip(sides, node.ops, sides[1:], strict=False)])
    if scope.array:
        raise _NotAFormula
    if isinstance(node, ast.BoolOp):
        first, *rest = node.values
        other = _test(ast.BoolOp(node.op, rest), scope) if len(rest) > 1 else _test(rest[0], scope)
        return _call("IF", _test(first, scope), *((other, ["FALSE"]) if isinstance(node.op, ast.And) else (["TRUE"], other)))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return _call("NOT", _test(node.operand, scope))
    if isinstance(node, ast.Name) and scope.values.get(node.id) == [(node.id,)]:
        return [(node.id, "?")]
    raise _NotAFormula


def _comparison(left: ast.expr, operator: ast.cmpop, right: ast.expr, scope: _Scope) -> Tokens:
    if isinstance(operator, ast.In) and isinstance(right, ast.Set | ast.Tuple) and not scope.array:
        return _call("OR", *[_comparison(left, ast.Eq(), each, scope) for each in right.elts])
    if type(operator) not in _COMPARISONS:
        raise _NotAFormula
    sign = _COMPARISONS[type(operator)]
    if isinstance(right, ast.Constant) and isinstance(right.value, str):
        cell = _scalar(left, scope)
        if len(cell) != 1 or isinstance(cell[0], str) or sign not in {"=", "<>"}:
            raise _NotAFormula
        return ["(", *cell, sign, (cell[0][0], "".join(cell[0][1:]).replace("*", "") + f"={right.value}"), ")"]
    return ["(", *_scalar(left, scope, 1), sign, *_scalar(right, scope, 1), ")"]


def _function(node: ast.Call, scope: _Scope, binding: int) -> Tokens:
    name = ast.unparse(node.func)
    if name in _OF_A_LIST and len(node.args) == 1:
        tokens = _of_a_list(name, node.args[0], scope)
        if not node.keywords:
            return tokens
        empty = ["COUNT(", *tokens[1:-1], ")=0"]
        return _call("IF", empty, _scalar(node.keywords[0].value, scope), tokens)
    if name in {"max", "min"} and not node.keywords and not scope.array and not any(isinstance(each, ast.Starred) for each in node.args):
        return _call(name.upper(), *[_scalar(argument, scope) for argument in node.args])
    if name in _OF_ONE and len(node.args) == 1:
        return _call(_OF_ONE[name], _scalar(node.args[0], scope)) if _OF_ONE[name] else _scalar(node.args[0], scope, binding)
    if isinstance(node.func, ast.Attribute) and node.func.attr == "get" and isinstance(node.func.value, ast.Dict) and len(node.args) == 1:
        return _looked_up(node.func.value, node.args[0], scope)
    called = scope.globals.get(name)
    called = getattr(called, "function", called)
    if not isinstance(called, FunctionType) or scope.depth >= DEEPEST or scope.array:
        raise _NotAFormula
    return _inlined(called, node, scope, binding)


def _looked_up(table: ast.Dict, key: ast.expr, scope: _Scope) -> Tokens:
    """Translate `{"a": x, "b": y}.get(key)` to one IF for each entry."""
    tokens: Tokens = ['""']
    for option, value in reversed(list(zip(table.keys, table.values, strict=True))):
        if option is None or scope.array:
            raise _NotAFormula
        tokens = _call("IF", _comparison(key, ast.Eq(), option, scope), _scalar(value, scope), tokens)
    return tokens


def _inlined(called: FunctionType, node: ast.Call, scope: _Scope, binding: int) -> Tokens:
    """Translate a call of another function of ours: what it returns, with the arguments in place of its parameters."""
    definition = _definition(called)
    names = _parameters(definition)
    if len(names) != len(node.args) or node.keywords:
        raise _NotAFormula
    values: dict[str, Tokens] = {}
    lists: dict[str, CellToken] = {}
    for name, argument in zip(names, node.args, strict=True):
        values[name] = _scalar(argument, scope, ATOM)
        if isinstance(argument, ast.Name) and argument.id in scope.lists:
            lists[name] = scope.lists[argument.id]
    return _body(_statements(definition), _Scope(values, lists, called.__globals__, depth=scope.depth + 1), binding)


def _of_a_list(name: str, node: ast.expr, scope: _Scope) -> Tokens:
    """Translate a sum, an extreme or the length of a list or of a comprehension."""
    if isinstance(node, ast.Name) and node.id in scope.lists and not scope.array:
        return _call(_OF_A_LIST[name], [scope.lists[node.id]])
    if not isinstance(node, ast.GeneratorExp | ast.ListComp) or len(node.generators) != 1 or name == "len" or scope.array:
        raise _NotAFormula
    loop = node.generators[0]
    inner = replace(scope, rows=_loop(loop, scope), array=True)
    tests = [test for test in loop.ifs if not _is_a_value(test, node.elt)]
    if isinstance(node.elt, ast.Name | ast.Attribute) and not tests:
        return _call(_OF_A_LIST[name], _scalar(node.elt, inner))
    if _OF_A_LIST[name] != "SUM" or len(tests) != len(loop.ifs):
        raise _NotAFormula
    product: Tokens = []
    for test in tests:
        product += [*_test(test, inner), "*"]
    return _call("SUMPRODUCT", [*product, *_scalar(node.elt, inner, 2 if product else 0)])


def _is_a_value(test: ast.expr, element: ast.expr) -> bool:
    """Whether a test leaves out what is None of the elements themselves: such a cell is empty, and SUM and MAX ignore it."""
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.IsNot) and ast.dump(test.left) == ast.dump(element)


def _loop(loop: ast.comprehension, scope: _Scope) -> dict[str, str]:
    """Return the variables of a comprehension, each with the list that it goes through."""
    targets, lists = [loop.target], [loop.iter]
    if isinstance(loop.iter, ast.Call) and ast.unparse(loop.iter.func) == "zip" and isinstance(loop.target, ast.Tuple):
        targets, lists = list(loop.target.elts), list(loop.iter.args)
    pairs = {
        target.id: scope.lists.get(each.id)
        for target, each in zip(targets, lists, strict=True)
        if isinstance(target, ast.Name) and isinstance(each, ast.Name)
    }
    if len(pairs) != len(targets) or any(each is None for each in pairs.values()):
        raise _NotAFormula
    return {name: each[0] for name, each in pairs.items() if each is not None}
