"""State income tax in the United States: the list of states, each rule at its limits, and what is said beside the numbers."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import calculators
from calculators import find
from calculators.catalogue.take_home.us.calculator import CALCULATOR
from calculators.catalogue.take_home.us.states import credit_rules, deductions, places, starts, taxes
from calculators.catalogue.take_home.us.states.notes import NOTES, WARNINGS
from calculators.catalogue.take_home.us.states.rules import file_of
from calculators.engine import parameters
from calculators.engine.calculator import Outcome
from calculators.engine.view.form import form_view
from calculators.engine.view.outcome import environment

CASES = Path(__file__).parents[3] / "cases"
FOLDER = Path(calculators.__file__).parent / "parameters" / "us" / "states"
YEARS = ("2025", "2026")
ALL = tuple((state, year) for state in places.TAXED for year in YEARS)


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read({"country": "us", "wages": 60_000.0, "gross_receipts": 10_000.0, "expenses": 0.0} | typed)
    assert not errors
    return CALCULATOR.outcome(inputs, date(2026, 11, 29))


def said(result: Outcome) -> str:
    return " ".join(note(result) for note in (*WARNINGS, *NOTES))


def test_list_has_fifty_states_dc_and_the_own_rate() -> None:
    codes = [option.value for option in places.OPTIONS]
    assert codes[0] == "none"
    assert len(codes) == len(set(codes)) == 52
    assert set(codes[1:]) == set(places.NAMES)


def test_every_taxed_state_has_a_file_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(places.TAXED)
    assert not set(places.TAXED) & set(places.UNTAXED)


def test_every_taxed_state_has_cases_worked_by_hand() -> None:
    """At least two a state. What the other nine take, nothing, is tested below; each band's edge in test_state_rules.py."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in CASES.glob("take-home-us-states*.toml")]
    worked = Counter(case["inputs"]["state"] for file in files for case in file["case"] if "state_income_tax" in case.get("figures", ()))
    assert {state: worked[state] for state in places.TAXED if worked[state] < 2} == {}


@pytest.mark.parametrize("state", places.TAXED)
def test_every_rule_that_a_state_names_exists(state: str) -> None:
    file = parameters.load(file_of(state))
    assert file["starts_from"] in starts.STARTS
    assert file.get("taxed", "by_bands") in taxes.TAXES
    assert file.get("local_base", "nothing") in starts.LOCAL
    assert ("local_base" in file) == ("local_words" in file)
    assert set(file.get("deductions", ())) <= set(deductions.DEDUCTIONS)
    assert {*file.get("credits", ()), *file.get("refundable", ())} <= set(credit_rules.CREDITS)
    assert set(file.get("adds", ())) <= set(taxes.ADDED)
    assert file["left_out"].endswith(".")


def test_every_named_rule_is_used_by_a_state() -> None:
    files = [parameters.load(file_of(state)) for state in places.TAXED]
    named = {
        name
        for file in files
        for value in file.values()
        if isinstance(value, str | list)
        for name in ([value] if isinstance(value, str) else value)
    }
    rules = {*starts.STARTS, *taxes.TAXES, *taxes.ADDED, *deductions.DEDUCTIONS, *credit_rules.CREDITS} - {"nothing", "by_bands"}
    assert rules <= named


def test_without_a_state_the_typed_rate_counts_as_before() -> None:
    """A request that does not name a state gets its old answer: the rate on the gig's profit, and no state tax on the job."""
    omitted, chosen = outcome(state_rate=0.05), outcome(state_rate=0.05, state="none")
    assert omitted.values == chosen.values
    assert omitted.value("state_income_tax") == 0
    assert omitted.value("state_and_local_tax") == pytest.approx(500)
    assert omitted.value("tax_without_gig") == omitted.value("federal_tax_without_gig")


def test_form_says_that_no_state_is_chosen() -> None:
    assert "Choose your state" in places.OPTIONS[0].label
    assert "Choose your state" in said(outcome())
    assert not said(outcome(state_rate=0.05)).strip()


