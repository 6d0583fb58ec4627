"""Markdown tables in scrollable regions that the keyboard reaches; on a phone, wide tables become cards."""

import re

MAX_COLUMNS = 4
"""The most columns that fit on a phone."""

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r'<td( class="ug-(?P<align>\w+)")?>(?P<inside>.*?)</td>', re.DOTALL)
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (\w+);">')
_TAG = re.compile(r"<[^>]*>")


def align_by_class(page: str) -> str:
    """Replace the style attributes by which Markdown aligns columns, which the site's policy forbids, by the classes ug-right and so on."""
    return _ALIGNED.sub(r'\1 class="ug-\2">', page)


def wrap_tables(page: str) -> str:
    """Wrap each Markdown table of a page in a scrollable region.

    Material wraps tables too, but only in the browser, and the keyboard cannot reach its wrappers. A table with more than MAX_COLUMNS
    columns becomes cards on a phone, unless it has empty cells: those tables are worksheets to print and fill in.
    """
    tables = iter(range(1, page.count("<table>") + 1))

    def wrap(table: re.Match[str]) -> str:
        inside, number = table[1], next(tables)
        heads = [_TAG.sub("", head) for head in _HEAD.findall(inside)]
        cells = [cell["inside"] for cell in _CELL.finditer(inside)]
        region = f'role="region" tabindex="0" aria-label="Table {number}"'
        if len(heads) <= MAX_COLUMNS or not all(cells):
            return f'<div class="ug-table" {region}><table class="ug-grid">{inside}</table></div>'
        rows = _ROW.sub(lambda row: f'<tr role="row">{_card_cells(row[1], heads)}</tr>', inside)
        rows = rows.replace("<thead>", '<thead role="rowgroup">').replace("<tbody>", '<tbody role="rowgroup">')
        grid = f'<table class="ug-grid" role="table">{rows}</table>'
        return f'<div class="ug-cards"><div class="ug-table ug-table-cards" data-of="{heads[0]}" {region}>{grid}</div></div>'

    return _TABLE.sub(wrap, page)


def _card_cells(row: str, heads: list[str]) -> str:
    """Add to each cell the heading of its column, and explicit ARIA roles, which `display: block` on a card would drop."""
    row = _HEAD.sub(lambda head: head[0].replace("<th", '<th role="columnheader" scope="col"', 1), row)
    names = iter(heads)

    def card_cell(cell: re.Match[str]) -> str:
        name = next(names)
        if name == heads[0]:
            return f'<th role="rowheader" scope="row">{cell["inside"]}</th>'
        kind = ' class="ug-numeric"' if cell["align"] == "right" else ""
        return f'<td role="cell" data-column="{name}"{kind}>{cell["inside"]}</td>'

    return _CELL.sub(card_cell, row)
