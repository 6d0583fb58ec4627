"""Contributions in Canada on pay and on profit: the pension plan, Employment Insurance and, in Quebec, parental insurance.

The employee's share of the pension contribution is withheld from pay. Self-employed people pay both shares, on what the job leaves of
the year's ceilings (Schedule 8 of the return).
"""

from ....engine.fields import Money, Rate
from ....engine.figures import figure
from .place import QUEBEC

DOLLARS = Money(per="year", dollars=True)

CHOICE_FROM, LAST, LAST_QUEBEC = 65, 69, 72
"""Ages: from the first one can choose to contribute no more; after the second nobody contributes (in Quebec, the third)."""


def has_stopped(province: str, age: int, stopped: str) -> bool:
    """Whether no more pension contributions are due (Canada Pension Plan, section 12; in Quebec, its own plan)."""
    return age > (LAST_QUEBEC if province == QUEBEC else LAST) or (stopped == "yes" and age >= CHOICE_FROM)


@figure("Net profit", unit=DOLLARS, tone="gain")
def net_profit(gross_receipts: float, expenses: float) -> float:
    """Receipts minus costs, before tax. Below zero, the gig loses money."""
    return gross_receipts - expenses


@figure("Profit that is taxed", unit=DOLLARS)
def taxed_profit(net_profit: float) -> float:
    """A profit counts in full. A loss may reduce other income; to be cautious, we do not count it."""
    return max(0, net_profit)


@figure("Pension plan, base rate", unit=Rate(), step=True)
def pension_base_rate(province: str, cpp_base_rate: float, qpp_base_rate: float) -> float:
    """The Canada Pension Plan's rate; in Quebec, the Quebec Pension Plan's."""
    return qpp_base_rate if province == QUEBEC else cpp_base_rate


@figure("Pay for the pension plan", unit=DOLLARS)
def pension_wages(province: str, age: int, ca_pension_stopped: str, wages: float) -> float:
    """Your pay. It is 0 once no more contributions are due."""
    return 0.0 if has_stopped(province, age, ca_pension_stopped) else wages


@figure("Profit for the pension plan", unit=DOLLARS)
def pension_profits(province: str, age: int, ca_pension_stopped: str, taxed_profit: float) -> float:
    """Your profit. It is 0 from age 70 (in Quebec 73), and from 65 if you have chosen to stop contributing."""
    return 0.0 if has_stopped(province, age, ca_pension_stopped) else taxed_profit


@figure("Pensionable pay", unit=DOLLARS)
def pensionable_pay(pension_wages: float, pension_ceiling: float, pension_exemption: float) -> float:
    """Pay between the yearly exemption and the first ceiling."""
    return max(0, min(pension_wages, pension_ceiling) - pension_exemption)


@figure("Pay between the two ceilings", unit=DOLLARS)
def second_pay(pension_wages: float, second_ceiling: float, pension_ceiling: float) -> float:
    """The second additional contribution is due on this part only."""
    return max(0, min(pension_wages, second_ceiling) - pension_ceiling)


@figure("Pensionable profit", unit=DOLLARS)
def pensionable_profit(
    pension_wages: float, pension_profits: float, pension_ceiling: float, pension_exemption: float, pensionable_pay: float
) -> float:
    """The part of pay and profit together that counts, minus the part of pay that counts already."""
    return max(0, min(pension_wages + pension_profits, pension_ceiling) - pension_exemption) - pensionable_pay


@figure("Profit between the two ceilings", unit=DOLLARS)
def second_profit(pension_wages: float, pension_profits: float, second_ceiling: float, pension_ceiling: float, second_pay: float) -> float:
    """The base of the second additional contribution on profit."""
    return max(0, min(pension_wages + pension_profits, second_ceiling) - pension_ceiling) - second_pay


@figure("Pension plan on your pay (CPP or QPP)", unit=DOLLARS, tone="loss")
def pension_on_pay(
    pension_base_rate: float, pension_added_rate: float, pensionable_pay: float, pension_second_rate: float, second_pay: float
) -> float:
    """The employee's share; your employer pays the same amount on top."""
    return (pension_base_rate + pension_added_rate) * pensionable_pay + pension_second_rate * second_pay


@figure("Pension plan on your profit, both shares", unit=DOLLARS, tone="loss")
def pension_on_profit(
    pension_base_rate: float, pension_added_rate: float, pensionable_profit: float, pension_second_rate: float, second_profit: float
) -> float:
    """As your own employer you pay both shares: twice the employee's rates."""
    return 2 * (pension_base_rate + pension_added_rate) * pensionable_profit + 2 * pension_second_rate * second_profit


@figure("Employment Insurance on your pay", unit=DOLLARS, tone="loss")
def employment_insurance(
    province: str,
    wages: float,
    insurance_ceiling: float,
    insurance_rate: float,
    insurance_rate_quebec: float,
    insurance_refund_below: float,
) -> float:
    """On pay up to the ceiling, at a lower rate in Quebec. The return refunds what would leave less than $2,000 of pay.

    For profit it is optional, and not counted.
    """
    premium = min(wages, insurance_ceiling) * (insurance_rate_quebec if province == QUEBEC else insurance_rate)
    return min(premium, max(0, wages - insurance_refund_below))


@figure("Pay under parental insurance", unit=DOLLARS)
def insured_pay(province: str, wages: float, parental_ceiling: float) -> float:
    """In Quebec only: pay up to the ceiling."""
    return min(wages, parental_ceiling) if province == QUEBEC else 0


@figure("Profit under parental insurance", unit=DOLLARS)
def insured_profit(province: str, wages: float, taxed_profit: float, parental_ceiling: float) -> float:
    """In Quebec only: profit up to what pay leaves of the ceiling."""
    return max(0, min(wages + taxed_profit, parental_ceiling) - min(wages, parental_ceiling)) if province == QUEBEC else 0


@figure("Parental insurance (QPIP)", unit=DOLLARS, tone="loss")
def parental_insurance(
    insured_pay: float, insured_profit: float, parental_minimum: float, parental_rate: float, parental_rate_self: float
) -> float:
    """Quebec's plan, on pay and, at a higher rate, on profit; nothing if both together are below the minimum."""
    return parental_rate * insured_pay + parental_rate_self * insured_profit if insured_pay + insured_profit >= parental_minimum else 0


@figure("Health services fund", unit=DOLLARS, tone="loss")
def health_fund(
    province: str,
    other_income: float,
    taxed_profit: float,
    health_fund_from: float,
    health_fund_again: float,
    health_fund_rate: float,
    health_fund_first: float,
    health_fund_most: float,
) -> float:
    """Quebec's contribution on income other than pay: a share above a threshold, then flat, then rising again up to a limit."""
    if province != QUEBEC:
        return 0.0
    counted = other_income + taxed_profit
    first = min(health_fund_first, health_fund_rate * max(0.0, counted - health_fund_from))
    return min(health_fund_most, first + health_fund_rate * max(0.0, counted - health_fund_again))


@figure("Contributions", unit=DOLLARS, tone="loss")
def social_contributions(
    pension_on_pay: float, pension_on_profit: float, employment_insurance: float, parental_insurance: float, health_fund: float
) -> float:
    """The pension plan, Employment Insurance and Quebec's two contributions, on pay and profit."""
    return pension_on_pay + pension_on_profit + employment_insurance + parental_insurance + health_fund
