"""Number fields: amounts, rates, hours, months and counts. Figures use the same classes as their units."""

import functools
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from ..articles import article
from ..currency import Currency, current_currency
from ..durations import write_months
from ..money import CENTS, round_half_up, typed_number, write_number, write_rounded, write_trimmed
from ..place import takes_us_amounts
from .base import DeclarationError, Field

CEILING = 1e9
"""The largest number that a field accepts unless it declares another: far above any household, far below overflow."""


def per_phrase(per: str) -> str:
    """Return the phrase for a unit of reference: "a year", "an hour", or "" for none."""
    return f"{article(per)} {per}" if per else ""


@dataclass(frozen=True, eq=False)
class Number(Field):
    """A number from `ge` to `le`, inclusive. `per` is its unit of reference: a year, a mile.

    With `counts`, the choice in the same row provides the words after the box: "one" shows its "a night", "many" its "nights".
    `slider` puts a slider beside the box: (least, greatest, step) of the usual values, as a reader types them. The box takes others too.
    """

    kind: ClassVar[str] = "number"
    holds: ClassVar[type] = float
    whole: ClassVar[bool] = False
    scale: ClassVar[float] = 1.0
    places: ClassVar[int] = 2
    per: str = field(default="", kw_only=True)
    unit: str = field(default="", kw_only=True)
    ge: float = field(default=0.0, kw_only=True)
    le: float = field(default=CEILING, kw_only=True)
    counts: Literal["", "one", "many"] = field(default="", kw_only=True)
    slider: tuple[int, int, int] | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Check that every stop of the slider is a number that the field accepts."""
        if self.slider is None:
            return
        least, greatest, step = self.slider
        if not (self.ge * self.scale <= least < greatest <= self.le * self.scale and step > 0 and (greatest - least) % step == 0):
            raise DeclarationError(f"{self.label}: its slider goes from {least} to {greatest} by {step}, which does not fit the field")

    @property
    def prompt(self) -> str:
        """The sentence that prompts for a number when the box is empty; "" for the default."""
        return ""

    @property
    def before(self) -> str:
        """The sign before the box."""
        return ""

    @functools.cached_property
    def after(self) -> str:
        """The words after the box: "hours a week"."""
        return " ".join(part for part in (self.unit, per_phrase(self.per)) if part)

    @property
    def axis(self) -> str:
        """The words after the numbers of an axis."""
        return self.after.removeprefix("%").strip()

    def write(self, value: float) -> str:
        """Format a number for display, without its unit."""
        return write_trimmed(value * self.scale, self.places)

    def in_formula(self, value: float) -> str:
        """Format a number as a term of a formula."""
        return self.write(value)

    def typed(self, value: float) -> str:
        """Format a number as a reader would type it; a rate is typed in percent."""
        return typed_number(value * self.scale)

    def rounded(self, value: float) -> float:
        """Round half up to the field's decimal places."""
        return round_half_up(value, self.places)


@dataclass(frozen=True, eq=False)
class Money(Number):
    """An amount of money in `currency`; without one, in the currency of the outcome (`in_currency`).

    `dollars` hides the cents, since an estimate for a year is not known to the cent. `abroad` prompts a reader who uses another currency
    for an amount that we know in US dollars only.
    """

    currency: Currency | None = field(default=None, kw_only=True)
    dollars: bool = field(default=False, kw_only=True)
    abroad: str = field(default="", kw_only=True)

    @property
    def prompt(self) -> str:
        """The sentence of `abroad` for a reader whose amounts are not in US dollars."""
        return "" if takes_us_amounts() else self.abroad

    @property
    def written_in(self) -> Currency:
        """The currency in which amounts are now written."""
        return current_currency() if self.currency is None else self.currency

    @property
    def before(self) -> str:
        """The currency sign."""
        return self.written_in.before

    def write(self, value: float) -> str:
        """Format an amount: without cents if it is whole, else with two decimals."""
        rounded = round_half_up(value, 0 if self.dollars else CENTS)
        return write_rounded(rounded, 0 if rounded.is_integer() else CENTS, self.written_in)


@dataclass(frozen=True, eq=False)
class Rate(Number):
    """A share or a growth rate. It is stored as a fraction (0.034), and typed and shown in percent (3.4).

    A share under 1%, or a yearly rate under 0.1%, is unusual: "0.25" may mean 25%, so the form offers both readings. `usual_from` is where
    the usual values of a field begin if that is elsewhere, as for the interest on a debt.
    """

    scale: ClassVar[float] = 100.0
    places: ClassVar[int] = 2
    le: float = field(default=1.0, kw_only=True)
    usual_from: float = field(default=0.0, kw_only=True)

    @functools.cached_property
    def after(self) -> str:
        """The percent sign, with the period if there is one."""
        return f"% {per_phrase(self.per)}".rstrip()

    def is_doubtful(self, value: float) -> bool:
        """Return whether a share is so small that its percentage, typed without a sign, may be meant as a fraction."""
        usual = self.usual_from or (0.001 if self.per else 0.01)
        return 0 < abs(value) < usual and self.ge <= round(value * self.scale, 9) <= self.le

    def typed(self, value: float) -> str:
        """Format in percent, with the percent sign only where the number would be ambiguous without it."""
        return f"{super().typed(value)}{'%' if self.is_doubtful(value) else ''}"

    def write(self, value: float) -> str:
        """Format in percent: 3.4%."""
        return f"{write_trimmed(value * self.scale, 2)}%"

    def rounded(self, value: float) -> float:
        """Round to a millionth: a hundredth of a basis point."""
        return round_half_up(value, 6)


class Proportion(Rate):
    """A computed part of a whole: of the reader's hours or income, of the simulated years."""

    def write(self, value: float) -> str:
        """Format in whole percents, or with one decimal below 1%: more would suggest a precision that it does not have."""
        return f"{write_trimmed(value * self.scale, 1 if 0 < abs(value) < 0.01 else 0)}%"


@dataclass(frozen=True, eq=False)
class Hours(Number):
    """Hours, by default of the reader's own time, up to a week."""

    unit: str = field(default="hours", kw_only=True)
    le: float = field(default=168.0, kw_only=True)

    def typed(self, value: float) -> str:
        """Format as a reader would type it: 7.45 as 7:27, since 7.45 could be read as 7:45."""
        text = super().typed(value)
        return f"{text[:-3]}:{round(int(text[-2:]) * 0.6):02}" if text[-3:-2] in {".", ","} and text[-2:] in {"15", "45"} else text

    def write(self, value: float) -> str:
        """Format with at most one decimal: nobody plans in less than six minutes."""
        return write_trimmed(value, 1)


class Months(Number):
    """A duration in months, written with its unit: a long one in years and months."""

    axis: ClassVar[str] = "months"

    def write(self, value: float) -> str:
        """Format as "18.5 months" or "5 years 1 month"."""
        return write_months(value)

    def in_formula(self, value: float) -> str:
        """Format the number of months without the unit."""
        return write_trimmed(value, 1)


class Count(Number):
    """A whole number of things."""

    holds: ClassVar[type] = int
    whole: ClassVar[bool] = True
    places: ClassVar[int] = 0

    def write(self, value: float) -> str:
        """Format without decimals."""
        return write_number(value, 0)

    def rounded(self, value: float) -> int:
        """Round to an int."""
        return int(round_half_up(value, 0))
