"""Answers to the checks at the ends of chapters: nobody can guess them from where they stand or how long they are."""

from __future__ import annotations

import re
from collections import Counter

from tests.content.book import CHAPTERS, read

SPREAD = 1.5
"""How far the number of right answers at a letter may be from the number that chance would put there."""

_CHECK = re.compile(r"((?:^- [a-d]\) .+\n)+)\n\?\?\? question .*\n\n    \*\*([a-d])\.\*\*", re.MULTILINE)


def checks(text: str) -> list[tuple[list[str], int]]:
    """Return the choices of each check that has some, and the place of the right one."""
    return [(re.findall(r"^- [a-d]\) (.+)$", choices, re.MULTILINE), "abcd".index(right)) for choices, right in _CHECK.findall(text)]


BOOK = [check for name in CHAPTERS for check in checks(read(name))]


def at_letters(book: list[tuple[list[str], int]]) -> tuple[list[int], list[float]]:
    """Return how often each letter is right, and how often it would be by chance."""
    right = Counter(place for _, place in book)
    chance = [sum(1 / len(choices) for choices, _ in book if place < len(choices)) for place in range(4)]
    return [right[place] for place in range(4)], chance


def uneven(book: list[tuple[list[str], int]]) -> list[str]:
    """Return the letters that are right much more or less often than by chance."""
    pairs = zip("abcd", *at_letters(book), strict=True)
    return [letter for letter, times, chance in pairs if not chance / SPREAD - 1 <= times <= chance * SPREAD]


def test_right_answers_are_spread_over_the_letters() -> None:
    assert len(BOOK) >= 2 * len(CHAPTERS)
    assert uneven(BOOK) == []


def test_longest_choice_is_not_usually_the_right_one() -> None:
    longest = [sorted(choices, key=len)[-2:] for choices, _ in BOOK]
    right = [len(longer) > len(long) and longer == choices[right] for (long, longer), (choices, right) in zip(longest, BOOK, strict=True)]
    assert sum(right) <= len(BOOK) * 0.4


def test_answers_at_one_letter_are_noticed() -> None:
    choices = ["one", "two", "three"]
    assert uneven([(choices, place % 3) for place in range(12)]) == []
    assert uneven([(choices, 1)] * 12) == ["a", "b", "c"]
