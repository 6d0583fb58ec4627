"""Text fields: a line of text, a list of numbers in one box, a timetable, a day, and the texts of tables."""

from dataclasses import dataclass, field
from typing import ClassVar

from ..money import CENTS, round_half_up, write_trimmed
from ..number_text import typed_list
from ..timetable_text import write_timetable
from .base import Field
from .choices import Option
from .numbers import CEILING


@dataclass(frozen=True, eq=False)
class Text(Field):
    """A line of the reader's own words; control characters are removed."""

    kind: ClassVar[str] = "text"
    longest: int = field(default=60, kw_only=True)
    required: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, eq=False)
class TitleOf(Text):
    """The title of a row of the list `rows` of the same form, which its field `title` holds; "" is called `nothing`."""

    kind: ClassVar[str] = "title"
    rows: str = field(default="", kw_only=True)
    title: str = field(default="name", kw_only=True)
    nothing: str = field(default="None", kw_only=True)


@dataclass(frozen=True, eq=False)
class NumberList(Text):
    """A list of numbers in one box, each from `ge` to `le`; the value is a tuple. `item` is the word for one of them: "month"."""

    kind: ClassVar[str] = "numbers"
    holds: ClassVar[type] = tuple
    longest: int = field(default=2_000, kw_only=True)
    item: str = field(default="number", kw_only=True)
    fewest: int = field(default=1, kw_only=True)
    most: int = field(default=120, kw_only=True)
    money: bool = field(default=False, kw_only=True)
    ge: float = field(default=0.0, kw_only=True)
    le: float = field(default=CEILING, kw_only=True)

    def write(self, value: tuple[float, ...]) -> str:
        """Join the numbers with semicolons."""
        return "; ".join(write_trimmed(number, CENTS) for number in value)

    def typed(self, value: tuple[float, ...]) -> str:
        """Join the numbers as typed, with semicolons."""
        return typed_list(value)

    def rounded(self, value: tuple[float, ...]) -> list[float]:
        """Convert to a list for JSON."""
        return [round_half_up(number, CENTS) for number in value]


@dataclass(frozen=True, eq=False)
class Timetable(Text):
    """What someone does over a day, as a text like "sleep 23-7, work 9-17"; the value is a tuple of 48 half hours from midnight.

    A half hour is the value of one of the `options`, which is also its name in the text, or "" when it is free.
    """

    kind: ClassVar[str] = "timetable"
    holds: ClassVar[type] = tuple
    longest: int = field(default=600, kw_only=True)
    options: tuple[Option, ...] = field(default=(), kw_only=True)

    def write(self, value: tuple[str, ...]) -> str:
        """Write the spans of the day."""
        return write_timetable(value)

    def typed(self, value: tuple[str, ...]) -> str:
        """Write the spans of the day, as a reader would type them."""
        return write_timetable(value)


@dataclass(frozen=True, eq=False)
class Day(Text):
    """A calendar day as a text like 2027-01-04, from `earliest` to `latest`; "" for none. The form shows a date control."""

    kind: ClassVar[str] = "day"
    earliest: str = field(default="2000-01-01", kw_only=True)
    latest: str = field(default="2100-12-31", kw_only=True)


@dataclass(frozen=True, eq=False)
class Page(Text):
    """A page of this site by its title, in a table only. `ids` are pairs of (title, id), from which the page makes links."""

    kind: ClassVar[str] = "page"
    ids: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)

    def opens(self, title: str) -> str:
        """Return the id of the page with this title; "" if there is none."""
        return dict(self.ids).get(title, "")


class Phrases(Field):
    """Short phrases, in a table only, such as reasons."""

    kind: ClassVar[str] = "phrases"

    def write(self, value: tuple[str, ...]) -> str:
        """Join the phrases with semicolons."""
        return "; ".join(value)

    def rounded(self, value: tuple[str, ...]) -> list[str]:
        """Convert to a list for JSON."""
        return list(value)
