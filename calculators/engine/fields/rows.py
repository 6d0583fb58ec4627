"""Rows of fields: lists in the form, tables in an outcome, and the slots that a dataclass declares."""

import dataclasses
import functools
import typing
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple, cast

from .base import DeclarationError, Estimate, Field


class Pick(NamedTuple):
    """A picture that adds a row: its id, which names the icon, its label and group, and the row's values as typed."""

    id: str
    label: str
    group: str
    values: tuple[tuple[str, str], ...]


class Start(NamedTuple):
    """Rows that replace the whole list, offered to readers in some countries. Without rows, `note` says why there are none."""

    countries: tuple[str, ...]
    label: str
    note: str
    rows: tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Rows(Field):
    """A list of items; each is a frozen dataclass, `of`, with its own fields.

    `picks` are pictures that each add a filled row; `starts` are whole lists to begin with.
    """

    kind: ClassVar[str] = "rows"
    holds: ClassVar[type] = tuple
    of: type[object] = field(default=object, kw_only=True)
    item: str = field(default="row", kw_only=True)
    title: str = field(default="", kw_only=True)
    minimum: int = field(default=0, kw_only=True)
    maximum: int = field(default=60, kw_only=True)
    picks: tuple[Pick, ...] = field(default=(), kw_only=True)
    starts: tuple[Start, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, eq=False)
class Carry(Field):
    """A button, in a table only. Its value is a row, which it adds to the `rows` of another calculator."""

    kind: ClassVar[str] = "carry"
    calculator: str = field(default="", kw_only=True)
    rows: str = field(default="", kw_only=True)


class Slot(NamedTuple):
    """A declared input: its name, its field, its default, and whether it is an estimate (low, typical, high)."""

    name: str
    field: Field
    default: Any
    estimate: bool = False


def columns(row: type[object]) -> tuple[tuple[str, Field], ...]:
    """Return the names and fields of a table row, a frozen dataclass, in order."""
    return _columns(cast("Hashable", row))


@functools.cache
def _columns(row: Any) -> tuple[tuple[str, Field], ...]:
    hints = typing.get_type_hints(row, include_extras=True)
    return tuple((e.name, next(x for x in hints[e.name].__metadata__ if isinstance(x, Field))) for e in dataclasses.fields(row))


def slots(inputs: type[object]) -> tuple[Slot, ...]:
    """Return the inputs that a frozen dataclass declares, in order.

    Raises:
        DeclarationError: for an input without an Annotated[...] description or a default, or with one of another type than its field's.
    """
    return _slots(cast("Hashable", inputs))


@functools.cache
def _slots(inputs: Any) -> tuple[Slot, ...]:
    place = f"{inputs.__module__}.{inputs.__name__}"
    try:
        hints = typing.get_type_hints(inputs, include_extras=True)
    except (NameError, TypeError) as error:
        raise DeclarationError(f"{place}: an annotation cannot be read: {error}") from error
    return tuple(_slot(entry, hints[entry.name], f"{place}.{entry.name}") for entry in dataclasses.fields(inputs))


def _slot(entry: dataclasses.Field[Any], hint: Any, place: str) -> Slot:
    described = [x for x in getattr(hint, "__metadata__", ()) if isinstance(x, Field)]
    if len(described) != 1:
        raise DeclarationError(f"{place}: annotate it with exactly one field, like Money(…)")
    if entry.default is dataclasses.MISSING:
        raise DeclarationError(f"{place}: give it a default, which the form starts from")
    declared, holds = typing.get_args(hint)[0], described[0].holds
    estimate = declared is Estimate
    if (typing.get_origin(declared) or declared) is not holds and not (estimate and holds is float):
        raise DeclarationError(
            f"{place}: {type(described[0]).__name__} takes {holds.__name__}, not {getattr(declared, '__name__', declared)}"
        )
    expected = Estimate if estimate else (int, float) if holds is float else holds
    if not isinstance(entry.default, expected):
        raise DeclarationError(f"{place}: its default, {entry.default!r}, is not of the type {declared.__name__}")
    return Slot(entry.name, described[0], entry.default, estimate)
