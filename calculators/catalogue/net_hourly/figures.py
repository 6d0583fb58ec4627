"""From a week's pay to what each hour leaves, before and after tax."""

from ...engine.fields import Hours, Money, Number, Proportion
from ...engine.figures import figure
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_YEAR


@figure("All hours", unit=Hours(per="week"))
def hours_all(paid_hours: float, waiting_hours: float, travel_hours: float, admin_hours: float) -> float:
    """All hours that the gig takes, paid or not."""
    return paid_hours + waiting_hours + travel_hours + admin_hours


@figure("All miles", unit=Number(unit="miles", per="week"))
def miles_all(paid_miles: float, empty_miles: float) -> float:
    """All miles, because unpaid miles cost as much as paid ones."""
    return paid_miles + empty_miles


@figure("Pay and tips", unit=Money(per="week"))
def takings(gross: float, tips: float) -> float:
    """Everything that comes in for the week."""
    return gross + tips


@figure("Platform fees", unit=Money(per="week"), tone="loss")
def fees(gross: float, fee: float) -> float:
    """What the platform still takes from the pay. Nothing is taken from tips."""
    return gross * fee


@figure("Fuel or charge", unit=Money(per="mile"))
def fuel_mile(energy_price: float, distance: float) -> float:
    """The fuel or charge that a mile uses."""
    return energy_price / distance


@figure("Real cost of a mile", unit=Money(per="mile"))
def cost_mile(fuel_mile: float, wear: float, lost_value: float) -> float:
    """Fuel, wear and lost value: the cost of one more mile."""
    return fuel_mile + wear + lost_value


@figure("The car", unit=Money(per="week"), tone="loss")
def car_cost(cost_mile: float, miles_all: float, insurance: float) -> float:
    """All miles at their real cost, plus the week's share of the extra insurance."""
    return cost_mile * miles_all + insurance * MONTHS_PER_YEAR / WEEKS_PER_YEAR


@figure("The week leaves, before tax", unit=Money(per="week"), tone="gain")
def net_week(takings: float, fees: float, car_cost: float, other_costs: float) -> float:
    """What came in, minus all costs."""
    return takings - fees - car_cost - other_costs


@figure("Deducted for tax", unit=Money(per="week"))
def deduction(deduct: str, miles_all: float, commute_miles: float, mileage_rate: float, car_cost: float) -> float:
    """What the tax office lets you deduct for the car. It can be more or less than the car costs. The way there and home doesn't count."""
    if deduct == "mileage":
        return max(0, miles_all - commute_miles) * mileage_rate
    return car_cost if deduct == "actual" else 0.0


@figure("Profit that is taxed", unit=Money(per="week"))
def taxed(takings: float, fees: float, other_costs: float, deduction: float) -> float:
    """Pay and tips, minus fees, other costs and the car deduction; never below zero."""
    return max(0, takings - fees - other_costs - deduction)


@figure("Tax", unit=Money(per="week"), tone="loss")
def tax(taxed: float, tax_rate: float) -> float:
    """Your rate on that profit."""
    return taxed * tax_rate


@figure("The week leaves, after tax", unit=Money(per="week"), tone="gain")
def kept_week(net_week: float, tax: float) -> float:
    """What the week adds to what you have."""
    return net_week - tax


@figure("What the paid hours seem to pay", unit=Money(per="hour"))
def seems(takings: float, paid_hours: float) -> float | None:
    """Pay and tips divided by paid hours only: the number that ads use."""
    return takings / paid_hours if paid_hours > 0 else None


@figure("Before tax", unit=Money(per="hour"), tone="gain")
def net_hour(net_week: float, hours_all: float) -> float | None:
    """What is left of the week, divided by all of its hours."""
    return net_week / hours_all if hours_all > 0 else None


@figure("An hour really pays", unit=Money(per="hour"), tone="gain")
def kept_hour(kept_week: float, hours_all: float) -> float | None:
    """What is left after fees, the car, all other costs and tax, divided by all hours, paid or not."""
    return kept_week / hours_all if hours_all > 0 else None


@figure("Without the tips", unit=Money(per="hour"))
def kept_hour_no_tips(kept_week: float, tips: float, tax_rate: float, taxed: float, hours_all: float) -> float | None:
    """The same hour without tips and without the tax on them."""
    return (kept_week - tips + tax_rate * min(tips, taxed)) / hours_all if hours_all > 0 else None


@figure("Unpaid hours", unit=Proportion())
def unpaid_share(hours_all: float, paid_hours: float) -> float | None:
    """The share of all hours that are unpaid."""
    return (hours_all - paid_hours) / hours_all if hours_all > 0 else None


@figure("Deducted beyond what the car costs", unit=Money(per="week"))
def paper_cost(deduction: float, car_cost: float) -> float:
    """Above zero, the deduction exceeds the car's real cost, and the difference is not money spent. Below zero, it falls short."""
    return deduction - car_cost
