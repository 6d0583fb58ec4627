"""Shares of income, how much depends on the largest source, and what losing each would mean."""

from ...engine.fields import Money, Months, Number, Proportion, Text
from ...engine.figures import figure
from .inputs import KINDS, Stream


@figure("Source", unit=Text(), each="streams")
def stream_name(name: str, kind: str) -> str:
    """Your name for the source, or its kind."""
    return name or next(option.label for option in KINDS if option.value == kind)


@figure("All income", unit=Money(per="month", dollars=True))
def total(streams: tuple[Stream, ...]) -> float:
    """Every source together."""
    return sum(stream.amount for stream in streams)


@figure("Share", unit=Proportion(), each="streams")
def share(amount: float, total: float) -> float | None:
    """The source's share of all income."""
    return amount / total if total > 0 else None


@figure("Income without it", unit=Money(per="month", dollars=True), each="streams")
def without(amount: float, total: float) -> float:
    """What the others bring in."""
    return total - amount


@figure("Shortfall", unit=Money(per="month", dollars=True), each="streams", tone="loss")
def short(without: float, spending: float) -> float:
    """The part of what you need that the others do not cover."""
    return max(0, spending - without)


@figure("Savings would last", unit=Months(), each="streams")
def lasts(short: float, savings: float) -> float | None:
    """How long your savings would cover that. A dash means indefinitely, because nothing is missing."""
    return savings / short if short > 0 else None


@figure("The largest source", unit=Text())
def largest(stream_name: tuple[str, ...], streams: tuple[Stream, ...]) -> str:
    """The source that brings in the most."""
    amounts = [stream.amount for stream in streams]
    return stream_name[amounts.index(max(amounts))] if amounts and max(amounts) > 0 else "none yet"


@figure("Its share of all income", unit=Proportion())
def largest_share(share: tuple[float | None, ...]) -> float | None:
    """The share of income that depends on the largest source. At 100%, a single letter can end your income."""
    return max((each for each in share if each is not None), default=None)


@figure("Shortfall without it", unit=Money(per="month", dollars=True), tone="loss")
def largest_short(streams: tuple[Stream, ...], total: float, spending: float) -> float:
    """The part of what you need that the others do not cover."""
    return max(0, spending - total + max((stream.amount for stream in streams), default=0.0))


@figure("Savings would cover that for", unit=Months())
def largest_lasts(largest_short: float, savings: float) -> float | None:
    """How long your savings would last. A dash means indefinitely, because nothing is missing."""
    return savings / largest_short if largest_short > 0 else None


@figure("Concentration (HHI)", unit=Number())
def concentration(share: tuple[float | None, ...]) -> float | None:
    """The sum of the squared shares. 1 means a single source; one half is like two equal ones."""
    shares = [each for each in share if each is not None]
    return sum(each * each for each in shares) if shares else None


@figure("Equivalent equal sources", unit=Number())
def equal_sources(concentration: float | None) -> float | None:
    """One divided by the concentration: the number of equal sources with the same spread of income."""
    return 1 / concentration if concentration else None


@figure("From gigs and assets", unit=Proportion(), tone="gain")
def own_share(streams: tuple[Stream, ...], total: float) -> float | None:
    """The share that no single employer or office can end: gigs, own business, rent, interest."""
    return sum(stream.amount for stream in streams if stream.kind in {"gig", "assets"}) / total if total > 0 else None


@figure("Left over now", unit=Money(per="month", dollars=True))
def left_over(total: float, spending: float) -> float:
    """All income minus what you need. Below zero, you live on savings or debt."""
    return total - spending
