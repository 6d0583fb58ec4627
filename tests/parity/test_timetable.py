"""The strip of a day, in TypeScript, reads and writes days as Python does."""

import json
import random
import subprocess
from pathlib import Path

from calculators.catalogue.time_audit.days import ACTIVITIES
from calculators.engine.timetable_text import FREE, HALF_HOURS, TimetableError, read_timetable, write_timetable
from pipeline.environment import node

KNOWN = [option.value for option in ACTIVITIES]
TIMES = ("0", "1", "9", "12", "12:30", "13", "17.30", "24", "25", "9:15", "7am", "12pm", "5:30 p.m.", "noon", "midnight", "x")


def _texts() -> list[str]:
    """Every pair of times with each separator, in one span, and spans that are drawn and joined."""
    chosen = random.Random(13)
    pairs = [f"work {start}{dash}{end}" for start in TIMES for end in TIMES for dash in ("-", " to ", " – ")]
    drawn = [chosen.choice([", ", ";", "\n"]).join(_span(chosen) for _ in range(chosen.randint(0, 4))) for _ in range(3_000)]
    return pairs + drawn + [write_timetable(day) for day in _days(chosen)]


def _span(chosen: random.Random) -> str:
    return f"{chosen.choice([*KNOWN, 'Sleep', 'nap', ''])} {chosen.choice(TIMES)}-{chosen.choice(TIMES)}"


def _days(chosen: random.Random) -> list[tuple[str, ...]]:
    days = []
    for _ in range(1_000):
        day: list[str] = []
        while len(day) < HALF_HOURS:
            day += [chosen.choice([FREE, *KNOWN])] * chosen.randint(1, 40)
        turn = chosen.randrange(HALF_HOURS)
        days.append((*day[turn:HALF_HOURS], *day[:turn]))
    return days


def _in_python(text: str) -> str | None:
    try:
        return write_timetable(read_timetable(text, KNOWN))
    except TimetableError:
        return None


def test_strip_reads_and_writes_days_as_python_does() -> None:
    texts = _texts()
    request = json.dumps({"known": KNOWN, "texts": texts})
    script = Path(__file__).with_name("timetable.mjs")
    done = subprocess.run([node(), script], input=request, capture_output=True, encoding="utf-8", check=True, timeout=60)
    in_browser = json.loads(done.stdout)
    in_python = [_in_python(text) for text in texts]
    assert [(text, a, b) for text, a, b in zip(texts, in_browser, in_python, strict=True) if a != b] == []
    assert sum(written is not None for written in in_python) > 1_500


def test_written_day_is_read_back() -> None:
    days = _days(random.Random(5))
    assert [read_timetable(write_timetable(day), KNOWN) for day in days] == days
