"""The picture of the next dollars: it agrees with the calculator at every size of the gig, and names where earning costs money."""

import json
from datetime import date
from typing import Any

import pytest

from calculators import bridge
from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.au.calculator import NEXT_DOLLARS as AU_NEXT
from calculators.catalogue.take_home.ca.calculator import NEXT_DOLLARS as CA_NEXT
from calculators.catalogue.take_home.next_dollars import LISTED, STEPS, curve, taper_words, words
from calculators.catalogue.take_home.uk.calculator import NEXT_DOLLARS as UK_NEXT
from calculators.catalogue.take_home.us.charts import NEXT_DOLLARS
from calculators.engine.calculator import Outcome

DAY = date(2026, 11, 29)
INSURED = {"tax_year": "2026", "state": "tx", "age": 58, "wages": 56_000.0, "expenses": 0.0, "benchmark_premium": 950.0}
PARENT = {"tax_year": "2026", "state": "mo", "filing_status": "head", "child_ages": "3 7", "wages": 20_000.0, "rent": 1_500.0}


def outcome(**typed: Any) -> Outcome:
    inputs, errors = CALCULATOR.read({"country": "us"} | typed)
    assert inputs is not None, errors
    return CALCULATOR.outcome(inputs, DAY)


@pytest.mark.parametrize("typed", [INSURED | {"gross_receipts": 9_000.0}, PARENT | {"gross_receipts": 8_000.0, "expenses": 1_000.0}])
def test_picture_agrees_with_the_calculator(typed: dict[str, Any]) -> None:
    points = curve(outcome(**typed), NEXT_DOLLARS).points
    assert len(points) == STEPS + 1
    for step, point in list(enumerate(points))[::7]:
        size = 2 * step / STEPS
        scaled = {name: size * typed[name] for name in ("gross_receipts", "expenses") if name in typed}
        result = outcome(**typed | scaled)
        assert point.kept == pytest.approx(result.number("kept_from_gig"), abs=1e-6)
        assert sum(point.taken) == pytest.approx(result.number("extra_tax") + result.number("benefits_lost"), abs=1e-6)


def test_trap_begins_at_the_cliff_of_the_premium_credit() -> None:
    """Income 56,000 + gig × (1 − 92.35% × 15.3% ÷ 2) reaches 400% of the guideline, 62,600, at a gig of 7,101.72."""
    cliff = 6_600 / (1 - 0.9235 * 0.153 / 2)
    result = outcome(**INSURED, gross_receipts=9_000.0)
    (trap,) = curve(result, NEXT_DOLLARS).traps
    assert trap.start == pytest.approx(cliff, abs=0.02)  # the limit counts in cents
    assert words(result, NEXT_DOLLARS).startswith("Between $7,101 and $")
    at, end = (outcome(**INSURED, gross_receipts=amount).number("kept_from_gig") for amount in (trap.start, trap.end))
    assert at <= end <= at + 1
    assert words(result, NEXT_DOLLARS) in [warning(result) for warning in result.calculator.warnings]


def test_trap_beyond_the_picture_is_said_without_an_end() -> None:
    result = outcome(**PARENT, gross_receipts=9_000.0, expenses=0.0)
    (trap,) = curve(result, NEXT_DOLLARS).traps
    assert trap.end is None
    assert "at least up to twice your plan" in words(result, NEXT_DOLLARS)


@pytest.mark.parametrize("typed", [{}, {"gross_receipts": 0.0, "expenses": 0.0}, {"gross_receipts": 100.0, "expenses": 900.0}])
def test_no_trap_is_named_without_one(typed: dict[str, Any]) -> None:
    assert words(outcome(**typed), NEXT_DOLLARS) == ""


def test_shares_of_a_slice_are_a_whole() -> None:
    result = outcome(**INSURED, gross_receipts=9_000.0)
    chart = next(chart for chart in result.calculator.charts if chart.name == "next")
    table = chart.table(result)
    assert len(table.rows) == STEPS // LISTED
    assert all(sum(float(str(cell)) for cell in row[2:]) == pytest.approx(1) for row in table.rows)


