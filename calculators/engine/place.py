"""The reader's place: the country whose published series a form offers, as implied by the reader's currency and answers."""

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

from .currency import DOLLAR, current_currency

HOME = "us"
"""The country whose series a form offers by default."""
_own: ContextVar[str] = ContextVar("own place", default=HOME)


def own_place() -> str:
    """Return the reader's country or currency area; "none" for one without published series here."""
    return _own.get()


def takes_us_amounts() -> bool:
    """Return whether US amounts can stand for the reader's own: those of a reader in the United States who writes dollars."""
    return own_place() == HOME and current_currency() == DOLLAR


@contextlib.contextmanager
def in_place(place: str) -> Iterator[None]:
    """Treat the reader as being in this place inside the context."""
    token = _own.set(place)
    try:
        yield
    finally:
        _own.reset(token)
