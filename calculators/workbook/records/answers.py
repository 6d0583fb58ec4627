"""What the page “Your records” requests: a statement is read, and an entry of the log is kept."""

import binascii
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from ...engine.currency import in_currency
from ...engine.dates import read_day, write_day
from ...engine.money import write_trimmed
from ...engine.notation import POINT, in_notation, notation_of
from ...engine.place import in_place
from ..about import about, currency
from ..statements.amounts import read_amount
from ..statements.column_map import ColumnMap, column_map, read_file, write_file
from ..statements.columns import DATE, NUMBERS, ROLES, Column, columns_of, guess
from ..statements.dates import read_date
from ..statements.decoding import LARGEST, checked, decode, too_big
from ..statements.entries import REASONS, Entry, LeftOut, Questions, read_entries, settle
from ..statements.problems import StatementProblem
from ..statements.table import Table, read_table
from .kept import kept_log, maps_of, records, with_map
from .log import FULL, MOST_ENTRIES, LogEntry, as_json, read_typed
from .planned import planned
from .totals import by_month
from .used import LABELS, Answer, leave_out_of, used

Compute = Callable[[Mapping[str, object], Mapping[str, object]], Answer]

PREVIEWED = 8
"""Entries that are shown as they were read."""
LINES_NAMED = 5

NO_DATE_COLUMN = "Say below which column has the date."
NO_NUMBER_COLUMN = "Say below which column has money, hours or miles."
NO_ENTRIES = "No row has both a date and an amount in these columns. Check below what each column is."
OTHER_COLUMNS = "That file is about a statement with other columns: this one has no “{name}”. Say what the columns are by hand instead."

_last: dict[str, Table] = {}
"""The statement read last: a choice about its columns is often the next request."""


def statement(raw: Mapping[str, object], book: Mapping[str, object]) -> Answer:
    """Read a statement with what is known of its columns.

    Args:
        raw: the text that was pasted ("text"), or a file as base64 ("content"); what the reader has said about its columns, as of
            ColumnMap ("columns"), or the text of a file with that ("columns_file"); what does not count ("leave_out", as for used).
        book: the workbook.

    Raises:
        StatementProblem: when it cannot be read.
    """
    table = _table(raw)
    columns = columns_of(table)
    chosen = _chosen(raw, book, table, columns)
    settled, questions = settle(table, chosen)
    answer: Answer = {
        "columns": [_column(column, settled.roles) for column in columns],
        "roles": [{"value": role, "label": label} for role, label in ROLES.items()],
        "map": settled.as_json(),
        "file": write_file(settled),
        "records": with_map(book, settled),
        "questions": _questions(table, settled, questions),
        "missing": "",
    }
    missing = _missing(settled)
    if missing or (questions.orders and not settled.order) or (questions.decimals and not settled.decimal):
        return {**answer, "missing": missing}
    entries, left_out = read_entries(table, settled)
    answer["left_out"] = _left_out(left_out)
    answer["before"] = table.before
    if not entries:
        return {**answer, "missing": NO_ENTRIES}
    return {**answer, "preview": _preview(entries), **used(entries, leave_out_of(raw.get("leave_out")), book, _day(raw))}


def log(raw: Mapping[str, object], book: Mapping[str, object]) -> Answer:
    """Change the log, and say what follows from it.

    Args:
        raw: an entry as typed ("entry"), in the place of another ("place") or without one; or only the place of one to remove.
        book: the workbook.

    Returns:
        `{"errors": [...]}`, or the records to keep ("records"), the entries in words ("entries"), "planned", and what `used` returns.
    """
    kept, day = kept_log(book), _day(raw)
    place, typed = raw.get("place"), raw.get("entry")
    if isinstance(place, int) and 0 <= place < len(kept):
        kept.pop(place)
    if isinstance(typed, Mapping):
        entry, errors = read_typed(typed, day)
        if entry is None:
            return {"errors": [error.as_json() for error in errors]}
        if len(kept) == MOST_ENTRIES:
            return {"errors": [{"field": "day", "code": "full", "message": FULL}]}
        kept.append(entry)
    kept.sort(key=lambda entry: entry.day)
    entries = [entry.as_entry for entry in kept]
    return {
        "errors": [],
        "records": {**records(book), "log": as_json(kept)},
        "entries": [_written(entry) for entry in kept],
        "planned": [asdict(compared) for compared in planned(book, day, entries, by_month(entries))],
        **used(entries, leave_out_of(raw.get("leave_out")), book, day),
    }


def in_readers_words(compute: Compute, raw: Mapping[str, object], book: Mapping[str, object]) -> Answer:
    """Compute in the notation, the currency and the place of a workbook's reader."""
    reader = about(book)
    with in_notation(notation_of(str(book.get("numbers", POINT.example)))), in_currency(currency(book)), in_place(reader.place):
        return compute(raw, book)


