"""The unzipped folder in three browser engines, behind the same interface."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Page
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from pipeline import browsers
from pipeline.environment import node
from tests.browser.calculator_page import is_violation
from tests.offline.print_window import print_to_file

LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="WebKitGTK exists for Linux alone")

PATIENCE = 120.0
"""Timeout in seconds; WebKitGTK compiles slowly, and these tests do not measure speed."""


WEBKIT_ONE_TIER = {"JSC_useOMGJIT": "0"}
"""Turns off WebKit's optimizing WebAssembly compiler, as ONE_TIER in tests/conftest.py does for Chromium."""


class Reader(Protocol):
    """The interface of an engine."""

    opened: set[Path]
    """Every page that it has been to."""

    def open(self, page: Path) -> None:
        """Open a page of the folder, as by double-click."""

    def do(self, script: str) -> Any:
        """Run the body of a function in the page, and return what it returns."""

    def left(self, folder: Path) -> list[str]:
        """Return every address outside the folder that was requested so far."""

    def violations(self) -> list[str]:
        """Return what the policies of the pages have forbidden so far, where the engine can be asked."""

    def tab(self, number: int) -> None:
        """Go to a tab, from 0 on, and open it if it is not there yet."""


class Operated(Reader, Protocol):
    """An engine that is worked with keys, its file chooser and its print window."""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, by their names in the DOM."""

    def write(self, text: str) -> None:
        """Type a text."""

    def choose(self, selector: str, file: Path) -> None:
        """Choose a file in a box."""

    def print(self) -> bytes:
        """Return the page as a PDF."""


class Touched(Operated, Protocol):
    """An engine that takes taps, too: WebKitGTK's driver makes a mouse of every finger."""

    def tap(self, x: float, y: float) -> None:
        """Touch a place of the window."""


def until(reader: Reader, condition: str) -> Any:
    """Wait until an expression in the page is true, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(WebDriverException):  # of WebKit, while another page replaces the one that was asked
            if value := reader.do(f"return {condition}"):
                return value
        time.sleep(0.1)
    said = reader.do("return [...document.querySelectorAll('[data-slot=status], dialog')].map((part) => part.textContent)")
    raise TimeoutError(f"{condition} did not come true; the page says: {said!r}")


class Chromium:
    """Chromium, driven by Playwright."""

    def __init__(self, page: Page) -> None:
        self.opened: set[Path] = set()
        self._page = page
        self._tabs = [page]
        self._requests: list[str] = []
        self._violations: list[str] = []
        page.on("request", lambda request: self._requests.append(request.url))
        page.on(
            "requestfailed", lambda request: self._requests.remove(request.url) if request.failure == "csp" else None
        )  # it was never sent
        page.on("console", lambda message: self._violations.append(message.text) if is_violation(message.text) else None)

    def open(self, page: Path) -> None:
        self.opened.add(page)
        self._page.goto(page.as_uri())

    def do(self, script: str) -> Any:
        return self._page.evaluate(f"(async () => {{{script}}})()")

    def left(self, folder: Path) -> list[str]:
        self._page.wait_for_timeout(50)  # meanwhile, Playwright reports requests
        return outside(self._requests, folder)

    def violations(self) -> list[str]:
        return self._violations

    def tab(self, number: int) -> None:
        if number == len(self._tabs):
            self._tabs.append(self._page.context.new_page())
        self._page = self._tabs[number]


class Firefox:
    """Firefox with its strict file policy, driven by Puppeteer over WebDriver BiDi."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.opened: set[Path] = set()
        self._process = process

    def _order(self, order: dict[str, Any] | None) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        if order is not None:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"error": "the driver ended"}')
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]

    def ready(self) -> Firefox:
        """Wait until Firefox has started."""
        self._order(None)
        return self

    def open(self, page: Path) -> None:
        self.opened.add(page)
        self._order({"open": page.as_uri()})

    def go_to(self, address: str) -> None:
        """Open an address of a server."""
        self._order({"open": address})

    def violations(self) -> list[str]:
        """Return what the policies of the pages have forbidden so far."""
        return list(self._order({"violations": True}))

    def do(self, script: str) -> Any:
        return self._order({"do": script})

    def left(self, folder: Path) -> list[str]:
        return outside(self._order({"requests": True}), folder)

    def tab(self, number: int) -> None:
        self._order({"tab": number})

    def press(self, *keys: str) -> None:
        self._order({"press": keys})

    def write(self, text: str) -> None:
        self._order({"write": text})

    def tap(self, x: float, y: float) -> None:
        self._order({"tap": [x, y]})

    def choose(self, selector: str, file: Path) -> None:
        self._order({"file": [selector, str(file)]})

    def print(self) -> bytes:
        return base64.b64decode(self._order({"print": True}))


