"""The requests of the page “Your records”: what a statement would change, and the log."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from typing import Any

import pytest

from calculators.workbook import document
from calculators.workbook.records.answers import NO_DATE_COLUMN, NO_ENTRIES, NO_NUMBER_COLUMN
from calculators.workbook.records.log import FULL, MOST_ENTRIES, NOTHING_DONE
from calculators.workbook.records.used import MOST_USES, REST
from tests.unit.workbook.records.answered import book, keep, read

CSV = "Date;Payer;Pay\n" + "".join(
    f"0{day}.{month:02}.2026;Rides {month}{day};1.{month:03},50\n" for month in range(1, 8) for day in (2, 9)
)
HOSTILE = "<img src=x onerror=alert()>"
ENTRY = {"day": "2026-11-03", "use": "Rides", "hours": "3:30", "miles": "24", "money": "61.50"}


def inputs(answer: dict[str, Any], calculator: str) -> Any:
    return next(target["inputs"] for target in answer["targets"] if target["calculator"] == calculator)


def test_ambiguous_dates_are_asked_about_before_anything_is_made() -> None:
    first = read(text=CSV)
    assert first["questions"] == [
        {
            "name": "order",
            "text": "02.01.2026",
            "options": [{"value": "dmy", "label": "January 2, 2026"}, {"value": "mdy", "label": "February 1, 2026"}],
            "chosen": "",
        }
    ]
    assert "targets" not in first
    answered = read(text=CSV, columns={**first["map"], "order": "dmy"})
    assert inputs(answered, "buffer") == {"past": "2003; 2005; 2007; 2009; 2011; 2013; 2015"}
    assert answered["months"][0]["note"] == "2 entries, from day 2 to day 9"
    assert answered["preview"]["rows"][0] == ["January 2, 2026", "Rides", "$1,001.50"]


def test_answer_is_remembered_for_the_next_statement_of_its_kind() -> None:
    first = read(text=CSV)
    kept = read(text=CSV, columns={**first["map"], "order": "dmy"})["records"]
    later = read(book(records=kept), text=CSV.replace("2026", "2025"))
    assert later["questions"][0]["chosen"] == "dmy"
    assert later["months"][0]["key"] == "2025-01"


def test_file_with_columns_must_fit_the_statement() -> None:
    file = read(text=CSV)["file"]
    assert read(text=CSV, columns_file=file)["map"]["roles"] == {"date": "Date", "use": "Payer", "money": "Pay"}
    assert read(text="Day,Pay\n2026-01-31,5\n", columns_file=file)["problem"]["code"] == "other-columns"


def test_decimal_sign_is_asked_about_with_both_meanings() -> None:
    first = read(text='Date,Pay\n2026-01-31,"1,234"\n2026-02-28,"2,500"\n')["questions"]
    assert first[0]["options"] == [{"value": ".", "label": "1,234"}, {"value": ",", "label": "1.234"}]


def test_uses_and_months_can_be_left_out() -> None:
    text = "Date,For,Pay\n" + "".join(
        f"2026-{month:02}-15,Rides,100\n2026-{month:02}-20,Gift,50\n2026-{month:02}-21,Rent,-900\n" for month in (8, 9, 10, 11)
    )
    whole = read(text=text)
    assert [use["label"] for use in whole["uses"]] == ["Rides", "Gift"]
    assert [(month["label"], month["counts"]) for month in whole["months"]][-2:] == [("October 2026", True), ("November 2026", False)]
    assert inputs(whole, "buffer") == {"past": "150; 150; 150"}
    fewer = read(text=text, leave_out={"uses": ["gift"], "months": []})
    assert inputs(fewer, "buffer") == {"past": "100; 100; 100; 100"}
    assert [use["counts"] for use in fewer["uses"]] == [True, False]


def test_many_uses_are_joined_in_one_line() -> None:
    names = [f"{first}{second}" for first in "abcdefgh" for second in "abcdefghij"]
    text = "Date,For,Pay\n" + "".join(f"2026-01-31,Use {name},5\n" for name in names)
    answer = read(text=text)
    assert len(answer["uses"]) == MOST_USES + 1
    assert answer["uses"][-1]["label"] == REST
    left = read(text=text, leave_out={"uses": [REST]})
    assert left["preview"]["count"] == len(names)
    assert left["months"][0]["texts"] == [f"${5 * MOST_USES}"]


def test_before_and_after_are_in_the_words_of_the_form() -> None:
    kept = book(calculators={"buffer": {"inputs": {"past": "1; 2; 3", "have": "500"}}})
    answer = read(kept, text="Date,Pay\n2026-01-31,5\n2026-02-28,6\n2026-03-31,7\n")
    assert inputs(answer, "buffer") == {"past": "5; 6; 7", "have": "500"}
    sections = answer["targets"][0]["sections"]
    assert [(change["old"], change["new"]) for change in sections[0]["changes"]] == [("1; 2; 3", "5; 6; 7")]


@pytest.mark.parametrize(
    ("text", "columns", "missing"),
    [
        ("Where,Pay\nhere,5\nthere,6\n", None, NO_DATE_COLUMN),
        ("Date,Where\n2026-01-31,here\n", None, NO_NUMBER_COLUMN),
        ("Date,Pay\n2026-01-31,x\n2026-02-28,y\n", {"roles": {"date": "Date", "money": "Pay"}}, NO_ENTRIES),
    ],
)
def test_what_is_missing_is_said(text: str, columns: Any, missing: str) -> None:
    answer = read(text=text, columns=columns)
    assert answer["missing"] == missing
    assert "targets" not in answer


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"content": base64.b64encode(b"PK\x03\x04 workbook").decode()}, "spreadsheet"),
        ({"content": base64.b64encode(bytes(range(256)) * 9).decode()}, "binary"),
        ({"content": "A" * 7_000_000}, "too-big"),
        ({"content": "not base64 !"}, "damaged"),
        ({"text": "one cell"}, "no-table"),
        ({"text": "Date,Pay\n2026-01-31,5\n", "columns_file": "{}"}, "not-a-map"),
        ({}, "no-table"),
    ],
)
def test_bad_file_is_refused_with_a_sentence(request_: dict[str, Any], code: str) -> None:
    problem = read(**request_)["problem"]
    assert problem["code"] == code
    assert problem["message"].endswith(".")


def test_script_in_a_name_stays_text() -> None:
    answer = read(text=f"Date,For,Pay\n2026-01-31,{HOSTILE},5\n")
    assert answer["uses"][0]["label"] == HOSTILE
    assert inputs(answer, "income-mix")["streams"][0]["name"] == HOSTILE


def test_entry_of_the_log_is_kept_and_feeds_net_hourly_pay() -> None:
    answer = keep(entry=ENTRY)
    assert answer["records"] == {"log": [{"day": "2026-11-03", "use": "Rides", "hours": 3.5, "miles": 24.0, "money": 61.5}]}
    assert answer["entries"][0]["texts"] == ["November 3, 2026", "Rides", "3.5", "24", "$61.50"]
    assert inputs(answer, "net-hourly")["paid_hours"] == "3.5"
    assert inputs(answer, "net-hourly")["gross"]["typical"] == "61.5"


def test_log_is_sorted_changed_and_shortened() -> None:
    log = keep(entry=ENTRY)["records"]
    log = keep(book(records=log), entry={**ENTRY, "day": "2026-11-01"})["records"]
    assert [entry["day"] for entry in log["log"]] == ["2026-11-01", "2026-11-03"]
    log = keep(book(records=log), place=0, entry={**ENTRY, "day": "2026-11-05"})["records"]
    assert [entry["day"] for entry in log["log"]] == ["2026-11-03", "2026-11-05"]
    assert keep(book(records=log), place=1)["records"]["log"][0]["day"] == "2026-11-03"


def test_log_is_written_in_the_notation_of_the_reader() -> None:
    kept = book(numbers="1.234.567,89", about={"country": "euro"})
    answer = keep(kept, entry={**ENTRY, "money": "1.061,5"})
    assert answer["records"]["log"][0]["money"] == 1061.5
    assert answer["entries"][0]["typed"]["money"] == "1.061,5"


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"day": ""}, "day", "Say which day it was."),
        ({"day": "2026-11-30"}, "day", "That day is still to come, and the log is for what has happened. Choose today or an earlier day."),
        ({"day": "soon"}, "day", None),
        ({"hours": "25"}, "hours", None),
        ({"money": "a lot"}, "money", None),
        ({"hours": "", "miles": " ", "money": "0"}, "hours", NOTHING_DONE),
        ({"use": "x" * 99}, "use", None),
    ],
)
def test_entry_with_an_error_is_not_kept(change: dict[str, str], field: str, message: str | None) -> None:
    answer = keep(entry={**ENTRY, **change})
    assert [error["field"] for error in answer["errors"]] == [field]
    assert message in {None, answer["errors"][0]["message"]}
    assert "records" not in answer


def test_full_log_takes_no_more() -> None:
    entry = {"day": "2026-11-03", "use": "", "hours": 1.0, "miles": 0.0, "money": 0.0}
    answer = keep(book(records={"log": [entry] * MOST_ENTRIES}), entry=ENTRY)
    assert answer["errors"] == [{"field": "day", "code": "full", "message": FULL}]


def test_plan_stands_beside_what_happened() -> None:
    pair = {"gig": "tutoring", "price": "30", "capacity": "20"}
    kept = book(calculators={"leverage-income": {"inputs": {"pairs": [pair]}}}, records=keep(entry=ENTRY)["records"])
    rows = {row["label"]: row for row in keep(kept)["planned"]}
    assert rows["Money per hour"]["happened"] == "$17.57"
    assert rows["Hours per week"]["happened"] == "3.5"


def test_month_that_is_not_over_is_not_averaged_with_whole_ones() -> None:
    def happened(*entries: tuple[str, float]) -> str:
        log = [{"day": made_on, "use": "", "hours": 1.0, "miles": 0.0, "money": money} for made_on, money in entries]
        rows = {row["label"]: row for row in keep(book(records={"log": log}))["planned"]}
        return str(rows["Money per month"]["happened"])

    assert happened(("2026-09-03", 200.0), ("2026-10-03", 400.0), ("2026-11-03", 30.0)) == "$300"
    assert happened(("2026-11-03", 30.0)) == "$30"


def test_records_are_validated_when_a_workbook_is_read() -> None:
    good = {"day": "2026-11-03", "use": "Rides", "hours": 3.5, "miles": 24.0, "money": 61.5}
    bad = [{"day": "never"}, 7, {"day": ""}, {**good, "hours": 99}, {"money": [1]}]
    columns = {"names": ["A"], "roles": {"date": "A"}, "order": "", "decimal": ""}
    kept, _ = document.read(json.dumps(book(records={"log": [*bad, good], "columns": [columns, {"roles": 5}], "more": 1})))
    assert kept["records"] == {"columns": [columns], "log": [good]}
    for other in (5, [], {"log": {}}, {"columns": "x"}):
        assert "records" not in document.read(json.dumps(book(records=other)))[0]


def test_first_start_does_not_import_the_reading_of_statements() -> None:
    late = "[name for name in sys.modules if '.statements' in name or '.records' in name]"
    code = f"import sys; from calculators import bridge; bridge.open_workbook('{{}}'); print({late})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
