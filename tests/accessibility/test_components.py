"""axe-core on a page with every component in every state of its examples.

The page is made here from theme/components/*/examples.toml with the site's own style sheets; it is not part of the site.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility.test_pages import SCHEMES, SIZES, TOO_SMALL, look_through, reader
from tests.unit.theme.components.component_examples import EXAMPLES

IN_FORM = '<div class="ug-calculator"><form class="ug-form"><div class="ug-fields">{}</div></form></div>'
IN_FIRST = '<div class="ug-calculator"><div class="ug-outcome-first">{}</div></div>'
IN_REST = '<div class="ug-calculator"><div class="ug-outcome-rest">{}</div></div>'
SURROUNDINGS = {
    **dict.fromkeys(("error-summary", "field", "rows"), IN_FORM),
    **dict.fromkeys(("figure", "lever"), IN_FIRST),
    **dict.fromkeys(("chart", "sources", "table", "what-if", "working"), IN_REST),
    **dict.fromkeys(("form", "outcome"), '<div class="ug-calculator">{}</div>'),
}
"""Component -> where a calculator has it; the others stand for themselves."""


def examples_page(index: str, scheme: str) -> str:
    """The page, with the style sheets of the site's first page."""
    sheets = "".join(re.findall(r'<link rel="stylesheet"[^>]*>', index))
    parts = []
    for component, states in groupby(EXAMPLES, key=lambda example: example.component):
        around = SURROUNDINGS.get(component, "{}")
        parts += [
            f"<h2>{component}</h2>",
            *(f'<section aria-label="{state.id}">{around.format(state.html())}</section>' for state in states),
        ]
    viewport = '<meta name="viewport" content="width=device-width,initial-scale=1">'
    head = f'<head><meta charset="utf-8"><title>Components</title>{viewport}{sheets}</head>'
    body = f'<body data-md-color-scheme="{SCHEMES[scheme]}"><main class="md-typeset"><h1>Components</h1>{"".join(parts)}</main></body>'
    return f'<!doctype html><html lang="en" class="js" dir="ltr">{head}{body}</html>'


def open_examples(page: Page, site: Any, scheme: str) -> None:
    index = (site.folder / "index.html").read_text("utf-8")
    page.route(f"{site.url}components.html", lambda route: route.fulfill(body=examples_page(index, scheme), content_type="text/html"))
    page.goto(f"{site.url}components.html")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_any_example(browser: Browser, built_site: Any, size: str, scheme: str) -> None:
    with reader(browser, size, scheme) as page:
        open_examples(page, built_site, scheme)
        ours = page.evaluate("[...document.styleSheets].filter((sheet) => sheet.href.includes('/styles/pages.') && sheet.cssRules.length)")
        findings = look_through(page)
    assert len(ours) == 1
    assert not findings, "\n".join(findings)


def test_controls_of_examples_are_large_enough_on_a_phone(browser: Browser, built_site: Any) -> None:
    with reader(browser, "phone", "light") as page:
        open_examples(page, built_site, "light")
        small = page.locator("main :is(input, select, button, summary)").evaluate_all(TOO_SMALL)
    assert not small, "\n".join(small)
