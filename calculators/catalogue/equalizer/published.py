"""The published price indexes as the equalizer reads them: yearly averages by area, overall and by group."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from ...engine import parameters

FIRST_YEAR = 2000
"""The first year of every area's overall index."""
LAST_YEAR = 2025
"""The last year of every area's overall index; a test holds both against the files."""

GROUPS = ("food", "housing", "household", "clothing", "transport", "health", "recreation", "other")
"""What the five areas publish in common, and a rest that is counted with the overall index."""
GROUP_LABELS = (
    "Food",
    "Home",
    "Household goods",
    "Clothes and shoes",
    "Getting around",
    "Health",
    "Free time",
    "Everything else",
)


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
    """The last year that any group of an area reaches: Australia's groups end before its overall index."""
    return max(max(years) for name, years in series(area).items() if name != "overall")


@functools.cache
def growth(area: str, group: str, start: int, end: int) -> float:
    """How many times its price in `start` a group cost in `end` (1.25 is a quarter more).

    Years in which the group is not published, and the whole of "other", are counted with the overall index.

    Raises:
        KeyError: for a year outside of the overall index.
    """
    published = series(area)
    overall, own = published["overall"], published.get(group, {})
    times = 1.0
    for year in range(start + 1, end + 1):
        known = own if year in own and year - 1 in own else overall
        times *= known[year] / known[year - 1]
    return times


def stands_in(area: str, group: str, start: int, end: int) -> bool:
    """Whether the overall index stands in for a published kind of group in any year of a span."""
    own = series(area).get(group, {})
    return group != "other" and not all(year in own for year in range(start, end + 1))
