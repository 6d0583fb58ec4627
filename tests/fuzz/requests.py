"""Requests that a reader, a damaged file or an attacker might send to Python, from a seed."""

from __future__ import annotations

import base64
import functools
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from calculators import CATALOGUE, bridge, find
from calculators.engine.notation import EXAMPLES
from calculators.workbook import requests as workbook_requests
from tests.properties.drawing import SeededDice, as_typed, inputs_of

Request = tuple[str, str]
"""The name of a function in DOORS, and the text it is called with."""

DAY = "2026-11-29"
EACH_BASE = 24
"""Valid inputs per calculator to begin from."""

DOORS: dict[str, Callable[[str], str]] = {
    **{
        name: getattr(bridge, name)
        for name in ("run", "page", "explore", "explore_page", "explore_sentence", "spreadsheet", "open_workbook", "rewrite_numbers")
    },
    **{name: getattr(workbook_requests, name) for name in ("make_link", "open_link", "make_calendar", "read_statement", "keep_log")},
}

TEXTS = (
    *("", " ", "\u00a0", "0", "-0", "00012", "+7", "1e3", "1E-9", "1e308", "1e999", "9" * 40, "9" * 5_000, "0." + "0" * 400 + "1"),
    *(
        "nan",
        "NaN",
        "inf",
        "-Infinity",
        "0x10",
        "1_000",
        "1/3",
        "½",
        "٣٤٥",
        "१२३",
        "５",
        "1,5",
        "1.234,56",
        "1,234.56",
        "1 234,56",
        "1'234.5",
    ),
    *(
        "12,34,567.8",
        "1.2.3",
        "1,2,3",
        "--5",
        "5-",
        "(5)",
        "$5",
        "5 €",
        "5%",
        "%",
        "7:30",
        "7:60",
        "7h30",
        "90 min",
        "3-5",
        "3 to 5",
        "about 5",
    ),
    *("1 2 3 4", "1;2;3", "1\n2\n3", "1\t2", "5 5 5 " * 400, "2026-02-30", "31.12.2026", "12/31/2026", "9999-12-31", "0001-01-01"),
    *(
        "<b>x</b>",
        "</script><script>1</script>",
        "{{ 7 * 7 }}",
        "{% raw %}",
        "${7}",
        "%s %d %n",
        "=1+1",
        "@SUM(A1)",
        "'; DROP",
        "../../etc",
        "\\",
    ),
    *(
        "\x00",
        "\x1b[31m",
        "\u202e123",
        "\u200b1\u200b2",
        "\ufeff1",
        "\ud800",
        "\udfff1",
        "😀" * 30,
        "e\u0301" * 50,
        "İ",
        "ß" * 90,
        "a" * 20_000,
    ),
    *("yes", "no", "true", "null", "none", "us", "uk", "zz", "oh", "--", "[]", "{}", '"', "3 7 15", "99 -1", "17.5"),
)
VALUES: tuple[Any, ...] = (None, True, False, 0, -1, 1, 0.1, -1e300, 1e300, 10**30, [], {}, [[]], [None], {"": ""}, "x", ["x"], {"low": 1})
RAW = (
    "1e999",
    "-1e999",
    "NaN",
    "Infinity",
    "9" * 5_000,
    "[" * 60 + "]" * 60,
    "[" * 100_000,
    '{"a":' * 3_000,
    "\\ud800",
    '"\\u0000"',
    "-0.0",
)
"""Pieces of text that no JSON writer makes."""

EXPLORATIONS: tuple[Any, ...] = (
    *({"kind": kind} for kind in ("sensitivity", "range", "magic", "seek", "compare", "")),
    {"kind": "seek", "figure": "gap", "goal": 1e9, "by": "pay"},
    {"kind": "range", "estimates": {"pay": {"low": "1", "typical": "2", "high": "x"}}},
    {"kind": "compare", "scenarios": [{"name": "a", "inputs": {}}] * 7},
    {"seek": {"figure": "", "goal": "x"}, "range": {"input": "pay"}, "scenarios": [{"inputs": {}}]},
    {"changes": {"pay": "1", "gigs.0.pay": "x"}, "words": ["gap", "", None], "sign": "€"},
    {"first": 3},
    {"csv": True},
)


