"""Sentences that an outcome in Canada may call for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ...engine import parameters as dated
from ...engine.calculator import Outcome
from ...engine.money import write_money
from ..years import CA
from .place import QUEBEC, sources

REDUCED = {"nb": "New Brunswick", "nl": "Newfoundland and Labrador", "ns": "Nova Scotia", "pe": "Prince Edward Island"}
"""Provinces with a low-income reduction that rests on the household, which we do not ask about."""


WITHOUT_TAX = "Put in your receipts without the tax that you pass on."


def gst(inputs: Any) -> dated.Value:
    """The small supplier limit of GST/HST in the inputs' tax year."""
    return dated.as_of("ca/notices.small_supplier", CA(inputs))


def cites(inputs: Any, day: date) -> Iterable[dated.Value]:
    """The province's own values, and the limit that a note speaks of."""
    return (*sources(inputs, day), gst(inputs))


def gst_note(outcome: Outcome) -> str:
    """When the gig has to register for GST/HST."""
    limit = gst(outcome.inputs).value
    also = " Quebec's sales tax goes with it." if outcome["province"] == QUEBEC else ""
    if outcome["ca_rides"] == "yes" and outcome["gross_receipts"] > 0:
        return f"Driving passengers needs GST/HST registration from the first dollar.{also} {WITHOUT_TAX}"
    if outcome["gross_receipts"] > limit:
        return (
            f"With more than {write_money(limit, 0)} of receipts within a year you are no small supplier any more and have to register "
            f"for GST/HST.{also} {WITHOUT_TAX}"
        )
    return ""


def loss_note(outcome: Outcome) -> str:
    """A loss is no income, and no relief is counted for it."""
    if outcome["net_profit"] >= 0:
        return ""
    return "The gig loses money, so it adds no tax; a loss may come off other income, but we count none of that."


def aside_note(outcome: Outcome) -> str:
    """Nobody withholds from a gig."""
    if outcome["extra_tax"] <= 0:
        return ""
    return "Nobody takes this from the gig's money as it comes in: set it aside."


def reduction_note(outcome: Outcome) -> str:
    """Reductions that rest on the household."""
    name = REDUCED.get(outcome["province"])
    if name is None or outcome["provincial_income"] > 60_000:
        return ""
    return f"{name} takes some tax off small family incomes. That depends on your household, so it is not counted: your tax may be lower."


def quebec_note(outcome: Outcome) -> str:
    """What Quebec may ask beside."""
    if outcome["province"] != QUEBEC:
        return ""
    return "The premium for Quebec's public drug plan is not counted; you may owe it if no private plan covers you."


def left_out_note(_: Outcome) -> str:
    """What the sums leave out."""
    return (
        "Counted for a resident aged 18 to 64 without a spouse or children to claim. Not counted: RRSP and other deductions, "
        "other credits, benefits that shrink as income grows. One job with even pay is assumed."
    )


NOTES = (gst_note, aside_note, loss_note, reduction_note, quebec_note, left_out_note)
