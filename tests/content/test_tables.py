"""Tables: each column has a heading, and they scroll with the keyboard, or become cards if too wide for a phone."""

import re

import pytest

from tests.content.book import PAGES, read
from theme.mkdocs.book_tables import align_by_class, wrap_tables

_HEADINGS = re.compile(r"^\|(.*)\|\n\|[-:| ]*-[-:| ]*\|$", re.MULTILINE)


def table(columns: int, filled: bool = True) -> str:
    heads = "".join(f'<th style="text-align: right;">Head &amp; {n}</th>' for n in range(columns))
    cells = "".join(f'<td style="text-align: right;">{n if filled else ""}</td>' for n in range(columns))
    return align_by_class(f"<table>\n<thead>\n<tr>\n{heads}\n</tr>\n</thead>\n<tbody>\n<tr>\n{cells}\n</tr>\n</tbody>\n</table>")


def test_narrow_table_stays_and_scrolls_with_the_keyboard() -> None:
    html = wrap_tables(f"<p>a</p>{table(4)}<p>b</p>{table(2)}")
    assert html.count('role="region" tabindex="0"') == 2
    assert 'aria-label="Table 1"' in html
    assert 'aria-label="Table 2"' in html
    assert "ug-table-cards" not in html


def test_wide_table_becomes_cards_with_headings_and_roles() -> None:
    html = wrap_tables(table(5))
    assert 'ug-table-cards" data-of="Head &amp; 0"' in html
    assert '<th role="rowheader" scope="row">0</th>' in html
    for n in range(1, 5):
        assert f'<td role="cell" data-column="Head &amp; {n}" class="ug-numeric">{n}</td>' in html
    assert html.count('role="columnheader"') == 5
    assert html.count('role="row"') == 2


def test_a_table_to_be_filled_in_by_hand_stays_a_table() -> None:
    assert "ug-table-cards" not in wrap_tables(table(6, filled=False))


def unnamed_columns(text: str) -> list[str]:
    """Return the rows of headings in which a column has none, which a screen reader could not announce."""
    return [row for row in _HEADINGS.findall(text) if not all(cell.strip() for cell in row.split("|"))]


@pytest.mark.parametrize("name", PAGES)
def test_every_column_has_a_heading(name: str) -> None:
    assert unnamed_columns(read(name)) == []


def test_column_without_a_heading_is_noticed() -> None:
    assert unnamed_columns("| | Price |\n|---|---:|\n| A | 1 |\n\n| Name | Price |\n|---|---:|\n") == [" | Price "]
