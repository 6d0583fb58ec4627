"""What the workbook's page and the command line request of a whole workbook: JSON text in, JSON text out. Nothing here raises."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime

from ..engine.dates import read_day
from ..engine.errors import CodedError
from ..engine.notation import POINT, notation_of
from ..engine.parameters import NotPublished
from .document import parse, read

Answer = Mapping[str, object]

NOT_A_REQUEST = "That is not a workbook, so nothing was made from it."
NO_DATES = (
    "There are no dates yet. The plan’s steps get their dates when you enter the day you start there and all of its numbers can be read. "
    "The days for tax come from take-home pay, once you enter a gig there that owes tax."
)


def make_link(request: str) -> str:
    """Put a part of a workbook into a link.

    Args:
        request: `{"workbook": {...}, "parts": ["take-home", "about"]}`, as for link.make_link.

    Returns:
        `{"link": "plan=…"}`, the fragment of an address, or `{"problem": {"code", "message"}}`.
    """
    return _answered(_make_link, request)


def open_link(request: str) -> str:
    """Read a link, and say what it would change.

    Args:
        request: `{"workbook": {...}, "link": "https://…#plan=…"}`.

    Returns:
        `{"sections": [{"title", "changes": [{"label", "old", "new"}], "more"}], "linked": {"calculators", "about"?, "sign"?}}`, in the
        workbook's notation, or `{"problem": {"code", "message"}}`.
    """
    return _answered(_open_link, request)


def make_calendar(request: str) -> str:
    """Make the calendar file of a workbook.

    Args:
        request: `{"workbook": {...}, "as_of": "2026-11-29"?}`.

    Returns:
        `{"text": the file, "steps": number, "payments": number}`, or `{"problem": {"code", "message"}}`.
    """
    return _answered(_make_calendar, request)


def glance(request: str) -> str:
    """Answer with a workbook at a glance.

    Args:
        request: `{"workbook": {...}, "as_of": "2026-11-29"?}`.

    Returns:
        `{"lines": [{"name", "label", "page", "text", "between", "note", "edit"?}]}` (glance.py), or `{"problem": {"code", "message"}}`.
    """
    return _answered(_glance, request)


def compare(request: str) -> str:
    """Compare two workbooks at a glance.

    Args:
        request: `{"workbook": {...}, "other": {...}, "as_of": "2026-11-29"?}`.

    Returns:
        `{"lines": [{"label", "page", "texts", "difference", "is_same"}]}` (glance.py), or `{"problem": {"code", "message"}}`.
    """
    return _answered(_compare, request)


def read_statement(request: str) -> str:
    """Read a statement, and say what its numbers would change in the workbook.

    Args:
        request: `{"workbook": {...}, "text" or "content", "columns"?, "columns_file"?, "leave_out"?, "as_of"?}`, as for
            records.answers.statement.

    Returns:
        What that returns, or `{"problem": {"code", "message"}}`.
    """
    return _answered(_read_statement, request)


def keep_log(request: str) -> str:
    """Change the log in a workbook, and say what follows from it.

    Args:
        request: `{"workbook": {...}, "entry"?, "place"?, "leave_out"?, "as_of"?}`, as for records.answers.log.

    Returns:
        What that returns, or `{"problem": {"code", "message"}}`.
    """
    return _answered(_keep_log, request)


def _answered(compute: Callable[[Mapping[str, object], dict[str, object]], Answer], request: str) -> str:
    try:
        raw = parse(request)
        book, _ = read(json.dumps(raw["workbook"]))
        return json.dumps(compute(raw, book), allow_nan=False)
    except CodedError as problem:
        return json.dumps({"problem": {"code": problem.code, "message": str(problem)}})
    except NotPublished as ended:
        return json.dumps({"problem": {"code": "not-published", "message": str(ended)}})
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return json.dumps({"problem": {"code": "damaged", "message": NOT_A_REQUEST}})


def _make_link(raw: Mapping[str, object], book: dict[str, object]) -> Answer:
    from . import link  # each is imported only when it is used

    return {"link": link.make_link(book, link.parts_of(raw.get("parts")))}


def _open_link(raw: Mapping[str, object], book: dict[str, object]) -> Answer:
    from .changes import changes
    from .link import read_link

    linked = read_link(str(raw["link"]), notation_of(str(book.get("numbers", POINT.example))))
    kept = {key: linked[key] for key in ("calculators", "about", "sign") if key in linked}
    return {"sections": [asdict(section) for section in changes(book, linked)], "linked": kept}


def _make_calendar(raw: Mapping[str, object], book: dict[str, object]) -> Answer:
    from .calendar_file import calendar_file

    made = calendar_file(book, _day(raw), datetime.now(UTC))
    return asdict(made) if made.steps or made.payments else {"problem": {"code": "no-dates", "message": NO_DATES}}


def _glance(raw: Mapping[str, object], book: dict[str, object]) -> Answer:
    from .glance import glance

    return {"lines": [asdict(line) for line in glance(book, _day(raw))]}


def _compare(raw: Mapping[str, object], book: dict[str, object]) -> Answer:
    from .glance import compare

    other, _ = read(json.dumps(raw["other"]))
    return {"lines": [asdict(line) for line in compare(book, other, _day(raw))]}


def _day(raw: Mapping[str, object]) -> date:
    return read_day(raw["as_of"]) if "as_of" in raw else date.today()  # noqa: DTZ011 - the reader's own calendar day


def _read_statement(raw: Mapping[str, object], book: dict[str, object]) -> Answer:
    from .records.answers import in_readers_words, statement

    return in_readers_words(statement, raw, book)


def _keep_log(raw: Mapping[str, object], book: dict[str, object]) -> Answer:
    from .records.answers import in_readers_words, log

    return in_readers_words(log, raw, book)
