"""The limits of records: how much is shown, kept and read."""

import base64
from typing import Any

import pytest

from calculators.workbook.records.kept import maps_of, with_map
from calculators.workbook.records.log import log_of
from calculators.workbook.statements.column_map import ColumnMap, column_map
from calculators.workbook.statements.decoding import decode
from tests.unit.workbook.records.answered import DAY, book, keep, read

ENTRY = {"day": "2026-11-03", "use": "Rides", "hours": "3", "miles": "24", "money": "60"}


def target(answer: dict[str, Any], calculator: str) -> dict[str, Any]:
    return next(dict(each) for each in answer["targets"] if each["calculator"] == calculator)


def statement(head: str, *rows: str) -> str:
    return "\n".join([head, *rows]) + "\n"


def test_eight_entries_are_shown_of_all_that_count() -> None:
    answer = read(text=statement("Date,For,Pay", *[f"2026-10-{day:02},Rides,5" for day in range(1, 10)]))
    assert (len(answer["preview"]["rows"]), answer["preview"]["count"]) == (8, 9)


def test_five_lines_are_named_of_those_left_out() -> None:
    rows = [*["soon,Rides,5"] * 6, *["2026-10-01,Rides,5"] * 20]
    (left,) = read(text=statement("Date,For,Pay", *rows))["left_out"]
    assert (left["count"], left["lines"], left["text"]) == (6, [2, 3, 4, 5, 6], "soon; Rides; 5")


def test_sixty_uses_are_listed_and_the_rest_is_one_line() -> None:
    def uses(count: int) -> list[str]:
        names = [f"{first}{second}" for first in "abcdefgh" for second in "abcdefghij"][:count]
        answer = read(text=statement("Date,For,Pay", *[f"2026-10-01,Use {name},5" for name in names]))
        return [use["label"] for use in answer["uses"]]

    assert len(uses(60)) == 60
    assert len(uses(61)) == 61
    assert len(uses(62)) == 61
    assert uses(62)[-1] == "Everything else"


def test_log_has_room_for_a_thousand_entries() -> None:
    entry = {"day": "2026-11-03", "use": "", "hours": 1.0, "miles": 0.0, "money": 0.0}
    assert len(keep(book(records={"log": [entry] * 999}), entry=ENTRY)["records"]["log"]) == 1_000
    (full,) = keep(book(records={"log": [entry] * 1_000}), entry=ENTRY)["errors"]
    assert (full["code"], "1,000 entries" in full["message"]) == ("full", True)
    assert len(log_of([entry] * 1_001)) == 1_000
    # an entry in the place of another needs no room
    assert keep(book(records={"log": [entry] * 1_000}), place=0, entry=ENTRY)["errors"] == []


@pytest.mark.parametrize("place", [-1, 1, "0", None])
def test_place_that_the_log_does_not_have_removes_nothing(place: object) -> None:
    kept = book(records={"log": [{"day": "2026-11-03", "use": "", "hours": 1.0, "miles": 0.0, "money": 0.0}]})
    assert len(keep(kept, place=place)["records"]["log"]) == 1
    assert "log" not in keep(kept, place=0)["records"] or keep(kept, place=0)["records"]["log"] == []


@pytest.mark.parametrize(
    ("name", "most", "more"), [("hours", "24", "24.01"), ("miles", "10,000", "10,001"), ("money", "10,000,000", "10,000,001")]
)
def test_entry_of_a_day_has_bounds(name: str, most: str, more: str) -> None:
    assert keep(entry={**ENTRY, name: most})["errors"] == []
    assert [error["field"] for error in keep(entry={**ENTRY, name: more})["errors"]] == [name]


def test_entry_of_today_is_kept_and_one_number_is_enough() -> None:
    assert keep(entry={**ENTRY, "day": DAY})["errors"] == []
    for name in ("hours", "miles", "money"):
        alone = {**ENTRY, "hours": "", "miles": "", "money": "", name: "1"}
        (shown,) = keep(entry=alone)["entries"]
        assert [text for text in shown["typed"].values() if text] == ["2026-11-03", "Rides", "1"]
        assert sum(bool(text) for text in shown["texts"][2:]) == 1


