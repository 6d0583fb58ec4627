"""Prefills between calculators, through the bridge."""

import json
from typing import Any

import pytest

from calculators import IDS, bridge, find
from calculators.shared.labels import named
from calculators.workbook.prefill import SOURCES, of_source

DAY = "2026-11-23"


def book(**calculators: dict[str, Any]) -> dict[str, Any]:
    pages = {name.replace("_", "-"): {"inputs": inputs} for name, inputs in calculators.items()}
    return {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": pages}


def run(calculator: str, saved: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": inputs, "workbook": saved, "as_of": DAY}))))


def linked(calculator: str, saved: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    answer = json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "workbook": saved, "as_of": DAY})))
    return dict(answer["linked"])


BIKE = {"kind": "bike", "name": "Bike", "capacity": "168", "used": "138", "willingness": "gladly", "ready_cost": "40"}
DRILL = {"kind": "tools", "name": "Drill", "capacity": "30", "used": "2"}


def test_inventory_prefills_leverage_income_by_the_month() -> None:
    answer = run("leverage-income", book(inventory={"assets": [BIKE, DRILL]}))
    assert "errors" not in answer
    # 30 idle hours a week × 52 ÷ 12 = 130 a month; 28 idle days stay 28
    assert answer["inputs"]["assets"] == [
        {"name": "Bike", "capacity": 130.0, "counted": "hours"},
        {"name": "Drill", "capacity": 28.0, "counted": "days"},
    ]


def test_the_first_uses_are_three_where_more_assets_lie_idle() -> None:
    kinds = ("bike", "tools", "parking", "storage", "yard")
    assets = [{"kind": kind, "name": kind.title(), "capacity": "20", "used": "0", "willingness": "gladly"} for kind in kinds]
    answer = run("leverage-income", book(inventory={"assets": assets}))
    assert len(answer["inputs"]["assets"]) == 5
    assert len({pair["asset"] for pair in answer["inputs"]["pairs"]}) == len(answer["inputs"]["pairs"]) == 3


def test_inventory_prefills_a_first_use_for_each_asset() -> None:
    answer = run("leverage-income", book(inventory={"assets": [BIKE, DRILL], "strengths": ["attitude"]}))
    pairs = answer["inputs"]["pairs"]
    assert [(pair["asset"], pair["gig"]) for pair in pairs] == [("Bike", "bike-delivery"), ("Drill", "tool-rental")]
    assert pairs[0]["start_cost"] == 40.0


def test_a_prefilled_value_names_its_source() -> None:
    prefills = linked("leverage-income", book(inventory={"assets": [BIKE]}, time_audit={"rest_floor": "10"}))
    assert {name: (link["from"], link["label"]) for name, link in prefills.items()} == {
        "assets": ("inventory", "Asset inventory"),
        "pairs": ("inventory", "Asset inventory"),
        "own_hours": ("time-audit", "Time audit"),
    }


@pytest.mark.parametrize(
    ("title", "phrase"), [("The buffer", "the buffer"), ("Take-home pay", "your take-home pay"), ("Break-even", "your break-even")]
)
def test_a_calculator_is_named_in_a_sentence(title: str, phrase: str) -> None:
    assert named(title) == phrase


def test_time_audit_prefills_leverage_income_and_equalizer() -> None:
    saved = book(time_audit={"uses": [{"use": "sleep", "night": "42"}], "rest_floor": "100.5"})
    assert run("leverage-income", saved)["inputs"]["own_hours"] == 25.5
    assert run("equalizer", saved)["inputs"]["idle_hours"] == 25.5


def test_leverage_income_prefills_the_equalizer() -> None:
    pair = {"gig": "tutoring", "price": "20", "units": "10", "hours_sold": "1.5", "ramp_up": "0"}
    saved = book(leverage_income={"assets": [], "pairs": [pair]})
    assert run("leverage-income", saved)["figures"]["net_per_hour"] == 13.33
    assert run("equalizer", saved)["inputs"]["hourly_net"] == 13.33


