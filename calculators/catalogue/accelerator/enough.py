"""Sentences on what would be enough for a goal that is never reached."""

import math

from ...engine.fields import Money, Months
from ...shared.periods import MONTHS_PER_YEAR
from .debts import Terms, least_budget, pay_off
from .saving import payment_for

DEBT_MONTHS = 60
"""Five years, the usual length of a repayment plan for credit cards."""
SAVING_MONTHS = 120
"""Ten years."""

whole = Money(dollars=True).write


def enough_for_debts(terms: Terms, method: str) -> str:
    """The least that ever pays the debts off, and what pays them off in five years. Both include the payments made now."""
    interest = sum(balance * rate / MONTHS_PER_YEAR for balance, rate, _ in terms)
    least, quick = least_budget(terms, method), least_budget(terms, method, DEBT_MONTHS)
    months = pay_off(terms, least - sum(payment for _, _, payment in terms), method).months or 0
    added = f"Interest adds {Money().write(interest)} in the first month. " if interest > 0 else ""
    at_least = f"{added}You have to pay at least {whole(least)} a month in all"
    if quick <= least:
        return f"{at_least}, which takes {Months().write(months)}."
    return f"{at_least}, which takes {Months().write(months)}; {whole(quick)} a month would do it in {Months().write(DEBT_MONTHS)}."


def enough_for_saving(goal: float, start: float, rate: float) -> str:
    """The monthly amount, including leverage, that reaches the goal in ten years."""
    needed = math.ceil(payment_for(goal, start, SAVING_MONTHS, rate))
    return f"To get there in {Months().write(SAVING_MONTHS)} it would take {whole(needed)} a month in all."
