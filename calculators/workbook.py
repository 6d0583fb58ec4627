"""The reader's saved workbook: its schema, how an older or damaged one is met, and what links one calculator to the next.

A workbook is `{"app": "ultimate-gig", "schema": 1, "saved": ISO time, "calculators": {id: {"inputs": {field: as typed}}}}`. It holds
what was typed, so that nothing is lost, not even what is still wrong. The page keeps it; this module only reads.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from .engine.calculator import Calculator

APP = "ultimate-gig"
SCHEMA = 1
LARGEST = 5_000_000
"""Characters of an imported file. A full workbook has some ten thousand."""
DEEPEST = 8
"""Levels of nesting in a workbook; ours has six."""

MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a schema number to the function that makes the next one of it."""


class WorkbookProblem(ValueError):
    """A workbook that cannot be used as it is. `code`: too-big, not-json, damaged or newer; the text is for the reader."""

    def __init__(self, code: str, message: str) -> None:
        """Code for the page, message for the reader."""
        super().__init__(message)
        self.code = code


def read(text: str) -> tuple[dict[str, Any], bool]:
    """A workbook from its JSON text, brought to today's schema; and whether it had to be.

    Raises:
        WorkbookProblem: too big, not JSON, damaged, or from a newer edition.
    """
    if len(text) > LARGEST:
        raise WorkbookProblem("too-big", f"That file has {len(text):,} characters; a workbook has at most {LARGEST:,}.")
    try:
        found = json.loads(text)
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
    return {"app": APP, "schema": SCHEMA, "saved": str(found.get("saved", ""))[:40], "calculators": kept}, migrated


def pages(book: object) -> dict[str, Any]:
    """The workbook's pages by calculator id; whatever has not the shape of one is left out."""
    held = book.get("calculators") if isinstance(book, Mapping) else None
    if not isinstance(held, Mapping):
        return {}
    return {
        name: page
        for name, page in held.items()
        if isinstance(name, str) and isinstance(page, Mapping) and isinstance(page.get("inputs"), Mapping) and _plain(page)
    }


def _plain(value: object, depth: int = 0) -> bool:
    """Only texts, numbers, lists and objects, and not too deep."""
    if depth > DEEPEST:
        return False
    if isinstance(value, Mapping):
        return all(isinstance(key, str) and _plain(inner, depth + 1) for key, inner in value.items())
    if isinstance(value, list):
        return all(_plain(inner, depth + 1) for inner in value)
    return value is None or isinstance(value, str | int | float)


def stored(calculator: Calculator, held: Mapping[str, Any]) -> dict[str, Any]:
    """What the reader typed into this calculator before; fields that it no longer has are left out."""
    page = held.get(calculator.id)
    if page is None:
        return {}
    names = {slot.name for slot in calculator.slots}
    return {name: value for name, value in page["inputs"].items() if name in names}


def linked(calculator: Calculator, held: Mapping[str, Any], day: date) -> dict[str, Any]:
    """What other calculators in the workbook say about this one's fields: {field: {value, from, label}}."""
    from .links import LINKS  # links know the calculators, which know nothing of each other

    found: dict[str, Any] = {}
    for link in LINKS:
        if link.target != calculator.id or link.source.id not in held:
            continue
        inputs, _ = link.source.read(stored(link.source, held))
        if inputs is None:
            continue  # a page with open errors lends nothing
        value = link.value(link.source.outcome(inputs, day, ranges=False))
        if value is not None:
            found[link.field] = {"value": value, "from": link.source.id, "label": link.source.title}
    return found
