"""The inputs of the gig mix: open hours by part of the day, and gigs with what an hour of each leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choices, Hours, Money, Option, Rate, Rows, Text
from ...engine.validation import FieldError
from .hours import PARTS, Offer, ceilings, overbooked, parts_of

PART_LABELS = ("Mornings", "Afternoons", "Evenings", "Nights")
WHEN = tuple(Option(name, label) for name, label in zip(PARTS, PART_LABELS, strict=True))


@dataclass(frozen=True, kw_only=True)
class Gig:
    """A gig: what an hour leaves, how many hours pay that well, and when it can be done."""

    name: Annotated[str, Text("Gig", longest=40)] = ""
    pay: Annotated[float, Money("An hour leaves you", per="hour", hint="After fees and costs, all hours counted.", le=10_000)] = 0.0
    good: Annotated[
        float, Hours("Most hours that pay this well", per="week", hint="After that, customers or good times of day run out.")
    ] = 5.0
    later: Annotated[float, Money("Each hour beyond that leaves you", per="hour", le=10_000)] = 0.0
    most: Annotated[float, Hours("Most hours you would do", per="week", more=True)] = 20.0
    when: Annotated[tuple[str, ...], Choices("When it can be done", options=WHEN, hint="Choose none if any time works.")] = ()
    promised: Annotated[
        float, Hours("Hours you have promised", per="week", hint="These are scheduled first, whatever they pay.", more=True)
    ] = 0.0
    swing: Annotated[
        float,
        Rate(
            "Monthly income varies by",
            hint="How far a typical month is from the average. 20% is steady, 60% is wild. A guess is fine.",
            le=3,
            more=True,
        ),
    ] = 0.3

    def offer(self) -> Offer:
        """The gig's terms for the allocation of hours."""
        return Offer(parts_of(self.when), self.pay, self.good, self.later, self.promised, self.most)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A week's open hours, and the gigs that could fill them."""

    morning: Annotated[
        float, Hours("Free in the mornings", per="week", hint="6 a.m. to noon, all seven days.", le=42, slider=(0, 42, 1))
    ] = 3.0
    afternoon: Annotated[float, Hours("Free in the afternoons", per="week", hint="Noon to 6 p.m.", le=42, slider=(0, 42, 1))] = 3.0
    evening: Annotated[float, Hours("Free in the evenings", per="week", hint="6 p.m. to midnight.", le=42, slider=(0, 42, 1))] = 8.0
    night: Annotated[float, Hours("Free at night", per="week", hint="Midnight to 6 a.m.", le=42, slider=(0, 42, 1))] = 0.0
    most: Annotated[float, Hours("Most hours for all gigs together", per="week", slider=(0, 60, 1))] = 12.0
    least_pay: Annotated[
        float,
        Money(
            "The least an hour must leave you",
            per="hour",
            hint="Below this you would rather keep the hour free: rest, family and sleep have a value too.",
            le=10_000,
        ),
    ] = 10.0
    together: Annotated[
        float,
        Rate(
            "How closely good and bad months coincide",
            hint="Near 100% for two delivery apps, which share their customers. Near 0% for lessons and a parking space.",
            slider=(0, 100, 5),
        ),
    ] = 0.3
    gigs: Annotated[tuple[Gig, ...], Rows("Your gigs", of=Gig, item="gig", title="name", maximum=12)] = (
        Gig(name="Lessons", pay=24.0, good=4.0, later=16.0, most=8.0, when=("afternoon", "evening"), swing=0.25),
        Gig(name="Meal delivery", pay=13.0, good=6.0, later=10.5, most=20.0, when=("afternoon", "evening"), swing=0.2),
        Gig(name="Dog walks", pay=17.0, good=3.0, later=12.0, most=6.0, when=("morning", "evening"), swing=0.35),
    )


def gigs_are_sound(inputs: Inputs) -> Iterator[FieldError]:
    """Require that later hours pay no better than the first ones, and that promised hours fit."""
    for index, gig in enumerate(inputs.gigs):
        if gig.later > gig.pay:
            message = f"Later hours can't leave more than the first ones, {Money().write(gig.pay)}. Enter the better pay first."
            yield FieldError(f"gigs.{index}.later", "order", message)
        if gig.promised > gig.most:
            yield FieldError(
                f"gigs.{index}.promised", "order", f"You have promised more than the most you would do, {Hours().write(gig.most)} hours."
            )
    hours = (inputs.morning, inputs.afternoon, inputs.evening, inputs.night)
    if overbooked([gig.offer() for gig in inputs.gigs], ceilings(hours, inputs.most)):
        yield FieldError("gigs", "overbooked", "Your promised hours don't fit into your open hours. Reduce them.")
