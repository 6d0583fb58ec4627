"""The field guides, and the gigs that each is about, from parameters/guides.toml."""

import functools
from collections.abc import Mapping

from ..engine.parameters import load
from .gigs import gigs


@functools.cache
def guides() -> Mapping[str, tuple[str, ...]]:
    """The gigs of each field guide, by the guide's id, which is the name of its page."""
    return {guide: tuple(names) for guide, names in load("guides")["guides"].items()}


@functools.cache
def guide_pages() -> tuple[tuple[str, str], ...]:
    """Pairs of (label of a gig, id of its guide)."""
    return tuple((gigs()[name].label, guide) for guide, names in guides().items() for name in names)
