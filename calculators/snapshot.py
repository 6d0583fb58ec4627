"""What a memory snapshot of a started Python holds, and what is set right after one is restored."""

from __future__ import annotations

import gc
import json
import random
from collections.abc import Iterable

from . import IDS, bridge

TOO_LARGE = ("take-home", "rate-to-charge")
"""The calculators with tax law. With them, memory would grow past its first size, and Pyodide can't restore such a snapshot."""


def warm_up(names: Iterable[str] = IDS) -> None:
    """Import calculators and render each once on its first inputs, so that a restored Python answers at once."""
    for name in names:
        if name not in TOO_LARGE:
            bridge.page(json.dumps({"calculator": name, "inputs": {}}))
    random.seed(0)  # the only state that would differ between two snapshots
    gc.collect()


def after_restore() -> None:
    """Seed the random numbers anew: every Python that is restored from a snapshot would draw the same ones."""
    random.seed()