STATEMENTS = (
    "Date;Payer;Pay\n02.01.2026;Rides 7;1.001,50\n09.02.2026;Rides;(5,00)\n31.03.2026;Lessons;2,00\nTotal;;9\n",
    'Date,Type,Gross fare,Fee,Tips,Online hours,Miles\n1/3/2026,"Ride\n7",$20.00,($5.00),2,7:30,12\n1/14/2026,Meal,9,,,1 h 5 min,3\n',
    "a\tb\n2026-01-31\t5\n",
)
ENTRY = {"day": "2026-11-03", "use": "Rides", "hours": "3:30", "miles": "24", "money": "61.50"}
RECORDS: dict[str, Any] = {
    "columns": [
        {"names": ["Date", "Payer", "Pay"], "roles": {"date": "Date", "use": "Payer", "money": "Pay"}, "order": "dmy", "decimal": ","}
    ],
    "log": [{"day": "2026-11-02", "use": "Rides", "hours": 2.5, "miles": 10.0, "money": 40.0}],
}


class Mutator:
    """Random changes to JSON values and to their text."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def pick(self, options: Any) -> Any:
        return self._random.choice(options)

    def value(self, value: Any) -> Any:
        """Return a value with one part of it changed."""
        if isinstance(value, dict) and value and self.chance(0.93):
            key = self.pick(list(value))
            how = self._random.random()
            if how < 0.06:
                return {name: part for name, part in value.items() if name != key}
            if how < 0.1:
                return {self.pick(TEXTS) if name == key else name: part for name, part in value.items()}
            if how < 0.13:
                return {**value, self.pick(TEXTS): self.pick(VALUES)}
            return {**value, key: self.value(value[key])}
        if isinstance(value, list) and value and self.chance(0.93):
            how = self._random.random()
            at = self._random.randrange(len(value))
            if how < 0.08:
                return value[:at] + value[at + 1 :]
            if how < 0.12:
                return value * self.pick([2, 30, 300])
            return [*value[:at], self.value(value[at]), *value[at + 1 :]]
        if self.chance(0.5):
            return self.number()
        return self.pick(TEXTS) if self.chance(0.7) else self.pick(VALUES)

    def number(self) -> Any:
        """Return a number of any size, half of the time as text."""
        number = self.pick([1, 1, 1, -1]) * round(self._random.random() * 10 ** self._random.randrange(11), self.pick([0, 2, 6]))
        return number if self.chance(0.5) else f"{number:,}" if self.chance(0.5) else str(number)

    def inputs(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return a request with a change in a calculator's inputs, those of the request or of its workbook."""
        if "inputs" in request:
            return {**request, "inputs": self.value(request["inputs"])}
        book = request.get("workbook", request)
        if not book["calculators"]:
            return request
        name = self.pick(list(book["calculators"]))
        changed = {**book, "calculators": {**book["calculators"], name: {"inputs": self.value(book["calculators"][name]["inputs"])}}}
        return {**request, "workbook": changed} if "workbook" in request else changed

    def text(self, text: str) -> str:
        """Return a text with a piece of it damaged."""
        at = self._random.randrange(len(text) + 1)
        until = min(len(text), at + self._random.randrange(1, 30))
        return self.pick(
            [
                text[:at],
                text[at:],
                text[:at] + text[until:],
                text[:at] + self.pick(RAW) + text[until:],
                text[:at] + chr(self._random.randrange(0x20, 0x2FFF)) + text[at:],
                text[:at] + text[at:until] * 50 + text[until:],
            ]
        )


@functools.cache
def _bases() -> dict[str, list[dict[str, Any]]]:
    """Return valid inputs of each calculator, half of them as typed."""
    bases: dict[str, list[dict[str, Any]]] = {}
    for calculator in CATALOGUE:
        drawn = [inputs_of(calculator, SeededDice(seed)) for seed in range(EACH_BASE)]
        bases[calculator.id] = [as_typed(calculator.slots, raw) if index % 2 else raw for index, raw in enumerate(drawn)]
    return bases


def _book(change: Mutator) -> dict[str, Any]:
    names = [name for name in _bases() if change.chance(0.3)]
    book: dict[str, Any] = {"app": "ultimate-gig", "schema": change.pick([1, 2, 2, 2, 2]), "saved": "2026-11-29T10:00:00.000Z"}
    book["calculators"] = {name: {"inputs": change.pick(_bases()[name])} for name in names}
    if change.chance(0.5):
        book["about"] = {
            "country": change.pick(["us", "uk", "ca", "au", "other"]),
            "region": change.pick(["oh", "on", ""]),
            "household": "single",
        }
    if change.chance(0.2):
        book["sign"] = change.pick(["€", "R$", "zł", "\x00", ""])
    if change.chance(0.3):
        book["numbers"] = change.pick(EXAMPLES)
    return book


