"""Asset inventory: What do you have that sits idle, and what could it earn? Written by pipeline/typed_library.py; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from .answer import Answer, answer

if TYPE_CHECKING:
    from ..catalogue.inventory.ideas import Idea


class AssetInput(TypedDict, total=False):
    """One entry of a list of inputs."""

    kind: Literal[
        "home",
        "spare-room",
        "parking",
        "storage",
        "yard",
        "land",
        "workshop",
        "car",
        "van",
        "bike",
        "trailer-or-boat",
        "tools",
        "camera-and-music",
        "party-and-camping",
        "computer",
        "knowledge",
        "education-and-licences",
        "skills",
        "experience",
        "audience-and-contacts",
        "time",
    ]
    name: str  # Your name for it
    capacity: float  # In all; 4 if left out
    used: float  # Used now; 0 if left out
    willingness: Literal["gladly", "pays", "rather-not", "never"]  # Would you share it?
    control: Literal["owned", "controlled", "shared"]  # Yours, or yours to use?
    sort: Literal[
        "",
        "kitchen",
        "workshop",
        "tools",
        "mower",
        "camera",
        "instrument",
        "sound",
        "music",
        "language",
        "teach",
        "make",
        "sew",
        "cook",
        "repair",
        "computers",
        "write",
        "design",
        "care",
        "animals",
        "people",
        "organize",
        "clean",
        "grow",
        "accounts",
        "sport",
        "place",
    ]
    permission: Literal["yes", "unneeded", "ask", "no"]  # Permission
    insurance: Literal["yes", "unneeded", "ask", "no"]  # Insurance
    condition: Literal["ready", "work", "broken"]  # Condition
    ready_cost: float  # Cost to get it ready; 0 if left out


class InventoryInputs(TypedDict, total=False):
    """The inputs of `inventory`."""

    assets: Sequence[AssetInput]  # Your assets
    strengths: Sequence[Literal["attitude", "patience", "kindness", "desire-to-serve"]]  # Your strengths with people and work


@dataclass(frozen=True, kw_only=True)
class Inventory(Answer):
    """The figures of `inventory`."""

    idle: tuple[float, ...]  # Idle
    counted_in: tuple[str, ...]  # Counted in
    idle_share: tuple[float, ...]  # Idle share, a fraction
    in_the_way: tuple[tuple[str, ...], ...]  # Obstacles
    idle_assets: int  # Assets with idle capacity
    ways: int  # Ways to use them
    may_bring: str  # The first with published pay may bring
    ready_cost_total: float  # Cost to get everything ready
    ideas: tuple[Idea, ...]  # What each could do


def inventory(*, as_of: date | None = None, **inputs: Unpack[InventoryInputs]) -> Inventory:
    """What do you have that sits idle, and what could it earn? Raise InputError with one error for each refused input."""
    return answer("inventory", inputs, as_of, Inventory)
