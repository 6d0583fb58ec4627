"""The inputs of the accelerator: a goal, what already goes toward it, and what leverage would add."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from ...engine.fields import Choice, Estimate, Money, Option, Rate, Rows, Text
from ...engine.validation import FieldError
from ...shared.fields import INFLATION, a_month

SAVE, DEBTS = ("save",), ("debts",)
"""The aim for which an input applies."""

AIMS = (Option("save", "Save or invest up to an amount"), Option("debts", "Pay off debts"))
PRICES = (Option("today", "In today's prices: it rises with inflation"), Option("fixed", "A fixed amount, whatever prices do"))
METHODS = (Option("avalanche", "Highest rate first (avalanche)"), Option("snowball", "Smallest debt first (snowball)"))

LEVERAGE = Estimate(150.0, 250.0, 350.0)
"""What a made-up reader's idle hours bring in, in a poor, a usual and a good month."""


@dataclass(frozen=True, kw_only=True)
class Debt:
    """A debt with its interest rate and its required payment."""

    name: Annotated[str, Text("Debt", longest=40)] = ""
    balance: Annotated[float, Money("Owed now", le=100_000_000)] = 0.0
    rate: Annotated[float, Rate("Interest", per="year", hint="As the lender states it (APR).", le=2, usual_from=0.01)] = 0.0
    payment: Annotated[float, a_month("You pay", hint="The required payment, or what you pay now if that is more.")] = 0.0


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A goal of either kind, and what leverage adds."""

    aim: Annotated[str, Choice("What is your goal?", options=AIMS)] = "save"
    leverage: Annotated[Estimate, a_month("What leverage adds", hint="After fees and costs, in a poor, a usual and a good month.")] = (
        LEVERAGE
    )
    tax_rate: Annotated[
        float,
        Rate("Tax on it", hint="Your rate on the next dollar. Enter 0 if the amount is already after tax.", le=0.9, slider=(0, 60, 1)),
    ] = 0.0

    goal: Annotated[float, Money("Goal amount", le=1_000_000_000, only=SAVE)] = 20_000.0
    start: Annotated[float, Money("You already have", le=1_000_000_000, only=SAVE)] = 2_000.0
    own: Annotated[float, a_month("You put in now", hint="Without leverage.", only=SAVE)] = 300.0
    growth: Annotated[
        float,
        Rate(
            "It grows by",
            per="year",
            hint="Interest or return, after tax and fees. Nobody can promise you one.",
            ge=-0.5,
            le=0.5,
            only=SAVE,
        ),
    ] = 0.04
    prices: Annotated[str, Choice("The goal is", options=PRICES, only=SAVE)] = "today"
    inflation: Annotated[float, replace(INFLATION, only=SAVE)] = 0.03

    method: Annotated[str, Choice("Money left over goes to", options=METHODS, only=DEBTS)] = "avalanche"
    extra: Annotated[float, a_month("Extra you pay now", hint="On top of the payments below, without leverage.", only=DEBTS)] = 0.0
    debts: Annotated[tuple[Debt, ...], Rows("Your debts", of=Debt, item="debt", title="name", maximum=20, only=DEBTS)] = (
        Debt(name="Credit card", balance=4_200.0, rate=0.229, payment=130.0),
        Debt(name="Car loan", balance=8_600.0, rate=0.078, payment=240.0),
        Debt(name="Family", balance=1_500.0, rate=0.0, payment=50.0),
    )


def debts_are_there(inputs: Inputs) -> Iterator[FieldError]:
    """Require at least one debt when the aim is to pay off debts."""
    if inputs.aim == "debts" and not inputs.debts:
        yield FieldError("debts", "too-few", "Add at least one debt, or choose to save instead.")
