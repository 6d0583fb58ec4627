"""A figure whose source the reader has changed: what differs, and in plain words why a change cannot be used."""

from __future__ import annotations

import inspect
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators import CATALOGUE, bridge, find
from calculators.catalogue.equalizer import figures
from calculators.engine.calculator import Calculator
from calculators.engine.changed_figure import FILE, Compared, Problem, compare

DAY = date(2026, 11, 29)
HEAD = '@figure("The gap", unit=Money(per="year", dollars=True), tone="loss")\n'
SIGNATURE = "def gap(pay_needed: float, pay_expected: float) -> float:\n"
DOC = '    """What leverage would have to add."""\n'
EACH = 8
"""The most figures of a case whose own source is put in place of themselves."""
CASES = [(calculator, case) for calculator in CATALOGUE for case in (calculator.cases.values() or [calculator])]


def changed(body: str, head: str = HEAD + SIGNATURE + DOC, figure: str = "gap", calculator: str = "equalizer") -> Any:
    found = find(calculator)
    assert found is not None
    return compare(found, found.inputs(), DAY, figure, head + body)


def problem(body: str, head: str = HEAD + SIGNATURE + DOC) -> Problem:
    result = changed(body, head)
    assert isinstance(result, Problem)
    return result


@pytest.mark.parametrize(("owner", "case"), CASES, ids=[f"{case.id} {case.serves}" for _, case in CASES])
def test_each_figure_s_own_source_changes_nothing(owner: Calculator[Any], case: Calculator[Any]) -> None:
    """The source that a page lets readers change compiles among its module's names."""
    inputs = replace(owner.inputs(), **{owner.case: case.serves} if case.serves else {})
    for figure in case.figures[:: len(case.figures) // EACH + 1]:
        source = inspect.getsource(figure.function)
        if not source.startswith("@"):
            continue  # made by a function, so that it can only be read
        result = compare(owner, inputs, DAY, figure.name, source)
        assert not isinstance(result, Problem), (figure.name, result)
        assert [each.name for each in result if each.before != each.after] == []


def test_a_change_reaches_the_figures_that_depend_on_it() -> None:
    result = changed("    return 2 * max(0, pay_needed - pay_expected)\n")
    by_name = {each.name: each for each in result}
    gap = by_name["gap"]
    assert gap == Compared("gap", "The gap", "$4,050 a year", "$8,099 a year", "+$4,050")
    assert by_name["gap_month"].difference == "+$337"
    assert "pay_needed" not in by_name


def test_the_calculator_itself_stays_as_it_was() -> None:
    original = figures.gap
    changed("    return 1.0\n")
    assert figures.gap is original
    equalizer = find("equalizer")
    assert equalizer is not None
    assert equalizer.outcome(equalizer.inputs(), DAY)[original] > 1000


def test_a_figure_called_by_another_is_replaced_there() -> None:
    """Take-home pay calls some figures as functions; after the run its modules have the originals again."""
    buffer = find("buffer")
    assert buffer is not None
    module = inspect.getmodule(buffer.headline.function)
    assert getattr(module, buffer.headline.name) is buffer.headline
    source = inspect.getsource(buffer.headline.function)
    compare(buffer, buffer.inputs(), DAY, buffer.headline.name, source.replace("return ", "return 0 * ", 1))
    assert getattr(module, buffer.headline.name) is buffer.headline


def test_an_input_may_stay_unused() -> None:
    head = '@figure("Buying power lost", unit=Money(per="year", dollars=True))\ndef lost_power() -> float:\n' + DOC
    by_name = {each.name: each.after for each in changed("    return 7000.0\n", head, "lost_power")}
    assert by_name["lost_power"] == "$7,000 a year"


@pytest.mark.parametrize(
    ("body", "message", "line"),
    [
        ("    return max(0 pay_needed)\n", "Python cannot read this line: invalid syntax. Perhaps you forgot a comma?", 4),
        ("    return pay_expectd\n", "There is nothing called pay_expectd here; did you mean pay_expected?", 4),
        ("    return years\n", "There is nothing called years here. To use years, write it into the parentheses", 4),
        ("    rest = 1\n    return rest / 0\n", "This divides by zero.", 5),
        ("    return 'much'\n", "gap has to return a number, and it returned a text.", 4),
        ("    return pay_needed > 1\n", "gap has to return a number, and it returned yes or no.", 4),
        ("    return float('inf')\n", "gap returned infinity, and no calculator can go on with that.", 4),
        ("    return [1][3]\n", "This takes an item from a list that has fewer.", 4),
        ("    return pay_needed + 'a'\n", "These kinds of values do not go together here: unsupported operand", 4),
        ("    raise SystemExit\n", "The function ends Python, which a figure must not do.", 4),
        ("    return gap(pay_needed, pay_expected)\n", "The function calls itself without an end.", 4),
    ],
)
def test_a_wrong_change_is_explained_with_its_line(body: str, message: str, line: int) -> None:
    found = problem(body)
    assert found.message.startswith(message)
    assert found.line == line
    assert "Traceback" not in found.message


def test_what_belongs_to_the_declaration_has_to_stay() -> None:
    assert problem("    return 1\n", SIGNATURE + DOC).message.startswith("Keep the line with @figure")
    assert problem("    return 1\n", HEAD + "def other() -> float:\n" + DOC).message.startswith("Keep the line with @figure")
    unknown = problem("    return 1\n", HEAD + "def gap(pay_2: float) -> float:\n" + DOC)
    assert unknown.message == (
        "The calculator cannot use this figure: figure gap needs pay_2, which is not an input, figure or parameter; did you mean pay?"
    )
    assert FILE not in unknown.message


def test_bridge_answers_with_figures_a_problem_or_errors() -> None:
    def asked(question: object, **inputs: Any) -> dict[str, Any]:
        request = {"calculator": "equalizer", "inputs": inputs, "as_of": DAY.isoformat(), "explore": question}
        return dict(json.loads(bridge.change_figure(json.dumps(request))))

    source = HEAD + SIGNATURE + DOC + "    return 100.0\n"
    assert asked({"figure": "gap", "source": source}, pay="80,000")["figures"][0]["after"] == "$100 a year"
    assert asked({"figure": "no_such", "source": source})["problem"]["line"] == 0
    assert "problem" in asked("nonsense")
    assert asked({"figure": "gap", "source": source}, pay="many")["errors"][0]["field"] == "pay"
