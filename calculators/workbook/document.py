"""The reader's saved workbook: its schema, reading older or damaged files, and prefilling one calculator from the others.

A workbook is `{"app": "ultimate-gig", "schema": 2, "saved": ISO time, "calculators": {id: {"inputs": {field: as typed}}}}`. It holds
the text as typed, including invalid text, so that nothing is lost. The page stores it; this module only reads it.

Optional keys: what the reader says about themselves (`"about": {"country": "uk", "region": "scotland"?, "household": "single"?}`,
`{}` when the question was skipped), their currency sign (`"sign": "€"`, omitted for that of the country, or the dollar), the number
notation (`"numbers": "1.234.567,89"`, omitted for 1,234,567.89), `"id"` and `"name"` where the reader has several workbooks, and the
reader's place in the book: `"reading": {"at": {"page": chapter, "anchor", "title"}?, "done": [chapter, ...]}`. A chapter is named by its
file ("03-your-assets"), which is the same in both editions of the site. `"records": {"columns": [...]?, "log": [...]?}` is what
records/kept.py keeps of statements and of the reader's log; the numbers in it are JSON numbers, so that they need no notation.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from ..engine.calculator import Calculator, Outcome
from ..engine.currency import current_currency
from ..engine.errors import CodedError
from ..engine.notation import POINT, current_notation, known_notation
from ..engine.parameters import NotPublished
from ..engine.place import own_place
from ..shared.labels import named
from .about import About, answers, currency, followed, with_country
from .first_values import first_values
from .prefill import prefills

InputsT = TypeVar("InputsT")

APP = "ultimate-gig"
SCHEMA = 2
LARGEST = 5_000_000
"""Characters in an imported file. A full workbook has about ten thousand."""
DEEPEST = 8
"""Levels of nesting allowed in a workbook; the schema uses six."""
CONTAINERS = (dict, list)
"""The JSON types that contain other values."""

NOTHING: Mapping[str, object] = {}

CHAPTER = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
ID = re.compile(r"[a-z0-9]{1,16}")
NAME = re.compile(r".{1,60}")
MOST_CHAPTERS = 99
LONGEST_PLACE = 200
"""Characters in a heading, and in its anchor."""

MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: with_country}
"""For each schema number, the function that converts a workbook to the next one."""


class WorkbookProblem(CodedError):
    """A workbook that cannot be used. `code` is too-big, not-json, damaged, newer or unknown-notation; the message is for the reader."""


def _finite(text: str) -> float | str:
    """Parse a float, or keep the text when no float can hold it: Python reads 1e309 as infinity, which JSON does not have."""
    value = float(text)
    return value if math.isfinite(value) else text


def parse(text: str) -> Any:
    """Parse JSON without infinities or NaN, so that the result can be written as JSON again. A byte order mark is ignored."""
    return json.loads(text.removeprefix("\ufeff"), parse_float=_finite, parse_constant=str)


def read(text: str) -> tuple[dict[str, object], bool]:
    """Read a workbook from JSON text and migrate it to the current schema.

    Returns:
        The workbook, and whether it was migrated.

    Raises:
        WorkbookProblem: for a file that is too big, not JSON, damaged, or from a newer edition.
    """
    data = _of_this_site(text)
    migrated = data["schema"] < SCHEMA
    while data["schema"] < SCHEMA:
        data = MIGRATIONS[data["schema"]](data)
    kept = pages(data)
    if kept != data.get("calculators"):
        raise WorkbookProblem(
            "damaged", "That workbook has parts that this site didn’t write, so it was not opened. Choose another file that you exported."
        )
    book: dict[str, object] = {"app": APP, "schema": SCHEMA, "saved": str(data.get("saved", ""))[:40], "calculators": kept}
    book |= {key: data[key] for key, shape in (("id", ID), ("name", NAME)) if isinstance(data.get(key), str) and shape.fullmatch(data[key])}
    about_reader = answers(data)
    if about_reader is not None:
        book["about"] = about_reader
    if currency(data) != followed(about_reader):
        book["sign"] = currency(data).sign
    notation = known_notation(data.get("numbers", POINT.example))
    if notation is None:
        raise WorkbookProblem(
            "unknown-notation",
            f"That workbook writes numbers like {str(data['numbers'])[:20]}, which this site can’t read, so it was not opened. Choose "
            "another file that you exported.",
        )
    if "numbers" in data:
        book["numbers"] = notation.example
    parts = {"records": _records(data), "reading": reading(data)}
    return book | {name: part for name, part in parts.items() if part}, migrated


def _of_this_site(text: str) -> dict[str, Any]:
    """Parse a workbook that this edition or an older one has written. Raises WorkbookProblem for anything else."""
    if len(text) > LARGEST:
        raise WorkbookProblem(
            "too-big",
            f"That file has {len(text):,} characters, and a workbook has at most {LARGEST:,}. Choose a file that you exported here.",
        )
    try:
        data = parse(text)
    except (ValueError, RecursionError):
        raise WorkbookProblem(
            "not-json", "That file is not a workbook. Choose a file that you exported from this site; its name ends in .json."
        ) from None
    if not isinstance(data, dict) or data.get("app") != APP:
        raise WorkbookProblem("damaged", "That file is not a workbook from this site. Choose a file that you exported from this site.")
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise WorkbookProblem(
            "damaged",
            "That workbook doesn’t say which edition of this site made it, so it was not opened. Choose another file that you exported.",
        )
    if schema > SCHEMA:
        raise WorkbookProblem(
            "newer", "That workbook comes from a newer edition of this site. Open it there, or download the newer edition."
        )
    return data


def pages(book: object) -> dict[str, Any]:
    """The calculators' pages in a parsed workbook, by calculator id. Anything that does not have the shape of a page is left out."""
    calculators = book.get("calculators") if isinstance(book, Mapping) else None
    if not isinstance(calculators, dict):
        return {}
    return {
        name: page
        for name, page in calculators.items()
        if isinstance(page, dict) and isinstance(page.get("inputs"), dict) and _shallow(page)
    }


