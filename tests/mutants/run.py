"""Try mutants one by one: `python tests/mutants/run.py TREE`, with the mutants of drawing.py as its input, in the order to be tried.

TREE is a copy of the project, in which a mutant's file is written. Each mutant's result is a line of JSON of the output.
"""

import ast
import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from runs import Calls, first_failure, record

PARTS = ("tests/unit", "tests/properties")

CASES = "tests/unit/test_cases.py"
CONTRACT = "tests/unit/test_contract.py"
"""Compares what a module declares, without a call of any of its functions."""
FIRST, REST, OTHERS = 8.0, 60.0, 10.0
"""Seconds of tests, as recorded: the nearest to the mutated function, the others that call it, and others of their files, where it may
have been called once for all tests, on import or in a cache."""


def recorded(root: Path) -> Calls:
    """What each test calls, and under a file's name what collecting it calls, without the tests that fail without a mutant.

    A file's calls are kept beside the tree until it or calculators/ changes.
    """
    sources = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(root.glob("calculators/**/*.*")) if path.suffix != ".pyc"))
    kept = root.parent / "calls.json"
    known = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    files = [path.relative_to(root).as_posix() for part in PARTS for path in sorted(root.glob(f"{part}/**/test_*.py"))]
    calls: Calls = {}
    for file in files:
        state = hashlib.sha256(sources.digest() + (root / file).read_bytes()).hexdigest()
        if known.get(file, {}).get("state") != state:
            by_test, failed = record(root, file)
            print(
                f"{file}: {len(by_test)} tests, {sum(entry[0] for entry in by_test.values()):.1f} s", *failed, file=sys.stderr, flush=True
            )
            passed = {test or file: (entry[0], sorted(entry[1])) for test, entry in by_test.items() if test not in failed}
            known[file] = {"state": state, "calls": passed}
        calls |= {test: (seconds, set(functions)) for test, (seconds, functions) in known[file]["calls"].items()}
    kept.write_text(json.dumps(known), "utf-8")
    return calls


def function_at(source: str, path: str, line: int) -> str:
    """The function whose body a line is in, or else the module's own code, as the recording names it."""
    inside = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.body[0].lineno <= line <= (node.end_lineno or line)
    ]
    if not inside:
        return f"{path}:0"
    function = max(inside, key=lambda node: node.lineno)
    return f"{path}:{min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])}"


def stages(calls: Calls, function: str) -> list[list[str]]:
    """The tests to run: first some that call the function and little else, with worked examples, then the rest, the quickest first."""
    module = function.rpartition(":")[0] + ":"
    own_code = function.endswith(":0")  # runs when the file is collected, so what matters is which tests use the module
    tests = {test: entry for test, entry in calls.items() if "::" in test}
    direct = {
        test
        for test, (_, functions) in tests.items()
        if function in functions or (own_code and any(f.startswith(module) for f in functions))
    }
    files = {test.partition("::")[0] for test, (_, functions) in calls.items() if function in functions}

    def specific(test: str) -> int:
        return len(tests[test][1])

    best: dict[str, int] = defaultdict(lambda: sys.maxsize)
    for test in direct:
        file = test.partition("::")[0]
        best[file] = min(best[file], specific(test))
    near = {*sorted(best, key=lambda file: best[file])[:5], CASES}
    first = _within(FIRST, sorted((test for test in direct if test.partition("::")[0] in near), key=specific), tests)
    if own_code and CONTRACT in files:
        first = [*(test for test in tests if test.startswith(f"{CONTRACT}::")), *first]
    others = {test for test in tests if test.partition("::")[0] in files} - direct

    def quickest(names: set[str]) -> list[str]:
        return sorted(names, key=lambda test: (tests[test][0], test))

    return [first, _within(REST, quickest(direct - set(first)), tests), _within(OTHERS, quickest(others - set(first)), tests)]


def _within(seconds: float, names: list[str], tests: Calls) -> list[str]:
    chosen = []
    for name in names:
        seconds -= tests[name][0]
        if seconds > 0:
            chosen.append(name)
    return chosen


def main() -> None:
    """Record the calls, then write one mutant after another into the tree and run tests."""
    root = Path(sys.argv[1]).resolve()
    os.chdir(root)
    sys.path.insert(0, str(root))
    calls = recorded(root)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # for what tests start
    for mutant in json.load(sys.stdin)["mutants"]:
        source = mutant.pop("source")
        function = function_at((root / mutant["path"]).read_text("utf-8"), mutant["path"], mutant["line"])
        chosen = stages(calls, function)
        noticed = (noticed_by(root / mutant["path"], source, tests, 15 + 2 * sum(calls[test][0] for test in tests)) for tests in chosen)
        killer = next(filter(None, noticed), None)
        print(json.dumps({**mutant, "killer": killer, "tests": sum(map(len, chosen))}), flush=True)


def noticed_by(path: Path, source: str, tests: Sequence[str], seconds: float) -> str | None:
    """What notices a mutant, if the same tests in the same order notice nothing without it."""
    original, times = path.read_text("utf-8"), path.stat()
    path.write_text(source, "utf-8")
    try:
        killer = first_failure(tests, seconds) if tests else None
    finally:
        path.write_text(original, "utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))  # its bytecode is valid again
    if killer is None:
        return None
    until = tests[: tests.index(killer) + 1] if killer in tests else tests
    return None if first_failure(until, seconds) else killer


if __name__ == "__main__":
    main()
