"""Figures of each asset: how much of it is idle, and its obstacles."""

from ...engine.fields import Count, Money, Number, Phrases, Proportion, Text
from ...engine.figures import figure
from ...shared.gigs import kinds
from .inputs import Asset


@figure("Idle", unit=Number(), each="assets", tone="gain")
def idle(capacity: float, used: float) -> float:
    """What there is, minus what is used: someone else could use this much."""
    return capacity - used


@figure("Counted in", unit=Text(), each="assets")
def counted_in(kind: str) -> str:
    """What this kind of asset is counted in."""
    return kinds()[kind].counted


@figure("Idle share", unit=Proportion(), each="assets", tone="gain")
def idle_share(idle: float, capacity: float) -> float:
    """The idle share of the asset."""
    return idle / capacity if capacity > 0 else 0.0


@figure("Obstacles", unit=Phrases(), each="assets")
def in_the_way(control: str, permission: str, insurance: str, condition: str, ready_cost: float) -> tuple[str, ...]:
    """What you have to resolve before this asset can earn."""
    obstacles = []
    if control == "shared":
        obstacles.append("the people you share it with must agree")
    if permission in {"ask", "no"}:
        obstacles.append("permission: ask first" if permission == "ask" else "permission was refused")
    if insurance in {"ask", "no"}:
        obstacles.append("insurance: ask whether paid use is covered" if insurance == "ask" else "insurance excludes paid use")
    if condition != "ready":
        obstacles.append("it needs some work" if condition == "work" else "it does not work now")
    if ready_cost > 0:
        obstacles.append(f"{Money().write(ready_cost)} to get it ready")
    return tuple(obstacles)


@figure("Assets with idle capacity", unit=Count(), tone="gain")
def idle_assets(idle: tuple[float, ...]) -> int:
    """The number of your assets that are at least partly idle."""
    return sum(1 for amount in idle if amount > 0)


@figure("Cost to get everything ready", unit=Money(), tone="loss")
def ready_cost_total(assets: tuple[Asset, ...]) -> float:
    """Everything that you would spend before the first income if you used every asset."""
    return sum(asset.ready_cost for asset in assets)
