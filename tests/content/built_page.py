"""A built page as a tree, read with the standard library's parser."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements without content and end tag."""

_INLINE = re.compile("a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|su[bp]|u|wbr")
"""Inline elements, whose text continues that around them."""


@dataclass(eq=False)
class Element:
    """An element; an attribute without a value is ""."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def walk(self, skip: Callable[[Element], bool] = lambda element: False) -> Iterator[Element]:
        """Yield this element and its descendants in reading order, without skipped ones and their content."""
        if not skip(self):
            yield self
            for child in self.children:
                if isinstance(child, Element):
                    yield from child.walk(skip)

    def above(self) -> Iterator[Element]:
        """Return the ancestors, the nearest first."""
        if self.parent is not None:
            yield self.parent
            yield from self.parent.above()

    def find(self, *tags: str) -> list[Element]:
        return [element for element in self.walk() if element.tag in tags]

    def text(self, skip: Callable[[Element], bool] = lambda element: False) -> str:
        """Return the text as shown, with white space collapsed."""
        return re.sub(r"\s+", " ", "".join(self._texts(skip))).strip()

    def _texts(self, skip: Callable[[Element], bool]) -> Iterator[str]:
        if self.tag in {"script", "style", "template"} or skip(self):
            return
        gap = "" if _INLINE.fullmatch(self.tag) else " "
        yield gap
        for child in self.children:
            if isinstance(child, Element):
                yield from child._texts(skip)
            else:
                yield child
        yield gap

    def has_class(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("document", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        opened = next((element for element in (self.here, *self.here.above()) if element.tag == tag), None)
        if opened is not None and opened.parent is not None:
            self.here = opened.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


@dataclass(frozen=True)
class BuiltPage:
    """A built page."""

    path: Path
    root: Element

    @functools.cached_property
    def article(self) -> Element:
        """Return the page's article, without navigation and foot."""
        (article,) = self.root.find("article")
        return article

    @functools.cached_property
    def ids(self) -> list[str]:
        """Return all ids, except those inside templates, which scripts replace."""
        elements = self.root.walk(lambda element: element.tag == "template")
        return [element.attributes["id"] for element in elements if "id" in element.attributes]


def read_page(text: str, path: Path = Path()) -> BuiltPage:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return BuiltPage(path, reader.root)


@functools.cache
def open_page(path: Path) -> BuiltPage:
    return read_page(path.read_text("utf-8"), path)


def chapter_page(site: Path, name: str) -> BuiltPage:
    """The built page of a Markdown file: "chapters/08-the-equalizer.md" is at chapters/08-the-equalizer/."""
    folder = name.removesuffix(".md").removesuffix("index")
    return open_page(site / folder / "index.html")


def all_pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of the site by its path below it."""
    return {path.relative_to(site).as_posix(): open_page(path) for path in sorted(site.rglob("*.html"))}
