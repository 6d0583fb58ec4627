"""Fields: what a reader can put in, and the units in which figures come out.

A calculator's inputs are a frozen dataclass whose fields are annotated with one of these. The same classes serve as
units of figures, so that "dollars a year" is said in one way only.
"""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, cast

from .articles import article
from .durations import write_months
from .money import CENTS, DOLLAR, own_sign, round_half_up, typed_number, write_number, write_rounded, write_trimmed
from .number_text import typed_list

CEILING = 1e9
"""The largest number that any field takes unless it says otherwise: far above a household, far below overflow."""


@dataclass(frozen=True)
class Estimate:
    """Three numbers for something uncertain, low <= typical <= high, in the unit of the field that holds it."""

    low: float
    typical: float
    high: float


@dataclass(frozen=True)
class Field:
    """What all fields share.

    `more` puts it behind "More details"; `reference` names a cited value shown beside it, `reference_for` the one place whose readers it
    is for; `only` names the cases (countries) of a calculator that ask for it.
    """

    kind: ClassVar[str] = ""
    label: str = ""
    hint: str = field(default="", kw_only=True)
    more: bool = field(default=False, kw_only=True)
    reference: str = field(default="", kw_only=True)
    reference_for: str = field(default="", kw_only=True)
    only: tuple[str, ...] = field(default=(), kw_only=True)

    def write(self, value: Any) -> str:
        """The value for the eye."""
        return str(value)

    def typed(self, value: Any) -> str:
        """The value as a reader would type it."""
        return str(value)

    def rounded(self, value: Any) -> Any:
        """The value as it leaves through JSON."""
        return value


def each(per: str) -> str:
    """The words "a year" or "an hour", or nothing."""
    return f"{article(per)} {per}" if per else ""


@dataclass(frozen=True)
class Number(Field):
    """A number between `ge` and `le`, both allowed. `per` is the time or thing it is counted against.

    `counts` lets the choice in the same row say what is counted: "one" puts its "a night" behind the box, "many" its "nights".
    """

    kind: ClassVar[str] = "number"
    whole: ClassVar[bool] = False
    scale: ClassVar[float] = 1.0
    places: ClassVar[int] = 2
    per: str = field(default="", kw_only=True)
    unit: str = field(default="", kw_only=True)
    ge: float = field(default=0.0, kw_only=True)
    le: float = field(default=CEILING, kw_only=True)
    counts: Literal["", "one", "many"] = field(default="", kw_only=True)

    @property
    def asks(self) -> str:
        """The sentence that asks for a number where the box is empty; "" for the usual one."""
        return ""

    @property
    def before(self) -> str:
        """The sign that stands before the box."""
        return ""

    @functools.cached_property
    def after(self) -> str:
        """The words that stand behind the box: "hours a week"."""
        return " ".join(part for part in (self.unit, each(self.per)) if part)

    @property
    def axis(self) -> str:
        """The words behind the numbers of an axis."""
        return self.after.removeprefix("%").strip()

    def write(self, value: float) -> str:
        """The number for the eye, without its unit."""
        return write_trimmed(value * self.scale, self.places)

    def in_formula(self, value: float) -> str:
        """The number as one term of a formula."""
        return self.write(value)

    def typed(self, value: float) -> str:
        """The number as typed; a rate is typed in percent."""
        return typed_number(value * self.scale)

    def rounded(self, value: float) -> float:
        """Rounded half up to the field's places."""
        return round_half_up(value, self.places)


@dataclass(frozen=True)
class Money(Number):
    """An amount of money, in the currency that `sign` says; a dollar's gives way to the reader's own sign (`in_money`).

    `dollars` leaves out the cents for the eye: a year's estimate to the cent would claim more than anybody knows. `abroad` asks a reader
    of other money for an amount that we know in US dollars only.
    """

    sign: str = field(default=DOLLAR, kw_only=True)
    dollars: bool = field(default=False, kw_only=True)
    abroad: str = field(default="", kw_only=True)

    @property
    def asks(self) -> str:
        """Under another sign than the dollar's, `abroad`."""
        return "" if own_sign() == DOLLAR else self.abroad

    @property
    def before(self) -> str:
        """The currency sign."""
        return own_sign() if self.sign == DOLLAR else self.sign

    def write(self, value: float) -> str:
        """Whole amounts without cents, all others with two."""
        rounded = round_half_up(value, 0 if self.dollars else CENTS)
        return write_rounded(rounded, 0 if rounded.is_integer() else CENTS, self.before)


