"""What each column of a statement is, guessed from its name and its cells for the reader to correct."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .amounts import fitting_decimals, is_blank, read_hours
from .dates import ORDERS, read_date
from .table import Table

DATE, USE, MONEY, OUT, TIPS, FEE = "date", "use", "money", "out", "tips", "fee"
HOURS, PAID_HOURS, MILES, PAID_MILES = "hours", "paid_hours", "miles", "paid_miles"

ROLES: Mapping[str, str] = {
    DATE: "Date",
    USE: "What it was for",
    MONEY: "Money in (a minus means money out)",
    OUT: "Money out",
    TIPS: "Tips that come on top of the money in",
    FEE: "Fees still to be taken off the money in",
    HOURS: "All hours",
    PAID_HOURS: "Paid hours only",
    MILES: "All miles or kilometers",
    PAID_MILES: "Miles or kilometers on jobs only",
}
"""What a column can be, with the label of each choice."""
NUMBERS = (MONEY, OUT, TIPS, FEE, HOURS, PAID_HOURS, MILES, PAID_MILES)
"""The roles whose cells are numbers; each row needs at least one."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    role: tuple(word.strip() for word in words.split(","))
    for role, words in {
        DATE: "date, transaction date, booking date, trip date, day, posted, completed, buchung, datum, valuta, fecha, data, jour, "
        "period start, week, month, start, time",
        USE: "use, purpose, category, gig, platform, payee, payer, description, details, narrative, memo, type, name, vehicle, "
        "verwendungszweck, merchant, counterparty, client, customer, note, "
        "auftraggeber, buchungstext, libelle, libellé, descripcion, concepto, omschrijving, descrizione",
        MONEY: "gross, fare, earnings, money in, paid in, credit, deposit, amount, betrag, montant, importe, bedrag, importo, haben, "
        "gutschrift, payout, pay, income, revenue, price, net, total, value",
        OUT: "money out, paid out, debit, withdrawal, soll, belastung, débit, spent, expense",
        TIPS: "tip, gratuity, trinkgeld, pourboire",
        FEE: "service fee, host fee, fee, commission, gebühr, provision, frais, charges",
        PAID_HOURS: "active time, active hours, engaged, on trip, on job, paid hours, billable, booked",
        HOURS: "online, hours, duration, time worked, dash time, stunden, heures, horas, uren, minutes",
        PAID_MILES: "on trip miles, trip miles, paid miles, active miles, engaged miles",
        MILES: "miles, mileage, distance, kilomet, km, mi",
    }.items()
}
"""For each role, the words by which its column is known, the surest first."""
_NEVER: Mapping[str, re.Pattern[str]] = {
    MONEY: re.compile(r"balance|saldo|solde|\brate\b|\bid\b|number|hour|mile|fee|tip|tax|date|per\b", re.IGNORECASE),
    FEE: re.compile(r"date|rate|%|percent", re.IGNORECASE),
    HOURS: re.compile(r"rate|per hour|pay", re.IGNORECASE),
    MILES: re.compile(r"rate|per mile|odometer|deduction|value", re.IGNORECASE),
    USE: re.compile(r"\bid\b|number|currency|status|account", re.IGNORECASE),
}
"""Names that are known not to be of a role."""
_WORDS_BY_PART = {"buchung", "datum", "verwendungszweck", "betrag", "stunden", "gebühr", "kilomet"}
"""Words that are also known as a part of a longer one, as in "Buchungsdatum"."""
_SAMPLE = 200
"""Rows that are looked at."""
_MOST = 0.6
"""The share of a column's cells that must be of its kind."""


@dataclass(frozen=True)
class Column:
    """A column: its name, its first values, and what is in it: dates, numbers or texts."""

    name: str
    samples: tuple[str, ...]
    has_dates: bool
    has_numbers: bool


def columns_of(table: Table) -> tuple[Column, ...]:
    """Describe the columns of a table."""
    cells = [
        [cell for row in table.rows[:_SAMPLE] if (cell := row.cells[place]) not in {"", name}] for place, name in enumerate(table.names)
    ]
    return tuple(_column(name, texts) for name, texts in zip(table.names, cells, strict=True))


def guess(columns: Sequence[Column]) -> dict[str, str]:
    """Guess the column of each role: {role: name}. A role without a likely column is left out."""
    guessed: dict[str, str] = {}
    for role in (DATE, FEE, TIPS, PAID_MILES, MILES, PAID_HOURS, HOURS, OUT, MONEY, USE):
        left = [column for column in columns if column.name not in guessed.values() and _can_be(column, role)]
        likely = min(left, key=lambda column: _rank(column.name, role), default=None)
        if likely is not None and _rank(likely.name, role) < len(_NAMES[role]):
            guessed[role] = likely.name
        elif left and (role in {DATE, USE} or (role == MONEY and all(column.name.startswith("Column ") for column in columns))):
            guessed[role] = left[0].name
    return guessed


def unit_of_hours(name: str) -> float:
    """Hours in the unit that a column's name says: minutes, seconds or hours."""
    if re.search(r"\bmin", name, re.IGNORECASE):
        return 1 / 60
    return 1 / 3600 if re.search(r"\bsec", name, re.IGNORECASE) else 1.0


def _column(name: str, texts: Sequence[str]) -> Column:
    numbers = [text for text in texts if not is_blank(text)]
    decimals = fitting_decimals(numbers)
    dates = sum(any(read_date(text, order) for order in ORDERS) for text in texts)
    read = sum(read_hours(text, decimals[0]) is not None for text in numbers)
    samples = tuple(text[:60] for text in dict.fromkeys(texts))[:3]
    is_code = bool(numbers) and all(re.fullmatch(r"\d{7,}", text) for text in numbers)
    return Column(name, samples, dates > _MOST * len(texts), not is_code and read > _MOST * len(numbers) and dates < len(texts) / 2)


def _can_be(column: Column, role: str) -> bool:
    never = _NEVER.get(role)
    if never and never.search(column.name):
        return False
    if role == DATE:
        return column.has_dates
    if role == USE:
        return not column.has_dates and not column.has_numbers and bool(column.samples)
    return column.has_numbers


def _rank(name: str, role: str) -> int:
    """The place of the surest word in a name; the number of words if it has none."""
    words = re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).casefold()
    for place, word in enumerate(_NAMES[role]):
        if re.search(rf"\b{re.escape(word)}s?\b", words) or (word in _WORDS_BY_PART and word in words):
            return place
    return len(_NAMES[role])