def reading(book: object) -> dict[str, object]:
    """The reader's place in the book and the finished chapters; {} when there is neither.

    Malformed entries are left out. A bad bookmark never makes a workbook unreadable: the numbers in it matter more.
    """
    section = book.get("reading") if isinstance(book, Mapping) else None
    if not isinstance(section, Mapping):
        return {}
    listed = section.get("done")
    done = list(dict.fromkeys(filter(_is_chapter, listed)))[:MOST_CHAPTERS] if isinstance(listed, list) else []
    at = section.get("at")
    if isinstance(at, Mapping) and _is_chapter(at.get("page")) and all(_is_short(at.get(name)) for name in ("anchor", "title")):
        return {"at": {name: at[name] for name in ("page", "anchor", "title")}, "done": done}
    return {"done": done} if done else {}


def _records(book: Mapping[str, object]) -> dict[str, object]:
    """The reader's records; {} when there are none."""
    if "records" not in book:
        return {}
    from .records.kept import records  # imported only when it is used

    return records(book)


def _is_chapter(value: object) -> bool:
    return isinstance(value, str) and CHAPTER.fullmatch(value) is not None


def _is_short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_PLACE


def _shallow(value: object, depth: int = 0) -> bool:
    """Whether a JSON value is nested at most DEEPEST levels."""
    children: Iterable[object] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not children or (depth < DEEPEST and all(_shallow(inner, depth + 1) for inner in children if type(inner) in CONTAINERS))


def stored(calculator: Calculator, saved: Mapping[str, Any]) -> dict[str, object]:
    """The inputs saved for this calculator. Fields that it no longer has are converted to the present ones, or left out."""
    page = saved.get(calculator.id)
    if page is None:
        return {}
    names = {slot.name for slot in calculator.slots}
    return {name: value for name, value in calculator.from_older(page["inputs"]).items() if name in names}


