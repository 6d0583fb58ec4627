"""Changed figures of every shape: rows, columns and lists, and results that a calculator cannot use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators import find
from calculators.engine.changed_figure import Compared, Problem, compare

DAY = date(2026, 11, 29)
SHARE = '@figure("Share", unit=Proportion(), each="streams")\ndef share(amount: float, total: float) -> float | None:\n    """S."""\n'
HOURS = (
    '@figure("Hours", unit=Hours(per="week"), column="gigs")\n'
    "def hours(offers: tuple[Offer, ...], ceiling: tuple[float, ...], least_pay: float) -> tuple[float, ...]:\n"
    '    """H."""\n'
)
ARCS = '@figure("Changes", unit=Rate(), step=True)\ndef arcs(months: tuple[float, ...]) -> tuple[float, ...]:\n    """A."""\n'
MONTHS = '@figure("The months", unit=Money(), step=True)\ndef months(past: tuple[float, ...]) -> tuple[float, ...]:\n    """M."""\n'
WITHOUT = '@figure("W", unit=Money(), each="streams")\ndef without(amount: float, total: float) -> float:\n    """W."""\n'
TOTAL = '@figure("All income", unit=Money(per="month", dollars=True))\ndef total(streams: tuple[Stream, ...]) -> float:\n    """T."""\n'
SHAPE = "The change is about what the function works out; leave each, column and table in the line above it."


def changed(calculator: str, figure: str, source: str, **inputs: Any) -> tuple[Compared, ...] | Problem:
    named = find(calculator)
    assert named is not None
    read, errors = named.read(inputs)
    assert read is not None, errors
    return compare(named, read, DAY, figure, source)


def problem(calculator: str, figure: str, source: str, **inputs: Any) -> str:
    result = changed(calculator, figure, source, **inputs)
    assert isinstance(result, Problem)
    return result.message


def figures(calculator: str, figure: str, source: str, **inputs: Any) -> list[Compared]:
    result = changed(calculator, figure, source, **inputs)
    assert not isinstance(result, Problem), result
    return [each for each in result if each.name == figure]


@pytest.mark.parametrize(
    ("calculator", "figure", "source"),
    [
        ("income-mix", "share", SHARE.replace(', each="streams"', "") + "    return 0.5\n"),
        ("income-mix", "total", TOTAL.replace("dollars=True)", 'dollars=True), each="streams"') + "    return 0.5\n"),
        ("gig-mix", "hours", HOURS.replace(', column="gigs"', "") + "    return ()\n"),
        ("buffer", "arcs", ARCS.replace("step=True", 'step=True, column="x"') + "    return ()\n"),
    ],
)
def test_shape_of_a_figure_has_to_stay(calculator: str, figure: str, source: str) -> None:
    assert problem(calculator, figure, source) == SHAPE


def test_each_changed_row_is_listed_with_its_number() -> None:
    streams = [{"name": "A", "amount": "300"}, {"name": "B", "amount": "100"}]
    rows = figures("income-mix", "share", f"{SHARE}    return 0.5\n", streams=streams)
    assert rows == [
        Compared("share", "Share, 1", "75%", "50%", "−25%"),
        Compared("share", "Share, 2", "25%", "50%", "+25%"),
    ]
    same = figures("income-mix", "share", f"{SHARE}    return amount / total\n", streams=streams)
    assert [(row.after, row.difference) for row in same] == [("75%", ""), ("25%", "")]


def test_forty_changed_rows_are_listed() -> None:
    """Thirty shares, and ten of the thirty rows of another figure."""
    streams = [{"name": f"No. {number}", "amount": "100"} for number in range(30)]
    source = f"{WITHOUT}    return 1.0\n"
    result = changed("income-mix", "without", source, streams=streams, spending="100,000")
    assert not isinstance(result, Problem)
    assert sum(each.name in {"without", "short", "lasts"} for each in result) == 40


def test_column_has_a_value_for_each_row() -> None:
    assert problem("gig-mix", "hours", f"{HOURS}    return (1.0,)\n") == "hours has to return a value for each of the 3 rows."
    assert problem("gig-mix", "hours", f"{HOURS}    return ('a', 'b', 'c')\n") == "hours has to return a number, and it returned a text."
    assert problem("gig-mix", "hours", f"{HOURS}    return 5.0\n") == "hours has to return a list, and it returned a number."
    assert [row.after for row in figures("gig-mix", "hours", f"{HOURS}    return [1.0, 2.0, 3.0]\n")] == [
        "1 hours a week",
        "2 hours a week",
        "3 hours a week",
    ]


def test_six_items_of_a_list_are_written() -> None:
    past = "1 2 3 4 5 6 7"
    (whole,) = figures("buffer", "months", f"{MONTHS}    return past[:6]\n", past=past)
    assert whole.before == "7 values: $1, $2, $3, $4, $5, $6 …"
    assert whole.after == "6 values: $1, $2, $3, $4, $5, $6"
    (empty,) = figures("buffer", "arcs", f"{ARCS}    return (0.0,)\n", past=past)
    assert empty.after == "1 values: 0%"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("    return float('nan')\n", "total returned a result that is no number, such as infinity minus infinity."),
        ("    return float('-inf')\n", "total returned infinity, and no calculator can go on with that."),
        ("    return [1.0]\n", "total has to return a number, and it returned a list."),
        ("    return {}\n", "total has to return a number, and it returned a dictionary."),
        ("    return streams[0]\n", "total has to return a number, and it returned a Stream."),
        ("    return {}['a']\n", "There is no entry 'a' in this table."),
        ("    return streams.amount\n", "A value has no such part: 'tuple' object has no attribute 'amount'."),
        ("    raise MemoryError\n", "This needs more memory than there is."),
        ("    raise ValueError('No. ' * 100)\n", "Python stopped with ValueError: " + "No. " * 50 + "."),
        ("    raise ValueError\n", "Python stopped with ValueError."),
    ],
)
def test_result_that_cannot_be_used_is_explained(body: str, message: str) -> None:
    assert problem("income-mix", "total", TOTAL + body) == message


def test_failure_of_another_figure_is_said_to_be_one() -> None:
    """A list of months without any is no number to divide by."""
    result = changed("buffer", "months", f"{MONTHS}    return ()\n")
    assert isinstance(result, Problem)
    assert result.line == 0
    assert result.message.startswith("Another figure cannot go on with what this one returns. ")


def test_missing_value_may_take_the_place_of_a_number() -> None:
    (share, *_) = figures("income-mix", "share", f"{SHARE}    return None\n")
    assert (share.after, share.difference) == ("—", "")


def test_wrong_result_is_at_the_last_line_of_the_function() -> None:
    result = changed("income-mix", "total", f"{TOTAL}    if streams:\n        return 'a'\n    return 5.0\n")
    assert isinstance(result, Problem)
    assert result.line == 6


def test_headline_comes_first_even_if_it_stays() -> None:
    named = find("income-mix")
    assert named is not None
    result = compare(named, replace(named.inputs(), savings=5.0), DAY, "total", f"{TOTAL}    return sum(s.amount for s in streams)\n")
    assert not isinstance(result, Problem)
    assert [each.name for each in result] == [named.headline.name, *(["total"] if named.headline.name != "total" else [])]
