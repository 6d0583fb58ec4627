"""Dates, amounts and hours in the cells of a statement."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.workbook.statements.amounts import fitting_decimals, is_blank, read_amount, read_hours
from calculators.workbook.statements.dates import ORDERS, fitting_orders, read_date

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
NOVEMBER_5 = date(2026, 11, 5)


@given(DAYS, st.sampled_from(ORDERS), st.sampled_from("-/."), st.booleans())
def test_written_date_reads_back_in_its_order(day: date, order: str, sign: str, is_padded: bool) -> None:
    parts = {"y": str(day.year), "m": str(day.month), "d": str(day.day)}
    padded = {name: part.zfill(2) if is_padded else part for name, part in parts.items()}
    text = sign.join(padded[part] for part in order)
    assert read_date(text, order) == day
    fitting = fitting_orders([text])
    assert order in fitting or read_date(text, fitting[0]) in {day, date(day.year, day.day, day.month) if day.day <= 12 else day}


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-05T10:22:33.123Z",
        "2026-11-05 10:22:33+01:00",
        "2026-11-05",
        "20261105",
        "20261105102233",
        "5 Nov 2026",
        "05-Nov-26",
        "Nov 5, 2026",
        "November 5th, 2026",
        "Thu, Nov 5, 2026",
        "5. November 2026",
        "5 novembre 2026",
        "Thursday 5 November 2026",
    ],
)
def test_date_that_says_its_order_needs_no_question(text: str) -> None:
    assert fitting_orders([text]) == ("ymd",)
    assert read_date(text, "ymd") == NOVEMBER_5


@pytest.mark.parametrize(
    ("texts", "orders"),
    [
        (["03/04/2026", "05/06/2026"], ("dmy", "mdy")),
        (["03/04/2026", "25/06/2026"], ("dmy",)),
        (["3/4/26", "12/31/26", "Total"], ("mdy",)),
        (["03/04/26", "05/06/26"], ("dmy", "mdy")),
        (["13/04/26", "14/05/26"], ("dmy",)),
        (["05/05/2026"], ("dmy",)),
        (["2026/03/04", "2026/05/06"], ("ymd",)),
        (["2026-13-04", "2026-05-06"], ("ydm",)),
        (["26-01-31", "26-02-15"], ("ymd",)),
        (["26-01-31"], ("ymd", "dmy")),
        (["31.12.2026", "garbage", "31.02.2026"], ("dmy",)),
        (["", "no date"], ()),
    ],
)
def test_order_is_asked_about_only_where_two_fit(texts: list[str], orders: tuple[str, ...]) -> None:
    assert fitting_orders(texts) == orders


@pytest.mark.parametrize("text", ["Nov 5", "2026", "13/13/2026", "0/1/2026", "1/1/1826", "=TODAY()", "12.50", "1.2.3.4"])
def test_text_that_is_no_date_is_none(text: str) -> None:
    assert [read_date(text, order) for order in ORDERS] == [None] * 4


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1234.5", 1234.5, None),
        ("$1,234.50", 1234.5, None),
        ("1.234,56 €", None, 1234.56),
        ("1 234,56", None, 1234.56),
        ("1\u202f234,56", None, 1234.56),
        ("1'234.50", 1234.5, None),
        ("12,34,567.00", 1234567.0, None),
        ("(12.00)", -12.0, None),
        ("($1,200.00)", -1200.0, None),
        ("12.00-", -12.0, None),
        ("−12,50", None, -12.5),
        ("-$5.00", -5.0, None),
        ("$-5.00", -5.0, None),
        ("€ -5,00", None, -5.0),
        ("5.00 DR", -5.0, None),
        ("5.00 CR", 5.0, None),
        ("5,00 S", None, -5.0),
        ("+3", 3.0, 3.0),
        ("1,234", 1234.0, 1.234),
        ("1.234", 1.234, 1234.0),
        ('="12.50"', 12.5, None),
        ("USD 12.50", 12.5, None),
        ("１２.50", 12.5, None),
        ("=SUM(A1:A9)", None, None),
        ("12 apples", None, None),
        ("1.2.3", None, None),
        ("<b>5</b>", None, None),
        ("99999999999999", None, None),
        (".", None, None),
    ],
)
def test_amount_is_read_with_each_decimal_sign(text: str, point: float | None, comma: float | None) -> None:
    assert (read_amount(text, "."), read_amount(text, ",")) == (point, comma)


@given(
    st.integers(-(10**9), 10**9), st.sampled_from([".", ","]), st.sampled_from(["", "group", " "]), st.sampled_from(["-", "()", "after"])
)
def test_written_amount_reads_back(cents: int, decimal: str, grouping: str, minus: str) -> None:
    text = f"{abs(cents) / 100:,.2f}"
    group = {"": "", "group": "," if decimal == "." else ".", " ": " "}[grouping]
    text = text.replace(",", "\0").replace(".", decimal).replace("\0", group)
    signed = {"-": f"-{text}", "()": f"({text})", "after": f"{text}-"}[minus] if cents < 0 else text
    assert read_amount(signed, decimal) == cents / 100


@pytest.mark.parametrize(
    ("texts", "signs"),
    [
        (["1,234", "12.50"], (".",)),
        (["1.234", "12,50"], (",",)),
        (["12", "15"], (".",)),
        (["1,234", "2,500"], (".", ",")),
        (["1.500"], (".", ",")),
        (["1,234", "7"], (".", ",")),
        ([], (".",)),
    ],
)
def test_decimal_sign_is_asked_about_only_where_two_fit(texts: list[str], signs: tuple[str, ...]) -> None:
    assert fitting_decimals(texts) == signs


@pytest.mark.parametrize("text", ["", " ", "-", "–", "--", "n/a", "N/A", "null"])
def test_cell_without_a_number_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("7.5", 7.5), ("7:30", 7.5), ("07:30:00", 7.5), ("7 h 30 min", 7.5), ("1h20m", 4 / 3), ("45 min", 0.75), ("2 hrs", 2), ("x", None)],
)
def test_hours_are_read_in_several_forms(text: str, hours: float | None) -> None:
    assert read_hours(text, ".") == (pytest.approx(hours) if hours else None)


def test_plain_number_of_minutes_becomes_hours() -> None:
    assert read_hours("90", ".", 1 / 60) == pytest.approx(1.5)
