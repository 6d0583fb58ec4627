"""Recognize what stands beside the numbers of a list: bullets, months, line numbers, and the second column of a table."""

import re
from collections.abc import Iterator
from itertools import pairwise

Split = tuple[list[str], bool]
"""The numbers as texts, and whether this split is certain enough to be used without asking."""

_MONTHS = (
    "jan|ene|gen",
    "feb|fév|fev",
    "mar|mär|mrt|maa",
    "apr|avr|abr",
    "may|mai|mag|maj|mei",
    "jun|juin|giu",
    "jul|juil|lug",
    "aug|aoû|aou|ago",
    "sep|set",
    "oct|okt|out|ott",
    "nov",
    "dec|dez|déc|dic",
)
"""The first letters of each month's name, in English, German, French, Spanish, Portuguese, Italian, Dutch and Scandinavian languages."""
_MONTH = re.compile(
    r"\(?(?<![^\W_])(?:" + "|".join(f"({names})" for names in _MONTHS) + r")[^\W\d_]*\.?(?:[-/']\d{2,4}(?!\d))?\)?(?: ?[:=]| -(?= ))?",
    re.IGNORECASE,
)
"""A month's name, with a year that is attached to it: "Jan", "(Feb)", "mars :", "Nov-26"."""
_DATED = re.compile(r"20\d\d[\s,:;]+(\S.*)", re.ASCII | re.DOTALL)
_BULLET = re.compile(r"^[ \t]*[•◦▪‣·●○*][ \t]*", re.MULTILINE)
_DASH = re.compile(r"-[ \t]+(\S.*)")
_LINE = re.compile(r"(\d{1,6}(?:\.\d{4})?)(?:[.):] +|[\t ,;|] *)(\S.*)", re.ASCII)
"""A line that begins with a number of its own: "3. 560", or "2026 820"."""
_COUNTING_STEPS = ({1.0}, {28.0, 30.0, 31.0}, {30.0, 31.0}, {31.0})
"""Steps between numbers that only count lines: 1, 2, 3, or a spreadsheet's serial numbers of the first days of months."""
_CELLS = re.compile(r"[\t;|]")
FEWEST_LINES_OF_A_TABLE = 3


def month_of(word: str) -> int | None:
    """Return the number of the month with this name, whole or shortened, in one of several languages; None if there is none."""
    match = _MONTH.fullmatch(word)
    return match.lastindex if match else None


def without_bullets(text: str) -> str:
    """Remove the bullets from the beginnings of lines."""
    return _BULLET.sub("", text)


def month_amounts(text: str) -> Iterator[Split]:
    """Yield the amounts of a list that names a month beside each of them; nothing for any other list.

    The amounts are certain if the months follow each other, and no amount has a space in it.
    """
    marks = list(_MONTH.finditer(text))
    if len(marks) < 2:
        return
    starts, ends = [mark.start() for mark in marks], [mark.end() for mark in marks]
    if re.search(r"\d", text[: starts[0]]):  # each month stands after its amount
        spans, rest = zip([0, *ends], starts, strict=False), text[ends[-1] :]
    else:
        spans, rest = zip(ends, [*starts[1:], len(text)], strict=True), ""
    amounts = [text[start:end].strip(" \t\r\n,;|") for start, end in spans]
    if not all(amounts) or rest.strip(" \t\r\n,;|"):
        return
    dated = [_DATED.fullmatch(amount) for amount in amounts]
    amounts = [year[1] if year and all(dated) else amount for year, amount in zip(dated, amounts, strict=True)]
    steps = {((after.lastindex or 0) - (before.lastindex or 0)) % len(_MONTHS) for before, after in pairwise(marks)}
    words = [amount.split() for amount in amounts]
    yield amounts, steps in ({1}, {len(_MONTHS) - 1}) and all(len(parts) == 1 for parts in words)
    if all(len(parts) > 1 and re.fullmatch(r"\d\d", parts[0]) for parts in words):  # may be a year
        yield [" ".join(parts[1:]) for parts in words], False


def numbered_amounts(text: str) -> list[str]:
    """Return the rest of each line if the lines begin with dashes, or with numbers that only count them; else []."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    dashed = [line for line in map(_DASH.fullmatch, lines) if line]
    if len(dashed) == len(lines) > 1:
        return [line[1] for line in dashed]
    numbered = [line for line in map(_LINE.fullmatch, lines) if line]
    if len(numbered) < max(2, len(lines)) or all(re.fullmatch(r"\d+,\d{3}", line[0]) for line in numbered):
        return []
    steps = {float(after[1]) - float(before[1]) for before, after in pairwise(numbered)}
    return [line[2] for line in numbered] if any(steps <= counting for counting in _COUNTING_STEPS) else []


def table_columns(text: str) -> Iterator[list[str]]:
    """Yield each column of a table with two columns and at least three lines; nothing for any other text."""
    rows = [[cell.strip() for cell in _CELLS.split(line.strip())] for line in text.splitlines() if line.strip()]
    if len(rows) >= FEWEST_LINES_OF_A_TABLE and all(len(row) == 2 and all(row) for row in rows):
        yield from ([row[index] for row in rows] for index in range(2))
