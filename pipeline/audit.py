"""What `build.py audit` checks: a license for all that is shipped, a hash for all that is installed, and known vulnerabilities.

Advisories are in OSV's format, in which PyPI's and npm's databases are both published: from osv.dev, or from a file, such as its all.zip.
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from packaging.version import InvalidVersion, Version

from .components import Component
from .progress import ROOT, BuildError

LOCKS = (ROOT / "requirements.txt", ROOT / "package-lock.json")
LICENSES = frozenset(
    {
        *("0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0", "OFL-1.1"),
        *("PSF-2.0", "W3C-20150513", "Zlib", "blessing", "bzip2-1.0.6"),
    }
)
"""Licenses under which the site may contain something: their terms are met by the notices."""

OSV = "https://api.osv.dev/v1/querybatch"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


class Event(TypedDict, total=False):
    """Where a range of affected versions begins or ends."""

    introduced: str
    fixed: str
    last_affected: str


class Unreachable(Exception):
    """The advisories could not be fetched."""


@dataclass(frozen=True)
class Package:
    """A locked package: the ecosystem that names it in an advisory, its name and its version."""

    ecosystem: str
    name: str
    version: str


def license_faults(parts: Iterable[Component]) -> list[str]:
    """Return a line for each component whose license is not one of LICENSES or has no text."""
    return [
        f"{part.name}: the license {part.license!r} is not one that the site may have" for part in parts if part.license not in LICENSES
    ] + [f"{part.name}: its license has no text" for part in parts if len(part.text.split()) < 10]


def locked(requirements: str, lock: str) -> list[Package]:
    """Return every package of the two lock files."""
    packages = [Package("PyPI", name.lower().replace("_", "-"), version) for name, version in _PIN.findall(requirements)]
    return packages + [Package("npm", _npm_name(path), entry["version"]) for path, entry in _npm_entries(lock)]


def pin_faults(requirements: str, lock: str) -> list[str]:
    """Return a line for each package that is locked without an exact version or without a hash of its content."""
    blocks = [block for block in re.split(r"\n(?=\S)", requirements.strip()) if not block.startswith("#")]
    faults = [f"requirements.txt: {block.split()[0]} has no exact version" for block in blocks if not _PIN.match(block)]
    faults += [f"requirements.txt: {block.split()[0]} has no hash" for block in blocks if "--hash=sha256:" not in block]
    entries = list(_npm_entries(lock))
    strong = re.compile(r"sha(256|384|512)-")
    return faults + [f"package-lock.json: {path} has no hash" for path, entry in entries if not strong.match(entry.get("integrity", ""))]


def _npm_entries(lock: str) -> Iterator[tuple[str, dict[str, str]]]:
    packages: dict[str, dict[str, str]] = json.loads(lock)["packages"]
    yield from ((path, entry) for path, entry in packages.items() if path and "link" not in entry)


def _npm_name(path: str) -> str:
    return path.rpartition("node_modules/")[2]


def known(packages: Sequence[Package]) -> list[str]:
    """Ask osv.dev about packages, and return a line for each advisory.

    Raises:
        Unreachable: when it does not answer.
    """
    queries = [{"package": {"ecosystem": p.ecosystem, "name": p.name}, "version": p.version} for p in packages]
    request = urllib.request.Request(OSV, json.dumps({"queries": queries}).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - https
            results = json.load(answer)["results"]
    except (urllib.error.URLError, TimeoutError, json.JSONDecodeError, KeyError) as error:
        raise Unreachable(str(getattr(error, "reason", error))) from error
    return [_line(package, entry["id"]) for package, result in zip(packages, results, strict=True) for entry in result.get("vulns", ())]


def known_from(file: Path, packages: Sequence[Package]) -> list[str]:
    """Return a line for each advisory of a file that is about a package.

    Args:
        file: JSON with one advisory or a list of them, or a zip file with one JSON file for each, as osv.dev offers for each ecosystem.
        packages: the locked packages.

    Raises:
        BuildError: when the file is neither.
    """
    by_name: dict[tuple[str, str], list[Package]] = {}
    for package in packages:
        by_name.setdefault((package.ecosystem, package.name), []).append(package)
    try:
        advisories = list(_advisories(file))
        return [
            _line(package, str(advisory["id"]))
            for advisory in advisories
            for affected in advisory.get("affected", ())
            for package in by_name.get((affected["package"]["ecosystem"], affected["package"]["name"]), ())
            if is_affected(package.version, affected)
        ]
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise BuildError(f"{file} is not a file of advisories in OSV's format: {error}") from error


def _advisories(file: Path) -> Iterator[dict[str, list[dict[str, dict[str, str]]]]]:
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            yield from (json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json"))
    else:
        content = json.loads(file.read_text("utf-8"))
        yield from content if isinstance(content, list) else [content]


def is_affected(version: str, affected: Mapping[str, object]) -> bool:
    """Return whether an entry of an advisory names a version, or has a range that contains it."""
    versions, ranges = affected.get("versions"), affected.get("ranges")
    if isinstance(versions, list) and version in versions:
        return True
    kinds = {"ECOSYSTEM", "SEMVER"}
    return isinstance(ranges, list) and any(_in_range(version, entry["events"]) for entry in ranges if entry["type"] in kinds)


def _in_range(version: str, events: Sequence[Event]) -> bool:
    """Return whether a version lies in a range, whose events may be in any order."""
    this, inside = _ordered(version), False
    for event in sorted(events, key=lambda event: _ordered(next(iter(event.values())))):  # type: ignore[arg-type]
        if "introduced" in event and _ordered(event["introduced"]) <= this:
            inside = True
        if ("fixed" in event and _ordered(event["fixed"]) <= this) or (
            "last_affected" in event and _ordered(event["last_affected"]) < this
        ):
            inside = False
    return inside


def _ordered(version: str) -> Version:
    """Return a version that can be compared. A prerelease that only npm knows counts as its release, so that nothing is overlooked."""
    try:
        return Version(version)
    except InvalidVersion:
        return Version(re.split(r"[-+]", version)[0])


def _line(package: Package, advisory: str) -> str:
    return f"{package.ecosystem}: {package.name} {package.version} is affected by {advisory}"
