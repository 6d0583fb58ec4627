"""Sending indirect calls through shared functions (decision 41) does not change what a module does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from pipeline.environment import node

COMPARE = Path(__file__).with_name("indirect_calls.mjs")


def test_a_module_does_the_same_with_one_indirect_call_a_type() -> None:
    before, after = json.loads(subprocess.check_output([node(), COMPARE], encoding="utf-8", timeout=60))
    assert before.pop("indirect") == 5
    assert after.pop("indirect") == 3
    assert before == after
    assert before["chosen"] == [-14, 49, 993]
    assert before["nested"] == str((21 * 2) ** 2 * -1_000_000_007)
    assert before["calls"] == 3
    assert all("RuntimeError" in trap for trap in before["traps"])
    assert before["kept"] == [[42]]