@pytest.mark.parametrize(("state", "untaxed"), [("ca", 5_000), ("ma", 5_000), ("nj", 5_000), ("oh", 5_000), ("pa", 0)])
def test_pay_into_a_pension_plan_lowers_the_states_income(state: str, untaxed: float) -> None:
    """Pennsylvania taxes what goes into a 401(k), as cities do."""
    without, paying = outcome(state=state, local_rate=0.01), outcome(state=state, local_rate=0.01, workplace_pension=5_000.0)
    assert without.value("state_start") - paying.value("state_start") == pytest.approx(untaxed)
    if state in {"oh", "pa"}:
        assert paying.value("local_tax") == pytest.approx(without.value("local_tax"))


@pytest.mark.parametrize("state", places.UNTAXED)
@pytest.mark.parametrize("year", YEARS)
def test_state_without_a_tax_takes_nothing(state: str, year: str) -> None:
    untaxed, none = outcome(state=state, tax_year=year), outcome(tax_year=year)
    assert untaxed.value("state_income_tax") == 0
    assert untaxed.value("total_tax") == none.value("total_tax")


@pytest.mark.parametrize("state", ["tx", "nc"])
def test_state_wins_over_a_typed_rate_and_that_is_said(state: str) -> None:
    with_rate, alone = outcome(state=state, state_rate=0.1), outcome(state=state)
    assert with_rate.value("total_tax") == alone.value("total_tax")
    assert with_rate.value("marginal_rate") == alone.value("marginal_rate")
    assert "the rate that you typed is not used" in said(with_rate)
    assert "the rate that you typed" not in said(alone)


@pytest.mark.parametrize(("state", "year"), ALL)
def test_state_tax_is_in_every_total(state: str, year: str) -> None:
    result, job = outcome(state=state, tax_year=year), outcome(state=state, tax_year=year, gross_receipts=0.0)
    assert result.value("total_tax") == pytest.approx(result.value("federal_tax") + result.value("state_income_tax"))
    assert result.value("tax_without_gig") == pytest.approx(job.value("federal_tax") + job.value("state_income_tax"))
    assert result.value("extra_state_tax") == pytest.approx(result.value("state_income_tax") - job.value("state_income_tax"))
    assert result.value("kept_from_gig") == pytest.approx(10_000 - result.value("extra_tax"))
    assert result.value("take_home_pay") == pytest.approx(70_000 - result.value("payroll_tax") - result.value("total_tax"))
    more = outcome(state=state, tax_year=year, gross_receipts=10_100.0)
    assert result.value("marginal_rate") == pytest.approx((more.value("total_tax") - result.value("total_tax")) / 100)


def test_estimated_tax_stays_federal() -> None:
    """What is withheld for the state does not pay federal tax."""
    assert outcome(state="pa").value("estimated_tax") == outcome().value("estimated_tax")


@pytest.mark.parametrize(("state", "year"), ALL)
@pytest.mark.parametrize("status", ["single", "joint"])
def test_tax_does_not_fall_as_pay_rises(state: str, year: str, status: str) -> None:
    """From where the earned income credits, federal and of Minnesota, no longer grow. A credit that fades can only raise the tax faster."""
    before = -math.inf
    for pay in range(10_000, 620_000, 7_919):
        tax = outcome(state=state, tax_year=year, filing_status=status, wages=float(pay), gross_receipts=0.0).value("state_income_tax")
        assert tax >= before - 1e-9
        before = tax


@pytest.mark.parametrize(("state", "year"), ALL)
def test_loss_beside_wages_never_raises_state_tax(state: str, year: str) -> None:
    lossy = outcome(state=state, tax_year=year, gross_receipts=0.0, expenses=8_000.0)
    job = outcome(state=state, tax_year=year, gross_receipts=0.0, expenses=0.0)
    assert math.isfinite(lossy.value("state_income_tax"))
    assert lossy.value("state_income_tax") <= job.value("state_income_tax")
    assert outcome(state=state, tax_year=year, wages=0.0, gross_receipts=0.0).value("state_income_tax") <= 0


