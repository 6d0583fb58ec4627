"""The unzipped folder, opened by double-click: reading, search, every calculator, the workbook across pages, no request elsewhere."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page

from calculators import CATALOGUE, IDS, bridge
from calculators.catalogue import leverage_income
from calculators.engine.calculator import Calculator
from calculators.engine.notation import POINT
from calculators.workbook.link import make_link, read_link
from tests.browser.calculator_page import RECORDS
from tests.fuzz.attacked import attacked_inputs, attacked_pages
from tests.fuzz.attacks import ATTACKS
from tests.offline.readers import Chromium, Reader, WebKit, firefox, until

IN_EVERY_ENGINE = ("time-audit", "inventory", "leverage-income", "take-home")
"""Pages with parts of their own: the strip of a day, pictures to pick, estimates, countries. The other pages have parts of these."""

OUTCOME = "performance.getEntriesByName('gig:outcome').length"
TYPE = """
const field = document.querySelector({name});
field.focus();
field.value = {text};
field.dispatchEvent(new Event("input", {{bubbles: true}}));
"""
ARRIVED = "!document.querySelector('iframe[title^=Where]') || localStorage.getItem('ultimate-gig.workbook') === null"
"""True when the frame that keeps the workbook, if this browser needs one, has what the page kept."""
FORGET = """
const button = (name) => [...document.querySelectorAll("gig-workbook button")].find((b) => b.textContent === name).click();
button("Forget everything");
button("Yes, forget everything");
"""
CALCULATORS = "Object.keys(ugServices.workbook.book.calculators).length"
PRESS = "document.querySelector('gig-workbook [data-book={}]').click()"
"""Presses a button of the reader's several workbooks."""
SEARCH = """
document.querySelector("[data-md-toggle=search]").click();
const field = document.querySelector(".md-search__input");
field.focus();
field.value = "leverage";
field.dispatchEvent(new Event("input", {bubbles: true}));
field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true, key: "e"}));
"""

GUARD = """
window.attacks = 0;
window.attacked = () => { window.attacks += 1; };
addEventListener("securitypolicyviolation", window.attacked);
"""

KEEP_FILES = """
const { createObjectURL } = URL;
window.savedFiles = {};
URL.createObjectURL = (file) => {
  const [kind] = /spreadsheetml|calendar|json|csv/.exec(file.type) ?? [];
  if (!kind) return createObjectURL(file); // the worker's
  window.savedFiles[kind] = file;
  return "#";
};
HTMLAnchorElement.prototype.click = () => {};
"""
"""Keeps files in the page, where an engine would ask where to save them."""

IMPORT = """
const chosen = new DataTransfer();
chosen.items.add(new File([window.savedFiles.json], "workbook.json"));
const box = document.querySelector("[data-action=import]");
box.files = chosen.files;
box.dispatchEvent(new Event("change", {bubbles: true}));
"""


def page_of(folder: Path, calculator: str) -> Path:
    return folder / "calculators" / f"{calculator}.html"


def figure(reader: Reader, name: str) -> float:
    return float(reader.do(f"return document.querySelector('[data-figure={name}]').value"))


def type_text(reader: Reader, name: str, text: str) -> None:
    """Type into a field and wait for the outcome."""
    before = reader.do(f"return {OUTCOME}")
    reader.do(TYPE.format(name=json.dumps(f'[name="{name}"]'), text=json.dumps(text)))
    until(reader, f"{OUTCOME} > {before}")


def test_the_first_page_is_there_to_read(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "index.html")
    assert reader.do("return document.querySelector('h1').getBoundingClientRect().height > 0")
    reader.do("await document.fonts.ready")
    literata = "[...document.fonts].find(({ family, status }) => /Literata/.test(family) && status === 'loaded')"
    assert reader.do(f"return {literata}.display") == "swap"


def test_every_link_inside_of_the_folder_leads_to_a_file(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "index.html")
    paths: list[str] = reader.do("return [...document.querySelectorAll('a[href]')].map((a) => decodeURIComponent(a.pathname))")
    inside = [path for path in paths if path.startswith(str(built_folder)) and not path.endswith("/")]
    assert len(inside) > 5
    assert [path for path in inside if not Path(path).is_file()] == []


