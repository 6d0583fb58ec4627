"""The interface for other programs: JSON text in, JSON text out. Nothing here raises."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from . import IDS, find
from .engine.analysis.ranges import uncertain_inputs
from .engine.calculator import Calculator
from .engine.currency import Currency, in_currency
from .engine.dates import read_day
from .engine.errors import CodedError
from .engine.fields import Field
from .engine.notation import EXAMPLES, POINT, Notation, in_notation, known_notation
from .engine.parameters import NotPublished
from .engine.place import in_place
from .engine.plain_values import echo, range_of, rounded, rows_of
from .engine.typed import typed_inputs
from .engine.validation import FieldError
from .workbook import document as workbook
from .workbook.about import about, currency

NOTATION_WANTED = f"“numbers” says how numbers are written. It is one of: {'; '.join(EXAMPLES)}."
LONGEST_REQUEST = 8_000_000
"""Characters; far more than the largest real workbook has."""
KEYS = ("calculator", "inputs", "workbook", "example", "numbers", "as_of", "explore", "first", "folds", "estimates")
"""The keys of a request."""

Answer = dict[str, object]
"""An answer, ready for JSON."""


def run(request: str) -> str:
    """Run one calculator.

    Args:
        request: `{"calculator": NAME, "inputs": {...}, "workbook": {...}?, "example": {...}?, "numbers": "1.234.567,89"?,
            "as_of": "2026-11-23"?}`. Inputs are typed texts or JSON values. Missing inputs are taken from the workbook, then from
            the example. `numbers` is how the reader writes 1234567.89 (engine/notation.py), for texts that are read and amounts that
            are written; when left out, the workbook's notation is used.

    Returns:
        `{"calculator", "inputs", "figures": {name: value}, "ranges"?, "rows"?, "parameters": [{name, value, from, source}], "errors"?}`
        with `errors: [{field, code, message}]` when the inputs have errors. Money in cents, rates to a millionth. Never raises.
    """
    return _guarded(_run, request)


def page(request: str) -> str:
    """Run one calculator for its page.

    Args:
        request: as for `run`. With `"first": true`, only the first block without ranges is rendered: `{"first": html}`, or `{}` for a
            calculator without ranges and for inputs with errors. With `"folds": false`, the working, sources and chart tables are left out.

    Returns:
        `{"outcome": {"html", "charts"}, "linked", "errors": []}`, or `{"errors", "summary", "linked"}` when the inputs have errors, or
        `{"failed": {"name", "message"}}` after an internal error. Never raises.
    """
    return _guarded(_page, request, _error_page)


def explore(request: str) -> str:
    """Answer a what-if question.

    Args:
        request: as for `run`, with a question for what_if.questions.ask as `"explore": {...}`.

    Returns:
        `{"calculator", "explore": {...}}`, or `{"calculator", "errors": [...]}`. Never raises.
    """
    return _guarded(_explore, request)


def explore_page(request: str) -> str:
    """Render the what-if panel of a calculator's page, whose state is `"explore": {"seek"?, "range"?, "scenarios"?}`.

    Returns `{"panel": {"html", "charts"}}`, or `{"errors": [...]}` when the form has errors. Never raises.
    """
    return _guarded(_explore_page, request)


def explore_sentence(request: str) -> str:
    """Compute the figures of a sentence: `"explore": {"changes": {path: typed}, "words": [word], "sign": "$"}` (engine/view/explorable.py).

    Returns `{"texts": {word: text}, "values": {word: number or null}}`, or `{"errors": [...]}`. Never raises.
    """
    return _guarded(_explore_sentence, request)


def spreadsheet(request: str) -> str:
    """Lay out a calculator's outcome as a sheet, or its tables as CSV.

    Args:
        request: as for `run`, with `"explore": {"first": row}`, the row of the sheet of sources in which those of this calculator begin,
            or with `"explore": {"csv": true}`.

    Returns:
        What engine/spreadsheet/answer.py says, or `{"errors": [...], "title"}`. Never raises.
    """
    return _guarded(_spreadsheet, request)


def printed(request: str) -> str:
    """Render a calculator's part of the long version on paper: inputs, outcome, working and sources, all of it open.

    Returns `{"html", "charts"}`, also for inputs with errors, which the HTML then names. Never raises.
    """
    return _guarded(_printed, request)


def change_figure(request: str) -> str:
    """Compute a calculator with another source for one figure, `"explore": {"figure", "source"}` (engine/changed_figure.py).

    Returns the figures before and after it, a problem, or `{"errors": [...]}` for inputs with errors. Never raises.
    """
    return _guarded(_change, request)


def open_workbook(text: str) -> str:
    """Check an imported or older workbook, and migrate it to the current schema.

    Returns:
        `{"workbook": {...}, "migrated": bool}` or `{"problem": {"code", "message"}}`. Never raises.
    """
    try:
        book, migrated = workbook.read(text)
    except workbook.WorkbookProblem as problem:
        return _json({"problem": {"code": problem.code, "message": str(problem)}})
    return _json({"workbook": book, "migrated": migrated})


def rewrite_numbers(request: str) -> str:
    """Convert a workbook's numbers to another notation.

    Args:
        request: `{"workbook": {...}, "numbers": "1.234.567,89"}`.

    Returns:
        `{"workbook": {...}}`, in which texts that are not numbers are unchanged, or `{"problem": ...}`. Never raises.
    """
    try:
        from .workbook.notation import in_other_notation  # imported only when it is used

        raw = workbook.parse(request)
        book, _ = workbook.read(json.dumps(raw["workbook"]))
        notation = known_notation(raw["numbers"])
        if notation is None:
            return _json({"problem": {"code": "unknown-notation", "message": NOTATION_WANTED}})
        return _json({"workbook": in_other_notation(book, notation)})
    except workbook.WorkbookProblem as problem:
        return _json({"problem": {"code": problem.code, "message": str(problem)}})
    except (ValueError, TypeError, KeyError, RecursionError):
        return _json({"problem": {"code": "damaged", "message": "That is not a workbook, so its numbers stay as they are."}})


def _guarded(compute: Callable[[_Request], Answer], text: str, present: Callable[[Answer], Answer] = dict) -> str:
    """Parse a request and compute its answer; turn every exception into an answer. `present` converts an answer with errors."""
    try:
        request = _parse(text)
        written_in = request.calculator.currency(request.inputs, request.currency)
        with in_notation(request.notation), in_currency(written_in), in_place(request.place):
            return _json(compute(request))
    except _InvalidRequest as invalid:
        return _json(present(_errors(invalid.calculator, [FieldError(invalid.field, invalid.code, str(invalid))])))
    except NotPublished as ended:
        return _json(present(_errors("", [FieldError("", "not-published", str(ended))])))
    except Exception as error:  # noqa: BLE001 - a bug must reach the page as a sentence, not as silence
        message = f"{type(error).__name__}: {error}"
        answer = _errors("", [FieldError("", "fault", f"This calculator failed, and that is our fault: {message}"[:300])])
        return _json({**answer, "failed": {"name": type(error).__name__, "message": str(error)[:300]}})


class _InvalidRequest(CodedError):
    """A request that cannot be read, or that names no calculator."""

    def __init__(self, code: str, message: str, calculator: str = "", field: str = "") -> None:
        super().__init__(code, message)
        self.calculator, self.field = calculator, field


def _json(answer: object) -> str:
    text = json.dumps(answer, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # an unpaired surrogate cannot be printed
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def _errors(calculator: str, errors: list[FieldError]) -> Answer:
    """Return the answer to a request with errors."""
    return {"calculator": calculator, "inputs": {}, "figures": {}, "parameters": [], "errors": [error.as_json() for error in errors]}


class _Request(NamedTuple):
    """A parsed request. `inputs` are the typed ones, completed from the workbook, from prefills and from the example."""

    calculator: Calculator
    typed: dict[str, object]
    inputs: dict[str, object]
    day: date
    linked: Mapping[str, Mapping[str, object]]
    question: object
    first: bool
    folds: bool
    currency: Currency
    notation: Notation
    place: str


def _parse(text: str) -> _Request:
    raw = _object(text)
    calculator = _calculator(raw)
    typed = raw.get("inputs", {})
    if not isinstance(typed, dict):
        raise _InvalidRequest("not-an-object", "The inputs must be an object of field names and values.", calculator.id)
    day = _day(raw, calculator)
    book = raw.get("workbook")
    settings = book if isinstance(book, dict) else {}
    notation, reader, own = _notation(raw, settings, calculator), about(book), currency(book)
    pages = workbook.pages(book)
    with in_notation(notation), in_currency(own), in_place(reader.place):  # a prefilled text may contain amounts
        linked = workbook.linked(calculator, pages, day, reader, typed) if settings else {}
    example = raw.get("example")
    example = example if isinstance(example, dict) else {}
    # an example is somebody else's, who does not live where the reader does
    linked = {name: link for name, link in linked.items() if link["from"] != "workbook" or not example}
    prefilled = {name: link["value"] for name, link in linked.items()}
    inputs = calculator.from_older(example) | prefilled | workbook.stored(calculator, pages) | calculator.from_older(typed)
    first, folds = raw.get("first") is True, raw.get("folds") is not False
    return _Request(calculator, typed, inputs, day, linked, raw.get("explore"), first, folds, own, notation, reader.place)


def _notation(raw: Mapping[str, object], book: Mapping[str, object], calculator: Calculator) -> Notation:
    """Return the request's notation, or else the workbook's."""
    source = next((keys for keys in (raw, book) if "numbers" in keys), {"numbers": POINT.example})
    known = known_notation(source["numbers"])
    if known is None:
        raise _InvalidRequest("unknown-notation", NOTATION_WANTED, calculator.id, "numbers")
    return known


def _object(text: str) -> dict[str, object]:
    if len(text) > LONGEST_REQUEST:
        raise _InvalidRequest("too-big", "That is more than this page can read at once.")
    try:
        raw = workbook.parse(text)
    except (ValueError, RecursionError):
        raise _InvalidRequest("not-json", "That is not JSON.") from None
    if not isinstance(raw, dict):
        raise _InvalidRequest("not-an-object", "A request is an object with calculator and inputs.")
    return raw


def _calculator(raw: Mapping[str, object]) -> Calculator:
    """Return the calculator of a request, whose keys are checked as well."""
    name = raw.get("calculator")
    calculator = find(name) if isinstance(name, str) else None
    if calculator is None:
        known = ", ".join(IDS)
        raise _InvalidRequest("unknown-calculator", f"There is no such calculator. Choose one of these: {known}.", str(name)[:60])
    unknown = next((key for key in raw if key not in KEYS), None)
    if unknown is not None:
        message = f"There is no such key. A request may contain: {', '.join(KEYS)}. What is typed into a form goes into “inputs”."
        raise _InvalidRequest("unknown-key", message, calculator.id, str(unknown)[:80])
    return calculator


def _day(raw: Mapping[str, object], calculator: Calculator) -> date:
    if "as_of" not in raw:
        return date.today()  # noqa: DTZ011 - the reader's own calendar day is meant
    try:
        return read_day(raw["as_of"])
    except ValueError:
        raise _InvalidRequest("not-a-date", "as_of is a date like 2026-11-23.", calculator.id) from None


def _run(request: _Request) -> Answer:
    calculator = request.calculator
    inputs, errors = calculator.read(request.inputs)
    if inputs is None:
        return {**_errors(calculator.id, errors), "inputs": request.typed}
    outcome = calculator.outcome(inputs, request.day)
    figures = [figure for figure in outcome.calculator.figures if figure.unit and not figure.rows and not figure.step]
    answer: Answer = {
        "calculator": calculator.id,
        "inputs": echo(inputs),
        "figures": {figure.name: rounded(figure.unit, outcome[figure]) for figure in figures},
    }
    if outcome.ranges:
        by_name = outcome.calculator.graph.by_name
        answer["ranges"] = {name: range_of(by_name(name).unit or Field(), percentiles) for name, percentiles in outcome.ranges.items()}
    rows = rows_of(outcome)
    if rows:
        answer["rows"] = rows
    answer["parameters"] = [
        {"name": p.name, "value": p.value, "from": p.since.isoformat(), "source": p.source.url or p.source.name} for p in outcome.parameters
    ]
    return answer


def _page(request: _Request) -> Answer:
    from .engine.view.outcome import chart_specs, first_html, outcome_html  # templates are needed for a page only

    calculator = request.calculator
    inputs, errors = calculator.read(request.inputs)
    if request.first:
        case = None if inputs is None else calculator.at(inputs)
        has_ranges = case is not None and case.ranged and uncertain_inputs(case, inputs)
        return {"first": first_html(calculator.outcome(inputs, request.day, ranges=False))} if has_ranges else {}
    if inputs is None:
        return {**_error_page(_errors(calculator.id, errors)), "linked": request.linked}
    outcome = calculator.outcome(inputs, request.day)
    return {
        "outcome": {"html": outcome_html(outcome, folds=request.folds), "charts": chart_specs(outcome)},
        "linked": request.linked,
        "errors": [],
    }


def _explore(request: _Request) -> Answer:
    from .what_if.questions import ask  # imported only when it is used

    calculator = request.calculator
    inputs, errors = calculator.read(request.inputs)
    answer: Mapping[str, object] = {}
    if inputs is not None:
        answer, errors = ask(calculator, inputs, request.question, request.day)
    return {**_errors(calculator.id, errors), "inputs": request.typed} if errors else {"calculator": calculator.id, "explore": answer}


def _explore_page(request: _Request) -> Answer:
    from .what_if.panel import panel  # imported only when it is used

    calculator = request.calculator
    inputs, errors = calculator.read(request.inputs)
    if inputs is None:
        return {"errors": [error.as_json() for error in errors]}
    state = request.question if isinstance(request.question, Mapping) else {}
    return {"panel": panel(calculator, inputs, state, request.day), "errors": []}


def _explore_sentence(request: _Request) -> Answer:
    from .engine.view.explorable import answer  # imported only when it is used

    return dict(answer(request.calculator, request.inputs, request.question, request.day))


def _spreadsheet(request: _Request) -> Answer:
    from .engine.spreadsheet.answer import answer  # imported only when it is used

    calculator = request.calculator
    inputs, errors = calculator.read(request.inputs)
    if inputs is None:
        return {"errors": [error.as_json() for error in errors], "title": calculator.title}
    return answer(calculator.outcome(inputs, request.day), calculator.title, request.question)


def _printed(request: _Request) -> Answer:
    from .engine.view.printed import answer  # imported only when it is used

    inputs, errors = request.calculator.read(request.inputs)
    return answer(request.calculator, None if inputs is None else request.calculator.outcome(inputs, request.day), errors)


def _change(request: _Request) -> Answer:
    from .engine.changed_figure import answer  # imported only when it is used

    inputs, errors = request.calculator.read(request.inputs)
    if inputs is None:
        return {"errors": [error.as_json() for error in errors]}
    return dict(answer(request.calculator, inputs, request.day, request.question))


def _error_page(answer: Answer) -> Answer:
    """Return a page's answer with errors: the errors, and their summary as HTML."""
    from .engine.view.form import form_label
    from .engine.view.outcome import render

    name, errors = str(answer["calculator"]), answer["errors"]
    calculator = find(name)
    views = [
        {
            **error,
            "id": f"{name}-{error['field']}".replace(".", "-"),
            "label": form_label(calculator, error["field"]) if calculator else "",
        }
        for error in (errors if isinstance(errors, list) else ())
    ]
    return {"errors": errors, "summary": render("error-summary/template.html.j2", errors=views), "linked": {}}


def defaults(calculator: Calculator) -> dict[str, object]:
    """Return a calculator's default inputs as typed."""
    return typed_inputs(calculator.slots, calculator.inputs())
