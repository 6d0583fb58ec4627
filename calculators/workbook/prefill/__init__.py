"""Prefills: the values that one calculator's outcome puts into another calculator's fields, through the workbook.

There is a module for each source, named as its calculator. It is imported only for a workbook that has this calculator's page.
"""

from collections.abc import Collection, Iterator, Mapping
from importlib import import_module

from .prefill import Prefill

SOURCES: Mapping[str, tuple[str, ...]] = {
    "income-mix": ("gig-mix", "buffer"),
    "leverage-income": ("time-audit", "inventory"),
    "net-hourly": ("leverage-income", "take-home"),
    "take-home": ("leverage-income",),
    "rate-to-charge": ("leverage-income", "take-home"),
    "accelerator": ("leverage-income", "take-home", "buffer"),
    "equalizer": ("time-audit", "leverage-income", "net-hourly"),
    "gig-mix": ("time-audit", "leverage-income"),
    "buffer": ("take-home", "income-mix"),
    "plan": (
        *("time-audit", "inventory", "net-hourly", "gig-mix", "leverage-income"),
        *("take-home", "accelerator", "equalizer", "buffer"),
    ),
}
"""For each calculator, those whose outcomes prefill its fields. Of two that prefill the same field, the later wins."""


def prefills(target: str, pages: Collection[str]) -> Iterator[Prefill]:
    """The prefills of one calculator from a workbook with these pages, in the order in which a later one wins."""
    for source in SOURCES.get(target, ()):
        if source in pages:
            yield from (prefill for prefill in of_source(source) if prefill.target == target)


def of_source(source: str) -> tuple[Prefill, ...]:
    """All prefills from one calculator."""
    declared: tuple[Prefill, ...] = import_module(f".{source.replace('-', '_')}", __name__).PREFILLS
    return declared


__all__ = ["SOURCES", "Prefill", "of_source", "prefills"]
