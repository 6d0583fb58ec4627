"""Entries added up, and the inputs that they become."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import buffer, income_mix, net_hourly
from calculators.engine.notation import NOTATIONS, in_notation
from calculators.workbook.records.targets import FEW_MONTHS, NO_MONEY, NO_WORK, TOO_LONG, TOO_MANY_ROWS, targets
from calculators.workbook.records.totals import by_month, by_use, by_week
from calculators.workbook.statements.entries import Entry

ENTRIES = st.lists(
    st.builds(
        Entry,
        day=st.dates(date(2025, 1, 1), date(2026, 12, 31)),
        use=st.sampled_from(["", "Rides", "rides", "Lessons"]),
        money=st.none() | st.integers(0, 50_000).map(lambda cents: cents / 100),
        out=st.none() | st.integers(1, 50_000).map(lambda cents: cents / 100),
        hours=st.none() | st.integers(0, 40).map(lambda quarters: quarters / 4),
    ),
    min_size=1,
    max_size=30,
)


def made(entries: list[Entry], **pages: dict[str, Any]) -> dict[str, Any]:
    """The targets of entries by calculator: the inputs, or the problem."""
    kept = {name.replace("_", "-"): {"inputs": inputs} for name, inputs in pages.items()}
    return {target.calculator.id: target.problem or target.inputs for target in targets(entries, by_month(entries), kept)}


def month(number: int, money: float, **amounts: float) -> Entry:
    return Entry(date(2026, number, 10), "Rides", money=money, **amounts)


@given(ENTRIES)
def test_months_follow_each_other_and_have_all_the_money(entries: list[Entry]) -> None:
    months = by_month(entries)
    starts = [listed.start for listed in months]
    assert all((after - before).days in {28, 29, 30, 31} for before, after in pairwise(starts))
    assert sum(listed.sums.money for listed in months) == pytest.approx(sum(entry.money or 0 for entry in entries))
    assert sum(listed.entries for listed in months) == len(entries)


@given(ENTRIES, st.sampled_from(NOTATIONS))
def test_inputs_are_accepted_by_their_calculators(entries: list[Entry], notation: Any) -> None:
    """What entries become is read back by the calculators, in every notation."""
    with in_notation(notation):
        for target in targets(entries, by_month(entries), {}):
            if not target.problem:
                _, errors = target.calculator.read(target.inputs)
                assert errors == []


def test_month_without_entries_is_a_zero_in_the_buffer() -> None:
    assert made([month(1, 100), month(2, 250.5), month(4, 80)])["buffer"] == {"past": "100; 250.5; 0; 80"}


def test_fees_are_taken_off_and_spending_is_not() -> None:
    entries = [month(number, 100, fee=20, tips=5, out=70) for number in (1, 2, 3)]
    assert made(entries)["buffer"] == {"past": "85; 85; 85"}


def test_two_months_are_too_few_for_the_buffer() -> None:
    assert made([month(1, 100), month(2, 100)])["buffer"] == FEW_MONTHS


def test_week_of_net_hourly_pay_counts_all_hours_and_miles() -> None:
    monday = date(2026, 3, 2)
    weeks = [
        [Entry(monday, money=100, tips=10, fee=25, hours=10, paid_hours=6, miles=50, paid_miles=30)],
        [
            Entry(monday + timedelta(7), money=200, hours=14, miles=70, paid_hours=8, paid_miles=40),
            Entry(monday + timedelta(9), tips=20, fee=50),
        ],
        [Entry(monday + timedelta(14), money=300, fee=75, hours=12, miles=60, paid_hours=7, paid_miles=35)],
    ]
    inputs = made([entry for week in weeks for entry in week])["net-hourly"]
    assert inputs == {
        "gross": {"low": "120", "typical": "200", "high": "280"},
        "tips": "10",
        "fee": "25",
        "paid_hours": "7",
        "waiting_hours": "5",
        "travel_hours": "0",
        "admin_hours": "0",
        "paid_miles": "35",
        "empty_miles": "25",
    }


def test_monthly_statement_is_divided_into_weeks() -> None:
    entries = [month(number, 520, hours=52) for number in (1, 2, 3)]
    assert by_week(entries).average("hours") == pytest.approx(12)
    assert made(entries)["net-hourly"]["gross"] == {"low": "120", "typical": "120", "high": "120"}


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ([Entry(date(2026, 3, 2), money=100)], NO_WORK),
        ([Entry(date(2026, 3, 2), hours=100), Entry(date(2026, 3, 4), hours=69)], TOO_LONG),
    ],
)
def test_net_hourly_pay_says_why_it_gets_nothing(entries: list[Entry], problem: str) -> None:
    assert made(entries)["net-hourly"] == problem


def test_mileage_alone_leaves_the_pay_as_it_is() -> None:
    assert made([Entry(date(2026, 3, 2), miles=12)])["net-hourly"] == {"paid_miles": "12", "empty_miles": "0"}


def test_income_mix_keeps_its_other_sources() -> None:
    kept = {"streams": [{"name": "Office", "kind": "job", "amount": "2,000"}, {"name": "RIDES", "kind": "other", "amount": "9"}]}
    entries = [month(1, 100), month(2, 300), Entry(date(2026, 2, 1), "Acme payroll", money=2_000)]
    assert made(entries, income_mix=kept)["income-mix"] == {
        "streams": [
            {"name": "Office", "kind": "job", "amount": "2,000"},
            {"name": "RIDES", "kind": "other", "amount": "200"},
            {"name": "Acme payroll", "kind": "job", "amount": "1,000"},
        ]
    }


def test_income_mix_says_why_it_gets_nothing() -> None:
    many = [Entry(date(2026, 3, 2), f"Use {letter}{other}", money=1) for letter in "abcdef" for other in "abcdef"]
    assert made(many)["income-mix"] == TOO_MANY_ROWS.format(most=30)
    assert made([Entry(date(2026, 3, 2), out=5)])["income-mix"] == NO_MONEY


def test_uses_are_joined_however_they_are_capitalized() -> None:
    entries = [month(1, 5), Entry(date(2026, 1, 2), "RIDES", money=2), Entry(date(2026, 1, 2), "Lessons", money=9)]
    assert [(use, len(listed)) for use, listed in by_use(entries)] == [("Lessons", 1), ("Rides", 2)]


def test_targets_are_the_calculators_they_name() -> None:
    assert list(made([month(1, 5)])) == [calculator.CALCULATOR.id for calculator in (buffer, net_hourly, income_mix)]
