"""Take-home pay outside the United States: the edges of every band, and properties beyond the worked examples."""

from __future__ import annotations

import itertools
import json
from datetime import date
from typing import Any

import pytest
import vl_convert

from calculators.catalogue.take_home.au.calculator import CALCULATOR as AU
from calculators.catalogue.take_home.brackets import Bands, in_bands
from calculators.catalogue.take_home.ca.calculator import CALCULATOR as CA
from calculators.catalogue.take_home.ca.inputs import PROVINCES
from calculators.catalogue.take_home.ca.place import cited, place_of
from calculators.catalogue.take_home.elsewhere.calculator import CALCULATOR as ELSEWHERE
from calculators.catalogue.take_home.inputs import Inputs
from calculators.catalogue.take_home.uk.calculator import CALCULATOR as UK
from calculators.catalogue.take_home.us.calculator import CALCULATOR as US
from calculators.engine import parameters as dated
from calculators.engine.calculator import Calculator, Outcome
from calculators.engine.view.charts import NARROW, WIDE

DAY = date(2026, 11, 23)
WORLD = (UK, CA, AU, ELSEWHERE)
YEARS = ("2025", "2026")
CENT = 0.005

COMMON = {
    "net_profit",
    "income_tax",
    "social_contributions",
    "total_tax",
    "tax_without_gig",
    "extra_tax",
    "marginal_rate",
    "kept_from_gig",
    "take_home_without_gig",
    "take_home_pay",
}


def answer(calculator: Calculator, **inputs: Any) -> Outcome:
    return calculator.outcome(Inputs(country=calculator.serves, **inputs), DAY)


def values_of(*paths: str) -> list[Any]:
    """Every dated value of these parameters, as (path, first day, value)."""
    values = []
    for path in paths:
        file, _, name = path.rpartition(".")
        values += [pytest.param(entry["value"], id=f"{path} {entry['from']}") for entry in dated.load(file)[name]["values"]]
    return values


ALL_BANDS = values_of(
    "uk/income_tax.bands",
    "uk/income_tax.scottish_bands",
    "uk/national_insurance.class_1_bands",
    "uk/national_insurance.class_4_bands",
    "ca/federal.bands",
    *(f"ca/{option.value}.bands" for option in PROVINCES),
    "ca/on.surtax",
    "ca/on.health_premium",
    "au/income_tax.brackets",
    "au/income_tax.low_income_offset_fade",
    "au/study_loans.bands",
)


@pytest.mark.parametrize("bands", ALL_BANDS)
def test_dollar_on_each_side_of_a_bracket_edge_has_its_rate(bands: Bands) -> None:
    edges = [band["upto"] for band in bands[:-1]]
    assert edges == sorted(set(edges))
    assert "upto" not in bands[-1]
    for below, above in itertools.pairwise(bands):
        edge = below["upto"]
        assert in_bands(edge, bands) - in_bands(edge - 1, bands) == pytest.approx(below["rate"])
        assert in_bands(edge + 1, bands) - in_bands(edge, bands) == pytest.approx(above["rate"])


def test_negative_income_pays_no_tax() -> None:
    assert in_bands(-1, [{"upto": 10, "rate": 0.1}, {"rate": 0.2}]) == 0


@pytest.mark.parametrize("calculator", WORLD, ids=lambda c: c.serves)
def test_every_country_answers_the_same_questions(calculator: Calculator) -> None:
    assert {figure.name for figure in calculator.figures} >= COMMON
    outcome = answer(calculator, tax_year="2026")
    assert outcome.value("extra_tax") == pytest.approx(outcome.value("total_tax") - outcome.value("tax_without_gig"))
    assert outcome.value("take_home_pay") == pytest.approx(outcome.value("take_home_without_gig") + outcome.value("kept_from_gig"))


@pytest.mark.parametrize("calculator", WORLD, ids=lambda c: c.serves)
def test_without_a_gig_there_is_nothing_extra(calculator: Calculator) -> None:
    outcome = answer(calculator, tax_year="2026", wages=70_000.0, gross_receipts=0.0, expenses=0.0)
    assert outcome.value("extra_tax") == 0
    assert outcome.value("kept_from_gig") == 0
    assert outcome.value("take_home_pay") == outcome.value("take_home_without_gig")


