"""Children's ages, which a reader types into one box: "3 7 15"."""

import re
from collections.abc import Iterable
from typing import Protocol

from ...engine.validation import FieldError

MOST = 20
"""The largest number of children."""

OLDEST = 24


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
    """Require whole numbers of years, up to 24, for at most twenty children."""
    words = words_of(inputs.child_ages)
    if any(re.fullmatch(r"[0-9]{1,2}", word) is None or int(word) > OLDEST for word in words):
        yield FieldError(
            "child_ages", "not-ages", f"Enter each child's age in whole years, from 0 to {OLDEST}, with spaces between them: 3 7 15."
        )
    elif len(words) > MOST:
        yield FieldError("child_ages", "too-many", f"Enter at most {MOST} children.")
