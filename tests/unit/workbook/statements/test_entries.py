"""Whole statements in the shape of real ones, with invented numbers: what their columns are, and the entries in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from calculators.workbook.statements.column_map import ColumnMap, column_map, read_file, write_file
from calculators.workbook.statements.columns import columns_of, guess
from calculators.workbook.statements.entries import Entry, LeftOut, read_entries, settle, use_of
from calculators.workbook.statements.problems import StatementProblem
from calculators.workbook.statements.table import read_table

GERMAN_BANK = (
    "Kontonummer:;DE00 0000;;;;\nVon:;01.01.2026;;;;\n\n"
    "Buchungstag;Valutadatum;Auftraggeber;Betrag;Währung;Saldo\n"
    "13.01.2026;13.01.2026;Fahrdienst BV 77120;1.234,56;EUR;2.000,00\n"
    "15.01.2026;15.01.2026;Laden 44;-12,30;EUR;1.987,70\n"
    "Summe;;;1.222,26;;\n"
)
PLATFORM = (
    "Date,Trip type,Gross fare,Service fee,Tips,Net earnings,Online hours,Active time (min),Total miles\n"
    "1/3/2026,Ride,$20.00,($5.00),2.00,17.00,1.5,45,12\n"
    "1/14/2026,Delivery,(3.00),,,,2:30,60,10.2\n"
    "1/15/2026,Ride,oops,1,,,,,\n"
    ",,,,,,,,\n"
    "Date,Trip type,Gross fare,Service fee,Tips,Net earnings,Online hours,Active time (min),Total miles\n"
    "1/16/2026,Ride,,,,,,,\n"
    "1/17/2026,Ride,5,,,,,,,,,7\n"
    "sometime,Ride,5,,,,,,\n"
    "Total for January,,17.00,,,,,,\n"
)
US_BANK = (
    "Posting Date,Description,Debit,Credit,Balance\n"
    "2026-01-02,Coffee 123,3.50,,100\n"
    "2026-01-03,PAYROLL ACME,,1000.00,1096.50\n"
    "2026-01-31,Closing balance,,,1096.50\n"
)
MILEAGE_APP = "START_DATE*,END_DATE*,CATEGORY*,MILES*,PURPOSE*\n01/21/2026 21:11,01/21/2026 21:17,Business,5.1,Errand\n"


def entries_of(text: str, **roles: str) -> tuple[list[Entry], list[LeftOut]]:
    table = read_table(text)
    chosen = ColumnMap({**guess(columns_of(table)), **roles})
    settled, questions = settle(table, chosen)
    assert questions.orders == questions.decimals == ()
    return read_entries(table, settled)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (GERMAN_BANK, {"date": "Buchungstag", "money": "Betrag", "use": "Auftraggeber"}),
        (
            PLATFORM,
            {"date": "Date", "use": "Trip type", "money": "Gross fare", "fee": "Service fee", "tips": "Tips"}
            | {"hours": "Online hours", "paid_hours": "Active time (min)", "miles": "Total miles"},
        ),
        (US_BANK, {"date": "Posting Date", "use": "Description", "out": "Debit", "money": "Credit"}),
        (MILEAGE_APP, {"date": "START_DATE*", "miles": "MILES*", "use": "PURPOSE*"}),
        ("02/01/2026,Shop,-5.00\n03/01/2026,Pay,500.00\n", {"date": "Column 1", "use": "Column 2", "money": "Column 3"}),
        ("Where,Note\nhere,there\n", {"use": "Note"}),
    ],
)
def test_columns_are_guessed(text: str, roles: Mapping[str, str]) -> None:
    assert guess(columns_of(read_table(text))) == roles


def test_decimal_commas_and_the_total_of_a_bank_statement() -> None:
    entries, left_out = entries_of(GERMAN_BANK)
    assert entries == [
        Entry(date(2026, 1, 13), "Fahrdienst BV", money=1234.56),
        Entry(date(2026, 1, 15), "Laden", out=12.3),
    ]
    assert [(row.line, row.reason) for row in left_out] == [(7, "total")]


def test_earnings_statement_with_rows_that_are_left_out() -> None:
    entries, left_out = entries_of(PLATFORM)
    assert entries == [
        Entry(date(2026, 1, 3), "Ride", money=20, tips=2, fee=5, hours=1.5, paid_hours=0.75, miles=12),
        Entry(date(2026, 1, 14), "Delivery", out=3, hours=2.5, paid_hours=1, miles=10.2),
    ]
    reasons = [(row.line, row.reason) for row in left_out]
    assert reasons == [(4, "not-a-number"), (6, "header"), (7, "no-amount"), (8, "too-many-cells"), (9, "no-date"), (10, "total")]


def test_debits_and_credits_in_columns_of_their_own() -> None:
    entries, left_out = entries_of(US_BANK)
    assert [(entry.use, entry.money, entry.out) for entry in entries] == [("Coffee", None, 3.5), ("PAYROLL ACME", 1000, None)]
    assert [row.reason for row in left_out] == ["total"]


def test_choice_of_the_reader_replaces_the_guess() -> None:
    entries, _ = entries_of(PLATFORM, money="Net earnings")
    assert entries[0].money == 17


def test_questions_stay_open_until_they_are_answered() -> None:
    table = read_table('Date,Pay\n03/04/2026,"1,234"\n05/06/2026,"2,500"\n')
    chosen = ColumnMap({"date": "Date", "money": "Pay"})
    settled, questions = settle(table, chosen)
    assert (settled.order, settled.decimal) == ("", "")
    assert (questions.orders, questions.decimals) == (("dmy", "mdy"), (".", ","))
    settled, _ = settle(table, ColumnMap(chosen.roles, "mdy", ","))
    assert read_entries(table, settled)[0][0] == Entry(date(2026, 3, 4), money=1.234)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("UBER   *TRIP 8842-AB12", "UBER"),
        ("Deliveries", "Deliveries"),
        ("Payment 2026-01-03 ref 0045, Smith", "Payment ref, Smith"),
        ("1234567", "1234567"),
        ("=HYPERLINK(1)", "=HYPERLINK( )"),
        ("x" * 90, "x" * 40),
    ],
)
def test_codes_are_removed_from_a_description(text: str, use: str) -> None:
    assert use_of(text) == use


def test_map_of_columns_reads_back_from_its_file() -> None:
    table = read_table(PLATFORM)
    settled, _ = settle(table, ColumnMap(guess(columns_of(table))))
    assert read_file(write_file(settled)) == settled
    assert column_map(settled.as_json()) == settled


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"app": "another"}, "not-a-map"),
        ({"columns": 2}, "newer"),
        ({"roles": {"date": "A", "money": "A"}}, "not-a-map"),
        ({"roles": {"no-such-role": "A"}}, "not-a-map"),
        ({"roles": {"date": ["A"]}}, "not-a-map"),
        ({"order": "dym"}, "not-a-map"),
        ({"order": []}, "not-a-map"),
        ({"names": [1]}, "not-a-map"),
    ],
)
def test_file_that_is_no_map_is_refused(change: dict[str, Any], code: str) -> None:
    text = json.dumps({"app": "ultimate-gig", "columns": 1, "names": ["A"], "roles": {"date": "A"}, **change})
    with pytest.raises(StatementProblem) as refused:
        read_file(text)
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 10_000, "x" * 30_000])
def test_other_text_is_no_map(text: str) -> None:
    with pytest.raises(StatementProblem, match="doesn’t say what the columns"):
        read_file(text)
