"""What a link would change in a workbook, in the words of the forms: calculator by calculator, what stands there now and what would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, zip_longest

from .. import IDS, find
from ..engine.fields import Choice, Choices, Field, Number, Rows, Slot, slots
from .about import EURO, HOUSEHOLDS, answers, currency
from .document import pages, stored

ABOUT_YOU = "About you"
EMPTY = "not filled in"
ABSENT = "not in the list"
LONGEST = 160
"""Characters of a value; a longer one is cut."""
MOST = 40
"""Changes that are listed for one calculator; the rest is counted."""


@dataclass(frozen=True)
class Change:
    """A changed field: its label, and its value before and after."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Section:
    """The changes of one calculator, or of what readers say about themselves: the first of them, and how many more there are."""

    title: str
    changes: tuple[Change, ...]
    more: int


def changes(book: Mapping[str, object], link: Mapping[str, object]) -> tuple[Section, ...]:
    """Compare a workbook with a link in the same notation. Sections without changes are left out."""
    sections = [_section(ABOUT_YOU, _about_changes(book, link))]
    own, linked = pages(book), pages(link)
    for name in IDS:
        calculator = find(name) if name in linked else None
        if calculator is not None:
            sections.append(_section(calculator.title, _field_changes(calculator.slots, stored(calculator, own), linked[name]["inputs"])))
    return tuple(section for section in sections if section.changes)


def _section(title: str, every: Iterator[Change]) -> Section:
    return Section(title, tuple(islice(every, MOST)), sum(1 for _ in every))


def _about_changes(book: Mapping[str, object], link: Mapping[str, object]) -> Iterator[Change]:
    given = answers(link)
    if not given and "sign" not in link:
        return
    if given:
        old, new = about_in_words(answers(book) or {}), about_in_words(given)
        yield from (Change(label, old[label], new[label]) for label in new if old[label] != new[label])
    signs = currency(book).sign or "none", currency(link).sign or "none"
    if signs[0] != signs[1]:
        yield Change("The sign of your money", *signs)


def about_in_words(given: Mapping[str, str]) -> dict[str, str]:
    """The answers by question."""
    from ..catalogue.take_home.ca.inputs import PROVINCES  # tax law, which most links do without
    from ..catalogue.take_home.inputs import COUNTRIES
    from ..catalogue.take_home.uk.inputs import REGIONS
    from ..catalogue.take_home.us.states.places import NAMES

    countries = {option.value: option.label for option in COUNTRIES} | {"euro": EURO}
    regions = {option.value: option.label for option in (*PROVINCES, *REGIONS)}
    region = given.get("region", "")
    is_state = given.get("country") == "us"
    return {
        "Where you live": countries.get(given.get("country", ""), EMPTY),
        "Your state, province or region": (NAMES if is_state else regions).get(region, region) or EMPTY,
        "Your household": HOUSEHOLDS.get(given.get("household", ""), EMPTY),
    }


def _field_changes(declared: Iterable[Slot], old: Mapping[str, object], new: Mapping[str, object], of: str = "") -> Iterator[Change]:
    """Compare the typed inputs of a form, or of the row whose title is `of`."""
    for slot in declared:
        before, after = old.get(slot.name), new.get(slot.name)
        if before == after:
            continue
        if isinstance(slot.field, Rows) and isinstance(after if before is None else before, list):
            yield from _row_changes(slot.field, before, after)
        else:
            yield Change(f"{of}: {slot.field.label}" if of else slot.field.label, _in_words(slot, before), _in_words(slot, after))


def _row_changes(field: Rows, old: object, new: object) -> Iterator[Change]:
    """Compare two lists row by row. A list that is not filled in has no rows."""
    before, after = (rows if isinstance(rows, list) else [] for rows in (old, new))
    for number, (was, becomes) in enumerate(zip_longest(before, after), 1):
        rows = [row if isinstance(row, Mapping) else {} for row in (was, becomes)]
        title = next((str(row[field.title])[:LONGEST] for row in rows if row.get(field.title)), "") or f"{field.item} {number}"
        if was is None:
            yield Change(f"{field.label}: {title}", ABSENT, _row_in_words(field, rows[1]))
        elif becomes is None:
            yield Change(f"{field.label}: {title}", _row_in_words(field, rows[0]), ABSENT)
        else:
            yield from _field_changes(slots(field.of), rows[0], rows[1], f"{field.label}: {title}")


def _row_in_words(field: Rows, row: Mapping[str, object]) -> str:
    filled = (f"{slot.field.label}: {_in_words(slot, row[slot.name])}" for slot in slots(field.of) if row.get(slot.name) not in (None, ""))
    return _cut("; ".join(filled)) or EMPTY


def _in_words(slot: Slot, value: object) -> str:
    """Write a typed value as its form shows it."""
    field = slot.field
    if value is None or value == "":
        return EMPTY
    if isinstance(value, Mapping):
        low, typical, high = (str(value.get(name, "")) or EMPTY for name in ("low", "typical", "high"))
        return _cut(f"{low} to {high}, usually {typical}{_unit(field, typical)}")
    if isinstance(field, Choices) and isinstance(value, list):
        return _cut(field.write([str(item) for item in value])) or EMPTY
    if isinstance(field, Choice):
        return _cut(field.write(value))
    return _cut(f"{value}{_unit(field, str(value))}")


def _unit(field: Field, typed: str) -> str:
    """The words after a number's box, unless the reader typed them."""
    after = field.after if isinstance(field, Number) else ""
    if not after or after in typed or (after[0] == "%" and "%" in typed):
        return ""
    return after if after[0] == "%" else f" {after}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
