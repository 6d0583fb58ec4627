"""Choice fields: one of several options, or any number of them."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from .base import Field


class Preset(NamedTuple):
    """An amount in words, such as "weekends": what it stands for, and the fields that it fills in."""

    label: str
    meaning: str
    fills: tuple[tuple[str, str], ...]


class Option(NamedTuple):
    """One option: its value, its label, the heading of its group, and the fields that choosing it fills in.

    `abroad` replaces each US amount for readers with another currency: (field, typed value, cited words); a share that stays as a guess has
    words only for a note. `unit` and `many` are the words
    for what is counted: "night", "nights"; `each` is the word for one of the many, and `who` pays for it. `presets` are
    amounts in words for the fields that the option fills in.
    """

    value: str
    label: str
    group: str = ""
    fills: tuple[tuple[str, str], ...] = ()
    abroad: tuple[tuple[str, str, str], ...] = ()
    unit: str = ""
    many: str = ""
    each: str = ""
    who: str = ""
    presets: tuple[Preset, ...] = ()


@dataclass(frozen=True, eq=False)
class Choice(Field):
    """A choice of one option. `presets_label` is the question that the presets of its options answer."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...] = field(default=(), kw_only=True)
    presets_label: str = field(default="", kw_only=True)

    def write(self, value: Any) -> str:
        """Return the option's label."""
        return next((o.label for o in self.options if o.value == value), str(value))


class Choices(Choice):
    """A choice of any number of options; the value is a tuple in the order of their declaration."""

    kind: ClassVar[str] = "choices"
    holds: ClassVar[type] = tuple

    def write(self, value: Any) -> str:
        """Join the options' labels with commas."""
        return ", ".join(o.label for o in self.options if o.value in value)
