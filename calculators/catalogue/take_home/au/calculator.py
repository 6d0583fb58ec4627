"""Take-home pay in Australia."""

from __future__ import annotations

from ....engine.calculator import Calculator, Lever
from ..closing import Country, StudentLoan, named
from ..counterfactual import without
from ..inputs import Inputs
from ..kept import kept_chart
from ..years import AU, covered
from . import figures as au
from .notes import NOTES, gst

PARAMETERS = {
    "km_rate": "au/notices.km_rate",
    "km_limit": "au/notices.km_limit",
    "brackets": "au/income_tax.brackets",
    "low_income_offset_most": "au/income_tax.low_income_offset_most",
    "low_income_offset_fade": "au/income_tax.low_income_offset_fade",
    "business_offset_rate": "au/income_tax.business_offset_rate",
    "business_offset_most": "au/income_tax.business_offset_most",
    "business_offset_turnover": "au/income_tax.business_offset_turnover",
    "levy_rate": "au/medicare_levy.rate",
    "levy_threshold": "au/medicare_levy.threshold",
    "levy_phase_in": "au/medicare_levy.phase_in",
    "loan_bands": "au/study_loans.bands",
    "loan_most": "au/study_loans.most",
}

BASE = (
    au.car_deduction,
    au.net_profit,
    au.taxed_profit,
    au.taxable_income,
    au.bracket_tax,
    au.low_income_offset,
    au.small_business_offset,
    au.income_tax,
    au.medicare_levy,
    au.social_contributions,
    au.total_tax,
    au.study_loan,
)

NO_GIG = without("gross_receipts", "expenses", "au_km")
COUNTRY = Country(base=BASE, unit=au.DOLLARS, hundred="$100", taxes="income tax and the Medicare levy")
CLOSING = COUNTRY.closing(
    COUNTRY.tax_without_gig(NO_GIG, "Income tax and Medicare levy on your job and other income alone. Most of it is withheld."),
    StudentLoan(
        repayment="study_loan",
        without_gig=COUNTRY.loan_without_gig(
            "study_loan", NO_GIG, "Study loan repayment without the gig", "What your job's pay alone would call for."
        ),
        extra=au.extra_loan,
        gig_cash=au.gig_cash,
        marginal_rate=au.marginal_rate,
    ),
)

CALCULATOR = Calculator(
    id="take-home-au",
    title="Take-home pay",
    purpose="What do you keep when job and gig are taxed together?",
    inputs=Inputs,
    figures=(*BASE, *CLOSING),
    headline=named(CLOSING, "kept_from_gig"),
    parts=(
        "net_profit",
        "income_tax",
        "medicare_levy",
        "total_tax",
        "tax_without_gig",
        "extra_tax",
        "extra_loan",
        "marginal_rate",
        "take_home_without_gig",
        "take_home_pay",
    ),
    parameters=PARAMETERS,
    rules=(covered("au", AU, "au/income_tax", "au/medicare_levy", "au/study_loans", "au/notices"),),
    charts=(kept_chart("Medicare levy", ("expenses", "au_car_costs")),),
    lever=Lever("take_home_without_gig", "kept_from_gig", "You keep without the gig:", "the gig adds:"),
    cites=gst,
    notes=NOTES,
    day_of=AU,
    serves="au",
    national=True,
    also_used=("country", "tax_year", "au_rides"),
)
