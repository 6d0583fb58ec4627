"""When the Self Assessment bill and the payments on account are due in the United Kingdom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from ....engine.fields import Money, Text
from ....engine.figures import figure
from .. import deadlines
from ..deadlines import Due, Payment, after, in_order
from .inputs import POUND


@dataclass(frozen=True)
class PoundPayment(Payment):
    """A row of the table, in pounds."""

    amount: Annotated[float, Money("Set aside", currency=POUND, dollars=True)]


@figure("Payments and their days", unit=Text(), step=True)
def due_payments(
    tax_year: str, assessment_bill: float, extra_loan: float, payment_on_account: float, payment_days: Mapping[str, str]
) -> tuple[Due, ...]:
    """The bill by 31 January after the tax year, with the first payment on account; the second one half a year later."""
    bill = after(date(int(tax_year) + 1, 4, 5), payment_days["bill"])
    loan = " and student loan" if extra_loan > 0 else ""
    return in_order(
        [
            Due(bill, f"Self Assessment bill{loan}", assessment_bill + max(0.0, extra_loan)),
            Due(bill, "First payment on account, for the next year", payment_on_account),
            Due(after(bill, payment_days["second_account"]), "Second payment on account, for the next year", payment_on_account),
        ]
    )


when_to_pay = replace(deadlines.when_to_pay, table=PoundPayment)
