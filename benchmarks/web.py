"""Measure how soon Python answers in the browser: python3 build.py bench web.

Rounds are interleaved, so that a slowdown of the machine affects every subject. A run of all parts writes docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from importlib import metadata
from pathlib import Path

from benchmarks.browser import builds, neighbors, report, visits
from benchmarks.browser.server import BenchmarkHandler, Line
from pipeline import browsers, editions, environment, local_server
from pipeline.progress import ROOT, BuildError, step

DOCUMENT = ROOT / "docs" / "performance.md"
METHOD = Path(__file__).parent / "browser" / "method.md"
PAYS = ("61,000", "62,000")
"""What the pay is changed to at the first and at the second visit."""
LINKS = {"site": "a.md-footer__link--next", "plain": "a[rel=next]"}
"""The link to a second page, by subject."""
CHANGES, REST = 200, 250
SLOWER = 4
SLOW_LINE = (9e6 / 8, 0.165)
"""Bytes a second, and seconds of a round trip."""

Note = Callable[[str, str, float], None]
"""Takes a measurement, a subject and a value."""


def profile() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for the profile of somebody who has never been here."""
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def address(url: str, subject: str) -> str:
    """Return the address of a subject's first page."""
    return url + neighbors.START.get(subject, f"{subject}/")


def two_visits(url: str, parts: set[str], note: Note) -> None:
    """Measure each subject cold, then warm in another process, then following a link."""
    for subject in neighbors.NAMES:
        with profile() as folder:
            BenchmarkHandler.line = line = Line()
            with visits.chromium(Path(folder), PAYS[0]) as page:
                cold = visits.visit(page, address(url, subject), PAYS[0])
                if "warm" in parts or "second" in parts:
                    page.wait_for_timeout(visits.STAY * 1000)
            if "cold" in parts:
                note(report.COLD, subject, cold.first)
                note(report.BYTES, subject, line.bytes_until((cold.began + cold.first) / 1000))
                if subject == "site":
                    note(report.TASK, subject, cold.longest_task)
                    for stage, moment in cold.stages.items():
                        note(report.STAGE, visits.STAGES[stage], moment)
            if "warm" in parts or "second" in parts:
                with visits.chromium(Path(folder), PAYS[1]) as page:
                    warm = visits.visit(page, address(url, subject), PAYS[1])
                    if "warm" in parts:
                        note(report.WARM, subject, warm.first)
                    if "second" in parts and subject in LINKS:
                        page.wait_for_timeout(1000)
                        note(report.SECOND, subject, visits.follow(page, LINKS[subject]))


def slow_line(url: str, note: Note) -> None:
    """Measure each subject cold at 9 Mbit/s with round trips of 165 ms."""
    for subject in neighbors.NAMES:
        BenchmarkHandler.line = Line(*SLOW_LINE)
        with profile() as folder, visits.chromium(Path(folder), PAYS[0]) as page:
            note(report.SLOW_LINE, subject, visits.visit(page, address(url, subject), PAYS[0]).first)


def slow_cpu(url: str, note: Note) -> None:
    """Measure each subject cold with a slower processor."""
    for subject in neighbors.NAMES:
        with profile() as folder, visits.chromium(Path(folder), PAYS[0], SLOWER) as page:
            note(report.SLOW_CPU, subject, visits.visit(page, address(url, subject), PAYS[0]).first)


def folder_edition(unzipped: Path, note: Note) -> None:
    """Measure the first outcome in the download, opened as a file."""
    page_file = unzipped / editions.archive().stem / "calculators" / "equalizer.html"
    with profile() as folder, visits.chromium(Path(folder), PAYS[0]) as page:
        note(report.FOLDER, "site", visits.visit(page, page_file.as_uri(), PAYS[0]).first)


def changes(url: str, note: Note) -> None:
    """Measure changes in an open page, at full speed and with a slower processor."""
    for subject in ("site", "plain"):
        for measurement, slower in ((report.CHANGE, 1), (report.SLOW_CHANGE, SLOWER)):
            with profile() as folder, visits.chromium(Path(folder), PAYS[0], slower) as page:
                visits.visit(page, address(url, subject), PAYS[0])
                for taken in visits.changes(page, CHANGES, REST):
                    note(measurement, subject, taken)


def lighthouse(url: str, packages: Path, note: Note) -> None:
    """Measure the pages with Lighthouse, three times each."""
    flags = " ".join(("--headless", *browsers.CHROMIUM_FLAGS))
    for _ in range(3):
        for name, path in report.LIGHTHOUSE_PAGES.items():
            note(report.LIGHTHOUSE, name, neighbors.lighthouse(packages, f"{url}site/{path}", browsers.chromium(), flags))