def test_leverage_income_prefills_take_home() -> None:
    """Take-home pay asks for neither what the gigs take in nor what they cost: 12 × 10 sold at 20, 10% fee and 3 each in costs."""
    pair = {"gig": "tutoring", "price": "20", "units": "10", "fee": "10", "variable_cost": "3", "hours_sold": "1", "ramp_up": "0"}
    saved = book(leverage_income={"assets": [], "pairs": [{**pair, "utilization": {"low": "100", "typical": "100", "high": "100"}}]})
    inputs = run("take-home", saved)["inputs"]
    assert (inputs["gross_receipts"], inputs["expenses"]) == (2400.0, 600.0)
    assert linked("take-home", saved)["gross_receipts"]["from"] == "leverage-income"


def test_no_hourly_net_is_prefilled_from_a_loss_or_no_hours() -> None:
    for pair in ({"price": "1", "variable_cost": "5", "units": "10", "hours_sold": "1"}, {"price": "20", "units": "10"}):
        assert linked("equalizer", book(leverage_income={"assets": [], "pairs": [pair]})) == {}


def test_typed_inputs_win_over_prefills() -> None:
    saved = book(time_audit={"rest_floor": "10"}, equalizer={"idle_hours": "3"})
    assert run("equalizer", saved)["inputs"]["idle_hours"] == 3.0
    assert run("equalizer", saved, idle_hours="2")["inputs"]["idle_hours"] == 2.0
    assert linked("equalizer", saved)["idle_hours"]["from"] == "time-audit"


def test_an_untouched_calculator_prefills_nothing() -> None:
    for name in ("leverage-income", "equalizer", "inventory", "time-audit"):
        assert linked(name, book()) == {}


@pytest.mark.parametrize(("day", "monday"), [("2026-11-23", "2026-11-30"), ("2026-11-29", "2026-11-30"), ("2026-12-29", "2027-01-04")])
def test_a_plan_starts_next_monday_unless_a_day_is_typed(day: str, monday: str) -> None:
    """Only a reader's page has a calendar: a program that runs the plan without a workbook gets numbered days."""

    def first(**request: object) -> tuple[str, str]:
        answer = json.loads(bridge.run(json.dumps({"calculator": "plan", "as_of": day, **request})))
        return answer["inputs"]["start_day"], answer["rows"]["days"][0]["when"]

    assert first(workbook=book())[0] == monday
    assert first(workbook=book(plan={"start_day": "2027-02-01"})) == ("2027-02-01", "Monday, February 1, 2027")
    assert first(workbook=book(plan={"start_day": ""})) == ("", "Day 1")
    assert first() == ("", "Day 1")
    assert first(workbook=book() | {"sign": "£"}, inputs={"start_day": "2027-02-01"})[1] == "Monday 1 February 2027"


def test_prefilled_hours_are_not_read_as_minutes() -> None:
    """Sixty hours a year are 1.15 hours a week, which a reader could mean as 1:15: they are filled in as 1:09."""
    pair = {"gig": "music-lessons", "price": "40", "units": "10", "hours_sold": "1", "ramp_up": "0"}
    saved = book(leverage_income={"assets": [], "pairs": [pair], "own_hours": "10"})
    assert [use["hours"] for use in run("plan", saved)["inputs"]["uses"]] == [1.15]
    assert [(gig["good"], gig["most"]) for gig in run("gig-mix", saved)["inputs"]["gigs"]] == [(1.15, 1.15)]
    halved = book(time_audit={"uses": [{"use": "sleep", "night": "42"}], "rest_floor": "99.85"})
    assert run("plan", halved)["inputs"]["own_hours"] == run("equalizer", halved)["inputs"]["idle_hours"] == 26.15


