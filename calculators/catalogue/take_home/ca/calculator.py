"""Take-home pay in Canada."""

from ....engine.figures import figures_in
from ..case import case, from_file
from ..children import ages_are_readable
from ..closing import Country
from ..counterfactual import counterfactual, without
from ..deadlines import when_to_pay
from ..kept import kept_chart
from ..next_dollars import NextDollars, adds, takes
from ..years import CA, covered
from . import benefit_notes, benefits, contributions, deadlines, figures
from .inputs import PROVINCES
from .notes import NOTES, WARNINGS, cites

PARAMETERS = {
    **from_file("ca/federal", "basic_most", "basic_least", "basic_fade_from", "basic_fade_to", "employment_amount", "quebec_abatement"),
    **from_file("ca/federal", federal_bands="bands"),
    **from_file("ca/pension_plans", "second_ceiling", "cpp_base_rate", "qpp_base_rate"),
    **from_file("ca/pension_plans", pension_exemption="exemption", pension_ceiling="ceiling"),
    **from_file("ca/payments", "instalment_limit", "payment_days"),
    **from_file("ca/retirement_plans", plan_limit="rrsp_limit"),
    **from_file("ca/pension_plans", pension_added_rate="added_rate", pension_second_rate="second_rate"),
    **from_file("ca/employment_insurance", insurance_ceiling="ceiling", insurance_rate="rate", insurance_rate_quebec="rate_quebec"),
    **from_file("ca/employment_insurance", insurance_refund_below="refund_below"),
    **from_file("ca/qc", "parental_ceiling", "parental_minimum", "parental_rate", "parental_rate_self"),
    **from_file("ca/qc", "worker_deduction_rate", "worker_deduction_most"),
    **from_file("ca/qc", "health_fund_from", "health_fund_again", "health_fund_rate", "health_fund_first", "health_fund_most"),
    **from_file("ca/benefits", "child_benefit", "child_benefit_from", "child_benefit_fade", "gst_from", "gst_rates", "gst_increase"),
    **from_file("ca/benefits", "workers_exempt", "workers_terms", "workers_ab", "workers_nu", "workers_qc"),
    **from_file("ca/benefits", "age_amount", "age_amount_from", "age_amount_fade", "pension_amount", "recovery_from", "recovery_rate"),
    **from_file("ca/benefits", gst_amounts="gst_credit"),
}
FILES = (
    "federal",
    "benefits",
    "pension_plans",
    "employment_insurance",
    "retirement_plans",
    "payments",
    "notices",
    *(option.value for option in PROVINCES),
)

BASE = (*figures_in(contributions, figures, benefits), deadlines.federal_due)
COUNTRY = Country(
    base=BASE,
    unit=contributions.DOLLARS,
    hundred="$100",
    taxes="income tax and contributions",
    no_gig=without("gross_receipts", "expenses"),
)
CLOSING = COUNTRY.closing(
    COUNTRY.tax_without_gig("Income tax and contributions on your job and other income alone. Most of them are taken before you are paid.")
)
federal_due_without_gig = counterfactual(
    "federal_due_without_gig",
    "Federal tax without the gig",
    "On your job and other income alone.",
    contributions.DOLLARS,
    BASE,
    deadlines.federal_due,
    COUNTRY.no_gig,
)

NEXT_DOLLARS = NextDollars(
    scaled=("gross_receipts", "expenses"),
    cash="net_profit",
    takers=(
        takes("Income tax", "income_tax"),
        takes("Contributions", "social_contributions"),
        takes("Old Age Security repaid", "security_repaid"),
        adds("Canada Child Benefit", "canada_child_benefit"),
        adds("GST credit", "gst_credit"),
        adds("Workers Benefit", "workers_benefit"),
    ),
)

CALCULATOR = case(
    "ca",
    (*BASE, *CLOSING, federal_due_without_gig, deadlines.due_payments, when_to_pay),
    tables=(when_to_pay,),
    parameters=PARAMETERS,
    rules=(covered("ca", CA, *(f"ca/{file}" for file in FILES)), ages_are_readable),
    chart=kept_chart("Contributions", ("expenses",)),
    next_dollars=NEXT_DOLLARS,
    cites=cites,
    notes=(*NOTES[:-1], *benefit_notes.NOTES, NOTES[-1]),
    warnings=(*WARNINGS, *benefit_notes.WARNINGS),
    day_of=CA,
    also_used=("ca_rides",),
)
