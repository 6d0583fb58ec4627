"""Figures of all uses together, for the year and by month."""

from itertools import groupby
from operator import mul

from ...engine.fields import Hours, Money, Number, Rate
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH
from .inputs import Pair
from .sharing import Share
from .uses import MONTHS, running

Runs = tuple[tuple[tuple[float, ...], int], ...]
"""Each use's share of its year in a month, and the number of consecutive months with these shares."""


@figure("Gross", unit=Money(per="year", dollars=True))
def gross_year(pair_gross: tuple[float, ...]) -> float:
    """What customers pay in the first year, all uses together."""
    return sum(pair_gross)


@figure("Platform fees", unit=Money(per="year", dollars=True), tone="loss")
def fees_year(pair_fees: tuple[float, ...]) -> float:
    """What the platforms keep of what customers pay, all uses together."""
    return sum(pair_fees)


@figure("Costs", unit=Money(per="year", dollars=True), tone="loss")
def costs_year(pair_costs: tuple[float, ...]) -> float:
    """What you pay for all uses together."""
    return sum(pair_costs)


@figure("Leverage income, first year", unit=Money(per="year", dollars=True), tone="gain")
def net_year(gross_year: float, fees_year: float, costs_year: float) -> float:
    """What you keep before tax, after fees and the costs that these uses add."""
    return gross_year - fees_year - costs_year


@figure("Net in a month, once up and running", unit=Money(per="month", dollars=True), tone="gain")
def net_month(
    unit_margin: tuple[float, ...],
    sold: tuple[float, ...],
    season_months: tuple[float, ...],
    pairs: tuple[Pair, ...],
    granted: tuple[float, ...],
) -> float:
    """A usual month once every use has ramped up. For a use with a season, it is the average of a year."""
    return sum(
        margin * units * months / MONTHS_PER_YEAR - (pair.fixed_cost if room > 0 else 0.0)
        for margin, units, months, pair, room in zip(unit_margin, sold, season_months, pairs, granted, strict=True)
    )


@figure("Your hours", unit=Hours(per="year"))
def own_hours_year(pair_hours: tuple[float, ...]) -> float:
    """All of your hours in the first year."""
    return sum(pair_hours)


@figure("Net per own hour", unit=Money(per="hour"), tone="gain")
def net_per_hour(net_year: float, own_hours_year: float) -> float | None:
    """What one of your hours leaves, on average over all uses."""
    return net_year / own_hours_year if own_hours_year > 0 else None


@figure("Miles", unit=Number(unit="miles", per="year"))
def miles_year(pair_miles: tuple[float, ...]) -> float:
    """What you drive for all uses in the first year."""
    return sum(pair_miles)


@figure("Idle hours left", unit=Hours(per="week"))
def hours_left(own_hours: float, sharing: tuple[Share, ...]) -> float:
    """Your hours that no use claims, even in a good month."""
    return max(0, own_hours - sum(share.own_hours for share in sharing) / WEEKS_PER_MONTH)


@figure("Each month's share of the year", unit=Rate(), step=True)
def month_shares(pairs: tuple[Pair, ...], full_months: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    """For each month, the share of each use's year that falls into it: small at first, then constant while its season lasts."""
    return tuple(
        tuple(running(m, pair.ramp_up, pair.busy_months, pair.rest_share) / full for pair, full in zip(pairs, full_months, strict=True))
        for m in MONTHS
    )


@figure("Months that are alike", unit=Rate(), step=True)
def month_runs(month_shares: tuple[tuple[float, ...], ...]) -> Runs:
    """Consecutive months with equal shares, so that each run of months is computed once."""
    return tuple((shares, len(list(alike))) for shares, alike in groupby(month_shares))


@figure("Monthly costs", unit=Money(per="month", dollars=True), step=True)
def month_fixed(pairs: tuple[Pair, ...], granted: tuple[float, ...]) -> float:
    """Monthly costs, whether sold or not, of all uses that have room."""
    return sum(pair.fixed_cost for pair, room in zip(pairs, granted, strict=True) if room > 0)


@figure("Gross", unit=Money(dollars=True), column="months")
def month_gross(pair_gross: tuple[float, ...], month_runs: Runs) -> tuple[float, ...]:
    """What customers pay, month by month."""
    return _by_month(pair_gross, month_runs)


@figure("Fees", unit=Money(dollars=True), column="months", tone="loss")
def month_fees(pair_fees: tuple[float, ...], month_runs: Runs) -> tuple[float, ...]:
    """What the platforms keep, month by month."""
    return _by_month(pair_fees, month_runs)


@figure("Costs", unit=Money(dollars=True), column="months", tone="loss")
def month_costs(
    pair_unit_costs: tuple[float, ...], pair_fixed_costs: tuple[float, ...], month_runs: Runs, month_fixed: float
) -> tuple[float, ...]:
    """What you pay, month by month. Start-up costs fall in the first month."""
    once = sum(pair_fixed_costs) - month_fixed * MONTHS_PER_YEAR
    first, *others = _by_month(pair_unit_costs, month_runs)
    return (first + month_fixed + once, *[cost + month_fixed for cost in others])


@figure("Net", unit=Money(dollars=True), each="months", tone="gain")
def month_net(month_gross: float, month_fees: float, month_costs: float) -> float:
    """What is left of the month."""
    return month_gross - month_fees - month_costs


def _by_month(yearly: tuple[float, ...], month_runs: Runs) -> tuple[float, ...]:
    """The yearly amounts of all uses, distributed over the months and summed."""
    by_month: list[float] = []
    for shares, months in month_runs:
        by_month += [sum(map(mul, yearly, shares))] * months
    return tuple(by_month)
