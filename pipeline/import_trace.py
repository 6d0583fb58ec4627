"""The requests that together reach every import that a calculator makes. Runs inside Pyodide, at build."""

from __future__ import annotations

import json


def answers() -> str:
    """What the bridge says to each request, as a JSON list.

    Each calculator is asked alone and once more with a workbook in which all of them are filled in: only then do pages lend.

    Raises:
        RuntimeError: when a calculator has no outcome for its own first inputs.
    """
    from calculators import CATALOGUE, bridge

    said: list[str] = []
    pages = {calculator.id: {"inputs": bridge.defaults(calculator)} for calculator in CATALOGUE}
    book = {"app": "ultimate-gig", "schema": 1, "saved": "2026-01-01T00:00:00.000Z", "calculators": pages}
    for calculator in CATALOGUE:
        first = json.dumps({"calculator": calculator.id, "inputs": {}})
        wrong = json.dumps({"calculator": calculator.id, "inputs": {"no-such-field": "?"}})
        outcome = bridge.page(first)
        if "outcome" not in json.loads(outcome):
            raise RuntimeError(f"{calculator.id} has no outcome for its first inputs: {outcome[:300]}")
        panel = bridge.explore_page(json.dumps({"calculator": calculator.id, "inputs": {}, "explore": {}}))
        if "panel" not in json.loads(panel):
            raise RuntimeError(f"{calculator.id} has no what-if panel for its first inputs: {panel[:300]}")
        full = json.dumps({"calculator": calculator.id, "inputs": {}, "workbook": book})
        lent = bridge.page(full)
        if "outcome" not in json.loads(lent):
            raise RuntimeError(f"{calculator.id} has no outcome beside a full workbook: {lent[:300]}")
        said += [lent, bridge.page(json.dumps({**json.loads(full), "first": True}))]
        said += [outcome, bridge.run(first), bridge.page(wrong), bridge.run(wrong), panel]
    said += [bridge.page('{"calculator": "no-such-calculator"}'), bridge.open_workbook(json.dumps(book)), bridge.open_workbook("{")]
    said.append(bridge.rewrite_numbers(json.dumps({"workbook": book, "numbers": "1.234.567,89"})))
    return json.dumps(said)
