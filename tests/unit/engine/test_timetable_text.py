"""Days as texts: what is read, how it is written, and what is refused."""

import pytest

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
