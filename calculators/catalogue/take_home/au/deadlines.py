"""When the bill of the return and the first PAYG instalments are due in Australia."""

from collections.abc import Mapping, Sequence
from datetime import date

from ....engine.fields import Text
from ....engine.figures import figure
from ..deadlines import Due, after, in_order, working_day

QUARTERS = 4


@figure("Payments and their days", unit=Text(), step=True)
def due_payments(
    tax_year: str,
    gross_receipts: float,
    extra_tax: float,
    extra_loan: float,
    instalment_limits: Mapping[str, float],
    payment_days: Mapping[str, Sequence[str]],
) -> tuple[Due, ...]:
    """The bill by 21 November, if you lodge the return yourself; then the instalments that the ATO asks for once it has assessed it.

    It asks if the gig took in $4,000 or more, and the tax is not small. By then a quarter of the year has passed.
    """
    bill = working_day(after(date(int(tax_year) + 1, 6, 30), payment_days["bill"][0]))
    owed = max(0.0, extra_tax) + max(0.0, extra_loan)
    loan = " and study loan" if extra_loan > 0 else ""
    has_instalments = gross_receipts >= instalment_limits["receipts"] and extra_tax >= instalment_limits["tax"]
    days = [working_day(after(bill, day)) for day in payment_days["instalments"]] if has_instalments else []
    instalments = [Due(day, "PAYG instalment for the next year, if you earn the same again", owed / QUARTERS) for day in days]
    return in_order([Due(bill, f"Tax bill{loan}", owed), *instalments])