def expect_answer(reader: Reader, folder: Path, calculator: Calculator) -> None:
    """Open a calculator's page and expect the headline that the sources compute."""
    reader.open(page_of(folder, calculator.id))
    until(reader, OUTCOME)
    name = calculator.headline.name
    expected = json.loads(bridge.run(json.dumps({"calculator": calculator.id, "inputs": {}})))["figures"][name]
    assert figure(reader, name) == expected
    assert reader.do("return document.querySelector('gig-calculator').dataset.state") == "ready"


@pytest.mark.parametrize("calculator", [each for each in CATALOGUE if each.id in IN_EVERY_ENGINE], ids=lambda each: each.id)
def test_page_computes_in_every_engine(reader: Reader, built_folder: Path, calculator: Calculator) -> None:
    expect_answer(reader, built_folder, calculator)


@pytest.mark.parametrize("calculator", [each for each in CATALOGUE if each.id not in IN_EVERY_ENGINE], ids=lambda each: each.id)
def test_page_computes_in_chromium(page: Page, built_folder: Path, calculator: Calculator) -> None:
    expect_answer(Chromium(page), built_folder, calculator)


def be_at_equalizer(reader: Reader, folder: Path) -> None:
    """Open the equalizer's page, unless the test before has left it open with Python ready: each page starts a Python."""
    if not reader.do("return location.href.endsWith('/equalizer.html') && globalThis.ugServices?.pyodide.state === 'ready'"):
        reader.open(page_of(folder, "equalizer"))
    until(reader, OUTCOME)


@pytest.mark.parametrize("name", IDS)
def test_engine_gives_the_whole_answers_of_the_sources(reader: Reader, built_folder: Path, name: str) -> None:
    """One page asks for every calculator's answer: figures, ranges, sentences and charts."""
    be_at_equalizer(reader, built_folder)
    request = {"calculator": name, "inputs": {}, "numbers": "1,234,567.89"}
    assert reader.do(f"return ugServices.pyodide.compute({json.dumps(request)})") == json.loads(bridge.page(json.dumps(request)))


def test_worked_example_is_computed_after_typing(reader: Reader, built_folder: Path) -> None:
    be_at_equalizer(reader, built_folder)
    type_text(reader, "pay", "104,000")
    assert figure(reader, "pay_needed") == 122923.82
    until(reader, "document.querySelector('[data-slot=chart] svg[data-live]') !== null")


def test_workbook_is_shared_between_pages(reader: Reader, built_folder: Path) -> None:
    reader.open(page_of(built_folder, "inventory"))
    until(reader, OUTCOME)
    reader.do("ugServices.workbook.forget()")  # which an attempt that broke off may have left
    type_text(reader, "assets.0.name", "My tool shed – größer")
    reader.do(f"{KEEP_FILES} document.querySelector('[data-csv]').click()")
    until(reader, "window.savedFiles.csv?.size > 20")
    reader.open(page_of(built_folder, "leverage-income"))
    until(reader, "document.querySelector('[name=\"assets.0.name\"]').value === 'My tool shed – größer'")
    until(reader, "document.querySelector('[data-linked-for=assets]').textContent.includes('asset inventory')")
    reader.open(built_folder / "workbook.html")
    until(reader, "document.querySelectorAll('gig-workbook [data-slot=contents] li').length > 0")
    reader.do(KEEP_FILES)
    for selector, kind, least in (
        ("[data-action=export]", "json", 20),
        ("[data-action=spreadsheet]", "spreadsheetml", 5_000),
        ("[data-share=dates]", "calendar", 200),
    ):
        reader.do(f"document.querySelector('{selector}').click()")
        until(reader, f"window.savedFiles.{kind}?.size > {least}")
    reader.do("window.print = () => { window.isPrinted = true; }; document.querySelector('[data-action=print-all]').click()")
    until(reader, "window.isPrinted && document.querySelector('.ug-printed').textContent.includes('My tool shed – größer')")
    reader.do(f"document.querySelector('#ug-book-name').value = 'If we moved'; {PRESS.format('copy')}")
    until(reader, "/open now/.test(document.querySelector('[data-slot=book-status]').textContent)")
    reader.do(PRESS.format("open"))
    until(reader, "document.querySelector('[data-slot=book-name]').textContent === 'My workbook'")
    for way, left in (("undo", (count := reader.do(f"return {CALCULATORS}")) - 1), ("redo", count)):
        until(reader, f"document.querySelector('[data-book={way}]').ariaDisabled === 'false'")
        reader.do(PRESS.format(way))
        until(reader, f"{CALCULATORS} === {left}")
    reader.do(IMPORT)
    replaces = "/replaces everything in your open workbook/.test(document.querySelector('gig-workbook [data-slot=confirm]').textContent)"
    until(reader, replaces)
    reader.open(page_of(built_folder, "inventory"))
    until(reader, "document.querySelector('[name=\"assets.0.name\"]').value === 'My tool shed – größer'")
    assert "?" not in reader.do("return location.href")
    assert "#" not in reader.do("return location.href")


