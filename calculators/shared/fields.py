"""Fields and options that several calculators have."""

from functools import partial

from ..engine.fields import Money, Option, Rate

NO_YES = (Option("no", "No"), Option("yes", "Yes"))

a_month = partial(Money, per="month", le=10_000_000)
"""An amount a month, up to far more than any household has."""
an_expectation = partial(Rate, per="year", reference_for="us")
"""A yearly rate that the reader expects, with a US rate beside it for readers there."""

INFLATION = an_expectation(
    "Expected inflation", hint="How fast the prices you pay rise.", ge=-0.2, le=1, reference="prices.us_inflation_12_months"
)