UK = {"country": "uk", "tax_year": "2026", "expenses": 0.0}
CA = {"country": "ca", "tax_year": "2026", "expenses": 0.0}
AU = {"country": "au", "tax_year": "2026", "expenses": 0.0}
IN_2025 = CA | {"tax_year": "2025", "wages": 30_000.0, "child_ages": "3"}
ON_CREDIT = UK | {"wages": 5_000.0, "gets_universal_credit": "yes", "child_ages": "3 7", "rent": 600.0}
WITH_CHARGE = UK | {"wages": 55_000.0, "gets_child_benefit": "yes", "child_ages": "3"}
ON_JOBSEEKER = AU | {"wages": 0.0, "au_payment": "jobseeker", "au_payment_full": 800.0}
OLD = CA | {"age": 67, "wages": 0.0, "other_income": 80_000.0, "ca_old_age_security": 8_800.0}


def sought(figure: str, goal: str, **typed: Any) -> Any:
    question = {"kind": "seek", "figure": figure, "goal": goal, "by": "gross_receipts"}
    return json.loads(bridge.explore(json.dumps({"calculator": "take-home", "inputs": typed, "explore": question})))["explore"]


@pytest.mark.parametrize(
    ("figure", "goal", "typed", "value"),
    [
        ("benefits_lost", "0", ON_CREDIT | {"gross_receipts": 8_000}, 124.0),  # 12 × 427 of work allowance, less 5,000 of pay
        ("child_benefit_charge", "0", WITH_CHARGE | {"gross_receipts": 12_000}, 6_199.99),  # 60,200 − 55,000 + 1,000 of allowance
        ("security_repaid", "0", OLD | {"gross_receipts": 30_000}, 16_206.07),  # 80,000 + 16,206.07 − 6.95% × 12,706.07 = 95,323
        ("benefits_lost", "0", ON_JOBSEEKER | {"gross_receipts": 10_000}, 3_900.0),  # 26 × 150
        ("benefits_lost", "500", ON_JOBSEEKER | {"gross_receipts": 10_000}, 4_900.0),  # 50 cents of each dollar above
        ("levy_surcharge", "0", AU | {"wages": 90_000, "gross_receipts": 20_000, "au_hospital_cover": "no"}, 15_000.0),
        ("premium_credit", "1", {"country": "us", **INSURED, "gross_receipts": 9_000}, 7_101.72),  # the cliff, as above
        ("canada_child_benefit", "8157", IN_2025 | {"gross_receipts": 20_000}, 9_137.02),  # 29,735 + 93.05% of it = 38,237
        ("snap_year", "0", {"country": "us", **PARENT, "expenses": 0, "gross_receipts": 12_000}, 15_520.01),  # 12 × 2,960 − 20,000
    ],
)
def test_goal_seek_answers_how_much_before_a_loss(figure: str, goal: str, typed: dict[str, Any], value: float) -> None:
    answer = sought(figure, goal, **typed)
    assert answer["value"] == pytest.approx(value, abs=1e-9), answer


def test_goal_seek_says_how_far_nothing_is_lost() -> None:
    answer = sought("benefits_lost", "0", **ON_JOBSEEKER, gross_receipts=2_000)
    assert answer["why"] == "It is at the goal already, and stays there up to 3,900 a year of “What your gig takes in”."


PICTURES = {"uk": UK_NEXT, "ca": CA_NEXT, "au": AU_NEXT}
SCALED = ("gross_receipts", "expenses", "uk_miles", "uk_vehicle_costs", "au_km", "au_car_costs")
LONE_PARENT = UK | {"wages": 14_000.0, "gets_universal_credit": "yes", "child_ages": "3 7", "rent": 600.0}