@functools.cache
def _links() -> list[str]:
    books = [{"app": "ultimate-gig", "schema": 2, "calculators": {name: {"inputs": inputs[0]}}} for name, inputs in _bases().items()]
    asked = [json.dumps({"workbook": book, "parts": list(_bases())}) for book in books]
    return [answer["link"] for text in asked if "link" in (answer := json.loads(workbook_requests.make_link(text)))]


def _sentence(name: str, change: Mutator) -> dict[str, Any]:
    """Return the question of a sentence with numbers to move."""
    calculator = find(name)
    assert calculator is not None
    fields = [slot.name for slot in calculator.slots]
    words = [figure.name for figure in calculator.figures] + fields
    changes = {change.pick(fields): change.number() for _ in range(change.pick([0, 1, 2]))}
    return {"changes": changes, "words": [change.pick(words) for _ in range(3)], "sign": change.pick(["$", "€", "kr"])}


def _statement(change: Mutator) -> dict[str, Any]:
    """Return a statement, whole or with pieces changed, with and without what the reader says about it."""
    text = change.pick(STATEMENTS)
    for _ in range(change.pick([0, 0, 1, 3])):
        text = change.text(text)
    content = text.encode(change.pick(["utf-8", "utf-16", "utf-8-sig"]), "replace")
    as_file = {"content": base64.b64encode(content).decode()}
    chosen = {"columns": RECORDS["columns"][0], "leave_out": {"uses": ["rides"], "months": []}}
    return (as_file if change.chance(0.5) else {"text": text}) | (chosen if change.chance(0.5) else {})


def _request(door: str, change: Mutator) -> Any:
    """Return a valid request for a function."""
    if door == "open_workbook":
        return _book(change)
    if door == "rewrite_numbers":
        return {"workbook": _book(change), "numbers": change.pick(EXAMPLES)}
    if door == "make_link":
        return {"workbook": _book(change), "parts": [*_bases(), "about"]}
    if door == "open_link":
        link = change.pick(_links())
        return {"workbook": _book(change), "link": change.text(link) if change.chance(0.5) else link}
    if door == "make_calendar":
        return {"workbook": _book(change), "as_of": change.pick([DAY, "9999-12-31", "0001-01-01", "2028-02-29"])}
    if door in {"read_statement", "keep_log"}:
        asked = _statement(change) if door == "read_statement" else {"place": change.pick([0, 1, None]), "entry": ENTRY}
        return {"workbook": _book(change) | {"records": RECORDS}, "as_of": DAY, **asked}
    calculator = change.pick(list(_bases()))
    request: dict[str, Any] = {"calculator": calculator, "inputs": change.pick(_bases()[calculator]), "as_of": DAY}
    if door == "explore_sentence" and change.chance(0.9):
        request["explore"] = _sentence(calculator, change)
    elif door.startswith("explore") or door == "spreadsheet":
        request["explore"] = change.pick(EXPLORATIONS)
    if change.chance(0.2):
        request["workbook"] = _book(change)
    if change.chance(0.2):
        request["numbers"] = change.pick(EXAMPLES)
    if change.chance(0.1):
        request["as_of"] = change.pick(["2025-01-01", "2027-06-30", "1990-01-01", "9999-12-31"])
    return request


WEIGHTS = {"run": 30, "page": 12, "explore": 2, "explore_page": 2, "explore_sentence": 10, "spreadsheet": 4}
"""How often a function is called; the others once for each 10 calls."""


def requests(seed: int, count: int) -> Iterator[Request]:
    """Draw requests: valid ones, with a few changes to the inputs, now and then to any other value, or to the text."""
    change = Mutator(seed)
    doors = [door for door in DOORS for _ in range(WEIGHTS.get(door, 10))]
    for _ in range(count):
        door = change.pick(doors)
        request = _request(door, change)
        for _ in range(change.pick([0, 1, 1, 1, 2, 4])):
            request = change.inputs(request)
        if change.chance(0.2):
            request = change.value(request)
        text = json.dumps(request, ensure_ascii=change.chance(0.5))
        yield door, change.text(text) if change.chance(0.08) else text
