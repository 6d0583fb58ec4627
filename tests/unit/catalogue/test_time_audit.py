"""What the time audit refuses."""

from datetime import date

import pytest

from calculators.catalogue.time_audit import CALCULATOR
from calculators.catalogue.time_audit.survey import cites


@pytest.mark.parametrize(
    ("hours", "sums"),
    [
        ((40.0, 2.5), "add up to 42.5, but a week has only 42 there. Remove 0.5."),
        ((1.578125, 1.6484375, 38.7734375), "add up to 42.01, but a week has only 42 there. Remove 0.01."),
    ],
)
def test_excess_hours_are_named_however_few_they_are(hours: tuple[float, ...], sums: str) -> None:
    """Inputs are read to a millionth, so parts of exactly 42 hours may exceed them by less than a message shows."""
    _, (error,) = CALCULATOR.read({"uses": [{"use": "sleep", "night": part} for part in hours]})
    assert error.message.endswith(sums)


def _day(hours: str, times: int = 7, name: str = "Every day") -> dict[str, object]:
    return {"name": name, "times": times, "hours": hours}


@pytest.mark.parametrize("times", [(5, 1), (5, 2, 1), (7, 1)])
def test_kinds_of_day_make_seven_days(times: tuple[int, ...]) -> None:
    _, (error,) = CALCULATOR.read({"days": [_day("sleep 23-7", count) for count in times]})
    assert (error.field, error.code) == (f"days.{len(times) - 1}.times", "not-a-week")
    assert f"add up to {sum(times)} days" in error.message


def test_day_with_a_faulty_text_is_refused_at_its_box() -> None:
    _, (error,) = CALCULATOR.read({"days": [_day("sleep 23-7"), _day("work 9-25")]})
    assert (error.field, error.code) == ("days.1.hours", "not-a-time")


def test_day_may_be_a_list_of_half_hours() -> None:
    as_text, _ = CALCULATOR.read({"days": [_day("sleep 0-7, work 9-17")]})
    half_hours = ["sleep"] * 14 + [""] * 4 + ["work"] * 16 + [""] * 14
    as_list, _ = CALCULATOR.read({"days": [{**_day(""), "hours": half_hours}]})
    assert as_text == as_list
    _, (error,) = CALCULATOR.read({"days": [{**_day(""), "hours": half_hours[:-1]}]})
    assert error.code == "not-a-timetable"


def test_weekly_hours_of_an_older_workbook_count_alone() -> None:
    """A workbook from before there were days holds `uses` only, and has the answer that it had."""
    uses = [{"use": "sleep", "evening": "7", "night": "42"}, {"use": "screens", "evening": "10", "give": "50"}]
    inputs, _ = CALCULATOR.read({"uses": uses, "rest_floor": "20"})
    assert inputs is not None
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 23))
    assert (outcome.value("hours_used"), outcome.value("leverage_hours")) == (59, 94)


def test_share_of_screens_is_given_up_and_of_nothing_else() -> None:
    inputs, _ = CALCULATOR.read({"days": [_day("work 9-17, screens 20-22")], "give_screens": "50", "rest_floor": "0"})
    assert inputs is not None
    assert CALCULATOR.outcome(inputs, date(2026, 11, 23)).value("open_hours") == 7 * 14 + 7


def test_survey_holds_from_the_first_day_of_its_year() -> None:
    inputs, errors = CALCULATOR.read({})
    assert inputs is not None, errors
    surveys = list(cites(inputs, date(2026, 11, 29)))
    assert len(surveys) > 1
    assert {(value.since.month, value.since.day) for value in surveys} == {(1, 1)}
