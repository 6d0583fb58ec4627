"""What the browser's Python gets of the sources, pipeline/staging.py."""

from __future__ import annotations

from typing import Any

from pipeline.staging import without_docstrings

SOURCE = '''"""A module.

Of several lines.
"""

from __future__ import annotations

from dataclasses import dataclass


def decorate(function):
    """A decorator."""
    return function


@decorate
def shown():
    """Shown to readers."""

    def inner():
        """Not shown: “é”."""; return inner.__doc__

    return inner()


@dataclass
class Thing:
    """A thing."""

    size: int = 1
    """In meters."""


def empty():
    """Nothing else."""


def plain():
    "In two" " strings."
    return 1
'''


def test_docstrings_are_left_out_but_for_those_of_figures() -> None:
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(without_docstrings(SOURCE), "staged", "exec"), names)
    thing = names["Thing"]
    assert names["__doc__"] == ""
    assert names["shown"].__doc__ == "Shown to readers."
    assert names["shown"]() == ""
    assert [names[name].__doc__ for name in ("decorate", "empty", "plain")] == ["", "", ""]
    assert thing.__doc__ == "."
    assert thing(2).size == 2
