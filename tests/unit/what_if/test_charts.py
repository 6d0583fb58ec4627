"""The pictures of the what-if panel: bars, labels and axes from round answers."""

from typing import Any

import pytest

from calculators.engine.analysis.percentiles import Percentiles
from calculators.engine.fields import Count, Money, Months, Number, Rate
from calculators.engine.view.charts import NARROW, WIDE, Size
from calculators.what_if.answers import InputSwing, RangeAnswer, SensitivityAnswer
from calculators.what_if.charts import axis, histogram, tornado

YEARLY = Money(per="year")
PRICE = InputSwing("price", "Price", "$18", "$22", 1_300.0, 1_700.0)
COST = InputSwing("cost", "Cost", "$300", "$600", 1_700.0, 1_400.0)


def moves(*swings: InputSwing, here: float | None = 1_500.0) -> SensitivityAnswer:
    return SensitivityAnswer("net", "Net", here, swings, "")


def rows(spec: dict[str, Any], kind: str) -> list[list[dict[str, Any]]]:
    """The data of each layer of a kind of mark."""
    return [layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == kind]


def texts(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of all labels; each is drawn twice, first its outline."""
    layers = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    assert [layer["data"] for layer in layers[::2]] == [layer["data"] for layer in layers[1::2]]
    assert all(
        "stroke" in outline["mark"] and "stroke" not in letters["mark"] for outline, letters in zip(layers[::2], layers[1::2], strict=True)
    )
    return [row for layer in layers[1::2] for row in layer["data"]["values"]]


def test_each_input_has_a_bar_to_both_ends_the_longer_first() -> None:
    """Rows are 48 high below a head of 30, and a bar is 33 below the top of its row."""
    bars, (upright,) = rows(tornado(moves(PRICE, COST), YEARLY, WIDE), "rule")
    shared = {"here": 1_500}
    assert bars == [
        {**shared, "kind": "less", "at": "$18", "to": 1_300, "then": "$1,300 a year", "input": "Price", "side": "left", "y": 63},
        {**shared, "kind": "more", "at": "$22", "to": 1_700, "then": "$1,700 a year", "input": "Price", "side": "right", "y": 63},
        {**shared, "kind": "less", "at": "$300", "to": 1_700, "then": "$1,700 a year", "input": "Cost", "side": "right", "y": 111},
        {**shared, "kind": "more", "at": "$600", "to": 1_400, "then": "$1,400 a year", "input": "Cost", "side": "left", "y": 111},
    ]
    assert upright == {"here": 1_500, "y": 2, "end": 30 + 2 * 48}


def test_labels_name_the_present_value_and_each_input() -> None:
    spec = tornado(moves(PRICE, COST), YEARLY, WIDE)
    assert texts(spec)[:3] == [
        {"here": 1_500, "y": 9, "text": "Now $1,500 a year"},
        {"name": "Price", "y": 42},
        {"name": "Cost", "y": 90},
    ]
    assert [row["at"] for row in texts(spec)[3:]] == ["$18", "$600", "$22", "$300"]  # those on the left, then those on the right
    assert spec["height"] == 30 + 2 * 48 + 58


def test_shorter_bar_on_the_same_side_has_no_label() -> None:
    one_way = InputSwing("gift", "Gift", "$1", "$2", 1_600.0, 1_700.0)
    (bars, _) = rows(tornado(moves(one_way), YEARLY, WIDE), "rule")
    assert [(bar["at"], bar["side"]) for bar in bars] == [("$2", "right"), ("$1", "")]
    still = InputSwing("gift", "Gift", "$1", "$2", 1_500.0, 1_700.0)  # one end does not move it
    (bars, _) = rows(tornado(moves(still), YEARLY, WIDE), "rule")
    assert [(bar["at"], bar["side"]) for bar in bars] == [("$2", "right"), ("$1", "left")]


def test_end_without_a_value_has_no_bar() -> None:
    (bars, _) = rows(tornado(moves(InputSwing("units", "Units", "0 units", "2 units", None, 1_700.0)), YEARLY, WIDE), "rule")
    assert [bar["at"] for bar in bars] == ["2 units"]


@pytest.mark.parametrize(("size", "most"), [(WIDE, 8), (NARROW, 6)])
def test_strongest_inputs_are_drawn(size: Size, most: int) -> None:
    spec = tornado(moves(*[PRICE] * 12), YEARLY, size)
    assert spec["height"] == 30 + most * 48 + 58
    assert len(rows(spec, "rule")[0]) == 2 * most
    assert [row for row in texts(spec) if "name" in row][-1]["y"] == 30 + (most - 1) * 48 + 12


def test_axis_leaves_room_for_the_labels() -> None:
    """A letter takes 0.56 of the font's 13 pixels: “$18” and “$22” are 35.84 wide with padding, and 24 stay free."""
    x = tornado(moves(PRICE), YEARLY, WIDE)["layer"][0]["encoding"]["x"]
    label = 3 * 13 * 0.56 + 14
    pixel = 400 / (640 - 24 - 2 * label)
    assert x["scale"]["domain"] == pytest.approx([1_300 - label * pixel, 1_700 + label * pixel])


def test_axis_is_at_least_sixty_pixels_long() -> None:
    wide = InputSwing("price", "Price", "x" * 60, "y" * 60, 1_300.0, 1_700.0)
    label = 60 * 12 * 0.56 + 14
    domain = tornado(moves(wide), YEARLY, NARROW)["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert domain == pytest.approx([1_300 - label * 400 / 60, 1_700 + label * 400 / 60])


def test_present_value_is_labeled_on_the_side_with_room() -> None:
    def side(swing: InputSwing) -> str:
        layers = tornado(moves(swing), YEARLY, WIDE)["layer"]
        return str(next(layer["mark"]["align"] for layer in layers if layer["mark"]["type"] == "text"))

    assert side(InputSwing("a", "A", "1", "2", 1_000.0, 1_600.0)) == "right"
    assert side(InputSwing("a", "A", "1", "2", 1_400.0, 2_000.0)) == "left"
    assert side(PRICE) == "left"


def test_headline_without_a_value_counts_from_nothing() -> None:
    (bars, _) = rows(tornado(moves(PRICE, here=None), YEARLY, WIDE), "rule")
    assert {bar["here"] for bar in bars} == {0}


@pytest.mark.parametrize(
    ("unit", "low", "high", "label"),
    [
        (Money(), 0.0, 2.4, "format(abs(datum.value) * 1, ',.2f')"),  # a fifth is 0.48
        (Money(), 0.0, 2.5, "format(abs(datum.value) * 1, ',.0f')"),  # 0.5: only a rate has one decimal
        (Rate(), 0.0, 0.024, "format(abs(datum.value) * 100, ',.2f')"),
        (Rate(), 0.0, 0.025, "format(abs(datum.value) * 100, ',.1f')"),
        (Rate(), 0.0, 0.099, "format(abs(datum.value) * 100, ',.1f')"),  # a fifth is 1.98
        (Rate(), 0.0, 0.1, "format(abs(datum.value) * 100, ',.0f')"),
        (Money(), -1e6, 0.0, "format(abs(datum.value) * 1 / 1e6, ',.2~f') + 'M'"),
        (Money(), -999_999.0, 999_999.0, "format(abs(datum.value) * 1, ',.0f')"),
    ],
)
def test_axis_has_enough_decimals_to_tell_labels_apart(unit: Number, low: float, high: float, label: str) -> None:
    assert label in axis(unit, "Net", low, high, WIDE)["labelExpr"]


def test_axis_counts_by_size_and_names_its_unit() -> None:
    assert axis(Money(per="year"), "Net", 0, 9, WIDE)["title"] == "Net, a year"
    assert axis(Months(), "Sooner", 0, 9, NARROW)["title"] == "Sooner, months"
    assert axis(Number(), "Ratio", 0, 9, WIDE)["title"] == "Ratio"
    assert [axis(Number(), "", 0, 9, size)["tickCount"] for size in (WIDE, NARROW)] == [5, 3]
    assert axis(Rate(), "", 0, 9, WIDE)["labelExpr"].endswith("+ '%'")
    assert axis(Money(), "", 0, 9, WIDE)["labelExpr"].startswith("(datum.value < 0 ? '−' : '') + '$' + ")
    assert axis(Count(), "", 0, 9, WIDE)["labelExpr"].startswith("(datum.value < 0 ? '−' : '') + '' + ")


ANSWER = RangeAnswer("net", "Net", 30, spread=Percentiles(10.0, 20.0, 90.0), bins=((0.0, 50.0, 10), (50.0, 100.0, 20)))


def test_histogram_has_a_bar_for_each_bin_and_three_marks() -> None:
    """The highest bar has 20 cases; the marks end at 1.44, 1.3 and 1.16 times that."""
    spec = histogram(ANSWER, YEARLY, WIDE)
    assert spec["data"]["values"] == [{"from": 0, "to": 50, "count": 10}, {"from": 50, "to": 100, "count": 20}]
    box = spec["layer"][0]["encoding"]
    assert box["x"]["scale"]["domain"] == [0, 100]
    assert box["y"]["scale"]["domain"] == [0, pytest.approx(30)]
    marks = [(row["at"], row["foot"], row["top"], row["text"]) for layer in rows(spec, "rule") for row in layer]
    assert marks == [
        (10, 0, pytest.approx(28.8), "1 in 10 below $10 a year"),
        (20, 0, pytest.approx(26), "half below $20 a year"),
        (90, 0, pytest.approx(23.2), "1 in 10 above $90 a year"),
    ]
    assert [row["text"] for row in texts(spec)] == [text for _, _, _, text in marks]
    sides = [layer["mark"]["align"] for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    assert sides == ["left"] * 4 + ["right"] * 2  # a mark in the right half has its words to the left
    assert (spec["height"], spec["width"]) == (260, 640)


def test_mark_in_the_middle_has_its_words_to_the_right() -> None:
    middle = RangeAnswer("net", "Net", 30, spread=Percentiles(50.0, 50.0, 50.0), bins=((0.0, 100.0, 10),))
    sides = [layer["mark"]["align"] for layer in histogram(middle, YEARLY, WIDE)["layer"] if layer["mark"]["type"] == "text"]
    assert sides == ["left"] * 6


def test_histogram_needs_a_spread() -> None:
    with pytest.raises(ValueError, match="spread"):
        histogram(RangeAnswer("net", "Net"), YEARLY, WIDE)