def test_leverage_income_prefills_the_kind_of_each_use() -> None:
    pair = {"gig": "music-lessons", "price": "40", "units": "10", "hours_sold": "1", "ramp_up": "0"}
    saved = book(leverage_income={"assets": [], "pairs": [pair], "own_hours": "10"})
    assert [use["kind"] for use in run("plan", saved)["inputs"]["uses"]] == ["teaching"]


def test_a_page_with_an_error_prefills_nothing() -> None:
    assert linked("leverage-income", book(inventory={"assets": [{**BIKE, "used": "200"}]})) == {}


def test_inventory_without_ideas_prefills_no_foreign_use() -> None:
    """The form's own example uses a back room, which this reader's list does not have."""
    for assets in ([], [{**DRILL, "used": "30"}], [{**DRILL, "willingness": "never"}]):
        answer = run("leverage-income", book(inventory={"assets": assets}))
        assert "errors" not in answer, answer["errors"]
        assert answer["inputs"]["pairs"] == []


@pytest.mark.parametrize("typed", [{"order": "best"}, {"own_hours": "30"}])
def test_a_prefill_uses_the_source_s_own_prefills(typed: dict[str, Any]) -> None:
    """Leverage income with a list from the inventory: the equalizer must get its net per hour, not that of the example household."""
    maths = {"kind": "knowledge", "name": "School math", "capacity": "6", "used": "0"}
    saved = book(inventory={"assets": [maths], "strengths": ["patience"]}, leverage_income=typed)
    shown = run("leverage-income", saved)
    assert [pair["asset"] for pair in shown["inputs"]["pairs"]] == ["School math"]
    assert float(linked("equalizer", saved)["hourly_net"]["value"]) == shown["figures"]["net_per_hour"]


def test_leverage_income_accepts_every_inventory_idea() -> None:
    from calculators.shared.gigs import kinds

    for kind in kinds():
        asset = {"kind": kind, "name": "Mine", "capacity": "30", "used": "0.5", "ready_cost": "12.34"}
        saved = book(inventory={"assets": [asset]})
        ideas = run("inventory", saved)["rows"]["ideas"]
        assert ideas, kind
        answer = run("leverage-income", saved, pairs=[idea["choose"] for idea in ideas[:20]])
        assert "errors" not in answer, (kind, answer["errors"])


def test_suggestions_fit_into_the_listed_hours() -> None:
    time = {"kind": "time", "name": "Evenings", "capacity": "6", "used": "0"}
    saved = book(inventory={"assets": [time, {"kind": "knowledge", "name": "Maths", "capacity": "20", "used": "0"}]})
    answer = run("leverage-income", saved, own_hours="6")
    assert {pair["asset"] for pair in answer["inputs"]["pairs"]} == {"Evenings", "Maths"}
    assert answer["rows"]["pairs"][0]["held_back"] == 0


def test_time_audit_prefills_the_gig_mix() -> None:
    saved = book(time_audit={"uses": [{"use": "sleep", "night": "42"}, {"use": "job", "morning": "21"}], "rest_floor": "0"})
    inputs = run("gig-mix", saved)["inputs"]
    # 42 hours in each part of the day: nights are slept away, half of the mornings worked
    assert [inputs[part] for part in ("morning", "afternoon", "evening", "night")] == [21.0, 42.0, 42.0, 0.0]
    assert inputs["most"] == 105.0


HOURLY = {"gig": "tutoring", "price": "20", "units": "26", "utilization": "50", "hours_sold": "2", "ramp_up": "0"}


def test_leverage_income_prefills_the_gig_mix() -> None:
    passive = {"gig": "short-stay", "price": "40", "units": "10", "ramp_up": "0"}
    losing = {**HOURLY, "variable_cost": "30"}
    saved = book(leverage_income={"own_hours": "40", "assets": [], "pairs": [HOURLY, passive, losing]})
    gigs = run("gig-mix", saved)["inputs"]["gigs"]
    # 26 units, half sold, 2 hours each: 26 hours a month, 312 a year, 6 a week; 20 ÷ 2 = 10 an hour
    assert [(gig["pay"], gig["good"], gig["later"], gig["most"]) for gig in gigs] == [(10.0, 6.0, 10.0, 6.0)]
    assert "gigs" not in linked("gig-mix", book(leverage_income={"assets": [], "pairs": [passive, losing]}))