@dataclass(frozen=True)
class Rate(Number):
    """A share or a growth rate. Inside it is a fraction (0.034); a reader types and sees percent (3.4).

    A share under 1%, or a rate a year under 0.1%, is unusual: "0.25" may be meant as 25%, so the reader is asked. `usual_from` says where
    a field's usual values begin if that is elsewhere, as for the interest on a debt.
    """

    scale: ClassVar[float] = 100.0
    places: ClassVar[int] = 2
    le: float = field(default=1.0, kw_only=True)
    usual_from: float = field(default=0.0, kw_only=True)

    @functools.cached_property
    def after(self) -> str:
        """Percent, with its period if it has one."""
        return f"% {each(self.per)}".rstrip()

    def is_doubtful(self, value: float) -> bool:
        """Whether a share is so small here that its percentage, typed without a sign, may be meant as a fraction."""
        usual = self.usual_from or (0.001 if self.per else 0.01)
        return 0 < abs(value) < usual and self.ge <= round(value * self.scale, 9) <= self.le

    def typed(self, value: float) -> str:
        """In percent, with its sign only where that says what is meant."""
        return f"{super().typed(value)}{'%' if self.is_doubtful(value) else ''}"

    def write(self, value: float) -> str:
        """In percent: 3.4%."""
        return f"{write_trimmed(value * self.scale, 2)}%"

    def rounded(self, value: float) -> float:
        """To a millionth: a hundredth of a basis point."""
        return round_half_up(value, 6)


@dataclass(frozen=True)
class Proportion(Rate):
    """A part of a whole that was worked out: of one's hours, one's income, the simulated years."""

    def write(self, value: float) -> str:
        """In whole percents, since hundredths would claim more than anybody knows; below one percent with a decimal."""
        return f"{write_trimmed(value * self.scale, 1 if 0 < abs(value) < 0.01 else 0)}%"


@dataclass(frozen=True)
class Hours(Number):
    """Hours, by default of the reader's own time."""

    unit: str = field(default="hours", kw_only=True)
    le: float = field(default=168.0, kw_only=True)

    def write(self, value: float) -> str:
        """With at most one decimal: six minutes is as fine as anybody plans."""
        return write_trimmed(value, 1)


@dataclass(frozen=True)
class Months(Number):
    """A stretch of time in months, written with its unit: a long one is written in years and months."""

    axis: ClassVar[str] = "months"

    def write(self, value: float) -> str:
        """As "18.5 months" or "5 years 1 month"."""
        return write_months(value)

    def in_formula(self, value: float) -> str:
        """The number of months alone."""
        return write_trimmed(value, 1)


@dataclass(frozen=True)
class Count(Number):
    """A whole number of things."""

    whole: ClassVar[bool] = True
    places: ClassVar[int] = 0

    def write(self, value: float) -> str:
        """Without decimals."""
        return write_number(value, 0)

    def rounded(self, value: float) -> int:
        """An int."""
        return int(round_half_up(value, 0))


@dataclass(frozen=True)
class Text(Field):
    """One line of the reader's own words; control characters are taken out."""

    kind: ClassVar[str] = "text"
    longest: int = field(default=60, kw_only=True)
    required: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class NumberList(Text):
    """A list of numbers in one box, each between `ge` and `le`; the value is a tuple. `item` names one of them: "month"."""

    kind: ClassVar[str] = "numbers"
    longest: int = field(default=2_000, kw_only=True)
    item: str = field(default="number", kw_only=True)
    fewest: int = field(default=1, kw_only=True)
    most: int = field(default=120, kw_only=True)
    money: bool = field(default=False, kw_only=True)
    ge: float = field(default=0.0, kw_only=True)
    le: float = field(default=CEILING, kw_only=True)

    def write(self, value: tuple[float, ...]) -> str:
        """The numbers with semicolons between them."""
        return "; ".join(write_trimmed(number, CENTS) for number in value)

    def typed(self, value: tuple[float, ...]) -> str:
        """The numbers as typed, with semicolons between them."""
        return typed_list(value)

    def rounded(self, value: tuple[float, ...]) -> list[float]:
        """A list, for JSON."""
        return [round_half_up(number, CENTS) for number in value]


@dataclass(frozen=True)
class Day(Text):
    """A calendar day as a text like 2027-01-04, from `earliest` to `latest`; "" for none. In the form it is a date control."""

    kind: ClassVar[str] = "day"
    earliest: str = field(default="2000-01-01", kw_only=True)
    latest: str = field(default="2100-12-31", kw_only=True)


