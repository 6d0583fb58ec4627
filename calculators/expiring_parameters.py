"""Report parameter files that expire soon, so that their next values are looked up in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from .engine import parameters
from .engine.calculator import Calculator

FOLDER = Path(__file__).resolve().parent / "parameters"
WITHIN = 90
"""Days."""


@dataclass(frozen=True)
class ExpiringFile:
    """A parameter file whose `valid_through` is near or past. `days` counts from the day of the report; it is negative in the past."""

    file: str
    last: date
    days: int
    names: tuple[str, ...]
    users: tuple[str, ...]


def files() -> tuple[str, ...]:
    """Return the name of every parameter file for load(), without the lists of sources."""
    names = (path.relative_to(FOLDER).with_suffix("").as_posix() for path in sorted(FOLDER.rglob("*.toml")))
    return tuple(name for name in names if name not in parameters.SOURCE_FILES)


def expiring(day: date, within: int = WITHIN) -> tuple[ExpiringFile, ...]:
    """Return the files that expire within so many days of a day, or expired before it; the earliest first."""
    from . import CATALOGUE  # imports every calculator

    until = day + timedelta(days=within)
    expiring_files = []
    for file in files():
        content = parameters.load(file)
        last = content["valid_through"]
        if last <= until:
            names = tuple(name for name, entry in content.items() if isinstance(entry, dict) and "values" in entry)
            users = tuple(calculator.id for calculator in CATALOGUE if file in {path.rpartition(".")[0] for path in _paths(calculator)})
            expiring_files.append(ExpiringFile(file, last, (last - day).days, names, users))
    return tuple(sorted(expiring_files, key=lambda entry: (entry.last, entry.file)))


def _paths(calculator: Calculator) -> Iterator[str]:
    """Yield the parameters that a calculator and its cases name, but not those that depend on the reader's choices."""
    for case in (calculator, *calculator.cases.values()):
        yield from case.parameters.values()
        yield from case.references.values()


def report(day: date, within: int = WITHIN) -> str:
    """Return the report as text, with a paragraph for each file."""
    expiring_files = expiring(day, within)
    if not expiring_files:
        return f"Nothing ends within {within} days of {day}."
    lines = []
    for entry in expiring_files:
        days = entry.days
        when = f"ended {-days} days ago" if days < 0 else "ends today" if days == 0 else f"ends in {days} days"
        lines.append(f"{entry.last}  {entry.file}.toml  {when}")
        lines.append(f"    holds {', '.join(entry.names) or 'tables only'}")
        if entry.users:
            lines.append(f"    used by {', '.join(entry.users)}")
    return "\n".join(lines)
