"""Cells and sheets of a spreadsheet, independent of any file format."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..fields import Choice, Count, Field, Hours, Money, Months, Number, NumberList, Rate
from ..money import round_half_up

LONGEST_NAME = 31
"""Characters of a sheet's name."""
RESERVED = frozenset({"sources", "workbook", "history"})
"""Names of other sheets, and one that Excel keeps for itself."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
FIRST_YEAR = 1000
"""A count from here on is a calendar year, whose digits are not grouped."""

Scalar = str | float | bool | None
Row = list["Cell"]


@dataclass(frozen=True)
class Cell:
    """A value, the formula that gives it, if any, the format of its number, and its style.

    A text is never taken as a formula, whatever it begins with.
    """

    value: Scalar = None
    formula: str = ""
    format: str = ""
    style: str = ""

    def as_json(self) -> dict[str, Scalar]:
        """Return the parts that are set."""
        parts: dict[str, Scalar] = {"value": self.value, "formula": self.formula, "format": self.format, "style": self.style}
        return {name: part for name, part in parts.items() if part is not None and part != ""}


@dataclass(frozen=True)
class Place:
    """The cells of a value: one, or a column of them. Rows count from 1."""

    column: int
    row: int
    count: int = 0
    """Of a column; 0 for one cell."""

    def at(self, index: int) -> str:
        """Return the address of one cell."""
        return f"{letters(self.column)}{self.row + index}"

    @property
    def range(self) -> str:
        """The address of a column."""
        return f"{self.at(0)}:{self.at(self.count - 1)}"


@dataclass
class Sheet:
    """Rows of cells, and the places of the inputs and figures in them, by path ("pay", "pairs.price")."""

    rows: list[Row] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def next(self) -> int:
        """The number of the next row."""
        return len(self.rows) + 1

    def add(self, *cells: Cell) -> None:
        """Add a row."""
        self.rows.append(list(cells))


def letters(column: int) -> str:
    """Return the letters of a column that is counted from 0: A, Z, AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def sheet_name(title: str, taken: Mapping[str, object] | frozenset[str] = RESERVED) -> str:
    """Return a valid name for a sheet, which none of those `taken` has in lower case."""
    plain = " ".join("".join(ch for ch in title.translate(_NOT_IN_NAMES) if ch.isprintable()).split()).strip("' ") or "Sheet"
    name, number = _cut(plain, LONGEST_NAME), 1
    while name.casefold() in taken:
        number += 1
        suffix = f" ({number})"
        name = _cut(plain, LONGEST_NAME - len(suffix)) + suffix
    return name


def _cut(text: str, longest: int) -> str:
    """Cut a text to a number of UTF-16 units, which spreadsheets count."""
    while len(text.encode("utf-16-le")) > 2 * longest:
        text = text[:-1]
    return text.rstrip("' ")


def quoted(text: str) -> str:
    """Return a text as it stands in a formula."""
    return '"' + text.replace('"', '""') + '"'


def number_format(unit: Field | None) -> str:
    """Return the format of a unit's numbers: amounts with the sign of their currency, rates in percent.

    The separators of digits are not part of a format: they are those of the computer that shows it.
    """
    if isinstance(unit, Money):
        digits, sign = "#,##0" if unit.dollars else "#,##0.00", unit.written_in.before
        return f'"{sign}"{digits};-"{sign}"{digits}' if sign else digits
    if isinstance(unit, Rate):
        return "0.00%"
    if isinstance(unit, Count):
        return "#,##0" if unit.ge < FIRST_YEAR else "0"
    if isinstance(unit, Hours | Months):
        return "#,##0.0"
    return "#,##0.00" if isinstance(unit, Number) else ""


def scalar(unit: Field | None, value: Any) -> Scalar:
    """Return what a cell holds of a value: a number unrounded, a text, and the words of an option; None for no value."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else str(value)
    if isinstance(unit, Choice) or not isinstance(value, str):
        return unit.write(value) if unit is not None else str(value)
    return value


def decimal(unit: Field | None, value: Any) -> str:
    """Return a value as text for machines: numbers rounded as the unit says, with a point and without signs; a rate as a fraction."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        rounded = unit.rounded(value) if isinstance(unit, Number) else round_half_up(value, 6)
        text = f"{rounded:.15g}"
        return text if "e" not in text else f"{rounded:f}"
    plain = scalar(unit, value)
    return "" if plain is None else str(plain)


def is_numbers(unit: Field | None, value: object) -> bool:
    """Whether a value is a list of numbers typed into one box."""
    return isinstance(unit, NumberList) and isinstance(value, tuple) and bool(value)
