"""Past months, as typed or pasted into one box."""

from __future__ import annotations

import functools
import re

from ..engine.money import NumberError, parse_number

FEWEST, LONGEST, MOST = 3, 120, 10_000_000.0
"""The fewest months that say anything, the most that are read, and the largest of them."""

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_BETWEEN = re.compile(r"[\s;,|/]+")


class PastError(ValueError):
    """A list of months that cannot be read for sure. `code` names why; the text says what to write."""

    def __init__(self, code: str, advice: str) -> None:
        """Keep the machine's name for the fault beside the reader's words."""
        super().__init__(advice)
        self.code = code


@functools.lru_cache(maxsize=64)
def months_of(text: str) -> tuple[float, ...]:
    """The months in a text, oldest first: numbers with spaces, semicolons or commas between them.

    A comma before three digits could stand between thousands or between months, so it is refused, never guessed.

    Raises:
        PastError: with a code and one sentence on what to write.
    """
    unsure = _THOUSANDS.search(text)
    if unsure:
        told = unsure.group()[:20]
        raise PastError("thousands", f"“{told}” can be read in two ways. Write {told.replace(',', '')}, or put a space between the months.")
    found = []
    for word in filter(None, _BETWEEN.split(text)):
        try:
            value = parse_number(word)
        except NumberError as fault:
            raise PastError(fault.code, f"“{word[:20]}” is not a month's income. {fault}") from None
        if not 0 <= value <= MOST:
            raise PastError("out-of-range", f"“{word[:20]}” is not between 0 and {MOST:,.0f}.")
        found.append(value)
    if len(found) < FEWEST:
        raise PastError("too-few", f"These are {len(found)} months. Write at least {FEWEST}, better twelve or more.")
    if len(found) > LONGEST:
        raise PastError("too-many", f"These are {len(found)} months; {LONGEST} are the most. Leave out the oldest.")
    return tuple(found)
