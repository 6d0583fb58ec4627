"""Take-home pay in the United Kingdom."""

from __future__ import annotations

from ....engine.calculator import Calculator, Lever
from ..closing import Country, StudentLoan, named
from ..counterfactual import without
from ..inputs import Inputs
from ..kept import kept_chart
from ..years import UK, covered
from . import figures as uk
from .inputs import POUND
from .notes import NOTES, cites

PARAMETERS = {
    "mileage_rates": "uk/allowances.mileage_rates",
    "trading_allowance": "uk/allowances.trading_allowance",
    "property_allowance": "uk/allowances.property_allowance",
    "rent_a_room": "uk/allowances.rent_a_room",
    "personal_allowance_full": "uk/income_tax.personal_allowance",
    "personal_allowance_limit": "uk/income_tax.personal_allowance_limit",
    "personal_allowance_taper": "uk/income_tax.personal_allowance_taper",
    "bands": "uk/income_tax.bands",
    "scottish_bands": "uk/income_tax.scottish_bands",
    "class_1_bands": "uk/national_insurance.class_1_bands",
    "class_4_bands": "uk/national_insurance.class_4_bands",
    "unearned_limit": "uk/student_loans.unearned_limit",
    "loan_thresholds": "uk/student_loans.thresholds",
    "loan_rate": "uk/student_loans.rate",
    "postgraduate_rate": "uk/student_loans.postgraduate_rate",
    "account_minimum": "uk/payments.account_minimum",
    "account_share": "uk/payments.account_share",
}

BASE = (
    uk.mileage_allowance,
    uk.real_costs,
    uk.net_profit,
    uk.gig_allowance,
    uk.taken_off,
    uk.taxable_profit,
    uk.personal_allowance,
    uk.taxable_income,
    uk.income_tax,
    uk.class_1,
    uk.class_4_band,
    uk.class_4_room,
    uk.class_4,
    uk.social_contributions,
    uk.total_tax,
    uk.loan_income,
    uk.student_loan,
)

NO_GIG = without("gross_receipts", "expenses", "uk_miles")
COUNTRY = Country(base=BASE, unit=uk.POUNDS, hundred="£100", taxes="Income Tax and National Insurance")
CLOSING = COUNTRY.closing(
    COUNTRY.tax_without_gig(
        NO_GIG, "Income Tax and National Insurance on your job and other income alone. Most of it is taken before you are paid."
    ),
    StudentLoan(
        repayment="student_loan",
        without_gig=COUNTRY.loan_without_gig(
            "student_loan", NO_GIG, "Student loan repayments without the gig", "What your employer takes from your pay for the loan."
        ),
        extra=uk.extra_loan,
        gig_cash=uk.gig_cash,
        marginal_rate=uk.marginal_rate,
    ),
)

CALCULATOR = Calculator(
    id="take-home-uk",
    title="Take-home pay",
    purpose="What do you keep when job and gig are taxed together?",
    inputs=Inputs,
    figures=(*BASE, *CLOSING, uk.assessment_bill, uk.payment_on_account),
    headline=named(CLOSING, "kept_from_gig"),
    parts=(
        "net_profit",
        "income_tax",
        "total_tax",
        "tax_without_gig",
        "extra_tax",
        "extra_loan",
        "marginal_rate",
        "take_home_without_gig",
        "take_home_pay",
        "payment_on_account",
    ),
    parameters=PARAMETERS,
    rules=(covered("uk", UK, "uk/income_tax", "uk/allowances", "uk/national_insurance", "uk/student_loans", "uk/payments"),),
    charts=(kept_chart("National Insurance", ("expenses", "uk_vehicle_costs"), POUND),),
    lever=Lever("take_home_without_gig", "kept_from_gig", "You keep without the gig:", "the gig adds:"),
    cites=cites,
    notes=NOTES,
    day_of=UK,
    serves="uk",
    national=True,
    also_used=("country", "tax_year"),
)
