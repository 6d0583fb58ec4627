"""The tables of the book: each in a region of its own that the keyboard can scroll, the wide ones as cards on a phone."""

from __future__ import annotations

import re

FIT = 4
"""Columns that a phone is wide enough for."""

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r'<td( style="text-align: (?P<align>\w+);")?>(?P<inside>.*?)</td>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def wrap_tables(page: str) -> str:
    """A page's HTML with its Markdown tables wrapped; Material's own wrapping comes late and cannot be reached with the keyboard.

    A table of more columns than fit becomes cards on a phone, unless it has empty cells: then it is there to be filled in with a pencil.
    """
    tables = iter(range(1, page.count("<table>") + 1))

    def wrapped(found: re.Match[str]) -> str:
        inside, number = found[1], next(tables)
        heads = [_TAG.sub("", head) for head in _HEAD.findall(inside)]
        cells = [cell["inside"] for cell in _CELL.finditer(inside)]
        region = f'role="region" tabindex="0" aria-label="Table {number}"'
        if len(heads) <= FIT or not all(cells):
            return f'<div class="ug-table" {region}><table class="ug-grid">{inside}</table></div>'
        rows = _ROW.sub(lambda row: f'<tr role="row">{_carded(row[1], heads)}</tr>', inside)
        rows = rows.replace("<thead>", '<thead role="rowgroup">').replace("<tbody>", '<tbody role="rowgroup">')
        table = f'<table class="ug-grid" role="table">{rows}</table>'
        return f'<div class="ug-cards"><div class="ug-table ug-table-cards" data-of="{heads[0]}" {region}>{table}</div></div>'

    return _TABLE.sub(wrapped, page)


def _carded(row: str, heads: list[str]) -> str:
    """A row whose cells know their column's head. Roles are written out, for a card's display takes them away."""
    row = _HEAD.sub(lambda head: head[0].replace("<th", '<th role="columnheader" scope="col"', 1), row)
    names = iter(heads)

    def cell(found: re.Match[str]) -> str:
        name = next(names)
        if name == heads[0]:
            return f'<th role="rowheader" scope="row">{found["inside"]}</th>'
        kind = ' class="ug-numeric"' if found["align"] == "right" else ""
        return f'<td role="cell" data-column="{name}"{kind}>{found["inside"]}</td>'

    return _CELL.sub(cell, row)
