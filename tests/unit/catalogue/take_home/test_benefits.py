"""Benefits outside the United States: the edges of each rule, what must hold for any household, and the words for refused ones."""

from __future__ import annotations

import html
import json
import random
from datetime import date
from typing import Any

import pytest

from calculators import bridge
from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.children import ages_of
from calculators.catalogue.take_home.uk.benefits import weeks_in
from calculators.catalogue.take_home.uk.universal_credit import born_before_limit
from tests.unit.outcome_html import Page

DAY = date(2026, 11, 23)
CENT = 0.005
MANY = 150


def figures(country: str, *names: str, **raw: Any) -> tuple[float, ...]:
    inputs, errors = CALCULATOR.read({"country": country, **raw})
    assert inputs is not None, errors
    outcome = CALCULATOR.outcome(inputs, DAY)
    return tuple(outcome.number(name) for name in names)


def said(country: str, **raw: Any) -> str:
    inputs, errors = CALCULATOR.read({"country": country, **raw})
    assert inputs is not None, errors
    outcome = CALCULATOR.outcome(inputs, DAY)
    case = CALCULATOR.at(inputs)
    return " ".join(note(outcome) for note in (*case.warnings, *case.notes))


@pytest.mark.parametrize(
    ("pay", "charge"),
    [(60_000, 0), (60_199.99, 0), (60_200, 14), (60_200.01, 14), (79_999.99, 1418), (80_000, 1433), (80_000.01, 1433)],
)
def test_uk_charge_steps_at_each_200(pay: float, charge: float) -> None:
    """1% and 99% of £1,433 are £14.33 and £1,418.67, in whole pounds (section 681C(3))."""
    raw = {"tax_year": "2026", "wages": pay, "gross_receipts": 0, "expenses": 0, "gets_child_benefit": "yes", "child_ages": "5"}
    assert figures("uk", "child_benefit_charge", **raw) == (charge,)


@pytest.mark.parametrize(("year", "weeks"), [("2020", 53), ("2024", 52), ("2025", 52), ("2026", 53)])
def test_uk_child_benefit_weeks_begin_on_a_monday(year: str, weeks: int) -> None:
    """6 April 2020 and 6 April 2026 were Mondays."""
    assert weeks_in(year) == weeks


@pytest.mark.parametrize(("age", "year", "before"), [(10, "2026", True), (9, "2026", False), (9, "2025", True), (8, "2025", False)])
def test_uk_child_born_before_april_2017(age: int, year: str, before: bool) -> None:
    """Who is 10 on 5 April 2027 was born by 5 April 2017."""
    assert born_before_limit(age, year) is before


@pytest.mark.parametrize(("extra", "lost"), [(-0.01, 0.0), (0.0, 0.0), (1.0, 0.55)])
def test_uk_credit_falls_above_the_work_allowance(extra: float, lost: float) -> None:
    """Pay of 12 × £710 changes nothing; each pound above it costs 55p."""
    raw = {"tax_year": "2026", "gross_receipts": 0, "expenses": 0, "gets_universal_credit": "yes", "child_ages": "5"}
    base, credit = (figures("uk", "universal_credit", wages=wages, **raw)[0] for wages in (0, 8_520 + extra))
    assert base - credit == pytest.approx(lost, abs=CENT)


def test_uk_credit_ends_at_zero() -> None:
    """The last pound of Universal Credit: £5,098.80 ÷ 55% = £9,270.55."""
    raw = {"tax_year": "2026", "gross_receipts": 0, "expenses": 0, "gets_universal_credit": "yes"}
    assert figures("uk", "universal_credit", wages=9_270.54, **raw)[0] == pytest.approx(0.003, abs=CENT)
    assert figures("uk", "universal_credit", wages=9_270.55, **raw) == (0.0,)


def uk_household(draw: random.Random) -> dict[str, Any]:
    receipts = round(draw.uniform(0, 40_000), 2)
    return {
        "tax_year": draw.choice(("2025", "2026")),
        "wages": round(draw.choice((0, draw.uniform(0, 90_000))), 2),
        "other_income": round(draw.choice((0, draw.uniform(0, 9_000))), 2),
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0.3, 1.2)), 2),
        "uk_gig": draw.choice(("trade", "trade", "room", "letting")),
        "uk_region": draw.choice(("rest", "scotland")),
        "gets_universal_credit": draw.choice(("yes", "no")),
        "first_year": draw.choice(("yes", "no")),
        "uk_partner": draw.choice(("yes", "no")),
        "uk_partner_pay": round(draw.uniform(0, 90_000), 2),
        "uk_pension_age": draw.choice(("no", "no", "no", "yes")),
        "gets_child_benefit": draw.choice(("yes", "no")),
        "child_ages": " ".join(str(draw.randint(0, 18)) for _ in range(draw.randint(0, 5))),
        "rent": float(draw.choice((0, 650))),
    }


