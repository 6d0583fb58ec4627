"""Gigs, asset kinds and platforms: the values that a choice fills in, warnings, and counts in words."""

import json
import re
from typing import Any

import pytest

from calculators import CATALOGUE, bridge, find
from calculators.catalogue.inventory.ideas import starting_row
from calculators.catalogue.inventory.inputs import Asset
from calculators.catalogue.leverage_income.inputs import GIGS, Pair
from calculators.catalogue.platform_fees.inputs import PLATFORMS
from calculators.engine.fields import Choice, Number, Rows, slots
from calculators.engine.notation import NOTATIONS, Notation
from calculators.engine.parameters import latest
from calculators.engine.typed import typed_value
from calculators.shared.gigs import Gig, gigs, in_words, kinds
from calculators.shared.sorts import kind_options
from tests.unit.outcome_html import warnings

NOT_THE_GIGS = {"gig", "asset", "start_cost"}
"""Inputs of a use that stay when another gig is chosen: the choice itself, the asset, and what it costs to get that ready."""
CAR_GIGS = [gig.id for gig in gigs().values() if gig.drives]


def html(calculator: str, **inputs: Any) -> str:
    answer = json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "as_of": "2026-11-23"})))
    assert answer["errors"] == []
    return str(answer["outcome"]["html"])


def uses(*pairs: dict[str, str], **inputs: Any) -> str:
    return html("leverage-income", own_hours="40", assets=inputs.get("assets", []), pairs=list(pairs))


def belongs_to_the_gig() -> set[str]:
    fields = set()
    for slot in slots(Pair):
        if slot.name not in NOT_THE_GIGS:
            fields |= {f"{slot.name}.{part}" for part in ("low", "typical", "high")} if slot.estimate else {slot.name}
    return fields


@pytest.mark.parametrize("option", GIGS, ids=lambda option: option.value)
def test_every_gig_fills_every_field_of_a_gig(option: Any) -> None:
    assert {name for name, _ in option.fills} == belongs_to_the_gig()


@pytest.mark.parametrize("option", PLATFORMS, ids=lambda option: option.value)
def test_every_platform_fills_every_fee(option: Any) -> None:
    assert {name for name, _ in option.fills} == {name for name, _ in PLATFORMS[0].fills}


def test_unknown_value_of_a_gig_returns_to_the_default() -> None:
    fills = gigs()["event-music"].typed()
    by_name = {slot.name: slot for slot in slots(Pair)}
    for name in ("units", "fee", "fixed_cost", "fee_fixed", "hours_offered", "ramp_up", "variable_cost"):
        assert fills[name] == typed_value(by_name[name], by_name[name].default), name
    shared = typed_value(by_name["utilization"], by_name["utilization"].default)
    assert {part: gigs()["tutoring"].typed()[f"utilization.{part}"] for part in shared} == shared


def test_other_asset_kind_replaces_capacity_and_use() -> None:
    assert all({name for name, _ in option.fills} == {"capacity", "used"} for option in kind_options())


@pytest.mark.parametrize("name", CAR_GIGS)
def test_a_gig_that_moves_a_car_comes_with_a_cost_of_the_car(name: str) -> None:
    assert float(gigs()[name].typed()["variable_cost"]) > 0
    assert gigs()[name].cited["variable_cost"].source == latest("vehicles.us_running_cost").source.name


def test_an_hour_of_driving_costs_its_miles() -> None:
    """20 miles at 23.5 cents are $4.70; a lent car's 100 miles at 23.5 − 13 cents, since the renter buys the fuel, are $10.50."""
    assert gigs()["passenger-driving"].typed()["variable_cost"] == "4.7"
    assert gigs()["car-share"].typed()["variable_cost"] == "10.5"
    assert gigs()["food-delivery"].typed()["variable_cost"] == "3.53"


def test_car_without_cost_has_a_warning() -> None:
    driving = {"gig": "passenger-driving", "price": "23.33", "units": "20", "hours_sold": "1"}
    assert "No car cost is counted for: Drive passengers." in warnings(uses(driving))
    assert warnings(uses({**driving, "variable_cost": "4.7"})) == ""


