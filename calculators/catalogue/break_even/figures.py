"""When a purchase pays for itself, how much use that takes, and what stopping early costs."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Count, Money, Months, Number, Proportion, Rate
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR

FLAT = 1e-12


@figure("Margin per unit", unit=Money(per="unit"))
def margin(unit_price: float, fee: float, unit_cost: float) -> float:
    """The price, minus the platform fee and the cost of the unit itself."""
    return unit_price - unit_price * fee - unit_cost


@figure("Units sold", unit=Number(unit="units", per="month"))
def sold(units: float, utilization: float) -> float:
    """In a usual month."""
    return units * utilization


@figure("It earns", unit=Money(per="month"), tone="gain")
def earns(margin: float, sold: float, fixed: float) -> float:
    """What the units leave, minus fixed costs. The loan is not included."""
    return margin * sold - fixed


@figure("Interest in a month", unit=Rate(per="month"), step=True)
def interest_month(loan_rate: float) -> float:
    """A twelfth of the yearly rate, which is how lenders count."""
    return loan_rate / MONTHS_PER_YEAR


@figure("Loan payment", unit=Money(per="month"), tone="loss")
def payment(loan: float, interest_month: float, loan_months: int) -> float:
    """The constant payment that pays off the loan on time: L·i ÷ (1 − (1 + i)⁻ⁿ), or L ÷ n without interest."""
    if interest_month < FLAT:
        return loan / loan_months
    return loan * interest_month / (1 - (1 + interest_month) ** -loan_months)


@figure("Loan left after each month", unit=Money(), step=True)
def owed(loan: float, interest_month: float, payment: float, loan_months: int, life: int) -> tuple[float, ...]:
    """The balance after each payment."""
    left, balances = loan, [loan]
    for month in range(1, life + 1):
        left = max(0.0, left * (1 + interest_month) - payment) if month < loan_months else 0.0
        balances.append(left)
    return tuple(balances)


@dataclass(frozen=True)
class Month:
    """The balance after a number of months: cash so far, and the same if the thing were sold and the loan paid off."""

    month: Annotated[int, Count("Month")]
    cash: Annotated[float, Money("Cash so far", dollars=True)]
    sold_off: Annotated[float, Money("If you sold it then", dollars=True)]


@figure("Total interest", unit=Money(), tone="loss")
def interest(payment: float, loan_months: int, life: int, owed: tuple[float, ...], loan: float) -> float:
    """Everything that the lender receives, minus the loan. A loan that outlasts the purchase is paid off when you sell it."""
    return max(0, payment * min(loan_months, life) + owed[life] - loan)


@figure("Your own money", unit=Money())
def own(price: float, loan: float) -> float:
    """What you pay on the first day."""
    return price - loan


@figure("Pays for itself after", unit=Months())
def payback(own: float, earns: float, payment: float, loan_months: int, life: int) -> float | None:
    """Months until it has earned back all of your own money, after loan payments, without selling it.

    While the loan lasts, the payment reduces what it earns. A purchase not paid back by the end of the loan has made all payments. A dash
    means not within its life.
    """
    if own + payment == 0:
        return 0.0
    if earns <= 0:
        return None
    early = own / (earns - payment) if earns > payment else loan_months + 1
    months = early if early <= loan_months else (own + payment * loan_months) / earns
    return months if months <= life else None


@figure("Share sold to break even", unit=Proportion())
def break_even_use(price: float, resale: float, interest: float, fixed: float, life: int, margin: float, units: float) -> float | None:
    """The share of units that must sell for it to break even over its life. Above 100%, it cannot. A dash means that no share is enough."""
    return (price - resale + interest + fixed * life) / (margin * units * life) if margin * units > 0 else None


@figure("Net over its life", unit=Money(dollars=True), tone="gain")
def life_net(earns: float, life: int, price: float, resale: float, interest: float) -> float:
    """Everything that it earns, plus its value at the end, minus the price and the interest."""
    return earns * life + resale - price - interest


@figure("Net per month of its life", unit=Money(per="month"))
def life_month(life_net: float, life: int) -> float:
    """The same amount, divided by the months of its life."""
    return life_net / life


@figure("Worth after each month", unit=Money(), step=True)
def worth(price: float, drop: float, resale: float, life: int) -> tuple[float, ...]:
    """It loses a share on the first day, and then declines evenly to its value at the end."""
    first = max(resale, price * (1 - drop))
    return tuple(first - (first - resale) * month / life for month in range(life + 1))


@figure("Month by month", table=Month)
def course(
    own: float, earns: float, payment: float, loan_months: int, life: int, worth: tuple[float, ...], owed: tuple[float, ...]
) -> tuple[Month, ...]:
    """Earnings come in and loan payments go out. Selling adds the resale value and pays off the loan."""
    months = []
    for month in range(life + 1):
        cash = earns * month - own - payment * min(month, loan_months)
        months.append(Month(month, cash, cash + worth[month] - owed[month]))
    return tuple(months)


@figure("If you stop then", unit=Money(dollars=True))
def stop_net(course: tuple[Month, ...], stop: int) -> float:
    """What is left when you sell it and pay off the loan. Below zero, this is what it cost you."""
    return course[stop].sold_off


@figure("Stopping at the worst time costs", unit=Money(dollars=True), tone="loss")
def deepest(course: tuple[Month, ...]) -> float:
    """The loss if you sell it in the worst month of all, with your usual sales until then. With fewer sales, the loss is larger."""
    return max(0.0, -min(month.sold_off for month in course))


@figure("You can stop without a loss after", unit=Months())
def safe_after(course: tuple[Month, ...]) -> float | None:
    """The first month from which stopping no longer costs you anything. A dash means that there is none."""
    for month in reversed(course):
        if month.sold_off < -0.005:
            return float(month.month + 1) if month.month + 1 < len(course) else None
    return 0.0
