"""The declaration that all countries' take-home calculators share, and the binding of parameters to a country's files."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from ...engine.analysis.doubt import off_by
from ...engine.calculator import Calculator, Chart, Lever, Outcome
from ...engine.figures import Figure
from ...engine.parameters import Value
from ...engine.validation import FieldError
from .closing import named
from .inputs import Inputs
from .next_dollars import NextDollars, next_chart, words


def from_file(file: str, *names: str, **renamed: str) -> dict[str, str]:
    """Bind the names that figures use to a file's parameters: `names` to parameters of the same name, the others to those given."""
    return {name: f"{file}.{name}" for name in names} | {name: f"{file}.{parameter}" for name, parameter in renamed.items()}


def case(
    country: str,
    figures: tuple[Figure, ...],
    *,
    chart: Chart[Inputs],
    notes: tuple[Callable[[Outcome[Inputs]], str], ...],
    rules: tuple[Callable[[Inputs], Iterable[FieldError]], ...],
    warnings: tuple[Callable[[Outcome[Inputs]], str], ...] = (),
    taxes: tuple[str, ...] = ("income_tax",),
    after: tuple[str, ...] = (),
    parameters: Mapping[str, str] | None = None,
    cites: Callable[[Inputs, date], Iterable[Value]] | None = None,
    day_of: Callable[[Inputs], date] | None = None,
    tables: tuple[Figure, ...] = (),
    also_used: tuple[str, ...] = (),
    next_dollars: NextDollars | None = None,
) -> Calculator[Inputs]:
    """Declare take-home pay in one country, or at the reader's own rates where no `day_of` gives the tax year's last day.

    Among the figures are those that every country has (closing.py). Between net profit and total tax, `taxes` are listed under the
    headline, and `after` last. `also_used` are inputs used outside of figures, besides the country and the tax year.
    `next_dollars` declares the picture of what a smaller or larger gig is worth, whose words are a warning where earning costs money.
    """
    loan = tuple(figure.name for figure in figures if figure.name == "extra_loan")
    lost = tuple(figure.name for figure in figures if figure.name in {"benefits", "benefits_lost"})
    totals = ("total_tax", "tax_without_gig", "extra_tax", *loan, *lost, "marginal_rate", "take_home_without_gig", "take_home_pay")
    return Calculator(
        id=f"take-home-{country}",
        title="Take-home pay",
        purpose="What do you keep when job and gig are taxed together?",
        inputs=Inputs,
        figures=figures,
        headline=named(figures, "kept_from_gig"),
        support=("extra_tax", "marginal_rate", "take_home_pay"),
        parts=("net_profit", *taxes, *totals, *after),
        parameters=parameters or {},
        rules=rules,
        tables=tables,
        charts=(chart,) if next_dollars is None else (chart, next_chart(next_dollars)),
        lever=Lever("take_home_without_gig", "kept_from_gig", "You keep without the gig:", "the gig adds:"),
        doubt=off_by("gross_receipts", "if your gig takes in {low} or {high}"),
        cites=cites,
        notes=notes,
        warnings=warnings if next_dollars is None else (lambda outcome: words(outcome, next_dollars), *warnings),
        day_of=day_of,
        serves=country,
        national=day_of is not None,
        abroad=day_of is None,
        also_used=("country", "tax_year", *also_used),
    )
