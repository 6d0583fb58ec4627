"""Papers to print or copy: the letters and forms of content/papers/ as text and as OpenDocument files, made from the built pages.

A paper is the <div class="ug-paper"> of its page. It has headings, paragraphs, list items and tables.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from xml.sax.saxutils import escape

FOLDER = "papers/files"
"""Where the files are in the site."""

_TEXT = frozenset({"p", "li", "h2", "h3", "td", "th"})
_DOTS = re.compile("…+")
_MIMETYPE = "application/vnd.oasis.opendocument.text"
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible"))
)


@dataclass(frozen=True)
class Run:
    """A piece of text, in which a newline breaks the line."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or an item, which have runs; or a table, which has rows of cells, the first of them the head.

    `number` is the place of an item in a numbered list, and 0 in another list.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    number: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """All runs together, without white space around lines."""
        return "\n".join(line.strip() for line in "".join(run.text for run in self.runs).split("\n"))


class _Reader(HTMLParser):
    """Collects the blocks of a page's paper."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._depth = 0
        self._aside = False
        self._bold = False
        self._number = 0
        self._runs: list[Run] = []
        self._cells: list[str] = []
        self._rows: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "div" and (self._depth or "ug-paper" in classes):
            self._depth += 1
        elif tag == "a" and "headerlink" in classes:
            self._aside = True
        elif tag in {"ol", "ul"}:
            self._number = int(tag == "ol")
        elif tag == "strong":
            self._bold = True
        elif tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "tr":
            self._cells = []
        elif tag == "table":
            self._rows = []
        elif tag in _TEXT:
            self._runs = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1
        elif tag == "a":
            self._aside = False
        elif tag == "strong":
            self._bold = False
        elif tag in {"td", "th"}:
            self._cells.append(Block("", tuple(self._runs)).text)
        elif tag == "tr":
            self._rows.append(tuple(self._cells))
        elif self._depth and tag == "table":
            self.blocks.append(Block("table", rows=tuple(self._rows)))
        elif self._depth and tag in _TEXT:
            self._add(tag)

    def _add(self, tag: str) -> None:
        kind = {"p": "paragraph", "li": "item"}.get(tag, "heading")
        self.blocks.append(Block(kind, tuple(self._runs), number=self._number if kind == "item" else 0))
        if kind == "item" and self._number:
            self._number += 1

    def handle_data(self, data: str) -> None:
        if self._depth and not self._aside:
            text = re.sub(r"\s+", " ", data)
            starts_a_line = bool(self._runs) and self._runs[-1].text == "\n"
            self._runs.append(Run(text.lstrip() if starts_a_line else text, self._bold))


def paper(page: str) -> tuple[Block, ...]:
    """Return the blocks of the paper in a page's HTML, or nothing if the page has no paper."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return tuple(reader.blocks)


def as_text(blocks: tuple[Block, ...]) -> str:
    """Write a paper as plain text, with underscores where there is something to fill in."""
    text = _text_block(blocks[0])
    for before, block in pairwise(blocks):
        gap = "\n" if before.kind == block.kind == "item" else "\n\n"
        text += gap + _text_block(block)
    return _DOTS.sub(lambda dots: "_" * 2 * len(dots[0]), text) + "\n"


def _text_block(block: Block) -> str:
    if block.kind == "table":
        return _text_table(block)
    if block.kind == "heading":
        return block.text.upper()
    return f"{f'{block.number}.' if block.number else '-'} {block.text}" if block.kind == "item" else block.text


def _text_table(block: Block) -> str:
    widths = [max(10, *(len(cell) for cell in column)) for column in zip(*block.rows, strict=True)]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in block.rows]
    return "\n".join([lines[0], "-+-".join("-" * width for width in widths), *lines[1:]])


def as_odt(blocks: tuple[Block, ...]) -> bytes:
    """Write a paper as an OpenDocument text of Letter size, which also prints on A4. Equal papers give equal bytes."""
    body = "".join(map(_odt_block, blocks))
    content = f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    files = {
        "mimetype": _MIMETYPE,
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": f'{_XML}<office:document-content {_NAMES} office:version="1.2">{content}</office:document-content>',
        "styles.xml": f'{_XML}<office:document-styles {_NAMES} office:version="1.2">{_PAGE}</office:document-styles>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"))
    return made.getvalue()


def _odt_block(block: Block) -> str:
    if block.kind == "table":
        columns = f'<table:table-column table:number-columns-repeated="{len(block.rows[0])}"/>'
        return f'<table:table table:style-name="table">{columns}{"".join(map(_odt_row, block.rows))}</table:table>'
    runs = "".join(map(_odt_run, block.runs))
    if block.kind == "heading":
        return f'<text:h text:outline-level="1" text:style-name="heading">{runs}</text:h>'
    marker = (f"{block.number}. " if block.number else "• ") if block.kind == "item" else ""
    return f'<text:p text:style-name="{block.kind}">{marker}{runs}</text:p>'


def _odt_run(run: Run) -> str:
    text = _odt_text(run.text)
    return f'<text:span text:style-name="bold">{text}</text:span>' if run.bold else text


def _odt_row(row: tuple[str, ...]) -> str:
    opened = '<table:table-cell table:style-name="cell" office:value-type="string"><text:p>'
    cells = "".join(f"{opened}{_odt_text(cell)}</text:p></table:table-cell>" for cell in row)
    return f'<table:table-row table:style-name="row">{cells}</table:table-row>'


def _odt_text(text: str) -> str:
    return escape(text).replace("\n", "<text:line-break/>")


_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

_MANIFEST = f"""{_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""

_STYLES = """
<style:style style:name="heading" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.2cm"/>
<style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="paragraph" style:family="paragraph">
<style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.25cm"/></style:style>
<style:style style:name="item" style:family="paragraph">
<style:paragraph-properties fo:margin-left="0.6cm" fo:margin-bottom="0.1cm"/></style:style>
<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="table" style:family="table">
<style:table-properties fo:margin-bottom="0.3cm" table:border-model="collapsing"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties style:min-row-height="0.6cm"/></style:style>
<style:style style:name="cell" style:family="table-cell">
<style:table-cell-properties fo:padding="0.08cm" fo:border="0.5pt solid #777777"/></style:style>"""

_PAGE = """<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="10.5pt"/></style:default-style>
</office:styles><office:automatic-styles><style:page-layout style:name="letter">
<style:page-layout-properties fo:page-width="21.59cm" fo:page-height="27.94cm" fo:margin="1.8cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="letter"/></office:master-styles>"""