def ca_household(draw: random.Random) -> dict[str, Any]:
    receipts = round(draw.uniform(0, 40_000), 2)
    return {
        "tax_year": draw.choice(("2025", "2026")),
        "province": draw.choice(("on", "qc", "ab", "nl", "yt")),
        "age": draw.choice((18, 40, 64, 66, 70, 73)),
        "wages": round(draw.choice((0, draw.uniform(0, 120_000))), 2),
        "other_income": round(draw.choice((0, draw.uniform(0, 120_000))), 2),
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0.3, 1.2)), 2),
        "child_ages": " ".join(str(draw.randint(0, 18)) for _ in range(draw.randint(0, 5))),
        "ca_spouse": draw.choice(("yes", "no")),
        "ca_spouse_income": round(draw.uniform(0, 60_000), 2),
        "ca_spouse_work": round(draw.uniform(0, 60_000), 2),
        "ca_old_age_security": draw.choice((0, 8_800)),
        "ca_pension": draw.choice((0, 1_500, 20_000)),
        "ca_pension_stopped": draw.choice(("yes", "no")),
    }


def au_household(draw: random.Random) -> dict[str, Any]:
    receipts = round(draw.uniform(0, 40_000), 2)
    return {
        "tax_year": draw.choice(("2025", "2026")),
        "wages": round(draw.choice((0, draw.uniform(0, 170_000))), 2),
        "other_income": round(draw.choice((0, draw.uniform(0, 20_000))), 2),
        "gross_receipts": receipts,
        "expenses": round(receipts * draw.choice((0, 0.3, 1.2)), 2),
        "au_business": draw.choice(("yes", "no")),
        "au_payment": draw.choice(("none", "jobseeker", "jobseeker_carer", "age_pension")),
        "au_payment_full": draw.choice((793.6, 1_178.7, 1_777)),
        "au_senior": draw.choice(("yes", "no")),
        "au_hospital_cover": draw.choice(("yes", "no")),
        "au_spouse": draw.choice(("yes", "no")),
        "au_spouse_income": round(draw.uniform(0, 150_000), 2),
        "child_ages": " ".join(str(draw.randint(0, 18)) for _ in range(draw.randint(0, 3))),
    }


HOUSEHOLDS = {"uk": uk_household, "ca": ca_household, "au": au_household}
SUMS = ("kept_from_gig", "benefits", "benefits_without_gig", "benefits_lost", "take_home_pay", "take_home_without_gig")


@pytest.mark.parametrize("country", HOUSEHOLDS)
def test_lost_benefits_are_the_difference_of_two_years(country: str) -> None:
    """The counterfactual equals a year that is entered without the gig, and what is kept adds up."""
    draw = random.Random(14)
    for _ in range(MANY):
        raw = HOUSEHOLDS[country](draw)
        kept, with_gig, without, lost, pay, base = figures(country, *SUMS, **raw)
        bare = {**raw, "gross_receipts": 0, "expenses": 0}
        (alone,) = figures(country, "benefits", **bare)
        assert (without, lost) == (pytest.approx(alone), pytest.approx(alone - with_gig)), raw
        assert with_gig >= 0, raw
        assert pay == pytest.approx(base + kept), raw


@pytest.mark.parametrize("country", ["uk", "au", "elsewhere"])
def test_benefits_not_claimed_are_zero(country: str) -> None:
    """Somebody who answers no to every question loses nothing."""
    raw = {"wages": 20_000, "gross_receipts": 9_000, "expenses": 1_000}
    assert figures(country, "benefits", "benefits_lost", **raw) == (0.0, 0.0)


PENSIONER: dict[str, Any] = {"tax_year": "2026", "province": "ab", "wages": 0, "gross_receipts": 0, "expenses": 0}


@pytest.mark.parametrize(("income", "lost"), [(38_236.99, 0.0), (38_237, 0.0), (38_237.01, 0.0007), (38_337, 7.0), (82_947, 3_125.90)])
def test_ca_child_benefit_fades_from_two_thresholds(income: float, lost: float) -> None:
    """7% of $44,610 is $3,122.70; above $82,847 it is 3.2% for one child."""
    (benefit,) = figures("ca", "canada_child_benefit", other_income=income, child_ages="7", **PENSIONER)
    assert 6_883 - benefit == pytest.approx(lost, abs=1e-6 if lost < 1 else CENT)


