"""Split the text of a list into numbers, in every way that is likely to be meant."""

import math
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from .currencies import is_currency
from .list_labels import Split, month_amounts, numbered_amounts, table_columns, without_bullets
from .notation import GROUPED, current_notation

LARGEST_AMOUNT = 1e9
"""The largest amount for which digits between spaces are joined."""
LARGEST_SIZE = 1e300
"""The size of a number with more digits than a float can hold."""

_SEPARATOR = re.compile(r"[\n\r\t\v\f;|]|,(?=\s|$)")
"""Signs that always separate two numbers of a list; a comma or a space may also group digits."""
_QUOTE = re.compile(r"[\"“”„«»\[\]]|(?<!\d)'|'(?!\d)")
_DATE = re.compile(r"(?<![\d.,])(?:\d{1,4}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}/\d{4}|\d{4}-\d{2}(?:-\d{2})?)(?![\d.,])", re.ASCII)
_MARK = re.compile(r"[^\d\s,;|+()'-]+", re.ASCII)
_HEAD = re.compile(r"[-+(]*[1-9]\d{0,2}", re.ASCII)
_OPEN_HEAD = re.compile(r"[-+(]*[1-9]\d{0,2}(?:[, ]\d{3})+", re.ASCII)
_TAIL = re.compile(r"\d{3}(?:[.,]\d{1,2})?[-)]?", re.ASCII)
_WHOLE = re.compile(r"[-+(]*\d{1,3}(?:[.' ]\d{3})*|[-+(]*\d+", re.ASCII)
_LAKHS = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)|[1-9]\d?,\d{3}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?", re.ASCII)
_NO_BREAK_GROUPS = re.compile(r"(?<!\d)(?<!\d\u00a0)[1-9]\d{0,2}(?:\u00a0\d{3})+(?!\d)(?!\u00a0\d)", re.ASCII)
_SLASHED = re.compile(r"[^/\n\t;|]+(?:/[^/\n\t;|]+)+")
_MALFORMED = re.compile(r"\d{4,},\d{3}|(?:,\d+){2}", re.ASCII)


def has_date(text: str) -> bool:
    """Return whether a text contains a date: 1/31/2026, 31.1.2026 or 2026-01."""
    return _DATE.search(text) is not None


def splits(text: str, *, money: bool, high: float = math.inf, fewest: int = 1) -> Iterator[Split]:
    """Yield the ways to split a normalized list into numbers. `high` is the largest number it may hold, and `fewest` how many it needs."""
    text = _QUOTE.sub(";", without_bullets(text)).strip()
    if fewest == 1 or not _NO_BREAK_GROUPS.fullmatch(text):
        text = _NO_BREAK_GROUPS.sub(lambda groups: groups[0].replace("\u00a0", "'"), text)
    text = text.replace("\u00a0", " ")
    monthly = list(month_amounts(text))
    if monthly:
        yield from monthly
        return
    amounts = numbered_amounts(text)
    readings = [amounts] if amounts else list(table_columns(text))
    yield from ((pieces, False) for pieces in readings)
    if _SLASHED.fullmatch(text):
        yield text.split("/"), False
        return
    text, marks = _cut_at_currency(text) if money else (text, 0)
    largest = min(high, LARGEST_AMOUNT) if fewest == 1 else 0.0
    for pieces, is_certain in _cut(text, marks, largest):
        yield pieces, is_certain and not readings


def spread(words: Sequence[str]) -> float:
    """Return the ratio of the largest number of a list to the smallest that is not zero."""
    sizes = [size for word in words if (size := _size(word))]
    return max(sizes) / min(sizes) if sizes else 1.0


def most_alike(lists: Collection[tuple[float, ...]], most: int) -> list[tuple[float, ...]]:
    """Return at most so many of the lists, those whose numbers are most alike, the shortest first."""
    alike = sorted(lists, key=lambda values: spread([f"{abs(value):.6f}" for value in values]))[:most]
    return sorted((values for values in lists if values in alike), key=len)


def _cut(text: str, marks: int, largest: float) -> Iterator[Split]:
    text = re.sub(r",(?:[ ]*,)+", ",", text.strip(" ,"))
    if text.count(",") > 1:
        text = text.rstrip("; ,")
    has_separator = _SEPARATOR.search(text) is not None
    chunks = [chunk for raw in _SEPARATOR.split(text) if (chunk := raw.strip(" ,"))]
    words = [word for chunk in chunks for word in chunk.split()]
    if marks and marks == len(chunks):
        yield chunks, True
    if not words or 1 < marks == len(chunks):
        return
    if len(words) > len(chunks) > 1:
        yield chunks, True
        if not any(map(_has_leading_zero, words)):
            yield words, True
    elif len(words) > len(chunks):
        yield from _spaced(words, largest)
    elif not has_separator and "," in text:
        yield from _at_commas(text)
    else:
        yield chunks, True
        if any(map(_MALFORMED.search, chunks)) and not any(map(GROUPED.fullmatch, chunks)):
            yield [word for chunk in chunks for word in chunk.split(",")], False


def _cut_at_currency(text: str) -> tuple[str, int]:
    """Separate the amounts of a text at their currency signs, which stay with their amounts.

    Returns:
        The text, and the number of currency signs.
    """
    marks = [mark for mark in _MARK.finditer(text) if is_currency(mark[0])]
    if not marks:
        return text, 0
    if re.search(r"\d", text[: marks[0].start()]):
        for mark in reversed(marks):
            behind = re.match(r"[-)]*", text[mark.end() :])
            end = mark.end() + (behind.end() if behind else 0)
            text = f"{text[: mark.start()].rstrip(' ')}{text[mark.start() : end]};{text[end:]}"
    else:
        for mark in reversed(marks):
            before = text[: mark.start()]
            start = len(before.rstrip("-+("))
            text = f"{before[:start]};{before[start:]}{mark[0]}{text[mark.end() :].lstrip(' ')}"
    return text, len(marks)


