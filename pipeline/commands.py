"""The commands of build.py. They run in the Python of .venv/."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import browsers, editions, environment, libreoffice, local_server, new_calculator, publish, verify
from .progress import ROOT, BuildError, replace_process, run_attached

TESTS = ROOT / "tests"
BENCHMARKS = ROOT / "benchmarks"

NOT_LOOKED_UP = 3
"""The exit code of an audit without advisories."""

_FROM_SOURCES = {"unit", "properties", "fuzz", "setup"}
"""Parts of the tests that need no build."""

_FROM_RUNTIME = {"parity"}
"""Parts of the tests that need only Python for the browser."""

LONG_RUNS = {
    "oracles": ("tests/oracles", "-m", "oracle"),
    "fuzz": ("tests/fuzz",),
    "mutants": ("tests/mutants",),
    "reproducible": ("tests/offline/test_reproducible.py",),
}
"""Tests that are too long for every day, with the arguments for pytest. An environment variable UG_<NAME> tells them to run whole."""


def serve(port: int, reload: bool) -> None:
    """Build the site and serve it from this machine until it is interrupted."""
    taken, port = port, local_server.free_port(port)
    if port != taken:
        print(f"Port {taken} is in use; using {port} instead.")
    editions.make_parts()
    address = f"http://{local_server.HOST}:{port}/"
    variables = {
        **editions.pages_environment("hosted"),
        "UG_SITE_URL": address,
        "UG_LIVE": address,
        "PYTHONDONTWRITEBYTECODE": "1",  # new bytecode would look like a change and start another build
    }
    live = "--livereload" if reload else "--no-livereload"
    replace_process([sys.executable, "-m", "mkdocs", "serve", "--no-strict", live, "--dev-addr", f"{local_server.HOST}:{port}"], variables)


def build() -> None:
    """Make site/ and dist/ultimate-gig-<version>.zip."""
    if not editions.make_if_changed():
        print("Nothing has changed since the last build.")
    size = editions.archive().stat().st_size / 1e6
    print(f"The site is in {_short(editions.SITE)}{os.sep}, the download is {_short(editions.archive())} ({size:.1f} MB).")


def test(parts: Sequence[str], options: Sequence[str], special: str | None = None) -> None:  # noqa: PT028 - a command
    """Build what the tests need, unless it is up to date, then run pytest in place of this process.

    `parts` are names of folders in tests/, all of them when empty, and `options` arguments for pytest, such as paths. With the name of one
    of LONG_RUNS as `special`, only that runs.
    """
    if special is not None:
        if special == "oracles":
            environment.prepare_oracles()
        elif special == "mutants":
            environment.prepare_mutants()
        elif special == "fuzz":
            editions.make_parts()
        replace_process([sys.executable, "-m", "pytest", *LONG_RUNS[special], *options], {**os.environ, f"UG_{special.upper()}": "1"})
    unknown = [part for part in parts if part not in _parts()]
    if unknown:
        raise BuildError(f"The tests have no part {', '.join(unknown)}. The parts are: {', '.join(_parts())}")
    editions.check_calculators()
    in_options = {part for option in options for part in _parts() if option.replace(os.sep, "/").startswith(f"tests/{part}")}
    selected = set(parts) | in_options or set(_parts())
    if "parity" in selected:
        libreoffice.soffice()
    parallel: list[str] = []
    if selected - _FROM_SOURCES - _FROM_RUNTIME:
        browsers.all_found()
        editions.make_if_changed()
        if not any(option.startswith(("-n", "--numprocesses", "--pdb", "-s")) for option in options):
            parallel = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadscope", "--no-loadscope-reorder"]
    elif selected - _FROM_SOURCES:
        editions.make_parts()
    replace_process([sys.executable, "-m", "pytest", *parallel, *(f"tests/{part}" for part in parts), *options])


def check(names: Sequence[str], fix: bool) -> None:
    """Run the named checks, or all; with `fix`, first let the tools fix what they can."""
    verify.check(names, fix)


def audit(advisories: str | None) -> None:
    """Check licenses and pins, and look up known vulnerabilities, in a file of advisories if one is given.

    Raises:
        BuildError: with a line for each fault.
        SystemExit: with NOT_LOOKED_UP when the vulnerabilities could not be looked up and nothing else is wrong.
    """
    from . import audit, notices  # these need the packages that environment.py installs

    editions.make_parts()
    parts = notices.components()
    texts = [path.read_text("utf-8") for path in audit.LOCKS]
    packages = audit.locked(*texts)
    faults = audit.license_faults(parts) + audit.pin_faults(*texts)
    unreachable = ""
    try:
        faults += audit.known_from(Path(advisories), packages) if advisories else audit.known(packages)
    except audit.Unreachable as error:
        unreachable = f"The vulnerabilities of {len(packages)} locked packages could not be looked up at osv.dev: {error}"
    if faults:
        raise BuildError("\n".join([f"{len(faults)} findings:", *faults, *filter(None, [unreachable])]))
    print(f"{len(parts)} components are shipped, each with a license that the site may have, and its text.")
    print(f"{len(packages)} packages are locked, each with its version and a hash.")
    print(unreachable or "No known vulnerability affects a locked package.")
    if unreachable:
        sys.exit(NOT_LOOKED_UP)


def bench(names: Sequence[str], part: str | None = None, rounds: int | None = None) -> None:
    """Run the named benchmarks, or all.

    Args:
        names: modules in benchmarks/; all of them when empty.
        part: for the benchmark web alone, what to measure, separated by commas.
        rounds: for the benchmark web alone, how often to measure.
    """
    options = [f"--{name}={value}" for name, value in (("part", part), ("rounds", rounds)) if value is not None]
    if options and list(names) != ["web"]:
        raise BuildError("Only the benchmark web has parts and rounds: build.py bench web --part cold,warm --rounds 3")
    available = sorted(path.stem for path in BENCHMARKS.glob("*.py") if not path.stem.startswith("_"))
    unknown = sorted(set(names) - set(available))
    if unknown or not available:
        raise BuildError(f"There is no benchmark {', '.join(unknown)}. The benchmarks are: {', '.join(available) or 'none yet'}")
    failed = [name for name in names or available if run_attached([sys.executable, "-m", f"benchmarks.{name}", *options]) != 0]
    if failed:
        raise BuildError(f"These benchmarks failed: {', '.join(failed)}")


def new(name: str) -> None:
    """Write the skeleton of a calculator."""
    new_calculator.new_calculator(name)


def release() -> None:
    """Check, test and build, then print what to publish."""
    verify.check()
    if run_attached([sys.executable, ROOT / "build.py", "test"]) != 0:
        raise BuildError("Nothing was released, because a test failed.")
    build()
    checksum = publish.checksum(editions.archive())
    print(f"\nTo publish version {publish.version()}:")
    print(f"  {_short(editions.SITE)}{os.sep}  is the website: upload all of it to your web server")
    print(f"  {_short(editions.archive())}  is the download; the website has it too")
    print(f"  {_short(checksum)}  is the download's SHA-256: publish it beside the download")
    print(f"  git tag v{publish.version()}")


def _parts() -> list[str]:
    """Return the parts of the tests: the folders of tests/ that contain a test."""
    return sorted({path.parent.relative_to(TESTS).parts[0] for path in TESTS.glob("*/**/test_*.py")})


def _short(path: Path) -> str:
    return str(path.relative_to(ROOT))
