"""The reader's place: the country whose published series a form offers, as implied by the reader's currency and answers."""

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

HOME = "us"
"""The country whose series a form offers by default."""
_own: ContextVar[str] = ContextVar("own place", default=HOME)


def own_place() -> str:
    """Return the reader's country or currency area; "none" for one without published series here."""
    return _own.get()


@contextlib.contextmanager
def in_place(place: str) -> Iterator[None]:
    """Treat the reader as being in this place inside the context."""
    token = _own.set(place)
    try:
        yield
    finally:
        _own.reset(token)