@pytest.mark.parametrize("calculator", WORLD, ids=lambda c: c.serves)
@pytest.mark.parametrize("wages", [0.0, 12_000.0, 49_000.0, 99_000.0, 400_000.0])
def test_more_receipts_never_leave_less(calculator: Calculator, wages: float) -> None:
    kept = [
        answer(calculator, tax_year="2026", wages=wages, gross_receipts=float(receipts), expenses=0.0).value("take_home_pay")
        for receipts in range(0, 200_000, 1_700)
    ]
    assert all(after >= before for before, after in itertools.pairwise(kept))


@pytest.mark.parametrize("calculator", WORLD, ids=lambda c: c.serves)
def test_a_loss_adds_no_tax(calculator: Calculator) -> None:
    outcome = answer(calculator, tax_year="2026", gross_receipts=500.0, expenses=9_000.0)
    assert outcome.value("extra_tax") == 0
    assert outcome.value("kept_from_gig") == -8_500
    assert any("los" in note(outcome) for note in calculator.notes) or calculator is ELSEWHERE


@pytest.mark.parametrize("calculator", [UK, CA, AU], ids=lambda c: c.serves)
def test_unpublished_year_is_refused_with_the_reason(calculator: Calculator) -> None:
    inputs, errors = calculator.read({"country": calculator.serves, "tax_year": "2027"})
    assert inputs is None
    assert [(error.field, error.code) for error in errors] == [("tax_year", "not-published")]
    assert "2027" in errors[0].message or "2026" in errors[0].message


@pytest.mark.parametrize(
    ("calculator", "law", "missing"),
    [
        (US, "the tax rates", "wage base or mileage rate"),
        (UK, "keeps the Personal Allowance", "no Scottish bands"),
        (CA, "the lowest federal rate stays", "the brackets, basic amounts"),
        (AU, "14% from $18,200 to $45,000", "no Medicare levy threshold"),
    ],
    ids=lambda value: getattr(value, "serves", None),
)
def test_refusal_says_what_is_law_and_what_is_missing(calculator: Calculator, law: str, missing: str) -> None:
    _, (refusal,) = calculator.read({"country": calculator.serves, "tax_year": "2027"})
    assert law in refusal.message
    assert missing in refusal.message


@pytest.mark.parametrize("calculator", WORLD, ids=lambda c: c.serves)
def test_notes_are_sentences_and_the_chart_has_its_table(calculator: Calculator) -> None:
    outcome = answer(calculator, tax_year="2026", wages=20_000.0, gross_receipts=90_000.0)
    sentences = [note(outcome) for note in calculator.notes]
    assert all(not text or text.endswith(".") for text in sentences)
    for chart in calculator.charts:
        for size in (WIDE, NARROW):
            json.dumps(chart.draw(outcome, size), allow_nan=False)
    rows = calculator.charts[0].table(outcome).rows
    assert sum(amount for _, amount in rows[:-1]) == pytest.approx(rows[-1][1])


def test_a_chart_in_pounds_shows_no_dollars() -> None:
    outcome = answer(UK, tax_year="2026")
    kept, following = (vl_convert.vegalite_to_svg(chart.draw(outcome, WIDE)) for chart in UK.charts)
    assert ">£26,000<" in kept
    assert ">£5k<" in kept
    assert ">£10k<" in following
    assert "$" not in kept + following


@pytest.mark.parametrize("calculator", [US, *WORLD], ids=lambda c: c.serves)
def test_pension_is_an_input_everywhere_and_counts_as_income(calculator: Calculator) -> None:
    """A pensioner without a job: the pension is taxed or left, and no contribution for work is taken from it."""
    field = next(slot.field for slot in calculator.slots if slot.name == "other_income")
    assert "Pensions" in field.label
    assert not field.only
    outcome = answer(calculator, tax_year="2026", wages=0.0, other_income=15_000.0, gross_receipts=0.0, expenses=0.0)
    benefits = outcome.number("benefits_without_gig") if "benefits_without_gig" in outcome.values else 0.0
    assert 13_000 < outcome.number("take_home_without_gig") - benefits <= 15_000
    assert outcome.value("kept_from_gig") == 0
    assert outcome.value("payroll_tax" if calculator is US else "social_contributions") == 0