def linked(
    calculator: Calculator, saved: Mapping[str, Any], day: date, reader: About | None = None, typed: Mapping[str, object] = NOTHING
) -> dict[str, Any]:
    """The values that the rest of the workbook prefills in this calculator's fields: {field: {value, shown, from, label, named}}.

    A source is computed from its own saved inputs and from its own prefills. When two calculators prefill each other, the one that is
    resolved first is computed without the other. What is known about the `reader` selects the published prices and the tax law that a
    form starts from. `typed` are inputs of this calculator that are not in the workbook yet; its case, such as a country, may be among
    them.
    """
    return _PrefillResolver(saved, day, reader or About()).resolve(calculator, typed)


def outcome_of(calculator: Calculator[InputsT], saved: Mapping[str, Any], day: date, reader: About) -> Outcome[InputsT] | None:
    """The outcome of a calculator, without ranges, for what a workbook holds and prefills; None if an input needs another look."""
    return cast("Outcome[InputsT] | None", _PrefillResolver(saved, day, reader).outcome(calculator))


_last: dict[str, tuple[str, Outcome | None]] = {}
"""For each calculator, the inputs computed last and their outcome: while the reader edits one page, the others do not change."""


def _computed(source: Calculator, raw: Mapping[str, object], day: date) -> Outcome | None:
    """Compute a page's outcome without ranges; None when an input is invalid or a parameter is not published."""
    page = f"{day} {current_currency().sign} {own_place()} {current_notation().example} {raw!r}"
    cached = _last.get(source.id)
    if cached is None or cached[0] != page:
        inputs, _ = source.read(raw)
        try:
            outcome = None if inputs is None else source.outcome(inputs, day, ranges=False)
        except NotPublished:
            outcome = None
        cached = _last[source.id] = (page, outcome)
    return cached[1]


def forget() -> None:
    """Discard the cached outcomes."""
    _last.clear()


@dataclass
class _PrefillResolver:
    """Resolves prefills in one workbook. Each page is computed at most once."""

    saved: Mapping[str, Any]
    day: date
    reader: About
    outcomes: dict[str, Outcome | None] = field(default_factory=dict)

    def resolve(self, calculator: Calculator, typed: Mapping[str, object] = NOTHING) -> dict[str, Any]:
        """The prefilled values of one calculator. Of several prefills of a field, the last one with a value wins."""
        values: dict[str, Any] = {
            first.field: {"value": first.value, "shown": first.value, "from": "workbook", "label": "Workbook", "named": first.named}
            for first in first_values(calculator, self.reader, self.day)
        }
        if not self.saved.keys() - {calculator.id}:
            return values
        case = self._case(calculator, values, typed)
        for prefill in prefills(calculator.id, self.saved):
            if prefill.cases and case not in prefill.cases:
                continue
            outcome = self.outcome(prefill.source)
            value = prefill.accepted(outcome) if outcome is not None else None
            if value is not None:
                source = {"from": prefill.source.id, "label": prefill.source.title, "named": named(prefill.source.title)}
                values[prefill.field] = {"value": value, "shown": prefill.shown(value), **source}
        return values

    def _case(self, calculator: Calculator, values: Mapping[str, Any], typed: Mapping[str, object]) -> object:
        """The case of a calculator, such as a country: what the reader chose, or what the form starts from."""
        name = calculator.case
        default = next((slot.default for slot in calculator.slots if slot.name == name), None)
        first = values[name]["value"] if name in values else default
        return typed.get(name, stored(calculator, self.saved).get(name, first))

    def outcome(self, source: Calculator) -> Outcome | None:
        """A page's outcome; None if it has none, or while it is itself being computed."""
        if source.id not in self.outcomes:
            self.outcomes[source.id] = None
            prefilled = {name: entry["value"] for name, entry in self.resolve(source).items()}
            self.outcomes[source.id] = _computed(source, prefilled | stored(source, self.saved), self.day)
        return self.outcomes[source.id]