@pytest.mark.parametrize(("ages", "benefit"), [("5", 8_157), ("6", 6_883), ("17", 6_883), ("18", 0), ("18 17 5", 15_040)])
def test_ca_child_benefit_by_age(ages: str, benefit: float) -> None:
    assert figures("ca", "canada_child_benefit", child_ages=ages, **PENSIONER) == (benefit,)


@pytest.mark.parametrize(("income", "credit"), [(11_564, 445.0), (11_614, 446.25), (20_914, 678.75), (46_432, 678.75), (46_532, 672.5)])
def test_ca_gst_credit_of_a_single_person(income: float, credit: float) -> None:
    """356 × 1.25, then 2% of income above $11,564 up to 187, then less 5% above $46,432, each times 1.25."""
    assert figures("ca", "gst_credit", other_income=income, **PENSIONER)[0] == pytest.approx(credit, abs=CENT)


def test_ca_gst_credit_ends_at_zero() -> None:
    """543 ÷ 5% = 10,860 above $46,432."""
    assert figures("ca", "gst_credit", other_income=57_291.99, **PENSIONER)[0] > 0
    assert figures("ca", "gst_credit", other_income=57_292, **PENSIONER) == (0.0,)


@pytest.mark.parametrize(("profit", "benefit"), [(3_000, 0.0), (3_100, 27.0), (9_166.66, 1_664.9982), (9_166.67, 1_665.0)])
def test_ca_workers_benefit_grows_with_work(profit: float, benefit: float) -> None:
    raw = {**PENSIONER, "province": "on", "gross_receipts": profit}
    assert figures("ca", "workers_benefit", **raw)[0] == pytest.approx(benefit, abs=1e-6)


@pytest.mark.parametrize(
    ("province", "profit", "benefit"),
    [("ab", 2_760, 0.0), ("ab", 2_860, 21.0), ("nu", 6_000, 0.0), ("nu", 6_100, 14.0), ("qc", 2_400, 0.0), ("qc", 2_400.02, 0.00746)],
)
def test_ca_workers_benefit_grows_with_work_by_province(province: str, profit: float, benefit: float) -> None:
    """21% above $2,760 in Alberta, 14% above $6,000 in Nunavut, 37.3% above $2,400 for one person in Quebec."""
    raw = {**PENSIONER, "province": province, "gross_receipts": profit, "tax_year": "2025"}
    assert figures("ca", "workers_benefit", **raw)[0] == pytest.approx(benefit, abs=1e-6)


@pytest.mark.parametrize(
    ("province", "household", "year", "most", "starts", "fade"),
    [
        ("ab", {}, "2025", 1_750, 26_159, 0.15),
        ("ab", {"child_ages": "4"}, "2025", 2_619, 32_772, 0.15),
        ("nu", {}, "2025", 1_621, 26_832, 0.04),
        ("nu", {"child_ages": "18"}, "2025", 2_435, 36_927, 0.08),
        ("nu", {"child_ages": "19"}, "2025", 1_621, 26_832, 0.04),
        ("qc", {}, "2025", 3_812.06, 14_170.05, 0.2),
        ("qc", {"child_ages": "4"}, "2025", 2_044, 14_341.56, 0.2),
        ("qc", {"ca_spouse": "yes"}, "2025", 5_943.38, 21_787.19, 0.2),
        ("qc", {"ca_spouse": "yes", "child_ages": "4"}, "2025", 3_808.23, 22_007.75, 0.2),
        ("qc", {"ca_spouse": "yes"}, "2026", 6_053.04, 22_268.97, 0.2),
    ],
)
def test_ca_workers_benefit_fades_by_province(
    province: str, household: dict[str, Any], year: str, most: float, starts: float, fade: float
) -> None:
    """The most that each kind of household gets, up to the income from which it falls, and nothing where the agency says that it ends."""
    base = {**PENSIONER, **household, "province": province, "tax_year": year, "gross_receipts": 26_000}
    (without_other,) = figures("ca", "workers_income", **base)

    def at(income: float) -> float:
        return figures("ca", "workers_benefit", **base, other_income=income - without_other)[0]

    if starts > without_other:
        assert at(starts) == pytest.approx(most, abs=CENT)
    ends = starts + most / fade
    assert at(ends - 100) == pytest.approx(100 * fade, abs=CENT)
    assert at(ends) == pytest.approx(0, abs=CENT)


