"""Days of tax years, beside calendars that are counted day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from calculators.catalogue.take_home.deadlines import after, working_day
from calculators.catalogue.take_home.uk.benefits import weeks_in
from calculators.catalogue.take_home.uk.universal_credit import born_before_limit
from calculators.catalogue.take_home.years import AU, CA, UK, US


class InYear:
    """Inputs of a tax year."""

    tax_year = "2026"


def test_tax_year_ends_on_its_own_day() -> None:
    assert [last(InYear()) for last in (US, CA, UK, AU)] == [date(2026, 12, 31), date(2026, 12, 31), date(2027, 4, 5), date(2027, 6, 30)]


@pytest.mark.parametrize("year", range(2015, 2041))
def test_weeks_of_child_benefit_are_the_mondays_of_the_tax_year(year: int) -> None:
    days = [date(year, 4, 6) + timedelta(days=number) for number in range((date(year + 1, 4, 6) - date(year, 4, 6)).days)]
    assert weeks_in(str(year)) == sum(day.weekday() == 0 for day in days)


@pytest.mark.parametrize("year", range(2025, 2035))
def test_child_born_before_the_oldest_rules_end_counts_by_them(year: int) -> None:
    """Whoever was born on 5 April 2017 has a birthday on the last day of each tax year; a day later, it is not reached yet."""
    on_the_last_day = year + 1 - 2017
    assert born_before_limit(on_the_last_day, str(year))
    assert not born_before_limit(on_the_last_day - 1, str(year))


def test_weekend_moves_a_due_day_to_monday() -> None:
    """1 to 7 June 2026 are a Monday to a Sunday."""
    moved = [working_day(date(2026, 6, number)).day for number in range(1, 8)]
    assert moved == [1, 2, 3, 4, 5, 8, 8]


@pytest.mark.parametrize(
    ("day", "month_and_day", "first"),
    [
        (date(2026, 1, 31), "01-31", date(2027, 1, 31)),
        (date(2026, 1, 30), "01-31", date(2026, 1, 31)),
        (date(2026, 12, 31), "04-15", date(2027, 4, 15)),
        (date(2026, 4, 5), "07-31", date(2026, 7, 31)),
    ],
)
def test_due_day_is_the_first_after_another_one(day: date, month_and_day: str, first: date) -> None:
    assert after(day, month_and_day) == first
