"""Navigation: each page's foot links to the previous and next page, and each chapter's end to the next chapter."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

from tests.content.book import CHAPTERS
from tests.content.built_page import BuiltPage, Element, chapter_page

ORDER = ["index.md", *CHAPTERS, "reference/leverage-in-one-page.md"]


def address(name: str) -> str:
    return "/" + name.removesuffix(".md").removesuffix("index").rstrip("/") + ("" if name == "index.md" else "/")


def foot_link(page: BuiltPage, which: str) -> Element | None:
    return next((link for link in page.root.find("a") if link.has_class(f"md-footer__link--{which}")), None)


def test_foot_links_follow_the_order_of_the_book(built_site: Any) -> None:
    pages = {name: chapter_page(built_site.folder, name) for name in ORDER}
    for before, after in pairwise(ORDER):
        on, back = foot_link(pages[before], "next"), foot_link(pages[after], "prev")
        assert on is not None
        assert back is not None
        assert urljoin(address(before), on.attributes["href"]) == address(after)
        assert urljoin(address(after), back.attributes["href"]) == address(before)
        heading = pages[after].article.find("h1")[0].text(lambda part: part.has_class("headerlink"))
        assert on.attributes["aria-label"] == f"Next: {heading}"


def test_a_chapter_ends_with_the_way_to_the_next(built_site: Any) -> None:
    for number, (name, after) in enumerate(pairwise([*CHAPTERS, "reference/leverage-in-one-page.md"]), 1):
        (end,) = chapter_page(built_site.folder, name).article.find("gig-reading")
        (link,) = end.find("a")
        assert urljoin(address(name), link.attributes["href"]) == address(after)
        assert end.attributes["data-chapter"] == name.removeprefix("chapters/").removesuffix(".md")
        assert end.attributes["data-of"] == str(len(CHAPTERS))
        assert link.text().startswith(f"Next: chapter {number + 1}, " if after in CHAPTERS else "Next: ")
        assert "hidden" in end.find("label")[0].attributes, "without a script nothing can be marked"


def test_the_end_stands_after_the_key_terms_and_before_the_notes(built_site: Any) -> None:
    for name in CHAPTERS:
        blocks = [child for child in chapter_page(built_site.folder, name).article.children if isinstance(child, Element)]
        tags = [block.attributes.get("id") or block.attributes.get("class") or block.tag for block in blocks]
        assert tags.index("key-terms") < tags.index("ug-chapter-end") < tags.index("footnote")
