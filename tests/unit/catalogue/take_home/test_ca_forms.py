"""Provincial credits of Canada beside a second model, written line by line as the return's forms are printed.

It shares no code with the calculator, and reads only brackets, basic amounts and rates of contributions from the parameter files. What
the forms grant to low incomes is typed here again. AB428, BC428, BC479, MB428, ON428 and ON479 of 2025 were read on these credits as the
Canada Revenue Agency's PDFs; the others as sources_canada.toml says. Amounts of 2026 are the provinces', or 2025's raised by the indexation
given here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import calculators
from calculators.catalogue.take_home.ca.calculator import CALCULATOR
from calculators.catalogue.take_home.inputs import Inputs
from calculators.engine.calculator import Outcome

FOLDER = Path(calculators.__file__).parent / "parameters" / "ca"
DAY = date(2026, 11, 29)
YEARS = (2025, 2026)
PROVINCES = ("ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt")
CENT = 0.005
PAY = (*range(0, 30_000, 250), *range(30_000, 66_000, 1_000), 90_000, 150_000, 260_000)
PROFITS = (0, 2_500, 9_000, 30_000)

Slices = list[tuple[float, float]]


def published(file: str, name: str, year: int) -> float:
    """The parameter file's number in a year."""
    value = _entry(file, name, year)["value"]
    assert isinstance(value, int | float)
    return value


def slices(file: str, year: int) -> Slices:
    """The parameter file's brackets in a year: the top of each, and its rate."""
    bands = _entry(file, "bands", year)["value"]
    assert isinstance(bands, list)
    return [(band.get("upto", float("inf")), band["rate"]) for band in bands]


@cache
def _entry(file: str, name: str, year: int) -> dict[str, object]:
    values = tomllib.loads((FOLDER / f"{file}.toml").read_text("utf-8"))[name]["values"]
    dated: list[dict[str, object]] = [entry for entry in values if entry["from"].year <= year]
    return dated[-1]


def tax_in(brackets: Slices, income: float) -> float:
    """Part A of a form 428: each slice of taxable income at its rate."""
    tax, bottom = 0.0, 0.0
    for top, rate in brackets:
        tax += rate * max(0.0, min(income, top) - bottom)
        bottom = top
    return tax


def less(amount: float, taken: float) -> float:
    """A line that says: if negative, enter 0."""
    return amount - taken if amount > taken else 0.0


# Part 1: the federal return down to net income (line 23600), and what the forms take over from it


@dataclass(frozen=True)
class Federal:
    """Lines of the federal return of somebody with pay and a gig."""

    pay: float
    """Line 10100."""
    work: float
    """Lines 10100 and 13500."""
    net_income: float
    """Line 23600; in Quebec, line 275 of its own return."""
    contributions: float
    """Lines 30800, 31000 and 31200."""


def federal(province: str, year: int, pay: float, profit: float) -> Federal:
    """Schedule 8 (Quebec: also Schedule 10), then lines 10100 to 23600."""
    plan, quebec = "pension_plans", province == "qc"
    base = published(plan, "qpp_base_rate" if quebec else "cpp_base_rate", year)
    first, second = published(plan, "added_rate", year), published(plan, "second_rate", year)
    lower, upper = published(plan, "ceiling", year), published(plan, "second_ceiling", year)
    work = pay + profit
    covered = less(min(work, lower), 3_500)
    covered_pay = less(min(pay, lower), 3_500)
    above, above_pay = less(min(work, upper), lower), less(min(pay, upper), lower)
    employer_base = base * (covered - covered_pay)
    enhanced = first * (2 * covered - covered_pay) + second * (2 * above - above_pay)
    insurance = min(pay, published("employment_insurance", "ceiling", year))
    insurance *= published("employment_insurance", "rate_quebec" if quebec else "rate", year)
    insurance -= max(0, min(insurance, 2_000 - (pay - insurance)))  # line 45000: 2,000 − (earnings − premiums)
    parental = parental_deducted = 0.0
    if quebec and work >= 2_000:
        insured = min(work, published("qc", "parental_ceiling", year))
        insured_profit = insured - min(pay, insured)
        parental = insured * published("qc", "parental_rate", year)
        parental_deducted = insured_profit * (published("qc", "parental_rate_self", year) - published("qc", "parental_rate", year))
    net_income = less(work, employer_base + enhanced + parental_deducted)
    if quebec:
        net_income = less(net_income, min(0.06 * work, {2025: 1_420.0, 2026: 1_450.0}[year]))
    return Federal(pay, work, net_income, base * covered + insurance + parental)


