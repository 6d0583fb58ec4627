"""The rules of one province in one year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ....engine import parameters as dated
from ..brackets import Bands, in_bands
from ..years import year_end

QUEBEC = "qc"

FADING = ("reduction", "reduction_from", "reduction_fade")
"""A low-income tax reduction that phases out as income grows."""

NONE = 0.0
"""An amount that a province does not have."""

OWN: dict[str, tuple[str, ...]] = {
    "bc": (*FADING, "sales_credit", "sales_credit_from", "sales_credit_fade"),
    "mb": ("basic_fade_from", "basic_fade_to", "family_benefit", "family_benefit_fade", "personal_credit", "personal_credit_fade"),
    "nb": FADING,
    "nl": FADING,
    "ns": FADING,
    "nt": ("living_credit", "living_credit_least"),
    "nu": ("living_credit",),
    "on": ("reduction", "surtax", "health_premium", "lift", "lift_rate", "lift_from", "lift_fade"),
    "pe": FADING,
    "qc": ("premium_rate", "premium_from", "premium_to", "premium_fade"),
}
"""Parameters that only some provinces have."""


def fading(amount: float, start: float, rate: float, income: float) -> float:
    """An amount minus a share of the income above a threshold, and never below zero."""
    return max(0.0, amount - rate * max(0.0, income - start))


@dataclass(frozen=True)
class Place:
    """The rules of one province. Brackets apply to taxable income; `credit_rate`, the lowest rate, converts amounts into credits.

    `reduction` lowers the tax on low incomes and phases out at `reduction_fade` above `reduction_from` (Ontario has another rule).
    `basic_fade_from` and `basic_fade_to` bound the income over which the basic amount phases out. `lift` is Ontario's
    credit for low-income workers, and `family_benefit` is an amount that Manitoba credits. `personal_credit`, `sales_credit`,
    `living_credit` and Quebec's work premium are refundable: any part above the tax is paid out. The premium grows at
    `premium_rate` on work income between `premium_from` and `premium_to`, and phases out at `premium_fade` on net income above
    `premium_to`. All amounts are for a single person.
    """

    code: str
    bands: Bands
    basic: float
    reduction: float = NONE
    reduction_from: float = NONE
    reduction_fade: float = NONE
    basic_fade_from: float = float("inf")
    basic_fade_to: float = float("inf")
    surtax: Bands = ()
    health_premium: Bands = ()
    lift: float = NONE
    lift_rate: float = NONE
    lift_from: float = NONE
    lift_fade: float = NONE
    family_benefit: float = NONE
    family_benefit_fade: float = NONE
    personal_credit: float = NONE
    personal_credit_fade: float = NONE
    sales_credit: float = NONE
    sales_credit_from: float = NONE
    sales_credit_fade: float = NONE
    living_credit: Bands = ()
    living_credit_least: float = NONE
    premium_rate: float = NONE
    premium_from: float = NONE
    premium_to: float = NONE
    premium_fade: float = NONE

    @property
    def credit_rate(self) -> float:
        """The lowest rate: the tax saved by each dollar of a credited amount."""
        return self.bands[0]["rate"]

    def basic_at(self, income: float) -> float:
        """The basic personal amount at a net income."""
        if income <= self.basic_fade_from:
            return self.basic
        return self.basic * max(0.0, self.basic_fade_to - income) / (self.basic_fade_to - self.basic_fade_from)

    def reduction_at(self, income: float) -> float:
        """The low-income tax reduction at an income, where it phases out linearly."""
        return fading(self.reduction, self.reduction_from, self.reduction_fade, income)

    def lift_at(self, wages: float, income: float) -> float:
        """Ontario's credit for low-income workers: a share of pay up to a limit, minus a share of net income (Schedule ON428-A)."""
        return fading(min(self.lift, self.lift_rate * wages), self.lift_from, self.lift_fade, income)

    def family_benefit_at(self, income: float) -> float:
        """The amount that Manitoba credits in addition to the basic one (Schedule MB428-A)."""
        return fading(self.family_benefit, 0.0, self.family_benefit_fade, income)

    def work_premium_at(self, work: float, income: float) -> float:
        """Quebec's work premium: a share of pay and profit, minus a share of net income (Schedule P, lines 66 to 84)."""
        grown = self.premium_rate * max(0.0, min(work, self.premium_to) - self.premium_from)
        return fading(grown, self.premium_to, self.premium_fade, income)

    def refundable_at(self, work: float, income: float) -> float:
        """The refundable credits that a single adult gets with this pay and profit, at a net income."""
        personal = fading(self.personal_credit, 0.0, self.personal_credit_fade, income)
        sales = fading(self.sales_credit, self.sales_credit_from, self.sales_credit_fade, income)
        living = max(self.living_credit_least, in_bands(income, self.living_credit))
        return personal + sales + living + self.work_premium_at(work, income)


def cited(province: str, day: date) -> dict[str, dated.Value]:
    """The province's values on a day, with their sources.

    Raises:
        NotPublished: when the day is not covered.
    """
    names = ("bands", "basic", *OWN.get(province, ()))
    return {name: dated.as_of(f"ca/{province}.{name}", day) for name in names}


def place_of(province: str, day: date) -> Place:
    """The province's rules on a day.

    Raises:
        NotPublished: when the day is not covered.
    """
    return Place(code=province, **{name: value.value for name, value in cited(province, day).items()})


def sources(province: str, tax_year: str) -> Iterable[dated.Value]:
    """The provincial values that the outcome cites in addition to the federal ones."""
    return cited(province, year_end(tax_year)).values()
