"""The catalogue: every calculator by its id, imported on first use."""

import json
import subprocess
import sys

import pytest

import calculators
from calculators import CATALOGUE, IDS, find
from calculators.engine.fields import Money

ASK = """
import json, sys
from calculators import bridge
asked = json.loads(sys.argv[1])
assert "outcome" in json.loads(bridge.page(json.dumps(asked)))
print(json.dumps([*sys.modules]))
"""


def imported(**request: object) -> set[str]:
    """Return the modules that a fresh Python has imported after answering a request."""
    done = subprocess.run([sys.executable, "-c", ASK, json.dumps(request)], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def modules(**request: object) -> set[str]:
    """Return the calculators and the other parts of `calculators` that a fresh Python has imported after answering a request."""
    ours = (name for name in imported(**request) if name.startswith("calculators."))
    return {name.removeprefix("calculators.").removeprefix("catalogue.").split(".")[0] for name in ours}


def test_the_catalogue_holds_each_calculator_under_its_own_id() -> None:
    assert tuple(calculator.id for calculator in CATALOGUE) == IDS
    assert all(find(name) is calculator for name, calculator in zip(IDS, CATALOGUE, strict=True))


def test_amount_for_a_year_is_in_whole_units() -> None:
    """An estimate for a year is not known to the cent."""
    cases = [case for calculator in CATALOGUE for case in (calculator.cases.values() if calculator.cases else [calculator])]
    yearly = {
        f"{case.id} {case.serves} {figure.name}": figure.unit
        for case in cases
        for figure in case.figures
        if isinstance(figure.unit, Money) and figure.unit.per == "year" and not figure.step
    }
    assert len(yearly) > 100
    assert [name for name, unit in yearly.items() if not unit.dollars] == []


def test_unknown_calculator_is_not_found() -> None:
    for name in ("", "bridge", "engine", "income_mix", "../plan"):
        assert find(name) is None
    with pytest.raises(AttributeError, match="has no attribute 'PLAN'"):
        _ = calculators.PLAN  # type: ignore[attr-defined]


def test_a_page_declares_its_own_calculator_and_no_other() -> None:
    book = {"calculators": {"equalizer": {"inputs": {"pay": "50,000"}}}}
    loaded = modules(calculator="equalizer", inputs={}, workbook=book)
    assert "equalizer" in loaded
    assert not {name.replace("-", "_") for name in IDS if name != "equalizer"} & loaded


def test_only_the_pages_in_the_workbook_are_loaded() -> None:
    """A page is computed with the calculators whose outcomes it takes, not with those that it could take one from."""
    saved = {name: {"inputs": {}} for name in ("leverage-income", "equalizer")}
    loaded = modules(calculator="gig-mix", inputs={}, workbook={"calculators": saved})
    assert {"gig_mix", "leverage_income"} <= loaded
    assert not {name.replace("-", "_") for name in IDS if name not in {"gig-mix", "leverage-income"}} & loaded


def test_first_page_imports_nothing_that_it_can_do_without() -> None:
    """Each of these takes the browser some milliseconds: what rounds a tie, and what splits a list into numbers."""
    seldom = {"decimal", "statistics", "fractions", "calculators.engine.list_splits"}
    assert not seldom & imported(calculator="equalizer", inputs={})
    assert seldom <= imported(calculator="buffer", inputs={"past": "2,000; 2,100; 1,900; 2,400; 2,000; 2,100"})
