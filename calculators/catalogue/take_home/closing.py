"""The closing figures of take-home pay: tax without the gig, the extra tax, what you keep, and the rate on the next hundred.

The United Kingdom, Canada, Australia and the reader's own rates share them. The United States declares its own, because its return
covers a household.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ...engine.fields import Money, Rate
from ...engine.figures import Figure, figure
from .counterfactual import MORE, NEXT, Change, counterfactual

FigureT = TypeVar("FigureT", bound=Figure)

AMOUNT = Money(per="year", dollars=True)

WITHOUT_GIG = "The same benefits in a year without the gig."


def named_as(name: str) -> Callable[[FigureT], FigureT]:
    """Give a figure another name than its function's: two functions may compute the same figure on different terms."""
    return lambda declared: replace(declared, name=name)


@figure("Extra tax because of the gig", unit=AMOUNT, tone="loss")
def extra_tax(total_tax: float, tax_without_gig: float) -> float:
    """The difference that the gig makes."""
    return total_tax - tax_without_gig


@named_as("benefits")
@figure("Benefits", unit=AMOUNT)
def no_benefits() -> float:
    """None are counted here."""
    return 0.0


@figure("Benefits you lose because of the gig", unit=AMOUNT, tone="loss")
def benefits_lost(benefits_without_gig: float, benefits: float) -> float:
    """All benefits and credits counted here, without the gig minus with it. Below zero, the gig brings you more of them."""
    return benefits_without_gig - benefits


@figure("What you keep from the gig", unit=AMOUNT, tone="gain")
def kept_from_gig(net_profit: float, extra_tax: float, benefits_lost: float) -> float:
    """The gig's profit, minus everything that it makes you pay and the benefits that it costs you."""
    return net_profit - extra_tax - benefits_lost


@named_as("kept_from_gig")
@figure("What you keep from the gig", unit=AMOUNT, tone="gain")
def kept_after_loan(gig_cash: float, extra_tax: float, extra_loan: float, benefits_lost: float) -> float:
    """The gig's cash, minus everything that it makes you pay and the benefits that it costs you."""
    return gig_cash - extra_tax - extra_loan - benefits_lost


@figure("Take-home pay without the gig", unit=AMOUNT)
def take_home_without_gig(
    wages: float, other_income: float, workplace_pension: float, tax_without_gig: float, benefits_without_gig: float
) -> float:
    """What your job, other income and benefits alone would leave you, after what goes into a pension plan."""
    return wages + other_income - workplace_pension - tax_without_gig + benefits_without_gig


@named_as("take_home_without_gig")
@figure("Take-home pay without the gig", unit=AMOUNT)
def take_home_after_loan(
    wages: float,
    other_income: float,
    workplace_pension: float,
    tax_without_gig: float,
    loan_without_gig: float,
    benefits_without_gig: float,
) -> float:
    """What your job, other income and benefits alone would leave you, after what goes into a pension plan."""
    return wages + other_income - workplace_pension - tax_without_gig - loan_without_gig + benefits_without_gig


@figure("Take-home pay", unit=AMOUNT, tone="gain")
def take_home_pay(take_home_without_gig: float, kept_from_gig: float) -> float:
    """What you have in a year, with job, gig and benefits together."""
    return take_home_without_gig + kept_from_gig


@figure("Share taken from the next 100", unit=Rate(), tone="loss")
def marginal_rate(total_tax: float, tax_on_more: float, benefits: float, benefits_on_more: float) -> float:
    """The share of the next 100 of receipts that goes to tax and lower benefits."""
    return (tax_on_more - total_tax + benefits - benefits_on_more) / NEXT


def named(figures: Sequence[Figure], name: str) -> Figure:
    """The figure of that name."""
    return next(member for member in figures if member.name == name)


@dataclass(frozen=True, kw_only=True)
class StudentLoan:
    """The figures of a country that collects student loans with its tax.

    `repayment` names the base figure; `label` and `why` are those of the repayment without the gig. `gig_cash` is what the gig leaves
    before tax and loan.
    """

    repayment: str
    label: str
    why: str
    extra: Figure
    gig_cash: Figure
    marginal_rate: Figure


@dataclass(frozen=True, kw_only=True)
class Country:
    """What the closing figures of a country need.

    `base` runs from receipts to `total_tax` and `benefits`, and to the loan repayment where there is one. `hundred` is the next hundred in
    the country's money, "£100". `taxes` names what `total_tax` consists of. `no_gig` are the inputs without the gig.
    """

    base: tuple[Figure, ...]
    unit: Money
    hundred: str
    taxes: str
    no_gig: Mapping[str, Change] = field(default_factory=dict)

    def tax_without_gig(self, why: str) -> tuple[Figure, Figure]:
        """Income tax, and all tax, on the same terms but without the gig."""
        job_only = "On your job and other income alone."
        return (
            self._recomputed("income_tax_without_gig", "Income tax without the gig", job_only, "income_tax", self.no_gig),
            self._recomputed("tax_without_gig", "Total tax without the gig", why, "total_tax", self.no_gig),
        )

    def closing(self, without_gig: Sequence[Figure] = (), loan: StudentLoan | None = None) -> tuple[Figure, ...]:
        """The closing figures in reading order.

        Args:
            without_gig: the tax without the gig, where it is computed; it comes first.
            loan: the student loan, where the country collects it with its tax.
        """
        extra = self._declared(extra_tax, why=f"The difference that the gig makes to {self.taxes}.")
        on_more = (self._on_more("tax_on_more", "Tax", "total_tax"), self._on_more("benefits_on_more", "Benefits", "benefits"))
        pay = self._declared(take_home_pay)
        no_gig = self._recomputed("benefits_without_gig", "Benefits without the gig", WITHOUT_GIG, "benefits", self.no_gig)
        without_gig = (*without_gig, no_gig, self._declared(benefits_lost))
        if loan is None:
            why = f"The share of the next {self.hundred} of receipts that goes to {self.taxes}, or is taken off your benefits."
            rate = replace(marginal_rate, label=f"Of the next {self.hundred}, this share goes", why=why)
            return (*without_gig, extra, self._declared(kept_from_gig), self._declared(take_home_without_gig), pay, *on_more, rate)
        loan_without = self._recomputed("loan_without_gig", loan.label, loan.why, loan.repayment, self.no_gig)
        loan_on_more = self._on_more("loan_on_more", "Loan", loan.repayment)
        kept, home = self._declared(kept_after_loan), self._declared(take_home_after_loan)
        loans = (loan_without, loan.extra, loan.gig_cash)
        return (*without_gig, extra, *loans, kept, home, pay, *on_more, loan_on_more, loan.marginal_rate)

    def _declared(self, shared: Figure, why: str = "") -> Figure:
        return replace(shared, unit=self.unit, why=why or shared.why)

    def _on_more(self, name: str, what: str, wanted: str) -> Figure:
        label, why = f"{what} with {self.hundred} more", f"The same calculation with {self.hundred} more in receipts."
        return replace(self._recomputed(name, label, why, wanted, MORE), step=True)

    def _recomputed(self, name: str, label: str, why: str, wanted: str, changed: Mapping[str, Change]) -> Figure:
        return counterfactual(name, label, why, self.unit, self.base, named(self.base, wanted), changed)
