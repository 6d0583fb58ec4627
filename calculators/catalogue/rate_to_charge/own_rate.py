"""The rate with one tax rate of the reader's own: from what is kept up to the price, and from a price down to what is kept."""

from ...engine.fields import Money
from ...engine.figures import figure


@figure("Profit before tax", unit=Money(per="year", dollars=True))
def profit(keep: float, tax_rate: float) -> float:
    """The profit that leaves what you want to keep after tax."""
    return keep / (1 - tax_rate)


@figure("Tax", unit=Money(per="year", dollars=True), tone="loss")
def tax_due(profit: float, tax_rate: float) -> float:
    """Set this aside as it comes in."""
    return profit * tax_rate


@figure("Clients must pay", unit=Money(per="year", dollars=True))
def gross(profit: float, costs: float, fee: float) -> float:
    """Profit plus costs, plus what the platform keeps of the price."""
    return (profit + costs) / (1 - fee)


@figure("You keep at your current rate", unit=Money(per="year", dollars=True))
def kept_now(now: float, billed_hours: float, fee: float, costs: float, tax_rate: float) -> float:
    """Price times paid hours, minus fees, costs and tax. A loss is not taxed."""
    left = now * billed_hours * (1 - fee) - costs
    return left * (1 - tax_rate) if left > 0 else left
