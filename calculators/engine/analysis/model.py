"""What an analysis needs of a calculator."""

from __future__ import annotations

from typing import Protocol

from ..fields import Slot
from ..figures import Figure, Graph


class Model(Protocol):
    """A calculator's inputs, its figures, and those of them that are given as a range."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The declared inputs."""

    @property
    def graph(self) -> Graph:
        """The figures, resolved."""

    @property
    def ranged(self) -> tuple[Figure, ...]:
        """The figures that are given as a range."""

    @property
    def together(self) -> str:
        """The input that says how far estimates move together; "" for none."""
