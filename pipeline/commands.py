"""What each of build.py's commands does. They run in the Python of .venv/."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import browsers, editions, environment, local_server, new_calculator, publish, verify
from .progress import ROOT, StoppedError, attend, hand_over

TESTS = ROOT / "tests"
BENCHMARKS = ROOT / "benchmarks"
FIRST_PORT = 8000

_FROM_SOURCES = {"unit", "properties", "setup"}
"""Parts of the tests that read nothing of what a build makes."""

_FROM_RUNTIME = {"parity"}
"""Parts that need no more of a build than Python for the browser."""


def serve(port: int, reload: bool) -> None:
    """Build the site and serve it from this machine until it is interrupted."""
    taken, port = port, local_server.free_port(port)
    if port != taken:
        print(f"Port {taken} is in use, so this takes {port}.")
    editions.make_parts()
    address = f"http://{local_server.HOST}:{port}/"
    variables = {
        **editions.pages_environment("hosted"),
        "UG_SITE_URL": address,
        "UG_LIVE": address,
        "PYTHONDONTWRITEBYTECODE": "1",  # written bytecode would look like a change, and start one more build
    }
    live = "--livereload" if reload else "--no-livereload"
    hand_over([sys.executable, "-m", "mkdocs", "serve", "--no-strict", live, "--dev-addr", f"{local_server.HOST}:{port}"], variables)


def build() -> None:
    """Make site/ and dist/ultimate-gig-<version>.zip."""
    editions.make()
    size = editions.archive().stat().st_size / 1e6
    print(f"The site is in {_short(editions.SITE)}{os.sep}, the download is {_short(editions.archive())} ({size:.1f} MB).")


def test(parts: Sequence[str], options: Sequence[str], *, oracles: bool = False) -> None:  # noqa: PT028 - a command
    """Make what the tests need, unless it is there, and become pytest.

    Args:
        parts: names of folders in tests/; all of them when empty.
        options: what goes on to pytest, paths among them.
        oracles: run the comparison with an independent model, and nothing else.
    """
    if oracles:
        environment.prepare_oracles()
        hand_over([sys.executable, "-m", "pytest", "tests/oracles", "-m", "oracle", *options], {**os.environ, "UG_ORACLES": "1"})
    unknown = [part for part in parts if part not in _parts()]
    if unknown:
        raise StoppedError(f"The tests have no part {', '.join(unknown)}. They have: {', '.join(_parts())}")
    editions.check_calculators()
    asked = set(parts) | {part for option in options for part in _parts() if option.replace(os.sep, "/").startswith(f"tests/{part}")}
    asked = asked or set(_parts())
    side_by_side: list[str] = []
    if asked - _FROM_SOURCES - _FROM_RUNTIME:
        browsers.all_found()
        editions.make_if_changed()
        if not any(option.startswith(("-n", "--numprocesses", "--pdb", "-s")) for option in options):
            side_by_side = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadscope", "--no-loadscope-reorder"]
    elif asked - _FROM_SOURCES:
        editions.make_parts()
    hand_over([sys.executable, "-m", "pytest", *side_by_side, *(f"tests/{part}" for part in parts), *options])


def check(names: Sequence[str], fix: bool) -> None:
    """Run the checks of these names, or all; with `fix`, after setting right what a tool can."""
    verify.check(names, fix)


def bench(names: Sequence[str]) -> None:
    """Run the benchmarks of these names, or all."""
    there = sorted(path.stem for path in BENCHMARKS.glob("*.py") if not path.stem.startswith("_"))
    unknown = sorted(set(names) - set(there))
    if unknown or not there:
        raise StoppedError(f"There is no benchmark {', '.join(unknown)}. There is: {', '.join(there) or 'none yet'}")
    failed = [name for name in names or there if attend([sys.executable, "-m", f"benchmarks.{name}"]) != 0]
    if failed:
        raise StoppedError(f"These benchmarks failed: {', '.join(failed)}")


def new(name: str) -> None:
    """Write the skeleton of a calculator."""
    new_calculator.new_calculator(name)


def release() -> None:
    """Check, test, build, and say what to publish."""
    verify.check()
    if attend([sys.executable, ROOT / "build.py", "test"]) != 0:
        raise StoppedError("Nothing was released: a test failed.")
    build()
    checksum = publish.checksum(editions.archive())
    print(f"\nTo publish version {publish.version()}:")
    print(f"  {_short(editions.SITE)}{os.sep}  is the website: put all of it where it is served from")
    print(f"  {_short(editions.archive())}  is the download; the website has it too")
    print(f"  {_short(checksum)}  is the download's SHA-256: publish it beside the download")
    print(f"  git tag v{publish.version()}")


def _parts() -> list[str]:
    """The parts that the tests have: folders of tests/ with a test in them."""
    return sorted({path.parent.relative_to(TESTS).parts[0] for path in TESTS.glob("*/**/test_*.py")})


def _short(path: Path) -> str:
    return str(path.relative_to(ROOT))
