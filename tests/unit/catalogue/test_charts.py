"""The charts of every calculator's example draw what their tables list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from calculators import CATALOGUE
from calculators.engine.calculator import Chart, Outcome
from calculators.engine.view.charts import NARROW, WIDE, Size

DAY = date(2026, 11, 29)


def outcomes() -> Iterator[Outcome]:
    for calculator in CATALOGUE:
        for case in calculator.cases or [""]:
            inputs, errors = calculator.read({calculator.case: case} if case else {})
            assert inputs is not None, errors
            yield calculator.outcome(inputs, DAY)


DRAWN = [
    pytest.param(outcome, chart, id=f"{outcome.calculator.id} {outcome.calculator.serves} {chart.name}")
    for outcome in outcomes()
    for chart in outcome.calculator.charts
    if chart.table(outcome).rows
]


def data_of(spec: object) -> Iterator[list[dict[str, object]]]:
    """Each list of data in a chart's specification."""
    if isinstance(spec, dict):
        values = spec.get("data", {}).get("values")
        yield from [values] if values is not None else []
        yield from (rows for part in spec.values() for rows in data_of(part))
    elif isinstance(spec, list):
        yield from (rows for part in spec for rows in data_of(part))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: size.name)
@pytest.mark.parametrize(("outcome", "chart"), DRAWN)
def test_no_layer_is_drawn_without_data(outcome: Outcome, chart: Chart, size: Size) -> None:
    lists = list(data_of(chart.draw(outcome, size)))
    assert lists
    assert all(lists)


@pytest.mark.parametrize(("outcome", "chart"), DRAWN)
def test_what_the_table_names_is_in_the_chart(outcome: Outcome, chart: Chart) -> None:
    """A waterfall leaves out the steps that take nothing."""
    drawn = json.dumps(chart.draw(outcome, WIDE), ensure_ascii=False)
    named = [row[0] for row in chart.table(outcome).rows if isinstance(row[0], str) and any(row[1:])]
    assert [name for name in named if name not in drawn] == []


@pytest.mark.parametrize(("outcome", "chart"), [drawn for drawn in DRAWN if str(drawn.id).endswith((" kept", " rate"))])
def test_waterfall_ends_where_its_losses_lead(outcome: Outcome, chart: Chart) -> None:
    """A total stands on zero, and is as long as what the steps before it leave."""
    values = chart.draw(outcome, WIDE)["data"]["values"]
    assert values[0]["kind"] == values[-1]["kind"] == "total"
    for before, value in pairwise(values):
        assert value["from"] == (0 if value["kind"] == "total" else before["to"]), value["label"]
        assert value["kind"] != "total" or value["to"] == pytest.approx(before["to"], abs=0.02), value["label"]