def test_no_fee_warning_where_a_platform_keeps_a_share() -> None:
    lessons = {"gig": "tutoring", "price": "20", "units": "10"}
    assert "Neither a fee nor a cost is counted for: Tutoring." in warnings(uses(lessons))
    for entry in ("fee", "fee_fixed", "variable_cost", "fixed_cost"):
        assert warnings(uses({**lessons, entry: "1"})) == ""
    assert warnings(uses({**lessons, "price": "0"})) == ""
    riding = {"gig": "bike-delivery", "price": "12", "units": "10"}
    assert warnings(uses(riding)) == ""  # apps pay what is left after their share


def test_miles_without_cost_have_a_warning() -> None:
    free = {"energy_price": "0", "wear": "0", "lost_value": "0"}
    assert "No cost is counted for 200 miles." in warnings(html("net-hourly", **free))
    assert warnings(html("net-hourly", **free, paid_miles="0", empty_miles="0")) == ""
    assert warnings(html("net-hourly")) == ""


def test_purchase_without_fee_or_running_cost_has_a_warning() -> None:
    assert "Neither a fee nor a running cost" in warnings(html("break-even", fee="0", unit_cost="0", fixed="0"))
    assert warnings(html("break-even")) == ""


def test_warning_is_shown_while_ranges_are_drawn() -> None:
    request = {"calculator": "net-hourly", "inputs": {"energy_price": "0", "wear": "0", "lost_value": "0"}, "first": True}
    assert "No cost is counted" in warnings(json.loads(bridge.page(json.dumps(request)))["first"])


@pytest.mark.parametrize(
    ("amount", "many", "words"),
    [(26, "nights", "26 nights"), (26.4, "hours", "26 hours"), (1, "copies", "1 copy"), (1, "rooms", "1 room"), (2.5, "m²", "2.5 m²")],
)
def test_counts_in_words_are_rounded_as_spoken(amount: float, many: str, words: str) -> None:
    assert in_words(amount, many) == words


def test_name_of_a_gig_does_not_repeat_its_unit() -> None:
    labels = {option.value: option.label for option in GIGS}
    assert labels["lodger"] == "A lodger by the month"
    assert labels["tutoring"] == "Tutoring (by the hour)"
    assert not any(label.count("by the") > 1 for label in labels.values())


@pytest.mark.parametrize("name", ["leverage-income", "inventory"])
def test_outcome_never_mentions_units(name: str) -> None:
    calculator = find(name)
    assert calculator is not None
    words = [html(name)]
    for slot in calculator.slots:
        inner = slots(slot.field.of) if isinstance(slot.field, Rows) else ()
        for entry in (slot, *inner):
            options = entry.field.options if isinstance(entry.field, Choice) else ()
            words += [entry.field.label, entry.field.hint, getattr(entry.field, "after", ""), *(option.label for option in options)]
    for figure in calculator.figures:
        words += [figure.label, figure.why]
    assert [text for text in words if re.search(r"\bunits?\b", re.sub(r"<[^>]+>", " ", text), re.IGNORECASE)] == []


def test_limited_use_is_described_in_the_gigs_words() -> None:
    room = [{"name": "Room", "capacity": "26", "counted": "nights"}]
    lodger = {"gig": "lodger", "asset": "Room", "price": "600", "units": "1", "capacity_used": "30", "fee": "1"}
    words = uses(lodger, assets=room)
    assert "gets 26 of 30 nights: that is all that is left of Room." in words
    assert "0.9 of 1 room" in words
    driving = {"gig": "passenger-driving", "price": "20", "units": "300", "hours_sold": "1", "variable_cost": "4", "utilization": "70"}
    assert "of 300 driving hours: that is all that is left of your own hours." in uses(driving)


def test_room_can_be_let_for_all_31_nights_of_a_month() -> None:
    """The boundary of a month: 31 nights are taken, 32 are not; a new room starts from 30."""
    for nights, known in (("31", True), ("32", False)):
        inputs = {"assets": [{"kind": "spare-room", "name": "Room", "capacity": nights}]}
        assert ("errors" not in json.loads(bridge.run(json.dumps({"calculator": "inventory", "inputs": inputs})))) == known
    assert dict(next(option for option in kind_options() if option.value == "spare-room").fills)["capacity"] == "30"