@pytest.mark.parametrize(
    ("province", "age", "stopped", "due"),
    [
        ("on", 69, "no", True),
        ("on", 70, "no", False),
        ("qc", 72, "no", True),
        ("qc", 73, "no", False),
        ("on", 65, "yes", False),
        ("on", 64, "yes", True),
    ],
)
def test_ca_pension_contributions_stop_with_age(province: str, age: int, stopped: str, due: bool) -> None:
    raw = {**PENSIONER, "province": province, "gross_receipts": 20_000, "age": age, "ca_pension_stopped": stopped}
    assert (figures("ca", "pension_on_profit", **raw)[0] > 0) is due


@pytest.mark.parametrize(("income", "repaid"), [(95_323, 0.0), (95_323.10, 0.015), (95_423, 15.0), (153_989, 8_799.9), (160_000, 8_800.0)])
def test_ca_old_age_security_is_repaid_up_to_all_of_it(income: float, repaid: float) -> None:
    raw = {**PENSIONER, "other_income": income, "age": 70, "ca_old_age_security": 8_800}
    assert figures("ca", "security_repaid", **raw)[0] == pytest.approx(repaid, abs=1e-6)


def test_ca_supplement_is_a_warning_with_its_threshold() -> None:
    words = said("ca", **{**PENSIONER, "age": 68, "other_income": 18_000, "gross_receipts": 6_000})
    assert "Guaranteed Income Supplement" in words
    assert "$5,000" in words


@pytest.mark.parametrize(("text", "ages"), [("", ()), ("3 7 15", (15, 7, 3)), (" 3, 7;15 ", (15, 7, 3)), ("0", (0,))])
def test_child_ages_are_read_oldest_first(text: str, ages: tuple[int, ...]) -> None:
    assert ages_of(text) == ages


@pytest.mark.parametrize("text", ["three", "3 27", "-1", "1.5", "3 7 x", " ".join(["1"] * 21)])
def test_unreadable_ages_are_refused_in_words(text: str) -> None:
    _, errors = CALCULATOR.read({"country": "uk", "child_ages": text})
    assert [(error.field, error.message.startswith("Enter ")) for error in errors] == [("child_ages", True)]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"uk_pension_age": "yes"}, "below State Pension age, so we count none"),
        ({"first_year": "no", "wages": 0}, "minimum income floor"),
        ({"first_year": "no", "wages": 40_000}, "because your job brings in more than the gig"),
        ({"wages": 60_000}, "no Universal Credit is left"),
        ({"uk_gig": "room", "wages": 0}, "Rent that you receive doesn't count as earnings"),
    ],
)
def test_uk_notes_say_what_is_counted(raw: dict[str, Any], words: str) -> None:
    assert words in said("uk", gross_receipts=6_000, expenses=0, gets_universal_credit="yes", **raw)


@pytest.mark.parametrize(("fortnight", "lost"), [(150, 0.0), (150.02, 0.01), (256, 53.0), (256.1, 53.06), (400, 139.4)])
def test_au_jobseeker_falls_in_two_steps(fortnight: float, lost: float) -> None:
    """50 cents of each dollar from $150 to $256, then 60 cents."""
    raw = {"wages": 0, "gross_receipts": 26 * fortnight, "expenses": 0, "au_payment": "jobseeker", "au_payment_full": 793.6}
    assert figures("au", "payment_reduction", **raw)[0] == pytest.approx(lost, abs=1e-6)


@pytest.mark.parametrize(
    ("fortnight", "business", "lost"), [(518, "yes", 0.0), (518.02, "yes", 0.01), (718, "yes", 100.0), (718, "no", 250.0)]
)
def test_au_age_pension_falls_after_the_work_bonus(fortnight: float, business: str, lost: float) -> None:
    """$218 of free area and, for a business, $300 of Work Bonus."""
    raw = {"wages": 0, "gross_receipts": 26 * fortnight, "expenses": 0, "au_payment": "age_pension", "au_payment_full": 1_178.7}
    assert figures("au", "payment_reduction", au_business=business, **raw)[0] == pytest.approx(lost, abs=1e-6)


