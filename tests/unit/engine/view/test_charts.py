"""Charts: each specification is JSON in the site's colors and sizes, with a table of the same numbers."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import vl_convert

from calculators import CATALOGUE, find
from calculators.catalogue.inventory.inputs import Inputs
from calculators.engine.view.charts import COLORS, HUES, NARROW, WIDE, Size
from calculators.engine.view.outcome import chart_specs, outcome_view

DAY = date(2026, 11, 23)
CHARTS = [
    pytest.param(c, chart, size, id=f"{c.id}.{chart.name}.{size.name}") for c in CATALOGUE for chart in c.charts for size in (WIDE, NARROW)
]
EMPTY: dict[str, dict[str, Any]] = {
    "time-audit": {"uses": ()},
    "inventory": {"assets": (), "strengths": ()},
    "leverage-income": {"assets": (), "pairs": ()},
    "equalizer": {"pay": 0.0, "idle_hours": 0.0},
}


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every scalar in a specification with its key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, key)
    else:
        yield key, value


def drawn(calculator: Any, chart: Any, size: Size, **changes: Any) -> dict[str, Any]:
    return dict(chart.draw(calculator.outcome(calculator.inputs(**changes), DAY), size))


@pytest.mark.parametrize(("calculator", "chart", "size"), CHARTS)
def test_specification_is_json_for_vega_lite_6(calculator: Any, chart: Any, size: Size) -> None:
    spec = drawn(calculator, chart, size)
    assert json.loads(json.dumps(spec, allow_nan=False)) == spec
    assert spec["$schema"].endswith("/vega-lite/v6.json")


@pytest.mark.parametrize(("calculator", "chart", "size"), CHARTS)
def test_a_specification_fills_its_box_exactly(calculator: Any, chart: Any, size: Size) -> None:
    spec = drawn(calculator, chart, size)
    assert (spec["width"], spec["height"]) == (size.width, size.height)
    assert spec["autosize"] == {"type": "fit", "contains": "padding"}


@pytest.mark.parametrize(("calculator", "chart", "size"), CHARTS)
def test_specification_has_only_sentinel_colors(calculator: Any, chart: Any, size: Size) -> None:
    spec = drawn(calculator, chart, size)
    colors = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", json.dumps(spec)))
    assert colors
    assert colors <= set(COLORS)
    named = [
        (key, value)
        for key, value in leaves(spec)
        if key.lower().endswith("color") and isinstance(value, str) and not value.startswith("#")
    ]
    assert named == []


@pytest.mark.parametrize(("calculator", "chart", "size"), CHARTS)
def test_a_specification_loads_nothing_from_elsewhere(calculator: Any, chart: Any, size: Size) -> None:
    spec = drawn(calculator, chart, size)
    assert [value for key, value in leaves(spec) if key in {"url", "href", "format.url"}] == []
    assert [value for key, value in leaves(spec) if isinstance(value, str) and "//" in value and key != "$schema"] == []


@pytest.mark.parametrize(("calculator", "chart", "size"), CHARTS)
def test_chart_without_data_is_valid(calculator: Any, chart: Any, size: Size) -> None:
    assert json.dumps(drawn(calculator, chart, size, **EMPTY.get(calculator.id, {})), allow_nan=False)


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_every_chart_has_a_table_a_summary_and_a_title(calculator: Any) -> None:
    for view in outcome_view(calculator.outcome(calculator.inputs(), DAY)).charts:
        assert view.title
        assert str(view.summary).endswith(".")
        assert view.table.rows or "to draw" in str(view.summary)  # the plan is empty at first, and says so
        assert all(len(row.cells) == len(view.table.columns) for row in view.table.rows)


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_the_page_gets_every_chart_in_both_sizes(calculator: Any) -> None:
    specs = chart_specs(calculator.outcome(calculator.inputs(), DAY))
    assert [spec["name"] for spec in specs] == [chart.name for chart in calculator.at(calculator.inputs()).charts]


def test_every_sentinel_is_a_distinct_color() -> None:
    assert len(set(COLORS)) == len(set(COLORS.values())) == 16
    assert len(HUES) == 8


def test_both_sizes_keep_legible_letters() -> None:
    assert min(WIDE.font, NARROW.font) >= 12


def test_week_has_42_blocks_in_each_part_of_the_day() -> None:
    from calculators.catalogue.time_audit.charts import blocks

    for hours in ((42.0, 0.0, 0.0), (0.0, 0.0, 42.0), (14.0, 14.0, 14.0), (0.3, 41.2, 0.5), (0.1, 0.1, 0.1), (13.7, 27.9, 0.4)):
        dealt = blocks(hours)
        assert len(dealt) == 42
        assert dealt == sorted(dealt)
        total = sum(hours)
        for kind, share in enumerate(hours):
            assert abs(dealt.count(kind) - share * 42 / total) < 1


def test_the_equalizer_s_lines_end_at_its_figures() -> None:
    from calculators.catalogue.equalizer import CALCULATOR

    outcome = CALCULATOR.outcome(CALCULATOR.inputs(), DAY)
    path = outcome.value("path")
    assert (path[0].year, path[0].needed, path[0].expected, path[0].gap) == (0, outcome.value("pay"), outcome.value("pay"), 0)
    assert (path[-1].needed, path[-1].expected, path[-1].gap) == (
        outcome.value("pay_needed"),
        outcome.value("pay_expected"),
        outcome.value("gap"),
    )


WIDEST_LETTER = 0.55
"""Mean width of a legend's letter as a share of its font size, a little above that of Inter."""


