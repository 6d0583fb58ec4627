"""The browser's benchmark: its tables, its server's line and compression, and the locks of what it measures beside the site."""

from __future__ import annotations

import json
import re
import time
import urllib.request
from pathlib import Path

import brotli
import pytest

from benchmarks import journey
from benchmarks.browser import neighbors, report
from benchmarks.browser.reader import Effort
from benchmarks.browser.server import BenchmarkHandler, Line, compress
from calculators import bridge
from pipeline import commands, environment, local_server
from pipeline.progress import BuildError

LOCKS = environment.NEIGHBOR_LOCKS
NPM_LOCK = (LOCKS / "package-lock.json").read_text("utf-8")
REQUIREMENTS = (LOCKS / "requirements.txt").read_text("utf-8")

MEASURED = {
    report.COLD: {"site": [900.0, 400.0, 500.0], "bare": [1000.0, 2000.0, 900.0]},
    report.WARM: {"site": [100.0], "bare": [1000.0]},
    report.SECOND: {"site": [300.0], "plain": [140.0]},
    report.BYTES: {"site": [4_600_000.0]},
    report.CHANGE: {"site": [*[30.0] * 190, *[51.0] * 10]},
    report.SLOW_CHANGE: {"site": [*[30.0] * 189, *[151.0] * 11]},
    report.LIGHTHOUSE: {"Home": [94.0, 95.0, 100.0], "Workbook": [94.0, 94.0, 100.0]},
    report.BUILD: {"site": [9000.0, 8000.0], "plain MkDocs": [1000.0, 1000.0]},
    report.REBUILD: {"site": [2900.0], "plain MkDocs": [1000.0]},
    **{
        report.LARGE_BUILD.format(pages) + report.ON_PROCESSORS: {"site": [seconds]}
        for pages, seconds in ((250, 20_000.0), (500, 30_000.0), (1000, 55_000.0))
    },
    report.STAGE: {"Python started": [700.0], "Worker created": [200.0, 100.0, 150.0]},
}


