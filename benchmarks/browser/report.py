"""The tables of the browser's benchmark: goals and results, all measurements, and the stages of our start."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Measurements = Mapping[str, Mapping[str, Sequence[float]]]
"""The values of each measurement and subject, one a round, such as measured["Cold start"]["site"]."""

COLD, WARM, SECOND, FOLDER = "Cold start", "Warm start", "Second page", "Folder from file://"
SLOW_LINE, SLOW_CPU = "Cold start, 9 Mbit/s", "Cold start, CPU 4 times slower"
BYTES, TASK = "Bytes before the first outcome", "Longest task"
CHANGE, SLOW_CHANGE, LIGHTHOUSE, BUILD = "Change", "Change, CPU 4 times slower", "Lighthouse, mobile performance", "Whole build"
REBUILD, LARGE_BUILD, ON_PROCESSORS = "Build after a change to a page", "Whole build with {:,} pages more", ", processor time"
STAGE = "Stage of our cold start"


@dataclass(frozen=True)
class Unit:
    """How values of a kind are written: divided, with so many decimals, before a name."""

    name: str
    divisor: float = 1
    decimals: int = 0

    def write(self, value: float) -> str:
        """Return a value with its unit."""
        return f"{value / self.divisor:,.{self.decimals}f} {self.name}".strip()


MILLISECONDS, MEGABYTES, TIMES, POINTS, SECONDS = Unit("ms"), Unit("MB", 1e6, 2), Unit("×", decimals=2), Unit(""), Unit("s", 1000, 1)
UNITS = {BYTES: MEGABYTES, LIGHTHOUSE: POINTS}
"""The unit of a measurement, if not milliseconds or, for a build, seconds."""


@dataclass(frozen=True)
class Goal:
    """A limit for a result that is computed from measurements."""

    title: str
    needs: tuple[tuple[str, str], ...]
    """The measurement and subject of each value list that `result` receives."""
    result: Callable[..., float]
    limit: float
    unit: Unit
    at_least: bool = False

    def row(self, measured: Measurements) -> list[str] | None:
        """Return title, result, goal and verdict; None when something has not been measured."""
        values = [measured.get(name, {}).get(subject) for name, subject in self.needs]
        if not all(values):
            return None
        result = self.result(*values)
        is_met = result >= self.limit if self.at_least else result <= self.limit
        goal = f"{'≥' if self.at_least else '≤'} {self.unit.write(self.limit)}"
        return [self.title, self.unit.write(result), goal, "met" if is_met else "**not met**"]


def ratio(values: Sequence[float], others: Sequence[float]) -> float:
    """Return the ratio of the medians."""
    return median(values) / median(others)


def difference(values: Sequence[float], others: Sequence[float]) -> float:
    """Return the difference of the medians."""
    return median(values) - median(others)


def growth(small: Sequence[float], medium: Sequence[float], large: Sequence[float]) -> float:
    """Return the time that each page adds between 500 and 1,000 pages, as a multiple of that between 250 and 500."""
    return (median(large) - median(medium)) / 2 / (median(medium) - median(small))


def percentile_95(values: Sequence[float]) -> float:
    """Return the smallest value that at least 95% of the values do not exceed."""
    return sorted(values)[-(-len(values) * 95 // 100) - 1]


def _lighthouse(page: str) -> Goal:
    return Goal(f"Lighthouse, mobile performance: {page}", ((LIGHTHOUSE, page),), median, 95, POINTS, at_least=True)


LIGHTHOUSE_PAGES = {
    "Home": "",
    "Chapter 8": "chapters/08-the-equalizer/",
    "The equalizer": "calculators/equalizer/",
    "Workbook": "workbook/",
}
GOALS = (
    Goal("Cold start, to bare Pyodide's", ((COLD, "site"), (COLD, "bare")), ratio, 0.45, TIMES),
    Goal("Warm start, to bare Pyodide's", ((WARM, "site"), (WARM, "bare")), ratio, 0.25, TIMES),
    Goal("Cold start at 9 Mbit/s, to bare Pyodide's", ((SLOW_LINE, "site"), (SLOW_LINE, "bare")), ratio, 0.65, TIMES),
    Goal("Second page, longer than plain JavaScript's", ((SECOND, "site"), (SECOND, "plain")), difference, 150, MILLISECONDS),
    Goal("The folder's first outcome, to our warm start", ((FOLDER, "site"), (WARM, "site")), ratio, 1.5, TIMES),
    Goal("Bytes before the first outcome", ((BYTES, "site"),), median, 4.6e6, MEGABYTES),
    Goal("Change to painted outcome, 95th percentile", ((CHANGE, "site"),), percentile_95, 50, MILLISECONDS),
    Goal("The same with a CPU 4 times slower", ((SLOW_CHANGE, "site"),), percentile_95, 150, MILLISECONDS),
    Goal("Longest main-thread task while Python starts", ((TASK, "site"),), median, 50, MILLISECONDS),
    *(_lighthouse(page) for page in LIGHTHOUSE_PAGES),
    Goal("Whole build, to plain MkDocs", ((BUILD, "site"), (BUILD, "plain MkDocs")), ratio, 3, TIMES),
    Goal("Build after a change to a page, to plain MkDocs", ((REBUILD, "site"), (REBUILD, "plain MkDocs")), ratio, 3, TIMES),
    Goal(
        "A page between 500 and 1,000 more, to one between 250 and 500",
        tuple((LARGE_BUILD.format(pages) + ON_PROCESSORS, "site") for pages in (250, 500, 1000)),
        growth,
        1.2,
        TIMES,
    ),
)


def goals(measured: Measurements) -> str:
    """Return the table of goals that can be judged from these measurements."""
    rows = [row for goal in GOALS if (row := goal.row(measured))]
    return table(["Goal", "Result", "Limit", "Verdict"], rows)


def results(measured: Measurements, names: Mapping[str, str]) -> str:
    """Return the table of all measurements but the stages, with the ratio of each median to our own.

    Args:
        measured: the measurements.
        names: what a subject is called in the table, by its id.
    """
    rows = []
    for measurement, subjects in measured.items():
        unit = UNITS.get(measurement, SECONDS if measurement.startswith((BUILD, REBUILD)) else MILLISECONDS)
        for subject, values in subjects.items() if measurement != STAGE else ():
            written = [unit.write(value) for value in (median(values), min(values), max(values), percentile_95(values))]
            own = subjects.get("site")
            compared = f"{ratio(own, values):.2f}" if own and subject != "site" and median(values) else ""
            rows.append([measurement, names.get(subject, subject), *written, str(len(values)), compared])
    return table(["Measurement", "Subject", "Median", "Least", "Most", "95th percentile", "Values", "Ours to this"], rows)


def stages(measured: Measurements) -> str:
    """Return the table of the stages of our cold start: the median time from the navigation, and from the stage before."""
    reached = {stage: median(values) for stage, values in measured.get(STAGE, {}).items()}
    rows, before = [], 0.0
    for stage, moment in sorted(reached.items(), key=lambda item: item[1]):
        rows.append([stage, MILLISECONDS.write(moment), MILLISECONDS.write(moment - before)])
        before = moment
    return table(["Stage", "Since the navigation", "Since the stage before"], rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table whose columns line up in a terminal too; nothing when there are no rows."""
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines) + "\n"
