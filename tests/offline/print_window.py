"""WebKitGTK's print window, worked with keys: its driver has no command for it, and under a driver, `print()` does nothing."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_uint, c_ulong, c_void_p
from pathlib import Path

CONTROL, TAB, DOWN, SPACE, ENTER, P = 0xFFE3, 0xFF09, 0xFF54, 0x20, 0xFF0D, 0x70
"""Keys, by their names in X11's keysymdef.h."""
REVERT_TO_PARENT = 1
TIMEOUT = 30.0
"""Seconds."""


class Screen:
    """A virtual display, whose windows get keys as from a keyboard."""

    def __init__(self, name: str) -> None:
        self._x11, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = c_void_p
        self._x11.XDefaultRootWindow.restype = c_ulong
        self._display = c_void_p(self._x11.XOpenDisplay(name.encode()))
        self._root = c_ulong(self._x11.XDefaultRootWindow(self._display))

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)

    def window(self, title: str) -> int | None:
        """Return the window whose title ends with a text."""
        top, parent, children, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
        self._x11.XQueryTree(self._display, self._root, byref(top), byref(parent), byref(children), byref(count))
        for window in children[: count.value]:
            name = c_char_p()
            self._x11.XFetchName(self._display, c_ulong(window), byref(name))
            if (name.value or b"").decode("utf-8", "replace").endswith(title):
                return int(window)
        return None

    def focus(self, title: str) -> None:
        """Wait for a window, and direct the keyboard to it."""
        end = time.monotonic() + TIMEOUT
        while (window := self.window(title)) is None:
            assert time.monotonic() < end, f"there is no window {title!r}"
            time.sleep(0.05)
        time.sleep(0.3)  # until it is shown
        self._x11.XSetInputFocus(self._display, c_ulong(window), REVERT_TO_PARENT, c_ulong(0))
        self._x11.XSync(self._display, 0)

    def press(self, *keys: int) -> None:
        """Press keys together."""
        codes = [self._x11.XKeysymToKeycode(self._display, c_ulong(key)) for key in keys]
        for code, is_down in [*((code, 1) for code in codes), *((code, 0) for code in reversed(codes))]:
            self._test.XTestFakeKeyEvent(self._display, c_uint(code), c_int(is_down), c_ulong(0))
        self._x11.XSync(self._display, 0)
        time.sleep(0.2)


@contextmanager
def screen(name: str) -> Iterator[Screen]:
    """Connect to a virtual display."""
    there = Screen(name)
    try:
        yield there
    finally:
        there.close()


def print_to_file(display: str, title: str, folder: Path) -> bytes:
    """Print the page of a window as a PDF.

    Args:
        display: such as ":0".
        title: the end of the window's title.
        folder: where the browser was started, into which it prints.
    """
    file = folder / "output.pdf"
    with screen(display) as there:
        there.focus(title)
        there.press(CONTROL, P)
        there.focus("Print")
        for key in (TAB, DOWN, SPACE, ENTER):
            there.press(key)
    end = time.monotonic() + TIMEOUT
    while not (file.is_file() and file.read_bytes().rstrip().endswith(b"%%EOF")):
        assert time.monotonic() < end, "nothing was printed"
        time.sleep(0.1)
    return file.read_bytes()
