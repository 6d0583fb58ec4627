"""Each component in each of its example states: labels, ids, errors and descriptions, and escaped text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.unit.theme.components.component_examples import COMPONENTS, EXAMPLES, NAMES, Example

VOID = {"br", "hr", "img", "input"}
INJECTED = "\"'><script>alert(1)</script>"
STRUCTURE = {"kind", "index", "value", "selected"}
"""Keys whose values decide what is rendered, instead of being shown alone."""

STATES = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)


@dataclass
class Element:
    """An element with what is in it."""

    tag: str
    attributes: dict[str, str | None]
    parent: Element | None
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self) -> Iterator[Element]:
        """Every element below this one."""
        for child in self.children:
            yield child
            yield from child.all()

    def within(self, *tags: str) -> Element | None:
        """The nearest element around this one that has one of these tags."""
        around = self.parent
        while around is not None and around.tag not in tags:
            around = around.parent
        return around

    def refers_to(self, name: str) -> list[str]:
        """The ids that an attribute lists."""
        return (self.attributes.get(name) or "").split()

    def words(self) -> str:
        """Its text and that of everything in it."""
        return f"{self.text} {' '.join(child.words() for child in self.children)}".strip()


class Tree(HTMLParser):
    """Markup as a tree. Every tag must be closed, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = self._at = Element("", {}, None)
        self.feed(html)
        self.close()
        assert self._at is self.root, f"<{self._at.tag}> is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"<{tag}> has an attribute twice: {attrs}"
        element = Element(tag, dict(attrs), self._at)
        self._at.children.append(element)
        if tag not in VOID:
            self._at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._at.tag == tag, f"</{tag}> closes <{self._at.tag}>"
        assert self._at.parent is not None
        self._at = self._at.parent

    def handle_data(self, data: str) -> None:
        self._at.text += data


def elements(example: Example) -> list[Element]:
    return list(Tree(example.html()).root.all())


def controls(all_: list[Element]) -> list[Element]:
    return [element for element in all_ if element.tag in {"input", "select", "textarea"}]


@pytest.mark.parametrize("component", NAMES)
def test_each_component_has_examples(component: str) -> None:
    assert (COMPONENTS / component / "examples.toml").is_file()
    assert any(example.component == component and example.html() for example in EXAMPLES)


def test_each_folder_is_a_component_or_the_sentences() -> None:
    assert sorted(path.name for path in COMPONENTS.iterdir()) == sorted([*NAMES, "sentences"])


def test_ids_are_unique_over_all_examples() -> None:
    ids = Counter(element.attributes["id"] for example in EXAMPLES for element in elements(example) if "id" in element.attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    assert [name for name in ids if not name or " " in name] == []


@STATES
def test_each_control_has_a_label(example: Example) -> None:
    all_ = elements(example)
    labels = {element.attributes["for"]: element.words() for element in all_ if element.tag == "label" and "for" in element.attributes}
    for control in controls(all_):
        around = control.within("label")
        label = labels.get(control.attributes.get("id")) or (around.words() if around else "") or control.attributes.get("aria-label")
        assert label, control.attributes


@STATES
def test_each_reference_has_its_target(example: Example) -> None:
    all_ = elements(example)
    ids = {element.attributes.get("id") for element in all_}
    for element in all_:
        for name in ("for", "aria-describedby", "aria-labelledby"):
            assert set(element.refers_to(name)) <= ids, (name, element.attributes)


@STATES
def test_each_error_is_part_of_its_control_s_description(example: Example) -> None:
    """The control's own, or its fieldset's: of choices and rows."""
    all_ = elements(example)
    for error in [element for element in all_ if "data-error-for" in element.attributes]:
        name = error.attributes["data-error-for"]
        owners = [
            element
            for element in all_
            if name in (element.attributes.get("name"), element.attributes.get("data-field"), element.attributes.get("data-rows"))
        ]
        assert any(error.attributes["id"] in owner.refers_to("aria-describedby") for owner in owners), name


@STATES
def test_an_invalid_control_is_described_by_a_shown_error(example: Example) -> None:
    all_ = elements(example)
    by_id = {element.attributes.get("id"): element for element in all_}
    invalid = [control for control in controls(all_) if "aria-invalid" in control.attributes]
    assert bool(invalid) == example.state.endswith(("error", "errors", "readings"))
    for control in invalid:
        described_by = [by_id[name] for name in control.refers_to("aria-describedby")]
        assert any("hidden" not in place.attributes and "ug-error" in (place.attributes["class"] or "") for place in described_by)


@STATES
def test_groups_folds_and_tables_begin_with_their_name(example: Example) -> None:
    """A table may be named by the region around it instead."""
    first = {"fieldset": "legend", "details": "summary", "table": "caption"}
    for element in elements(example):
        named = element.children and element.children[0].tag == first.get(element.tag) and element.children[0].words()
        region = element.within("div") if element.tag == "table" else None
        assert element.tag not in first or named or (region and "aria-labelledby" in region.attributes), element


@STATES
def test_buttons_and_roles_are_named(example: Example) -> None:
    for element in elements(example):
        if element.tag == "button" and "hidden" not in element.attributes:
            assert element.words(), element.attributes
        if element.attributes.get("role") in {"group", "region", "img"}:
            assert element.attributes.get("aria-labelledby"), element.attributes


@STATES
def test_texts_are_escaped(example: Example) -> None:
    """Every text with markup behind it: the same elements and attributes as before, and the markup as text."""
    example = replace(example, data={name: value for name, value in example.data.items() if name != "error"})  # no template renders it
    plain = elements(example)
    marked = elements(replace(example, data=_with_markup(example.data)))
    assert [element.tag for element in marked if element.tag == "script"] == []
    assert {element.tag for element in marked} <= {element.tag for element in plain} | {"span"}
    assert {name for element in marked for name in element.attributes} <= {name for element in plain for name in element.attributes}
    if example.data and any(element.text.strip() for element in plain):
        assert INJECTED in "".join(element.text for element in marked)


def _with_markup(data: Any, key: str = "") -> Any:
    if isinstance(data, Mapping):
        return {name: _with_markup(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_with_markup(value, key) for value in data]
    shown = isinstance(data, str) and data and key not in STRUCTURE and not key.endswith("_svg")
    return f"{data}{INJECTED}" if shown else data


@pytest.mark.parametrize(("before", "added"), [(2000.0, 500.0), (500.0, 2000.0), (900.0, 900.0), (100.0, 0.0), (0.0, 80.0), (0.0, 0.0)])
def test_areas_of_the_lever_s_blocks_are_to_scale(before: float, added: float) -> None:
    view = {"before": before, "added": added, "before_text": "", "added_text": "", "alt": ""}
    drawn = Example("lever", "scaled", {"l": view}).html()
    load, weight = (
        float(re.search(rf'class="ug-lever-{name}"[^>]* width="([\d.]+)"', drawn)[1]) ** 2  # type: ignore[index]
        for name in ("load", "weight")
    )
    assert load * added == pytest.approx(weight * before, rel=0.01)
    assert max(load, weight) == pytest.approx(46**2 if before or added else 0)