# Part 2: each form


@dataclass(frozen=True)
class Form:
    """The end of a form 428 and of a form 479."""

    tax: float
    """Line 42800."""
    refundable: float = 0.0
    """Line 47900; in Quebec line 456."""


def plain(province: str, year: int, lines: Federal, more: float = 0.0) -> float:
    """Parts A and B of a form 428: tax less the non-refundable credits, which `more` is added to."""
    brackets = slices(province, year)
    credited = published(province, "basic", year) + lines.contributions + more
    return less(tax_in(brackets, lines.net_income), brackets[0][1] * credited)


def low_income(year: int, lines: Federal, tax: float, amounts: dict[int, tuple[float, float]], rate: float) -> float:
    """The low-income tax reduction: the basic reduction, less a rate of the net income above a base amount, off the tax."""
    reduction, base_amount = amounts[year]
    return less(tax, less(reduction, rate * less(lines.net_income, base_amount)))


NB = {2025: (802, 21_920), 2026: (round(802 * 1.02), round(21_920 * 1.02))}
NL = {2025: (997, 23_928), 2026: (round(997 * 1.011), round(23_928 * 1.011))}
NS = {2025: (300, 15_000), 2026: (300, 15_000)}
PE = {2025: (350, 22_650), 2026: (350, 23_000)}
BC = {2025: (562, 25_020), 2026: (690, 25_570)}
SCHEDULE_P = {2025: 12_620, 2026: 12_808}


def bc(year: int, lines: Federal) -> Form:
    """BC428, lines 73 to 80, and BC479, lines 6 to 13."""
    tax = low_income(year, lines, plain("bc", year, lines), BC, 0.0356)
    line_8 = less(lines.net_income, 15_000)
    return Form(tax, less(75, 0.02 * line_8))


def mb(year: int, lines: Federal) -> Form:
    """MB428 with Schedule MB428-A (line 41), and the personal tax credit of MB479, lines 7 to 19."""
    basic = 15_780.0
    if lines.net_income > 200_000:
        basic = less(15_780, 15_780 * (lines.net_income - 200_000) / 200_000)
    family = less(2_065, 0.09 * lines.net_income)
    brackets = slices("mb", year)
    tax = less(tax_in(brackets, lines.net_income), 0.108 * (basic + lines.contributions + family))
    return Form(tax, less(195, 0.01 * lines.net_income))


def nt(year: int, lines: Federal) -> Form:
    """NT479: the column for the income, and a supplement up to $350."""
    income = lines.net_income
    if income <= 12_000:
        credit = 0.026 * income
    elif income <= 48_000:
        credit = 312 + 0.0125 * (income - 12_000)
    elif income < 66_000:
        credit = 762 + 0.01 * (income - 48_000)
    else:
        credit = 942.0
    return Form(plain("nt", year, lines), credit + less(350, credit))


def nu(year: int, lines: Federal) -> Form:
    """NU479, lines 5 to 8."""
    return Form(plain("nu", year, lines), min(1_500.0, 0.02 * lines.net_income))


def on(year: int, lines: Federal) -> Form:
    """ON428, lines 53 to 90, and Schedule ON428-A, Part A."""
    line_62 = plain("on", year, lines)
    start_20, start_36, basic_reduction = {2025: (5_710, 7_307, 294.0), 2026: (5_818, 7_446, 300.0)}[year]
    line_73 = line_62 + 0.20 * less(line_62, start_20) + 0.36 * less(line_62, start_36)
    line_80 = less(2 * basic_reduction, line_73) if line_73 > 0 else 0.0
    line_81 = less(line_73, line_80)
    lift = less(min(875.0, 0.0505 * lines.pay), 0.05 * less(lines.net_income, 32_500))
    return Form(less(line_81, lift) + health_premium(lines.net_income))


