"""Requests that together trigger every import that the calculators make. Runs in Pyodide, during the build."""

import base64
import json

CSV = "Date,What,Amount,Hours\n31/01/2026,Rides 7,5.50,2\n28/02/2026,R\u00e9dei,7.50,3\n31/03/2026,Rides,9,4\n"
STATEMENTS = (
    {"text": CSV},
    *({"content": base64.b64encode(CSV.encode(encoding)).decode()} for encoding in ("utf-8", "utf-16", "utf-16-be", "cp1252")),
    {"text": CSV, "columns_file": "{}"},
    {"text": "no table"},
)
"""Requests to read a statement, in each of the encodings that are recognized."""


def answers() -> str:
    """Return the bridge's answers to all requests, as a JSON list.

    Each calculator runs by itself and with a workbook in which every calculator is filled in, since only that prefills fields.

    Raises:
        RuntimeError: when a calculator has no outcome for its default inputs.
    """
    from calculators import CATALOGUE, bridge
    from calculators.workbook import requests

    answers: list[str] = []
    pages = {calculator.id: {"inputs": bridge.defaults(calculator)} for calculator in CATALOGUE}
    book = {"app": "ultimate-gig", "schema": 1, "saved": "2026-01-01T00:00:00.000Z", "calculators": pages}
    for calculator in CATALOGUE:
        first = json.dumps({"calculator": calculator.id, "inputs": {}})
        wrong = json.dumps({"calculator": calculator.id, "inputs": {"no-such-field": "?"}})
        outcome = bridge.page(first)
        if "outcome" not in json.loads(outcome):
            raise RuntimeError(f"{calculator.id} has no outcome for its default inputs: {outcome[:300]}")
        panel = bridge.explore_page(json.dumps({"calculator": calculator.id, "inputs": {}, "explore": {}}))
        if "panel" not in json.loads(panel):
            raise RuntimeError(f"{calculator.id} has no what-if panel for its default inputs: {panel[:300]}")
        full = json.dumps({"calculator": calculator.id, "inputs": {}, "workbook": book})
        prefilled = bridge.page(full)
        if "outcome" not in json.loads(prefilled):
            raise RuntimeError(f"{calculator.id} has no outcome with a full workbook: {prefilled[:300]}")
        answers += [prefilled, bridge.page(json.dumps({**json.loads(full), "first": True}))]
        answers.append(bridge.spreadsheet(json.dumps({**json.loads(full), "explore": {"first": 2}})))
        answers.append(bridge.spreadsheet(json.dumps({**json.loads(first), "explore": {"csv": True}})))
        answers += [bridge.printed(full), bridge.printed(wrong)]
        answers += [outcome, bridge.run(first), bridge.page(wrong), bridge.run(wrong), panel]
    answers += [bridge.page('{"calculator": "no-such-calculator"}'), bridge.open_workbook(json.dumps(book)), bridge.open_workbook("{")]
    question = {"changes": {"years": "3"}, "words": ["gap"], "sign": "$"}
    answers.append(bridge.explore_sentence(json.dumps({"calculator": "equalizer", "inputs": {}, "explore": question})))
    changed = {"figure": "gap", "source": '@figure("The gap", unit=Money())\ndef gap(pay_needed, pay):\n    """Why."""\n    return pay'}
    for change in (changed, {**changed, "source": changed["source"] + "s"}):
        answers.append(bridge.change_figure(json.dumps({"calculator": "equalizer", "inputs": {}, "explore": change})))
    answers.append(bridge.rewrite_numbers(json.dumps({"workbook": book, "numbers": "1.234.567,89"})))
    made = requests.make_link(json.dumps({"workbook": book, "parts": [*pages, "about"]}))
    answers += [made, requests.open_link(json.dumps({"workbook": book, "link": json.loads(made)["link"]}))]
    answers.append(requests.glance(json.dumps({"workbook": book})))
    answers.append(requests.compare(json.dumps({"workbook": book, "other": book})))
    records = [json.dumps({"workbook": book, "as_of": "2026-11-29", **request}) for request in STATEMENTS]
    answers += map(requests.read_statement, records)
    entry = {"day": "2026-11-02", "use": "Rides", "hours": "3:30", "miles": "20", "money": "60"}
    answers.append(requests.keep_log(json.dumps({"workbook": book, "as_of": "2026-11-29", "entry": entry})))
    calendar = json.loads(requests.make_calendar(json.dumps({"workbook": book})))
    answers += [line for line in calendar["text"].splitlines() if not line.startswith("DTSTAMP")]
    return json.dumps(answers)