class WebKit:
    """WebKitGTK's MiniBrowser, driven by Selenium. It does not report requests, so a proxy records them."""

    def __init__(self, driver: Any, proxy: Proxy, display: str, scratch: Path) -> None:
        self.opened: set[Path] = set()
        self._driver = driver
        self.proxy = proxy
        self._display, self._scratch = display, scratch
        self._handles = [driver.current_window_handle]

    def open(self, page: Path) -> None:
        self.opened.add(page)
        self._driver.get(page.as_uri())

    def go_to(self, address: str) -> None:
        """Open an address of a server on this machine, which is not asked for through the proxy."""
        self._driver.get(address)

    def do(self, script: str) -> Any:
        body = (
            f"const done = arguments[0]; (async () => {{{script}}})().then((value) => done({{value}}), (e) => done({{error: String(e)}}))"
        )
        answer = self._driver.execute_async_script(body)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def left(self, folder: Path) -> list[str]:
        return outside(self.proxy.requests, folder)

    def violations(self) -> list[str]:
        return []

    def tab(self, number: int) -> None:
        if number == len(self._handles):
            self._driver.switch_to.new_window("window")  # its driver shows no other tab
            self._handles.append(self._driver.current_window_handle)
        self._driver.switch_to.window(self._handles[number])

    def press(self, *keys: str) -> None:
        for key in keys:
            name, *modifiers = reversed(key.split("+"))
            actions = ActionChains(self._driver)
            for modifier in modifiers:
                actions.key_down(getattr(Keys, modifier.upper()))
            actions.send_keys(getattr(Keys, name.upper()))
            for modifier in modifiers:
                actions.key_up(getattr(Keys, modifier.upper()))
            actions.perform()

    def write(self, text: str) -> None:
        ActionChains(self._driver).send_keys(text).perform()

    def choose(self, selector: str, file: Path) -> None:
        self._driver.find_element(By.CSS_SELECTOR, selector).send_keys(str(file))

    def print(self) -> bytes:
        return print_to_file(self._display, self._driver.title.rpartition(" - ")[2], self._scratch)


class Proxy(socketserver.ThreadingTCPServer):
    """Records what is requested of it, and answers nothing."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        self.requests: list[str] = []
        requests = self.requests

        class Note(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                words = self.rfile.readline().decode("latin-1").split()
                if len(words) > 1:  # a connection that was opened in advance carries nothing
                    requests.append(words[1])

        super().__init__(("127.0.0.1", 0), Note)


def outside(urls: list[str], folder: Path) -> list[str]:
    """Return the addresses outside a folder."""
    return [url for url in urls if not url.startswith((folder.as_uri(), "data:", "blob:", "about:"))]


@contextmanager
def firefox(scratch: Path, proxy: Proxy | None = None, runs_scripts: bool = True) -> Iterator[Firefox]:
    """Start Firefox with a profile in `scratch`, which a second call reuses. Other hosts are asked through the proxy, if one is given."""
    profile = scratch / "firefox"
    profile.mkdir(exist_ok=True)
    command = [str(node()), str(Path(__file__).with_name("firefox.mjs")), str(browsers.firefox()), str(profile)]
    command += [str(proxy.server_address[1]) if proxy else "", "" if runs_scripts else "noscript"]
    # As root, as in a container, Firefox refuses a home folder that belongs to somebody else.
    environment = {**os.environ, "HOME": str(scratch)}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env=environment)
    try:
        yield Firefox(process).ready()
    finally:
        if process.stdin:
            process.stdin.close()
        process.wait(30)


@contextmanager
def webkit(scratch: Path, runs_scripts: bool = True) -> Iterator[WebKit]:
    """Start WebKitGTK on a virtual screen. It prints into `scratch`."""
    there = browsers.webkit()
    screen = subprocess.Popen(
        [str(browsers.virtual_display()), "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    )
    with counting() as proxy, stopping(screen):
        assert screen.stdout
        display = f":{screen.stdout.readline().strip()}"
        options = Options()
        options.binary_location = str(there.browser)
        options.add_argument("--automation")
        options.add_argument(f"--proxy=http://127.0.0.1:{proxy.server_address[1]}")
        options.add_argument("--ignore-host=127.0.0.1")
        options.add_argument(f"--enable-javascript={runs_scripts}".lower())
        environment = {"DISPLAY": display, "LANG": "C.UTF-8", **WEBKIT_ONE_TIER}
        service = Service(str(there.driver), env=environment, popen_kw={"cwd": scratch})
        service.start()
        try:
            connection = RemoteConnection(client_config=ClientConfig(service.service_url))
            with webdriver.Remote(command_executor=connection, options=options) as driver:
                driver.set_script_timeout(PATIENCE)
                driver.file_detector = UselessFileDetector()
                yield WebKit(driver, proxy, display, scratch)
        finally:
            service.stop()


BROWSERS_OWN = re.compile(r"openh264\.org|mozilla\.(com|net|org)|firefox\.com|google(apis)?\.com|gstatic\.com")
"""Hosts that browsers ask for their own purposes."""


def asked_elsewhere(proxy: Proxy) -> list[str]:
    """Return what went to the proxy, apart from the browser's own."""
    return [request for request in proxy.requests if not BROWSERS_OWN.search(request)]


def expect_asked(proxy: Proxy, host: str) -> None:
    """Wait until a host has been asked for."""
    end = time.monotonic() + PATIENCE
    while not any(host in request for request in asked_elsewhere(proxy)):
        assert time.monotonic() < end, f"{host} was not asked for"
        time.sleep(0.1)


@contextmanager
def counting() -> Iterator[Proxy]:
    """Start a proxy that records requests."""
    proxy = Proxy()
    threading.Thread(target=proxy.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()


@contextmanager
def stopping(process: subprocess.Popen[str]) -> Iterator[None]:
    """End a process after the block."""
    try:
        yield
    finally:
        process.terminate()
        process.wait(30)
