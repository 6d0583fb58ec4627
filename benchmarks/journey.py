"""Count what a first-time reader does from nothing to a plan: python3 build.py bench journey. It writes docs/journey.md."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.browser.guided_path import MOST, walk
from benchmarks.browser.reader import Effort, on_a_phone
from benchmarks.browser.report import table
from benchmarks.browser.visits import version
from benchmarks.web import machine
from pipeline import browsers, editions, local_server
from pipeline.progress import ROOT, BuildError, step
from theme.mkdocs.path import title_of

DOCUMENT = ROOT / "docs" / "journey.md"
METHOD = Path(__file__).parent / "browser" / "journey.md"
HEAD = ("Page", "Taps", "Keys", "Screens scrolled", "Seconds waited for Python")


def measure() -> dict[str, Effort]:
    """Walk the path once in headless Chromium, and return each page's effort."""
    editions.make_if_changed()
    with step("The walk"), local_server.serving(editions.SITE) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.chromium(), args=browsers.CHROMIUM_FLAGS)
        with on_a_phone(browser) as reader:
            walk(reader, url)
        browser.close()
    return reader.efforts


def counts(efforts: Mapping[str, Effort]) -> str:
    """Return the table of all pages, with their sum in the last row."""
    rows = [(title_of(name), effort) for name, effort in efforts.items()]
    everything = list(efforts.values())
    total = Effort(*(sum(getattr(effort, part) for effort in everything) for part in ("taps", "keys", "pixels", "seconds")))
    cells = [
        [title, str(effort.taps), str(effort.keys), f"{effort.screens:.1f}", f"{effort.seconds:.1f}"]
        for title, effort in (*rows, ("All together", total))
    ]
    verdict = "met" if total.taps + total.keys <= MOST else "**not met**"
    return f"{table(HEAD, cells)}\nTaps and keys together: {total.taps + total.keys}; the goal of at most {MOST} is {verdict}.\n"


def main() -> None:
    """Measure, print the table and write the document."""
    load = f"{os.getloadavg()[0]:.1f}"
    efforts = measure()
    text = counts(efforts)
    print(f"\n{text}")
    facts = {"date": date.today().isoformat(), "machine": machine(), "load": load, "chromium": version()}  # noqa: DTZ011
    DOCUMENT.write_text(METHOD.read_text("utf-8").format(**facts, table=text), "utf-8")


if __name__ == "__main__":
    try:
        main()
    except BuildError as error:
        sys.exit(f"build.py: {error}")
