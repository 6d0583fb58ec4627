"""Weeks to start from in the time audit, and the survey averages of the reader's country."""

import json
from datetime import date

import pytest

from calculators.catalogue.time_audit import CALCULATOR
from calculators.catalogue.time_audit.days import DAYS_PER_WEEK, KindOfDay, added_up
from calculators.catalogue.time_audit.figures import leverage_hours
from calculators.catalogue.time_audit.survey import Beside, beside, hours_of
from calculators.catalogue.time_audit.usual_weeks import averages, starts, usual_week
from calculators.engine.place import in_place
from calculators.engine.typed import typed_rows
from calculators.engine.view.form import form_view
from calculators.engine.view.models import RowsView
from calculators.workbook.about import COUNTRIES

DAY = date(2026, 11, 29)
SURVEYED = ("us", "uk", "au")


def _weekly(days: tuple[KindOfDay, ...]) -> dict[str, float]:
    """The hours a week of each activity."""
    return {use.use: hours_of(use) for use in added_up(days, 0)}


@pytest.mark.parametrize("place", SURVEYED)
def test_usual_week_adds_up_to_the_averages(place: str) -> None:
    """Each activity comes to its average times seven, but for the rounding of a day to half hours."""
    hours = _weekly(usual_week(place))
    names = {"sleep": "sleep", "work": "job", "chores": "home", "meals": "meals", "screens": "screens"}
    assert set(hours) == set(names.values())
    for activity, entry in averages(place).items():
        assert hours[names[activity]] == pytest.approx(entry["hours"] * DAYS_PER_WEEK, abs=0.25 * DAYS_PER_WEEK), activity


def test_every_country_has_a_start_and_says_whose_week_it_is() -> None:
    for country in COUNTRIES:
        offered = [start for start in starts() if country in start.countries]
        assert offered[0].label == "Start empty"
        assert [bool(start.rows) for start in offered] == [True, country in SURVEYED]
        assert offered[1].note


def test_starts_are_weeks_that_the_form_accepts() -> None:
    rows = next(slot.field for slot in CALCULATOR.slots if slot.name == "days")
    for start in starts():
        if start.rows:
            inputs, errors = CALCULATOR.read({"days": typed_rows(rows, start.rows)})
            assert errors == []
            assert inputs is not None
            assert CALCULATOR.outcome(inputs, DAY)[leverage_hours] > 0


def _compared(place: str) -> tuple[tuple[Beside, ...], set[str], list[str]]:
    """The comparison of the first week that the form shows, the titles of its sources, and the notes."""
    inputs, _ = CALCULATOR.read({})
    assert inputs is not None
    with in_place(place):
        outcome = CALCULATOR.outcome(inputs, DAY)
        cited = {value.source.publisher for value in outcome.parameters}
        return outcome[beside], cited, [text for note in CALCULATOR.notes if (text := note(outcome))]


@pytest.mark.parametrize("place", SURVEYED)
def test_comparison_is_with_the_readers_own_country(place: str) -> None:
    rows, cited, notes = _compared(place)
    names = {"us": "the US", "uk": "UK", "au": "Australia"}
    assert [row.use for row in rows] == ["Sleep", "Paid work", "Housework and errands", "Meals and washing"]
    assert all(names[place] in row.whom for row in rows)
    assert ("US Bureau of Labor Statistics" in cited) == (place == "us")
    assert not any("no average" in note for note in notes)


@pytest.mark.parametrize("place", ["ca", "euro", "none"])
def test_country_without_a_survey_is_compared_with_none(place: str) -> None:
    rows, cited, notes = _compared(place)
    assert rows == ()
    assert "US Bureau of Labor Statistics" not in cited
    assert any("not compared with an average" in note for note in notes)


def test_form_offers_each_start_with_its_rows_as_typed() -> None:
    """A start without rows only says why; one with rows has them as the form would have them typed."""
    inputs, _ = CALCULATOR.read({})
    assert inputs is not None
    (rows,) = [item for group in form_view(CALCULATOR, inputs, DAY).groups for item in group.items if item.name == "days"]
    assert isinstance(rows, RowsView)
    field = next(slot.field for slot in CALCULATOR.slots if slot.name == "days")
    offered = starts()
    assert [bool(view.rows) for view in rows.starts] == [bool(start.rows) for start in offered]
    assert {True, False} == {bool(start.rows) for start in offered}
    for view, start in zip(rows.starts, offered, strict=True):
        assert not view.rows or json.loads(view.rows) == typed_rows(field, start.rows)  # type: ignore[arg-type]
        assert view.countries == " ".join(start.countries)
