"""The prose of a chapter: paragraphs and list items of the built page."""

from __future__ import annotations

from collections.abc import Iterator

from tests.content.built_page import BuiltPage, Element

_ASIDE = frozenset({"gig-calculator", "table", "code", "pre", "svg", "sup", "summary", "template"})


def not_prose(element: Element) -> bool:
    """Return whether an element is not prose: calculators, tables, code, pictures, footnotes, buttons, and links beside headings."""
    return element.tag in _ASIDE or any(map(element.has_class, ("footnote", "headerlink", "ug-opener-number")))


def passages(page: BuiltPage) -> Iterator[str]:
    """Yield each paragraph and list item, except key terms."""
    terms = False
    for element in page.article.walk(not_prose):
        if element.tag in {"h1", "h2"}:
            terms = element.attributes.get("id") == "key-terms"
        if terms or element.tag not in {"p", "li"} or any(above.tag in {"p", "li"} for above in element.above()):
            continue
        if text := element.text(not_prose):
            yield text
