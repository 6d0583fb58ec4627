"""From the gig's receipts to its net profit: Schedule C, and Schedule E for renting without services."""

from __future__ import annotations

from ....engine.fields import Money
from ....engine.figures import figure

DOLLARS = Money(per="year", dollars=True)
"""The unit of nearly every amount on a tax return."""


@figure("Standard mileage deduction", unit=DOLLARS)
def mileage_deduction(miles_before_july: float, miles_after_june: float, mileage_rate_january: float, mileage_rate_july: float) -> float:
    """Each gig mile counts at the standard rate of the half-year in which it was driven (Schedule C, line 9)."""
    return miles_before_july * mileage_rate_january + miles_after_june * mileage_rate_july


@figure("Car deduction", unit=DOLLARS)
def vehicle_deduction(vehicle_method: str, mileage_deduction: float, vehicle_costs: float) -> float:
    """Either the standard rate or the car's real costs, never both (Schedule C, line 9; Publication 463)."""
    return vehicle_costs if vehicle_method == "actual" else mileage_deduction


@figure("Rent that is taxed", unit=DOLLARS)
def taxed_rent(let_receipts: float, let_days: int, let_home: str, rent_free_days: float) -> float:
    """Rent for a home that you live in and rent out for fewer than 15 days is not taxed at all (section 280A(g); Publication 527)."""
    return 0.0 if let_home == "yes" and let_days < rent_free_days else let_receipts


@figure("Profit from renting with services", unit=DOLLARS)
def let_business_profit(taxed_rent: float, let_expenses: float, let_services: str, let_home: str) -> float:
    """Renting with hotel-like services is a business. It goes on Schedule C, and self-employment tax is due (section 1402(a)(1)).

    In a home that you live in, costs count only up to the rent (section 280A(c)(5)).
    """
    if let_services != "substantial" or taxed_rent <= 0:
        return 0.0
    return max(0.0, taxed_rent - let_expenses) if let_home == "yes" else taxed_rent - let_expenses


@figure("Rental profit", unit=DOLLARS)
def rental_profit(taxed_rent: float, let_expenses: float, let_services: str) -> float:
    """Renting without services goes on Schedule E: income tax is due, but no self-employment tax. We count no loss from it."""
    return max(0.0, taxed_rent - let_expenses) if let_services == "usual" else 0.0


@figure("Profit before the home office", unit=DOLLARS)
def profit_before_office(gross_receipts: float, expenses: float, vehicle_deduction: float, let_business_profit: float) -> float:
    """Receipts minus costs (Schedule C, line 29)."""
    return gross_receipts - expenses - vehicle_deduction + let_business_profit


@figure("Home office deduction", unit=DOLLARS)
def office_deduction(office_square_feet: float, office_rate: float, office_limit: float, profit_before_office: float) -> float:
    """The simplified method: a rate per square foot up to a limit, and never more than the profit (Rev. Proc. 2013-13)."""
    return min(min(office_square_feet, office_limit) * office_rate, max(0, profit_before_office))


@figure("Net profit", unit=DOLLARS, tone="gain")
def net_profit(profit_before_office: float, office_deduction: float) -> float:
    """What the gig earns for tax purposes (Schedule C, line 31). Below zero, it is a loss."""
    return profit_before_office - office_deduction
