"""Take-home pay in any other country, at the reader's own rates."""

from __future__ import annotations

from collections.abc import Iterable

from ....engine.calculator import Calculator, Lever, Outcome
from ....engine.validation import FieldError
from ..closing import Country, named
from ..inputs import Inputs
from ..kept import kept_chart
from . import figures as own

BASE = (own.net_profit, own.taxed_profit, own.income_tax, own.social_contributions, own.total_tax)

COUNTRY = Country(base=BASE, unit=own.AMOUNT, hundred="100", taxes="tax and contributions")
CLOSING = COUNTRY.closing((own.tax_without_gig,))


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


CALCULATOR = Calculator(
    id="take-home-elsewhere",
    title="Take-home pay",
    purpose="What do you keep when job and gig are taxed together?",
    inputs=Inputs,
    figures=(*BASE, *CLOSING),
    headline=named(CLOSING, "kept_from_gig"),
    parts=(
        "net_profit",
        "income_tax",
        "social_contributions",
        "total_tax",
        "tax_without_gig",
        "extra_tax",
        "marginal_rate",
        "take_home_without_gig",
        "take_home_pay",
    ),
    rules=(not_all_of_it,),
    charts=(kept_chart("Contributions", ("expenses",), None),),
    lever=Lever("take_home_without_gig", "kept_from_gig", "You keep without the gig:", "the gig adds:"),
    notes=(rates_note, method_note),
    serves="elsewhere",
    abroad=True,
    also_used=("country", "tax_year"),
)