def test_pennsylvania_lets_no_loss_reduce_pay() -> None:
    assert outcome(state="pa", gross_receipts=0.0, expenses=8_000.0).value("state_income_tax") == pytest.approx(60_000 * 0.0307)


LOCAL = (
    ("in", 60_000 + 10_000 - 706.4775 - 1_000),
    ("ky", 70_000),
    ("md", 60_000 + 10_000 - 706.4775 - 6_550),
    ("mi", 70_000),
    ("oh", 70_000),
    ("pa", 70_000),
)


@pytest.mark.parametrize(("state", "base"), LOCAL)
def test_local_rate_is_charged_on_what_its_state_says(state: str, base: float) -> None:
    silent, typed = outcome(state=state), outcome(state=state, local_rate=0.02)
    assert "No local tax is counted until you type the rate" in said(silent)
    assert "No local tax is counted" not in said(typed)
    assert typed.value("local_tax") == pytest.approx(0.02 * base)
    assert typed.value("total_tax") == pytest.approx(silent.value("total_tax") + 0.02 * base)


def test_iowa_surtax_is_a_share_of_the_tax_after_credits() -> None:
    result = outcome(state="ia", local_rate=0.2)
    assert result.value("local_tax") == pytest.approx(0.2 * (result.number("state_tax_before_credits") - result.number("state_credits")))


def test_form_links_a_page_for_every_state_with_a_local_tax() -> None:
    """Without script or network: beside the box, whichever state is chosen."""
    with_rates = {state for state in places.TAXED if "local_words" in parameters.load(file_of(state))}
    pages = parameters.load("us/local_taxes")["pages"]
    assert {page["state"] for page in pages} == with_rates
    assert all(page["text"].startswith(places.NAMES[page["state"]]) for page in pages)
    for calculator in (find("take-home"), find("rate-to-charge")):
        assert calculator is not None
        template: Any = environment().get_template("form/template.html.j2").module
        html = template.form(form_view(calculator, calculator.inputs(), date(2026, 11, 29)), "", "")
        for page in pages:
            url = parameters.source(page["source"], "us/local_taxes").url
            assert f'<a href="{url}">{page["text"]}</a>' in html


@pytest.mark.parametrize("state", ["none", "tx", "nc", "ca"])
def test_local_rate_without_a_local_tax_is_not_used(state: str) -> None:
    result = outcome(state=state, local_rate=0.02)
    assert result.value("local_tax") == 0
    assert "local rate is not used" in said(result)


@pytest.mark.parametrize(("state", "year"), ALL)
def test_projected_figures_are_named_beside_the_headline(state: str, year: str) -> None:
    result = outcome(state=state, tax_year=year)
    projected = [value.label for value in result.parameters if value.status == "projected" and value.name.startswith(file_of(state))]
    first = next((note for note in (note(result) for note in CALCULATOR.warnings) if note), "")
    assert first.startswith("Projected: ") == bool(projected)
    assert all(label in first for label in projected)


@pytest.mark.parametrize(("state", "year"), ALL)
def test_outcome_cites_the_state_and_says_what_it_leaves_out(state: str, year: str) -> None:
    result = outcome(state=state, tax_year=year)
    assert any(value.name.startswith(f"{file_of(state)}.") for value in result.parameters)
    assert f"Not counted for {places.NAMES[state]}" in said(result)


def test_refund_beyond_the_tax_is_said() -> None:
    parent = outcome(state="mi", filing_status="head", child_ages="9", wages=15_000.0, gross_receipts=0.0, expenses=0.0)
    assert parent.value("state_income_tax") < 0
    assert "Michigan pays out" in said(parent)


def test_year_after_the_states_last_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A state's file may end before the federal ones: the reader is told, and nothing is computed."""
    ended = {**parameters.load(file_of("nc")), "valid_through": date(2025, 12, 31)}
    real = parameters.load
    monkeypatch.setattr(parameters, "load", lambda file: ended if file == file_of("nc") else real(file))
    _, errors = CALCULATOR.read({"country": "us", "state": "nc", "tax_year": "2026"})
    assert [(error.field, error.code) for error in errors] == [("state", "not-published")]