def test_leverage_income_prefills_the_accelerator_estimate() -> None:
    """A poor, a usual and a good month become the low, typical and high value."""
    pair = {**HOURLY, "utilization": {"low": "25", "typical": "50", "high": "75"}, "fixed_cost": "30"}
    saved = book(leverage_income={"own_hours": "40", "assets": [], "pairs": [pair]})
    # 26 × 20 = 520: a quarter, half and three quarters of it, less 30
    assert run("accelerator", saved)["inputs"]["leverage"] == {"low": 100.0, "typical": 230.0, "high": 360.0}
    losing = {**pair, "price": "0"}
    assert "leverage" not in linked("accelerator", book(leverage_income={"assets": [], "pairs": [losing]}))


def test_estimate_keeps_its_order_for_a_loss_per_unit() -> None:
    losing = {**HOURLY, "price": "2", "variable_cost": "4", "utilization": {"low": "0", "typical": "50", "high": "100"}, "hours_sold": "0"}
    saved = book(leverage_income={"assets": [], "pairs": [losing, {**HOURLY, "hours_sold": "0"}]})
    prefills = run("accelerator", saved)["inputs"]["leverage"]
    assert prefills["low"] <= prefills["typical"] <= prefills["high"]


def test_measured_hourly_pay_wins_over_leverage_income() -> None:
    week = {"gross": "200", "tips": "0", "paid_hours": "10", "waiting_hours": "0", "travel_hours": "0", "admin_hours": "0"}
    spent = {"other_costs": "0", "paid_miles": "0", "empty_miles": "0", "insurance": "0", "tax_rate": "20", "deduct": "none"}
    pages = book(leverage_income={"assets": [], "pairs": [HOURLY]}, net_hourly=week | spent)
    # (200 − 20% tax) ÷ 10 hours
    assert linked("equalizer", pages)["hourly_net"]["value"] == "16"
    assert linked("equalizer", pages)["hourly_net"]["from"] == "net-hourly"
    loss = book(leverage_income={"assets": [], "pairs": [HOURLY]}, net_hourly={**week, **spent, "other_costs": "300"})
    assert linked("equalizer", loss)["hourly_net"] == {
        "value": "10",
        "shown": "10",
        "from": "leverage-income",
        "label": "Leverage income",
        "named": "your leverage income",
    }


def test_gig_mix_prefills_the_income_mix_by_the_month() -> None:
    gigs = [{"name": "Lessons", "pay": "24", "good": "3", "most": "3"}, {"name": "Too cheap", "pay": "1"}]
    streams = run("income-mix", book(gig_mix={"gigs": gigs}))["inputs"]["streams"]
    assert streams == [{"name": "Lessons", "kind": "gig", "amount": 312.0}]  # 72 a week × 52 ÷ 12


ELSEWHERE = {"country": "elsewhere", "wages": "36,000", "own_job_tax": "6,000", "own_income_rate": "30", "own_contribution_rate": "10"}


def test_take_home_prefills_marginal_tax_and_net_pay() -> None:
    saved = book(take_home={**ELSEWHERE, "own_allowance": "0"})
    for name in ("rate-to-charge", "accelerator", "plan"):
        assert run(name, saved)["inputs"]["tax_rate"] == 0.4
    car = {"energy_price": "1.4", "wear": "0.06", "lost_value": "0.1", "mileage_rate": "0"}  # known for the United States only
    assert run("net-hourly", saved, **car)["inputs"]["tax_rate"] == 0.4
    assert run("buffer", saved)["inputs"]["steady"] == 2500.0  # (36,000 − 6,000) ÷ 12


