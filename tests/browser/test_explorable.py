"""An explorable sentence: its numbers are moved by keys, by dragging and by two buttons, and its figures follow."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator_page import PATIENCE, stored, without_python

CHAPTER = "chapters/01-a-new-way-to-work/"


def opened(page: Page, site: Any) -> Locator:
    page.goto(site.url + CHAPTER)
    sentence = page.locator("gig-explorable").first
    sentence.scroll_into_view_if_needed()
    expect(sentence).to_have_attribute("data-ready", "")
    return sentence


def values(sentence: Locator) -> list[str]:
    return sentence.locator("[data-word]").all_text_contents()


def test_keys_move_a_number_before_python_has_started(page: Page, built_site: Any) -> None:
    sentence = opened(without_python(page), built_site)
    number = sentence.get_by_role("slider").first
    before, start = values(sentence), number.text_content()
    number.press("End")
    expect(number).not_to_have_text(start or "")
    assert number.get_attribute("aria-valuenow") == number.get_attribute("aria-valuemax")
    assert number.get_attribute("aria-valuetext") == number.text_content()
    assert values(sentence) != before
    number.press("Home")
    assert number.get_attribute("aria-valuenow") == number.get_attribute("aria-valuemin")


def test_python_answers_for_two_moved_numbers_and_keeps_nothing(page: Page, built_site: Any) -> None:
    sentence = opened(page, built_site)
    numbers = sentence.get_by_role("slider")
    numbers.nth(0).press("End")
    alone = values(sentence)
    numbers.nth(1).press("Home")
    expect(sentence.locator("[data-waiting]")).to_have_count(0, timeout=PATIENCE)
    assert values(sentence) != alone
    assert [json.loads(text)["calculators"] for text in stored(page).values()] in ([], [{}])


def test_drag_and_buttons_move_a_number_and_nothing_around_it(page: Page, built_site: Any) -> None:
    sentence = opened(without_python(page), built_site)
    number = sentence.get_by_role("slider").first
    height = sentence.bounding_box()
    start = float(number.get_attribute("aria-valuenow") or "nan")
    box = number.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 80, y, steps=4)
    page.mouse.up()
    dragged = float(number.get_attribute("aria-valuenow") or "nan")
    assert dragged < start
    sentence.locator("button", has_text="+").click()
    assert float(number.get_attribute("aria-valuenow") or "nan") > dragged
    assert sentence.bounding_box() == height


def test_sentence_is_complete_without_scripts(page: Page, built_site: Any) -> None:
    page.route(re.compile(r"/assets/ug/.*\.js"), lambda route: route.abort())
    page.goto(built_site.url + CHAPTER)
    sentence = page.locator("gig-explorable").first
    expect(sentence.get_by_role("slider")).to_have_count(0)
    assert all(values(sentence))
    expect(sentence.locator(".ug-explore-hint")).to_be_hidden()