def test_other_tab_follows_the_numbers(reader: Reader, built_folder: Path) -> None:
    """In WebKit, only once its page is opened again."""
    for tab in (1, 0):
        reader.tab(tab)
        reader.open(page_of(built_folder, "equalizer"))
        until(reader, "document.querySelector('gig-calculator').dataset.state !== 'static'")
    reader.do(TYPE.format(name='"[name=pay]"', text='"68,000"'))
    until(reader, "ugServices.workbook.book.calculators.equalizer?.inputs.pay === '68,000'")
    until(reader, ARRIVED)
    reader.tab(1)
    if isinstance(reader, WebKit):  # which tells no other tab's frame of what is stored
        reader.open(page_of(built_folder, "equalizer"))
    until(reader, "document.querySelector('[name=pay]')?.value === '68,000'")
    reader.tab(0)


def test_records_are_read_from_a_table(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "records.html")
    until(reader, "document.querySelectorAll('gig-records[data-state=ready]').length > 1")
    reader.do(f"document.querySelector('#ug-pasted').value = {json.dumps(RECORDS)}; document.querySelector('[data-action=read]').click()")
    until(reader, "/Read 2 entries from 2 months/.test(document.querySelector('gig-records[data-part=statement]').textContent)")


def test_a_figure_runs_in_a_python_of_its_own(reader: Reader, built_folder: Path) -> None:
    """Its source comes from a script, and the second worker starts as the first one does."""
    reader.open(page_of(built_folder, "equalizer"))
    until(reader, OUTCOME)
    for button in ("[data-action=source-code]", "[data-figure-source=gap] [data-action=change-figure]", "[data-action=run-figure]"):
        until(reader, f"Boolean(document.querySelector('{button}'))")
        reader.do(f"document.querySelector('{button}').click()")
    until(reader, "Boolean(document.querySelector('[data-compared=gap]'))")


def test_currency_sign_is_shared_between_pages(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "workbook.html")
    until(reader, "document.querySelector('gig-workbook').dataset.state === 'ready'")
    reader.do(TYPE.format(name='"#ug-sign"', text='"KSh"'))
    until(reader, "/the sign KSh/.test(document.querySelector('gig-workbook').textContent)")
    reader.open(page_of(built_folder, "equalizer"))
    until(reader, "/KSh/.test(document.querySelector('.ug-headline').textContent)")
    assert reader.do("return getComputedStyle(document.querySelector('.ug-own'), '::before').content") == '"KSh"'
    reader.open(built_folder / "workbook.html")
    until(reader, "document.querySelector('#ug-sign').value === 'KSh'")
    reader.do(FORGET)
    until(reader, "/Nothing is kept/.test(document.querySelector('gig-workbook').textContent)")
    assert reader.do("return document.querySelector('#ug-sign').value") == ""


def test_forgetting_reaches_every_page(reader: Reader, built_folder: Path) -> None:
    reader.open(page_of(built_folder, "equalizer"))
    until(reader, OUTCOME)
    type_text(reader, "pay", "81,000")
    reader.open(built_folder / "workbook.html")
    until(reader, "document.querySelectorAll('gig-workbook [data-slot=contents] li').length > 0")
    reader.do(FORGET)
    until(reader, "/Nothing is kept/.test(document.querySelector('gig-workbook').textContent)")
    for name in ("equalizer", "inventory"):
        reader.open(page_of(built_folder, name))
        until(reader, OUTCOME)
        assert reader.do(
            "return [...document.querySelectorAll('form input[type=text]')].every((field) => field.value === field.defaultValue)"
        )


