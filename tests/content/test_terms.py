"""Glossary terms are linked at their first use in a chapter's running text, and nowhere else."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Any

import pytest
from mkdocs.utils import meta

from tests.content.book import CHAPTERS, PAGES
from tests.content.built_page import Element, chapter_page
from theme.mkdocs.terms import ASIDE, Term, definition, inflected, link_terms, terms

SOURCE = PAGES["reference/glossary.md"].read_text("utf-8")
TEXT, FRONT = meta.get_data(SOURCE)
GLOSSARY = terms(TEXT, FRONT["linked_as"])

ASSET = Term("term-asset", "Anything.", ("asset", "assets"))
IDLE_ASSET = Term("term-idle-asset", "One that waits.", ("idle asset", "idle assets"))
NAME = Term("term-leverage", "A name.", ("LEVERAGE",))
GAP = Term("term-gap", "What is missing.", ("the [gap]",))
TAKE = Term("term-take", "A share.", ("*take*",))


def linked(page: str, *glossary: Term) -> list[tuple[str, str]]:
    """Return (words, entry) of every inserted link, and check that nothing else changed."""
    linked_page = link_terms(page, glossary, "../glossary/")
    assert re.sub(r'<a class="ug-term"[^>]*>(.*?)</a>', r"\1", linked_page) == page
    return re.findall(r'<a class="ug-term" href="\.\./glossary/#term-([\w-]+)"[^>]*>(.*?)</a>', linked_page)


def test_the_first_use_is_linked_and_no_other() -> None:
    assert linked("<p>Two assets. One asset.</p><p>Assets.</p>", ASSET) == [("asset", "assets")]


def test_the_longest_term_counts() -> None:
    assert linked("<p>Idle assets, and an asset.</p>", ASSET, IDLE_ASSET) == [("idle-asset", "Idle assets"), ("asset", "asset")]


@pytest.mark.parametrize(
    "page",
    [
        "<h2>An asset</h2>",
        "<p><a href='#'>an asset</a></p>",
        "<p><code>asset</code></p>",
        "<ul><li><button>asset</button></li></ul>",
        "<table><tr><td><p>asset</p></td></tr></table>",
        "<details><summary>?</summary><p>An asset.</p></details>",
        "<div class='footnote'><ol><li><p>asset</p></li></ol></div>",
        "<div class='ug-opener'><p>asset</p></div>",
        "<h2 id='key-terms'>Key terms</h2><p>asset</p>",
        "<h2 id='check-yourself'>Check yourself</h2><p>asset</p>",
        "<div>asset</div>",
        "<p>subasset, asset-rich, my-asset</p>",
        "<p>A <em>book about an asset</em>, and <strong>an asset, loudly.</strong></p>",
    ],
)
def test_outside_of_running_text_nothing_is_linked(page: str) -> None:
    assert linked(page, ASSET) == []
    assert linked(f"{page}<h2 id='more'>More</h2><p>An asset.</p>", ASSET) == [("asset", "asset")]


def test_a_term_in_bold_is_linked_where_it_is_all_there_is() -> None:
    assert linked("<p>It is an <strong>asset</strong>.</p>", ASSET) == [("asset", "asset")]


def test_name_in_capitals_is_linked_only_in_capitals() -> None:
    assert linked("<p>Banks use leverage. This is LEVERAGE.</p>", NAME) == [("leverage", "LEVERAGE")]


def test_an_everyday_word_is_linked_only_in_its_phrase() -> None:
    assert linked("<p>Gaps. A gap in the wall.</p><p>The gap</p>", GAP) == [("gap", "gap")]
    assert linked("<p>They take it, and take more.</p><p>That is their <em>take</em>.</p>", TAKE) == [("take", "take")]


def test_entities_comments_and_attributes_come_through() -> None:
    page = '<!-- asset --><p title="asset &amp; co">Q&amp;A &#8617; an&nbsp;asset<br>asset<img alt="asset" src="x"/></p>'
    assert linked(page, ASSET) == [("asset", "asset")]


def test_a_definition_is_plain_text_without_cross_references() -> None:
    text = "New income that goes to a *goal*. You set it. Compare the *equalizer*. See [chapter 7](../chapters/07.md#x)."
    assert definition(text) == "New income that goes to a goal. You set it."
    linked_page = link_terms("<p>asset</p>", [Term("term-asset", 'A "thing" & <more>', ("asset",))], "")
    assert 'data-definition="A &quot;thing&quot; &amp; &lt;more&gt;"' in linked_page


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("Rest floor", ("rest floor", "rest floors")),
        ("Gig mix", ("gig mix", "gig mixes")),
        ("Volatility", ("volatility", "volatilities")),
        ("Net hourly pay", ("net hourly pay", "net hourly pays")),
        ("LEVERAGE", ("LEVERAGE",)),
    ],
)
def test_a_plural_is_found_too(words: str, phrases: tuple[str, ...]) -> None:
    assert inflected(words) == phrases


def test_a_phrase_for_an_entry_that_is_not_there_stops_the_build() -> None:
    with pytest.raises(LookupError, match="term-nowhere"):
        terms(TEXT, {"term-nowhere": ["x"]})


def test_every_entry_of_the_glossary_is_read() -> None:
    assert [term.id for term in GLOSSARY] == re.findall(r"\{#(term-[\w-]+)\}", TEXT)
    assert [term.id for term in GLOSSARY if not 15 <= len(term.definition) <= 220] == []
    assert [term.id for term in GLOSSARY if re.search(r"[*\[\]{}]|chapter \d", term.definition)] == []


def test_no_phrase_leads_to_two_entries() -> None:
    phrases = Counter(phrase for term in GLOSSARY for phrase in term.phrases)
    assert [phrase for phrase, times in phrases.items() if times > 1] == []


def links(site: Any, name: str) -> list[Element]:
    return [link for link in chapter_page(site.folder, name).article.find("a") if link.has_class("ug-term")]


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_links_its_terms_once_and_says_what_they_mean(built_site: Any, name: str) -> None:
    entries = {f"#{term.id}": term for term in GLOSSARY}
    term_links = links(built_site, name)
    assert len(term_links) >= 3
    targets = ["#" + link.attributes["href"].partition("#")[2] for link in term_links]
    assert len(targets) == len(set(targets))
    assert all(
        html.unescape(link.attributes["data-definition"]) == entries[target].definition
        for link, target in zip(term_links, targets, strict=True)
    )


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_links_no_term_in_headings_or_asides(built_site: Any, name: str) -> None:
    headings = {"h1", "h2", "h3", "h4"}
    wrong = [link.text() for link in links(built_site, name) if {ancestor.tag for ancestor in link.above()} & (ASIDE | headings)]
    assert wrong == []
