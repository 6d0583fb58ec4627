"""Whose published series are offered to the reader: those of the country that the reader's money and answers point to."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

HOME = "us"
"""The country whose series stand in a form that nobody has changed yet."""
_own: ContextVar[str] = ContextVar("own place", default=HOME)


def own_place() -> str:
    """The reader's country or currency area; "none" for one whose series are not in here."""
    return _own.get()


@contextlib.contextmanager
def in_place(place: str) -> Iterator[None]:
    """Everything in here is for a reader in this place."""
    before = _own.set(place)
    try:
        yield
    finally:
        _own.reset(before)
