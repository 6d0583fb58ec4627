"""The District of Columbia: spouses taxed together or apart, and a credit of its own for workers without children (Form D-40)."""

from __future__ import annotations

from collections.abc import Iterator

from ...brackets import Bands, in_bands
from .household import Household
from .values import Values


def dc_income(values: Values, household: Household) -> float:
    """Federal adjusted gross income, with what a business loss exceeds an amount by added back (Schedule I, Calculation A)."""
    return household.agi + max(0.0, -household.profit - values.number("loss_kept"))


def _shares(income: float, other: float, deduction: float, bands: Bands) -> Iterator[float]:
    """The parts of a deduction, taken from one income, that can tax two incomes least: they bring one of them to a limit, or to 0."""
    yield from (0.0, deduction)
    for limit in (0.0, *(band["upto"] for band in bands if "upto" in band)):
        yield from (income - limit, deduction - (other - limit))


def dc(values: Values, household: Household, taxable: float) -> float:
    """Spouses are taxed together, or apart with one deduction divided as it suits them, whichever is less (Calculation J).

    The gig, interest and other income are counted as yours.
    """
    bands = values.bands("bands", household.status)
    together = in_bands(taxable, bands)
    if not household.joint:
        return together
    deduction = dc_income(values, household) - taxable
    own, spouse = dc_income(values, household) - household.spouse_pay, household.spouse_pay
    shares = (min(deduction, max(0.0, share)) for share in _shares(own, spouse, deduction, bands))
    apart = min(in_bands(own - share, bands) + in_bands(spouse - (deduction - share), bands) for share in shares)
    return min(together, apart)


def dc_earned_income_credit(values: Values, household: Household, _: float) -> float:
    """A share of the federal credit with children; without, the federal credit with a later and steeper fall (line 27)."""
    if household.children + household.older_children:
        return values.number("earned_income_share") * household.earned_income_credit
    over = max(0.0, max(household.earned, household.agi) - values.number("childless_credit_from"))
    return max(0.0, household.eitc_before_loss - values.number("childless_credit_fade") * over)