def test_shared_numbers_are_asked_about(reader: Reader, built_folder: Path) -> None:
    """The folder knows no address of the site, so its own link is a text; one in its address asks before it replaces anything."""
    reader.open(page_of(built_folder, "equalizer"))
    until(reader, OUTCOME)
    type_text(reader, "pay", "61,000")
    reader.do("document.querySelector('[data-share=link]').click()")
    made = until(reader, "document.querySelector('.ug-dialog textarea')?.value")
    assert read_link(made, POINT)["calculators"] == {"equalizer": {"inputs": {"pay": "61,000"}}}
    assert "QR code" not in reader.do("return document.querySelector('.ug-dialog').textContent")
    reader.do("ugAssets.site = 'https://example.org/gig/'; document.querySelector('[data-share=link]').click()")  # as if it were known
    until(reader, f"document.querySelector('.ug-dialog textarea')?.value === 'https://example.org/gig/calculators/equalizer/#{made}'")
    other = make_link({"calculators": {"equalizer": {"inputs": {"pay": "75,000"}}}}, ["equalizer"])
    for button, pay in (("No, change nothing", "61,000"), ("Use these numbers", "75,000")):
        reader.do(f"location.hash = {json.dumps(other)}")
        until(reader, "document.querySelector('.ug-changes') !== null")
        reader.do(f"[...document.querySelectorAll('.ug-dialog button')].find((b) => b.textContent === {json.dumps(button)}).click()")
        until(reader, f"document.querySelector('[name=pay]').value === {json.dumps(pay)} && !location.href.includes('#')")


@pytest.fixture
def guarded(reader: Reader, built_folder: Path) -> Reader:
    """A page in which an attack is noticed."""
    reader.open(page_of(built_folder, "leverage-income"))
    until(reader, OUTCOME)
    reader.do(GUARD)
    return reader


def test_an_attack_would_be_noticed(page: Page) -> None:
    """Where no policy stops it, and where no text is escaped."""
    page.set_content("<article></article>")
    page.evaluate(f"() => {{{GUARD}}}")
    page.evaluate("(attack) => document.querySelector('article').insertAdjacentHTML('beforeend', attack)", ATTACKS[3])
    page.wait_for_function("window.attacks === 1")


def test_attacks_in_what_python_writes_run_nothing(guarded: Reader) -> None:
    for html in attacked_pages().values():
        guarded.do(f"document.querySelector('article').insertAdjacentHTML('beforeend', {json.dumps(html)})")
    guarded.do("await new Promise((later) => setTimeout(later, 500))")
    assert guarded.do("return window.attacks") == 0


def test_attacks_in_a_workbook_run_nothing(guarded: Reader, built_folder: Path) -> None:
    for inputs in attacked_inputs(leverage_income.CALCULATOR):
        guarded.do(f"ugServices.workbook.keep('leverage-income', {json.dumps(inputs)})")
        until(guarded, f"document.querySelector('[name=\"assets.0.name\"]').value === {json.dumps(inputs['assets'][0]['name'])}")
        until(guarded, "document.querySelector('gig-calculator').dataset.state === 'ready'")
    assert guarded.do("return window.attacks") == 0
    guarded.open(built_folder / "workbook.html")
    guarded.do(GUARD)
    until(guarded, "document.querySelectorAll('gig-workbook [data-slot=contents] li').length > 0")
    assert guarded.do("return window.attacks") == 0
    guarded.do(FORGET)


