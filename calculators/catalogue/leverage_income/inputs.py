"""The inputs of leverage income: idle assets, their uses, and the reader's own hours, which all uses share."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choice, Count, Estimate, Hours, Money, Number, Option, Rate, Rows, Text, TitleOf
from ...engine.validation import FieldError
from ...shared.gigs import asset_units, gig_options

GIGS = gig_options()
COUNTED = tuple(Option(word, word.capitalize() if word.isascii() else word) for word in asset_units())


@dataclass(frozen=True, kw_only=True)
class Source:
    """An asset and its idle capacity per month."""

    name: Annotated[str, Text("Asset", longest=40, required=True)] = ""
    capacity: Annotated[float, Number("Idle", per="month", le=100_000)] = 0.0
    counted: Annotated[str, Choice("Counted in", options=COUNTED)] = "nights"


USUAL = Estimate(0.3, 0.5, 0.7)
"""The default of a new row: our guess, to be overwritten."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An asset used for a gig. Offers and sales are counted in the gig's unit: nights, hours, days, items."""

    gig: Annotated[str, Choice("Gig", options=GIGS)] = "tutoring"
    asset: Annotated[str, TitleOf("With which asset", rows="assets", nothing="Only my own time", longest=40)] = ""
    price: Annotated[
        float,
        Money(
            "Price",
            asks="What {who} pays",
            counts="one",
            hint="Ask around, and look at three offers like yours.",
            le=100_000,
            abroad="We have no price in your currency. Ask what people near you pay.",
        ),
    ] = 0.0
    units: Annotated[float, Number("You offer", per="month", counts="many", hint="Whether sold or not.", le=100_000)] = 0.0
    utilization: Annotated[
        Estimate,
        Rate("Share sold", asks="Share of the {many} that sells", hint="A poor, a usual and a good month. It starts from our guess."),
    ] = USUAL
    fee: Annotated[float, Rate("Platform fee", hint="The share of the price that it keeps.", le=0.9)] = 0.0
    variable_cost: Annotated[
        float,
        Money(
            "Cost of what is sold",
            asks="What each {each} sold costs you",
            counts="one",
            hint="Fuel, cleaning, materials, wear.",
            le=100_000,
            abroad="We only have this cost in US dollars. Enter what it costs you.",
        ),
    ] = 0.0
    fixed_cost: Annotated[
        float, Money("Cost whether sold or not", per="month", hint="Extra insurance, a license, a listing.", le=1_000_000)
    ] = 0.0
    hours_sold: Annotated[
        float,
        Hours("Your hours for each sale", asks="Your hours for each {each} sold", hint="With getting ready and the way there.", le=1_000),
    ] = 0.0
    hours_offered: Annotated[
        float,
        Hours(
            "Your hours for each one offered",
            asks="Your hours for each {each} offered",
            hint="Waiting and getting ready, whether sold or not.",
            le=1_000,
            more=True,
        ),
    ] = 0.0
    capacity_used: Annotated[
        float,
        Number(
            "Asset used by each one",
            asks="How much of the asset each {each} uses",
            hint="If a car is counted in hours, a day of it takes 24.",
            le=10_000,
            more=True,
        ),
    ] = 1.0
    ramp_up: Annotated[
        int, Count("Months to ramp up", unit="months", hint="It sells less at first. Three is our guess.", le=24, more=True)
    ] = 3
    busy_months: Annotated[
        int, Count("Months a year that it runs", unit="months", hint="The season, from its start.", ge=1, le=12, more=True)
    ] = 12
    rest_share: Annotated[
        float,
        Rate("In the other months", hint="The share of that which you still offer and sell. Monthly costs run all year.", more=True),
    ] = 0.0
    miles: Annotated[
        float,
        Number(
            "Miles that you drive for each one",
            asks="Miles that you drive for each {each} sold",
            unit="miles",
            hint="For take-home pay and net hourly pay. Their cost is part of the cost above.",
            le=10_000,
            more=True,
        ),
    ] = 0.0
    fee_fixed: Annotated[float, Money("Fixed fee", counts="one", hint="For each one sold, on top of the share.", le=10_000, more=True)] = (
        0.0
    )
    start_cost: Annotated[float, Money("One-time start-up cost", hint="Getting the asset ready.", le=1_000_000, more=True)] = 0.0


EXAMPLE = (
    Pair(
        asset="Back room",
        gig="lodger",
        price=916.0,
        units=1.0,
        utilization=Estimate(0.6, 0.85, 1.0),
        fixed_cost=25.0,
        hours_offered=3.0,
        capacity_used=30.0,
        ramp_up=2,
        start_cost=150.0,
    ),
    Pair(
        gig="tutoring",
        price=19.27,
        units=20.0,
        utilization=Estimate(0.3, 0.5, 0.7),
        fee=0.25,
        variable_cost=0.5,
        hours_sold=1.25,
        ramp_up=3,
    ),
)
"""A made-up household's two uses. The prices are the cited ones; everything else is to be overwritten."""

ORDER = (Option("listed", "The gigs that I listed first"), Option("best", "The gigs that pay best for an hour of my time"))


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Idle assets, the uses chosen for them, and the reader's own hours, which all uses share."""

    own_hours: Annotated[float, Hours("Your idle hours", per="week", hint="From your time audit, if you made one.", slider=(0, 60, 1))] = (
        8.0
    )
    order: Annotated[str, Choice("When there is not enough for everything, what comes first?", options=ORDER)] = "listed"
    together: Annotated[
        float,
        Rate(
            "How closely good and bad years coincide",
            hint="0%: each varies independently. 100%: all rise and fall together. Half is our guess.",
            slider=(0, 100, 5),
        ),
    ] = 0.5
    assets: Annotated[
        tuple[Source, ...],
        Rows("What sits idle", of=Source, item="asset", title="name", maximum=60, hint="From your inventory, if you made one."),
    ] = (Source(name="Back room", capacity=30.0),)
    pairs: Annotated[
        tuple[Pair, ...],
        Rows("What you would do with it", of=Pair, item="gig", title="gig", maximum=20, hint="Each use of an asset, or of your own time."),
    ] = EXAMPLE


def assets_are_known(inputs: Inputs) -> Iterator[FieldError]:
    """Require that asset names are unique, and that every use names an asset in the list."""
    names = [asset.name.casefold() for asset in inputs.assets]
    for index, name in enumerate(names):
        if names.index(name) != index:
            yield FieldError(
                f"assets.{index}.name", "repeated", f"Asset {names.index(name) + 1} already has this name. Choose another one."
            )
    for index, pair in enumerate(inputs.pairs):
        if pair.asset and pair.asset.casefold() not in names:
            known = ", ".join(asset.name for asset in inputs.assets[:8]) or "none yet"
            yield FieldError(f"pairs.{index}.asset", "unknown-asset", f"That asset is not among your idle assets. The list has: {known}.")
