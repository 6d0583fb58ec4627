"""The base of all fields, and what a field can hold beside a number or a text."""

from dataclasses import dataclass, field
from typing import Any, ClassVar


class DeclarationError(TypeError):
    """A calculator whose parts do not fit together. It is raised at import, and its text names the part at fault."""


@dataclass(frozen=True)
class Estimate:
    """Three numbers for an uncertain quantity, low <= typical <= high, in the unit of its field."""

    low: float
    typical: float
    high: float


@dataclass(frozen=True, eq=False)
class Field:
    """The properties that all fields share.

    `asks` is the label as a question of the form, in which {one}, {many}, {each} and {who} stand for words of the choice in the same row: a
    night, nights, night, a guest. `more` puts a field behind "More details". `reference` names a cited value that is shown beside it, and
    `reference_for` the only place whose readers see it. `only` names the cases (countries) of a calculator that the field applies to.
    `pages` names a parameter file with pages on which to look the value up.
    """

    kind: ClassVar[str] = ""
    holds: ClassVar[type] = str
    """The type of an input's value; a number may be an Estimate instead."""

    label: str = ""
    hint: str = field(default="", kw_only=True)
    asks: str = field(default="", kw_only=True)
    more: bool = field(default=False, kw_only=True)
    reference: str = field(default="", kw_only=True)
    reference_for: str = field(default="", kw_only=True)
    only: tuple[str, ...] = field(default=(), kw_only=True)
    pages: str = field(default="", kw_only=True)

    def write(self, value: Any) -> str:
        """Format a value for display."""
        return str(value)

    def typed(self, value: Any) -> str:
        """Format a value as a reader would type it."""
        return str(value)

    def rounded(self, value: Any) -> Any:
        """Round a value for JSON."""
        return value
