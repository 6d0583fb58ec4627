"""State income tax in the United States: the list of states, each rule at its limits, and what is said beside the numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import calculators
from calculators.catalogue.take_home.brackets import in_bands
from calculators.catalogue.take_home.us.calculator import CALCULATOR
from calculators.catalogue.take_home.us.states import credit_rules, deductions, places, starts, taxes
from calculators.catalogue.take_home.us.states.household import Household
from calculators.catalogue.take_home.us.states.notes import NOTES
from calculators.catalogue.take_home.us.states.rules import file_of, rules_of
from calculators.engine import parameters
from calculators.engine.calculator import Outcome

FOLDER = Path(calculators.__file__).parent / "parameters" / "us" / "states"
YEARS = ("2025", "2026")
STATUSES = ("single", "joint", "separate", "head", "widowed")
ALL = tuple((state, year) for state in places.TAXED for year in YEARS)

NOBODY = Household(
    status="single",
    children=0,
    under_12=0,
    under_6=0,
    older_children=0,
    other_dependents=0,
    age=40,
    spouse_age=0,
    seniors=0,
    blind=0,
    pay=0.0,
    spouse_pay=0.0,
    profit=0.0,
    rent=0.0,
    interest=0.0,
    other_income=0.0,
    agi=0.0,
    deductible_half=0.0,
    federal_basic=0.0,
    senior_deduction=0.0,
    federal_deduction=0.0,
    earned_income_credit=0.0,
    eitc_at_any_age=0.0,
)


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read({"country": "us", "wages": 60_000.0, "gross_receipts": 10_000.0, "expenses": 0.0} | typed)
    assert not errors
    return CALCULATOR.outcome(inputs, date(2026, 11, 29))


def said(result: Outcome) -> str:
    return " ".join(note(result) for note in NOTES)


def test_list_has_fifty_states_dc_and_the_own_rate() -> None:
    codes = [option.value for option in places.OPTIONS]
    assert codes[0] == "none"
    assert len(codes) == len(set(codes)) == 52
    assert set(codes[1:]) == set(places.NAMES)


def test_every_taxed_state_has_a_file_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(places.TAXED)
    assert not set(places.TAXED) & set(places.UNTAXED)


@pytest.mark.parametrize("state", places.TAXED)
def test_every_rule_that_a_state_names_exists(state: str) -> None:
    file = parameters.load(file_of(state))
    assert file["starts_from"] in starts.STARTS
    assert file.get("taxed", "by_bands") in taxes.TAXES
    assert file.get("local_base", "nothing") in starts.LOCAL
    assert ("local_base" in file) == ("local_words" in file)
    assert set(file.get("deductions", ())) <= set(deductions.DEDUCTIONS)
    assert {*file.get("credits", ()), *file.get("refundable", ())} <= set(credit_rules.CREDITS)
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
    rules = {*starts.STARTS, *taxes.TAXES, *deductions.DEDUCTIONS, *credit_rules.CREDITS} - {"nothing", "by_bands"}
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


def test_state_that_is_not_covered_uses_the_own_rate_and_says_so() -> None:
    for state in set(places.NAMES) - places.COVERED:
        without, typed = outcome(state=state), outcome(state=state, state_rate=0.05)
        assert f"{places.NAMES[state]} is not covered yet" in said(without)
        assert "None is counted" in said(without)
        assert without.value("state_and_local_tax") == 0
        assert typed.value("state_and_local_tax") == pytest.approx(500)
        assert "rate that you typed" in said(typed)


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


def edges() -> Iterator[Any]:
    for state, year in ALL:
        for status in STATUSES:
            bands = rules_of(state, year).values.bands("bands", status)
            for index, band in enumerate(bands[:-1]):
                yield pytest.param(state, year, status, index, id=f"{state}-{year}-{status}-{band['upto']}")


@pytest.mark.parametrize(("state", "year", "status", "index"), list(edges()))
def test_rate_changes_at_the_cent_above_a_band(state: str, year: str, status: str, index: int) -> None:
    bands = rules_of(state, year).values.bands("bands", status)
    edge = bands[index]["upto"]
    below, at, above = (in_bands(edge + cents / 100, bands) for cents in (-1, 0, 1))
    assert at - below == pytest.approx(bands[index]["rate"] / 100, abs=1e-9)
    assert above - at == pytest.approx(bands[index + 1]["rate"] / 100, abs=1e-9)


def tax_of(state: str, year: str, household: Household) -> float:
    rules = rules_of(state, year)
    taxable = max(0.0, rules.income(household) - rules.deducted(household))
    tax = rules.tax(household, taxable)
    return tax - rules.credited(household, tax) - rules.refunded(household, tax)


# For each cliff: the state, the year, the household, its federal adjusted gross income at the last cent before, and how much more tax the
# next cent brings, worked out from the form (in Ohio at 26,050 less the exemption credit of 20).
CLIFFS = (
    ("oh", "2025", NOBODY, 26_050 + 2_400, 342.00 - 20),
    ("oh", "2026", NOBODY, 26_050 + 2_400, 332.00 - 20),
    ("oh", "2025", NOBODY, 100_000 + 1_900, 18.695),
    ("oh", "2025", NOBODY, 40_000, 250 * 0.0275),
    ("oh", "2025", NOBODY, 80_000, 250 * 0.0275),
    ("oh", "2025", NOBODY, 750_000, 1_900 * 0.03125),
    ("oh", "2026", NOBODY, 500_000, 1_900 * 0.0275),
    ("il", "2025", NOBODY, 250_000, 2_850 * 0.0495),
    ("il", "2025", replace(NOBODY, status="joint"), 500_000, 5_700 * 0.0495),
    ("nc", "2025", replace(NOBODY, status="head", children=1), 30_000, 500 * 0.0425),
    ("nc", "2025", replace(NOBODY, status="head", children=2), 105_000, 1_000 * 0.0425),
    ("nc", "2026", replace(NOBODY, status="joint", children=1), 140_000, 500 * 0.0399),
    ("ga", "2025", NOBODY, 14_999.99, 3.0),
    ("ga", "2025", NOBODY, 19_999.99, 5.0),
    ("in", "2025", replace(NOBODY, seniors=1), 39_999.99, 500 * 0.03),
    ("az", "2025", NOBODY, 12_500, 25.0),
    ("az", "2025", replace(NOBODY, status="head", children=1), 200_000, 5.0),
    ("ky", "2025", NOBODY, 19_876, (19_876 - 3_270) * 0.04 * 0.1),
    ("ky", "2025", NOBODY, 20_345, (20_345 - 3_270) * 0.04 * 0.1),
    ("ky", "2025", replace(NOBODY, status="head", children=1), 26_861, (26_861 - 3_270) * 0.04 * 0.1),
    ("ut", "2025", replace(NOBODY, federal_basic=15_750, federal_deduction=0.0), 15_750, 15_750 * 0.045),
)


@pytest.mark.parametrize(("state", "year", "household", "last", "jump"), CLIFFS, ids=lambda value: getattr(value, "status", str(value)))
def test_tax_jumps_at_the_cent_above_a_cliff(state: str, year: str, household: Household, last: float, jump: float) -> None:
    at, above = (tax_of(state, year, replace(household, agi=income, pay=income)) for income in (last, last + 0.01))
    assert above - at == pytest.approx(jump, abs=0.002)


@pytest.mark.parametrize(("income", "share"), [(16_000, 1.0), (16_000.01, 0.9), (16_250, 0.9), (18_250, 0.1), (18_250.01, 0.0)])
def test_pennsylvania_forgives_a_tenth_less_each_step(income: float, share: float) -> None:
    """The table of Schedule SP for one child: 100% to 16,000, 10% to 18,250."""
    parent = replace(NOBODY, status="head", children=1, pay=income)
    assert tax_of("pa", "2025", parent) == pytest.approx(income * 0.0307 * (1 - share))


def test_pennsylvania_counts_a_couple_together_for_forgiveness() -> None:
    """Table 2 of Schedule SP: 100% to 13,000 for a couple, also where they file separately."""
    apart = replace(NOBODY, status="separate", pay=6_500, spouse_pay=6_500)
    assert tax_of("pa", "2025", apart) == 0
    assert tax_of("pa", "2025", replace(apart, spouse_pay=9_000)) == pytest.approx(6_500 * 0.0307)
    assert tax_of("pa", "2025", replace(NOBODY, status="joint", pay=13_000.01)) == pytest.approx(13_000.01 * 0.0307 * 0.1)


def test_kentucky_spouses_pay_the_lower_of_joint_and_separate() -> None:
    """Each has a standard deduction of 3,270 if they compute apart: 130.80 less where both earn more than that."""
    couple = replace(NOBODY, status="joint", agi=100_000, pay=100_000)
    assert tax_of("ky", "2025", couple) == pytest.approx(96_730 * 0.04)
    assert tax_of("ky", "2025", replace(couple, spouse_pay=40_000)) == pytest.approx((100_000 - 2 * 3_270) * 0.04)


def test_mississippi_leaves_each_spouse_an_untaxed_slice() -> None:
    couple = replace(NOBODY, status="joint", agi=100_000, pay=100_000)
    assert tax_of("ms", "2025", couple) == pytest.approx((100_000 - 16_600 - 10_000) * 0.044)
    assert tax_of("ms", "2025", replace(couple, spouse_pay=40_000)) == pytest.approx((100_000 - 16_600 - 20_000) * 0.044)
    assert tax_of("ms", "2025", replace(couple, spouse_pay=4_000)) == pytest.approx((100_000 - 16_600 - 14_000) * 0.044)


def test_ohio_taxes_business_income_only_above_its_limit() -> None:
    """Ohio Revised Code 5747.01(A)(28): the first 250,000 is deducted, the rest is taxed at 3%."""
    gig = replace(NOBODY, agi=350_000, pay=50_000, profit=300_000)
    pay = 342 + (50_000 - 1_900 - 26_050) * 0.0275
    assert tax_of("oh", "2025", replace(gig, profit=250_000, agi=300_000)) == pytest.approx(pay)
    assert tax_of("oh", "2025", gig) == pytest.approx(pay + 50_000 * 0.03)
    assert tax_of("oh", "2025", replace(gig, status="separate", agi=150_000, pay=0, profit=150_000)) == pytest.approx(23_100 * 0.03)


def test_georgia_excludes_retirement_income_from_62() -> None:
    """Interest and 5,000 of earnings, up to 35,000 from 62 and up to 65,000 from 65, for each spouse."""
    worker = replace(NOBODY, agi=60_000, pay=50_000, interest=10_000)
    taxed = 60_000 - 12_000
    assert tax_of("ga", "2025", replace(worker, age=61)) == pytest.approx(taxed * 0.0519)
    assert tax_of("ga", "2025", replace(worker, age=62)) == pytest.approx((taxed - 15_000) * 0.0519)
    rich = replace(worker, agi=150_000, interest=100_000)
    assert tax_of("ga", "2025", replace(rich, age=64)) == pytest.approx((138_000 - 35_000) * 0.0519)
    assert tax_of("ga", "2025", replace(rich, age=65)) == pytest.approx((138_000 - 65_000) * 0.0519)
    couple = replace(worker, status="joint", age=62, spouse_age=62, spouse_pay=20_000)
    assert tax_of("ga", "2025", couple) == pytest.approx((60_000 - 24_000 - 15_000 - 5_000) * 0.0519)


@pytest.mark.parametrize(
    ("year", "age", "less"), [("2025", 66, 0), ("2025", 67, 14_200), ("2025", 73, 20_000), ("2025", 80, 0), ("2026", 73, 14_100)]
)
def test_michigan_deducts_more_for_older_people(year: str, age: int, less: float) -> None:
    """20,000, less the exemption of 5,800 (5,900 in 2026) for those born after 1952; nothing for those born before 1946."""
    exemption = 5_800 if year == "2025" else 5_900
    assert tax_of("mi", year, replace(NOBODY, agi=60_000, age=age)) == pytest.approx((60_000 - exemption - less) * 0.0425)


def test_arizona_subtracts_the_federal_senior_deduction() -> None:
    senior = replace(NOBODY, agi=60_000, seniors=1, senior_deduction=6_000)
    assert tax_of("az", "2025", senior) == pytest.approx((60_000 - 15_750 - 2_100 - 6_000) * 0.025)


def test_ohio_credits_a_share_of_the_tax_to_two_earners() -> None:
    """Married filing jointly with 45,000 each: 10% of the tax, at most 650."""
    couple = replace(NOBODY, status="joint", agi=70_000, pay=70_000, spouse_pay=20_000)
    tax = 342 + (70_000 - 2 * 2_150 - 26_050) * 0.0275
    assert tax_of("oh", "2025", couple) == pytest.approx(tax * 0.9)
    assert tax_of("oh", "2025", replace(couple, spouse_pay=499)) == pytest.approx(tax)


def test_illinois_pays_its_credit_to_the_young_and_the_old() -> None:
    """Public Act 102-700: without children, from 18 on, where the federal credit begins at 25 and ends at 64."""
    worker = replace(NOBODY, agi=10_000, pay=10_000, eitc_at_any_age=600.0, age=20)
    assert tax_of("il", "2025", worker) == pytest.approx((10_000 - 2_850) * 0.0495 - 120)
    assert tax_of("il", "2025", replace(worker, age=17)) == pytest.approx((10_000 - 2_850) * 0.0495)


@pytest.mark.parametrize(("state", "year"), ALL)
@pytest.mark.parametrize("status", ["single", "joint"])
def test_tax_does_not_fall_as_pay_rises(state: str, year: str, status: str) -> None:
    """From where the federal earned income credit no longer grows. A credit that fades can only raise the tax faster."""
    before = -math.inf
    for pay in range(9_000, 620_000, 7_919):
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


LOCAL = (("in", 60_000 + 10_000 - 706.4775 - 1_000), ("ky", 70_000), ("mi", 70_000), ("oh", 70_000), ("pa", 70_000))


@pytest.mark.parametrize(("state", "base"), LOCAL)
def test_local_rate_is_charged_on_what_its_state_says(state: str, base: float) -> None:
    silent, typed = outcome(state=state), outcome(state=state, local_rate=0.02)
    assert "None is counted until you type it" in said(silent)
    assert "None is counted" not in said(typed)
    assert typed.value("local_tax") == pytest.approx(0.02 * base)
    assert typed.value("total_tax") == pytest.approx(silent.value("total_tax") + 0.02 * base)


@pytest.mark.parametrize("state", ["none", "tx", "nc", "ca"])
def test_local_rate_without_a_local_tax_is_not_used(state: str) -> None:
    result = outcome(state=state, local_rate=0.02)
    assert result.value("local_tax") == 0
    assert "local rate is not used" in said(result)


@pytest.mark.parametrize(("state", "year"), ALL)
def test_projected_figures_are_named_in_the_first_note(state: str, year: str) -> None:
    result = outcome(state=state, tax_year=year)
    projected = [value.label for value in result.parameters if value.status == "projected" and value.name.startswith(file_of(state))]
    first = next((note for note in (note(result) for note in CALCULATOR.notes) if note), "")
    assert first.startswith("Projected: ") == bool(projected)
    assert all(label in first for label in projected)


@pytest.mark.parametrize(("state", "year"), ALL)
def test_outcome_cites_the_state_and_says_what_it_leaves_out(state: str, year: str) -> None:
    result = outcome(state=state, tax_year=year)
    assert any(value.name.startswith(f"{file_of(state)}.") for value in result.parameters)
    assert f"Not counted for {places.NAMES[state]}" in said(result)


def test_refund_beyond_the_tax_is_said() -> None:
    parent = outcome(state="mi", filing_status="head", children=1, wages=15_000.0, gross_receipts=0.0, expenses=0.0)
    assert parent.value("state_income_tax") < 0
    assert "Michigan pays out" in said(parent)


def test_year_after_the_states_last_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A state's file may end before the federal ones: the reader is told, and nothing is computed."""
    ended = {**parameters.load(file_of("nc")), "valid_through": date(2025, 12, 31)}
    real = parameters.load
    monkeypatch.setattr(parameters, "load", lambda file: ended if file == file_of("nc") else real(file))
    _, errors = CALCULATOR.read({"country": "us", "state": "nc", "tax_year": "2026"})
    assert [(error.field, error.code) for error in errors] == [("state", "not-published")]
