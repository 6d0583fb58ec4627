"""Install packages with apt on Debian or Ubuntu, where this process may do so: as root, as in a container."""

import os
import platform
import shutil
import sys

from .progress import run, step

_SNAPS_ON_UBUNTU = {"chromium", "firefox-esr"}
"""Packages that Ubuntu does not have, or has only as a Snap, which does not work in a container."""


def is_debian() -> bool:
    """Whether this system has apt."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Whether this system has apt, and this process runs as root."""
    return sys.platform != "win32" and is_debian() and os.geteuid() == 0


def install(*packages: str) -> bool:
    """Install packages. Return False when that fails or is not possible here."""
    if not may_install() or (_is_ubuntu() and not _SNAPS_ON_UBUNTU.isdisjoint(packages)):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"Installing {', '.join(packages)}"):
        # An update also fails when only one of several lists cannot be fetched; the others may be enough.
        run(["apt-get", "update"], "apt-update", environment)
        return run(["apt-get", "install", "--yes", "--no-install-recommends", *packages], "apt-install", environment).returncode == 0


def _is_ubuntu() -> bool:
    try:
        return platform.freedesktop_os_release().get("ID") == "ubuntu"
    except OSError:
        return False
