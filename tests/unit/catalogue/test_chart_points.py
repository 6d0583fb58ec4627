"""How many points a chart draws, and how many rows its table has: just before a limit, and from it on."""

from typing import Any

import pytest

from calculators.catalogue.accelerator.paths import beside_point
from calculators.engine.view.charts import NARROW, WIDE, Size
from tests.unit.catalogue.test_chart_values import BUY, SAVING, drawn, table


@pytest.mark.parametrize(
    ("name", "chart", "typed", "rows"),
    [
        ("accelerator", "paths", {**SAVING, "goal": "4,500"}, 47),  # from month 0 to 46
        ("accelerator", "paths", {**SAVING, "goal": "4,600"}, 25),  # 48 ÷ 24 = 2: every second of 48, and the last
        ("break-even", "payback", {**BUY, "life": "46"}, 47),
        ("break-even", "payback", {**BUY, "life": "47"}, 25),
        ("plan", "paths", {"goal": "2,200", "own": "100"}, 24),
        ("plan", "paths", {"goal": "2,300", "own": "100"}, 13),  # of 25, every second
        ("plan", "paths", {"goal": "4,600", "own": "100"}, 25),
    ],
)
def test_table_has_about_two_dozen_rows(name: str, chart: str, typed: dict[str, Any], rows: int) -> None:
    assert len(table(name, chart, **typed)) == rows


@pytest.mark.parametrize(("life", "points"), [(238, 239), (239, 121)])
def test_long_purchase_is_drawn_in_every_second_month(life: int, points: int) -> None:
    """240 ÷ 120 = 2: every second, and the last."""
    assert len(drawn("break-even", "payback", **{**BUY, "life": str(life)})["data"]["values"]) == points


@pytest.mark.parametrize(("size", "months", "step"), [(WIDE, 23, 1), (WIDE, 24, 2), (NARROW, 11, 1), (NARROW, 12, 2)])
def test_axis_names_every_month_while_there_is_room(size: Size, months: int, step: int) -> None:
    spec = drawn("buffer", "past", size, past=" ".join(["100"] * months))
    assert spec["layer"][0]["encoding"]["x"]["axis"]["values"] == list(range(1, months + 1, step))


@pytest.mark.parametrize(
    ("pixels", "side"), [(0.0, "left"), (52.4, "left"), (52.6, "center"), (104.9, "center"), (105.1, "right"), (590.0, "right")]
)
def test_date_stands_clear_of_the_axis(pixels: float, side: str) -> None:
    """The axis takes 50 of 640 pixels, and the longest date 105: from half of that on it is centered, and from all of it it ends there."""
    assert beside_point(pixels / 590, WIDE) == side