def build(note: Note) -> None:
    """Measure a build from nothing, one after a change to a page, and plain MkDocs with the same pages."""
    with builds.project() as copy:
        whole, changed, plain = builds.whole(copy), builds.after_a_change(copy), builds.plain_mkdocs(copy)
    for measurement, ours in ((report.BUILD, whole), (report.REBUILD, changed)):
        for subject, taken in (("site", ours), ("plain MkDocs", plain)):
            note(measurement, subject, taken.clock)
            note(f"{measurement}{report.ON_PROCESSORS}", subject, taken.processor)


def large_builds(note: Note) -> None:
    """Measure builds with hundreds of pages more, ours and plain MkDocs', on the processors."""
    for pages in builds.SIZES:
        with builds.project(pages) as copy:
            note(report.LARGE_BUILD.format(pages) + report.ON_PROCESSORS, "site", builds.whole(copy).processor)
            note(report.LARGE_BUILD.format(pages) + report.ON_PROCESSORS, "plain MkDocs", builds.plain_mkdocs(copy).processor)


PARTS = ("cold", "warm", "second", "folder", "line", "cpu", "change", "lighthouse", "build")


def measure(parts: set[str], rounds: int) -> report.Measurements:
    """Run the parts, and return what they measured."""
    measured: dict[str, dict[str, list[float]]] = {}

    def note(measurement: str, subject: str, value: float) -> None:
        measured.setdefault(measurement, {}).setdefault(subject, []).append(value)

    if parts != {"build"}:
        in_browser(parts, rounds, note)
    if "build" in parts:
        for number in range(rounds):
            with step(f"Builds, round {number + 1} of {rounds}"):
                build(note)
        with step("Builds with more pages"):
            large_builds(note)
    return measured


def in_browser(parts: set[str], rounds: int, note: Note) -> None:
    """Run the parts that need a browser and the neighbors."""
    neighbors.prepare()
    _, packages = environment.prepare_neighbors()
    with tempfile.TemporaryDirectory() as scratch, local_server.serving(neighbors.SERVED, BenchmarkHandler) as url:
        with zipfile.ZipFile(editions.archive()) as archive:
            archive.extractall(scratch)
        per_round: dict[str, Callable[[], None]] = {
            "cold warm second": lambda: two_visits(url, parts, note),
            "folder": lambda: folder_edition(Path(scratch), note),
            "line": lambda: slow_line(url, note),
            "cpu": lambda: slow_cpu(url, note),
        }
        once: dict[str, Callable[[], None]] = {"change": lambda: changes(url, note), "lighthouse": lambda: lighthouse(url, packages, note)}
        for number in range(rounds):
            with step(f"Round {number + 1} of {rounds}"):
                for names, part in per_round.items():
                    BenchmarkHandler.line = Line()
                    if parts & set(names.split()):
                        part()
        BenchmarkHandler.line = Line()
        for name, part in once.items():
            if name in parts:
                with step(name.capitalize()):
                    part()


def machine() -> str:
    """Return processor, cores, memory and system in a line."""
    info = Path("/proc/cpuinfo")
    model = re.search(r"^model name\s*: (.+)", info.read_text("utf-8") if info.exists() else "", re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, {system}"


def versions() -> str:
    """Return the versions of what was measured and of what measured it."""
    packages = neighbors.versions(environment.NEIGHBORS / "node_modules")
    ours = {
        "Chromium": visits.version(),
        "Python": platform.python_version(),
        "MkDocs": metadata.version("mkdocs"),
        "pyodide-mkdocs-theme": neighbors.theme_version(),
    }
    return ", ".join(f"{name} {version}" for name, version in {**ours, **packages}.items())


def tables(measured: report.Measurements) -> str:
    """Return all tables, each under its heading."""
    made = {
        "Goals": report.goals(measured),
        "All measurements": report.results(measured, neighbors.NAMES),
        "Stages of our cold start": report.stages(measured),
    }
    return "\n".join(f"## {title}\n\n{text}" for title, text in made.items() if text)


def main() -> None:
    """Measure, print the tables, and write the document after a run of all parts."""
    parser = argparse.ArgumentParser("build.py bench web")
    parser.add_argument("--part", default=",".join(PARTS), help=f"what to measure, separated by commas: {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    parts = set(options.part.split(","))
    if unknown := parts - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; the parts are: {', '.join(PARTS)}")
    load = f"{os.getloadavg()[0]:.1f}"
    measured = measure(parts, options.rounds)
    text = tables(measured)
    print(f"\n{text}")
    if parts == set(PARTS):
        facts = {"date": date.today().isoformat(), "machine": machine(), "load": load, "versions": versions(), "rounds": options.rounds}  # noqa: DTZ011
        DOCUMENT.write_text(METHOD.read_text("utf-8").format(**facts, tables=text), "utf-8")


if __name__ == "__main__":
    try:
        main()
    except BuildError as error:
        sys.exit(f"build.py: {error}")