@pytest.mark.parametrize(
    "typed",
    [
        LONE_PARENT | {"uk_miles": 2_000.0, "uk_vehicle_costs": 700.0},
        WITH_CHARGE | {"uk_loans": ["plan_2"]},
        OLD | {"child_ages": "9", "expenses": 2_000.0},
        CA | {"wages": 30_000.0, "child_ages": "3 7"},
        ON_JOBSEEKER | {"au_km": 900.0, "au_car_costs": 300.0},
        AU | {"wages": 90_000.0, "au_hospital_cover": "no", "au_study_loan": "yes"},
    ],
)
def test_every_country_s_picture_agrees_with_it(typed: dict[str, Any]) -> None:
    """The takers together take the extra tax, the extra loan repayment and the lost benefits, at each size of the gig."""
    typed = typed | {"gross_receipts": 12_000.0}
    points = curve(outcome(**typed), PICTURES[typed["country"]]).points
    for step in (24, 48, 96):
        larger = {name: value * 2 * step / STEPS for name, value in typed.items() if name in SCALED}
        assert points[step].kept == pytest.approx(outcome(**typed | larger).number("kept_from_gig"), abs=1e-6)


def test_cliff_of_the_winter_fuel_payment_is_named() -> None:
    """Of a pension of 30,000, less than 35,000 remains until the gig's 6,000, of which 1,000 are covered by the trading allowance."""
    typed = UK | {"wages": 0.0, "other_income": 30_000.0, "uk_pension_age": "yes", "uk_winter_fuel": 300.0, "gross_receipts": 8_000.0}
    said = words(outcome(**typed), UK_NEXT)
    assert said == "Between £6,000 and £6,375 of gig income, earning more costs you money: up to £300."  # 375 × 80% = 300


def test_cliff_of_the_marriage_allowance_is_named() -> None:
    """It ends where 45,000 and the gig, less the trading allowance of 1,000, exceed 50,270: 20% of 1,260 is lost at once."""
    typed = UK | {"wages": 45_000.0, "uk_marriage": "receive", "gross_receipts": 9_000.0}
    assert words(outcome(**typed), UK_NEXT).startswith("Between £6,270 and £6,6")
    assert words(outcome(**typed), UK_NEXT).endswith("earning more costs you money: up to £252.")


def test_cliff_of_the_levy_surcharge_is_named() -> None:
    """1% of 105,000 is due at once above the limit."""
    typed = AU | {"wages": 90_000.0, "au_hospital_cover": "no", "gross_receipts": 15_000.0}
    assert words(outcome(**typed), AU_NEXT).startswith("Between $15,000 and $16,")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            # 60% from 100,000 to 125,140, and 2% on profit above 12,570; the allowance covers 1,000
            UK | {"wages": 95_000.0, "gross_receipts": 20_000.0},
            "Between about £6,000 and £31,100 of gig income, you keep only 39% of anything more that you earn. Income Tax takes 60% of it.",
        ),
        (
            UK | {"wages": 95_000.0, "gross_receipts": 7_000.0},  # the picture ends at 14,000
            "From about £6,000 of gig income on, you keep only 40% of anything more that you earn. Income Tax takes 60% of it.",
        ),
        (
            ON_JOBSEEKER | {"gross_receipts": 20_000.0},
            "Between about $6,700 and $39,000 of gig income, you keep only 32% of anything more that you earn.",
        ),
        (
            LONE_PARENT | {"gross_receipts": 8_000.0},
            "Up to at least twice your plan, you keep only 36% of anything more that you earn. Universal Credit takes 44% of it.",
        ),
    ],
)
def test_taper_is_named_with_what_takes_most(typed: dict[str, Any], said: str) -> None:
    result = outcome(**typed)
    assert taper_words(result, PICTURES[typed["country"]]).startswith(said)
    chart = next(chart for chart in result.calculator.charts if chart.name == "next")
    assert chart.words is not None
    assert said in chart.words(result)


def test_no_taper_is_named_where_most_is_kept() -> None:
    assert taper_words(outcome(**CA, wages=60_000.0, gross_receipts=10_000.0), CA_NEXT) == ""
