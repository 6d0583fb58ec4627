"""The reader's saved workbook: its schema, how an older or damaged one is met, and what links one calculator to the next.

A workbook is `{"app": "ultimate-gig", "schema": 1, "saved": ISO time, "calculators": {id: {"inputs": {field: as typed}}}}`. It holds
what was typed, so that nothing is lost, not even what is still wrong. The page keeps it; this module only reads.

It may also say which currency sign the reader uses (`"sign": "£"`, left out for dollars), how its numbers are written
(`"numbers": "1.234.567,89"`, left out for 1,234,567.89), and where the reader is in the book:
`"reading": {"at": {"page": chapter, "anchor", "title"}?, "done": [chapter, ...]}`. A chapter is named by its file ("03-your-assets"),
which is the same in both editions of the site.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ..engine.calculator import Calculator, Outcome
from ..engine.errors import CodedError
from ..engine.money import DOLLAR, own_sign, sign_of
from ..engine.notation import EXAMPLES, current_notation
from ..engine.parameters import NotPublished
from ..engine.place import HOME
from ..shared.labels import named
from ..shared.place import place_of
from .first_values import first_values

if TYPE_CHECKING:
    from .prefill.prefill import Link

APP = "ultimate-gig"
SCHEMA = 1
LARGEST = 5_000_000
"""Characters of an imported file. A full workbook has some ten thousand."""
DEEPEST = 8
"""Levels of nesting in a workbook; ours has six."""
NESTED = (dict, list)
"""What holds more of JSON."""

CHAPTER = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
MOST_CHAPTERS = 99
LONGEST_PLACE = 200
"""Characters of a heading, and of its anchor."""

MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a schema number to the function that makes the next one of it."""


class WorkbookProblem(CodedError):
    """A workbook that cannot be used as it is. `code` is too-big, not-json, damaged or newer."""


def _countable(text: str) -> float | str:
    """JSON has no infinity, but Python reads 1e309 as one: what no float can hold stays the text that it was."""
    value = float(text)
    return value if math.isfinite(value) else text


def parse(text: str) -> Any:
    """JSON whose every number can be counted, and so written again."""
    return json.loads(text, parse_float=_countable, parse_constant=str)


def read(text: str) -> tuple[dict[str, Any], bool]:
    """A workbook from its JSON text, brought to today's schema; and whether it had to be.

    Raises:
        WorkbookProblem: too big, not JSON, damaged, or from a newer edition.
    """
    if len(text) > LARGEST:
        raise WorkbookProblem("too-big", f"That file has {len(text):,} characters; a workbook has at most {LARGEST:,}.")
    try:
        found = parse(text)
    except (ValueError, RecursionError):
        raise WorkbookProblem(
            "not-json", "That file is not a workbook: it is not JSON. Choose a file that this site's Export made."
        ) from None
    if not isinstance(found, dict) or found.get("app") != APP:
        raise WorkbookProblem("damaged", "That file is JSON, but not a workbook of this site. Choose a file that this site's Export made.")
    schema = found.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise WorkbookProblem("damaged", "That workbook does not say which edition made it, so we leave it as it is.")
    if schema > SCHEMA:
        raise WorkbookProblem("newer", "That workbook comes from a newer edition of this site. Open it there, or get the newer download.")
    migrated = schema < SCHEMA
    while found["schema"] < SCHEMA:
        found = MIGRATIONS[found["schema"]](found)
    kept = pages(found)
    if kept != found.get("calculators"):
        raise WorkbookProblem("damaged", "That workbook has parts that are not ours, so we leave it as it is.")
    book = {"app": APP, "schema": SCHEMA, "saved": str(found.get("saved", ""))[:40], "calculators": kept}
    if sign_of(found.get("sign")) != DOLLAR:
        book["sign"] = sign_of(found["sign"])
    if found.get("numbers") in EXAMPLES:
        book["numbers"] = found["numbers"]
    bookmark = reading(found)
    return (book | {"reading": bookmark} if bookmark else book), migrated


def pages(book: object) -> dict[str, Any]:
    """The pages of a workbook that was read from JSON, by calculator id; whatever has not the shape of one is left out."""
    held = book.get("calculators") if isinstance(book, Mapping) else None
    if not isinstance(held, dict):
        return {}
    return {name: page for name, page in held.items() if isinstance(page, dict) and isinstance(page.get("inputs"), dict) and _shallow(page)}


