"""Figures of each asset: what of it is idle, and what stands in the way."""

from __future__ import annotations

from ...engine.fields import Count, Money, Number, Phrases, Proportion, Text
from ...engine.figures import figure
from ...shared.gigs import kinds
from .inputs import Asset


@figure("Idle", unit=Number(), each="assets", tone="gain")
def idle(capacity: float, used: float) -> float:
    """What there is, less what is used: this much could work for someone."""
    return capacity - used


@figure("Counted in", unit=Text(), each="assets")
def counted_in(kind: str) -> str:
    """What this kind of asset is counted in."""
    return kinds()[kind].counted


@figure("Idle share", unit=Proportion(), each="assets", tone="gain")
def idle_share(idle: float, capacity: float) -> float:
    """The idle part of the whole."""
    return idle / capacity if capacity > 0 else 0.0


@figure("In the way", unit=Phrases(), each="assets")
def in_the_way(control: str, permission: str, insurance: str, condition: str, ready_cost: float) -> tuple[str, ...]:
    """What has to be settled before this asset can earn."""
    obstacles = []
    if control == "shared":
        obstacles.append("those you share it with must agree")
    if permission in {"ask", "no"}:
        obstacles.append("permission: ask first" if permission == "ask" else "permission was refused")
    if insurance in {"ask", "no"}:
        obstacles.append("insurance: ask if paid use is covered" if insurance == "ask" else "insurance leaves out paid use")
    if condition != "ready":
        obstacles.append("it needs some work" if condition == "work" else "it does not work now")
    if ready_cost > 0:
        obstacles.append(f"{Money().write(ready_cost)} to get it ready")
    return tuple(obstacles)


@figure("Assets with idle capacity", unit=Count(), tone="gain")
def idle_assets(idle: tuple[float, ...]) -> int:
    """How many of your assets have something left over."""
    return sum(1 for amount in idle if amount > 0)


@figure("Cost to get everything ready", unit=Money(), tone="loss")
def ready_cost_total(assets: tuple[Asset, ...]) -> float:
    """All that you would spend before the first income, if you used every asset."""
    return sum(asset.ready_cost for asset in assets)
