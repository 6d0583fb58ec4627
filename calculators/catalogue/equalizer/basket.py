"""The reader's own basket, compared with the published one.

Own inflation is a Laspeyres index: the sum over groups of the group's share of spending times its price relative. The shares are
fixed, as if the reader had always bought the same mix. So it ignores substitution, which makes the true rise somewhat smaller. It
also ignores new goods, changes of store, and any difference between the reader's rent or store and the group's average. The
Office for National Statistics says the same about its own calculator (source ons-personal-inflation).
"""

from ...engine.fields import Money, Proportion, Rate
from ...engine.figures import figure
from .published import GROUPS, LAST_YEAR, growth, last_group_year, stands_in


def own_growth(area: str, shares: tuple[float, ...], start: int, end: int) -> float:
    """The price in `end` of a basket with these shares (in the order of GROUPS), as a multiple of its price in `start`."""
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
    return (spend_food, spend_housing, spend_household, spend_clothing, spend_transport, spend_health, spend_recreation, spend_other)


@figure("Your basket costs", unit=Money(per="month"))
def basket_month(spent: tuple[float, ...]) -> float:
    """What you spend in a usual month on all groups together."""
    return sum(spent)


@figure("Share", unit=Proportion(), each="groups")
def share(spent: float, basket_month: float) -> float:
    """The group's share of your spending."""
    return spent / basket_month if basket_month > 0 else 0.0


@figure("In the last year", unit=Rate(), each="groups")
def group_year(group: str, area: str) -> float | None:
    """How much the group's price rose in the last year for which the area's groups are published. A dash means it is not published."""
    if area == "none":
        return None
    last = last_group_year(area)
    return None if stands_in(area, group, last - 1, last) else growth(area, group, last - 1, last) - 1


@figure("Since then", unit=Rate(), each="groups")
def group_rise(group: str, area: str, from_year: int) -> float | None:
    """How much the group's price rose since the year that you look back to. A dash means some of the years are not published."""
    if area == "none" or stands_in(area, group, from_year, LAST_YEAR):
        return None
    return growth(area, group, from_year, LAST_YEAR) - 1


@figure("Rise in prices in the last year", unit=Rate())
def published_year(area: str) -> float | None:
    """The overall index in the last year for which the groups are published, so that the two can be compared."""
    if area == "none":
        return None
    last = last_group_year(area)
    return growth(area, "overall", last - 1, last) - 1


@figure("Rise of your own basket in the last year", unit=Rate())
def own_year(area: str, basket_month: float, share: tuple[float, ...]) -> float | None:
    """The sum of each group's share of your spending times its rise. The overall index is used for groups that are not published."""
    if area == "none" or basket_month == 0:
        return None
    last = last_group_year(area)
    return own_growth(area, share, last - 1, last) - 1


@figure("Rise of your own basket since that year", unit=Rate())
def own_rise(area: str, basket_month: float, share: tuple[float, ...], from_year: int) -> float | None:
    """The sum of each group's share of your spending times its rise since then. The overall index is used for unpublished groups."""
    return None if area == "none" or basket_month == 0 else own_growth(area, share, from_year, LAST_YEAR) - 1


@figure("Average rise of your own basket", unit=Rate(per="year"))
def own_average(own_rise: float | None, years_back: int | None) -> float | None:
    """The constant yearly rate that gives the same total rise."""
    return None if own_rise is None or years_back is None else (1 + own_rise) ** (1 / years_back) - 1


@figure("Added to the cost of your basket in a year", unit=Money(per="month"), tone="loss")
def dearer_month(basket_month: float, own_year: float | None) -> float | None:
    """How much that last year's rise adds to a month's spending."""
    return None if own_year is None else basket_month * own_year
