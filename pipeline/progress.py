"""What a long step tells the person who waits for it, and how an expected failure ends: a few lines, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).absolute().parents[1]
MADE = ROOT / ".build"
"""Where everything goes that is neither a source nor handed out."""


class StoppedError(Exception):
    """An expected failure. Its text says in one line, or in a few, what is wrong and what to do."""


@contextmanager
def step(title: str, silent_below: float = 0) -> Iterator[None]:
    """Name a step while it runs, and say how many seconds it took.

    On a terminal the seconds count up; in a log the line is begun at once and ended when the step is.

    Args:
        title: what is done, in a few words.
        silent_below: seconds within which a step may end without a word, as one does that finds its work done.
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


def run(command: Sequence[str | Path], log: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program in the project's folder, and keep what it says in .build/logs/ for when it fails.

    Args:
        command: the program and its arguments.
        log: name of the log, without its ending.
        environment: all of the program's environment variables; this process's own when left out.

    Returns:
        The finished process with both outputs in `stdout`, whatever its exit code.
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


def attend(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a program that talks to the terminal itself, and return its exit code; an interruption is its own to answer."""
    sys.stdout.flush()
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def hand_over(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> NoReturn:
    """Let a program take this one's place, so that whoever ends this one ends that one too."""
    if sys.platform == "win32":  # where exec would give the prompt back while the program still runs
        sys.exit(attend(command, environment))
    sys.stdout.flush()
    os.chdir(ROOT)
    arguments = [str(part) for part in command]
    os.execve(arguments[0], arguments, os.environ if environment is None else environment)
