"""Prefills from leverage income to the forms that ask about the same gig."""

from typing import Any

import pytest

from tests.unit.workbook.test_prefill import book, linked, run

SOLD_OUT = {"low": "100", "typical": "100", "high": "100"}
LESSONS = {
    "gig": "music-lessons",
    "price": "40",
    "units": "26",
    "utilization": {"low": "25", "typical": "50", "high": "75"},
    "fee": "10",
    "variable_cost": "2",
    "fixed_cost": "13",
    "hours_sold": "1.25",
    "hours_offered": "0.25",
    "ramp_up": "0",
}
"""13 lessons of 26 in a usual month: a week has 3 of 6."""
DRIVES = {"gig": "food-delivery", "price": "20", "units": "10", "utilization": SOLD_OUT, "variable_cost": "3", "hours_sold": "1"}
DRIVES |= {"hours_offered": "0", "ramp_up": "0", "miles": "15", "fixed_cost": "5"}
"""120 hours a year with 1,800 miles, which cost 360, and 60 of other costs."""


def gigs_book(*pairs: dict[str, Any], **others: dict[str, Any]) -> dict[str, Any]:
    return book(leverage_income={"assets": [], "own_hours": "40", "pairs": list(pairs)}, **others)


@pytest.mark.parametrize(
    ("calculator", "field", "value"),
    [
        # 40 × 26 offered × 12 ÷ 52 = 240 a week if all were sold
        ("net-hourly", "gross", {"low": 60.0, "typical": 120.0, "high": 180.0}),
        ("net-hourly", "tips", 0.0),
        ("net-hourly", "fee", 0.1),
        ("net-hourly", "other_costs", 9.0),  # 3 × 2, and 13 × 12 ÷ 52
        ("net-hourly", "paid_hours", 3.75),  # 3 × 1.25
        ("net-hourly", "waiting_hours", 1.5),  # 6 × 0.25
        ("net-hourly", "travel_hours", 0.0),
        ("net-hourly", "admin_hours", 0.0),
        ("net-hourly", "paid_miles", 0.0),
        ("net-hourly", "empty_miles", 0.0),
        ("net-hourly", "insurance", 0.0),
        ("rate-to-charge", "keep", 5148.0),  # 13 × 12 lessons at 40 − 4 − 2, less 12 × 13
        ("rate-to-charge", "hours_week", 5.25),
        ("rate-to-charge", "billable", 0.571429),  # 3 of 5.25
        ("rate-to-charge", "weeks_off", 0.0),
        ("rate-to-charge", "costs", 468.0),
        ("rate-to-charge", "fee", 0.1),
        ("rate-to-charge", "now", 40.0),
        ("take-home", "gross_receipts", 6240.0),
        ("take-home", "expenses", 1092.0),  # 624 of fees and 468 of costs
        ("take-home", "miles_before_july", 0.0),
        ("take-home", "vehicle_costs", 0.0),
        ("gig-mix", "gigs", None),
    ],
)
def test_leverage_income_carries_what_it_knows(calculator: str, field: str, value: object) -> None:
    """Each form takes its field from the gig, says so, follows a change of the gig, and keeps what the reader types instead."""
    saved = gigs_book(LESSONS)
    prefill = linked(calculator, saved)[field]
    assert (prefill["from"], prefill["named"]) == ("leverage-income", "your leverage income")
    shown = run(calculator, saved)["inputs"][field]
    if value is not None:
        assert shown == pytest.approx(value, abs=1e-6)
    else:
        assert [gig["name"] for gig in shown] == ["Music lessons"]
    changed = {**LESSONS, "price": "50", "fee": "20", "hours_sold": "2", "hours_offered": "1", "variable_cost": "5"}
    after = run(calculator, gigs_book(changed))["inputs"][field]
    assert (after != shown) == (value is None or bool(value))
    own = {"gross": {"low": "1", "typical": "2", "high": "3"}, "gigs": []}.get(field, "7")
    kept = {calculator.replace("-", "_"): {field: own}}
    assert run(calculator, gigs_book(changed, **kept))["inputs"][field] == run(calculator, book(**kept))["inputs"][field]


def test_miles_go_to_take_home_where_its_form_has_them() -> None:
    """The cost of the miles is in a box of its own in the US and the UK, and among the expenses everywhere else."""
    saved = gigs_book(DRIVES)
    us = run("take-home", saved, country="us")["inputs"]
    assert (us["miles_before_july"], us["miles_after_june"], us["vehicle_costs"], us["expenses"]) == (900.0, 900.0, 360.0, 60.0)
    uk = run("take-home", saved, country="uk")["inputs"]
    assert (uk["uk_miles"], uk["uk_vehicle_costs"], uk["expenses"], uk["vehicle_costs"]) == (1800.0, 360.0, 60.0, 0.0)
    for country in ("ca", "au", "elsewhere"):
        assert run("take-home", saved, country=country)["inputs"]["expenses"] == 420.0
    in_the_workbook = gigs_book(DRIVES, take_home={"country": "ca"})
    assert run("take-home", in_the_workbook)["inputs"]["expenses"] == 420.0
    assert run("take-home", {**saved, "sign": "£"})["inputs"]["uk_miles"] == 1800.0


def test_net_hourly_pays_a_driver_s_miles_once() -> None:
    inputs = run("net-hourly", gigs_book(DRIVES))["inputs"]
    assert inputs["paid_miles"] == pytest.approx(34.62)  # 15 × 10 × 12 ÷ 52
    assert inputs["other_costs"] == pytest.approx(1.15)  # 5 × 12 ÷ 52


def test_only_a_gig_with_own_hours_is_carried_as_work() -> None:
    idle = {"gig": "parking-month", "price": "80", "units": "1", "fee": "5", "hours_sold": "0", "hours_offered": "0"}
    assert linked("net-hourly", gigs_book(idle)) == linked("rate-to-charge", gigs_book(idle)) == {}
    assert run("net-hourly", gigs_book(idle, LESSONS))["inputs"]["paid_hours"] == 3.75


def test_a_seasonal_gig_is_carried_by_its_average_month() -> None:
    """Six of twelve months at full business: the accelerator gets half of a full month's margin, less the costs of every month."""
    season = {**LESSONS, "fee": "0", "variable_cost": "0", "busy_months": "6", "rest_share": "0"}
    assert run("accelerator", gigs_book(season))["inputs"]["leverage"] == {"low": 117.0, "typical": 247.0, "high": 377.0}
    assert run("take-home", gigs_book(season))["inputs"]["gross_receipts"] == 3120.0
