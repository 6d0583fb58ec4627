"""Read the amounts and the hours of a statement. All of its numbers have the same decimal sign."""

import re
from collections.abc import Iterable

from ...engine.currencies import strip_currency
from ...engine.number_text import normalize

DECIMAL_SIGNS = (".", ",")
LARGEST_AMOUNT = 1e10

_BLANK = re.compile(r"[-\s]*|n/?a|null|none|nil", re.IGNORECASE)
_FORMULA_TEXT = re.compile(r'="(.*)"')
"""A number that Excel is told to keep as text."""
_CREDIT = re.compile(r"(.*\d\)?)\s*(cr|dr|c|d|h|s)\.?", re.IGNORECASE)
"""An amount that is marked as a credit or a debit, in English or (H and S) in German."""
_DEBITS = {"dr", "d", "s"}
_BY_SIGN = {
    decimal: re.compile(
        rf"(?:\d{{1,3}}(?:([{group}' ])\d{{3}}(?:\1\d{{3}})*)?|\d{{1,2}}(?:{group}\d{{2}})+{group}\d{{3}}|\d+)?(?:{re.escape(decimal)}\d*)?"
        if group == ","
        else rf"(?:\d{{1,3}}(?:([{group}' ])\d{{3}}(?:\1\d{{3}})*)?|\d+)?(?:{re.escape(decimal)}\d*)?",
        re.ASCII,
    )
    for decimal, group in ((".", ","), (",", "."))
}
_DIGITS = {sign: re.compile(rf"-?\d{{1,12}}(?:{re.escape(sign)}\d{{1,2}})?", re.ASCII) for sign in DECIMAL_SIGNS}
"""The most usual amounts, which need no further look."""
_CLOCK = re.compile(r"(\d{1,4}):(\d{2})(?::(\d{2})(?:\.\d+)?)?", re.ASCII)
_SPOKEN = re.compile(
    r"(?:(\d{1,4}) ?h(?:(?:ou)?rs?)?\.?)?[ ,]*(?:(\d{1,5}) ?m(?:ins?|inutes?)?\.?)?[ ,]*(?:(\d{1,6}) ?s(?:ecs?|econds?)?\.?)?",
    re.ASCII | re.IGNORECASE,
)


def is_blank(text: str) -> bool:
    """Return whether a cell stands for no number."""
    return not text or (not text[-1].isdigit() and _BLANK.fullmatch(_plain(text)) is not None)


def read_amount(text: str, decimal: str) -> float | None:
    """Read an amount with this decimal sign, such as "$1,234.50", "(12.00)", "12,00-" or "5.00 DR"; None if it is none.

    Parentheses, a minus on either side, and the mark of a debit make it negative.
    """
    if _DIGITS[decimal].fullmatch(text):
        value = float(text.replace(",", "."))
        return value if abs(value) <= LARGEST_AMOUNT else None
    quoted = _FORMULA_TEXT.fullmatch(text.strip())
    bare = _plain(quoted[1] if quoted else text)
    marked = _CREDIT.fullmatch(bare)
    is_negative = marked is not None and marked[2].lower() in _DEBITS
    bare = marked[1] if marked else bare
    if bare.startswith("(") and bare.endswith(")"):
        is_negative, bare = not is_negative, bare[1:-1].strip()
    bare, minus = _without_minus(bare)
    stripped = strip_currency(bare)
    if stripped is not None:
        bare, second = _without_minus(stripped.strip())
        minus = minus != second
    if not _BY_SIGN[decimal].fullmatch(bare) or not any(map(str.isdigit, bare)):
        return None
    value = float(re.sub("[^0-9.]", "", bare if decimal == "." else bare.replace(".", "").replace(",", ".")))
    if value > LARGEST_AMOUNT:
        return None
    return -value if value and is_negative != minus else value


def read_hours(text: str, decimal: str, unit: float = 1.0) -> float | None:
    """Read hours such as "7.5", "7:30", "7:30:00" or "7 h 30 min"; None if they are none.

    Args:
        text: the text of the cell.
        decimal: the decimal sign.
        unit: hours in a plain number's unit, such as 1/60 for minutes.
    """
    bare = _plain(text)
    clock = _CLOCK.fullmatch(bare) or (_SPOKEN.fullmatch(bare) if any(map(str.isalpha, bare)) else None)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours + minutes / 60 + seconds / 3600
    value = read_amount(text, decimal)
    return None if value is None else value * unit


def fitting_decimals(texts: Iterable[str]) -> tuple[str, ...]:
    """The decimal signs with which the most of these texts are amounts; two only if they give different amounts."""
    written = list(dict.fromkeys(text for text in texts if text))
    readings = {sign: [read_amount(text, sign) for text in written] for sign in DECIMAL_SIGNS}
    counts = {sign: sum(value is not None for value in values) for sign, values in readings.items()}
    best = tuple(sign for sign in DECIMAL_SIGNS if counts[sign] == max(counts.values()))
    return best[:1] if len(best) > 1 and readings[best[0]] == readings[best[1]] else best


def _plain(text: str) -> str:
    """Return a text in plain digits and signs, without the spaces around it."""
    return text.strip() if text.isascii() and text.isprintable() else normalize(text).replace("\u00a0", " ").strip()


def _without_minus(text: str) -> tuple[str, bool]:
    """Remove a sign before or after a number; return whether it was a minus."""
    bare = text.strip()
    if bare[:1] in {"-", "+"}:
        return bare[1:].strip(), bare[0] == "-"
    return (bare[:-1].strip(), True) if bare.endswith("-") else (bare, False)
