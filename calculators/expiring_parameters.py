"""Report parameter files that expire soon, so that their next values are looked up in time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from .engine import parameters
from .engine.calculator import Calculator

FOLDER = Path(__file__).resolve().parent / "parameters"
WITHIN = 90
"""Days."""

SOON = 60
"""Days before its end from which a file has to have a day to look again."""

LOOK_AGAIN = {"ca/": date(2027, 1, 15), "us/": date(2027, 1, 31), "vehicles": date(2026, 12, 31)}
"""By how a file's name starts, the last day to look for the next figures, not all of which are out 60 days before the end.

For a tax year it is after its end, since people go on filing returns for it.
"""


@dataclass(frozen=True)
class ExpiringFile:
    """A parameter file whose `valid_through` is near or past. `days` counts from the day of the report; it is negative in the past.

    `projected` are its parameters whose last value is not published yet, and `look_again` the last day to look for the next values.
    """

    file: str
    last: date
    days: int
    names: tuple[str, ...]
    users: tuple[str, ...]
    projected: tuple[str, ...]
    look_again: date | None


def files() -> tuple[str, ...]:
    """Return the name of every parameter file for load(), without the lists of sources."""
    names = (path.relative_to(FOLDER).with_suffix("").as_posix() for path in sorted(FOLDER.rglob("*.toml")))
    return tuple(name for name in names if name not in parameters.SOURCE_FILES)


def expiring(day: date, within: int = WITHIN) -> tuple[ExpiringFile, ...]:
    """Return the files that expire within so many days of a day, or expired before it; the earliest first."""
    from . import CATALOGUE  # imports every calculator

    named = {calculator.id: {path.rpartition(".")[0] for path in _paths(calculator)} for calculator in CATALOGUE}
    until = day + timedelta(days=within)
    expiring_files = []
    for file in files():
        content = parameters.load(file)
        last = content["valid_through"]
        if last <= until:
            dated = {name: entry["values"] for name, entry in content.items() if isinstance(entry, dict) and "values" in entry}
            projected = tuple(name for name, values in dated.items() if values[-1].get("status") == "projected")
            again = next((again for folder, again in LOOK_AGAIN.items() if file.startswith(folder)), None)
            expiring_files.append(ExpiringFile(file, last, (last - day).days, tuple(dated), _users(file, named), projected, again))
    return tuple(sorted(expiring_files, key=lambda entry: (entry.last, entry.file)))


def overdue(day: date) -> tuple[ExpiringFile, ...]:
    """Return the files that end within 60 days of a day, or have ended, and whose day to look again has passed or was never set."""
    return tuple(entry for entry in expiring(day, SOON) if entry.look_again is None or day > entry.look_again)


def _users(file: str, named: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The calculators that name a file; for a file that the reader's choice of a place picks, those that name one of its country."""
    country = file.partition("/")[0] + "/" if "/" in file else file
    exact = tuple(name for name, paths in named.items() if file in paths)
    return exact or tuple(name for name, paths in named.items() if any(path.startswith(country) for path in paths))


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
        days = f"{abs(entry.days)} {'day' if abs(entry.days) == 1 else 'days'}"
        when = "ends today" if entry.days == 0 else f"ended {days} ago" if entry.days < 0 else f"ends in {days}"
        lines.append(f"{entry.last}  {entry.file}.toml  {when}")
        lines.append(f"    holds {', '.join(entry.names) or 'tables only'}")
        if entry.projected:
            lines.append(f"    projected {', '.join(entry.projected)}")
        if entry.look_again:
            lines.append(f"    look again by {entry.look_again}")
        if entry.users:
            lines.append(f"    used by {', '.join(entry.users)}")
    return "\n".join(lines)