def health_premium(income: float) -> float:
    """ON428, chart for line 89."""
    rows = ((20_000, 25_000, 0.06, 0), (36_000, 38_500, 0.06, 300), (48_000, 48_600, 0.25, 450), (72_000, 72_600, 0.25, 600))
    premium = 0.0
    for over, upto, rate, before in (*rows, (200_000, 200_600, 0.25, 750)):
        if income > over:
            premium = before + rate * (min(income, upto) - over)
    return premium


def qc(year: int, lines: Federal) -> Form:
    """TP-1, lines 401 to 413, and Schedule P, lines 66 to 84."""
    brackets = slices("qc", year)
    tax = less(tax_in(brackets, lines.net_income), 0.14 * published("qc", "basic", year))
    line_66 = SCHEDULE_P[year]
    line_76 = 0.116 * less(min(lines.work, line_66), 2_400)
    line_83 = 0.10 * less(lines.net_income, line_66)
    return Form(tax, less(line_76, line_83))


def yt(year: int, lines: Federal) -> Form:
    """YT428: the federal basic amount, which phases out, and the Canada employment amount."""
    most, least = published("federal", "basic_most", year), published("federal", "basic_least", year)
    start, end = published("federal", "basic_fade_from", year), published("federal", "basic_fade_to", year)
    share = min(1.0, less(lines.net_income, start) / (end - start))
    employment = min(lines.pay, published("federal", "employment_amount", year))
    brackets = slices("yt", year)
    amounts = most - share * (most - least) + employment + lines.contributions
    return Form(less(tax_in(brackets, lines.net_income), brackets[0][1] * amounts))


FORMS: dict[str, Callable[[int, Federal], Form]] = {
    "ab": lambda year, lines: Form(plain("ab", year, lines)),
    "bc": bc,
    "mb": mb,
    "nb": lambda year, lines: Form(low_income(year, lines, plain("nb", year, lines), NB, 0.03)),
    "nl": lambda year, lines: Form(low_income(year, lines, plain("nl", year, lines), NL, 0.16)),
    "ns": lambda year, lines: Form(low_income(year, lines, plain("ns", year, lines), NS, 0.05)),
    "nt": nt,
    "nu": nu,
    "on": on,
    "pe": lambda year, lines: Form(low_income(year, lines, plain("pe", year, lines), PE, 0.05)),
    "qc": qc,
    "sk": lambda year, lines: Form(plain("sk", year, lines)),
    "yt": yt,
}


# Part 3: the comparison


def answer(province: str, year: int, pay: float, profit: float = 0.0) -> Outcome:
    inputs = Inputs(country="ca", province=province, tax_year=str(year), wages=pay, gross_receipts=profit, expenses=0.0)
    return CALCULATOR.outcome(inputs, DAY)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("province", PROVINCES)
def test_provincial_tax_and_credits_follow_the_forms(province: str, year: int) -> None:
    """Over the whole grid of pay and profit, net income, provincial tax and refundable credits are those of the forms, to the cent."""
    different = []
    for pay in PAY:
        for profit in PROFITS:
            lines = federal(province, year, pay, profit)
            form = FORMS[province](year, lines)
            outcome = answer(province, year, float(pay), float(profit))
            ours = (outcome.value("provincial_income"), outcome.value("provincial_tax"), outcome.value("refundable_credits"))
            theirs = (lines.net_income, form.tax, form.refundable)
            if ours != pytest.approx(theirs, abs=CENT):
                different.append((pay, profit, ours, theirs))
    assert different == []


