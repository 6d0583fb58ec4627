"""Days as texts: what is read, how it is written, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.timetable_text import FREE, HALF_HOURS, TimetableError, read_timetable, write_timetable

KNOWN = ("sleep", "work", "care")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", ""),
        ("work 9-17", "work 9-17"),
        ("Work 9 to 5", "work 9-17"),
        ("work 8-22", "work 8-22"),
        ("work 1-5pm", "work 13-17"),
        ("work noon-5 p.m.", "work 12-17"),
        ("work: 9:30–17:30", "work 9:30-17:30"),
        ("sleep 11pm-7", "sleep 23-7"),
        ("sleep midnight until 6", "sleep 0-6"),
        ("sleep 12am-1am", "sleep 0-1"),
        ("sleep 0-24", "sleep 0-24"),
        ("work 9-12, 13-17; care 17-18\nsleep 23-7", "work 9-12, work 13-17, care 17-18, sleep 23-7"),
        ("work 9-12, work 12-17", "work 9-17"),
        ("sleep 12-24, sleep 0-10", "sleep 0-10, sleep 12-24"),
    ],
)
def test_days_are_read_and_written(text: str, written: str) -> None:
    assert write_timetable(read_timetable(text, KNOWN)) == written


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("work", "not-a-timetable", "“work”"),
        ("9-17", "not-an-activity", "sleep, work, care"),
        ("wurk 9-17", "not-an-activity", "did you mean work?"),
        ("work 9-25", "not-a-time", "“25”"),
        ("work 13pm-15", "not-a-time", "“13pm”"),
        ("work 24:30-3", "not-a-time", "“24:30”"),
        ("work 9:15-17", "not-half-hours", "“9:15”"),
        ("work 0-0", "no-time", "ends when it starts"),
        ("sleep 23-7, work 6:30-15", "overlap", "At 6:30 you are down for sleep and for work"),
    ],
)
def test_texts_that_are_no_day_are_refused(text: str, code: str, part: str) -> None:
    with pytest.raises(TimetableError) as refused:
        read_timetable(text, KNOWN)
    assert refused.value.code == code
    assert part in str(refused.value)


def test_day_begins_at_midnight() -> None:
    day = read_timetable("work 0:30-1", KNOWN)
    assert day == (FREE, "work", *[FREE] * (HALF_HOURS - 2))


@given(st.lists(st.tuples(st.sampled_from(["", *KNOWN]), st.integers(1, 20)), min_size=1, max_size=9))
def test_written_day_reads_back(runs: list[tuple[str, int]]) -> None:
    """Whatever the day is cut into, its text means the same half hours."""
    day = tuple(activity for activity, length in runs for _ in range(length))[:HALF_HOURS]
    day += (FREE,) * (HALF_HOURS - len(day))
    assert read_timetable(write_timetable(day), KNOWN) == day


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("work 9-5", 18, 16),  # from 9 to 17
        ("work 11-7", 22, 16),  # from 11 to 19
        ("work 12-1", 24, 2),
        ("work 1-12", 2, 22),
        ("work 12:30-1:30", 25, 2),
        ("work 12am-12pm", 0, 24),
        ("work 12pm-12am", 24, 24),
        ("work 11 p.m.-1 a.m.", 46, 4),
        ("work 13-1", 26, 24),  # on a 24-hour clock, up to one at night
        ("work 0-12", 0, 24),
        ("work 24-1", 0, 2),
        ("work 9.30-10h30", 19, 2),
        ("work noon-midnight", 24, 24),
        ("work midnight-noon", 0, 24),
    ],
)
def test_times_stand_for_the_shorter_span(text: str, first: int, count: int) -> None:
    day = read_timetable(text, KNOWN)
    assert sorted((first + offset) % HALF_HOURS for offset in range(count)) == [at for at, activity in enumerate(day) if activity == "work"]


@pytest.mark.parametrize("text", ["work 0am-5", "work 9:60-10", "work 25-3", "work 99-3"])
def test_time_that_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(TimetableError) as refused:
        read_timetable(text, KNOWN)
    assert refused.value.code == "not-a-time"


def test_long_span_is_quoted_in_part() -> None:
    with pytest.raises(TimetableError, match=f"“{'x' * 40}” is not an activity with its hours"):
        read_timetable("x" * 41, KNOWN)
    with pytest.raises(TimetableError, match=f"“{'x' * 40}” is not an activity here"):
        read_timetable(f"{'x' * 41} 9-17", KNOWN)
    with pytest.raises(TimetableError, match=f"“{'9' * 20}” in “work {'9' * 25}-{'9' * 9}” is not a time"):
        read_timetable(f"work {'9' * 25}-{'9' * 30}", KNOWN)