def cells(text: str) -> list[list[str]]:
    """Return the cells of a Markdown table below its head."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()[2:]]


@pytest.mark.parametrize(
    ("title", "result", "limit", "verdict"),
    [
        ("Cold start, to bare Pyodide's", "0.50 ×", "≤ 0.45 ×", "**not met**"),
        ("Warm start, to bare Pyodide's", "0.10 ×", "≤ 0.25 ×", "met"),
        ("Second page, longer than plain JavaScript's", "160 ms", "≤ 150 ms", "**not met**"),
        ("Bytes before the first outcome", "4.60 MB", "≤ 4.60 MB", "met"),
        ("Change to painted outcome, 95th percentile", "30 ms", "≤ 50 ms", "met"),
        ("The same with a CPU 4 times slower", "151 ms", "≤ 150 ms", "**not met**"),
        ("Lighthouse, mobile performance: Home", "95", "≥ 95", "met"),
        ("Lighthouse, mobile performance: Workbook", "94", "≥ 95", "**not met**"),
        ("Whole build, to plain MkDocs", "8.50 ×", "≤ 3.00 ×", "**not met**"),
        ("Build after a change to a page, to plain MkDocs", "2.90 ×", "≤ 3.00 ×", "met"),
        ("A page between 500 and 1,000 more, to one between 250 and 500", "1.25 ×", "≤ 1.20 ×", "**not met**"),
    ],
)
def test_a_goal_is_judged_by_medians(title: str, result: str, limit: str, verdict: str) -> None:
    rows = {row[0]: row[1:] for row in cells(report.goals(MEASURED))}
    assert rows[title] == [result, limit, verdict]


def test_a_goal_without_measurements_is_left_out() -> None:
    assert len(cells(report.goals(MEASURED))) == 11
    assert report.goals({report.COLD: {"site": [1.0]}}) == ""


def test_the_table_of_results_has_medians_and_ratios() -> None:
    rows = cells(report.results(MEASURED, neighbors.NAMES))
    assert rows[0] == ["Cold start", "Ultimate Gig", "500 ms", "400 ms", "900 ms", "900 ms", "3", ""]
    assert rows[1] == ["Cold start", "Bare Pyodide", "1,000 ms", "900 ms", "2,000 ms", "2,000 ms", "3", "0.50"]
    assert report.STAGE not in {row[0] for row in rows}


def test_stages_stand_in_the_order_of_their_medians() -> None:
    assert cells(report.stages(MEASURED)) == [["Worker created", "150 ms", "150 ms"], ["Python started", "700 ms", "550 ms"]]


def test_the_document_says_date_machine_and_versions() -> None:
    text = (Path(report.__file__).with_name("method.md")).read_text("utf-8")
    assert set(re.findall(r"\{(\w+)\}", text)) == {"date", "machine", "versions", "rounds", "load", "tables"}


def test_the_neighbors_locks_name_no_host() -> None:
    assert '"resolved"' not in NPM_LOCK
    assert set(re.findall(r'"(\w+)": "https?://', NPM_LOCK)) <= {"url", "funding"}
    assert [word for word in ("://", "file:", "--index", "--extra-index", "--find-links", " @ ") if word in REQUIREMENTS] == []


def test_the_neighbors_locks_have_a_hash_for_each_package() -> None:
    packages = {path: entry for path, entry in json.loads(NPM_LOCK)["packages"].items() if path}
    assert [path for path, entry in packages.items() if not entry.get("integrity", "").startswith("sha512-")] == []
    entries = re.split(r"\n(?=\S)", REQUIREMENTS.strip())
    assert [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)] == []


def test_the_neighbors_run_the_same_pyodide() -> None:
    locks = [json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"] for folder in (environment.ROOT, LOCKS)]
    ours, theirs = (packages["node_modules/pyodide"]["integrity"] for packages in locks)
    assert ours == theirs


def test_the_neighbors_arithmetic_is_ours() -> None:
    namespace: dict[str, object] = {}
    exec((neighbors.PAGES / "equalizer.py").read_text("utf-8"), namespace)
    form = neighbors._form()
    typed = {**dict(re.findall(r'name="(\w+)" value="([^"]+)"', form)), "pay": "61,000"}
    figures, _ = namespace["answer"](**{name: float(text.replace(",", "")) for name, text in typed.items()})
    ours = json.loads(bridge.run(json.dumps({"calculator": "equalizer", "inputs": {"pay": "61,000"}})))["figures"]
    assert figures == pytest.approx({name: ours[name] for name in figures}, abs=0.005)
    assert neighbors.gap("61,000") == ours["gap"]


@pytest.fixture
def served(tmp_path: Path) -> Path:
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "large.js").write_text("let a = 1;\n" * 1000, "utf-8")
    (folder / "small.js").write_text("x", "utf-8")
    compress(folder, tmp_path / "kept")
    return folder


def fetch(address: str, encoding: str) -> tuple[bytes, str | None]:
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept-Encoding": encoding}), timeout=10) as answer:
        return answer.read(), answer.headers["Content-Encoding"]


def test_server_sends_and_counts_the_smaller_of_two_encodings(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BenchmarkHandler, "line", Line())
    with local_server.serving(served, BenchmarkHandler) as url:
        content, encoding = fetch(f"{url}large.js", "gzip, br")
        assert encoding == "br"
        assert brotli.decompress(content) == (served / "large.js").read_bytes()
        assert fetch(f"{url}large.js", "gzip") == ((served / "large.js").read_bytes(), None)
        assert fetch(f"{url}small.js", "br") == (b"x", None)
        time.sleep(0.05)
    first = min(BenchmarkHandler.line.sent)
    assert len(content) < first[2] < len(content) + 500
    assert BenchmarkHandler.line.bytes_until(first[0]) == first[2]


def test_a_slow_line_takes_as_long_as_it_says(served: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BenchmarkHandler, "line", Line(bytes_per_second=50_000, round_trip=0.05))
    with local_server.serving(served, BenchmarkHandler) as url:
        begun = time.monotonic()
        fetch(f"{url}large.js", "")
    assert time.monotonic() - begun >= 11_000 / 50_000 + 2 * 0.05


def test_parts_and_rounds_are_for_the_browser_s_benchmark_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BuildError, match="Only the benchmark web"):
        commands.bench(["engine"], rounds=3)
    started: list[list[str]] = []
    monkeypatch.setattr(commands, "run_attached", lambda command: started.append(command) or 0)
    commands.bench(["web"], "cold,warm", 3)
    assert started[0][1:] == ["-m", "benchmarks.web", "--part=cold,warm", "--rounds=3"]


def test_the_journey_is_added_up_and_judged() -> None:
    walked = {"home": Effort(taps=1), "plan": Effort(taps=20, keys=99, pixels=1110, seconds=0.26)}
    text = journey.counts(walked)
    assert cells(text.partition("\n\n")[0]) == [
        ["Home", "1", "0", "0.0", "0.0"],
        ["My LEVERAGE plan", "20", "99", "1.5", "0.3"],
        ["All together", "21", "99", "1.5", "0.3"],
    ]
    assert "120; the goal of at most 120 is met" in text
    assert "not met" in journey.counts({"home": Effort(taps=121)})
