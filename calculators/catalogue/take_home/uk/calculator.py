"""Take-home pay in the United Kingdom."""

from ....engine.figures import figures_in
from ..case import case, from_file
from ..children import ages_are_readable
from ..closing import Country, StudentLoan
from ..counterfactual import without
from ..kept import kept_chart
from ..next_dollars import NextDollars, adds, takes
from ..pension import pension_is_paid_from_pay
from ..years import UK, covered
from . import benefit_notes, benefits, closing, deadlines, figures, universal_credit
from .inputs import POUND
from .notes import NOTES, cites

PARAMETERS = {
    **from_file("uk/allowances", "mileage_rates", "trading_allowance", "property_allowance", "rent_a_room"),
    **from_file("uk/income_tax", "personal_allowance_limit", "personal_allowance_taper", "bands", "scottish_bands"),
    **from_file("uk/income_tax", "marriage_transfer", "marriage_rate"),
    **from_file("uk/income_tax", personal_allowance_full="personal_allowance"),
    **from_file("uk/pensions", "relief_floor"),
    **from_file("uk/national_insurance", "class_1_bands", "class_4_bands"),
    **from_file("uk/student_loans", "unearned_limit", "postgraduate_rate", loan_thresholds="thresholds", loan_rate="rate"),
    **from_file("uk/benefits", "standard_allowance", "child_element", "child_limit", "work_allowance", "minimum_wage", "expected_hours"),
    **from_file("uk/benefits", "charge_from", "charge_step", "winter_fuel_limit", credit_taper="taper", credit_mileage="mileage"),
    **from_file("uk/benefits", child_benefit_rates="child_benefit"),
    **from_file("uk/payments", "account_minimum", "account_share", "payment_days"),
}

FILES = ("income_tax", "allowances", "national_insurance", "student_loans", "payments", "benefits", "pensions")

BASE = figures_in(figures, universal_credit, benefits)
COUNTRY = Country(
    base=BASE,
    unit=figures.POUNDS,
    hundred="£100",
    taxes="Income Tax and National Insurance",
    no_gig=without("gross_receipts", "expenses", "uk_miles"),
)
CLOSING = COUNTRY.closing(
    COUNTRY.tax_without_gig(
        "Income Tax and National Insurance on your job and other income alone. Most of it is taken before you are paid."
    ),
    StudentLoan(
        repayment="student_loan",
        label="Student loan repayments without the gig",
        why="What your employer takes from your pay for the loan.",
        extra=closing.extra_loan,
        gig_cash=closing.gig_cash,
        marginal_rate=closing.marginal_rate,
    ),
)

NEXT_DOLLARS = NextDollars(
    scaled=("gross_receipts", "expenses", "uk_miles", "uk_vehicle_costs"),
    cash="gig_cash",
    takers=(
        takes("Income Tax", "income_tax"),
        takes("National Insurance", "social_contributions"),
        takes("Student loan", "student_loan"),
        adds("Universal Credit", "universal_credit"),
        takes("Child Benefit charge", "child_benefit_charge"),
        adds("Winter fuel payment", "winter_fuel_kept"),
    ),
    money="pounds",
)

CALCULATOR = case(
    "uk",
    (*BASE, *CLOSING, closing.assessment_bill, closing.payment_on_account, deadlines.due_payments, deadlines.when_to_pay),
    tables=(deadlines.when_to_pay,),
    after=("payment_on_account",),
    parameters=PARAMETERS,
    rules=(covered("uk", UK, *(f"uk/{file}" for file in FILES)), ages_are_readable, pension_is_paid_from_pay),
    chart=kept_chart("National Insurance", ("expenses", "uk_vehicle_costs"), POUND),
    next_dollars=NEXT_DOLLARS,
    cites=cites,
    notes=(*NOTES[:-1], *benefit_notes.NOTES, NOTES[-1]),
    warnings=benefit_notes.WARNINGS,
    day_of=UK,
)
