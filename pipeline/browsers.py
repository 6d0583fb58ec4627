"""The three browsers that the tests drive: found on the machine, or installed where that can be done without asking.

A path in UG_CHROMIUM, UG_FIREFOX, UG_WEBKIT_DRIVER or UG_WEBKIT goes before whatever is found.
"""

from __future__ import annotations

import functools
import glob
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import debian
from .progress import StoppedError, run, step

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""For every start of Chromium in a test: it may run as root in a container, and asks nobody anything by itself."""


@dataclass(frozen=True)
class WebKit:
    """WebKitGTK: the WebDriver server, and the small browser that it starts."""

    driver: Path
    browser: Path


@functools.cache
def chromium() -> Path:
    """Chromium, Chrome or Edge.

    Raises:
        StoppedError: when there is none and it cannot be installed.
    """
    return _find(_any_chromium, "chromium", _chromium_of_playwright, "Install Chromium, Chrome or Edge, or name it in UG_CHROMIUM.")


@functools.cache
def firefox() -> Path:
    """Firefox, the extended support release first.

    Raises:
        StoppedError: when there is none and it cannot be installed.
    """
    return _find(_any_firefox, "firefox-esr", None, "Install Firefox (not as a Snap), or name it in UG_FIREFOX.")


@functools.cache
def webkit() -> WebKit:
    """WebKitGTK, which exists for Linux alone.

    Raises:
        StoppedError: when there is none and it cannot be installed.
    """
    if not sys.platform.startswith("linux"):
        raise StoppedError("The tests in WebKitGTK run on Linux alone: leave them out here, as in build.py test --part browser.")
    advice = "Install WebKitGTK's WebKitWebDriver and MiniBrowser, or name them in UG_WEBKIT_DRIVER and UG_WEBKIT."
    driver = _find(lambda: _first("UG_WEBKIT_DRIVER", "WebKitWebDriver"), "webkit2gtk-driver", None, advice)
    return WebKit(driver, _find(_any_mini_browser, "webkit2gtk-driver", None, advice))


@functools.cache
def virtual_display() -> Path:
    """Xvfb, the screen that WebKitGTK needs where there is none.

    Raises:
        StoppedError: when there is none and it cannot be installed.
    """
    return _find(lambda: _first("UG_XVFB", "Xvfb"), "xvfb", None, "Install Xvfb, the X server without a screen.")


def all_found() -> None:
    """Find or install every browser that this system can have, before the tests begin, so that the waiting is seen.

    Raises:
        StoppedError: when one is missing and cannot be installed.
    """
    chromium()
    firefox()
    if sys.platform.startswith("linux"):
        webkit()
        virtual_display()


def _find(look: Callable[[], Path | None], package: str, otherwise: Callable[[], Path | None] | None, advice: str) -> Path:
    found = look()
    if found is None and debian.install(package):
        found = look()
    if found is None and otherwise is not None:
        found = otherwise()
    if found is None:
        command = f" On Debian: sudo apt-get install {package}" if debian.is_debian() else ""
        raise StoppedError(f"The tests need a browser that is not here. {advice}{command}")
    return found


def _first(variable: str, *names: str, places: Sequence[str] = ()) -> Path | None:
    """What the variable names, else the first program of these names on the PATH, else the first of these places."""
    named = os.environ.get(variable)
    if named:
        return Path(named)
    on_path = (shutil.which(name) for name in names)
    in_place = (found for place in places for found in sorted(glob.glob(os.path.expandvars(place)), reverse=True))  # noqa: PTH207  (an absolute pattern)
    return next((Path(found) for found in (*on_path, *in_place) if found), None)


def _any_chromium() -> Path | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
    apps = [f"/Applications/{app}.app/Contents/MacOS/{app}" for app in ("Chromium", "Google Chrome", "Microsoft Edge")]
    programs = [
        rf"{folder}\{path}"
        for path in (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
        for folder in ("${PROGRAMFILES}", "${PROGRAMFILES(X86)}", "${LOCALAPPDATA}")
    ]
    return _first("UG_CHROMIUM", *names, places=[*apps, *programs])


def _any_firefox() -> Path | None:
    apps = ["/Applications/Firefox ESR.app/Contents/MacOS/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"]
    programs = [r"${PROGRAMFILES}\Mozilla Firefox\firefox.exe", r"${PROGRAMFILES(X86)}\Mozilla Firefox\firefox.exe"]
    return _first("UG_FIREFOX", "firefox-esr", "firefox", places=[*apps, *programs])


def _any_mini_browser() -> Path | None:
    places = ["/usr/lib/*/webkit2gtk-4*/MiniBrowser", "/usr/lib/webkit2gtk-4*/MiniBrowser", "/usr/libexec/webkit2gtk-4*/MiniBrowser"]
    return _first("UG_WEBKIT", "MiniBrowser", places=places)


def _chromium_of_playwright() -> Path | None:
    """Playwright's own build, which it keeps in the user's cache; fetched when it is not there."""
    from playwright.sync_api import sync_playwright  # slow, and seldom needed

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if not path.exists():
        with step("Fetching Playwright's Chromium"):
            libraries = ["--with-deps"] if debian.may_install() else []
            run([sys.executable, "-m", "playwright", "install", *libraries, "chromium"], "playwright")
    return path if path.exists() else None
