"""Children's ages, and the counts of earlier editions."""

import json
from datetime import date

import pytest

from calculators import bridge
from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.children import ages_of, from_counts


@pytest.mark.parametrize(
    ("older", "ages"),
    [
        ({"children": "2"}, "16 16"),
        ({"children": 3, "children_under_12": 2, "children_under_6": 1, "older_children": 1}, "5 11 16 18"),
        ({"children": 1, "children_under_12": 4, "children_under_6": 4}, "5"),
        ({"older_children": "2"}, "18 18"),
        ({"children": 0}, ""),
        ({"children": "two"}, "two"),
        ({"children": ""}, "0 children"),
        ({"children": 3, "child_ages": "4"}, "4"),
    ],
)
def test_counts_become_ages(older: dict[str, object], ages: str) -> None:
    assert from_counts({"wages": "1", **older}) == {"wages": "1", "child_ages": ages}


def test_inputs_without_counts_are_unchanged() -> None:
    assert from_counts({"wages": "1"}) == {"wages": "1"}


def run(**request: object) -> dict[str, dict[str, object]]:
    answer: dict[str, dict[str, object]] = json.loads(bridge.run(json.dumps({"calculator": "take-home", **request})))
    return answer


GOLDEN = {"income_tax": -4_027.72, "state_income_tax": 1_483.67}
OLDER = {"country": "us", "tax_year": "2025", "state": "ga", "filing_status": "head", "wages": 30_000, "children": 2, "children_under_6": 1}


def test_counts_are_read_from_request_workbook_and_example() -> None:
    """The figures are those that the counts gave before ages took their place (commit cede1d5): federal tax and Georgia's."""
    book = {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": {"take-home": {"inputs": OLDER}}}
    answers = [run(inputs=OLDER), run(inputs={}, workbook=book), run(inputs={}, example=OLDER)]
    assert all(answer["inputs"]["child_ages"] == "5 16" for answer in answers)
    assert all(answer["figures"] == answers[0]["figures"] for answer in answers)
    assert answers[0]["figures"]["income_tax"] == GOLDEN["income_tax"]
    assert answers[0]["figures"]["state_income_tax"] == GOLDEN["state_income_tax"]


def test_typed_count_replaces_kept_ages() -> None:
    book = {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": {"take-home": {"inputs": {"child_ages": "3 4"}}}}
    assert run(inputs={"children": 1}, workbook=book)["inputs"]["child_ages"] == "16"


@pytest.mark.parametrize(
    ("text", "code"),
    [("3 x", "not-ages"), ("3.5", "not-ages"), ("27", "not-ages"), ("-1", "not-ages"), ("1 " * 21, "too-many")],
)
def test_unreadable_ages_are_refused(text: str, code: str) -> None:
    inputs, errors = CALCULATOR.read({"country": "us", "child_ages": text})
    assert inputs is None
    assert [(error.field, error.code) for error in errors] == [("child_ages", code)]


@pytest.mark.parametrize("text", ["3 7 15", "3,7,15", "15; 3 ;7", " 7\n3, 15 "])
def test_ages_are_read_in_any_order_and_spelling(text: str) -> None:
    assert ages_of(text) == (15, 7, 3)


@pytest.mark.parametrize(
    ("ages", "counts"),
    [("", (0, 0, 0, 0, 0)), ("0 5 6 11 12 16 17 23 24 26", (6, 4, 2, 2, 2))],
)
def test_ages_decide_who_counts(ages: str, counts: tuple[int, ...]) -> None:
    """Section 24(c): under 17. Section 152(c)(3): under 19, or under 24 and a student. Section 152(d): others at any age."""
    names = ("children", "children_under_12", "children_under_6", "older_children", "other_claimed")
    inputs, _ = CALCULATOR.read({"country": "us", "child_ages": ages})
    assert inputs is not None
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 29))
    assert tuple(outcome.value(name) for name in names) == counts
