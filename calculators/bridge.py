"""The only door from outside: JSON text in, JSON text out. Nothing here raises."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import IDS, find
from .engine.analysis.percentiles import Percentiles
from .engine.analysis.ranges import uncertain_inputs
from .engine.calculator import Calculator, Outcome, RowsTable
from .engine.fields import Field, columns
from .engine.money import in_money, sign_of
from .engine.notation import EXAMPLES, Notation, in_notation, known_notation, notation_of
from .engine.parameters import NotPublished
from .engine.place import in_place
from .engine.typed import typed_inputs
from .engine.validation import FieldError
from .workbook import document as workbook

LONGEST_REQUEST = 8_000_000
"""Characters; far above the largest honest workbook."""
KEYS = ("calculator", "inputs", "workbook", "example", "numbers", "as_of", "explore", "first", "estimates")
"""What a request may hold."""


def run(request: str) -> str:
    """Run one calculator.

    Args:
        request: `{"calculator": NAME, "inputs": {...}, "workbook": {...}?, "example": {...}?, "numbers": "1.234.567,89"?,
            "as_of": "2026-11-23"?}`. Inputs are typed texts or JSON values; with a workbook, what is missing among the inputs is taken
            from it, and what it lacks from the example. `numbers` is how the reader writes 1234567.89 (engine/notation.py): texts are
            read that way and amounts written that way; left out, as the workbook says.

    Returns:
        `{"calculator", "inputs", "figures": {name: value}, "ranges"?, "rows"?, "parameters": [{name, value, from, source}], "errors"?}`
        with `errors: [{field, code, message}]` when it could not be computed. Money in cents, rates to a millionth. Never raises.
    """
    return _guarded(_run, request)


def page(request: str) -> str:
    """Run one calculator for its page.

    Args:
        request: as for `run`; with `"first": true` only what is there before any range is drawn: `{"first": html}`, or `{}` where no
            range is drawn, or where something has to be said of the inputs.

    Returns:
        `{"outcome": {"html", "charts"}, "linked", "errors": []}`, or `{"errors", "summary", "linked"}` when the inputs need another look,
        or `{"failed": {"name", "message"}}` for a fault of ours. Never raises.
    """
    return _guarded(_page, request, _refused_page)


def explore(request: str) -> str:
    """Ask a calculator what if.

    Args:
        request: as for `run`, with `"explore": {...}`, a question of what_if.ask.

    Returns:
        `{"calculator", "explore": {...}}`, or `{"calculator", "errors": [...]}`. Never raises.
    """
    return _guarded(_explore, request)


def explore_page(request: str) -> str:
    """The what-if panel of a calculator's page.

    Args:
        request: as for `run`, with `"explore": {"seek"?, "range"?, "scenarios"?}`, the state of the panel.

    Returns:
        `{"panel": {"html", "charts"}}`, or `{"errors": [...]}` while the form itself has errors. Never raises.
    """
    return _guarded(_explore_page, request)


def open_workbook(text: str) -> str:
    """Look through an imported or older workbook.

    Returns:
        `{"workbook": {...}, "migrated": bool}` or `{"problem": {"code", "message"}}`. Never raises.
    """
    try:
        found, migrated = workbook.read(text)
    except workbook.WorkbookProblem as problem:
        return _json({"problem": {"code": problem.code, "message": str(problem)}})
    return _json({"workbook": found, "migrated": migrated})


def rewrite_numbers(request: str) -> str:
    """Write a workbook's numbers in another notation.

    Args:
        request: `{"workbook": {...}, "numbers": "1.234.567,89"}`.

    Returns:
        `{"workbook": {...}}`, in which texts that are no number stay as they were typed, or `{"problem": ...}`. Never raises.
    """
    try:
        from .workbook.notation import in_other_notation  # only where a reader changes it

        asked = workbook.parse(request)
        book, _ = workbook.read(json.dumps(asked["workbook"]))
        return _json({"workbook": in_other_notation(book, notation_of(asked["numbers"]))})
    except workbook.WorkbookProblem as problem:
        return _json({"problem": {"code": problem.code, "message": str(problem)}})
    except (ValueError, TypeError, KeyError, RecursionError):
        return _json({"problem": {"code": "damaged", "message": "That is no workbook, so its numbers stay as they are."}})


def _guarded(answer: Any, request: str, refused: Any = dict) -> str:
    try:
        asked = _read(request)
        sign = asked.calculator.sign(asked.filled, asked.sign)
        with in_notation(asked.notation), in_money(sign), in_place(asked.place):
            return _json(answer(asked))
    except _Unusable as fault:
        return _json(refused(_refusal(fault.calculator, [FieldError(fault.field, fault.code, str(fault))])))
    except NotPublished as ended:
        return _json(refused(_refusal("", [FieldError("", "not-published", str(ended))])))
    except Exception as fault:  # noqa: BLE001 - a fault of ours must reach the page as words, not as silence
        message = f"{type(fault).__name__}: {fault}"
        refusal = _refusal("", [FieldError("", "fault", f"This calculator failed, and that is our fault: {message}"[:300])])
        return _json({**refusal, "failed": {"name": type(fault).__name__, "message": str(fault)[:300]}})


class _Unusable(ValueError):
    """A request that names no calculator or is no request."""

    def __init__(self, code: str, message: str, calculator: str = "", field: str = "") -> None:
        super().__init__(message)
        self.code, self.calculator, self.field = code, calculator, field


def _json(answer: Any) -> str:
    text = json.dumps(answer, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone half of a character pair would break whoever prints this
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def _refusal(calculator: str, errors: list[FieldError]) -> dict[str, Any]:
    return {"calculator": calculator, "inputs": {}, "figures": {}, "parameters": [], "errors": [error.as_json() for error in errors]}


@dataclass(frozen=True)
class _Asked:
    """A request, read: inputs as they came, and filled up from links and the workbook."""

    calculator: Calculator
    typed: dict[str, Any]
    filled: dict[str, Any]
    day: date
    linked: Mapping[str, Any]
    question: Any
    first: bool
    sign: str
    notation: Notation
    place: str


def _read(request: str) -> _Asked:
    if len(request) > LONGEST_REQUEST:
        raise _Unusable("too-big", "That is more than this page can read at once.")
    try:
        asked = workbook.parse(request)
    except (ValueError, RecursionError):
        raise _Unusable("not-json", "That is not JSON.") from None
    if not isinstance(asked, dict):
        raise _Unusable("not-an-object", "A request is an object with calculator and inputs.")
    name = asked.get("calculator")
    calculator = find(name) if isinstance(name, str) else None
    if calculator is None:
        known = ", ".join(IDS)
        raise _Unusable("unknown-calculator", f"There is no such calculator; there are: {known}.", str(name)[:60])
    unknown = next((key for key in asked if key not in KEYS), None)
    if unknown is not None:
        message = f"There is no such key. A request may hold: {', '.join(KEYS)}. What is typed into a form goes into “inputs”."
        raise _Unusable("unknown-key", message, calculator.id, str(unknown)[:80])
    typed = asked.get("inputs", {})
    if not isinstance(typed, dict):
        raise _Unusable("not-an-object", "The inputs must be an object of field names and values.", calculator.id)
    if "numbers" in asked and known_notation(asked["numbers"]) is None:
        message = f"“numbers” says how numbers are written. It is one of: {'; '.join(EXAMPLES)}."
        raise _Unusable("unknown-notation", message, calculator.id, "numbers")
    example = asked.get("example")
    day = date.today()  # noqa: DTZ011 - the reader's own calendar day is what is meant
    if "as_of" in asked:
        try:
            day = date.fromisoformat(asked["as_of"])
        except (TypeError, ValueError):
            raise _Unusable("not-a-date", "as_of is a date like 2026-11-23.", calculator.id) from None
    book = asked.get("workbook")
    pages: Mapping[str, Any] = workbook.pages(book)
    held = book if isinstance(book, dict) else {}
    notation, place, sign = notation_of(asked.get("numbers", held.get("numbers"))), workbook.place(book), sign_of(held.get("sign"))
    with in_notation(notation), in_money(sign):  # what is lent may be words with amounts in them
        linked = workbook.linked(calculator, pages, day, place)
    if isinstance(example, dict):  # a household of the book has its own prices
        linked = {name: link for name, link in linked.items() if link["from"] != "workbook" or name not in example}
    stored = workbook.stored(calculator, pages)
    filled = {name: link["value"] for name, link in linked.items()} | stored | typed
    if isinstance(example, dict):
        filled = example | filled
    return _Asked(calculator, typed, filled, day, linked, asked.get("explore"), asked.get("first") is True, sign, notation, place)


def _run(asked: _Asked) -> dict[str, Any]:
    calculator = asked.calculator
    inputs, errors = calculator.read(asked.filled)
    if inputs is None:
        return {**_refusal(calculator.id, errors), "inputs": asked.typed}
    outcome = calculator.outcome(inputs, asked.day)
    answer: dict[str, Any] = {
        "calculator": calculator.id,
        "inputs": echo(inputs),
        "figures": {
            one.name: _rounded(one.unit, outcome[one.name])
            for one in outcome.calculator.figures
            if one.unit and not one.rows and not one.step
        },
    }
    if outcome.ranges:
        answer["ranges"] = {
            name: _range(outcome.calculator.graph.by_name(name).unit or Field(), spread) for name, spread in outcome.ranges.items()
        }
    rows = _rows(outcome)
    if rows:
        answer["rows"] = rows
    answer["parameters"] = [
        {"name": p.name, "value": p.value, "from": p.since.isoformat(), "source": p.source.url or p.source.name} for p in outcome.parameters
    ]
    return answer


def _page(asked: _Asked) -> dict[str, Any]:
    from .engine.view.outcome import chart_specs, first_html, outcome_html  # the templates are needed on a page only

    calculator = asked.calculator
    inputs, errors = calculator.read(asked.filled)
    if asked.first:
        drawn = inputs is not None and calculator.at(inputs).ranged and uncertain_inputs(calculator.at(inputs), inputs)
        return {"first": first_html(calculator.outcome(inputs, asked.day, ranges=False))} if drawn else {}
    if inputs is None:
        return {**_refused_page(_refusal(calculator.id, errors)), "linked": asked.linked}
    outcome = calculator.outcome(inputs, asked.day)
    return {"outcome": {"html": outcome_html(outcome), "charts": chart_specs(outcome)}, "linked": asked.linked, "errors": []}


def _explore(asked: _Asked) -> dict[str, Any]:
    from .what_if.questions import ask  # most pages never ask

    calculator = asked.calculator
    inputs, errors = calculator.read(asked.filled)
    answer: dict[str, Any] = {}
    if inputs is not None:
        answer, errors = ask(calculator, inputs, asked.question, asked.day)
    return {**_refusal(calculator.id, errors), "inputs": asked.typed} if errors else {"calculator": calculator.id, "explore": answer}


def _explore_page(asked: _Asked) -> dict[str, Any]:
    from .what_if.panel import panel  # most pages never ask

    calculator = asked.calculator
    inputs, errors = calculator.read(asked.filled)
    if inputs is None:
        return {"errors": [error.as_json() for error in errors]}
    state = asked.question if isinstance(asked.question, Mapping) else {}
    return {"panel": panel(calculator, inputs, state, asked.day), "errors": []}


def _refused_page(refusal: Mapping[str, Any]) -> dict[str, Any]:
    """The page's way to say what was refused: the errors, and their summary in HTML."""
    from .engine.view.outcome import render

    calculator = find(refusal["calculator"])
    shown = [
        {
            **error,
            "id": f"{refusal['calculator']}-{error['field']}".replace(".", "-"),
            "label": _label(calculator, error["field"]) if calculator else "",
        }
        for error in refusal["errors"]
    ]
    return {"errors": refusal["errors"], "summary": render("error-summary/template.html.j2", errors=shown), "linked": {}}


