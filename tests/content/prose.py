"""The prose of a page: its paragraphs and list items, and what of them is a sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import markdown

from tests.content.book import worked
from tests.content.built_page import BuiltPage, Element, read_page

EXTENSIONS = ["footnotes", "tables", "def_list", "attr_list", "md_in_html"]

_ASIDE = frozenset({"gig-calculator", "table", "code", "pre", "svg", "sup", "summary", "template"})
_LABEL = re.compile(r"^(- |\d+\. |)\*\*[^*]+[.:?!]\*\*", re.MULTILINE)
_POINT_IN_NUMBER = re.compile(r"(?<=\d)[.,:](?=\d)")
_INITIAL = re.compile(r"\b([A-Z])\.(?= [A-Z])")
_END = re.compile(r"(?<=[.?!])[”’)]*\s+(?=[“‘(]?[A-Z])")
_BLANK = "……"
"""Dots to write on: a passage with them belongs to a form."""


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


def rendered(name: str) -> BuiltPage:
    """A page as its Markdown alone renders: no site around it, no labels such as **Tax.** at the start of paragraphs and items."""
    text = _LABEL.sub(r"\1", worked(name)[0])
    return read_page(f"<article>{markdown.markdown(text, extensions=EXTENSIONS)}</article>")


def measured(passage: str) -> str:
    """Prepare a passage for textstat, which takes the points in 3.4, 2:30 and John T. Fleming for ends of sentences."""
    whole = _INITIAL.sub(r"\1", _POINT_IN_NUMBER.sub("", passage)).rstrip(" ”’)")
    return whole if whole.endswith((".", "!", "?")) else f"{whole.rstrip(';:,')}."


@functools.cache
def prose(name: str) -> tuple[str, ...]:
    """A page's paragraphs and list items that are whole sentences, without those of forms."""
    whole = (text for text in passages(rendered(name)) if _BLANK not in text and text.rstrip("”’)").endswith((".", "?", "!")))
    return tuple(map(measured, whole))


def sentences(texts: Iterable[str]) -> list[str]:
    return [sentence for text in texts for sentence in _END.split(text)]
