"""A chapter's prose as a reader reads it: paragraphs and list items of the built page."""

from __future__ import annotations

from collections.abc import Iterator

from tests.content.built_page import BuiltPage, Element

_ASIDE = frozenset({"gig-calculator", "table", "code", "pre", "svg", "sup", "summary", "template"})


def not_prose(element: Element) -> bool:
    """Calculators, tables, code, pictures, footnotes and their marks, the buttons that open an answer, the signs beside headings."""
    return element.tag in _ASIDE or any(map(element.has_class, ("footnote", "headerlink", "ug-opener-number")))


def passages(page: BuiltPage) -> Iterator[str]:
    """Each paragraph and each list item; the list of key terms is none."""
    terms = False
    for element in page.article.walk(not_prose):
        if element.tag in {"h1", "h2"}:
            terms = element.attributes.get("id") == "key-terms"
        if terms or element.tag not in {"p", "li"} or any(above.tag in {"p", "li"} for above in element.above()):
            continue
        if text := element.text(not_prose):
            yield text
