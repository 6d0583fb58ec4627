"""Wait for a condition in a page under the site's policy, where Playwright's own wait fails: it evaluates the condition as a string."""

import time

from playwright.sync_api import Error, Frame, JSHandle, Page
from playwright.sync_api import TimeoutError as TooLate

PATIENCE = 90_000.0
"""Milliseconds after which a wait ends, unless another timeout is given."""

_GONE = ("Execution context was destroyed", "Cannot find context", "because of a navigation")
"""What Playwright says when another page replaces the one in which it waits."""

_POLL = """async ([arg, patience]) => {
  const end = performance.now() + patience;
  for (;;) {
    const given = (%s);
    const value = await (typeof given === "function" ? given(arg) : given);
    if (value || performance.now() > end) return value;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}"""


def wait_for_function(page: Page | Frame, expression: str, *, arg: object = None, timeout: float | None = None) -> JSHandle:
    """Wait until an expression or a function of `arg` is true in the page, looking at each frame, and return a handle to its value.

    Raises:
        TooLate: when it has not come true within `timeout` milliseconds.
    """
    end = time.monotonic() + (PATIENCE if timeout is None else timeout) / 1000
    while True:
        try:
            value = page.evaluate_handle(_POLL % expression, [arg, max(0, end - time.monotonic()) * 1000])
        except Error as error:
            if time.monotonic() > end or not any(sign in error.message for sign in _GONE):
                raise
        else:
            if page.evaluate("(value) => Boolean(value)", value):
                return value
            raise TooLate(f"This did not come true: {expression}")