ENDS = [
    ("bc", 2025, "provincial_adjustment", 40_806.54),
    ("bc", 2026, "provincial_adjustment", 44_952.02),
    ("bc", 2025, "refundable_credits", 18_750.00),
    ("mb", 2026, "refundable_credits", 19_500.00),
    ("nb", 2025, "provincial_adjustment", 48_653.33),
    ("nb", 2026, "provincial_adjustment", 49_624.67),
    ("nl", 2025, "provincial_adjustment", 30_159.25),
    ("nl", 2026, "provincial_adjustment", 30_491.00),
    ("ns", 2025, "provincial_adjustment", 21_000.00),
    ("ns", 2026, "provincial_adjustment", 21_000.00),
    ("on", 2025, "lift_credit", 50_000.00),
    ("on", 2026, "lift_credit", 50_000.00),
    ("pe", 2025, "provincial_adjustment", 29_650.00),
    ("pe", 2026, "provincial_adjustment", 30_000.00),
    ("qc", 2025, "refundable_credits", 24_475.20),
    ("qc", 2026, "refundable_credits", 24_881.28),
]
"""Net income at which nothing is left of a credit: its base amount and the basic amount divided by its rate. BC428 of 2025 prints $40,807,
NB428 of 2025 $48,653, Schedule P of 2025 $24,475; Nova Scotia's Budget of 2026 names $21,000."""


@pytest.mark.parametrize(("province", "year", "figure", "end"), ENDS, ids=str)
def test_each_credit_ends_where_its_form_ends(province: str, year: int, figure: str, end: float) -> None:
    """A dollar below that net income something is left of the credit; a dollar above, nothing."""
    deduction = {2025: 1_420, 2026: 1_450}[year] if province == "qc" else 0
    for net_income, left in ((end - 1, True), (end + 1, False)):
        outcome = answer(province, year, (net_income + deduction - 35) / 0.99)
        assert outcome.value("provincial_income") == pytest.approx(net_income, abs=CENT)
        assert (abs(outcome.value(figure)) > CENT) is left


@pytest.mark.parametrize(("net_income", "left"), [(22_943, True), (22_946, False)])
def test_manitobas_family_tax_benefit_ends(net_income: float, left: bool) -> None:
    """Schedule MB428-A: 2,065 less 9% of net income is nothing from $22,944.44 on."""
    outcome = answer("mb", 2026, (net_income - 35) / 0.99)
    bare = 0.108 * (15_780 + outcome.value("credited_contributions"))
    assert (outcome.value("provincial_credits") - bare > CENT) is left


def test_single_worker_stays_below_albertas_supplement() -> None:
    """Alberta's supplemental credit starts at credit amounts of $60,000; the largest that anybody here can have is below."""
    most = 22_769 + answer("ab", 2026, 300_000.0, 100_000.0).value("credited_contributions")
    assert most < 60_000


UNCOUNTED = {
    "bc": "renter's tax credit",
    "mb": "affordability tax credit",
    "nb": "New Brunswick harmonized sales tax credit",
    "nl": "Newfoundland and Labrador income supplement",
    "ns": "Nova Scotia affordable living tax credit",
    "nt": "northern residents deduction",
    "nu": "northern residents deduction",
    "on": "Ontario Trillium Benefit",
    "pe": "Prince Edward Island sales tax credit",
    "qc": "solidarity tax credit",
    "sk": "Saskatchewan low-income tax credit",
    "yt": "northern residents deduction",
}


@pytest.mark.parametrize("province", PROVINCES)
def test_what_a_province_leaves_uncounted_is_named(province: str) -> None:
    """Each province's own benefit is named with the direction of the error, and no other province's; so are the two federal ones."""
    notes = [sentence for note in CALCULATOR.notes if (sentence := note(answer(province, 2026, 24_000.0, 9_000.0)))]
    text = " ".join(notes)
    assert {name for name in UNCOUNTED.values() if name in text} == ({UNCOUNTED[province]} if province in UNCOUNTED else set())
    assert ("You may keep more than shown" in text) is (province in UNCOUNTED)
    assert "Canada Workers Benefit" in text
    assert "Canada Groceries and Essentials Benefit" in text


@pytest.mark.parametrize(("province", "year", "pay", "said"), [("nb", 2026, 30_000, True), ("nb", 2025, 30_000, False)])
def test_a_projected_reduction_is_said_to_be_ours(province: str, year: int, pay: float, said: bool) -> None:
    """The note follows the status of the values: New Brunswick's of 2026 are projected, those of 2025 enacted."""
    outcome = answer(province, year, pay)
    assert any("not published yet" in note(outcome) for note in CALCULATOR.warnings) is said
