"""The guided path: where a page stands on it, and the pages beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.utils import get_relative_url

from calculators import PATH, find


@dataclass(frozen=True)
class Link:
    """A page's title and its address, relative to the page that links to it."""

    title: str
    url: str


@dataclass(frozen=True)
class Step:
    """A step of the path to a plan: its number, counted from 1, the number of all steps, and the steps beside it."""

    number: int
    count: int
    before: Link | None
    after: Link | None


def title_of(name: str) -> str:
    """The title of a page of the path: its calculator's, or its own name."""
    calculator = find(name)
    return calculator.title if calculator else name.capitalize()


def step(name: str, page_url: str, addresses: Mapping[str, str]) -> Step | None:
    """Return where the page of this name is on the path; None for a page off the path, or another page that shows the same calculator.

    Args:
        name: the page's name in calculators/.
        page_url: the address of the page that is being rendered.
        addresses: source path of a page -> its address.
    """

    def link(place: int) -> Link | None:
        if not 0 <= place < len(PATH):
            return None
        return Link(title_of(PATH[place]), get_relative_url(addresses[f"calculators/{PATH[place]}.md"], page_url))

    if name not in PATH or page_url != addresses.get(f"calculators/{name}.md"):
        return None
    at = PATH.index(name)
    return Step(at + 1, len(PATH), link(at - 1), link(at + 1))
