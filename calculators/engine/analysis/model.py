"""The part of a calculator that the simulation of ranges depends on."""

from typing import Protocol

from ..fields import Slot
from ..figures import Figure, Graph


class Model(Protocol):
    """A calculator's inputs, its figures, and which of the figures get a range."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The declared inputs."""

    @property
    def graph(self) -> Graph:
        """The figures, resolved."""

    @property
    def ranged(self) -> tuple[Figure, ...]:
        """The figures that get a range."""

    @property
    def comonotone_share(self) -> str:
        """The input that holds the share of samples in which all estimates have the same rank; "" for none."""

    @property
    def draws(self) -> int:
        """The number of samples."""

    @property
    def affine(self) -> bool:
        """Whether the ranged figures are sums, products and quotients that affine forms can propagate through."""
