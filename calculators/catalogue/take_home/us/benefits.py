"""Benefits beside the tax return: the premium tax credit (Form 8962), and all benefits together."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ....engine import parameters as dated
from ....engine.fields import Count, Money, Number
from ....engine.figures import figure
from ..years import year_end
from .gig import DOLLARS

MONTHS = 12

REGIONS = {"ak": "ak", "hi": "hi"}
"""States with a poverty guideline of their own."""

Band = Mapping[str, float]


def guideline_of(year: int, state: str, people: int) -> float:
    """The poverty guideline that was published in a year, in dollars a year."""
    first, more = dated.as_of("us/benefits.poverty_guideline", year_end(year)).value[REGIONS.get(state, "contiguous")]
    return float(first + more * (people - 1))


@figure("People on your tax return", unit=Count())
def tax_family(filing_status: str, children: int, older_children: int, other_claimed: int) -> int:
    """You, your spouse if you file together, and everybody whom you claim (section 36B(d)(1))."""
    return 1 + (filing_status == "joint") + children + older_children + other_claimed


@figure("Poverty guideline for the premium tax credit", unit=Money(per="year"), step=True)
def credit_guideline(tax_year: str, state: str, tax_family: int) -> float:
    """The one published in the year before, for the number of people on the return (section 36B(d)(3)(B); Form 8962, line 4)."""
    return guideline_of(int(tax_year) - 1, state, tax_family)


@figure("Income for the premium tax credit", unit=DOLLARS)
def credit_income(adjusted_gross_income: float, untaxed_social_security: float) -> float:
    """Adjusted gross income and untaxed Social Security benefits (section 36B(d)(2); Form 8962, line 3)."""
    return max(0, adjusted_gross_income + untaxed_social_security)


@figure("That income, in percent of the guideline", unit=Number(unit="%"))
def income_percent(credit_income: float, credit_guideline: float) -> int:
    """Decimals are dropped (Form 8962, line 5)."""
    return math.floor(round(100 * credit_income / credit_guideline, 6))


@figure("May claim the premium tax credit", unit=Count(), step=True)
def credit_open(
    benchmark_premium: float,
    filing_status: str,
    credit_income: float,
    credit_guideline: float,
    contribution_table: Sequence[Band],
) -> int:
    """1 or 0: with marketplace insurance, from 100% of the guideline up to the limit, and not on a separate return (section 36B(c)(1))."""
    limit = contribution_table[-1].get("upto", math.inf) / 100
    cents = round(credit_income, 2)
    return int(benchmark_premium > 0 and filing_status != "separate" and credit_guideline <= cents <= round(limit * credit_guideline, 2))


@figure("Share of income that you pay for insurance", unit=Number(unit="%"), step=True)
def contribution_percent(income_percent: int, contribution_table: Sequence[Band]) -> float:
    """It rises in a straight line in each band, rounded to a hundredth of a percent (26 CFR 1.36B-3(g); Form 8962, line 7)."""
    band = next((band for band in contribution_table if income_percent < band.get("upto", math.inf)), contribution_table[-1])
    width = band["upto"] - band["above"] if "upto" in band else 1.0
    share = band["first"] + (band["last"] - band["first"]) * min(1.0, (income_percent - band["above"]) / width)
    return math.floor(10_000 * share + 0.5 + 1e-9) / 100


@figure("What you pay for the benchmark plan yourself", unit=DOLLARS)
def own_contribution(contribution_percent: float, credit_income: float) -> float:
    """That share of your income (Form 8962, line 8a)."""
    return contribution_percent / 100 * credit_income


@figure("Premium tax credit", unit=DOLLARS, tone="gain")
def premium_credit(credit_open: int, benchmark_premium: float, own_contribution: float) -> float:
    """A year of the benchmark plan, minus what you pay yourself (section 36B(b)(2)(B)), if your own plan costs at least as much."""
    return credit_open * max(0, MONTHS * benchmark_premium - own_contribution)


@figure("Benefits", unit=DOLLARS, tone="gain")
def benefits(premium_credit: float, snap_year: float) -> float:
    """The premium tax credit and SNAP. The credits for children and for low earnings are in your tax already, so not counted here."""
    return premium_credit + snap_year