@pytest.mark.parametrize("calculator", [US, UK, CA, AU], ids=lambda c: c.serves)
def test_taxation_of_a_pension_is_noted_if_there_is_one(calculator: Calculator) -> None:
    sentences = [
        " ".join(note(answer(calculator, tax_year="2026", other_income=income)) for note in calculator.notes) for income in (0.0, 9_000.0)
    ]
    assert "other income" not in sentences[0]
    assert "other income" in sentences[1]


# United Kingdom


def test_the_annual_maximum_changes_class_4_only_beside_a_job() -> None:
    alone = answer(UK, tax_year="2026", wages=12_570.0, gross_receipts=60_000.0, expenses=0.0)
    assert alone.value("class_4") == pytest.approx((50_270 - 12_570) * 0.06 + (59_000 - 50_270) * 0.02)
    full = answer(UK, tax_year="2026", wages=60_000.0, gross_receipts=31_000.0, expenses=0.0)
    assert full.value("class_4") == pytest.approx((30_000 - 12_570) * 0.02)


def test_nobody_over_state_pension_age_pays_national_insurance() -> None:
    outcome = answer(UK, tax_year="2026", uk_pension_age="yes")
    assert outcome.value("social_contributions") == 0
    assert outcome.value("income_tax") > 0


@pytest.mark.parametrize(
    ("income", "left"), [(99_999, 12_570), (100_000, 12_570), (100_002, 12_569), (125_138, 1), (125_140, 0), (125_142, 0)]
)
def test_the_personal_allowance_shrinks_pound_by_pound(income: int, left: int) -> None:
    assert answer(UK, tax_year="2026", wages=float(income), gross_receipts=0.0, expenses=0.0).value("personal_allowance") == left


@pytest.mark.parametrize(("receipts", "taxed"), [(999, 0), (1_000, 0), (1_001, 1)])
def test_the_trading_allowance_ends_at_a_thousand_pounds(receipts: int, taxed: int) -> None:
    assert answer(UK, tax_year="2026", gross_receipts=float(receipts), expenses=0.0).value("taxable_profit") == taxed


def test_larger_of_costs_and_allowance_is_taken_and_noted() -> None:
    costs = answer(UK, tax_year="2026", gross_receipts=9_000.0, expenses=1_000.01)
    assert costs.value("taken_off") == 1_000.01
    assert "Your real costs" in UK.notes[0](costs)
    allowance = answer(UK, tax_year="2026", gross_receipts=9_000.0, expenses=999.99)
    assert allowance.value("taken_off") == 1_000
    assert "trading allowance of £1,000 saves you more" in UK.notes[0](allowance)


def test_several_student_loan_plans_share_the_lowest_threshold() -> None:
    """Several plans are repaid once, above the lowest of their thresholds."""
    both = answer(UK, tax_year="2026", uk_loans=("plan_1", "plan_2"), wages=40_000.0, gross_receipts=0.0, expenses=0.0)
    assert both.value("student_loan") == pytest.approx(0.09 * (40_000 - 26_900))


@pytest.mark.parametrize(
    ("year", "plans", "noted"), [("2025", ("plan_5",), True), ("2026", ("plan_5",), False), ("2025", ("plan_1",), False)]
)
def test_plan_5_loan_has_a_note_on_when_repayments_start(year: str, plans: tuple[str, ...], noted: bool) -> None:
    outcome = answer(UK, tax_year=year, uk_loans=plans, wages=40_000.0)
    assert any("start in April 2026" in note(outcome) for note in UK.notes) is noted


@pytest.mark.parametrize(("bill", "due"), [(999.99, False), (1_000, True)])
def test_payments_on_account_start_at_a_1000_pound_bill(bill: float, due: bool) -> None:
    profit = bill / 0.2
    outcome = answer(UK, tax_year="2026", uk_gig="letting", wages=12_570.0, gross_receipts=profit + 2_000, expenses=2_000.0)
    assert outcome.value("assessment_bill") == pytest.approx(bill)
    assert (outcome.value("payment_on_account") > 0) is due


