"""Days are written as the reader's country writes them."""

from datetime import date

import pytest

from calculators.engine.dates import read_day, write_day
from calculators.engine.place import in_place

DAY = date(2027, 1, 4)


@pytest.mark.parametrize("place", ["us", "ca"])
def test_month_comes_first_in_the_united_states_and_canada(place: str) -> None:
    with in_place(place):
        assert write_day(DAY) == "Monday, January 4, 2027"
        assert write_day(DAY, year=False) == "Monday, January 4"


@pytest.mark.parametrize("place", ["uk", "au", "euro", "none"])
def test_day_comes_first_elsewhere(place: str) -> None:
    with in_place(place):
        assert write_day(DAY) == "Monday 4 January 2027"
        assert write_day(DAY, year=False) == "Monday 4 January"


@pytest.mark.parametrize(
    ("text", "is_read"),
    [("1969-12-31", False), ("1970-01-01", True), ("2199-12-31", True), ("2200-01-01", False), ("soon", False), (20260101, False)],
)
def test_day_is_from_1970_to_2199(text: object, is_read: bool) -> None:
    if is_read:
        assert read_day(text).isoformat() == text
        return
    with pytest.raises(ValueError, match=r"day|isoformat"):
        read_day(text)
