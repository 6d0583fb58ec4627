"""The macros of the page “Your records”."""

from collections.abc import Callable

from calculators.engine.view.outcome import render
from calculators.workbook.records.log import FIELDS

from .macros import Macros

_MODES = {"day": ("date", ""), "use": ("text", "")}
_NUMBER = ("text", "decimal")


def names(macros: Macros) -> dict[str, Callable[[], str]]:
    """Map each macro's name to its function, for one build."""

    def statement_reader() -> str:
        """Where a statement is read."""
        return macros.placeholders.embed(render("records/template.html.j2", fields=()))

    def log() -> str:
        """The log, with a box for each field of an entry."""
        fields = [(name, label, *_MODES.get(name, _NUMBER)) for name, label in FIELDS]
        return macros.placeholders.embed(render("records/template.html.j2", fields=fields))

    return {call.__name__: call for call in (statement_reader, log)}
