"""Published price indexes: yearly averages by area, overall and by group."""

import functools
from collections.abc import Mapping

from ...engine import parameters

FIRST_YEAR = 2000
"""The first year of every area's overall index."""
LAST_YEAR = 2025
"""The last year of every area's overall index. A test compares both with the parameter files."""

GROUPS = ("food", "housing", "household", "clothing", "transport", "health", "recreation", "other")
"""The groups that all five areas publish, and the rest, which uses the overall index."""
GROUP_LABELS = ("Food", "Home", "Household goods", "Clothes and shoes", "Getting around", "Health", "Free time", "Everything else")


def file_of(area: str) -> str:
    """The parameter file of an area ("us", "uk", "ca", "au", "euro")."""
    return f"prices/{area}_consumer_prices"


@functools.cache
def series(area: str) -> Mapping[str, Mapping[int, float]]:
    """An area's indexes: "overall" and each published group -> year -> yearly average."""
    entries = parameters.load(file_of(area))
    return {
        name: {value["from"].year: float(value["value"]) for value in entry["values"]}
        for name, entry in entries.items()
        if isinstance(entry, Mapping)
    }


@functools.cache
def last_group_year(area: str) -> int:
    """The last year of an area's groups. Australia's groups end before its overall index."""
    return max(max(years) for name, years in series(area).items() if name != "overall")


@functools.cache
def growth(area: str, group: str, start: int, end: int) -> float:
    """The price of a group in `end` as a multiple of its price in `start` (1.25 is a quarter more).

    The overall index is used for years in which the group is not published, and for the group "other".

    Raises:
        KeyError: for a year outside the overall index.
    """
    published = series(area)
    overall, own = published["overall"], published.get(group, {})
    times = 1.0
    for year in range(start + 1, end + 1):
        known = own if year in own and year - 1 in own else overall
        times *= known[year] / known[year - 1]
    return times


def stands_in(area: str, group: str, start: int, end: int) -> bool:
    """Whether the overall index replaces a group, other than "other", in any year of a span."""
    own = series(area).get(group, {})
    return group != "other" and not all(year in own for year in range(start, end + 1))
