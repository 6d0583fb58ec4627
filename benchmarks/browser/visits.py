"""Visits to a page in headless Chromium, as a reader makes them, and what they take."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.browser.neighbors import gap
from pipeline import browsers
from pipeline.waiting import wait_for_function

PROBE = Path(__file__).with_name("probe.js")
LONGEST = 180_000
"""Milliseconds after which a visit has failed."""
STAY = 12
"""Seconds that a reader stays after the first outcome: Chromium may keep the code that it compiled, and our page a snapshot of Python."""
SETTLE = 3
"""Seconds from the browser's start to the visit. A new browser sets up its own windows, on both cores; a reader's has done so already."""
SLICE = 0.003
"""Seconds that a slowed browser runs at a time."""

STAGES = {
    "DOM": "DOM ready",
    "worker": "Worker created",
    "fetch": "Worker's script parsed",
    "start": "WebAssembly and archive fetched",
    "calculators": "Python started",
    "ready": "Calculators imported",
    "answer": "First page computed",
    "outcome": "First outcome shown",
}
"""The stages of our start, by what probe.js calls them."""


@dataclass(frozen=True)
class Visit:
    """What a visit took, in milliseconds."""

    began: float
    """The navigation, since the epoch."""
    first: float
    """From the navigation to the first outcome of the changed pay."""
    stages: dict[str, float] = field(default_factory=dict)
    """From the navigation to each stage of our own start."""
    longest_task: float = 0
    """The longest task on the main thread while Python starts; 0 if none took 50 ms."""


@contextmanager
def chromium(profile: Path, pay: str, slower: int = 1) -> Iterator[Page]:
    """Start Chromium with a profile, and yield a page with the probe, which will change the pay."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=browsers.chromium(), args=browsers.CHROMIUM_FLAGS, viewport={"width": 1280, "height": 900}
        )
        context.add_init_script(PROBE.read_text("utf-8").replace("PAY", pay))
        page = context.pages[0]
        page.set_default_timeout(LONGEST)
        page.wait_for_timeout(SETTLE * 1000)
        try:
            with _slowed(profile, slower):
                yield page
        finally:
            context.close()


def visit(page: Page, address: str, pay: str) -> Visit:
    """Go to an address, and wait for the outcome that our Python computes here from the changed pay."""
    page.goto(address, wait_until="commit")
    shown = _outcome_of(page, pay)
    probe: dict[str, Any] = page.evaluate("probe")
    began = float(probe["began"])
    stages = {name: at - began for name, at in {**probe["stages"], "outcome": shown}.items() if name in STAGES}
    start, ready = (began + stages.get(name, 0) for name in ("worker", "ready"))
    tasks = [took for at, took in probe["tasks"] if at < ready and at + took > start]
    return Visit(began, shown - began, stages, max(tasks, default=0))


def follow(page: Page, link: str) -> float:
    """Follow a link to another page, and return the milliseconds from the click to its outcome."""
    path = page.evaluate("location.pathname")
    clicked: float = page.evaluate("(link) => probe.follow(link)", link)
    seen = "(path) => globalThis.probe?.outcomes.find(({ page }) => page !== path)?.at"
    return float(wait_for_function(page, seen, arg=path).json_value()) - clicked


def changes(page: Page, times: int, rest: int) -> list[float]:
    """Change the pay so many times, and return the milliseconds from each change to its painted outcome.

    Args:
        page: a page that shows an outcome.
        times: how many changes.
        rest: milliseconds between an outcome and the next change.
    """
    taken: list[float] = page.evaluate("([times, rest]) => probe.change(times, rest)", [times, rest])
    _outcome_of(page, str(50_000 + 37 * (times - 1)))
    return taken


def _outcome_of(page: Page, pay: str) -> float:
    """Wait for the outcome of a pay, right to the cent, and return when it was shown."""
    seen = "(wanted) => globalThis.probe?.outcomes.find(({ gap }) => Math.abs(gap - wanted) < 0.01)?.at"
    return float(wait_for_function(page, seen, arg=gap(pay)).json_value())


@contextmanager
def _slowed(profile: Path, slower: int) -> Iterator[None]:
    """Let all processes and threads of a browser run for one part of the time in so many, by stopping and continuing them."""
    if slower == 1:
        yield
        return
    group = os.getpgid(int((profile / "SingletonLock").readlink().name.rpartition("-")[2]))
    if group == os.getpgrp():
        raise ValueError("the browser is in this process's own group, and cannot be stopped alone")
    ended = threading.Event()

    def alternate() -> None:
        owed = 0.0  # seconds of standstill: the machine may wake this thread late
        while not ended.is_set():
            begun = time.monotonic()
            time.sleep(SLICE)
            stopped = time.monotonic()
            owed += (stopped - begun) * (slower - 1)
            if owed > 0:
                os.killpg(group, signal.SIGSTOP)
                time.sleep(owed)
                os.killpg(group, signal.SIGCONT)
                owed -= time.monotonic() - stopped

    thread = threading.Thread(target=alternate)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


@cache
def version() -> str:
    """Return Chromium's version."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.chromium(), args=browsers.CHROMIUM_FLAGS)
        try:
            return str(browser.version)
        finally:
            browser.close()
