"""Notes on take-home pay in Australia, each shown only when it applies."""

from datetime import date

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.money import write_money, write_number
from .. import closing
from ..inputs import Inputs
from ..years import AU
from . import figures


def gst(inputs: Inputs, _: date) -> tuple[dated.Value]:
    """The turnover from which GST registration is required, as a cited value."""
    return (dated.as_of("au/notices.gst_threshold", AU(inputs)),)


def gst_note(outcome: Outcome[Inputs]) -> str:
    """The gig must register for GST."""
    threshold = gst(outcome.inputs, outcome.day)[0].value
    if outcome.inputs.au_rides == "yes" and outcome.inputs.gross_receipts > 0:
        return "If you drive passengers, you must register for GST from the first dollar. Enter receipts without the GST that you pass on."
    if outcome.inputs.gross_receipts >= threshold:
        return (
            f"With {write_money(threshold, 0)} or more of receipts a year you must register for GST. "
            "Enter receipts without the GST that you pass on."
        )
    return ""


def instalment_note(outcome: Outcome) -> str:
    """The ATO may ask for instalments in the following year."""
    if outcome[closing.extra_tax] <= 0:
        return ""
    return (
        "No tax is withheld from what the gig brings in, so set it aside. "
        "After your first return with the gig, the ATO may ask for quarterly payments (PAYG instalments)."
    )


def loss_note(outcome: Outcome) -> str:
    """The gig loses money; no relief is counted."""
    return "The gig loses money, so it adds no tax. We count no relief for the loss." if outcome[figures.net_profit] < 0 else ""


def kilometers_note(outcome: Outcome[Inputs]) -> str:
    """The kilometers exceed the limit of the flat rate."""
    limit = dated.as_of("au/notices.km_limit", AU(outcome.inputs)).value
    if outcome.inputs.au_km <= limit:
        return ""
    return f"The flat rate covers {write_number(limit)} km per car. Beyond that, deducting real costs with a logbook may be better."


def levy_note(outcome: Outcome[Inputs]) -> str:
    """The Medicare levy uses last year's threshold, which could change the amount due."""
    if outcome.inputs.tax_year != "2026" or outcome[figures.taxable_income] > 45_000:
        return ""
    return "The Medicare levy's threshold for 2026-27 is usually set in the following May's Budget; until then we use the one for 2025-26."


def pension_note(outcome: Outcome[Inputs]) -> str:
    """How pensions and other income are taxed."""
    if outcome.inputs.other_income <= 0:
        return ""
    return (
        "Pensions and other income are taxed like pay. Leave out super paid from age 60, most of which is tax-free, and an Age "
        "Pension, which has its own question in the form."
    )


def super_note(outcome: Outcome[Inputs]) -> str:
    """What salary sacrifice changes, and how much fits under the cap."""
    paid, fits = outcome.inputs.workplace_pension, outcome[figures.sacrificed]
    if paid <= 0:
        return ""
    cut = (
        f" With your employer's own part, only {write_money(fits, 0)} fits under the yearly cap. The rest is taxed like pay; an offset of "
        "15% on it, and room left over from earlier years, are not counted."
        if paid > fits
        else ""
    )
    return (
        "Salary sacrifice lowers your taxable income. It still counts for payments, study loans, the seniors offset and the Medicare levy "
        f"surcharge, and the fund pays 15% tax on it.{cut}"
    )


def left_out_note(_: Outcome) -> str:
    """What is not counted."""
    return (
        "Computed for a resident adult. Not counted: other deductions (from 2026-27 also the standard one for a job's expenses), family "
        "offsets, super other than salary sacrifice, and payments other than JobSeeker and Age Pension. These two, the Medicare levy "
        "surcharge and the seniors and pensioners offset count only if you say in the form that they apply to you."
    )


NOTES = (gst_note, instalment_note, loss_note, kilometers_note, levy_note, pension_note, super_note, left_out_note)
