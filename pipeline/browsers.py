"""The three browsers that the tests drive: found on the machine, or installed where that needs no password.

A path in UG_CHROMIUM, UG_FIREFOX, UG_WEBKIT_DRIVER or UG_WEBKIT takes precedence.
"""

import functools
import glob
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import debian
from .progress import BuildError, run, step

CHROMIUM_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
"""Flags of every Chromium that a test starts: it may run as root in a container, and makes no requests of its own."""


@dataclass(frozen=True)
class WebKit:
    """WebKitGTK: the WebDriver server, and the minimal browser that it starts."""

    driver: Path
    browser: Path


@functools.cache
def chromium() -> Path:
    """Return the path of Chromium, Chrome or Edge.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    return _find(_any_chromium, "chromium", _chromium_of_playwright, "Install Chromium, Chrome or Edge, or name it in UG_CHROMIUM.")


@functools.cache
def firefox() -> Path:
    """Return the path of Firefox, preferring the extended support release.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    return _find(_any_firefox, "firefox-esr", None, "Install Firefox (not as a Snap), or name it in UG_FIREFOX.")


@functools.cache
def webkit() -> WebKit:
    """Return the paths of WebKitGTK, which exists on Linux only.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    if not sys.platform.startswith("linux"):
        raise BuildError("The tests in WebKitGTK run on Linux only. Leave them out here, as in build.py test --part browser.")
    advice = "Install WebKitGTK's WebKitWebDriver and MiniBrowser, or name them in UG_WEBKIT_DRIVER and UG_WEBKIT."
    driver = _find(lambda: _first("UG_WEBKIT_DRIVER", "WebKitWebDriver"), "webkit2gtk-driver", None, advice)
    return WebKit(driver, _find(_any_mini_browser, "webkit2gtk-driver", None, advice))


@functools.cache
def virtual_display() -> Path:
    """Return the path of Xvfb, the virtual display that WebKitGTK needs on a machine without a screen.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    return _find(lambda: _first("UG_XVFB", "Xvfb"), "xvfb", None, "Install Xvfb, the X server without a screen.")


def all_found() -> None:
    """Find or install every browser that this system supports, before the tests begin, so that any wait is visible.

    Raises:
        BuildError: when one is missing and cannot be installed.
    """
    chromium()
    firefox()
    if sys.platform.startswith("linux"):
        webkit()
        virtual_display()


def _find(look: Callable[[], Path | None], package: str, otherwise: Callable[[], Path | None] | None, advice: str) -> Path:
    path = look()
    if path is None and debian.install(package):
        path = look()
    if path is None and otherwise is not None:
        path = otherwise()
    if path is None:
        command = f" On Debian: sudo apt-get install {package}" if debian.is_debian() else ""
        raise BuildError(f"The tests need a browser that is not installed. {advice}{command}")
    return path


def _first(variable: str, *names: str, places: Sequence[str] = ()) -> Path | None:
    """Return the path in an environment variable, or the first of these programs on the PATH, or the first match of these patterns."""
    override = os.environ.get(variable)
    if override:
        return Path(override)
    on_path = (shutil.which(name) for name in names)
    in_places = (match for place in places for match in sorted(glob.glob(os.path.expandvars(place)), reverse=True))  # noqa: PTH207  (an absolute pattern)
    return next((Path(path) for path in (*on_path, *in_places) if path), None)


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
    """Return Playwright's own build from the user's cache, downloading it if necessary."""
    from playwright.sync_api import sync_playwright  # slow to import, and rarely needed

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if not path.exists():
        with step("Fetching Playwright's Chromium"):
            libraries = ["--with-deps"] if debian.may_install() else []
            run([sys.executable, "-m", "playwright", "install", *libraries, "chromium"], "playwright")
    return path if path.exists() else None