def legend_ends(element: ET.Element, left: float, size: Size) -> Iterator[tuple[str, float]]:
    """Yield each legend label with its right edge in CSS pixels from the left of the drawing."""
    shift = re.match(r"translate\(([-\d.]+)", element.get("transform", ""))
    left += float(shift.group(1)) if shift else 0.0
    if "role-legend-label" in element.get("class", ""):
        for text in element.iter("{http://www.w3.org/2000/svg}text"):
            start = re.match(r"translate\(([-\d.]+)", text.get("transform", ""))
            assert start
            yield text.text or "", left + float(start.group(1)) + WIDEST_LETTER * size.font * len(text.text or "")
        return
    for inner in element:
        yield from legend_ends(inner, left, size)


@pytest.mark.parametrize(("calculator", "chart", "size"), CHARTS)
def test_the_names_of_a_legend_end_inside_of_the_drawing(calculator: Any, chart: Any, size: Size) -> None:
    svg = ET.fromstring(vl_convert.vegalite_to_svg(drawn(calculator, chart, size)))
    ends = dict(legend_ends(svg, 0.0, size))
    assert {name: end for name, end in ends.items() if end > size.width} == {}
    if (calculator.id, chart.name) == ("platform-fees", "bars"):
        assert set(ends) == {"Yours", "Sale fees", "Payout fees"}


def _credits(name: str) -> dict[str, str]:
    """The credit line of each chart of a calculator, at its first numbers."""
    calculator = find(name)
    assert calculator is not None
    view = outcome_view(calculator.outcome(calculator.inputs(), DAY))
    return {chart.name: "; ".join(chart.credits) for chart in view.charts}


@pytest.mark.parametrize(
    ("name", "chart", "credit"), [("equalizer", "back", "US Bureau of Labor Statistics"), ("net-hourly", "hour", "AAA")]
)
def test_chart_of_published_data_names_its_publisher(name: str, chart: str, credit: str) -> None:
    assert credit in _credits(name)[chart]


def test_chart_of_own_numbers_names_no_publisher() -> None:
    """The accelerator cites inflation, which its chart does not draw."""
    assert _credits("accelerator") == {"paths": ""}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=lambda size: size.name)
def test_long_name_of_a_bar_wraps_and_stays_whole(size: Size) -> None:
    """The drawing breaks the name in two lines; the data, and so the tooltip, has all of it."""
    name = "Drill, sander and ladder that two neighbors share"
    calculator = find("inventory")
    assert calculator is not None
    asset = replace(Inputs().assets[0], name=name)
    spec = drawn(calculator, calculator.charts[0], size, assets=(asset,))
    assert {value["asset"] for value in spec["data"]["values"]} == {name}
    lines = [element.text for element in ET.fromstring(vl_convert.vegalite_to_svg(spec)).iter("{http://www.w3.org/2000/svg}tspan")]
    assert len(lines) == 2
    assert str(lines[0]).startswith("Drill, sander")
