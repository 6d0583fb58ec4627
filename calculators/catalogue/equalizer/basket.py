"""The reader's own basket beside the published one.

Own inflation is of the Laspeyres kind: each group's share of the spending, times how many times its price it came to cost, added
up. The shares are fixed, as if the reader had bought the same mix all the while. So it leaves out substitution, which makes the
true rise somewhat smaller; it also leaves out new goods, moves between shops, and that the reader's rent or shop is not the
group's average. The Office for National Statistics says the same of its own calculator (source ons-personal-inflation).
"""

from __future__ import annotations

from ...engine.fields import Money, Proportion, Rate
from ...engine.figures import figure
from .published import GROUPS, LAST_YEAR, growth, last_group_year, stands_in


def own_growth(area: str, shares: tuple[float, ...], start: int, end: int) -> float:
    """How many times its price in `start` a basket of these shares (in the order of GROUPS) cost in `end`."""
    return sum(part * growth(area, group, start, end) for group, part in zip(GROUPS, shares, strict=True))


@figure("You spend", unit=Money(per="month"), column="groups")
def spent(
    spend_food: float,
    spend_housing: float,
    spend_household: float,
    spend_clothing: float,
    spend_transport: float,
    spend_health: float,
    spend_recreation: float,
    spend_other: float,
) -> tuple[float, ...]:
    """What each group costs you in a usual month."""
    return (
        spend_food,
        spend_housing,
        spend_household,
        spend_clothing,
        spend_transport,
        spend_health,
        spend_recreation,
        spend_other,
    )


@figure("Your basket costs", unit=Money(per="month"))
def basket_month(spent: tuple[float, ...]) -> float:
    """What you spend in a usual month on all that you put in."""
    return sum(spent)


@figure("Share", unit=Proportion(), each="groups")
def share(spent: float, basket_month: float) -> float:
    """The group's part of your spending."""
    return spent / basket_month if basket_month > 0 else 0.0


@figure("In the last year", unit=Rate(), each="groups")
def group_year(group: str, area: str) -> float | None:
    """How much the group's price rose in the last year for which the area's groups are published; nothing, where it is not."""
    if area == "none":
        return None
    last = last_group_year(area)
    return None if stands_in(area, group, last - 1, last) else growth(area, group, last - 1, last) - 1


@figure("Since then", unit=Rate(), each="groups")
def group_rise(group: str, area: str, from_year: int) -> float | None:
    """How much the group's price rose since the year that you look back to; nothing, where some of the years are not published."""
    if area == "none" or stands_in(area, group, from_year, LAST_YEAR):
        return None
    return growth(area, group, from_year, LAST_YEAR) - 1


@figure("Prices rose in that last year", unit=Rate())
def published_year(area: str) -> float | None:
    """The overall index, over the last year for which the groups are published, so that both can be set side by side."""
    if area == "none":
        return None
    last = last_group_year(area)
    return growth(area, "overall", last - 1, last) - 1


@figure("Your own basket rose in that year", unit=Rate())
def own_year(area: str, basket_month: float, share: tuple[float, ...]) -> float | None:
    """Each group's share of your spending times its rise, added up. The overall index stands in for a group that is not published."""
    if area == "none" or basket_month == 0:
        return None
    last = last_group_year(area)
    return own_growth(area, share, last - 1, last) - 1


@figure("Your own basket rose since the year you look back to", unit=Rate())
def own_rise(area: str, basket_month: float, share: tuple[float, ...], from_year: int) -> float | None:
    """Each group's share of your spending times its rise since then, added up, with the overall index where a group is not published."""
    return None if area == "none" or basket_month == 0 else own_growth(area, share, from_year, LAST_YEAR) - 1


@figure("Your own basket rose a year, on average", unit=Rate(per="year"))
def own_average(own_rise: float | None, years_back: int | None) -> float | None:
    """The same rise each year that would have led to it."""
    return None if own_rise is None or years_back is None else (1 + own_rise) ** (1 / years_back) - 1


@figure("Your basket costs more than a year before", unit=Money(per="month"), tone="loss")
def dearer_month(basket_month: float, own_year: float | None) -> float | None:
    """What that last year's rise adds to a month's spending."""
    return None if own_year is None else basket_month * own_year
