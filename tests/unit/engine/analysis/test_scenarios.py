"""Comparison of up to four scenarios: marked differences, and figures in their own units."""

from dataclasses import replace
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR as TAKE_HOME
from calculators.engine.analysis.scenarios import MOST, Comparison, compare
from calculators.engine.fields import Estimate
from tests.unit.engine.analysis.shop import DAY, SHOP, Inputs, Line

NOW = Inputs()


def beside(*others: dict[str, Any]) -> Comparison:
    named = [("Now", NOW), *((f"Other {at}", replace(NOW, **changes)) for at, changes in enumerate(others, 1))]
    return compare(SHOP, named, DAY)


def inputs(comparison: Comparison) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {line.name: (line.label, line.texts) for line in comparison.inputs}


def figures(comparison: Comparison) -> dict[str, tuple[tuple[Any, ...], bool]]:
    return {line.name: (line.values, line.differs) for line in comparison.figures}


def test_each_scenario_is_computed_separately() -> None:
    comparison = beside({"price": 25.0}, {"units": 50})
    assert comparison.names == ("Now", "Other 1", "Other 2")
    assert figures(comparison)["net"] == ((1_500.0, 2_000.0, 500.0), True)
    assert figures(comparison)["kept"] == ((1_125.0, 1_500.0, 375.0), True)


def test_differing_inputs_are_listed_and_figures_marked() -> None:
    comparison = beside({"price": 25.0})
    assert inputs(comparison) == {"price": ("Price", ("$20", "$25"))}
    marked = {name for name, (_, differs) in figures(comparison).items() if differs}
    # 25 ÷ 15 is still one parcel, and the units fill as many boxes
    assert marked == {"net", "kept", "each_leaves", "demand", "ratio"}


def test_equal_scenarios_have_no_differences() -> None:
    comparison = beside({})
    assert comparison.inputs == ()
    assert not any(line.differs for line in comparison.figures)


def test_choices_texts_and_estimate_width_are_differences() -> None:
    comparison = beside(
        {"kind": "stall", "cost": Estimate(500.0, 500.0, 500.0), "lines": (Line(name="Tea", amount=3.0), Line(name="Cake"))}
    )
    assert inputs(comparison) == {
        "cost": ("Cost", ("$300 – $500 – $800", "$500")),
        "kind": ("Kind", ("A shop", "A stall")),
        "lines.1.name": ("Line 2: Name", ("", "Cake")),
        "lines.1.amount": ("Line 2: Amount", ("−$2", "$0")),
    }


def test_row_missing_in_a_scenario_is_a_dash() -> None:
    comparison = beside({"lines": (*NOW.lines, Line(name="Rent", amount=9.0))})
    assert inputs(comparison) == {"lines.2.name": ("Rent: Name", ("—", "Rent")), "lines.2.amount": ("Rent: Amount", ("—", "$9"))}


def test_row_keeps_a_title_shared_by_all_scenarios() -> None:
    assert inputs(beside({"lines": (Line(name="Tea", amount=4.0), NOW.lines[1])})) == {"lines.0.amount": ("Tea: Amount", ("$3", "$4"))}


def test_missing_value_differs_from_a_value() -> None:
    (line,) = [line for line in beside({"units": 0}).figures if line.name == "each_leaves"]
    assert (line.texts, line.values, line.differs) == (("$15", "—"), (15.0, None), True)


def test_figures_of_each_country_are_in_its_currency() -> None:
    home = TAKE_HOME.inputs()
    comparison = compare(TAKE_HOME, [("Here", home), ("There", replace(home, country="uk"))], DAY)
    (line,) = [line for line in comparison.figures if line.name == "take_home_pay"]
    assert line.texts[0].startswith("$")
    assert line.texts[1].startswith("£")
    assert line.differs
    labels = {line.label for line in comparison.inputs}
    assert "Country" in labels
    names = {figure.name for figure in TAKE_HOME.cases["us"].figures} & {figure.name for figure in TAKE_HOME.cases["uk"].figures}
    assert {line.name for line in comparison.figures} <= names


def test_one_to_four_scenarios_are_compared() -> None:
    assert len(beside({}, {}, {}).names) == MOST == 4
    with pytest.raises(ValueError, match="from 1 to 4"):
        beside({}, {}, {}, {})
    with pytest.raises(ValueError, match="from 1 to 4"):
        compare(SHOP, [], DAY)