def test_no_payments_on_account_if_the_job_pays_four_fifths() -> None:
    """No payments on account when tax taken from the job is more than four fifths of the bill."""
    outcome = answer(UK, tax_year="2026", wages=90_000.0, gross_receipts=5_000.0, expenses=1_000.0)
    assert outcome.value("assessment_bill") > 1_000
    assert outcome.value("payment_on_account") == 0


# Canada


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("province", [option.value for option in PROVINCES])
def test_every_province_is_cited_and_answers(province: str, year: str) -> None:
    day = date(int(year), 12, 31)
    assert all(value.source.url for value in cited(province, day).values())
    place = place_of(province, day)
    assert 10_000 < place.basic < 25_000
    outcome = answer(CA, province=province, tax_year=year)
    assert 0 < outcome.value("extra_tax") < outcome.value("net_profit") / 2
    assert 0.3 < outcome.value("marginal_rate") < 0.45


@pytest.mark.parametrize(
    ("year", "cpp", "cpp_second", "insurance", "qpp"),
    [("2025", 4_034.10, 396.00, 1_077.48, 4_339.20), ("2026", 4_230.45, 416.00, 1_123.07, 4_479.30)],
)
def test_the_maximums_of_the_agencys_tables_come_out(year: str, cpp: float, cpp_second: float, insurance: float, qpp: float) -> None:
    job = answer(CA, tax_year=year, wages=100_000.0, gross_receipts=0.0, expenses=0.0)
    assert job.value("pension_on_pay") == pytest.approx(cpp + cpp_second, abs=CENT)
    assert job.value("employment_insurance") == pytest.approx(insurance, abs=CENT)
    gig = answer(CA, tax_year=year, wages=0.0, gross_receipts=100_000.0, expenses=0.0)
    assert gig.value("pension_on_profit") == pytest.approx(2 * (cpp + cpp_second), abs=CENT)
    quebec = answer(CA, tax_year=year, province="qc", wages=100_000.0, gross_receipts=0.0, expenses=0.0)
    assert quebec.value("pension_on_pay") == pytest.approx(qpp + cpp_second, abs=CENT)


def test_pay_and_profit_share_one_exemption_and_one_ceiling() -> None:
    split = answer(CA, tax_year="2026", wages=2_000.0, gross_receipts=2_000.0, expenses=0.0)
    assert split.value("pension_on_pay") == 0
    assert split.value("pension_on_profit") == pytest.approx(500 * 0.119)
    full = answer(CA, tax_year="2026", wages=85_000.0, gross_receipts=50_000.0, expenses=0.0)
    assert full.value("pension_on_profit") == 0


@pytest.mark.parametrize(("income", "basic"), [(181_440, 16_452), (219_961, 15_640.50), (258_482, 14_829), (300_000, 14_829)])
def test_the_federal_basic_amount_fades_to_its_least(income: float, basic: float) -> None:
    federal_basic = next(figure for figure in CA.figures if figure.name == "federal_basic")
    assert federal_basic(income, 16_452, 14_829, 181_440, 258_482) == pytest.approx(basic, abs=0.01)


def test_the_federal_tax_of_the_agencys_bonus_example() -> None:
    """T4127, 122nd edition, chapter 4: A = $55,450.76 and credits of $2,303.28 + $491.63 + $210.14 leave $4,758.06."""
    bands = dated.as_of("ca/federal.bands", date(2026, 12, 31)).value
    assert in_bands(55_450.76, bands) - 2_303.28 - 491.63 - 210.14 == pytest.approx(4_758.06, abs=0.01)


@pytest.mark.parametrize(("income", "basic"), [(200_000, 15_780), (300_000, 7_890), (400_000, 0), (500_000, 0)])
def test_manitobas_basic_amount_fades_away(income: float, basic: float) -> None:
    assert place_of("mb", date(2026, 12, 31)).basic_at(income) == basic


@pytest.mark.parametrize(
    ("income", "premium"),
    [
        (20_000, 0),
        (20_001, 0.06),
        (25_000, 300),
        (36_000, 300),
        (38_500, 450),
        (48_000, 450),
        (48_600, 600),
        (72_600, 750),
        (200_600, 900),
        (900_000, 900),
    ],
)
def test_the_ontario_health_premium_goes_up_in_steps(income: float, premium: float) -> None:
    assert in_bands(income, place_of("on", date(2026, 12, 31)).health_premium) == pytest.approx(premium)