def _label(calculator: Calculator, name: str) -> str:
    """The words for a form name: "Your assets, 3: Capacity"."""
    slot = next((s for s in calculator.slots if s.name == name.partition(".")[0]), None)
    if slot is None:
        return ""
    _, index, *inner = [*name.split("."), "", ""]
    of = getattr(slot.field, "of", None)
    if of is None or not (index.isascii() and index.isdigit()):
        return slot.field.label
    label = dict(columns(of))[inner[0]].label if inner[0] in dict(columns(of)) else ""
    return f"{slot.field.label}, {int(index) + 1}{': ' if label else ''}{label}"


def echo(value: Any) -> Any:
    """Inputs as plain JSON values."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: echo(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, tuple):
        return [echo(item) for item in value]
    return value


def _rounded(unit: Field | None, value: Any) -> Any:
    if value is None or unit is None:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        raise ArithmeticError("a figure left the numbers that can be counted")
    return unit.rounded(value)


def _range(unit: Field, spread: Any) -> Any:
    if isinstance(spread, Percentiles):
        return {name: _rounded(unit, getattr(spread, name)) for name in ("p10", "p50", "p90")}
    return [_range(unit, each) for each in spread]


def _rows(outcome: Outcome) -> dict[str, list[dict[str, Any]]]:
    """Row figures by their rows, and table figures by their own names."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in outcome.calculator.tables:
        if isinstance(table, RowsTable):
            from .engine.view.tables import row_titles

            found[table.rows] = [{"title": title} for title in row_titles(outcome, table)]
    for series in outcome.calculator.series:
        found[series.name] = [{series.field: value} for value in series.values]
    for one in outcome.calculator.figures:
        if one.table:
            found[one.name] = [
                {name: _rounded(unit, getattr(record, name)) for name, unit in columns(one.table)} for record in outcome[one.name]
            ]
        elif one.rows and not one.step:
            rows = found.setdefault(one.rows, [{} for _ in outcome[one.name]])
            for row, value in zip(rows, outcome[one.name], strict=True):
                row[one.name] = _rounded(one.unit, value)
    return found


def defaults(calculator: Calculator) -> dict[str, Any]:
    """A calculator's first inputs as typed texts."""
    return typed_inputs(calculator.slots, calculator.inputs())
