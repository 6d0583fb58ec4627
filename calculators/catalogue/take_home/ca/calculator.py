"""Take-home pay in Canada."""

from __future__ import annotations

from ....engine.calculator import Calculator, Lever
from ..closing import Country, named
from ..counterfactual import without
from ..inputs import Inputs
from ..kept import kept_chart
from ..years import CA, covered
from . import contributions as paid
from . import figures as ca
from .inputs import PROVINCES
from .notes import NOTES, cites

PARAMETERS = {
    "federal_bands": "ca/federal.bands",
    "basic_most": "ca/federal.basic_most",
    "basic_least": "ca/federal.basic_least",
    "basic_fade_from": "ca/federal.basic_fade_from",
    "basic_fade_to": "ca/federal.basic_fade_to",
    "employment_amount": "ca/federal.employment_amount",
    "quebec_abatement": "ca/federal.quebec_abatement",
    "pension_exemption": "ca/pension_plans.exemption",
    "pension_ceiling": "ca/pension_plans.ceiling",
    "second_ceiling": "ca/pension_plans.second_ceiling",
    "cpp_base_rate": "ca/pension_plans.cpp_base_rate",
    "qpp_base_rate": "ca/pension_plans.qpp_base_rate",
    "pension_added_rate": "ca/pension_plans.added_rate",
    "pension_second_rate": "ca/pension_plans.second_rate",
    "insurance_ceiling": "ca/employment_insurance.ceiling",
    "insurance_rate": "ca/employment_insurance.rate",
    "insurance_rate_quebec": "ca/employment_insurance.rate_quebec",
    "insurance_refund_below": "ca/employment_insurance.refund_below",
    "parental_ceiling": "ca/qc.parental_ceiling",
    "parental_minimum": "ca/qc.parental_minimum",
    "parental_rate": "ca/qc.parental_rate",
    "parental_rate_self": "ca/qc.parental_rate_self",
    "worker_deduction_rate": "ca/qc.worker_deduction_rate",
    "worker_deduction_most": "ca/qc.worker_deduction_most",
    "health_fund_from": "ca/qc.health_fund_from",
    "health_fund_again": "ca/qc.health_fund_again",
    "health_fund_rate": "ca/qc.health_fund_rate",
    "health_fund_first": "ca/qc.health_fund_first",
    "health_fund_most": "ca/qc.health_fund_most",
}

BASE = (
    paid.net_profit,
    paid.taxed_profit,
    paid.pension_base_rate,
    paid.pensionable_pay,
    paid.second_pay,
    paid.pensionable_profit,
    paid.second_profit,
    paid.pension_on_pay,
    paid.pension_on_profit,
    paid.employment_insurance,
    paid.insured_pay,
    paid.insured_profit,
    paid.parental_insurance,
    paid.health_fund,
    paid.social_contributions,
    ca.place,
    ca.parental_credited,
    ca.credited_contributions,
    ca.deducted_contributions,
    ca.taxable_income,
    ca.federal_basic,
    ca.employment_credited,
    ca.federal_bracket_tax,
    ca.federal_credits,
    ca.federal_tax,
    ca.worker_deduction,
    ca.provincial_income,
    ca.provincial_bracket_tax,
    ca.provincial_credits,
    ca.provincial_adjustment,
    ca.lift_credit,
    ca.health_premium,
    ca.provincial_tax,
    ca.refundable_credits,
    ca.income_tax,
    ca.total_tax,
)

NO_GIG = without("gross_receipts", "expenses")
COUNTRY = Country(base=BASE, unit=paid.DOLLARS, hundred="$100", taxes="income tax and contributions")
CLOSING = COUNTRY.closing(
    COUNTRY.tax_without_gig(
        NO_GIG, "Income tax and contributions on your job and other income alone. Most of them are taken before you are paid."
    )
)

FILES = ("federal", "pension_plans", "employment_insurance", "notices", *(option.value for option in PROVINCES))

CALCULATOR = Calculator(
    id="take-home-ca",
    title="Take-home pay",
    purpose="What do you keep when job and gig are taxed together?",
    inputs=Inputs,
    figures=(*BASE, *CLOSING),
    headline=named(CLOSING, "kept_from_gig"),
    parts=(
        "net_profit",
        "income_tax",
        "total_tax",
        "tax_without_gig",
        "extra_tax",
        "marginal_rate",
        "take_home_without_gig",
        "take_home_pay",
    ),
    parameters=PARAMETERS,
    rules=(covered("ca", CA, *(f"ca/{file}" for file in FILES)),),
    charts=(kept_chart("Contributions", ("expenses",)),),
    lever=Lever("take_home_without_gig", "kept_from_gig", "You keep without the gig:", "the gig adds:"),
    cites=cites,
    notes=NOTES,
    day_of=CA,
    serves="ca",
    national=True,
    also_used=("country", "tax_year", "ca_rides"),
)
