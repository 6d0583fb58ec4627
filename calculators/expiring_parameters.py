"""Which figures end soon, so that somebody looks up the next ones in time. For whoever keeps the site; readers never see this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from . import CATALOGUE
from .engine import parameters
from .engine.calculator import Calculator

FOLDER = Path(__file__).resolve().parent / "parameters"
WITHIN = 90
"""Days."""


@dataclass(frozen=True)
class Ending:
    """A parameter file whose `valid_through` is near or past. `days` counts from the day that was asked for; past ones are below 0."""

    file: str
    last: date
    days: int
    names: tuple[str, ...]
    users: tuple[str, ...]


def files() -> tuple[str, ...]:
    """Every parameter file, as load() names it; the lists of sources are none."""
    found = (path.relative_to(FOLDER).with_suffix("").as_posix() for path in sorted(FOLDER.rglob("*.toml")))
    return tuple(name for name in found if name not in parameters.SOURCE_FILES)


def ending(day: date, within: int = WITHIN) -> tuple[Ending, ...]:
    """The files that end within so many days of a day, or have ended before it; the earliest first."""
    until = day + timedelta(days=within)
    found = []
    for file in files():
        held = parameters.load(file)
        last = held["valid_through"]
        if last <= until:
            names = tuple(name for name, entry in held.items() if isinstance(entry, dict) and "values" in entry)
            users = tuple(one.id for one in CATALOGUE if file in {path.rpartition(".")[0] for path in _paths(one)})
            found.append(Ending(file, last, (last - day).days, names, users))
    return tuple(sorted(found, key=lambda one: (one.last, one.file)))


def _paths(calculator: Calculator) -> Iterator[str]:
    """The parameters that a calculator and its cases name. Those that it looks up by what the reader chose are not among them."""
    for one in (calculator, *calculator.cases.values()):
        yield from one.parameters.values()
        yield from one.references.values()


def report(day: date, within: int = WITHIN) -> str:
    """The same in words, a file a paragraph."""
    found = ending(day, within)
    if not found:
        return f"Nothing ends within {within} days of {day}."
    lines = []
    for one in found:
        when = f"ended {-one.days} days ago" if one.days < 0 else "ends today" if one.days == 0 else f"ends in {one.days} days"
        lines.append(f"{one.last}  {one.file}.toml  {when}")
        lines.append(f"    holds {', '.join(one.names) or 'tables only'}")
        if one.users:
            lines.append(f"    used by {', '.join(one.users)}")
    return "\n".join(lines)
