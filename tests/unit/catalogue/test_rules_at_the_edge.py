"""Rules across fields: what is just allowed is accepted, and the next step is refused, at the right field and with its limit."""

from typing import Any

import pytest

from calculators import find

BUY = {"price": "100", "life": "12", "loan": "100", "resale": "100", "stop": "12"}
GIG = {"name": "Lessons", "pay": "20", "later": "20", "most": "5", "promised": "5"}
WEEK = {"morning": "5", "afternoon": "0", "evening": "0", "night": "0", "most": "5"}
TWELVE = [{"name": f"Gig {number}", "most": "1"} for number in range(12)]

AT_THE_EDGE: list[tuple[str, dict[str, Any], dict[str, Any], str, str, str]] = [
    ("accelerator", {"aim": "debts", "debts": [{}]}, {"aim": "debts", "debts": []}, "debts", "too-few", "Add at least one debt"),
    ("break-even", BUY, {**BUY, "loan": "100.01"}, "loan", "too-large", "You can't borrow more than it costs, $100."),
    ("break-even", BUY, {**BUY, "resale": "100.01"}, "resale", "too-large", "Enter no more than it costs, $100."),
    ("break-even", BUY, {**BUY, "stop": "13"}, "stop", "too-large", "the time that you would use it, 12 months."),
    ("gig-mix", {**WEEK, "gigs": [GIG]}, {**WEEK, "gigs": [{**GIG, "later": "20.01"}]}, "gigs.0.later", "order", "the first ones, $20."),
    (
        "gig-mix",
        {**WEEK, "gigs": [TWELVE[0], GIG]},
        {**WEEK, "gigs": [TWELVE[0], {**GIG, "most": "4.9"}]},
        "gigs.1.promised",
        "order",
        "more than the most you would do, 4.9 hours.",
    ),
    ("gig-mix", {**WEEK, "gigs": [GIG]}, {**WEEK, "morning": "4.9", "gigs": [GIG]}, "gigs", "overbooked", "don't fit into your open hours"),
    ("gig-mix", {**WEEK, "gigs": [GIG]}, {**WEEK, "most": "4.9", "gigs": [GIG]}, "gigs", "overbooked", "don't fit into your open hours"),
    (
        "gig-mix",  # three hours in the mornings and two at any time
        {**WEEK, "night": "2", "gigs": [{**GIG, "promised": "3", "when": ["morning"]}, {**GIG, "promised": "2"}]},
        {**WEEK, "night": "2", "gigs": [{**GIG, "promised": "3", "when": ["night"]}, {**GIG, "promised": "2"}]},
        "gigs",
        "overbooked",
        "don't fit",
    ),
    (
        "inventory",
        {"assets": [{"name": "Drill", "kind": "tools"}, {"name": "Saw", "kind": "tools"}]},
        {"assets": [{"name": "Saw", "kind": "tools"}, {"name": "Drill", "kind": "tools"}, {"name": "DRILL", "kind": "tools"}]},
        "assets.2.name",
        "repeated",
        "Asset 2 already has this name.",
    ),
    (
        "inventory",
        {"assets": [{"name": "Saw", "kind": "tools", "capacity": "3", "used": "3"}]},
        {"assets": [{"name": "Saw", "kind": "tools", "capacity": "3", "used": "3.01"}]},
        "assets.0.used",
        "too-large",
        "You use 3.01 of 3 ",
    ),
    (
        "leverage-income",
        {"assets": [{"name": "Saw"}, {"name": "Room"}], "pairs": [{"asset": "ROOM"}]},
        {"assets": [{"name": "Saw"}, {"name": "Room"}, {"name": "room"}], "pairs": []},
        "assets.2.name",
        "repeated",
        "Asset 2 already has this name.",
    ),
    (
        "leverage-income",
        {"assets": [], "pairs": [{"asset": ""}]},
        {"assets": [{"name": f"No. {number}"} for number in range(1, 10)], "pairs": [{"asset": ""}, {"asset": "Van"}]},
        "pairs.1.asset",
        "unknown-asset",
        "The list has: No. 1, No. 2, No. 3, No. 4, No. 5, No. 6, No. 7, No. 8.",
    ),
    (
        "leverage-income",
        {"assets": [], "pairs": []},
        {"assets": [], "pairs": [{"asset": "Van"}]},
        "pairs.0.asset",
        "unknown-asset",
        "The list has: none yet.",
    ),
    (
        "platform-fees",
        {"offers": [{"small": "15", "large": "15.01"}]},
        {"offers": [{"small": "15", "large": "15"}]},
        "offers.0.large",
        "order",
        "above the limit for small sales, $15, or 0.",
    ),
    (
        "platform-fees",
        {"offers": [{"small": "15", "large": "0"}]},
        {"offers": [{"small": "15", "large": "0.01"}]},
        "offers.0.large",
        "order",
        "$15",
    ),
    (
        "time-audit",
        {"days": [{"times": "5"}, {"times": "2"}]},
        {"days": [{"times": "5"}, {"times": "3"}]},
        "days.1.times",
        "not-a-week",
        "add up to 8 days a week",
    ),
    (
        "time-audit",  # the last one with hours there is named
        {"days": [], "uses": [{"use": "job", "morning": "40"}, {"use": "study", "morning": "2"}, {"use": "other", "night": "1"}]},
        {"days": [], "uses": [{"use": "job", "morning": "40"}, {"use": "study", "morning": "2.5"}, {"use": "other", "night": "1"}]},
        "uses.1.morning",
        "too-many-hours",
        "your hours add up to 42.5, but a week has only 42 there. Remove 0.5.",
    ),
]


@pytest.mark.parametrize(("calculator", "accepted", "refused", "field", "code", "words"), AT_THE_EDGE)
def test_rule_refuses_from_its_limit_on(
    calculator: str, accepted: dict[str, Any], refused: dict[str, Any], field: str, code: str, words: str
) -> None:
    declared = find(calculator)
    assert declared is not None
    assert declared.read(accepted)[1] == []
    (error,) = declared.read(refused)[1]
    assert (error.field, error.code) == (field, code)
    assert words in error.message
