"""How entries are used: their months and uses for the reader to choose from, and what the chosen ones would change in the workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from ...engine.fields import Hours, Money, Number
from ...engine.money import write_number
from ...shared.labels import named
from ..changes import changes
from ..document import pages
from ..statements.entries import Entry
from .targets import Target, targets
from .totals import AMOUNTS, Month, Sums, add_up, by_month, by_use, said

Answer = dict[str, object]

LABELS: Mapping[str, tuple[str, Number]] = {
    "money": ("Money in", Money()),
    "out": ("Money out", Money()),
    "tips": ("Tips", Money()),
    "fee": ("Fees", Money()),
    "hours": ("Hours", Hours()),
    "paid_hours": ("Paid hours", Hours()),
    "miles": ("Miles or km", Number()),
    "paid_miles": ("Miles or km on jobs", Number()),
}
"""The amounts of an entry, each with its label and how it is written."""
MOST_USES = 60
"""Uses that are listed one by one; the rest is one line."""
REST = "Everything else"
NOT_OVER = "month not over yet"


@dataclass(frozen=True)
class LeaveOut:
    """The uses that do not count, and the months that do not, as in 2026-01. None leaves out the month that is not over yet."""

    uses: frozenset[str]
    months: frozenset[str] | None


def leave_out_of(raw: object) -> LeaveOut:
    """Read what a request leaves out."""
    given = raw if isinstance(raw, Mapping) else {}
    uses, months = (given.get(name) for name in ("uses", "months"))
    named = [frozenset(map(str, items)) if isinstance(items, list) else None for items in (uses, months)]
    return LeaveOut(named[0] or frozenset(), named[1])


def used(entries: Sequence[Entry], leave_out: LeaveOut, book: Mapping[str, object], day: date) -> Answer:
    """The months and the uses of entries, and the inputs that those which count become.

    Returns:
        `{"head": [label], "months": [{"key", "label", "counts", "texts"}], "uses": [{"key", "label", "counts", "text"}], "targets":
        [{"calculator", "title", "named", "inputs", "sections", "problem"}]}`; `sections` as of changes.changes.
    """
    listed, rest = _uses(entries)
    left = {*leave_out.uses} | ({key for key, _ in rest} if REST in leave_out.uses else set())
    wanted = [entry for entry in entries if entry.use.casefold() not in left]
    names = said(entries)
    months = by_month(wanted)
    current = f"{day:%Y-%m}"
    skipped = leave_out.months if leave_out.months is not None else frozenset({current} if len(months) > 1 else ())
    counting = [month for month in months if month.key not in skipped]
    keys = {month.key for month in counting}
    counted = [entry for entry in wanted if f"{entry.day:%Y-%m}" in keys and _earns(entry)]
    return {
        "head": [LABELS[name][0] for name in names],
        "months": [_month(month, month.key in keys, names, current) for month in months],
        "uses": [_use(key, group, key not in leave_out.uses) for key, group in (*listed, *([(REST, _joined(rest))] if rest else []))],
        "targets": [_target(target, book) for target in targets(counted, counting, pages(book))],
    }


def _uses(entries: Sequence[Entry]) -> tuple[list[tuple[str, list[Entry]]], list[tuple[str, list[Entry]]]]:
    """The uses that are listed, and the rest, each by its key. Those on which money was only spent are in neither."""
    uses = [(use.casefold(), listed) for use, listed in by_use(filter(_earns, entries))]
    return uses[:MOST_USES], uses[MOST_USES:]


def _earns(entry: Entry) -> bool:
    """Whether an entry is about work or income, and not only about money spent."""
    return any(getattr(entry, name) for name in AMOUNTS if name != "out")


def _joined(uses: Sequence[tuple[str, list[Entry]]]) -> list[Entry]:
    return [entry for _, listed in uses for entry in listed]


def _month(month: Month, counts: bool, names: Sequence[str], current: str) -> Answer:
    days = f"on day {month.first}" if month.first == month.last else f"from day {month.first} to day {month.last}"
    span = NOT_OVER if month.key == current else days if month.entries else ""
    count = _count(month.entries)
    return {
        "key": month.key,
        "label": f"{month.start:%B %Y}",
        "counts": counts,
        "note": f"{count}, {span}" if span else count,
        "texts": _texts(month.sums, names),
    }


def _use(key: str, entries: Sequence[Entry], counts: bool) -> Answer:
    sums = add_up(entries)
    parts = [f"{LABELS[name][0].lower()} {LABELS[name][1].write(getattr(sums, name))}" for name in said(entries)]
    label = REST if key == REST else entries[0].use
    return {"key": key, "label": label, "counts": counts, "text": f"{_count(len(entries))}: {', '.join(parts)}"}


def _count(entries: int) -> str:
    return f"{write_number(entries)} {'entry' if entries == 1 else 'entries'}"


def _texts(sums: Sums, names: Sequence[str]) -> list[str]:
    return [LABELS[name][1].write(getattr(sums, name)) for name in names]


def _target(target: Target, book: Mapping[str, object]) -> Answer:
    """A target with what it would change."""
    name, title = target.calculator.id, target.calculator.title
    kept = pages(book)
    inputs = {**kept.get(name, {"inputs": {}})["inputs"], **target.inputs}
    new = {**book, "calculators": {name: {"inputs": inputs}}}
    sections = [asdict(section) for section in changes(book, new) if section.title == title] if target.inputs else []
    return {"calculator": name, "title": title, "named": named(title), "inputs": inputs, "sections": sections, "problem": target.problem}
