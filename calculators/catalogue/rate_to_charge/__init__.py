"""The rate to charge: from what you want to keep to an hourly, daily and per-job price.

Profit is price × paid hours × (1 − fee) − costs, and what is left after tax is kept. This is solved for the price, either with one
rate of the reader's own, or with a country's tax law as take-home pay computes it.
"""

from ...engine.analysis.doubt import off_by
from ...engine.calculator import Calculator, Group
from ...engine.currency import NO_CURRENCY
from ...engine.fields import Money
from ..take_home import ALSO_ASKED, BENEFITS
from ..take_home import CALCULATOR as TAKE_HOME
from ..take_home.children import ages_are_readable, from_counts
from ..take_home.pension import pension_is_paid_from_pay
from ..take_home.us.calculator import state_is_published
from ..take_home.us.states import notes as state
from . import own_rate
from .by_law import by_law
from .charts import rate_chart
from .figures import DOWN, SHARED, UP, in_currency_of, in_order
from .inputs import COMMON, LAWS, OWN, SITUATION, Inputs
from .notes import bold_note, no_hours_note, no_price_note, now_note, one_rate_note, taxed_note

TITLE = "The rate to charge"
PURPOSE = "What must you charge to keep what you want?"
TAKEN_OFF = ("costs", "fee", "country", "state", "uk_region", "province", "tax_rate", "wages")
ALSO_TAXED = ("tax_year", "other_income", "workplace_pension")
ELSEWHERE_ASKED = frozenset((*TAKEN_OFF, *ALSO_TAXED, *BENEFITS.names))
"""The fields that other parts of the form ask for."""
KEPT_RULES = frozenset({ages_are_readable, pension_is_paid_from_pay, state_is_published})
"""Rules of a country beside its first, which is that the tax year is covered; the others check inputs that this form does not have."""
KEPT_WARNINGS: frozenset[object] = frozenset(state.WARNINGS)
"""A country's warnings that look at the inputs alone, which this form has, too."""
DOUBT = off_by("billable", "if clients pay for {low} or {high} of your hours")
NOTES = (no_hours_note, now_note, bold_note)


OWN_RATE = Calculator(
    id="rate-to-charge",
    title=TITLE,
    purpose=PURPOSE,
    inputs=Inputs,
    figures=in_order((*SHARED, own_rate.profit, own_rate.tax_due, own_rate.gross, own_rate.kept_now), UP),
    headline=next(entry for entry in SHARED if entry.name == "hourly"),
    support=("daily", "kept_all", "short"),
    charts=(rate_chart,),
    doubt=DOUBT,
    notes=(*NOTES, one_rate_note),
    serves=OWN,
    also_used=("country",),
)


def _by_law(country: str) -> Calculator:
    """Declare the calculator for one country's law."""
    law: Calculator = TAKE_HOME.cases[country]
    solved = by_law(law)
    money = solved[0].unit
    shared = in_currency_of(money.currency if isinstance(money, Money) else NO_CURRENCY, SHARED)
    needed = {name for entry in solved for name in entry.needs}
    return Calculator(
        id="rate-to-charge",
        title=TITLE,
        purpose=PURPOSE,
        inputs=Inputs,
        figures=in_order((*shared, *solved), DOWN),
        headline=next(entry for entry in shared if entry.name == "hourly"),
        support=("daily", "kept_all", "short"),
        parameters={name: path for name, path in law.parameters.items() if name in needed},
        rules=tuple(rule for rule in law.rules if rule in KEPT_RULES or rule is law.rules[0]),
        charts=(rate_chart,),
        doubt=DOUBT,
        notes=(*NOTES, no_price_note, taxed_note),
        warnings=tuple(warning for warning in law.warnings if warning in KEPT_WARNINGS),
        cites=law.cites,
        day_of=law.day_of,
        serves=country,
        national=True,
        also_used=("country", "tax_year", "wages", *SITUATION[country]),
    )


CALCULATOR = Calculator(
    id="rate-to-charge",
    title=TITLE,
    purpose=PURPOSE,
    inputs=Inputs,
    from_older=from_counts,
    figures=OWN_RATE.figures,
    headline=OWN_RATE.headline,
    case="country",
    cases={OWN: OWN_RATE, **{law.value: _by_law(law.value) for law in LAWS}},
    groups=(
        Group("What you want", ("keep",)),
        Group("Your time", ("hours_week", "billable", "weeks_off")),
        Group("What comes off the price", TAKEN_OFF),
        Group("What you charge now", ("now",)),
        BENEFITS,
        Group(
            "A day or a job of another length, a pension plan or other income",
            ("day_hours", "job_hours", *ALSO_TAXED),
            folded=True,
            question=ALSO_ASKED,
        ),
        *(
            Group(
                f"Your taxes: {law.label}",
                tuple(name for name in SITUATION[law.value] if name not in {*ELSEWHERE_ASKED, *COMMON}),
                hint="Filled in from your take-home page, if you made one.",
                folded=True,
            )
            for law in LAWS
        ),
        Group("Your age and your children", tuple(name for name in COMMON if name not in ELSEWHERE_ASKED), folded=True),
    ),
)
