"""Progress of long steps, programs that are run, and the error for expected failures."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).absolute().parents[1]
MADE = ROOT / ".build"
"""The folder for intermediate files: neither sources nor results."""


class BuildError(Exception):
    """An expected failure, reported without a traceback. Its text says in a line or a few what is wrong and what to do."""


@contextmanager
def step(title: str, silent_below: float = 0) -> Iterator[None]:
    """Print a step's title while it runs, then the seconds that it took.

    On a terminal the seconds count up; in a log the line is finished when the step is. A step that takes fewer seconds than
    `silent_below` prints nothing, as when it finds that nothing has changed.
    """
    started = time.monotonic()
    ended = threading.Event()
    shown = threading.Event()
    terminal = sys.stdout.isatty()

    def tell() -> None:
        if silent_below and ended.wait(silent_below):
            return
        shown.set()
        print(f"  {title} ...", end="", flush=True)
        while terminal and not ended.wait(1):
            print(f"\r  {title} ... {time.monotonic() - started:.0f} s", end="", flush=True)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    outcome = "failed after "
    try:
        yield
        outcome = ""
    finally:
        ended.set()
        teller.join()
        if shown.is_set():
            begun = f"\r  {title} ..." if terminal else ""
            print(f"{begun} {outcome}{time.monotonic() - started:.1f} s", flush=True)


def in_parallel(*tasks: Callable[[], object]) -> None:
    """Run independent tasks, which wait for programs or compress, at the same time.

    Raises:
        Exception: that of the first task which failed, after all have ended.
    """
    with ThreadPoolExecutor(len(tasks) or 1) as pool:
        started = [pool.submit(task) for task in tasks]
    for task in started:
        task.result()


def run(command: Sequence[str | Path], log: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program in the project's folder, and write its output to a log of this name in .build/logs/.

    The finished process has both output streams in `stdout`, whatever its exit code. `environment` replaces this process's own variables.
    """
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    logs = MADE / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    (logs / f"{log}.txt").write_text(done.stdout, "utf-8")
    return done


def run_attached(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a program on the terminal, and return its exit code. It handles an interruption itself."""
    sys.stdout.flush()
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def replace_process(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> NoReturn:
    """Replace this process by a program, so that a signal to this process reaches the program."""
    if sys.platform == "win32":  # where exec would return to the prompt while the program still runs
        sys.exit(run_attached(command, environment))
    sys.stdout.flush()
    os.chdir(ROOT)
    arguments = [str(part) for part in command]
    os.execve(arguments[0], arguments, os.environ if environment is None else environment)
