"""Take-home pay in the United States."""

from __future__ import annotations

from collections.abc import Iterator

from ....engine import parameters as dated
from ....engine.figures import figures_in
from ....engine.validation import FieldError
from ..case import case, from_file
from ..children import ages_are_readable
from ..deadlines import when_to_pay
from ..inputs import Inputs
from ..pension import pension_is_paid_from_pay
from ..years import US, covered
from . import benefit_notes, deadlines, estimated, family, gig, totals
from .charts import NEXT_DOLLARS, gig_chart
from .notes import NOTES, cites
from .states import figures as state
from .states.notes import WARNINGS
from .states.rules import file_of, is_taxed


def days_are_known(inputs: Inputs) -> Iterator[FieldError]:
    """Require the number of days when there is rent: whether rent is taxed depends on it."""
    if inputs.let_receipts > 0 and inputs.let_days == 0:
        yield FieldError(
            "let_days",
            "required",
            "You entered rent but no days. Enter how many days you rented it out, from 1 to 365. Below 15, the rent may be tax-free.",
        )


def state_is_published(inputs: Inputs) -> Iterator[FieldError]:
    """Refuse a tax year for which the chosen state's figures have ended."""
    if is_taxed(inputs.state):
        try:
            dated.check_valid(file_of(inputs.state), US(inputs))
        except dated.NotPublished as reason:
            yield FieldError("state", "not-published", f"{reason} Choose an earlier tax year, or type your own rate for the state.")


TOTALS = (
    *figures_in(state),
    totals.state_tax,
    totals.computed_tax,
    totals.state_and_local_tax,
    totals.total_tax,
    totals.income_tax_without_gig,
    totals.federal_tax_without_gig,
    totals.tax_without_gig,
    totals.extra_tax,
    totals.extra_tax_share,
    totals.extra_state_tax,
    totals.benefits_without_gig,
    totals.benefits_lost,
    totals.tax_on_more,
    totals.benefits_on_more,
    totals.marginal_rate,
    totals.gig_cash,
    totals.kept_from_gig,
    totals.take_home_without_gig,
    totals.take_home_pay,
)

SELF_EMPLOYMENT = "us/self_employment"
PARAMETERS = {
    **from_file(SELF_EMPLOYMENT, "mileage_rate_january", "mileage_rate_july", "rent_free_days", "office_rate", "office_limit"),
    **from_file(SELF_EMPLOYMENT, "net_earnings_share", "social_security_rate", "medicare_rate", "wage_base"),
    **from_file(SELF_EMPLOYMENT, "employee_social_security_rate", "employee_medicare_rate", "additional_medicare_rate"),
    **from_file(SELF_EMPLOYMENT, "qbi_rate", "qbi_minimum", "qbi_minimum_from", qbi_thresholds="qbi_threshold", qbi_ranges="qbi_range"),
    **from_file(SELF_EMPLOYMENT, self_employment_floor="floor", additional_medicare_thresholds="additional_medicare_threshold"),
    **from_file("us/retirement", "additions_limit", "catch_up", "catch_up_sixties", "deferral_limit"),
    **from_file("us/income_tax", "senior_amount", "senior_reduction_rate", "itemized_limit_rate", "brackets", "investment_tax_rate"),
    **from_file("us/income_tax", standard_deductions="standard_deduction", standard_deduction_extras="standard_deduction_extra"),
    **from_file("us/income_tax", senior_thresholds="senior_threshold", investment_tax_thresholds="investment_tax_threshold"),
    **from_file("us/income_tax", business_loss_limits="loss_limit"),
    **from_file("us/credits", "child_credit", "dependent_credit", "child_credit_step", "child_credit_step_loss"),
    **from_file("us/credits", "refundable_child_credit_limit", "refundable_credit_rate", "refundable_credit_earnings"),
    **from_file("us/credits", "eitc_rates", "eitc_maximums", "eitc_reduction_rates", "eitc_reduction_starts"),
    **from_file("us/credits", "eitc_reduction_starts_joint", "eitc_investment_limit", "eitc_ages"),
    **from_file("us/credits", child_credit_thresholds="child_credit_threshold"),
    **from_file("us/benefits", "contribution_table"),
    **from_file("us/estimated_tax", "last_year_share", "last_year_share_high", "this_year_share", "least_owed", "due_dates", "return_day"),
    **from_file("us/estimated_tax", high_incomes="high_income"),
}

FILES = ("income_tax", "self_employment", "retirement", "credits", "estimated_tax", "benefits", "snap")

CALCULATOR = case(
    "us",
    (*figures_in(gig, family), *totals.WITH_BENEFITS, *TOTALS, *figures_in(estimated), deadlines.due_payments, when_to_pay),
    taxes=("self_employment_tax", "qbi_deduction", "taxable_income", "income_tax", "state_and_local_tax"),
    after=("estimated_payment",),
    parameters=PARAMETERS,
    rules=(
        covered("us", US, *(f"us/{file}" for file in FILES)),
        state_is_published,
        days_are_known,
        ages_are_readable,
        pension_is_paid_from_pay,
    ),
    tables=(when_to_pay,),
    chart=gig_chart,
    next_dollars=NEXT_DOLLARS,
    cites=cites,
    notes=NOTES,
    warnings=(*benefit_notes.WARNINGS, *WARNINGS),
    day_of=US,
)
