"""Your records: a statement is read and put into the calculators once the reader agrees, and so is the log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.accessibility.test_pages import in_each_window, look_through
from tests.browser.calculator_page import PATIENCE, CalculatorPage, Opener, answer, follow, store_here

HOSTILE = '<img src=x onerror="window.hacked=true">'
STATEMENT = "Konto;DE00 0000;;\n\nBuchungstag;Auftraggeber;Betrag;Saldo\n" + "".join(
    f"{day};{payer};{amount};1.000,00\n"
    for month in range(1, 6)
    for day, payer, amount in ((f"02.0{month}.2026", "Fahrten 77", f"1.{month}00,50"), (f"05.0{month}.2026", HOSTILE, "10,00"))
)
PAST = "1110.5; 1210.5; 1310.5; 1410.5; 1510.5"


def records(visitor: Opener, built_site: Any) -> tuple[CalculatorPage, Page]:
    """The page of the records, on which Python has started; and the buffer, from which the reader came."""
    form = visitor("buffer")
    follow(form.page, f"{built_site.url}records/")
    form.page.locator('gig-records[data-state="ready"]').nth(1).wait_for()
    return form, form.page


def part(page: Page, name: str) -> Locator:
    return page.locator(f'gig-records[data-part="{name}"]')


def choose(page: Page, content: bytes) -> None:
    page.get_by_label("Choose a file with a table").set_input_files({"name": "statement.csv", "mimeType": "text/csv", "buffer": content})


def expect_status(page: Page, name: str, text: str) -> None:
    expect(part(page, name).get_by_role("status")).to_contain_text(text, timeout=PATIENCE)


def kept(page: Page) -> dict[str, Any]:
    return dict(json.loads(page.evaluate("localStorage.getItem('ultimate-gig.workbook')") or '{"calculators": {}}'))


def test_statement_becomes_months_once_the_reader_agrees(visitor: Opener, built_site: Any) -> None:
    form, page = records(visitor, built_site)
    store_here(page, {"buffer": {"past": "1; 2; 3", "have": "500"}})
    choose(page, STATEMENT.encode("utf-16"))
    day = page.get_by_role("radio", name="January 2, 2026")
    day.wait_for(timeout=PATIENCE)
    expect_status(page, "statement", "Answer the question below")
    expect(page.get_by_role("button", name="Put the chosen numbers")).to_have_count(0)
    day.check()
    expect_status(page, "statement", "Read 10 entries from 5 months.")
    expect(part(page, "statement").get_by_role("row", name=f"1; 2; 3 {PAST}")).to_be_visible()
    assert kept(page)["calculators"] == {"buffer": {"inputs": {"past": "1; 2; 3", "have": "500"}}}
    assert in_each_window(page, "gig-records[data-part=statement]") == []

    page.get_by_role("checkbox", name="The income mix").uncheck()
    page.get_by_role("button", name="Put the chosen numbers").click()
    expect_status(page, "statement", "Done: these numbers are in the buffer now.")
    assert kept(page)["calculators"] == {"buffer": {"inputs": {"past": PAST, "have": "500"}}}
    page.get_by_role("button", name="Undo").click()
    expect_status(page, "statement", "as it was before")
    assert kept(page)["calculators"] == {"buffer": {"inputs": {"past": "1; 2; 3", "have": "500"}}}

    expect(page.get_by_role("checkbox", name=HOSTILE)).to_be_checked()
    page.get_by_role("checkbox", name=HOSTILE).uncheck()
    expect(part(page, "statement").get_by_role("row", name="1; 2; 3 1100.5; 1200.5; 1300.5; 1400.5; 1500.5")).to_be_visible(
        timeout=PATIENCE
    )
    page.get_by_role("button", name="Put the chosen numbers").click()
    expect_status(page, "statement", "in the buffer now")
    form.moved_to()
    expect(form.field("past")).to_have_value("1100.5; 1200.5; 1300.5; 1400.5; 1500.5")
    assert page.evaluate("window.hacked") is None

    follow(page, f"{built_site.url}records/")
    choose(page, STATEMENT.replace("2026", "2025").encode("cp1252"))
    expect_status(page, "statement", "Read 10 entries from 5 months.")  # what the columns are is remembered


def test_bad_file_gets_a_sentence_and_nothing_is_lost(visitor: Opener, built_site: Any, tmp_path: Path) -> None:
    _, page = records(visitor, built_site)
    store_here(page, {"buffer": {"past": "1; 2; 3"}})
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    page.get_by_label("Choose a file with a table").set_input_files(huge)
    expect_status(page, "statement", "That file is 50 MB")
    choose(page, bytes(range(256)) * 50)
    expect_status(page, "statement", "That is not a text file")
    page.get_by_label("Or paste the table here").fill("Date,For,Pay\n2026-01-31,=cmd(),5\n2026-02-28,Rides,=1+1\n2026-03-31,Rides,7\n")
    page.get_by_role("button", name="Read what I pasted").click()
    expect_status(page, "statement", "Read 2 entries from 3 months. One row was left out.")
    expect(part(page, "statement").get_by_text("An amount that can’t be read. Line 3: “2026-02-28; Rides; =1+1”")).to_be_visible()
    page.get_by_label("Or open such a file").set_input_files({"name": "columns.json", "mimeType": "application/json", "buffer": b"{}"})
    expect_status(page, "statement", "doesn’t say what the columns of a statement are")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save these choices as a file").click()
    assert json.loads(saved.value.path().read_text("utf-8"))["roles"] == {"date": "Date", "use": "For", "money": "Pay"}
    assert kept(page)["calculators"] == {"buffer": {"inputs": {"past": "1; 2; 3"}}}


def test_log_feeds_net_hourly_pay(visitor: Opener, built_site: Any) -> None:
    _, page = records(visitor, built_site)
    log = part(page, "log")
    boxes = {"Day": "2026-11-02", "What you did": "Rides", "Hours": "a while", "Miles or kilometers": "24", "Money in": "70"}
    for label, text in boxes.items():
        log.get_by_label(label, exact=True).fill(text)
    log.get_by_role("button", name="Add to the log").click()
    hours = log.get_by_label("Hours", exact=True)
    expect(hours).to_have_attribute("aria-invalid", "true", timeout=PATIENCE)
    expect(log.get_by_text("Write hours like 7.5 or 7:30.")).to_be_visible()
    expect(hours).to_have_value("a while")
    assert in_each_window(page, "gig-records[data-part=log]") == []
    hours.fill("3:30")
    hours.press("Enter")
    expect_status(page, "log", "Added to your log.")
    expect(log.get_by_role("row", name="Money per hour")).to_contain_text("$20")
    log.get_by_role("button", name="Put the chosen numbers").click()
    expect_status(page, "log", "in your net hourly pay")
    assert look_through(page, part="gig-records[data-part=log]") == []

    log.get_by_role("button", name="Remove November 2, 2026, Rides").click()
    expect(log.get_by_text("Your log is empty")).to_be_visible(timeout=PATIENCE)
    log.get_by_role("button", name="Undo").click()
    expect(log.get_by_role("button", name="Change November 2, 2026, Rides")).to_be_visible(timeout=PATIENCE)

    inputs = kept(page)["calculators"]["net-hourly"]["inputs"]
    form = CalculatorPage(page, built_site.url, "net-hourly").moved_to()
    form.expect_figure("kept_hour", answer("net-hourly", **inputs)["figures"]["kept_hour"])
    expect(form.field("paid_hours")).to_have_value("3.5")
