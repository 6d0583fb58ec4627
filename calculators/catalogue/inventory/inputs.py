"""The inputs of the inventory: what the reader owns or controls, and the reader's strengths with people."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Choice, Choices, Money, Number, Option, Rows, Text
from ...engine.money import write_trimmed
from ...engine.validation import FieldError
from ...shared.gigs import kinds, traits
from ...shared.sorts import kind_options, picks, sort_options

CONTROL = (Option("owned", "I own it"), Option("controlled", "I rent, lease or look after it"), Option("shared", "I share it with others"))
PERMISSION = (Option("yes", "Yes"), Option("unneeded", "None is needed"), Option("ask", "I have to ask"), Option("no", "No"))
INSURANCE = (
    Option("yes", "Covers paid use"),
    Option("unneeded", "None is needed"),
    Option("ask", "I have to ask"),
    Option("no", "Excludes paid use"),
)
CONDITION = (Option("ready", "Ready to use"), Option("work", "Needs some work"), Option("broken", "Does not work now"))
WILLINGNESS = (Option("gladly", "Gladly"), Option("pays", "If it pays"), Option("rather-not", "Rather not"), Option("never", "Never"))

KINDS = kind_options()
SORTS = sort_options()
STRENGTHS = tuple(Option(trait.id, f"{trait.label}. {trait.meaning}") for trait in traits().values())


@dataclass(frozen=True, kw_only=True)
class Asset:
    """An asset. Capacity and use are counted in its kind's unit, such as nights a month."""

    kind: Annotated[str, Choice("What it is", options=KINDS, presets_label="How much of it is free?")] = "skills"
    name: Annotated[str, Text("Your name for it", longest=40, required=True)] = ""
    capacity: Annotated[float, Number("In all", counts="many", le=100_000)] = 4.0
    used: Annotated[float, Number("Used now", hint="By you, or by someone who pays.", counts="many", le=100_000)] = 0.0
    willingness: Annotated[str, Choice("Would you share it?", options=WILLINGNESS)] = "pays"
    control: Annotated[str, Choice("Yours, or yours to use?", options=CONTROL, more=True)] = "owned"
    sort: Annotated[str, Choice("What it is, more exactly", hint="Uses made for it come first.", options=SORTS, more=True)] = ""
    permission: Annotated[str, Choice("Permission", hint="Landlord, lender, town, employer.", options=PERMISSION, more=True)] = "ask"
    insurance: Annotated[str, Choice("Insurance", options=INSURANCE, more=True)] = "ask"
    condition: Annotated[str, Choice("Condition", options=CONDITION, more=True)] = "ready"
    ready_cost: Annotated[float, Money("Cost to get it ready", hint="Repairs, a license, a lock.", le=1_000_000, more=True)] = 0.0


EXAMPLE = (
    Asset(kind="spare-room", name="Back room", capacity=30, used=4, control="controlled", willingness="pays", ready_cost=150),
    Asset(kind="car", name="Hatchback", capacity=168, used=14, willingness="pays", permission="unneeded"),
    Asset(
        kind="tools",
        name="Drill, sander and ladder",
        capacity=30,
        used=2,
        willingness="gladly",
        permission="unneeded",
        insurance="unneeded",
    ),
    Asset(kind="knowledge", name="School math", capacity=6, used=0, willingness="gladly", permission="unneeded", insurance="unneeded"),
)
"""A made-up household's list, to be overwritten."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader owns or controls, and the reader's strengths with people."""

    assets: Annotated[
        tuple[Asset, ...],
        Rows(
            "Your assets",
            of=Asset,
            item="asset",
            title="name",
            maximum=60,
            hint="Things you can touch, and things you know or can do.",
            picks=picks(),
        ),
    ] = EXAMPLE
    strengths: Annotated[
        tuple[str, ...],
        Choices("Your strengths with people and work", hint="These are assets too. Gigs that reward them come first.", options=STRENGTHS),
    ] = ("patience",)


def names_are_unique(inputs: Inputs) -> Iterator[FieldError]:
    """Require unique asset names: other calculators refer to assets by name."""
    seen: dict[str, int] = {}
    for index, asset in enumerate(inputs.assets):
        first = seen.setdefault(asset.name.casefold(), index)
        if first != index:
            yield FieldError(f"assets.{index}.name", "repeated", f"Asset {first + 1} already has this name. Choose another one.")


def used_fits_capacity(inputs: Inputs) -> Iterator[FieldError]:
    """Require that use does not exceed capacity, nor capacity the limit of its kind, such as 168 hours a week."""
    for index, asset in enumerate(inputs.assets):
        kind = kinds()[asset.kind]
        if kind.full and asset.capacity > kind.full:
            most = f"{write_trimmed(kind.full, 2)} {kind.counted}"
            message = f"You wrote {write_trimmed(asset.capacity, 2)}. There are at most {most} of this. List a second one separately."
            yield FieldError(f"assets.{index}.capacity", "too-large", message)
        if asset.used > asset.capacity:
            there = write_trimmed(asset.capacity, 2)
            message = f"You use {write_trimmed(asset.used, 2)} of {there} {kind.counted}. Enter {there} or less."
            yield FieldError(f"assets.{index}.used", "too-large", message)
