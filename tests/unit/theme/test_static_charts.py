"""The charts that the build draws."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from theme.mkdocs.static_charts import draw

SPEC: dict[str, Any] = {
    "data": {"values": [{"hours": 1, "gig": "a"}, {"hours": 2, "gig": "b"}]},
    "mark": {"type": "bar", "clip": True},
    "encoding": {"x": {"field": "hours", "type": "quantitative"}, "row": {"field": "gig"}},
}


def test_drawing_does_not_depend_on_those_before_it(tmp_path: Path) -> None:
    """The renderer counts clipping paths across drawings, and two builds need not draw in the same order."""
    first, second = (draw("income.months", SPEC, tmp_path / name) for name in ("first", "second"))
    assert "clip-path" in first
    assert first == second


def test_ids_of_a_drawing_begin_with_its_name(tmp_path: Path) -> None:
    months, weeks = (draw(name, SPEC, tmp_path) for name in ("income.months", "income.weeks"))
    ids, others = (set(re.findall(r'\bid="([^"]+)"', drawing)) for drawing in (months, weeks))
    used = set(re.findall(r"url\(#([^)]+)\)", months))
    assert used
    assert used <= ids
    assert all(name.startswith("income-months-") for name in ids)
    assert not ids & others
