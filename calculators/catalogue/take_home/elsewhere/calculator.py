"""Take-home pay in any other country, at the reader's own rates."""

from collections.abc import Iterable

from ....engine.calculator import Outcome
from ....engine.figures import figures_in
from ....engine.validation import FieldError
from ..case import case
from ..closing import Country, no_benefits
from ..inputs import Inputs
from ..kept import kept_chart
from . import figures

BASE = (*figures_in(figures), no_benefits)
COUNTRY = Country(base=BASE, unit=figures.AMOUNT, hundred="100", taxes="tax and contributions")
CLOSING = COUNTRY.closing()


def not_all_of_it(inputs: Inputs) -> Iterable[FieldError]:
    """Require that the two rates together are at most 100%, and that the tax on the job is no more than the pay."""
    if inputs.own_income_rate + inputs.own_contribution_rate > 1:
        yield FieldError("own_contribution_rate", "too-large", "Income tax and contributions together are more than 100%.")
    if inputs.own_job_tax > inputs.wages + inputs.other_income:
        yield FieldError("own_job_tax", "too-large", "That is more than your pay and other income.")


def rates_note(outcome: Outcome[Inputs]) -> str:
    """No rates are entered, so no tax is counted."""
    if outcome.inputs.own_income_rate == 0 and outcome.inputs.own_contribution_rate == 0:
        return (
            "You have entered no rates yet, so no tax is counted. Your tax office's website says which rate applies to additional earnings."
        )
    return ""


def method_note(_: Outcome) -> str:
    """The limits of a single rate."""
    return "One rate applies to the whole profit. That is right while the gig stays within your bracket. Amounts are in your own currency."


CALCULATOR = case(
    "elsewhere",
    (*BASE, *CLOSING),
    taxes=("income_tax", "social_contributions"),
    rules=(not_all_of_it,),
    chart=kept_chart("Contributions", ("expenses",)),
    notes=(rates_note, method_note),
)
