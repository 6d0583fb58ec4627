"""A whole declaration: each fault in it stops the import with the name at fault."""

import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pytest

from calculators import CATALOGUE, find
from calculators.engine.calculator import Calculator, Group, RowsTable
from calculators.engine.fields import DeclarationError, Money, Rate
from calculators.engine.figures import figure
from calculators.engine.parameters import NotPublished
from calculators.engine.validation import FieldError


@dataclass(frozen=True, kw_only=True)
class Inputs:
    pay: Annotated[float, Money("Pay")] = 100.0
    rise: Annotated[float, Rate("Rise", reference="prices.us_inflation_12_months")] = 0.02


@figure("More", unit=Money())
def more(pay: float, rise: float) -> float:
    """Pay with its rise."""
    return pay * (1 + rise)


def declared(**changes: Any) -> Calculator:
    usual: dict[str, Any] = {
        "id": "small",
        "title": "Small",
        "purpose": "How much?",
        "inputs": Inputs,
        "figures": (more,),
        "headline": more,
    }
    return Calculator(**{**usual, **changes})


def test_the_smallest_declaration_answers() -> None:
    outcome = declared().outcome(Inputs(), date(2026, 11, 23))
    assert outcome.value("more") == 102.0
    assert outcome.value("pay") == 100.0
    assert [value.name for value in outcome.parameters] == ["prices.us_inflation_12_months"]


def test_a_figure_that_is_declared_in_the_module_but_not_listed_is_told() -> None:
    module = types.ModuleType("declared_here")
    sys.modules[module.__name__] = module
    try:
        exec(
            "from calculators.engine.figures import figure\nfrom calculators.engine.fields import Money\n"
            "@figure('A', unit=Money())\ndef first(pay, rise):\n    'First.'\n    return pay * rise\n"
            "@figure('B', unit=Money())\ndef second(first):\n    'Second.'\n    return first\n",
            vars(module),
        )
        first = vars(module)["first"]
        with pytest.raises(DeclarationError, match=r"small: figure second is declared but not listed"):
            declared(figures=(first,), headline=first)
    finally:
        del sys.modules[module.__name__]


@pytest.mark.parametrize("place", ["headline", "ranged", "tables", "columns"])
def test_a_figure_that_is_shown_but_not_listed_is_told(place: str) -> None:
    @figure("Other", unit=Money())
    def other(pay: float) -> float:
        """Not listed."""
        return pay

    shown: Any = {
        "headline": other,
        "ranged": (other,),
        "tables": (other,),
        "columns": (RowsTable("rows", "Rows", "name", (other,)),),
    }[place]
    with pytest.raises(DeclarationError, match=r"figure other is shown but not listed"):
        declared(**{"tables" if place == "columns" else place: shown})


def test_a_part_of_the_form_that_names_no_input_is_told() -> None:
    with pytest.raises(DeclarationError, match=r"“All” names salary, which is not an input"):
        declared(groups=(Group("All", ("pay", "rise", "salary")),))


def test_an_input_that_no_part_of_the_form_holds_is_told() -> None:
    with pytest.raises(DeclarationError, match=r"no part of the form contains rise"):
        declared(groups=(Group("All", ("pay",)),))


def test_an_unknown_parameter_is_told() -> None:
    with pytest.raises(DeclarationError, match=r"there is no parameter prices\.us_inflaton"):
        declared(parameters={"base": "prices.us_inflaton"})


def test_a_declared_parameter_that_nothing_uses_is_told() -> None:
    with pytest.raises(DeclarationError, match=r"base is declared but used by no figure"):
        declared(parameters={"base": "prices.us_inflation_12_months"})


def test_a_figure_that_needs_an_unknown_name_stops_the_declaration_itself_and_not_its_first_use() -> None:
    @figure("Wrong", unit=Money())
    def wrong(pay: float, rse: float) -> float:
        """A slip of the finger."""
        return pay * rse

    with pytest.raises(DeclarationError, match=r"small: figure wrong needs rse.*did you mean rise\?"):
        declared(figures=(more, wrong))


def with_parameter() -> Calculator:
    @figure("Real", unit=Money())
    def real(pay: float, rise: float, base: float) -> float:
        """Pay after prices."""
        return pay * (1 + rise) / (1 + base)

    return declared(figures=(more, real), headline=real, parameters={"base": "prices.us_inflation_12_months"})


def test_a_parameter_reaches_the_figures_and_is_cited() -> None:
    outcome = with_parameter().outcome(Inputs(), date(2026, 4, 15))
    assert outcome.value("real") == 100 * 1.02 / 1.038
    assert outcome.parameters[0].since == date(2026, 4, 1)


def test_past_the_last_day_of_its_parameters_a_calculator_does_not_answer() -> None:
    with pytest.raises(NotPublished):
        with_parameter().outcome(Inputs(), date(2035, 1, 1))


def test_a_cited_value_that_is_only_shown_does_not_stop_the_answer_when_it_has_ended() -> None:
    assert declared().outcome(Inputs(), date(2035, 1, 1)).parameters == ()


def test_rules_see_all_fields_together() -> None:
    def rule(inputs: Inputs) -> Iterator[FieldError]:
        if inputs.pay < 50 and inputs.rise > 0:
            yield FieldError("pay", "odd", "Odd.")

    assert declared(rules=(rule,)).check(Inputs(pay=10.0)) == [FieldError("pay", "odd", "Odd.")]
    assert declared(rules=(rule,)).check(Inputs()) == []


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_every_calculator_answers_its_own_first_inputs_without_an_error(calculator: Calculator) -> None:
    inputs = calculator.inputs()
    assert calculator.check(inputs) == []
    assert calculator.outcome(inputs, date(2026, 11, 23)).values


def test_every_calculator_is_found_by_its_own_id_and_no_other() -> None:
    assert [find(calculator.id) for calculator in CATALOGUE] == list(CATALOGUE)
    assert len({calculator.id for calculator in CATALOGUE}) == len(CATALOGUE)
    assert find("no-such") is None


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda c: c.id)
def test_every_calculator_asks_a_question_and_says_why_each_figure_is_there(calculator: Calculator) -> None:
    assert calculator.purpose.endswith("?")
    for one in calculator.figures:
        assert one.label, one.name
        assert one.why.endswith("."), one.name


def test_inputs_are_frozen() -> None:
    for calculator in CATALOGUE:
        with pytest.raises((AttributeError, TypeError)):
            setattr(calculator.inputs(), calculator.slots[0].name, 1)
