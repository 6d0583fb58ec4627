"""Prefilled amounts keep their cents, hours their hundredths, and rates four decimals of a percent."""

from typing import Any

import pytest

from tests.unit.workbook.test_prefill import book, linked

LESSONS = {"gig": "music-lessons", "price": "20.02", "units": "26", "utilization": {"low": "25", "typical": "50", "high": "75"}} | {
    "hours_sold": "2",
    "hours_offered": "0",
    "ramp_up": "0",
}
"""13 of 26 lessons a month at 20.02 are 260.26, and 3,123.12 a year; 26 hours a month are 6 a week, at 10.01 each."""
WEEK = {"morning": "3", "afternoon": "0", "evening": "0", "night": "0", "most": "3", "least_pay": "0"} | {
    "gigs": [{"name": "Lessons", "pay": "10.01", "good": "3", "later": "0", "most": "3"}]
}
"""Three hours at 10.01 are 30.03 a week: × 52 ÷ 12 = 130.13 a month, and 1,561.56 a year."""
USES = book(leverage_income={"assets": [], "own_hours": "40", "pairs": [LESSONS]})
MIX = book(gig_mix=WEEK)


@pytest.mark.parametrize(
    ("calculator", "kept", "field", "value"),
    [
        ("accelerator", USES, "leverage", {"low": "130.13", "typical": "260.26", "high": "390.39"}),
        ("equalizer", USES, "hourly_net", "10.01"),
        ("take-home", USES, "gross_receipts", "3,123.12"),
        ("net-hourly", USES, "gross", {"low": "30.03", "typical": "60.06", "high": "90.09"}),
        ("rate-to-charge", USES, "keep", "3,123.12"),
        ("rate-to-charge", USES, "now", "20.02"),  # a lesson is a paid hour
        ("plan", USES, "net_month", "260.26"),
        ("gig-mix", USES, "gigs", [{"name": "Music lessons", "pay": "10.01", "good": "6", "later": "10.01", "most": "6"}]),
        ("plan", MIX, "net_month", "130.13"),
        ("income-mix", MIX, "streams", [{"name": "Lessons", "kind": "gig", "amount": "130.13"}]),
        ("plan", MIX, "uses", [{"name": "Lessons", "net": "1,561.56", "hours": "3"}]),
        ("plan", book(accelerator={"growth": "5", "inflation": "3", "prices": "today"}), "growth", "1.9417"),  # 1.05 ÷ 1.03
        ("plan", book(accelerator={"goal": "1,000.55", "start": "10.05", "own": "5.05"}), "goal", "1,000.55"),
        ("plan", book(accelerator={"goal": "1,000.55", "start": "10.05", "own": "5.05"}), "start", "10.05"),
        ("plan", book(accelerator={"goal": "1,000.55", "start": "10.05", "own": "5.05"}), "own", "5.05"),
        ("income-mix", book(buffer={"have": "600.55"}), "savings", "600.55"),
        # 100 short in each of 12 months, and 0.55 of it is there
        ("accelerator", book(buffer={"past": "100 100 100", "steady": "0", "spending": "200", "have": "0.55"}), "goal", "1,200"),
        ("accelerator", book(buffer={"past": "100 100 100", "steady": "0", "spending": "200", "have": "0.55"}), "start", "0.55"),
        ("plan", book(buffer={"past": "100 100 100", "steady": "0", "spending": "200", "have": "0.55"}), "buffer_missing", "1,199.45"),
    ],
)
def test_value_is_prefilled_with_its_decimals(calculator: str, kept: dict[str, Any], field: str, value: object) -> None:
    assert linked(calculator, kept)[field]["value"] == value


def test_use_of_the_plan_has_cents_and_hours() -> None:
    (use,) = linked("plan", USES)["uses"]["value"]
    assert (use["net"], use["hours"]) == ("3,123.12", "6")


@pytest.mark.parametrize(("value", "shown"), [("1.9417", "1.9"), ("-50", "-50")])
def test_rate_is_shown_with_a_tenth(value: str, shown: str) -> None:
    growth = linked(
        "plan", book(accelerator={"growth": "5" if value == "1.9417" else "-50", "inflation": "3" if value == "1.9417" else "0"})
    )
    assert (growth["growth"]["value"], growth["growth"]["shown"]) == (value, shown)
