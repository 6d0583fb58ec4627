"""What a memory snapshot of a started Python holds, and what is set right after one is restored."""

from __future__ import annotations

import gc
import json
import random

from . import IDS, bridge, find


def warm_up(render: bool = True) -> None:
    """Import every calculator, so that a restored Python answers at once.

    Args:
        render: whether to render each on its first inputs as well. It fills the caches, and makes a compressed snapshot a fifth larger.
    """
    for name in IDS:
        if render:
            bridge.page(json.dumps({"calculator": name, "inputs": {}}))
        else:
            find(name)
    random.seed(0)  # the only state that would differ between two snapshots
    gc.collect()


def after_restore() -> None:
    """Seed the random numbers anew: every Python that is restored from a snapshot would draw the same ones."""
    random.seed()
