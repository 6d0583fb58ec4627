"""What the gig mix asks: open hours by part of the day, and gigs with what an hour of each leaves."""

from __future__ import annotations

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
    good: Annotated[float, Hours("Hours that pay this well, at most", per="week", hint="Then customers, or the good times, run out.")] = 5.0
    later: Annotated[float, Money("Each hour after those leaves you", per="hour", le=10_000)] = 0.0
    most: Annotated[float, Hours("Hours you would do, at most", per="week")] = 20.0
    when: Annotated[tuple[str, ...], Choices("When it can be done", options=WHEN, hint="Choose none if any time will do.")] = ()
    promised: Annotated[float, Hours("Hours you have promised", per="week", hint="These come first, whatever they pay.", more=True)] = 0.0
    swing: Annotated[
        float,
        Rate(
            "Its months vary by",
            hint="How far a typical month is from the average. 20% is steady, 60% is wild. A guess will do.",
            le=3,
            more=True,
        ),
    ] = 0.3

    def offer(self) -> Offer:
        """The gig as the sharing of hours sees it."""
        return Offer(parts_of(self.when), self.pay, self.good, self.later, self.promised, self.most)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A week's open hours and the gigs that want them."""

    morning: Annotated[float, Hours("Free in the mornings", per="week", hint="6 to 12, all seven days.", le=42)] = 3.0
    afternoon: Annotated[float, Hours("In the afternoons", per="week", hint="12 to 18.", le=42)] = 3.0
    evening: Annotated[float, Hours("In the evenings", per="week", hint="18 to 24.", le=42)] = 8.0
    night: Annotated[float, Hours("At night", per="week", hint="0 to 6.", le=42)] = 0.0
    most: Annotated[float, Hours("Hours for gigs in all, at most", per="week")] = 12.0
    least_pay: Annotated[
        float,
        Money(
            "The least an hour must leave you",
            per="hour",
            hint="Below this you would rather have the hour free: rest, family and sleep are worth something.",
            le=10_000,
        ),
    ] = 10.0
    together: Annotated[
        float,
        Rate(
            "How closely good and bad months coincide",
            hint="Two delivery apps share their customers: near 100%. Lessons and a parking space: near 0%.",
        ),
    ] = 0.3
    gigs: Annotated[tuple[Gig, ...], Rows("Your gigs", of=Gig, item="gig", title="name", maximum=12)] = (
        Gig(name="Lessons", pay=24.0, good=4.0, later=16.0, most=8.0, when=("afternoon", "evening"), swing=0.25),
        Gig(name="Meal delivery", pay=13.0, good=6.0, later=10.5, most=20.0, when=("afternoon", "evening"), swing=0.2),
        Gig(name="Dog walks", pay=17.0, good=3.0, later=12.0, most=6.0, when=("morning", "evening"), swing=0.35),
    )


def gigs_are_sound(inputs: Inputs) -> Iterator[FieldError]:
    """Later hours pay no better, promised ones fit."""
    for index, gig in enumerate(inputs.gigs):
        if gig.later > gig.pay:
            message = f"Later hours cannot leave more than the first ones, {Money().write(gig.pay)}. Put the better pay first."
            yield FieldError(f"gigs.{index}.later", "order", message)
        if gig.promised > gig.most:
            yield FieldError(
                f"gigs.{index}.promised", "order", f"That is more than the most you would do, {Hours().write(gig.most)} hours."
            )
    hours = (inputs.morning, inputs.afternoon, inputs.evening, inputs.night)
    if overbooked([gig.offer() for gig in inputs.gigs], ceilings(hours, inputs.most)):
        yield FieldError(
            "gigs", "overbooked", "The hours that you have promised do not fit into the hours that you have open. Take some back."
        )
