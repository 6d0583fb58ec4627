"""Take-home pay in Australia."""

from ....engine.figures import figures_in
from ..case import case, from_file
from ..closing import Country, StudentLoan, no_benefits
from ..counterfactual import without
from ..kept import kept_chart
from ..years import AU, covered
from . import closing, figures
from .notes import NOTES, gst

PARAMETERS = {
    **from_file("au/notices", "km_rate", "km_limit"),
    **from_file("au/income_tax", "brackets", "low_income_offset_most", "low_income_offset_fade"),
    **from_file("au/income_tax", "business_offset_rate", "business_offset_most", "business_offset_turnover"),
    **from_file("au/medicare_levy", levy_rate="rate", levy_threshold="threshold", levy_phase_in="phase_in"),
    **from_file("au/study_loans", loan_bands="bands", loan_most="most"),
}

BASE = (*figures_in(figures), no_benefits)
COUNTRY = Country(
    base=BASE,
    unit=figures.DOLLARS,
    hundred="$100",
    taxes="income tax and the Medicare levy",
    no_gig=without("gross_receipts", "expenses", "au_km"),
)
CLOSING = COUNTRY.closing(
    COUNTRY.tax_without_gig("Income tax and Medicare levy on your job and other income alone. Most of it is withheld."),
    StudentLoan(
        repayment="study_loan",
        label="Study loan repayment without the gig",
        why="What your job's pay alone would call for.",
        extra=closing.extra_loan,
        gig_cash=closing.gig_cash,
        marginal_rate=closing.marginal_rate,
    ),
)

CALCULATOR = case(
    "au",
    (*BASE, *CLOSING),
    taxes=("income_tax", "medicare_levy"),
    parameters=PARAMETERS,
    rules=(covered("au", AU, "au/income_tax", "au/medicare_levy", "au/study_loans", "au/notices"),),
    chart=kept_chart("Medicare levy", ("expenses", "au_car_costs")),
    cites=gst,
    notes=NOTES,
    day_of=AU,
    also_used=("au_rides",),
)
