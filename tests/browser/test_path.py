"""The guided path: from the time audit to the plan by one button after each answer."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from playwright.sync_api import Page, expect

from calculators import PATH
from calculators.engine.fields import Hours
from tests.browser.calculator_page import PATIENCE, Opener, answer, follow, store, without_python
from theme.mkdocs.path import title_of

OTHER_EDITION = """localStorage.setItem('ultimate-gig.answers', JSON.stringify(
  {...JSON.parse(localStorage.getItem('ultimate-gig.answers')), edition: 'another'}))"""


def test_each_answer_leads_on_to_the_next_step(page: Page, calculator: Opener) -> None:
    """The links are in the built pages, so the path can be walked without Python."""
    site = calculator(PATH[0]).site
    without_python(page).goto(f"{site}calculators/{PATH[0]}/")
    for number, (_, after) in enumerate(pairwise(PATH), start=1):
        expect(page.locator(".ug-path-where")).to_have_text(f"Step {number} of {len(PATH)}")
        page.locator("gig-calculator").get_by_role("link", name=f"Next: {title_of(after)}").click()
        page.wait_for_url(f"**/calculators/{after}/")
        expect(page.locator("gig-calculator")).to_be_visible()
    expect(page.locator(".ug-path-where")).to_have_text(f"Step {len(PATH)} of {len(PATH)}")
    expect(page.locator(".ug-next a")).to_have_count(0)


def test_the_button_stays_when_python_answers(visitor: Opener) -> None:
    audit = visitor(PATH[0])
    audit.type("rest_floor", "40")
    expect(audit.element.locator(".ug-next a")).to_have_text("Next: Asset inventory")
    expect(audit.element.locator(".ug-next a")).to_be_visible()


def test_the_workbook_shows_answers_and_what_is_missing(visitor: Opener) -> None:
    audit = visitor(PATH[0])
    audit.type("rest_floor", "10")
    idle = answer(PATH[0], rest_floor="10")["figures"]["leverage_hours"]
    follow(audit.page, f"{audit.site}workbook/")
    contents = audit.page.locator("gig-workbook [data-slot='contents']")
    line = contents.locator(".ug-answers li")
    expect(line).to_have_count(1)
    assert idle > 0
    expect(line.locator("strong").first).to_contain_text(Hours().write(idle), timeout=PATIENCE)
    expect(line).to_contain_text("after the 10 hours of rest that you keep")
    expect(contents.locator(".ug-answers-next a")).to_have_text("Next: Asset inventory")
    expect(contents.locator(".ug-answers-next")).to_contain_text("After that: Ideas, Leverage income, Take-home pay")
    line.get_by_role("link", name="Edit: Time audit").click()
    audit.page.wait_for_url("**/calculators/time-audit/")
    expect(audit.field("rest_floor")).to_have_value("10")


def test_workbook_shows_the_last_answers_before_python_starts(page: Page, built_site: Any) -> None:
    """They are those of the last visit, say so when a number has changed since, and go when everything is forgotten."""
    store(page, {"time-audit": {"rest_floor": "10"}})
    page.goto(f"{built_site.url}workbook/")
    line = page.locator(".ug-answers li")
    idle = answer("time-audit", rest_floor="10")["figures"]["leverage_hours"]
    expect(line.locator("strong").first).to_contain_text(Hours().write(idle), timeout=PATIENCE)
    sentence = line.locator(".ug-sentence").inner_text()
    without_python(page).reload()
    expect(line.locator("strong").first).to_contain_text(Hours().write(idle))
    expect(line).to_contain_text(sentence)
    expect(line).not_to_contain_text("before the last change")
    expect(line.locator(".ug-sentence")).to_have_count(0)
    page.evaluate("localStorage.setItem('ultimate-gig.workbook', localStorage.getItem('ultimate-gig.workbook').replace('10', '12'))")
    page.reload()
    expect(line).to_contain_text(sentence)
    expect(line).to_contain_text("before the last change")
    page.evaluate(OTHER_EDITION)
    page.reload()
    expect(line).to_contain_text("Working out the answer")
    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("button", name="Yes").click()
    assert page.evaluate("localStorage.getItem('ultimate-gig.answers')") is None


def test_a_wrong_number_is_named_on_the_workbook_page(visitor: Opener) -> None:
    audit = visitor(PATH[0])
    audit.type_only("rest_floor", "x")
    assert audit.kept() == {"rest_floor": "x"}
    follow(audit.page, f"{audit.site}workbook/")
    expect(audit.page.locator(".ug-answers li")).to_contain_text("needs another look", timeout=PATIENCE)