def a_map(number: int) -> dict[str, Any]:
    return {"names": [f"Day {number}", "Pay"], "roles": {"date": f"Day {number}", "money": "Pay"}, "order": "", "decimal": ""}


def test_columns_of_twenty_kinds_of_statement_are_kept() -> None:
    raw = [a_map(number) for number in range(21)]
    kept = book(records={"columns": raw})
    assert len(maps_of(kept)) == 20
    added = column_map(a_map(30))
    assert isinstance(added, ColumnMap)
    columns: Any = with_map(kept, added)["columns"]
    assert [column["names"][0] for column in columns] == ["Day 30", *[f"Day {number}" for number in range(19)]]
    again: Any = with_map(kept, maps_of(kept)[5])["columns"]
    assert [column["names"][0] for column in again] == ["Day 5", *[f"Day {number}" for number in range(20) if number != 5]]


@pytest.mark.parametrize(("months", "problem"), [(2, True), (3, False)])
def test_buffer_takes_three_months(months: int, problem: bool) -> None:
    rows = [f"2026-0{month}-15,Rides,100" for month in range(1, months + 1)]
    assert bool(target(read(text=statement("Date,For,Pay", *rows)), "buffer")["problem"]) == problem


def test_buffer_takes_the_last_120_months() -> None:
    rows = [f"{2010 + month // 12}-{month % 12 + 1:02}-15,Rides,{month}" for month in range(122)]
    past = target(read(text=statement("Date,For,Pay", *rows)), "buffer")["inputs"]["past"].split("; ")
    assert (len(past), past[0], past[-1]) == (120, "2", "121")


def test_income_mix_takes_thirty_sources() -> None:
    def problem(count: int) -> str:
        names = [f"{first}{second}" for first in "abcd" for second in "abcdefghij"][:count]
        return str(target(read(text=statement("Date,For,Pay", *[f"2026-10-01,Use {n},5" for n in names])), "income-mix")["problem"])

    assert problem(30) == ""
    assert "more than 30 sources" in problem(31)


def test_week_has_168_hours_and_a_fee_is_at_most_95_percent() -> None:
    monday = "2026-11-02"
    hours = target(read(text=statement("Date,For,Hours,Pay", f"{monday},Rides,168,5")), "net-hourly")
    assert hours["inputs"]["paid_hours"] == "168"
    assert "168 hours" in target(read(text=statement("Date,For,Hours,Pay", f"{monday},Rides,168.1,5")), "net-hourly")["problem"]
    fee = target(read(text=statement("Date,For,Hours,Pay,Fee", f"{monday},Rides,1,100,99")), "net-hourly")
    assert fee["inputs"]["fee"] == "95"


@pytest.mark.parametrize(
    ("use", "kind"),
    [
        ("ACME payroll", "job"),
        ("Gehalt", "job"),
        ("State pension", "support"),
        ("Universal Credit", "support"),
        ("Rent, back room", "assets"),
        ("Current account", "gig"),
        ("Dividends", "assets"),
        ("Rides", "gig"),
    ],
)
def test_source_is_of_the_kind_that_its_name_says(use: str, kind: str) -> None:
    rows = target(read(text=statement("Date;For;Pay", f"2026-10-01;{use};5")), "income-mix")["inputs"]["streams"]
    assert [row["kind"] for row in rows if row["name"] == use] == [kind]


def test_file_has_at_most_five_megabytes() -> None:
    """In base64, three bytes are four characters."""
    content = b"Date,For,Pay\n2026-10-01,Rides,5\n"
    assert read(content=base64.b64encode(content).decode())["preview"]["count"] == 1
    assert len(decode(b"x" * 5_000_000)) == 5_000_000
    for characters in (6_666_668, 6_666_680):  # of 5,000,001 bytes, and of more
        refused = read(content=base64.b64encode(b"x" * 5_000_001).decode() if characters == 6_666_668 else "A" * characters)
        assert refused["problem"]["code"] == "too-big"
        assert "is 5.0 MB, and the limit is 5 MB." in refused["problem"]["message"]
