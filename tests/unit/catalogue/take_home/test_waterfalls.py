"""The picture from what the gig takes in to what is kept: each step is a difference that the gig makes, and together they are all of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.kept import steps
from calculators.catalogue.take_home.us.charts import gig_steps
from calculators.engine.calculator import Outcome
from calculators.engine.fields import Money

DAY = date(2026, 11, 29)
US = {
    "country": "us",
    "state": "va",
    "wages": 230_000.0,
    "gross_receipts": 20_000.0,
    "expenses": 1_000.0,
    "vehicle_costs": 700.0,
    "let_receipts": 3_000.0,
    "let_expenses": 400.0,
    "let_days": 60,
}
POOR = {"country": "us", "state": "tx", "wages": 8_000.0, "gross_receipts": 6_000.0, "expenses": 0.0, "gets_snap": "yes"}
UK = {
    "country": "uk",
    "wages": 32_000.0,
    "gross_receipts": 15_000.0,
    "expenses": 1_000.0,
    "uk_vehicle_costs": 300.0,
    "uk_loans": ["plan_2"],
    "gets_child_benefit": "yes",
    "child_ages": "3",
    "uk_partner": "yes",
    "uk_partner_pay": 10_000.0,
}


def outcome(typed: dict[str, Any]) -> Outcome:
    inputs, errors = CALCULATOR.read({"tax_year": "2026"} | typed)
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


@pytest.mark.parametrize("typed", [US, POOR, US | {"state": "none", "wages": 50_000.0}])
def test_steps_in_the_united_states_are_what_the_gig_changes(typed: dict[str, Any]) -> None:
    with_gig = outcome(typed)
    without = outcome(typed | dict.fromkeys(("gross_receipts", "expenses", "vehicle_costs", "let_receipts", "let_expenses", "let_days"), 0))

    def change(name: str) -> float:
        return with_gig.number(name) - without.number(name)

    walk = {step.label: step.amount for step in gig_steps(with_gig)}
    assert walk["Taken in"] == typed["gross_receipts"] + typed.get("let_receipts", 0)
    assert walk["Costs"] == typed["expenses"] + typed.get("vehicle_costs", 0) + typed.get("let_expenses", 0)
    assert walk["Self-employment tax"] == pytest.approx(change("self_employment_tax"))
    assert walk["Income tax"] == pytest.approx(change("income_tax"))
    assert walk["Other federal tax"] == pytest.approx(change("additional_medicare_tax") + change("investment_tax"), abs=0.005)
    assert walk["State tax"] == pytest.approx(change("state_and_local_tax"))
    assert walk.get("Lost benefits", 0.0) == pytest.approx(-change("benefits"))
    assert walk.pop("Taken in") - sum(amount for label, amount in walk.items() if label != "Kept") == pytest.approx(walk["Kept"])
    assert [step.label for step in gig_steps(with_gig) if step.total] == ["Taken in", "Kept"]


def test_tiny_rounding_is_no_other_federal_tax() -> None:
    walk = {step.label: step.amount for step in gig_steps(outcome(US | {"wages": 50_000.0}))}
    assert walk["Other federal tax"] == 0.0
    assert "Lost benefits" not in walk


@pytest.mark.parametrize(
    ("typed", "contributions", "costs", "fees"),
    [
        (UK, "National Insurance", ("expenses", "uk_vehicle_costs"), 1_300.0),
        ({"country": "ca", "wages": 20_000.0, "gross_receipts": 9_000.0, "expenses": 50.0, "child_ages": "3"}, "CPP", ("expenses",), 50.0),
        (
            {"country": "elsewhere", "own_income_rate": 0.2, "own_contribution_rate": 0.1, "gross_receipts": 900.0},
            "Fees",
            ("expenses",),
            6_000.0,
        ),
    ],
)
def test_steps_elsewhere_are_what_the_gig_changes(typed: dict[str, Any], contributions: str, costs: tuple[str, ...], fees: float) -> None:
    result = outcome(typed)
    walk = {step.label: step.amount for step in steps(result, contributions, costs)}
    assert walk["Taken in"] == typed["gross_receipts"]
    assert walk["Costs"] == fees
    assert walk["Income tax"] + walk[contributions] == pytest.approx(result.number("extra_tax"))
    if "income_tax_without_gig" in result.values:
        assert walk["Income tax"] == pytest.approx(result.number("income_tax") - result.number("income_tax_without_gig"))
    assert walk["Student loan"] == pytest.approx(result.values.get("extra_loan", 0.0))
    assert walk.get("Lost benefits", 0.0) == pytest.approx(result.number("benefits_lost"))
    assert walk.pop("Taken in") - sum(amount for label, amount in walk.items() if label != "Kept") == pytest.approx(walk["Kept"])
    assert [step.label for step in steps(result, contributions, costs) if step.total] == ["Taken in", "Kept"]


def test_repaid_student_loan_is_a_step() -> None:
    """9% of what the gig adds above 29,385: 14,000 of profit with pay of 32,000."""
    walk = {step.label: step.amount for step in steps(outcome(UK), "National Insurance", ("expenses",))}
    assert walk["Student loan"] == pytest.approx(0.09 * 14_000)


def test_own_rate_is_charged_on_profit_and_rent() -> None:
    """5% of 20,000 − 1,000 and of 3,000 − 400; the car counts by its miles, of which there are none."""
    result = outcome(US | {"state": "none", "state_rate": 0.05})
    assert result.number("state_tax") == pytest.approx(0.05 * (19_000 + 2_600))


@pytest.mark.parametrize("typed", [US, UK, {"country": "ca"}, {"country": "au"}, {"country": "elsewhere"}])
def test_table_beside_the_picture_has_whole_dollars(typed: dict[str, Any]) -> None:
    result = outcome(typed)
    table = next(chart for chart in result.calculator.charts if chart.name == "kept").table(result)
    unit = list(table.columns.values())[1]
    assert isinstance(unit, Money)
    assert unit.dollars


@pytest.mark.parametrize("typed", [US, POOR])
def test_values_of_snap_are_cited_where_it_is_counted(typed: dict[str, Any]) -> None:
    cited = {value.name for value in outcome(typed).parameters}
    assert ("us/snap.max_allotment" in cited) == (typed is POOR)