def _table(raw: Mapping[str, object]) -> Table:
    """The table of a request."""
    text, content = raw.get("text"), raw.get("content")
    source = str(text if content is None else content)
    if source not in _last:
        if content is None:
            decoded = checked(source)
        elif len(source) > LARGEST * 4 / 3 + 4:
            raise too_big(int(len(source) * 3 / 4))
        else:
            decoded = decode(binascii.a2b_base64(source))
        table = read_table(decoded)
        _last.clear()
        _last[source] = table
    return _last[source]


def _chosen(raw: Mapping[str, object], book: Mapping[str, object], table: Table, columns: Sequence[Column]) -> ColumnMap:
    """What the columns are: as the reader says, as a file says, as the workbook keeps it, or as they look."""
    file = raw.get("columns_file")
    if isinstance(file, str):
        read = read_file(file)
        absent = next((name for name in read.roles.values() if name not in table.names), None)
        if absent is not None:
            raise StatementProblem("other-columns", OTHER_COLUMNS.format(name=absent))
        return read
    said = column_map(raw.get("columns"))
    if said is not None and said.fits(table.names):
        return said
    kept = next((kept for kept in maps_of(book) if kept.names == table.names), None)
    return kept or ColumnMap(guess(columns))


def _column(column: Column, roles: Mapping[str, str]) -> Answer:
    role = next((role for role, name in roles.items() if name == column.name), "")
    return {"name": column.name, "samples": column.samples, "role": role}


def _missing(settled: ColumnMap) -> str:
    if DATE not in settled.roles:
        return NO_DATE_COLUMN
    return "" if any(role in settled.roles for role in NUMBERS) else NO_NUMBER_COLUMN


def _questions(table: Table, settled: ColumnMap, questions: Questions) -> list[Answer]:
    """What the reader is asked, each with a cell that can mean two things, and what it can mean."""
    wanted: list[Answer] = []
    if questions.orders:
        cells = table.column(settled.roles[DATE])
        text, days = next((text, days) for text in cells if len({*(days := [read_date(text, order) for order in questions.orders])}) > 1)
        options = [{"value": order, "label": _long(day)} for order, day in zip(questions.orders, days, strict=True) if day]
        wanted.append({"name": "order", "text": text, "options": options, "chosen": settled.order})
    if questions.decimals:
        cells = [text for role in NUMBERS if role in settled.roles for text in table.column(settled.roles[role])]
        text, values = next(
            (text, values) for text in cells if len({*(values := [read_amount(text, sign) for sign in questions.decimals])} - {None}) > 1
        )
        options = [
            {"value": sign, "label": write_trimmed(value, 3)}
            for sign, value in zip(questions.decimals, values, strict=True)
            if value is not None
        ]
        wanted.append({"name": "decimal", "text": text, "options": options, "chosen": settled.decimal})
    return wanted


def _long(day: date) -> str:
    """A day without its weekday."""
    return write_day(day).partition(" ")[2]


def _preview(entries: Sequence[Entry]) -> Answer:
    names = [name for name in LABELS if any(getattr(entry, name) is not None for entry in entries)]
    rows = [
        [_long(entry.day), entry.use, *("" if (value := getattr(entry, name)) is None else LABELS[name][1].write(value) for name in names)]
        for entry in entries[:PREVIEWED]
    ]
    return {"head": ["Day", "What it was for", *(LABELS[name][0] for name in names)], "rows": rows, "count": len(entries)}


def _left_out(left_out: Sequence[LeftOut]) -> list[Answer]:
    """What is left out, by reason, with the first lines."""
    groups = {reason: [row for row in left_out if row.reason == reason] for reason in REASONS}
    return [
        {
            "reason": REASONS[reason],
            "count": len(rows),
            "lines": [row.line for row in rows[:LINES_NAMED]],
            "text": rows[0].text,
        }
        for reason, rows in groups.items()
        if rows
    ]


def _written(entry: LogEntry) -> Answer:
    """An entry as it is shown, and as its boxes are filled in to change it."""
    typed = {name: LABELS[name][1].typed(getattr(entry, name)) if getattr(entry, name) else "" for name in ("hours", "miles", "money")}
    texts = [LABELS[name][1].write(getattr(entry, name)) if getattr(entry, name) else "" for name in ("hours", "miles", "money")]
    return {"texts": [_long(date.fromisoformat(entry.day)), entry.use, *texts], "typed": {"day": entry.day, "use": entry.use, **typed}}


def _day(raw: Mapping[str, object]) -> date:
    return read_day(raw["as_of"]) if "as_of" in raw else date.today()  # noqa: DTZ011 - the reader's own calendar day
