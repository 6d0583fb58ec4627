"""The first steps of each kind of gig, from parameters/first_steps.toml."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from ..engine.fields import Option
from ..engine.parameters import load

ANY = ""
"""The kind of a gig that is of no kind listed here."""


@dataclass(frozen=True)
class FirstSteps:
    """What to do before a gig of one kind begins, each a sentence or two."""

    ask: str
    insure: str
    price: str
    customer: str
    records: str


@functools.cache
def first_steps() -> Mapping[str, FirstSteps]:
    """The first steps by kind, in the file's order; ANY comes first."""
    file = load("first_steps")
    entries = {ANY: file["any"], **file["kinds"]}
    return {kind: FirstSteps(**{name: entry[name] for name in FirstSteps.__annotations__}) for kind, entry in entries.items()}


@functools.cache
def kind_of_gig(gig: str) -> str:
    """The kind of a gig by its id."""
    return next((kind for kind, entry in load("first_steps")["kinds"].items() if gig in entry["gigs"]), ANY)


def kind_options() -> tuple[Option, ...]:
    """The kinds as options."""
    return (Option(ANY, "Something else"), *(Option(kind, entry["label"]) for kind, entry in load("first_steps")["kinds"].items()))
