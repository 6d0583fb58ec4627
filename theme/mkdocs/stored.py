"""The macros for what the site stores and contains: the table of the page on privacy, and the address of the licenses."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils import get_relative_url

from .macros import Macros

TABLE = Path(__file__).with_suffix(".toml")
NOTICES = "THIRD-PARTY-NOTICES.txt"
"""The file of the licenses, which pipeline/notices.py writes."""


@dataclass(frozen=True)
class Stored:
    """One row: what is stored, in which storage of the browser, under which names (as patterns and in words), and until when."""

    what: str
    place: str
    names: tuple[str, ...]
    words: str
    until: str

    def has(self, name: str) -> bool:
        """Return whether a name is one of these."""
        return any(re.fullmatch(pattern, name) for pattern in self.names)


def table() -> tuple[Stored, ...]:
    """Return all that the site stores in a reader's browser."""
    rows = tomllib.loads(TABLE.read_text("utf-8"))["stored"]
    return tuple(Stored(row["what"], row["place"], tuple(row["names"]), row["as"], row["until"]) for row in rows)


def names(macros: Macros) -> dict[str, Callable[[], str]]:
    """Map each macro's name to its function, for one build."""

    def stored() -> str:
        """All that is stored, as a table in Markdown."""
        rows = (f"| {row.what} | This browser’s {row.place}, as {row.words} | {row.until} |" for row in table())
        return "\n".join(["| What | Where | Until when |", "|---|---|---|", *rows])

    def notices() -> str:
        """The address of the licenses of what others have made, from this page."""
        return str(get_relative_url(NOTICES, macros.page_url))

    return {call.__name__: call for call in (stored, notices)}
