"""With £ chosen nothing that a calculator says has a dollar's sign: answers, what is lent, and every message of a refusal."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calculators import CATALOGUE, bridge
from calculators.engine.calculator import Calculator
from calculators.engine.currency import Currency, in_currency
from calculators.engine.fields import Money, Number, Rows, slots

CASES = Path(__file__).parents[1] / "cases"
DAY = "2026-11-23"
CITED = re.compile(r'US\$|<span class="ug-source-note">.*?</span>', re.DOTALL)
"""What is cited stays in the dollars of its source."""
every_calculator = pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda one: one.id)

BROKEN: dict[str, list[dict[str, Any]]] = {
    "break-even": [{"price": "100", "loan": "200"}, {"price": "100", "loan": "0", "resale": "200"}],
    "gig-mix": [{"gigs": [{"pay": "10", "later": "20"}]}, {"gigs": [{"pay": "10", "later": "5", "promised": "30"}]}],
    "platform-fees": [{"offers": [{"small": "20", "large": "10"}]}],
    "take-home": [{"country": "elsewhere", "local_tax": "90", "local_charge": "90"}],
}
"""Inputs that break a rule with an amount in its message; those of tests/cases break the others."""


def law(calculator: Calculator, inputs: Any) -> bool:
    """Whether amounts are in the money of a country whose law the answer follows."""
    return calculator.currency(inputs, Currency("£")) != Currency("£")


def page(calculator: str, inputs: Any, **held: Any) -> dict[str, Any]:
    book = {"app": "ultimate-gig", "schema": 1, "saved": "", "sign": "£", "calculators": held.get("held", {})}
    return dict(json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "workbook": book, "as_of": DAY}))))


def refused(calculator: str) -> Iterator[dict[str, Any]]:
    """The worked examples that have to be refused, and the inputs of BROKEN."""
    for path in sorted(CASES.glob("*.toml")):
        file = tomllib.loads(path.read_text("utf-8"))
        if file["calculator"] == calculator:
            yield from (case["inputs"] for case in file["case"] if case.get("errors"))
    yield from BROKEN.get(calculator, [])


def out_of_bounds(calculator: Calculator) -> Iterator[dict[str, Any]]:
    """One number after another beyond what its field takes, where no country's law decides whose money it is."""
    free = [name for name, case in calculator.cases.items() if not case.national]
    for slot in calculator.slots:
        asked = [case for case in slot.field.only or free if case in free or not calculator.cases]
        if calculator.cases and not asked:
            continue
        case = {calculator.case: asked[0]} if asked else {}
        if isinstance(slot.field, Number):
            yield {**case, slot.name: "99999999999999"}
            yield {**case, slot.name: "-99999999999999"}
        elif isinstance(slot.field, Rows):
            numbers = [inner for inner in slots(slot.field.of) if isinstance(inner.field, Number)]
            yield from ({**case, slot.name: [{inner.name: "99999999999999"}]} for inner in numbers)


@every_calculator
def test_no_message_of_a_refusal_has_a_dollar_s_sign(calculator: Calculator) -> None:
    messages = []
    for inputs in (*refused(calculator.id), *out_of_bounds(calculator)):
        answer = page(calculator.id, inputs)
        assert "failed" not in answer
        assert answer["errors"]
        if not law(calculator, inputs):
            messages += [error["message"] for error in answer["errors"]]
    assert [message for message in messages if "$" in message] == []
    if not calculator.cases:  # where a country may be chosen, boxes have no sign at all
        amounts = [slot for slot in calculator.slots if isinstance(slot.field, Money)]
        assert any("£" in message for message in messages) >= bool(amounts)


@every_calculator
def test_every_rule_of_a_calculator_is_broken_by_one_of_these(calculator: Calculator) -> None:
    """So that the test above has read what each of them says."""
    own = {rule for case in (calculator, *calculator.cases.values()) if not case.national for rule in case.rules}
    heard = set()
    for raw in refused(calculator.id):
        inputs, _ = calculator.read({**raw}) if law(calculator, raw) else unchecked(calculator, raw)
        if inputs is not None:
            heard |= {rule for rule in calculator.rules_at(inputs) if any(True for _ in rule(inputs))}
    assert {rule.__name__ for rule in own - heard} == set()


def unchecked(calculator: Calculator, raw: dict[str, Any]) -> tuple[Any, list[Any]]:
    """Inputs that keep within each field's bounds, whatever the rules say of them."""
    from calculators.engine.validation import validate

    return validate(calculator.inputs, raw)


@every_calculator
def test_no_page_has_a_dollar_s_sign_even_with_all_that_is_lent(calculator: Calculator) -> None:
    full = {one.id: {"inputs": bridge.defaults(one)} for one in CATALOGUE if one.id != calculator.id}
    answer = page(calculator.id, {}, held=full)
    assert "$" not in CITED.sub("", json.dumps(answer["linked"], ensure_ascii=False))
    if not law(calculator, {name: link["value"] for name, link in answer["linked"].items()}):
        assert "$" not in CITED.sub("", shown(answer))


@every_calculator
def test_no_page_without_inputs_but_its_own_has_a_dollar_s_sign(calculator: Calculator) -> None:
    if not law(calculator, {}):
        assert "$" not in CITED.sub("", shown(page(calculator.id, {})))
        typed = page(calculator.id, bridge.defaults(calculator))
        assert "$" not in CITED.sub("", typed["outcome"]["html"])


def shown(answer: dict[str, Any]) -> str:
    """The outcome, or the questions about prices that nobody knows in this money."""
    return str(answer["outcome"]["html"] if "outcome" in answer else answer["summary"])


@every_calculator
def test_no_label_or_hint_has_a_dollar_s_sign(calculator: Calculator) -> None:
    said = []
    with in_currency(Currency("£")):
        for slot in calculator.slots:
            fields = [slot.field, *(inner.field for inner in slots(slot.field.of))] if isinstance(slot.field, Rows) else [slot.field]
            said += [f"{one.label} {one.hint}" for one in fields if "us" not in one.only]
        cases = [case for case in (calculator, *calculator.cases.values()) if not case.national]
        said += [f"{one.label} {one.why}" for case in cases if not case.cases for one in case.figures]
    assert [text for text in said if "$" in text and "(section" not in text] == []
