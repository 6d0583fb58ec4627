"""Run tests in forked processes: record which functions of calculators/ each calls, then look for one that notices a mutant.

A fork imports calculators/ and tests/ anew, so that it sees the mutant; the packages below are imported once, before the first fork.
"""

import contextlib
import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from types import CodeType, FrameType

import hypothesis.strategies  # noqa: F401 - warms the process that forks
import playwright.sync_api  # noqa: F401
import pytest
import xdist.scheduler  # noqa: F401

OPTIONS = ("-q", "--no-header", "--no-summary", "-W", "ignore")
MEMORY = 4 << 30
"""Bytes of data: a mutant may ask for a list without end."""

PATIENCE = 20
"""How many seconds a fork may take for each second of its processor time, on a machine with other work."""

Calls = dict[str, tuple[float, set[str]]]
"""By test: its seconds of processor time, and the functions that it calls, "calculators/bridge.py:12", with 0 for a module's own code."""


class Recorder:
    """A plugin of pytest that notes what each test calls, what collecting it calls, and which fail."""

    def __init__(self, root: Path) -> None:
        self.root = f"{root}{os.sep}"
        self.codes: dict[int, CodeType] = {}
        self.calls: Calls = {}
        self.failed: list[str] = []

    def trace(self, frame: FrameType, event: str, argument: object) -> None:
        """Note a call. Without a return value, Python does not trace the lines of the function."""
        self.codes[id(frame.f_code)] = frame.f_code

    def functions(self) -> set[str]:
        """The functions of calculators/ called since the last time."""
        called, self.codes = self.codes, {}  # what runs from here on is traced, too
        inside = [code for code in called.values() if code.co_filename.startswith(f"{self.root}calculators/")]
        lines = [0 if code.co_name == "<module>" else code.co_firstlineno for code in inside]
        return {f"{code.co_filename.removeprefix(self.root)}:{line}" for code, line in zip(inside, lines, strict=True)}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        start = time.process_time()
        result = yield
        self.calls[item.nodeid] = time.process_time() - start, self.functions()
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_collection_finish(self, session: pytest.Session) -> Generator[None]:
        self.calls[""] = 0.0, self.functions()
        yield

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


class Selection:
    """A plugin of pytest that runs only some tests, in the given order, and notes which fails."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.rank = {test: index for index, test in enumerate(tests)}
        self.failed = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.rank), key=lambda item: self.rank[item.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = report.nodeid


def record(root: Path, file: str) -> tuple[Calls, list[str]]:
    """What each test of a file calls, under "" what collecting the file calls, and the tests that fail without any mutant."""

    def work() -> object:
        recorder = Recorder(root)
        sys.settrace(recorder.trace)
        pytest.main([*OPTIONS, file], [recorder])
        sys.settrace(None)
        return [{test: (seconds, sorted(functions)) for test, (seconds, functions) in recorder.calls.items()}, recorder.failed]

    answer = forked(work, 600)
    if answer is None:
        raise RuntimeError(f"{file} ended before its last test.")
    calls, failed = json.loads(answer)
    return {test: (seconds, set(functions)) for test, (seconds, functions) in calls.items()}, failed


def first_failure(tests: Sequence[str], seconds: float) -> str | None:
    """The first of the tests that fails, "an import", "no answer" after some seconds of processor time, or None."""

    def work() -> object:
        sys.dont_write_bytecode = True  # of a mutant
        selection = Selection(tests)
        code = pytest.main([*OPTIONS, "-x", *dict.fromkeys(test.partition("::")[0] for test in tests)], [selection])
        passed = code in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
        return selection.failed or ("" if passed else "an import")

    answer = forked(work, seconds)
    return "no answer" if answer is None else json.loads(answer) or None


def forked(work: Callable[[], object], seconds: float) -> str | None:
    """What `work` returns in a fork of this process, as JSON, or None after some seconds of processor time, or without an answer."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(work, sending, seconds)
    os.close(sending)
    answer, end = b"", time.monotonic() + PATIENCE * seconds
    while (left := end - time.monotonic()) > 0 and select.select([receiving], [], [], left)[0] and (part := os.read(receiving, 1 << 20)):
        answer += part
    os.close(receiving)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # with whatever the tests have started
    os.waitpid(child, 0)
    return answer.decode() or None


def _answer(work: Callable[[], object], sending: int, seconds: float) -> None:
    """Send what `work` returns, in the fork, which ends here."""
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        text = json.dumps(work())
        with os.fdopen(sending, "w") as pipe:
            pipe.write(text)
    finally:
        os._exit(0)
