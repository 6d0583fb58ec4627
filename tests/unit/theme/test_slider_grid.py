"""The answers that the build computes for a slider are Python's own, put together again as the page does it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from calculators import bridge, find
from theme.mkdocs.slider_grid import SliderGrid, slider_grid, steps_of

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def grid() -> SliderGrid:
    return grid_of("inflation", 0, 8, 0.1)


def grid_of(field: str, low: float, high: float, step: float) -> SliderGrid:
    calculator = find("equalizer")
    assert calculator is not None
    return slider_grid(calculator, field, low, high, step, DAY)


def put_together(grid: SliderGrid, index: int) -> str:
    shape, *pieces = grid["answers"][index]
    assert isinstance(shape, int)
    rest = iter(pieces)
    return "".join(str(next(rest)) if piece is None else piece for piece in grid["shapes"][shape])


def test_steps_are_written_as_the_slider_types_them() -> None:
    assert steps_of(0, 0.5, 0.1) == ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]
    assert steps_of(2, 8, 3) == ["2", "5", "8"]


def test_every_answer_of_the_grid_is_pythons(grid: SliderGrid) -> None:
    typed = steps_of(0, 8, 0.1)
    assert len(grid["answers"]) == len(typed) == 81
    for index, text in enumerate(typed):
        request: dict[str, Any] = {"calculator": "equalizer", "inputs": {"inflation": text}, "as_of": DAY.isoformat()}
        page = json.loads(bridge.page(json.dumps(request)))["outcome"]["html"]
        first = put_together(grid, index)
        assert first.strip() in page, text
        assert 'data-figure="gap" value="' in first


def test_grid_is_small_beside_its_answers(grid: SliderGrid) -> None:
    """What is the same in all answers is kept once."""
    assert len(json.dumps(grid)) < 0.25 * sum(len(put_together(grid, index)) for index in range(81))
    assert 1 < len(grid["shapes"]) < 10


def test_value_that_the_field_refuses_stops_the_build() -> None:
    with pytest.raises(ValueError, match="equalizer"):
        grid_of("years", 0, 500, 100)
