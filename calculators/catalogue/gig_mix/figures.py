"""The best allocation of hours, what it brings in, how much it varies, and the value of another hour."""

import math

from ...engine.fields import Hours, Money, Number, Proportion, Text
from ...engine.figures import figure
from ...shared.periods import WEEKS_PER_MONTH
from .hours import Offer, ceilings, share_out
from .inputs import Gig


@figure("Gig", unit=Text(), each="gigs")
def gig_name(name: str) -> str:
    """Your name for the gig."""
    return name or "A gig"


@figure("The gigs as offers of hours", unit=Text(), step=True)
def offers(gigs: tuple[Gig, ...]) -> tuple[Offer, ...]:
    """What each gig pays, and when it can be done."""
    return tuple(gig.offer() for gig in gigs)


@figure("Open hours by part of the day", unit=Hours(), step=True)
def open_hours(morning: float, afternoon: float, evening: float, night: float) -> tuple[float, ...]:
    """Mornings, afternoons, evenings, nights."""
    return (morning, afternoon, evening, night)


@figure("What fits together", unit=Hours(), step=True)
def ceiling(open_hours: tuple[float, ...], most: float) -> tuple[float, ...]:
    """The hours in every set of parts of the day."""
    return ceilings(open_hours, most)


@figure("Hours", unit=Hours(per="week"), column="gigs")
def hours(offers: tuple[Offer, ...], ceiling: tuple[float, ...], least_pay: float) -> tuple[float, ...]:
    """The best-paid hours first, as far as they fit, and none below your floor."""
    return share_out(offers, ceiling, least_pay)


@figure("Brings in", unit=Money(per="week"), column="gigs", tone="gain")
def income(offers: tuple[Offer, ...], hours: tuple[float, ...]) -> tuple[float, ...]:
    """What these hours leave in a week."""
    return tuple(offer.income(each) for offer, each in zip(offers, hours, strict=True))


@figure("The mix brings in", unit=Money(per="week"), tone="gain")
def total(income: tuple[float, ...]) -> float:
    """All gigs together, in a usual week."""
    return sum(income)


@figure("Share of the total", unit=Proportion(), each="gigs")
def share(income: float, total: float) -> float | None:
    """The gig's share of the mix's income."""
    return income / total if total > 0 else None


@figure("If all hours went here", unit=Money(per="week"), column="gigs")
def alone(offers: tuple[Offer, ...], ceiling: tuple[float, ...], least_pay: float) -> tuple[float, ...]:
    """What the week would bring in if this were the only gig."""
    return tuple(offer.income(share_out((offer,), ceiling, least_pay)[0]) for offer in offers)


@figure("The mix brings in, per month", unit=Money(per="month", dollars=True), tone="gain")
def total_month(total: float) -> float:
    """Fifty-two weeks, divided by twelve months."""
    return total * WEEKS_PER_MONTH


@figure("Hours used", unit=Hours(per="week"))
def hours_used(hours: tuple[float, ...]) -> float:
    """All gigs together."""
    return sum(hours)


@figure("Hours left free", unit=Hours(per="week"))
def hours_left(ceiling: tuple[float, ...], hours_used: float) -> float:
    """Hours that you offer, but that no gig pays well enough for."""
    return max(0, ceiling[-1] - hours_used)


@figure("An hour of the mix leaves", unit=Money(per="hour"))
def per_hour(total: float, hours_used: float) -> float | None:
    """On average, over all of its hours."""
    return total / hours_used if hours_used > 0 else None


@figure("One more hour there is worth", unit=Money(per="week"), column="parts", tone="gain")
def next_by_part(
    offers: tuple[Offer, ...], open_hours: tuple[float, ...], most: float, least_pay: float, total: float
) -> tuple[float, ...]:
    """How much more the best mix would bring in with one more hour in this part of the day."""
    gains = []
    for at in range(len(open_hours)):
        longer = ceilings([each + (part == at) for part, each in enumerate(open_hours)], most + 1)
        taken = share_out(offers, longer, least_pay)
        gains.append(max(0.0, sum(offer.income(each) for offer, each in zip(offers, taken, strict=True)) - total))
    return tuple(gains)


@figure("The next hour is worth, at best", unit=Money(per="week"))
def next_hour(next_by_part: tuple[float, ...]) -> float:
    """One more hour in the part of the day where it brings in the most. At zero, more hours would not pay above your floor."""
    return max(next_by_part)


@figure("The best single gig", unit=Money(per="week"))
def best_alone(alone: tuple[float, ...]) -> float:
    """All hours in the single gig that brings in the most by itself."""
    return max(alone, default=0.0)


@figure("The mix adds", unit=Money(per="week"), tone="gain")
def mix_adds(total: float, best_alone: float) -> float:
    """What several gigs bring in beyond the best single one. It is below zero only if promised hours pay badly."""
    return total - best_alone


@figure("Concentration (HHI)", unit=Number())
def concentration(income: tuple[float, ...], total: float) -> float | None:
    """The sum of the squared shares of income. 1 means a single source; one half is like two equal gigs."""
    return sum((each / total) ** 2 for each in income) if total > 0 else None


@figure("Equivalent equal gigs", unit=Number())
def equal_gigs(concentration: float | None) -> float | None:
    """One divided by the concentration: the number of equal gigs with the same spread of income."""
    return 1 / concentration if concentration else None


@figure("Months of the mix vary by", unit=Proportion())
def swing_mix(gigs: tuple[Gig, ...], income: tuple[float, ...], total: float, together: float) -> float | None:
    """The typical distance of a month from the mean. Variances add up, and more so the more good and bad months coincide."""
    if total <= 0:
        return None
    spread = [gig.swing * each for gig, each in zip(gigs, income, strict=True)]
    own = sum(each * each for each in spread)
    return math.sqrt(own + together * (sum(spread) ** 2 - own)) / total


@figure("Months of the best single gig vary by", unit=Proportion())
def swing_alone(gigs: tuple[Gig, ...], alone: tuple[float, ...]) -> float | None:
    """The same distance if all hours went to the best single gig."""
    return gigs[alone.index(max(alone))].swing if max(alone, default=0) > 0 else None
