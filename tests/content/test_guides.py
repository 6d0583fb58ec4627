"""The field guides: each has all of its parts, in order and filled, and is about gigs whose obstacles, tax and sources it names."""

from __future__ import annotations

import re
from typing import Any

import pytest

from calculators.engine import parameters
from calculators.shared.gigs import gigs
from calculators.shared.guides import guides
from tests.content.book import PAGES, arguments_of, notes, read, references, without_notes
from tests.content.built_page import chapter_page
from theme.mkdocs.guides import COUNTRIES, published, tax_kinds, tax_lines

GUIDES = [f"guides/{guide}.md" for guide in guides()]
PARTS = (
    "What you need",
    "What it pays, and what it costs",
    "Your first seven days",
    "Who must say yes",
    "Insurance",
    "Tax",
    "What goes wrong",
    "Who should skip this one",
    "Sources",
)
SHORTEST = {"Tax": 1, "Who should skip this one": 30, "Sources": 15}
"""The fewest words of a part, where it is not 40; the tax lines are a macro's."""


def parts(name: str) -> dict[str, str]:
    """Return the text of each part of a guide by its heading."""
    pieces = re.split(r"^## (.+)$", without_notes(read(name)), flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def sources_of(name: str) -> set[str]:
    return {source for note in notes(read(name)).values() for source in arguments_of(note, "source")}


def test_every_guide_has_a_page_and_no_page_lacks_one() -> None:
    assert {name for name in PAGES if name.startswith("guides/")} - {"guides/index.md"} == set(GUIDES)


def test_the_index_leads_to_every_guide() -> None:
    links = re.findall(r"\]\(([\w-]+\.md)\)", read("guides/index.md"))
    assert sorted(f"guides/{link}" for link in links) == sorted(GUIDES)


@pytest.mark.parametrize("name", GUIDES)
def test_guide_has_all_parts_in_order(name: str) -> None:
    assert tuple(parts(name)) == PARTS


@pytest.mark.parametrize("name", GUIDES)
def test_no_part_of_a_guide_is_empty(name: str) -> None:
    short = {part: len(text.split()) for part, text in parts(name).items() if len(text.split()) < SHORTEST.get(part, 40)}
    assert short == {}


@pytest.mark.parametrize("name", GUIDES)
def test_guide_shows_what_is_published_about_its_gigs(name: str) -> None:
    guide = name.removeprefix("guides/").removesuffix(".md")
    assert arguments_of(parts(name)["What it pays, and what it costs"], "published") == [guide]


@pytest.mark.parametrize("guide", guides())
def test_obstacles_and_prices_are_shown_for_each_gig(guide: str) -> None:
    text = published(guide)
    for gig in map(gigs().__getitem__, guides()[guide]):
        assert f"**{gig.label}:**" in text
        assert [obstacle for obstacle in gig.obstacles if obstacle not in text] == []
        cited = gig.cited.get("price")
        assert ("no honest figure" in text) if cited is None else (parameters.source(cited.source).url in text)


@pytest.mark.parametrize("name", GUIDES)
def test_guide_has_one_calculator_with_an_example(name: str) -> None:
    text = read(name)
    assert len(arguments_of(text, "calculator")) == 1
    assert re.search(r'calculator\("[\w-]+", household="the \w+’s", \*\*\w+\)', parts(name)["What it pays, and what it costs"])


@pytest.mark.parametrize("name", GUIDES)
def test_first_week_has_seven_numbered_days(name: str) -> None:
    days = re.findall(r"^(\d)\. \*\*Day (\d):", parts(name)["Your first seven days"], flags=re.MULTILINE)
    assert days == [(str(day), str(day)) for day in range(1, 8)]


@pytest.mark.parametrize("name", GUIDES)
def test_guide_has_tax_lines_of_a_known_kind(name: str) -> None:
    (kind,) = arguments_of(parts(name)["Tax"], "tax_lines")
    assert kind in tax_kinds()


@pytest.mark.parametrize("kind", tax_kinds())
def test_tax_lines_name_four_countries_with_sources(kind: str) -> None:
    lines = tax_lines(kind, lambda path: f"<{path}>").splitlines()
    assert [re.match(r"- \*\*(.+?):\*\*", line)[1] for line in lines] == list(COUNTRIES.values())  # type: ignore[index]
    assert [line for line in lines if "](https://" not in line and "](http://" not in line] == []
    assert re.findall(r"\{|\}", "".join(lines)) == []


@pytest.mark.parametrize("name", GUIDES)
def test_insurance_and_permission_are_for_the_reader_to_settle(name: str) -> None:
    assert "insur" in parts(name)["Insurance"].lower()
    assert parts(name)["Who must say yes"].count("\n- **") >= 3
    assert parts(name)["What goes wrong"].count("\n- **") >= 4


@pytest.mark.parametrize("name", GUIDES)
def test_guide_cites_sources_and_uses_every_note(name: str) -> None:
    text = read(name)
    assert len(sources_of(name)) >= 1
    assert set(references(text)) == notes(text).keys()
    statistics = parameters.load("statistics")["statistics"]
    shown = arguments_of(without_notes(text), "stat")
    assert [statistic for statistic in shown if statistics[statistic]["source"] not in sources_of(name)] == []


def test_the_navigation_leads_from_the_inventory_to_each_guide(built_site: Any) -> None:
    """The inventory's page finds a guide by the end of its address, which has to be the end of no other."""
    page = chapter_page(built_site.folder, "calculators/inventory.md")
    links = {link.attributes["href"].rstrip("/") for link in page.root.find("a") if link.has_class("md-nav__link")}
    assert {guide: sorted(href for href in links if href.endswith(f"/{guide}")) for guide in guides()} == {
        guide: [f"../../guides/{guide}"] for guide in guides()
    }
