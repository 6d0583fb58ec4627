"""Looking back: how prices have changed since a year, and how pay would have had to change."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Count, Money, Number, Rate
from ...engine.figures import figure
from .basket import own_growth
from .inputs import Year
from .published import LAST_YEAR, growth


@figure("Years looked back", unit=Count(unit="years"))
def years_back(area: str, from_year: int) -> int | None:
    """From the year that you look back to until the last published year."""
    return None if area == "none" else LAST_YEAR - from_year


@figure("Rise in prices since that year", unit=Rate())
def published_rise(area: str, from_year: int) -> float | None:
    """The overall index of the last published year, compared with that year's."""
    return None if area == "none" else growth(area, "overall", from_year, LAST_YEAR) - 1


@figure("Average rise in prices", unit=Rate(per="year"))
def published_average(published_rise: float | None, years_back: int | None) -> float | None:
    """The constant yearly rate that gives the same total rise."""
    return None if published_rise is None or years_back is None else (1 + published_rise) ** (1 / years_back) - 1


@figure("Pay today that matches your pay then", unit=Money(per="year", dollars=True))
def pay_match(pay_then: float, published_rise: float | None) -> float | None:
    """Your pay in that year, grown at the same rate as prices."""
    return None if published_rise is None or pay_then == 0 else pay_then * (1 + published_rise)


@figure("Your pay is behind by", unit=Money(per="year", dollars=True), tone="loss")
def back_gap(pay: float, pay_match: float | None) -> float | None:
    """How far today's pay falls short of that."""
    return None if pay_match is None else max(0, pay_match - pay)


@figure("Your pay is ahead by", unit=Money(per="year", dollars=True), tone="gain")
def back_surplus(pay: float, pay_match: float | None) -> float | None:
    """How far today's pay exceeds that."""
    return None if pay_match is None else max(0, pay - pay_match)


@figure("What today's pay would have bought then", unit=Money(per="year", dollars=True))
def back_power(pay: float, published_rise: float | None) -> float | None:
    """Today's pay, at the prices of the year that you look back to."""
    return None if published_rise is None else pay / (1 + published_rise)


@dataclass(frozen=True)
class YearBack:
    """One year of the look back. The year looked back to is 100."""

    year: Annotated[int, Year("Year")]
    published: Annotated[float, Number("Published prices")]
    own: Annotated[float | None, Number("Your own basket")]
    pay: Annotated[float | None, Number("Your pay")]


@figure("Since then", table=YearBack)
def levels(area: str, from_year: int, basket_month: float, share: tuple[float, ...], pay: float, pay_then: float) -> tuple[YearBack, ...]:
    """Prices, your own basket and your pay, each set to 100 in the year looked back to. Pay is known only for the first and last year."""
    rows = []
    for year in range(from_year, LAST_YEAR + 1) if area != "none" else ():
        own = own_growth(area, share, from_year, year) * 100 if basket_month else None
        known = pay_then > 0 and year in {from_year, LAST_YEAR}
        earned = (100.0 if year == from_year else pay / pay_then * 100) if known else None
        rows.append(YearBack(year, growth(area, "overall", from_year, year) * 100, own, earned))
    return tuple(rows)