def test_ontarios_surtax_and_reduction() -> None:
    adjustment = next(figure for figure in CA.figures if figure.name == "provincial_adjustment")
    ontario = place_of("on", date(2026, 12, 31))
    assert adjustment(6_818, 0, 100_000, ontario) == pytest.approx(200)
    assert adjustment(8_446, 0, 130_000, ontario) == pytest.approx(0.20 * 2_628 + 0.36 * 1_000)
    assert adjustment(250, 0, 20_000, ontario) == -250
    assert adjustment(400, 0, 22_000, ontario) == pytest.approx(-200)
    assert adjustment(600, 0, 25_000, ontario) == 0


def test_quebec_agrees_with_an_accountants_table_for_2025() -> None:
    """RCGT's table of 2025: on a taxable income of $50,000 federal tax is $4,101 and Quebec tax $4,400, by the basic amounts alone."""
    day = date(2025, 12, 31)
    federal = (in_bands(50_000, dated.as_of("ca/federal.bands", day).value) - 0.145 * 16_129) * (1 - 0.165)
    quebec = place_of("qc", day)
    assert federal == pytest.approx(4_101, abs=0.5)
    assert in_bands(50_000, quebec.bands) - quebec.credit_rate * quebec.basic == pytest.approx(4_400, abs=0.5)


def test_gst_is_noted_above_the_limit_or_with_passengers() -> None:
    assert "small supplier" in CA.notes[0](answer(CA, tax_year="2026", gross_receipts=30_000.01))
    assert CA.notes[0](answer(CA, tax_year="2026", gross_receipts=30_000.0)) == ""
    assert "first dollar" in CA.notes[0](answer(CA, tax_year="2026", ca_rides="yes", gross_receipts=10.0))
    assert "first dollar" in AU.notes[0](answer(AU, tax_year="2026", au_rides="yes", gross_receipts=10.0))
    assert "GST" in AU.notes[0](answer(AU, tax_year="2026", gross_receipts=75_000.0))
    assert AU.notes[0](answer(AU, tax_year="2026", gross_receipts=74_999.99)) == ""


# Australia


@pytest.mark.parametrize(
    ("income", "offset"), [(37_500, 700), (37_501, 699.95), (45_000, 325), (45_001, 324.985), (66_666, 0.01), (66_667, 0)]
)
def test_the_low_income_offset_fades(income: float, offset: float) -> None:
    assert answer(AU, tax_year="2025", wages=income, gross_receipts=0.0, expenses=0.0).value("low_income_offset") == pytest.approx(
        offset, abs=0.001
    )


@pytest.mark.parametrize(("income", "levy"), [(28_011, 0), (28_012, 0.10), (35_013, 700.20), (35_014, 700.28)])
def test_the_medicare_levy_is_phased_in(income: float, levy: float) -> None:
    assert answer(AU, tax_year="2025", wages=income, gross_receipts=0.0, expenses=0.0).value("medicare_levy") == pytest.approx(
        levy, abs=0.001
    )


@pytest.mark.parametrize(
    ("year", "income", "repaid"),
    [
        ("2025", 67_000, 0),
        ("2025", 67_001, 0.15),
        ("2025", 125_001, 8_700.17),
        ("2026", 69_528, 0),
        ("2026", 69_529, 0.15),
        ("2026", 129_717, 9_028.35),
        ("2026", 186_051, 18_605.10),
    ],
)
def test_study_loans_are_repaid_from_the_threshold_on(year: str, income: float, repaid: float) -> None:
    outcome = answer(AU, tax_year=year, au_study_loan="yes", wages=float(income), gross_receipts=0.0, expenses=0.0)
    assert outcome.value("study_loan") == pytest.approx(repaid, abs=0.001)


def test_flat_rate_for_a_car_ends_at_5000_kilometers() -> None:
    outcome = answer(AU, tax_year="2026", au_km=6_000.0)
    assert outcome.value("car_deduction") == pytest.approx(4_550)
    assert any("logbook" in note(outcome) for note in AU.notes)
