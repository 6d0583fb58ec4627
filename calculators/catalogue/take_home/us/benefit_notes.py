"""Notes on benefits in the United States: what is lost at a limit, what is refused and why, and where to ask free of charge."""

from __future__ import annotations

from collections.abc import Iterable

from ....engine import parameters as dated
from ....engine.calculator import Outcome
from ....engine.fields import Money
from ..inputs import Inputs
from ..years import US, year_end
from . import benefits, gig, self_employment, snap, totals
from .states.places import NAMES, OWN_RATE

write = Money(dollars=True).write

NOT_WIDENED = frozenset({"al", "fl", "ga", "ks", "ms", "sc", "tn", "tx", "wi", "wy"})
"""States that have not widened Medicaid to adults up to 138% of the guideline (see the source cfr-42-435-119)."""

ASK = "A navigator helps free of charge: LocalHelp.HealthCare.gov."


def cites(inputs: Inputs) -> Iterable[dated.Value]:
    """The guidelines, and SNAP's values, if they are used."""
    day = US(inputs)
    if inputs.benchmark_premium > 0:
        yield dated.as_of("us/benefits.poverty_guideline", year_end(day.year - 1))
    if snap.is_counted(inputs.gets_snap, inputs.rent):
        for value in dict.fromkeys(value.name for values in snap.cited(inputs.tax_year, inputs.state) for value in values):
            yield dated.as_of(value, day)


def _limit(outcome: Outcome[Inputs]) -> float:
    """The highest income with a premium tax credit; infinite where there is none."""
    table = dated.as_of("us/benefits.contribution_table", US(outcome.inputs)).value
    return float(outcome[benefits.credit_guideline] * table[-1].get("upto", float("inf")) / 100)


def credit_cliff_warning(outcome: Outcome[Inputs]) -> str:
    """Income is above the limit of the premium tax credit."""
    limit, income = _limit(outcome), outcome[benefits.credit_income]
    if outcome.inputs.benchmark_premium == 0 or outcome.inputs.filing_status == "separate" or income <= limit:
        return ""
    over = write(max(1.0, income - limit))
    return (
        f"Your income is {over} above {write(limit)}, the most with which a household of your size gets any premium tax credit for "
        f"{outcome.inputs.tax_year}. Above it, all of the credit is gone, and what was paid in advance has to be paid back. "
        "What you put into a retirement plan or pay for health insurance lowers this income."
    )


def credit_refused_note(outcome: Outcome[Inputs]) -> str:
    """The household gets no premium tax credit by the credit's own rules."""
    if outcome.inputs.benchmark_premium == 0:
        return ""
    if outcome.inputs.filing_status == "separate":
        return "Married people who file separately usually get no premium tax credit (section 36B(c)(1)(C)), so none is counted."
    least = outcome[benefits.credit_guideline]
    if outcome[benefits.credit_income] < least:
        return (
            f"Below {write(least)}, the poverty guideline for your household, there is usually no premium tax credit, so none is counted. "
            f"You may get Medicaid instead. {ASK}"
        )
    return ""


def medicaid_warning(outcome: Outcome[Inputs]) -> str:
    """The gig takes a household that asked about insurance across the limit of Medicaid, or it is below that limit."""
    inputs = outcome.inputs
    if inputs.state in {*NOT_WIDENED, OWN_RATE} or not (inputs.benchmark_premium > 0 or outcome[snap.snap_counted]):
        return ""
    share = dated.as_of("us/benefits.medicaid_limit", US(inputs)).value
    limit = share * benefits.guideline_of(int(inputs.tax_year), inputs.state, outcome[benefits.tax_family])
    income = outcome[benefits.credit_income]
    profit = max(0.0, outcome[gig.net_profit]) + outcome[gig.rental_profit] - outcome[self_employment.deductible_half]
    if income - profit > limit:
        return ""
    place = f"In {NAMES[inputs.state]}, adults get Medicaid up to about {write(limit)} for a household of your size"
    children = "Children may keep it longer."
    if income > limit:
        return f"{place}. With the gig you are above it. What Medicaid is worth to you is not counted here. {children} {ASK}"
    return f"{place}. You are below it, and whoever can get Medicaid gets no premium tax credit. {children} {ASK}"


def insurance_note(outcome: Outcome[Inputs]) -> str:
    """What the premium tax credit assumes."""
    if outcome[benefits.premium_credit] == 0 and outcome[totals.benefits_without_gig] == 0:
        return ""
    if outcome.inputs.benchmark_premium == 0:
        return ""
    return (
        "The premium tax credit is for twelve months of insurance, for a plan that costs at least the credit. If you deduct premiums as "
        "self-employed, enter what you pay after the credit. Tell the marketplace when your income changes, so that you need not pay back."
    )


def snap_note(outcome: Outcome[Inputs]) -> str:
    """What SNAP assumes, and what is left out."""
    inputs = outcome.inputs
    if not outcome[snap.snap_counted]:
        return ""
    estimated = (
        "SNAP is estimated as if each month had a twelfth of the year's income, for everyone on your tax return. It leaves out savings "
        "limits, work rules, medical costs and child support."
    )
    decides = "Your state decides, and may pay a larger smallest benefit. Ask its SNAP office or call 211, free of charge."
    parts = [estimated, decides]
    if inputs.state == OWN_RATE:
        parts.insert(1, "Choose your state: without it, no allowance for utilities and no state's own limit of income is counted.")
    if any(value.status == "projected" for values in snap.cited(inputs.tax_year, inputs.state) for value in values):
        parts.append("For October to December, last year's utility allowances stand in.")
    if inputs.state in {"ny", "ak"}:
        parts.append(f"{NAMES[inputs.state]} has several utility allowances; the lowest is used.")
    return " ".join(parts)


def housing_note(outcome: Outcome[Inputs]) -> str:
    """Housing help is not counted."""
    if not (outcome[snap.snap_counted] or outcome.inputs.benchmark_premium > 0):
        return ""
    return (
        "Help with rent, such as a voucher, is not counted. There, rent usually rises by 30 cents for each dollar of income after "
        "deductions (42 U.S. Code 1437a(a)(1)). Your housing authority tells you when you have to report the gig."
    )


WARNINGS = (credit_cliff_warning, medicaid_warning)
NOTES = (credit_refused_note, insurance_note, snap_note, housing_note)
