"""The three browsers that the tests drive: found on the machine, or installed where that needs no password.

A path in UG_CHROMIUM, UG_FIREFOX, UG_WEBKIT_DRIVER or UG_WEBKIT takes precedence.
"""

import functools
import sys
from dataclasses import dataclass
from pathlib import Path

from . import debian, programs
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
    return programs.find(_any_chromium, "chromium", "Install Chromium, Chrome or Edge, or name it in UG_CHROMIUM.", _chromium_of_playwright)


@functools.cache
def firefox() -> Path:
    """Return the path of Firefox, preferring the extended support release.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    return programs.find(_any_firefox, "firefox-esr", "Install Firefox (not as a Snap), or name it in UG_FIREFOX.")


@functools.cache
def webkit() -> WebKit:
    """Return the paths of WebKitGTK, which exists on Linux only.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    if not sys.platform.startswith("linux"):
        raise BuildError("The tests in WebKitGTK run on Linux only. Leave them out here, as in build.py test --part browser.")
    advice = "Install WebKitGTK's WebKitWebDriver and MiniBrowser, or name them in UG_WEBKIT_DRIVER and UG_WEBKIT."
    driver = programs.find(lambda: programs.first("UG_WEBKIT_DRIVER", "WebKitWebDriver"), "webkit2gtk-driver", advice)
    return WebKit(driver, programs.find(_any_mini_browser, "webkit2gtk-driver", advice))


@functools.cache
def virtual_display() -> Path:
    """Return the path of Xvfb, the virtual display that WebKitGTK needs on a machine without a screen.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    return programs.find(lambda: programs.first("UG_XVFB", "Xvfb"), "xvfb", "Install Xvfb, the X server without a screen.")


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


def _any_chromium() -> Path | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
    apps = [f"/Applications/{app}.app/Contents/MacOS/{app}" for app in ("Chromium", "Google Chrome", "Microsoft Edge")]
    on_windows = [
        rf"{folder}\{path}"
        for path in (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
        for folder in ("${PROGRAMFILES}", "${PROGRAMFILES(X86)}", "${LOCALAPPDATA}")
    ]
    return programs.first("UG_CHROMIUM", *names, places=[*apps, *on_windows])


def _any_firefox() -> Path | None:
    apps = ["/Applications/Firefox ESR.app/Contents/MacOS/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"]
    on_windows = [r"${PROGRAMFILES}\Mozilla Firefox\firefox.exe", r"${PROGRAMFILES(X86)}\Mozilla Firefox\firefox.exe"]
    return programs.first("UG_FIREFOX", "firefox-esr", "firefox", places=[*apps, *on_windows])


def _any_mini_browser() -> Path | None:
    places = ["/usr/lib/*/webkit2gtk-4*/MiniBrowser", "/usr/lib/webkit2gtk-4*/MiniBrowser", "/usr/libexec/webkit2gtk-4*/MiniBrowser"]
    return programs.first("UG_WEBKIT", "MiniBrowser", places=places)


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
