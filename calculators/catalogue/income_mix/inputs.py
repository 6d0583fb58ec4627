"""The inputs of the income mix: every source of money in a month, what a month costs, and savings."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choice, Money, Option, Rows, Text
from ...shared.fields import a_month

KINDS = (
    Option("job", "A job"),
    Option("gig", "A gig or own business"),
    Option("assets", "Rent, interest or dividends"),
    Option("support", "Pension, benefits or support"),
    Option("other", "Something else"),
)


@dataclass(frozen=True, kw_only=True)
class Stream:
    """A source of income."""

    name: Annotated[str, Text("Source", longest=40)] = ""
    kind: Annotated[str, Choice("What it is", options=KINDS)] = "gig"
    amount: Annotated[float, a_month("Brings in", hint="After tax and costs, on average.")] = 0.0


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What you live on now."""

    streams: Annotated[tuple[Stream, ...], Rows("Your sources of income", of=Stream, item="source", title="name", maximum=30)] = (
        Stream(name="Office job", kind="job", amount=2_350.0),
        Stream(name="Lessons", kind="gig", amount=420.0),
        Stream(name="Back room", kind="assets", amount=310.0),
    )
    spending: Annotated[float, a_month("You need", hint="Rent, food and bills in an ordinary month.")] = 2_600.0
    savings: Annotated[float, Money("You have saved", hint="What you could access within days.", le=1_000_000_000)] = 3_500.0
