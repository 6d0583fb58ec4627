"""Sentences that an outcome in Australia may call for."""

from __future__ import annotations

from datetime import date
from typing import Any

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.money import write_money, write_number
from ..years import AU


def gst(inputs: Any, _: date) -> tuple[dated.Value]:
    """The turnover from which GST registration is due, cited."""
    return (dated.as_of("au/notices.gst_threshold", AU(inputs)),)


def gst_note(outcome: Outcome) -> str:
    """When the gig has to register for GST."""
    threshold = gst(outcome.inputs, outcome.day)[0].value
    if outcome["au_rides"] == "yes" and outcome["gross_receipts"] > 0:
        return "Driving passengers needs GST registration from the first dollar. Put in your receipts without the GST that you pass on."
    if outcome["gross_receipts"] >= threshold:
        return (
            f"With {write_money(threshold, 0)} or more of receipts a year you have to register for GST. "
            "Put in your receipts without the GST that you pass on."
        )
    return ""


def instalment_note(outcome: Outcome) -> str:
    """Tax on the gig is asked for during the following year."""
    if outcome["extra_tax"] <= 0:
        return ""
    return (
        "Nobody takes tax from the gig's money as it comes in: set it aside. "
        "After your first such return the ATO may ask for it by the quarter (PAYG instalments)."
    )


def loss_note(outcome: Outcome) -> str:
    """A loss is no income, and no relief is counted for it."""
    return "The gig loses money, so it adds no tax; we count no relief for the loss." if outcome["net_profit"] < 0 else ""


def kilometres_note(outcome: Outcome) -> str:
    """The flat rate ends at a limit."""
    limit = dated.as_of("au/notices.km_limit", AU(outcome.inputs)).value
    if outcome["au_km"] <= limit:
        return ""
    return f"The flat rate covers {write_number(limit)} km a car. For more, a logbook of real costs may serve you better."


def levy_note(outcome: Outcome) -> str:
    """Which year's threshold the Medicare levy rests on, where it could change what is due."""
    if outcome["tax_year"] != "2026" or outcome["taxable_income"] > 45_000:
        return ""
    return "The Medicare levy's threshold for 2026-27 is usually set in the following May's Budget; until then we use the one of 2025-26."


def pension_note(outcome: Outcome) -> str:
    """How pensions and other income are taxed."""
    if outcome["other_income"] <= 0:
        return ""
    return (
        "Pensions and other income are taxed like pay. Most super paid from age 60 on is tax-free: leave it out. The seniors and "
        "pensioners offset may make the tax lower; a gig may lower an Age Pension. We count neither."
    )


def left_out_note(_: Outcome) -> str:
    """What the sums leave out."""
    return (
        "Counted for a resident adult without a spouse. Not counted: other deductions (from 2026-27 also the standard one for "
        "a job's expenses), the Medicare levy surcharge, family and seniors' offsets, super, benefits."
    )


NOTES = (gst_note, instalment_note, loss_note, kilometres_note, levy_note, pension_note, left_out_note)