def test_bookmark_is_shared_between_pages(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "chapters" / "03-your-assets.html")
    until(reader, "document.querySelector('.ug-chapter-end input')?.checkVisibility()")
    reader.do("document.getElementById('readiness').scrollIntoView({block: 'start', behavior: 'instant'})")
    until(reader, "ugServices.workbook.book.reading?.at?.anchor === 'readiness'")
    until(reader, ARRIVED)
    reader.open(built_folder / "index.html")
    until(reader, "document.querySelector('a.ug-start').textContent === 'Go on with chapter 3: Your assets'")
    address = reader.do("return document.querySelector('a.ug-start').href")
    assert address == f"{(built_folder / 'chapters' / '03-your-assets.html').as_uri()}#readiness"
    reader.open(built_folder / "chapters" / "03-your-assets.html")
    until(reader, "document.querySelector('.ug-chapter-end input')?.checkVisibility()")
    reader.do("document.querySelector('.ug-chapter-end input').click()")
    until(reader, "/finished 1 of 11/.test(document.querySelector('.ug-chapter-end [role=status]').textContent)")
    reader.open(built_folder / "index.html")
    until(reader, "document.querySelectorAll('.ug-finished').length === 1")
    until(reader, "document.querySelector('a.ug-start').textContent === 'Go on with chapter 4: LEVERAGE'")
    reader.open(built_folder / "workbook.html")
    until(reader, "/the chapter that you finished/.test(document.querySelector('gig-workbook').textContent)")
    reader.do(FORGET)
    until(reader, "/Nothing is kept/.test(document.querySelector('gig-workbook').textContent)")
    reader.open(built_folder / "index.html")
    until(reader, "document.querySelector('a.ug-start').textContent === 'Start with chapter 1'")
    assert reader.do("return document.querySelectorAll('.ug-finished').length") == 0


def test_glossary_term_shows_its_meaning_and_links_to_it(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "chapters" / "03-your-assets.html")
    until(reader, "!!globalThis.ugReading")
    word = "document.querySelector('a.ug-term')"
    target = reader.do(f"const word = {word}; return decodeURIComponent(word.pathname) + word.hash")
    assert target == f"{built_folder / 'reference' / 'glossary.html'}#term-asset"
    reader.do(f"{word}.dispatchEvent(new PointerEvent('pointerover', {{bubbles: true, pointerType: 'mouse'}}))")
    until(reader, "document.querySelector('.ug-term-card')?.textContent.includes('Anything you could put to work')")


def test_search_finds_and_leads_to_a_page(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "index.html")
    until(reader, "document.querySelector('[data-md-component=search-query]') !== null")
    reader.do(SEARCH)
    until(reader, "document.querySelectorAll('.md-search-result__item a').length > 0")
    links: list[str] = reader.do("return [...document.querySelectorAll('.md-search-result__item a')].map((a) => a.href)")
    assert all(link.startswith("file:") for link in links)


def test_no_request_leaves_the_folder(reader: Reader, built_folder: Path) -> None:
    for page in sorted(set(built_folder.rglob("*.html")) - reader.opened):  # the others have been looked at, whole, by those before
        reader.open(page)
    assert reader.left(built_folder) == []
    assert reader.violations() == []
    reader.do("new Image().src = 'http://elsewhere.invalid/image'")  # which the policy forbids
    reader.do("setTimeout(() => { location.href = 'http://elsewhere.invalid/' })")
    end = time.monotonic() + 20
    while not reader.left(built_folder) and time.monotonic() < end:
        time.sleep(0.1)
    assert any("elsewhere.invalid" in url for url in reader.left(built_folder)), "a request that does leave would be seen"
    assert not any("image" in url for url in reader.left(built_folder))


def test_firefox_keeps_the_workbook_when_it_is_started_again(built_folder: Path, tmp_path: Path) -> None:
    """Firefox's strict file policy gives every page its own storage, which is why a hidden frame stores the workbook."""
    with firefox(tmp_path) as first:
        first.open(page_of(built_folder, "equalizer"))
        assert first.do("return fetch('inventory.html').then(() => 'allowed', () => 'refused')") == "refused", "the strict policy holds"
        until(first, OUTCOME)
        type_text(first, "pay", "82,000")
        until(first, "localStorage.getItem('ultimate-gig.workbook') === null")  # it has arrived in the frame
    with firefox(tmp_path) as second:
        second.open(built_folder / "chapters" / "08-the-equalizer.html")
        until(second, "document.querySelector('[name=pay]').value === '82,000'")
        second.open(built_folder / "workbook.html")
        until(second, "document.querySelectorAll('gig-workbook [data-slot=books] li').length === 1")
        second.do(f"document.querySelector('#ug-book-name').value = 'If we moved'; {PRESS.format('copy')}")
        until(second, "document.querySelectorAll('gig-workbook [data-slot=books] li').length === 2")
        second.do(PRESS.format("open"))
        until(second, "document.querySelector('[data-slot=book-name]').textContent === 'My workbook'")
        until(second, "document.querySelector('[data-book=undo]').ariaDisabled === 'false'")
        second.do(PRESS.format("undo"))
        until(second, f"{CALCULATORS} === 0")