def test_the_accelerator_takes_tax_off_prefilled_leverage_income() -> None:
    saved = book(take_home={**ELSEWHERE, "own_allowance": "0"}, leverage_income={"own_hours": "40", "assets": [], "pairs": [HOURLY]})
    answer = run("accelerator", saved)
    assert (answer["inputs"]["leverage"]["typical"], answer["inputs"]["tax_rate"]) == (260.0, 0.4)
    assert answer["figures"]["leverage_kept"] == 156.0  # 260 − 40%
    assert run("plan", saved)["figures"]["kept_month"] == 156.0


def test_rate_above_the_fields_limit_is_capped() -> None:
    saved = book(take_home={**ELSEWHERE, "own_allowance": "0", "own_income_rate": "90"})
    assert run("rate-to-charge", saved)["inputs"]["tax_rate"] == 0.9


def test_the_income_mix_and_the_buffer_prefill_each_other() -> None:
    saved = book(income_mix={"spending": "2,000"}, buffer={"have": "750"})
    assert run("buffer", saved)["inputs"]["spending"] == 2000.0
    assert run("income-mix", saved)["inputs"]["savings"] == 750.0


def test_missing_buffer_becomes_the_accelerators_goal() -> None:
    short = {"past": "0 0 0 0", "steady": "1,000", "spending": "1,100", "have": "200"}
    # twelve months of −100 take 1,200 in every simulated year
    inputs = run("accelerator", book(buffer=short))["inputs"]
    assert (inputs["goal"], inputs["start"]) == (1200.0, 200.0)
    assert {"goal", "start"}.isdisjoint(linked("accelerator", book(buffer={**short, "have": "1,200"})))


def test_the_plan_reads_the_whole_workbook() -> None:
    saved = book(
        time_audit={"rest_floor": "10"},
        inventory={"assets": [{**BIKE, "name": "Bike"}]},
        leverage_income={"own_hours": "40", "pairs": [{**HOURLY, "asset": "Bike"}]},
        take_home={**ELSEWHERE, "own_allowance": "0"},
        accelerator={"goal": "9,000", "start": "0", "own": "200", "growth": "0", "prices": "fixed"},
        equalizer={"pay": "52,000", "pay_growth": "2", "inflation": "3.4", "years": "5"},
        buffer={"past": "0 0 0 0", "steady": "1,000", "spending": "1,100", "have": "200"},
    )
    answer = run("plan", saved)
    inputs, figures = answer["inputs"], answer["figures"]
    assert figures["worked_out"] == 7
    assert (inputs["idle_assets"], inputs["net_month"], inputs["tax_rate"], inputs["ready_cost"]) == (1, 260.0, 0.4, 40.0)
    assert (inputs["gap_month"], inputs["buffer_missing"], inputs["goal"]) == (337.48, 1000.0, 9000.0)
    assert [(use["asset"], use["hours"]) for use in inputs["uses"]] == [("Bike", 6.0)]
    # 260 a month, less 40%: 156, half to the goal: 9,000 ÷ 200 = 45 months, 9,000 ÷ 278 = 32.37
    assert (figures["kept_month"], figures["months_without"], figures["months_with"]) == (156.0, 45.0, 32.37)
    sent = {row["page"] for row in answer["rows"]["days"]}
    assert "Asset inventory" in sent


def test_plan_counts_months_as_the_accelerator_does() -> None:
    """The months agree for a goal in today's prices and for debts."""
    pair = {**HOURLY, "utilization": "50"}
    for goal in (
        {"goal": "9,000", "start": "500", "own": "120", "growth": "5", "prices": "today", "inflation": "3"},
        {"aim": "debts", "extra": "15", "method": "snowball"},
    ):
        for more in ({}, {"take_home": {**ELSEWHERE, "own_allowance": "0"}}):
            saved = book(leverage_income={"own_hours": "40", "assets": [], "pairs": [pair]}, accelerator=goal, **more)
            there, here = run("accelerator", saved)["figures"], run("plan", saved)["figures"]
            assert here["months_without"] == pytest.approx(there["months_without"], abs=0.01)
            assert here["months_with"] == pytest.approx(there["months_with"], abs=0.01)