@dataclass(frozen=True)
class Page(Text):
    """A page of this site by its title, in a table only; `ids` are (title, id), and the page makes a link of it."""

    kind: ClassVar[str] = "page"
    ids: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)

    def opens(self, title: str) -> str:
        """The id of the page with that title; "" for no page."""
        return dict(self.ids).get(title, "")


@dataclass(frozen=True)
class Option:
    """One choice: the machine's value, the reader's words, a heading it stands under, and what choosing it fills in.

    `abroad` says what takes the place of each US amount in other money: (field, typed, cited words). `one`, `many`: "night", "nights".
    """

    value: str
    label: str
    group: str = ""
    fills: tuple[tuple[str, str], ...] = ()
    abroad: tuple[tuple[str, str, str], ...] = ()
    one: str = ""
    many: str = ""


@dataclass(frozen=True)
class Choice(Field):
    """One of several options."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...] = field(default=(), kw_only=True)

    def write(self, value: Any) -> str:
        """The option's words."""
        return next((o.label for o in self.options if o.value == value), str(value))


@dataclass(frozen=True)
class Choices(Choice):
    """Any number of several options; the value is a tuple in the order in which they are declared."""

    kind: ClassVar[str] = "choices"

    def write(self, value: Any) -> str:
        """The options' words, with commas."""
        return ", ".join(o.label for o in self.options if o.value in value)


@dataclass(frozen=True)
class Rows(Field):
    """A list of like things, each a frozen dataclass `of` its own fields."""

    kind: ClassVar[str] = "rows"
    of: type[Any] = field(default=object, kw_only=True)
    item: str = field(default="row", kw_only=True)
    title: str = field(default="", kw_only=True)
    minimum: int = field(default=0, kw_only=True)
    maximum: int = field(default=60, kw_only=True)


@dataclass(frozen=True)
class Phrases(Field):
    """Short phrases, in a table only: reasons, obstacles."""

    kind: ClassVar[str] = "phrases"

    def write(self, value: tuple[str, ...]) -> str:
        """With semicolons between them."""
        return "; ".join(value)

    def rounded(self, value: tuple[str, ...]) -> list[str]:
        """A list, for JSON."""
        return list(value)


@dataclass(frozen=True)
class Carry(Field):
    """A button, in a table only: its value is a row that it adds to another calculator's `rows`."""

    kind: ClassVar[str] = "carry"
    calculator: str = field(default="", kw_only=True)
    rows: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Slot:
    """One declared input: its name, its field, its default, and whether it is an estimate (low, typical, high)."""

    name: str
    field: Field
    default: Any
    estimate: bool = False


class DeclarationError(TypeError):
    """A calculator that does not fit together. Raised at import, with the name at fault in its text."""


def columns(row: type[Any]) -> tuple[tuple[str, Field], ...]:
    """The columns of a table: names and fields of a frozen dataclass, in order."""
    return _columns(cast("Hashable", row))


@functools.cache
def _columns(row: Any) -> tuple[tuple[str, Field], ...]:
    hints = typing.get_type_hints(row, include_extras=True)
    return tuple((e.name, next(x for x in hints[e.name].__metadata__ if isinstance(x, Field))) for e in dataclasses.fields(row))


def slots(inputs: type[Any]) -> tuple[Slot, ...]:
    """The declared inputs of a frozen dataclass, in order.

    Raises:
        DeclarationError: for a field without its Annotated[...] description or default.
    """
    return _slots(cast("Hashable", inputs))


@functools.cache
def _slots(inputs: Any) -> tuple[Slot, ...]:
    hints = typing.get_type_hints(inputs, include_extras=True)
    found = []
    for entry in dataclasses.fields(inputs):
        hint = hints[entry.name]
        described = [x for x in getattr(hint, "__metadata__", ()) if isinstance(x, Field)]
        if len(described) != 1:
            raise DeclarationError(f"{inputs.__name__}.{entry.name}: annotate it with exactly one field, like Money(…)")
        if entry.default is dataclasses.MISSING:
            raise DeclarationError(f"{inputs.__name__}.{entry.name}: give it a default, the form starts from it")
        estimate = typing.get_args(hint)[0] is Estimate
        found.append(Slot(entry.name, described[0], entry.default, estimate))
    return tuple(found)