def _spaced(words: list[str], largest: float) -> Iterator[Split]:
    """Yield the splits of words between spaces, which may group digits; a comma in a word may separate numbers."""
    line = " ".join(words)
    is_run = all(re.fullmatch(r"\d{3}", word) for word in words)
    may_be_pairs = is_run and len(words) % 2 == 0 and current_notation().group == "\u00a0"
    alternatives = [grouped for grouped in _grouped(words, " ") if may_be_pairs or _is_likelier(grouped, words)]
    if is_run and _size(line) <= largest:
        alternatives.append([line])
    if "," in line:
        cuts = [cut for cut in (line.split(","), re.split("[ ,]", line)) if all(map(_WHOLE.fullmatch, cut))]
        alternatives += [cut for cut in cuts if not any(map(_has_leading_zero, cut)) and spread(cut) < spread(words)]
    if not any(map(_has_leading_zero, words)):
        yield words, not alternatives
    yield from ((alternative, False) for alternative in alternatives)


def _at_commas(text: str) -> Iterator[Split]:
    """Yield the splits of a text whose only separators are commas, which may group digits or precede decimals."""
    words = text.split(",")
    has_long = any(word.isdigit() and len(word) > 3 for word in words)
    alternatives = [grouped for grouped in _grouped(words, ",") if not has_long or _is_likelier(grouped, words)]
    lengths = {2} if alternatives else {1, 2}
    lakhs = _LAKHS.findall(text)
    if ",".join(lakhs) == text and any(piece.count(",") > 1 for piece in lakhs):
        alternatives.append(lakhs)
    pairs = [f"{whole},{rest}" for whole, rest in zip(words[::2], words[1::2], strict=False)]
    if len(words) % 2 == 0 and all(map(_WHOLE.fullmatch, words[::2])) and all(re.fullmatch(r"\d{1,2}", rest) for rest in words[1::2]):
        alternatives.append(pairs)
    as_decimals = _join(words, ",", lambda head, tail: head.isdigit() and tail.isdigit() and len(tail) in lengths and tail != "0")
    if as_decimals != words:
        alternatives.append(as_decimals)
    if not any(map(_has_leading_zero, words)):
        yield words, not alternatives
    yield from ((alternative, False) for alternative in alternatives if not any(map(_has_leading_zero, alternative)))


def _grouped(words: list[str], sign: str) -> Iterator[list[str]]:
    """Yield the words joined where the sign between them can group digits: everywhere, or only where the numbers become more alike."""
    usual = median([size for word in words if len(word) > 2 and (size := _size(word))] or [1.0])

    def is_nearer(head: str, tail: str) -> bool:
        size = _size(head)
        return abs(math.log(_size(head + tail) / usual)) < abs(math.log(size / usual)) if size else False

    everywhere = _join(words, sign, _can_group)
    alike = _join(words, sign, lambda head, tail: _can_group(head, tail) and (tail.startswith("0") or is_nearer(head, tail)))
    yielded: list[list[str]] = []
    for joined in (everywhere, alike):
        if joined != words and joined not in yielded and not any(map(_has_leading_zero, joined)):
            yielded.append(joined)
            yield joined


def _can_group(head: str, tail: str) -> bool:
    """Return whether the tail can be another group of the head's digits; a third group only if it can be nothing else."""
    is_open = _HEAD.fullmatch(head) or (tail.startswith("0") and _OPEN_HEAD.fullmatch(head))
    return bool(is_open) and _TAIL.fullmatch(tail) is not None


def _is_likelier(joined: list[str], words: list[str]) -> bool:
    """Return whether a list is more plausible joined: it has to be, or its numbers are more alike, or have equally many decimals."""
    has_short_head = any(len(head) < 3 and head != "0" and _TAIL.fullmatch(tail) for head, tail in pairwise(words))
    return (
        any(map(_has_leading_zero, words))
        or (has_short_head and spread(joined) < spread(words))
        or (len({_places(word) for word in joined}) == 1 < len({_places(word) for word in words}))
    )


def _join(words: list[str], sign: str, belongs: Callable[[str, str], bool]) -> list[str]:
    """Join each word with the one before it where the two form one number."""
    joined: list[str] = []
    for word in words:
        if joined and belongs(joined[-1], word):
            joined[-1] += sign + word
        else:
            joined.append(word)
    return joined


def _places(word: str) -> int:
    """Return how many decimals a word appears to have: one, two or none."""
    decimals = re.search(r"[.,](\d{1,2})\D*$", word)
    return len(decimals[1]) if decimals else 0


def _size(word: str) -> float:
    """Return the approximate size of a number, in which separators group digits wherever they can."""
    bare = re.sub(r"[^\d.,' ]", "", word)
    whole, point, rest = bare.rpartition("." if bare.rfind(".") > bare.rfind(",") else ",")
    if GROUPED.fullmatch(bare) or not point:
        whole, rest = bare, ""
    size = float(f"{re.sub('[^0-9]', '', whole) or '0'}.{re.sub('[^0-9]', '', rest) or '0'}")
    return min(size, LARGEST_SIZE)


def _has_leading_zero(word: str) -> bool:
    return re.match(r"[-+(]*0\d", word, re.ASCII) is not None
