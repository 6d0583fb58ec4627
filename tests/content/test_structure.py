"""Structure of pages: headings, ids, alternatives of pictures, and the parts of a chapter."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from tests.content.book import CHAPTERS
from tests.content.built_page import BuiltPage, Element, all_pages, chapter_page

LAST = ("Check yourself", "What to do this week", "Key terms")
"""How every chapter ends; what comes before follows from its subject."""
LETTERS = ["a)", "b)", "c)", "d)"]
LABELED = frozenset({"a", "button", "label", "summary"})


def heading(element: Element) -> str:
    return element.text(lambda part: part.has_class("headerlink"))


def everywhere(site: Any, check: Any) -> dict[str, Any]:
    """Return the faults that a check finds in each page."""
    faults = {name: check(page) for name, page in all_pages(site.folder).items()}
    return {name: wrong for name, wrong in faults.items() if wrong}


def repeated_ids(page: BuiltPage) -> list[str]:
    return [name for name, times in Counter(page.ids).items() if times > 1]


def heading_faults(page: BuiltPage) -> list[str]:
    headings = page.root.find("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(element.tag[1]) for element in headings]
    jumps = [f"{heading(above)}, then {heading(below)}" for above, below in pairwise(headings) if int(below.tag[1]) > int(above.tag[1]) + 1]
    empty = [element.tag for element in headings if not heading(element)]
    firsts = [] if levels.count(1) == 1 and levels[0] == 1 else [f"h1: {levels.count(1)}"]
    return jumps + empty + firsts


def is_hidden(element: Element) -> bool:
    return any(ancestor.attributes.get("aria-hidden") == "true" for ancestor in (element, *element.above()))


def named(element: Element, page: BuiltPage) -> bool:
    """Return whether the element has an accessible name: by label, reference or title."""
    if element.attributes.get("aria-label", "").strip():
        return True
    if "aria-labelledby" in element.attributes:
        labels = element.attributes["aria-labelledby"].split()
        texts = {labeled.attributes["id"]: labeled.text() for labeled in page.root.walk() if "id" in labeled.attributes}
        return bool(labels) and all(texts.get(label) for label in labels)
    return any(isinstance(child, Element) and child.tag == "title" and child.text() for child in element.children)


def inside_named(element: Element, page: BuiltPage) -> bool:
    """Return whether the element is inside a named link or control; Material's switches (drawer, search, colors) need no name."""
    around = next((ancestor for ancestor in element.above() if ancestor.tag in LABELED), None)
    if around is None:
        return False
    return around.attributes.get("for", "").startswith("__") or bool(around.text() or around.attributes.get("title")) or named(around, page)


def without_alternative(page: BuiltPage) -> list[str]:
    """Return pictures without an alternative: not named, not hidden as decoration, and not inside a named element."""
    unnamed = []
    for element in page.root.find("img", "svg"):
        if element.tag == "img":
            is_named = "alt" in element.attributes and bool(element.attributes["alt"].strip() or inside_named(element, page))
        else:
            is_named = named(element, page) or inside_named(element, page)
        if not is_named and not is_hidden(element):
            place = element.parent.tag if element.parent else "nothing"
            unnamed.append(f"{element.tag} in {place}: {element.attributes}"[:200])
    return unnamed


def test_ids_are_unique(built_site: Any) -> None:
    assert everywhere(built_site, repeated_ids) == {}


def test_headings_go_down_one_level_at_a_time_from_one_h1(built_site: Any) -> None:
    assert everywhere(built_site, heading_faults) == {}


def test_pictures_have_alternatives(built_site: Any) -> None:
    assert everywhere(built_site, without_alternative) == {}


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_opens_with_a_question_and_a_picture(built_site: Any, name: str) -> None:
    opener = next(element for element in chapter_page(built_site.folder, name).article.walk() if element.has_class("ug-opener"))
    lead = next(element for element in opener.walk() if element.has_class("ug-lead"))
    assert lead.text().endswith("?")
    assert [svg for svg in opener.find("svg") if svg.find("title") and svg.find("desc")]


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_ends_with_checks_tasks_and_terms(built_site: Any, name: str) -> None:
    headings = [heading(element) for element in chapter_page(built_site.folder, name).article.find("h2")]
    assert [title for title in headings if title in LAST] == list(LAST)


def part(page: BuiltPage, title: str) -> list[Element]:
    """The blocks between a heading and the next of its level."""
    blocks = [child for child in page.article.children if isinstance(child, Element)]
    start = next(place for place, block in enumerate(blocks) if block.tag == "h2" and heading(block) == title)
    end = next((place for place, block in enumerate(blocks) if place > start and block.tag == "h2"), len(blocks))
    return blocks[start + 1 : end]


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_has_checks_with_explained_answers(built_site: Any, name: str) -> None:
    """Each chapter has three checks or more. The answer to one with choices says which is right, and why each of the others is wrong."""
    blocks = part(chapter_page(built_site.folder, name), "Check yourself")
    checks = [block.text()[:3] for block in blocks if block.tag == "p" and re.match(r"\d\. ", block.text())]
    answers = [block for block in blocks if block.tag == "details"]
    assert checks == [f"{number}. " for number in range(1, len(checks) + 1)]
    assert len(answers) == len(checks) >= 3
    choices: list[str] = []
    for block in blocks:
        if block.tag == "ul":
            choices = [item.text()[:2] for item in block.find("li")]
        if block.tag != "details":
            continue
        assert "open" not in block.attributes
        if choices:
            (right,) = {strong.text()[0] for strong in block.find("strong")}
            wrong = {letter[0] for letter in choices} - {right}
            explained = {emphasis.text() for emphasis in block.find("em")}
            assert choices == LETTERS[: len(choices)]
            assert wrong <= explained, f"{block.text()[:60]}: {sorted(wrong - explained)} not explained"
        choices = []


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_has_something_to_do_this_week(built_site: Any, name: str) -> None:
    (steps,) = (block for block in part(chapter_page(built_site.folder, name), "What to do this week") if block.tag == "ol")
    assert len(steps.find("li")) >= 3


@pytest.mark.parametrize("name", CHAPTERS)
def test_key_terms_lead_to_the_glossary(built_site: Any, name: str) -> None:
    links = [link for block in part(chapter_page(built_site.folder, name), "Key terms") if block.tag == "p" for link in block.find("a")]
    assert len(links) >= 4
    assert [link.text() for link in links if "/glossary/#term-" not in link.attributes["href"]] == []


def test_the_license_file_is_no_part_of_the_site(built_site: Any) -> None:
    assert not (built_site.folder / "LICENSE").exists()
    assert "Creative Commons Attribution 4.0" in (built_site.folder / "reference" / "about" / "index.html").read_text("utf-8")
