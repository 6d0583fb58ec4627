"""In place of Pyodide's event loop. Python answers one request after the other here, and awaits nothing."""

from pyodide_js._api import scheduleCallback  # type: ignore[import-not-found]  # noqa: F401  (a snapshot expects the reference)


def _initialize_event_loop() -> None:
    """Do nothing when Pyodide starts."""
