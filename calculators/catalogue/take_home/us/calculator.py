"""Take-home pay in the United States."""

from __future__ import annotations

from collections.abc import Iterator

from ....engine.calculator import Calculator, Lever
from ....engine.validation import FieldError
from ..inputs import Inputs
from ..years import US, covered
from . import estimated, gig, totals
from .charts import gig_chart
from .notes import NOTES, cites


def days_are_known(inputs: Inputs) -> Iterator[FieldError]:
    """Require the number of days when there is rent: whether rent is taxed depends on it."""
    if inputs.let_receipts > 0 and inputs.let_days == 0:
        yield FieldError(
            "let_days",
            "required",
            "You entered rent but no days. Enter on how many days you rented it out, from 1 to 366. Below 15, the rent may be tax-free.",
        )


GIG = (
    gig.mileage_deduction,
    gig.vehicle_deduction,
    gig.taxed_rent,
    gig.let_business_profit,
    gig.rental_profit,
    gig.profit_before_office,
    gig.office_deduction,
    gig.net_profit,
)

TOTALS = (
    totals.state_tax,
    totals.total_tax,
    totals.income_tax_without_gig,
    totals.tax_without_gig,
    totals.extra_tax,
    totals.extra_tax_share,
    totals.tax_on_more,
    totals.marginal_rate,
    totals.gig_cash,
    totals.kept_from_gig,
    totals.take_home_without_gig,
    totals.take_home_pay,
)

PAYMENTS = (
    estimated.withheld_counted,
    estimated.still_owed,
    estimated.high_income_threshold,
    estimated.enough_by_last_year,
    estimated.enough_in_time,
    estimated.estimated_tax,
    estimated.estimated_payment,
    estimated.deadlines,
)

PARAMETERS = {
    "mileage_rate_january": "us/self_employment.mileage_rate_january",
    "mileage_rate_july": "us/self_employment.mileage_rate_july",
    "rent_free_days": "us/self_employment.rent_free_days",
    "office_rate": "us/self_employment.office_rate",
    "office_limit": "us/self_employment.office_limit",
    "net_earnings_share": "us/self_employment.net_earnings_share",
    "self_employment_floor": "us/self_employment.floor",
    "social_security_rate": "us/self_employment.social_security_rate",
    "medicare_rate": "us/self_employment.medicare_rate",
    "wage_base": "us/self_employment.wage_base",
    "employee_social_security_rate": "us/self_employment.employee_social_security_rate",
    "employee_medicare_rate": "us/self_employment.employee_medicare_rate",
    "additional_medicare_rate": "us/self_employment.additional_medicare_rate",
    "additional_medicare_thresholds": "us/self_employment.additional_medicare_threshold",
    "qbi_rate": "us/self_employment.qbi_rate",
    "qbi_thresholds": "us/self_employment.qbi_threshold",
    "qbi_ranges": "us/self_employment.qbi_range",
    "qbi_minimum": "us/self_employment.qbi_minimum",
    "qbi_minimum_from": "us/self_employment.qbi_minimum_from",
    "additions_limit": "us/retirement.additions_limit",
    "catch_up": "us/retirement.catch_up",
    "catch_up_sixties": "us/retirement.catch_up_sixties",
    "business_loss_limits": "us/income_tax.loss_limit",
    "standard_deductions": "us/income_tax.standard_deduction",
    "standard_deduction_extras": "us/income_tax.standard_deduction_extra",
    "senior_amount": "us/income_tax.senior_amount",
    "senior_thresholds": "us/income_tax.senior_threshold",
    "senior_reduction_rate": "us/income_tax.senior_reduction_rate",
    "itemized_limit_rate": "us/income_tax.itemized_limit_rate",
    "brackets": "us/income_tax.brackets",
    "investment_tax_rate": "us/income_tax.investment_tax_rate",
    "investment_tax_thresholds": "us/income_tax.investment_tax_threshold",
    "child_credit": "us/credits.child_credit",
    "dependent_credit": "us/credits.dependent_credit",
    "child_credit_thresholds": "us/credits.child_credit_threshold",
    "child_credit_step": "us/credits.child_credit_step",
    "child_credit_step_loss": "us/credits.child_credit_step_loss",
    "refundable_child_credit_limit": "us/credits.refundable_child_credit_limit",
    "refundable_credit_rate": "us/credits.refundable_credit_rate",
    "refundable_credit_earnings": "us/credits.refundable_credit_earnings",
    "eitc_rates": "us/credits.eitc_rates",
    "eitc_maximums": "us/credits.eitc_maximums",
    "eitc_reduction_rates": "us/credits.eitc_reduction_rates",
    "eitc_reduction_starts": "us/credits.eitc_reduction_starts",
    "eitc_reduction_starts_joint": "us/credits.eitc_reduction_starts_joint",
    "eitc_investment_limit": "us/credits.eitc_investment_limit",
    "eitc_ages": "us/credits.eitc_ages",
    "high_incomes": "us/estimated_tax.high_income",
    "last_year_share": "us/estimated_tax.last_year_share",
    "last_year_share_high": "us/estimated_tax.last_year_share_high",
    "this_year_share": "us/estimated_tax.this_year_share",
    "least_owed": "us/estimated_tax.least_owed",
    "due_dates": "us/estimated_tax.due_dates",
}

FILES = ("income_tax", "self_employment", "retirement", "credits", "estimated_tax")

CALCULATOR = Calculator(
    id="take-home-us",
    title="Take-home pay",
    purpose="What do you keep when job and gig are taxed together?",
    inputs=Inputs,
    serves="us",
    national=True,
    also_used=("country", "tax_year"),
    figures=(*GIG, *totals.RETURN, *TOTALS, *PAYMENTS),
    headline=totals.kept_from_gig,
    parts=(
        "net_profit",
        "self_employment_tax",
        "qbi_deduction",
        "taxable_income",
        "income_tax",
        "total_tax",
        "tax_without_gig",
        "extra_tax",
        "marginal_rate",
        "take_home_without_gig",
        "take_home_pay",
        "estimated_payment",
    ),
    parameters=PARAMETERS,
    rules=(covered("us", US, *(f"us/{file}" for file in FILES)), days_are_known),
    tables=(estimated.deadlines,),
    charts=(gig_chart,),
    lever=Lever("take_home_without_gig", "kept_from_gig", "You keep without the gig:", "the gig adds:"),
    cites=cites,
    notes=NOTES,
    day_of=US,
)