def room(used: float) -> tuple[Asset, float]:
    return Asset(kind="spare-room", name="Back room", capacity=30.0, used=used), 30.0 - used


def test_room_let_by_the_month_takes_all_idle_capacity() -> None:
    """No 0.86 of a room: one room, which takes the 26 idle nights."""
    row = starting_row(*room(4.0), gigs()["lodger"], 8.0)
    assert (row["units"], row["capacity_used"]) == ("1", "26")
    assert "it takes the whole month, and you now use 4 nights of it" in html("inventory")
    storage = Asset(kind="storage", name="Shelf", capacity=0.5, used=0.0)
    assert starting_row(storage, 0.5, gigs()["storage-space"], 8.0)["units"] == "0.5"


def test_idle_hours_of_a_week_become_whole_hours_of_a_month() -> None:
    """133 × 52 ÷ 12 = 576.33…, said as 576; 1.5 × 52 ÷ 12 = 6.5."""
    assert kinds()["car"].per_month(133.0) == 576.0
    assert kinds()["car"].per_month(1.5) == 6.5
    assert kinds()["spare-room"].per_month(26.0) == 26.0


def test_gigs_have_a_name_for_what_they_count() -> None:
    assert all(isinstance(gig, Gig) and gig.many and gig.unit for gig in gigs().values())


SIGNS = ["$", "₹", "€", "£", "kr", "KSh"]


def nested(fills: dict[str, str]) -> dict[str, Any]:
    """What a choice fills in, as the form sends it: "utilization.low" becomes a part of "utilization"."""
    row: dict[str, Any] = {}
    for name, text in fills.items():
        inner, _, part = name.partition(".")
        row[inner] = {**row.get(inner, {}), part: text} if part else text
    return row


def filled(option: Any, sign: str, notation: Notation) -> dict[str, Any]:
    """The row after its choice, in the reader's money and notation, as the page fills it in."""
    fills = dict(option.fills) | ({name: text for name, text, _ in option.abroad} if sign != "$" else {})
    return nested({name: notation.localize(text) for name, text in fills.items()})


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.example)
def test_gig_fills_are_read_as_meant_in_every_notation(sign: str, notation: Notation) -> None:
    """All numbers are those of the gig; of US amounts, only a price is left for the reader to type."""
    book = {"app": "ultimate-gig", "schema": 1, "calculators": {}, "sign": sign, "numbers": notation.example}
    for option in GIGS:
        row = {"gig": option.value, **filled(option, sign, notation)}
        answer = json.loads(bridge.run(json.dumps({"calculator": "leverage-income", "inputs": {"pairs": [row]}, "workbook": book})))
        messages = {error["field"]: error["message"] for error in answer.get("errors", [])}
        left_empty = {f"pairs.0.{name}" for name, text, _ in option.abroad if not text} if sign != "$" else set()
        assert set(messages) == left_empty, option.value
        if not left_empty:
            echoed = answer["inputs"]["pairs"][0]
            for name, text in option.fills:
                if sign == "$" or name not in {field for field, _, _ in option.abroad}:
                    inner, _, part = name.partition(".")
                    value = echoed[inner][part] if part else echoed[inner]
                    shown = next(slot.field for slot in slots(Pair) if slot.name == inner)
                    assert isinstance(shown, Number)
                    assert value * shown.scale == pytest.approx(float(text)), (option.value, name)


@pytest.mark.parametrize("sign", SIGNS[1:])
@pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.example)
def test_no_amount_of_an_untouched_form_is_in_us_dollars(sign: str, notation: Notation) -> None:
    book = {"app": "ultimate-gig", "schema": 1, "calculators": {}, "sign": sign, "numbers": notation.example}
    for calculator in CATALOGUE:
        answer = json.loads(bridge.run(json.dumps({"calculator": calculator.id, "inputs": {}, "workbook": book})))
        assert {error["code"] for error in answer.get("errors", [])} <= {"required"}, calculator.id
        assert "$" not in json.dumps([error["message"] for error in answer.get("errors", [])])
