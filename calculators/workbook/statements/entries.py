"""The dated entries of a statement, and the rows that are left out of it, each with the reason."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .amounts import fitting_decimals, is_blank, read_amount, read_hours
from .column_map import ColumnMap
from .columns import DATE, FEE, HOURS, MILES, MONEY, NUMBERS, OUT, PAID_HOURS, PAID_MILES, TIPS, USE, unit_of_hours
from .dates import fitting_orders, read_date
from .table import Row, Table

LONGEST_USE = 40
"""Characters of what an entry is for."""

_TOTAL = re.compile(
    r"(?:(?:grand|sub|net|gross|monthly|weekly|overall|period)[- ]?)?totals?(?: (?:for|of|in|by)\b.*|[ :]*)"
    r"|sum(?:me|ma)?:?|gesamt(?:summe|betrag)?:?|(?:sous-)?total:?"
    r"|(?:opening|closing|starting|ending|start|end|anfangs|end) ?(?:balance|saldo)\b.*"
    r"|balance (?:brought|carried) forward|(?:alter|neuer) kontostand.*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?=\w*\d)[\w*#/.:-]{3,}|[#*]+\w*|\d+")
"""Numbers and codes in a text, which differ from one payment to the next."""

REASONS: Mapping[str, str] = {
    "total": "A total or a balance, whose parts are counted already.",
    "no-date": "A date that’s missing or can’t be read.",
    "not-a-number": "An amount that can’t be read.",
    "no-amount": "No amount in any of the columns that you use.",
    "too-many-cells": "More cells than there are columns.",
    "header": "The names of the columns again.",
}
"""Why a row is left out, by its code."""


@dataclass(frozen=True)
class Entry:
    """An entry: its day, what it is for, and its amounts. None stands for an amount of which nothing is said."""

    day: date
    use: str = ""
    money: float | None = None
    out: float | None = None
    tips: float | None = None
    fee: float | None = None
    hours: float | None = None
    paid_hours: float | None = None
    miles: float | None = None
    paid_miles: float | None = None


@dataclass(frozen=True)
class LeftOut:
    """A row that is left out: the line of the file in which it begins, the code of the reason, and its text."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True)
class Questions:
    """What a statement leaves open, each with the answers that fit; () where it is clear."""

    orders: tuple[str, ...]
    decimals: tuple[str, ...]


def settle(table: Table, chosen: ColumnMap) -> tuple[ColumnMap, Questions]:
    """Complete a map with the order of dates and the decimal sign that its cells show, and say what they leave open."""
    orders = fitting_orders(table.column(chosen.roles[DATE])) if DATE in chosen.roles else ()
    numbers = [text for role in NUMBERS if role in chosen.roles for text in table.column(chosen.roles[role])]
    decimals = fitting_decimals(numbers)
    order = chosen.order if chosen.order in orders else orders[0] if len(orders) == 1 else ""
    decimal = chosen.decimal if chosen.decimal in decimals else decimals[0] if len(decimals) == 1 else ""
    questions = Questions(orders if len(orders) > 1 else (), decimals if len(decimals) > 1 else ())
    return replace(chosen, order=order, decimal=decimal, names=table.names), questions


def read_entries(table: Table, settled: ColumnMap) -> tuple[list[Entry], list[LeftOut]]:
    """Read the entries of a table with a map that leaves nothing open."""
    places = {role: table.names.index(name) for role, name in settled.roles.items()}
    units = {role: unit_of_hours(settled.roles[role]) for role in (HOURS, PAID_HOURS) if role in places}
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    for row in table.rows:
        made = _entry(row, table, settled, places, units)
        if isinstance(made, Entry):
            entries.append(made)
        else:
            left_out.append(LeftOut(row.line, made, "; ".join(cell for cell in row.cells if cell)[:120]))
    return entries, left_out


def use_of(text: str) -> str:
    """What a description is for, without the numbers and codes that differ from one payment to the next."""
    bare = re.sub(r" (?=[,;:])", "", " ".join(_REFERENCE.sub(" ", text).split())).strip(" -,;:./")
    return (bare or " ".join(text.split()))[:LONGEST_USE].strip()


def _entry(row: Row, table: Table, settled: ColumnMap, places: Mapping[str, int], units: Mapping[str, float]) -> Entry | str:
    """Read a row, or return the code of the reason why it is left out."""
    if any(row.cells[len(table.names) :]):
        return "too-many-cells"
    if _is_total(row.cells):
        return "total"
    if row.cells == table.names:
        return "header"
    day = read_date(row.cells[places[DATE]], settled.order) if DATE in places else None
    if day is None:
        return "no-date"
    amounts: dict[str, float] = {}
    for role in NUMBERS:
        text = row.cells[places[role]] if role in places else ""
        if is_blank(text):
            continue
        value = read_hours(text, settled.decimal, units[role]) if role in units else read_amount(text, settled.decimal)
        if value is None:
            return "not-a-number"
        amounts[role] = value
    if not amounts:
        return "no-amount"
    use = use_of(row.cells[places[USE]]) if USE in places else ""
    return _signed(day, use, amounts)


def _signed(day: date, use: str, amounts: Mapping[str, float]) -> Entry:
    """Make an entry with amounts above zero: a negative amount of money in is money out."""
    money, out = amounts.get(MONEY), amounts.get(OUT)
    if money is not None and money < 0:
        out = abs(out or 0.0) - money
        money = None
    others = {role: abs(amounts[role]) for role in (TIPS, FEE, HOURS, PAID_HOURS, MILES, PAID_MILES) if role in amounts}
    return Entry(day, use, money, None if out is None else abs(out), **others)


def _is_total(cells: Sequence[str]) -> bool:
    return any(_TOTAL.fullmatch(cell) for cell in cells)
