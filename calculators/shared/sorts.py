"""Sorts of assets, finer than their kinds, and amounts in words, from parameters/sorts.toml."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..engine.fields import Option, Pick, Preset
from ..engine.money import typed_number, write_trimmed
from ..engine.parameters import load
from .gigs import Kind, kinds, usual_capacity

TANGIBLE = ("Places", "Vehicles", "Things")
"""The groups of kinds that a landlord or an insurer may have a say in."""


@dataclass(frozen=True)
class Sort:
    """A sort of asset: what the reader picks, and the words in a name by which it is recognized."""

    id: str
    label: str
    kind: str
    words: frozenset[str]


@functools.cache
def sorts() -> Mapping[str, Sort]:
    """Every sort by id, in the file's order."""
    return {name: Sort(name, entry["label"], entry["kind"], frozenset(entry["words"])) for name, entry in load("sorts")["sorts"].items()}


@functools.cache
def sorts_in(kind: str) -> tuple[Sort, ...]:
    """The sorts of a kind."""
    return tuple(sort for sort in sorts().values() if sort.kind == kind)


@functools.cache
def sorts_of(kind: str) -> tuple[Sort, ...]:
    """The sorts that an asset of this kind may be; an open kind, such as a skill, may be a sort of any open kind."""
    return tuple(sort for sort in sorts().values() if sort.kind == kind or (kinds()[kind].open and kinds()[sort.kind].open))


def sort_of(kind: str, sort: str, name: str) -> str:
    """Return the id of an asset's sort: the chosen one if it suits the kind, the one that its name suggests, or all there is; else ""."""
    possible = sorts_of(kind)
    if any(sort == other.id for other in possible):
        return sort
    words = {form for word in re.findall(r"\w+", name.casefold()) for form in (word, word.removesuffix("s"))}
    only = sorts_in(kind) if len(sorts_in(kind)) == 1 else ()
    return next((other.id for other in (*(other for other in possible if words & other.words), *only)), "")


def sort_options() -> tuple[Option, ...]:
    """The sorts as options, without those that are all there is of their kind."""
    several = [sort for sort in sorts().values() if len(sorts_in(sort.kind)) > 1]
    return (Option("", "Go by its name"), *(Option(sort.id, sort.label, kinds()[sort.kind].group) for sort in several))


def picks() -> tuple[Pick, ...]:
    """The sorts as pictures to pick from; each adds a row with its usual values."""
    return tuple(Pick(sort.id, sort.label, kinds()[sort.kind].group, tuple(_row(sort).items())) for sort in sorts().values())


def _row(sort: Sort) -> dict[str, str]:
    """A new row of a sort, as typed. What cannot be photographed needs nobody's permission to be used."""
    kind = kinds()[sort.kind]
    free = "ask" if kind.group in TANGIBLE else "unneeded"
    row = {
        "kind": kind.id,
        "sort": sort.id if len(sorts_in(kind.id)) > 1 else "",
        "name": sort.label,
        "permission": free,
        "insurance": free,
    }
    return row | {"capacity": typed_number(usual_capacity(kind)), "used": "0"}


def presets(kind: Kind) -> tuple[Preset, ...]:
    """Amounts in words: how much of an asset of this kind is free, each with the capacity and the use that it stands for."""
    unit = "own hours" if kind.open else kind.unit
    in_words = []
    for words, amount in load("sorts")["amounts"][unit]:
        capacity = amount if kind.open or not kind.full else max(usual_capacity(kind), amount)
        fills = (("capacity", typed_number(capacity)), ("used", typed_number(capacity - amount)))
        in_words.append(Preset(words, f"{write_trimmed(amount, 2)} {kind.counted}", fills))
    return tuple(in_words)


def kind_options() -> tuple[Option, ...]:
    """The kinds as options; choosing one fills in its usual capacity, and says what that is counted in."""
    return tuple(
        Option(
            kind.id,
            kind.label,
            kind.group,
            (("capacity", typed_number(usual_capacity(kind))), ("used", "0")),
            unit=kind.unit,
            many=kind.counted,
            presets=presets(kind),
        )
        for kind in kinds().values()
    )
