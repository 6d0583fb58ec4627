"""What one calculator lends to the next through the workbook, seen through the bridge."""

import json
from typing import Any

import pytest

from calculators import bridge

DAY = "2026-11-23"


def book(**calculators: dict[str, Any]) -> dict[str, Any]:
    pages = {name.replace("_", "-"): {"inputs": inputs} for name, inputs in calculators.items()}
    return {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": pages}


def run(calculator: str, held: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.run(json.dumps({"calculator": calculator, "inputs": inputs, "workbook": held, "as_of": DAY}))))


def linked(calculator: str, held: dict[str, Any], **inputs: Any) -> dict[str, Any]:
    answer = json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "workbook": held, "as_of": DAY})))
    return dict(answer["linked"])


BIKE = {"kind": "bike", "name": "Bike", "capacity": "168", "used": "138", "willingness": "gladly", "ready_cost": "40"}
DRILL = {"kind": "tools", "name": "Drill", "capacity": "30", "used": "2"}


def test_idle_assets_go_from_the_inventory_to_leverage_income_by_the_month() -> None:
    answer = run("leverage-income", book(inventory={"assets": [BIKE, DRILL]}))
    assert "errors" not in answer
    # 30 idle hours a week × 52 ÷ 12 = 130 a month; 28 idle days stay 28
    assert answer["inputs"]["assets"] == [{"name": "Bike", "capacity": 130.0}, {"name": "Drill", "capacity": 28.0}]


def test_the_first_uses_come_from_the_inventory_one_for_each_asset() -> None:
    answer = run("leverage-income", book(inventory={"assets": [BIKE, DRILL], "strengths": ["attitude"]}))
    pairs = answer["inputs"]["pairs"]
    assert [(pair["asset"], pair["gig"]) for pair in pairs] == [("Bike", "bike-delivery"), ("Drill", "tool-rental")]
    assert pairs[0]["start_cost"] == 40.0


def test_what_was_lent_says_from_where() -> None:
    found = linked("leverage-income", book(inventory={"assets": [BIKE]}, time_audit={"rest_floor": "10"}))
    assert {name: (link["from"], link["label"]) for name, link in found.items()} == {
        "assets": ("inventory", "Asset inventory"),
        "pairs": ("inventory", "Asset inventory"),
        "own_hours": ("time-audit", "Time audit"),
    }


def test_idle_hours_go_from_the_time_audit_to_leverage_income_and_to_the_equalizer() -> None:
    held = book(time_audit={"uses": [{"use": "sleep", "night": "42"}], "rest_floor": "100.5"})
    assert run("leverage-income", held)["inputs"]["own_hours"] == 25.5
    assert run("equalizer", held)["inputs"]["idle_hours"] == 25.5


def test_what_an_hour_leaves_goes_from_leverage_income_to_the_equalizer() -> None:
    pair = {"gig": "tutoring", "price": "20", "units": "10", "hours_sold": "1.5", "ramp_up": "0"}
    held = book(leverage_income={"assets": [], "pairs": [pair]})
    assert run("leverage-income", held)["figures"]["net_per_hour"] == 13.33
    assert run("equalizer", held)["inputs"]["hourly_net"] == 13.33


def test_an_hour_that_leaves_a_loss_or_takes_no_hours_lends_nothing() -> None:
    for pair in ({"price": "1", "variable_cost": "5", "units": "10", "hours_sold": "1"}, {"price": "20", "units": "10"}):
        assert linked("equalizer", book(leverage_income={"assets": [], "pairs": [pair]})) == {}


def test_what_the_reader_typed_goes_before_what_is_lent() -> None:
    held = book(time_audit={"rest_floor": "10"}, equalizer={"idle_hours": "3"})
    assert run("equalizer", held)["inputs"]["idle_hours"] == 3.0
    assert run("equalizer", held, idle_hours="2")["inputs"]["idle_hours"] == 2.0
    assert linked("equalizer", held)["idle_hours"]["from"] == "time-audit"


def test_a_calculator_that_the_reader_never_touched_lends_nothing() -> None:
    for name in ("leverage-income", "equalizer", "inventory", "time-audit"):
        assert linked(name, book()) == {}


def test_a_page_with_an_open_error_lends_nothing() -> None:
    assert linked("leverage-income", book(inventory={"assets": [{**BIKE, "used": "200"}]})) == {}


def test_an_inventory_with_nothing_to_suggest_leaves_no_use_of_an_asset_that_is_not_in_it() -> None:
    """The form's own example uses a back room, which this reader's list does not have."""
    for assets in ([], [{**DRILL, "used": "30"}], [{**DRILL, "willingness": "never"}]):
        answer = run("leverage-income", book(inventory={"assets": assets}))
        assert "errors" not in answer, answer["errors"]
        assert answer["inputs"]["pairs"] == []


@pytest.mark.parametrize("typed", [{"order": "best"}, {"own_hours": "30"}])
def test_what_is_lent_on_is_what_the_reader_sees_there_and_not_the_form_s_example(typed: dict[str, Any]) -> None:
    """Leverage income with a list from the inventory: the equalizer must get its net per hour, not that of the example household."""
    maths = {"kind": "knowledge", "name": "School maths", "capacity": "6", "used": "0"}
    held = book(inventory={"assets": [maths], "strengths": ["patience"]}, leverage_income=typed)
    shown = run("leverage-income", held)
    assert [pair["asset"] for pair in shown["inputs"]["pairs"]] == ["School maths"]
    assert float(linked("equalizer", held)["hourly_net"]["value"]) == shown["figures"]["net_per_hour"]


def test_every_suggestion_of_the_inventory_is_accepted_by_leverage_income() -> None:
    from calculators.assets import kinds

    for kind in kinds():
        asset = {"kind": kind, "name": "Mine", "capacity": "30", "used": "0.5", "ready_cost": "12.34"}
        held = book(inventory={"assets": [asset]})
        ideas = run("inventory", held)["rows"]["ideas"]
        assert ideas, kind
        answer = run("leverage-income", held, pairs=[idea["choose"] for idea in ideas[:20]])
        assert "errors" not in answer, (kind, answer["errors"])


def test_what_is_suggested_fits_into_the_hours_that_the_reader_listed() -> None:
    time = {"kind": "time", "name": "Evenings", "capacity": "6", "used": "0"}
    held = book(inventory={"assets": [time, {"kind": "knowledge", "name": "Maths", "capacity": "20", "used": "0"}]})
    answer = run("leverage-income", held, own_hours="6")
    assert {pair["asset"] for pair in answer["inputs"]["pairs"]} == {"Evenings", "Maths"}
    assert answer["rows"]["pairs"][0]["held_back"] == 0
