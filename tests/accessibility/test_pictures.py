"""The theme's drawings: each has a title and a description, and no script or external reference."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

THEME = Path(__file__).absolute().parents[2] / "theme"
SVG = "{http://www.w3.org/2000/svg}"
IMAGES = sorted((THEME / "images").glob("*.svg"))
DRAWINGS = [*IMAGES, *sorted((THEME / ".icons").rglob("*.svg"))]


def words_of(drawing: ET.Element, tag: str) -> str:
    element = drawing.find(f"{SVG}{tag}")
    return (element.text or "").strip() if element is not None else ""


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.name)
def test_a_drawing_has_a_title_and_a_description(path: Path) -> None:
    drawing = ET.parse(path).getroot()
    assert words_of(drawing, "title")
    assert words_of(drawing, "desc")
    assert drawing.get("viewBox"), "without a viewBox a drawing does not scale"


@pytest.mark.parametrize("path", IMAGES, ids=lambda path: path.name)
def test_a_picture_is_named_by_its_title_and_description(path: Path) -> None:
    drawing = ET.parse(path).getroot()
    named_by = (drawing.get("aria-labelledby") or "").split()
    own = [drawing.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")]
    assert drawing.get("role") == "img"
    assert named_by == own
    assert all(name.startswith(path.stem) for name in named_by), "ids carry the picture's name, so that two on one page stay apart"


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.name)
def test_drawing_has_no_script_and_loads_nothing(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"<script|<foreignObject|<image|\bon\w+=|href=|url\(http", text)


def test_the_lever_of_the_outcome_has_a_title_and_a_description() -> None:
    template = (THEME / "components" / "lever" / "template.html.j2").read_text("utf-8")
    assert "<title" in template
    assert "<desc" in template
