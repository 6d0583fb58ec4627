"""The indefinite article, by sound and not by letter."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d[\d,]*")
_SPELLED = re.compile(r"[A-Z][A-Z0-9]*\b")
_SPELLED_WITH_AN = "AEFHILMNORSX"
"""Letters whose names begin with a vowel."""

_SILENT_H = re.compile(r"(?:heir|honest|hono|hour)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:e[uw]|onc?e\b|uni(?:[^nmd]|mo)|(?!uber)u[bcfhjkqrst][aeiou])", re.IGNORECASE)
"""A vowel in writing that sounds like "you" or "wun"."""


def article(phrase: str) -> str:
    """`a` or `an`, by how a word or phrase begins when it is spoken.

    Capitals alone are taken for letters that are read one by one: an MBA.
    """
    number = _NUMBER.match(phrase)
    if number:
        return _before_number(number[0].replace(",", ""))
    spelled = _SPELLED.match(phrase)
    if spelled:
        return "an" if phrase[0] in _SPELLED_WITH_AN else "a"
    if _SILENT_H.match(phrase):
        return "an"
    vowel = phrase[:1].lower() in set("aeiou")
    return "an" if vowel and not _CONSONANT_SOUND.match(phrase) else "a"


def _before_number(digits: str) -> str:
    """Eight, eleven and eighteen begin with a vowel, also as thousands or millions."""
    leading = digits[: (len(digits) - 1) % 3 + 1]
    return "an" if digits.startswith("8") or leading in {"11", "18"} else "a"
