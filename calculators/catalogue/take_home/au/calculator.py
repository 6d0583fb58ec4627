"""Take-home pay in Australia."""

from collections.abc import Iterable

from ....engine.figures import figures_in
from ....engine.validation import FieldError
from ..case import case, from_file
from ..children import ages_are_readable
from ..closing import Country, StudentLoan
from ..counterfactual import without
from ..deadlines import when_to_pay
from ..inputs import Inputs
from ..kept import kept_chart
from ..next_dollars import NextDollars, adds, takes
from ..pension import pension_is_paid_from_pay
from ..years import AU, covered
from . import benefit_notes, benefits, closing, deadlines, figures
from .notes import NOTES, gst

PARAMETERS = {
    **from_file("au/notices", "km_rate", "km_limit"),
    **from_file("au/income_tax", "brackets", "low_income_offset_most", "low_income_offset_fade"),
    **from_file("au/income_tax", "business_offset_rate", "business_offset_most", "business_offset_turnover"),
    **from_file("au/medicare_levy", levy_rate="rate", levy_threshold="threshold", levy_phase_in="phase_in"),
    **from_file("au/medicare_levy", levy_senior="senior_threshold", levy_family="family_threshold"),
    **from_file("au/benefits", "jobseeker_taper", "jobseeker_taper_carer", "pension_free", "pension_taper", "work_bonus"),
    **from_file("au/benefits", "surcharge_bands", "surcharge_child", "senior_offset_from", "senior_offset_fade"),
    **from_file("au/benefits", senior_offset_most="senior_offset"),
    **from_file("au/payments", "instalment_limits", "payment_days"),
    **from_file("au/super", super_cap="cap", super_rate="guarantee"),
    **from_file("au/study_loans", loan_bands="bands", loan_most="most"),
}


def payment_is_known(inputs: Inputs) -> Iterable[FieldError]:
    """Require the full payment of somebody who gets one: without it, what the gig takes is not known."""
    if inputs.au_payment != "none" and inputs.au_payment_full == 0:
        yield FieldError(
            "au_payment_full",
            "required",
            "Enter your full payment for a fortnight, as your letter says. If you get none, choose that above.",
        )


BASE = figures_in(figures, benefits)
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

NEXT_DOLLARS = NextDollars(
    scaled=("gross_receipts", "expenses", "au_km", "au_car_costs"),
    cash="gig_cash",
    takers=(
        takes("Income tax", "income_tax"),
        takes("Medicare levy", "medicare_levy"),
        takes("Medicare levy surcharge", "levy_surcharge"),
        takes("Study loan", "study_loan"),
        adds("Centrelink payment", "centrelink_payment"),
    ),
)

CALCULATOR = case(
    "au",
    (*BASE, *CLOSING, deadlines.due_payments, when_to_pay),
    tables=(when_to_pay,),
    taxes=("income_tax", "medicare_levy"),
    parameters=PARAMETERS,
    rules=(
        covered("au", AU, "au/income_tax", "au/medicare_levy", "au/study_loans", "au/notices", "au/benefits", "au/super", "au/payments"),
        ages_are_readable,
        payment_is_known,
        pension_is_paid_from_pay,
    ),
    chart=kept_chart("Medicare levy", ("expenses", "au_car_costs")),
    next_dollars=NEXT_DOLLARS,
    cites=gst,
    notes=(*NOTES[:-1], *benefit_notes.NOTES, NOTES[-1]),
    warnings=benefit_notes.WARNINGS,
    day_of=AU,
    also_used=("au_rides",),
)