def test_part_answered_with_zero_is_not_missing() -> None:
    level = {"pay_growth": "5", "inflation": "2"}
    full = {"past": "0 0 0 0", "steady": "1,000", "spending": "1,100", "have": "9,000"}
    untaxed = {**ELSEWHERE, "own_income_rate": "0", "own_contribution_rate": "0"}
    answer = run("plan", book(equalizer=level, buffer=full, take_home=untaxed))
    assert {row["part"] for row in answer["rows"]["missing"]} == {
        "Your idle hours",
        "Your idle assets",
        "What your uses leave",
        "Your goal",
    }


def test_plan_falls_back_to_gig_mix_then_net_hourly_pay() -> None:
    mix = {"morning": "10", "most": "10", "gigs": [{"name": "Walks", "pay": "15", "good": "2", "most": "2"}]}
    week = {"gross": "120", "tips": "0", "fee": "0", "other_costs": "0", "paid_miles": "0", "empty_miles": "0", "insurance": "0"}
    assert run("plan", book(net_hourly=week))["inputs"]["net_month"] == 520.0
    both = run("plan", book(net_hourly=week, gig_mix=mix))["inputs"]
    assert (both["net_month"], both["uses"][0]["name"]) == (130.0, "Walks")
    all_three = book(net_hourly=week, gig_mix=mix, leverage_income={"own_hours": "40", "assets": [], "pairs": [HOURLY]})
    assert run("plan", all_three)["inputs"]["net_month"] == 260.0


def test_a_value_that_the_field_rejects_is_not_prefilled() -> None:
    saved = book(
        leverage_income={"own_hours": "168", "assets": [], "pairs": [{**HOURLY, "price": "100,000", "units": "100,000", "hours_sold": "0"}]}
    )
    assert run("leverage-income", saved)["figures"]["net_month"] > 10_000_000
    for name in ("accelerator", "plan"):
        assert "errors" not in run(name, saved)
        assert {"leverage", "net_month"}.isdisjoint(linked(name, saved))


def test_every_prefill_names_an_existing_field_elsewhere() -> None:
    for source in IDS:
        declared = of_source(source) if any(source in sources for sources in SOURCES.values()) else ()
        for prefill in declared:
            target = find(prefill.target)
            assert target is not None
            assert prefill.field in {slot.name for slot in target.slots}
            assert prefill.source.id == source != prefill.target
        assert {prefill.target for prefill in declared} == {target for target, sources in SOURCES.items() if source in sources}


def test_every_form_accepts_the_prefills_from_all_defaults() -> None:
    from calculators import CATALOGUE

    saved = book(**{calculator.id: bridge.defaults(calculator) for calculator in CATALOGUE})
    for calculator in CATALOGUE:
        others = {**saved, "calculators": {name: page for name, page in saved["calculators"].items() if name != calculator.id}}
        answer = run(calculator.id, others)
        assert "errors" not in answer, (calculator.id, answer["errors"])


def test_a_prefilled_rate_is_shown_rounded_and_counted_exactly() -> None:
    prefill = linked("net-hourly", book(take_home={"wages": "61,234", "gross_receipts": "27,345", "expenses": "6,123"}))["tax_rate"]
    exact = float(prefill["value"])
    assert prefill["shown"] == f"{exact:.1f}".removesuffix(".0")
    assert abs(exact - float(prefill["shown"])) > 0
    saved = book(take_home={"wages": "61,234", "gross_receipts": "27,345", "expenses": "6,123"})
    assert run("net-hourly", saved)["inputs"]["tax_rate"] == pytest.approx(exact / 100)


def test_a_prefilled_list_is_shown_as_it_is() -> None:
    prefill = linked("leverage-income", book(inventory={"assets": [BIKE, DRILL]}))["assets"]
    assert prefill["shown"] == prefill["value"]