@pytest.mark.parametrize(
    ("wages", "family", "surcharge"),
    [
        (101_000, {}, 0.0),
        (101_000.01, {}, 1_010.0001),
        (118_000.01, {}, 1_475.000125),
        (158_000.01, {}, 2_370.00015),
        (120_000, {"au_spouse": "yes", "au_spouse_income": 82_000}, 0.0),
        (120_000, {"au_spouse": "yes", "au_spouse_income": 82_000.01}, 1_200.0),
        (120_000, {"au_spouse": "yes", "au_spouse_income": 83_500, "child_ages": "4 7"}, 0.0),
        (28_000, {"au_spouse": "yes", "au_spouse_income": 300_000}, 0.0),
    ],
)
def test_au_surcharge_is_due_on_all_income(wages: float, family: dict[str, Any], surcharge: float) -> None:
    raw = {"tax_year": "2025", "wages": wages, "gross_receipts": 0, "expenses": 0, "au_hospital_cover": "no", **family}
    assert figures("au", "levy_surcharge", **raw)[0] == pytest.approx(surcharge, abs=1e-6)
    assert figures("au", "levy_surcharge", **{**raw, "au_hospital_cover": "yes"}) == (0.0,)


@pytest.mark.parametrize(("income", "offset"), [(34_919, 2_230.0), (34_919.08, 2_229.99), (52_758.92, 0.01), (52_759, 0.0)])
def test_au_senior_offset_fades(income: float, offset: float) -> None:
    """2,230 ÷ 12.5% = 17,840 above $34,919."""
    raw = {"wages": 0, "other_income": income, "gross_receipts": 0, "expenses": 0, "au_senior": "yes"}
    assert figures("au", "senior_offset", **raw)[0] == pytest.approx(offset, abs=1e-6)


def test_au_payment_without_its_amount_is_refused() -> None:
    _, errors = CALCULATOR.read({"country": "au", "au_payment": "jobseeker"})
    assert [(error.field, error.code) for error in errors] == [("au_payment_full", "required")]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"au_payment": "age_pension", "au_payment_full": 1_178.7}, "Work Bonus"),
        ({"au_payment": "jobseeker", "au_payment_full": 700, "gross_receipts": 60_000}, "no payment is left"),
        ({"wages": 120_000, "au_hospital_cover": "no"}, "whole taxable income"),
        ({"child_ages": "4"}, "Family Tax Benefit is not counted"),
    ],
)
def test_au_notes_say_what_is_counted(raw: dict[str, Any], words: str) -> None:
    assert words in said("au", **{"wages": 0, "gross_receipts": 6_000, "expenses": 0, **raw})


@pytest.mark.parametrize(
    ("region", "pay", "credit"),
    [("rest", 50_270, 252), ("rest", 50_270.01, 0), ("scotland", 43_662, 252), ("scotland", 43_662.01, 0)],
)
def test_uk_marriage_allowance_ends_at_the_higher_rate(region: str, pay: float, credit: float) -> None:
    raw = {"wages": pay, "gross_receipts": 0, "expenses": 0, "uk_region": region, "uk_marriage": "receive"}
    assert figures("uk", "marriage_credit", **raw) == (credit,)
    less = figures("uk", "income_tax", **{**raw, "uk_marriage": "none"})[0] - figures("uk", "income_tax", **raw)[0]
    assert less == pytest.approx(credit)


def test_uk_marriage_allowance_given_is_taxed_from_11310() -> None:
    raw = {"gross_receipts": 0, "expenses": 0, "uk_marriage": "give"}
    assert figures("uk", "income_tax", wages=11_310, **raw) == (0.0,)
    assert figures("uk", "income_tax", wages=12_310, **raw)[0] == pytest.approx(200)


@pytest.mark.parametrize(("income", "kept"), [(34_999.99, 200), (35_000, 200), (35_000.01, 0)])
def test_uk_winter_fuel_is_taken_back_above_35000(income: float, kept: float) -> None:
    raw = {"wages": 0, "other_income": income, "gross_receipts": 0, "expenses": 0, "uk_winter_fuel": 200, "uk_pension_age": "yes"}
    assert figures("uk", "winter_fuel_kept", **raw) == (kept,)


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (
            {"country": "ca", "wages": "14,000", "gross_receipts": "4,000", "expenses": "0", "child_ages": "3 7"},
            "With job, gig and benefits",
        ),
        (
            {"country": "ca", "wages": "14,000", "gross_receipts": "0", "expenses": "0", "child_ages": "3 7"},
            "Job and benefits alone leave you",
        ),
        ({"country": "uk", "wages": "14,000", "gross_receipts": "4,000", "expenses": "0"}, "Job and gig together leave you"),
    ],
    ids=["with a gig", "without a gig", "without benefits"],
)
def test_sentence_names_benefits_in_the_total(raw: dict[str, str], named: str) -> None:
    """Canada's are counted without a question, so that a total with them must not read as that of job and gig."""
    page = json.loads(bridge.page(json.dumps({"calculator": "take-home", "inputs": raw})))
    assert named in html.unescape(Page(page["outcome"]["html"]).text)
