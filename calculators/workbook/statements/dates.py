"""Read dates in the order in which a statement writes them."""

import re
from collections.abc import Iterable
from datetime import date

from ...engine.list_labels import month_of

ORDERS = ("ymd", "dmy", "mdy", "ydm")
"""Orders of year, month and day."""
FIRST_YEAR, LAST_YEAR = 1990, 2099

_TIME = re.compile(r"(?:,? +|T)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)? ?(?:[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4}))?$")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?(?:, *| +(?=\d{1,4}[-/.]\d|\d{1,2}\S* +[^\W\d_]))")
_NUMBERS = re.compile(r"(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[- /]+([^\W\d_]{3,10}\.?)[- /,]+(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,10}\.?)[- /]+(\d{1,2})(?:st|nd|rd|th)?[- /,]+(\d{4}|\d{2})", re.IGNORECASE)


def read_date(text: str, order: str) -> date | None:
    """Read a date, with or without a time after it; None if it is none in this order.

    A month's name, or a year of four digits before the others without signs between them, says the order by itself.
    """
    bare = _WEEKDAY.sub("", _TIME.sub("", text.strip()))
    numbers = _NUMBERS.fullmatch(bare)
    if numbers:
        parts = dict(zip(order, (numbers[1], numbers[3], numbers[4]), strict=True))
        return _day(parts["y"], parts["m"], parts["d"])
    compact = _COMPACT.fullmatch(bare)
    if compact:
        return _day(compact[1], compact[2], compact[3])
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        named = pattern.fullmatch(bare)
        number = month_of(named[month]) if named else None
        if named and number:
            return _day(named[3], str(number), named[day])
    return None


def fitting_orders(texts: Iterable[str]) -> tuple[str, ...]:
    """The orders that read the most of these texts as dates, each with other dates than the ones before it; () if none reads any.

    Of several, those remain whose dates lie in the fewest years, so that days are not taken for years of two digits. The order year, day,
    month is considered only where year, month, day does not fit.
    """
    written = list(dict.fromkeys(text for text in texts if text))
    readings = {order: [read_date(text, order) for text in written] for order in ORDERS}
    most = max(map(_count, readings.values()))
    best = [order for order in ORDERS if most and _count(readings[order]) == most]
    fewest = min((_years(readings[order]) for order in best), default=0)
    best = [order for order in best if _years(readings[order]) == fewest and not (order == "ydm" and "ymd" in best)]
    return tuple(order for place, order in enumerate(best) if all(readings[order] != readings[other] for other in best[:place]))


def _years(days: Iterable[date | None]) -> int:
    """The number of years between the first and the last date."""
    years = [day.year for day in days if day]
    return max(years) - min(years)


def _count(dates: Iterable[date | None]) -> int:
    return sum(day is not None for day in dates)


def _day(year: str, month: str, day: str) -> date | None:
    if len(year) not in {2, 4} or len(month) > 2 or len(day) > 2:
        return None
    full = int(year) + (2000 if len(year) == 2 else 0)
    if not FIRST_YEAR <= full <= LAST_YEAR:
        return None
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None
