"""Choose the indefinite article by pronunciation."""

import re

_NUMBER = re.compile(r"\d[\d,]*")
_SPELLED = re.compile(r"[A-Z][A-Z0-9]*\b")
_SPELLED_WITH_AN = "AEFHILMNORSX"
"""Letters whose names begin with a vowel sound."""

_SILENT_H = re.compile(r"(?:heir|honest|hono|hour)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:e[uw]|onc?e\b|uni(?:[^nmd]|mo)|(?!uber)u[bcfhjkqrst][aeiou])", re.IGNORECASE)
"""A written vowel that is pronounced like the start of "you" or "one"."""


def article(phrase: str) -> str:
    """Return `a` or `an`, by the first sound of a word or phrase.

    A word in capitals is read letter by letter: an MBA.
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
    """Return the article of a number: eight, eleven and eighteen begin with a vowel sound, also as thousands or millions."""
    leading = digits[: (len(digits) - 1) % 3 + 1]
    return "an" if digits.startswith("8") or leading in {"11", "18"} else "a"