def reading(book: object) -> dict[str, Any]:
    """Where the reader stopped, and the chapters that are finished; {} for nothing.

    What has not the shape of it is left out. It never refuses a workbook: no bookmark is worth the numbers beside it.
    """
    held = book.get("reading") if isinstance(book, Mapping) else None
    if not isinstance(held, Mapping):
        return {}
    listed = held.get("done")
    done = list(dict.fromkeys(filter(_is_chapter, listed)))[:MOST_CHAPTERS] if isinstance(listed, list) else []
    at = held.get("at")
    if isinstance(at, Mapping) and _is_chapter(at.get("page")) and all(_is_short(at.get(name)) for name in ("anchor", "title")):
        return {"at": {name: at[name] for name in ("page", "anchor", "title")}, "done": done}
    return {"done": done} if done else {}


def _is_chapter(value: object) -> bool:
    return isinstance(value, str) and CHAPTER.fullmatch(value) is not None


def _is_short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_PLACE


def _shallow(value: object, depth: int = 0) -> bool:
    """JSON that is not nested too deep."""
    held: Iterable[object] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not held or (depth < DEEPEST and all(_shallow(inner, depth + 1) for inner in held if type(inner) in NESTED))


def stored(calculator: Calculator, held: Mapping[str, Any]) -> dict[str, Any]:
    """What the reader typed into this calculator before; fields that it no longer has are left out."""
    page = held.get(calculator.id)
    if page is None:
        return {}
    names = {slot.name for slot in calculator.slots}
    return {name: value for name, value in page["inputs"].items() if name in names}


def place(book: object) -> str:
    """The country or currency area whose published series are for the reader of this workbook."""
    return place_of(book.get("sign"), pages(book)) if isinstance(book, Mapping) else HOME


def linked(calculator: Calculator, held: Mapping[str, Any], day: date, place: str = HOME) -> dict[str, Any]:
    """What the rest of the workbook says about this calculator's fields: {field: {value, shown, from, label, named}}.

    A calculator lends what it makes of its own page and of what was lent to it in turn. Where two lend to each other, the one that
    is asked first does without the other. The place says whose prices a form starts from.
    """
    return _Lending(held, day, place).to(calculator)


_last: dict[str, tuple[str, Outcome | None]] = {}
"""Of each calculator the page that was worked out last, and its outcome: while one page is typed into, all others stay as they are."""


def _worked_out(source: Calculator, raw: Mapping[str, Any], day: date) -> Outcome | None:
    """A page's outcome without its ranges; None when something on it is wrong, or when it needs a value that is not published."""
    page = f"{day} {own_sign()} {current_notation().example} {raw!r}"
    held = _last.get(source.id)
    if held is None or held[0] != page:
        inputs, _ = source.read(raw)
        try:
            outcome = None if inputs is None else source.outcome(inputs, day, ranges=False)
        except NotPublished:
            outcome = None
        held = _last[source.id] = (page, outcome)
    return held[1]


def forget() -> None:
    """Work every page out again when it is next asked for."""
    _last.clear()


@functools.cache
def _links_to(target: str) -> tuple[Link, ...]:
    from .prefill import LINKS  # links know all calculators, which know nothing of each other

    return tuple(link for link in LINKS if link.target == target)


class _Lending:
    """One look through a workbook: every page is worked out once."""

    def __init__(self, held: Mapping[str, Any], day: date, place: str) -> None:
        self._held = held
        self._day = day
        self._place = place
        self._outcomes: dict[str, Outcome | None] = {}

    def to(self, calculator: Calculator) -> dict[str, Any]:
        """What is lent to one calculator; of several links to a field the last that has a value counts."""
        found: dict[str, Any] = {
            one.field: {"value": one.value, "shown": one.value, "from": "workbook", "label": "Workbook", "named": one.named}
            for one in first_values(calculator.id, self._place)
        }
        if not self._held.keys() - {calculator.id}:
            return found
        for link in _links_to(calculator.id):
            if link.source.id not in self._held:
                continue
            outcome = self._outcome(link.source)
            value = link.value(outcome) if outcome is not None else None
            if value is not None:
                title = link.source.title
                shown = link.shown(value)
                found[link.field] = {"value": value, "shown": shown, "from": link.source.id, "label": title, "named": named(title)}
        return found

    def _outcome(self, source: Calculator) -> Outcome | None:
        """A page's outcome; None while it is being worked out itself, and for one that has none, which lends nothing."""
        if source.id not in self._outcomes:
            self._outcomes[source.id] = None
            lent = {name: link["value"] for name, link in self.to(source).items()}
            self._outcomes[source.id] = _worked_out(source, lent | stored(source, self._held), self._day)
        return self._outcomes[source.id]
