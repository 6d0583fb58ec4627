"""The guided path, as somebody walks it who comes for the first time and has numbers of their own."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator

from benchmarks.browser.reader import Reader
from calculators import PATH
from theme.mkdocs.path import title_of

MOST = 120
"""Taps and keys that may lead from nothing to a plan."""
MOST_SCREENS = 32
"""Heights of the window to scroll on the way."""


def walk(reader: Reader, site: str) -> None:
    """Go from the home page along all steps to the plan; each page's effort is in `reader.efforts`."""
    reader.page.goto(site)
    reader.arrive("home")
    link = reader.page.locator("article").get_by_role("link", name="Work out your own plan")
    for name, after in zip(PATH, (*PATH[1:], None), strict=True):
        with reader.waiting():
            reader.tap(link)
            reader.page.wait_for_url(f"**/calculators/{name}/")
            reader.arrive(name)
        form = reader.page.locator("gig-calculator")
        ANSWERS[name](reader, form)
        if after:
            link = form.locator(".ug-onward").get_by_role("link", name=f"Next: {title_of(after)}")


def _box(form: Locator, name: str) -> Locator:
    return form.locator(f'.ug-form [name="{name}"]')


def _time_audit(reader: Reader, form: Locator) -> None:
    """A weekday with seven hours of sleep, eight of work and one with the children, and twelve hours a week of rest."""
    weekday = form.locator('[data-rows="days"] > ol > li').first
    for activity, hours in (("sleep", "7"), ("work", "8"), ("care", "1")):
        reader.write(weekday.locator(f'[data-activity="{activity}"] [data-hours]'), hours)
    with reader.waiting():
        reader.write(_box(form, "rest_floor"), "12")


def _inventory(reader: Reader, form: Locator) -> None:
    """Somebody who teaches music at weekends and has a parking space."""
    reader.tap(form.get_by_role("button", name="Teach music"))
    with reader.waiting():
        reader.tap(form.locator(".ug-pick", has_text="Parking"))
    assets = form.locator('[data-rows="assets"] > ol > li')
    with reader.waiting():
        reader.tap(assets.nth(0).locator("[data-preset-list] button").nth(1))


def _ideas(reader: Reader, form: Locator) -> None:
    """The best idea for each."""
    for gig in ("music-lessons", "parking-month"):
        reader.tap(form.locator(f'.ug-choose[data-choose*="{gig}"]'))


def _leverage_income(reader: Reader, form: Locator) -> None:
    """The price of a lesson and how many of them, asked of three teachers nearby."""
    reader.write(_box(form, "pairs.0.price"), "35")
    with reader.waiting():
        reader.write(_box(form, "pairs.0.units"), "12")


def _take_home(reader: Reader, form: Locator) -> None:
    """A single employee in Ohio."""
    reader.choose(_box(form, "state"), "oh")
    with reader.waiting():
        reader.write(_box(form, "wages"), "48000")


def _accelerator(reader: Reader, form: Locator) -> None:
    """A cushion of six thousand."""
    reader.write(_box(form, "goal"), "6000")
    reader.write(_box(form, "start"), "800")
    with reader.waiting():
        reader.write(_box(form, "own"), "100")


def _plan(reader: Reader, form: Locator) -> None:
    """The first Monday, from the system's calendar: open it, choose the day, confirm."""
    day = _box(form, "start_day")
    with reader.waiting():
        reader.tap(day)
        day.fill("2027-01-04")
        reader.effort.taps += 2
    reader.look_at(form.locator(".ug-headline-number").first)


ANSWERS: dict[str, Callable[[Reader, Locator], None]] = {
    "time-audit": _time_audit,
    "inventory": _inventory,
    "ideas": _ideas,
    "leverage-income": _leverage_income,
    "take-home": _take_home,
    "accelerator": _accelerator,
    "plan": _plan,
}
"""What the reader does at each step."""
