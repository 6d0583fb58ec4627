"""Children's ages, which a reader types into one box: "3 7 15", in place of the counts that earlier editions asked for."""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from ...engine.validation import FieldError

MOST = 20
"""The largest number of children."""

OLDEST = 26


class WithChildren(Protocol):
    """Inputs with the ages of the children at home."""

    @property
    def child_ages(self) -> str:
        """Whole years, separated by spaces or commas; "" for no children."""


def words_of(text: str) -> list[str]:
    """The parts of a list that spaces, commas or semicolons separate."""
    return [word for word in re.split(r"[\s,;]+", text) if word]


def ages_of(text: str) -> tuple[int, ...]:
    """The ages in a list that `ages_are_readable` accepts, oldest first."""
    return tuple(sorted((int(word) for word in words_of(text)), reverse=True))


def ages_are_readable(inputs: WithChildren) -> Iterable[FieldError]:
    """Require whole numbers of years, up to 26, for at most twenty children."""
    words = words_of(inputs.child_ages)
    if any(re.fullmatch(r"[0-9]{1,2}", word) is None or int(word) > OLDEST for word in words):
        yield FieldError(
            "child_ages", "not-ages", f"Enter each child's age in whole years, from 0 to {OLDEST}, with spaces between them: 3 7 15."
        )
    elif len(words) > MOST:
        yield FieldError("child_ages", "too-many", f"Enter at most {MOST} children.")


OLDER_INPUTS = ("children", "children_under_12", "children_under_6", "older_children")
"""The counts that earlier editions asked for: children under 17, those of them under 12 and under 6, and older children."""

_COUNT = re.compile(r"\d{1,2}(?:\.0+)?")


def from_counts(raw: Mapping[str, object]) -> dict[str, object]:
    """Replace the counts of earlier editions by ages, unless there are ages already.

    A child in each group gets an age of that group: 5, 11, 16 or 18. A text that is no count is kept as an age, which is then refused.
    """
    counts = {name: raw[name] for name in OLDER_INPUTS if name in raw}
    others = {name: value for name, value in raw.items() if name not in counts}
    if not counts or "child_ages" in others:
        return others
    typed = {name: str(value).strip() for name, value in counts.items()}
    unreadable = [text for text in typed.values() if _COUNT.fullmatch(text) is None or float(text) > MOST]
    if unreadable:
        return others | {"child_ages": unreadable[0] or "0 children"}
    children, under_12, under_6, older = (int(float(typed.get(name, "0"))) for name in OLDER_INPUTS)
    under_6 = min(children, under_6)
    under_12 = max(under_6, min(children, under_12))
    ages = [5] * under_6 + [11] * (under_12 - under_6) + [16] * (children - under_12) + [18] * older
    return others | {"child_ages": " ".join(map(str, ages))}
