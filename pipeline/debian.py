"""Programs from Debian's archive, or Ubuntu's, for whoever may install them: the administrator, as in a container."""

from __future__ import annotations

import os
import platform
import shutil
import sys

from .progress import run, step

_SNAPS_ON_UBUNTU = {"chromium", "firefox-esr"}
"""What Ubuntu's archive lacks, or has as an empty package around a Snap, which does not work in a container."""


def is_debian() -> bool:
    """Whether packages come by apt here."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Whether packages come by apt here, and this is the administrator."""
    return sys.platform != "win32" and is_debian() and os.geteuid() == 0


def install(*packages: str) -> bool:
    """Install packages. False when that failed, or when this is another system or not the administrator."""
    if not may_install() or (_is_ubuntu() and not _SNAPS_ON_UBUNTU.isdisjoint(packages)):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"Installing {', '.join(packages)}"):
        # An update fails too where one of several lists cannot be had, though the others are enough.
        run(["apt-get", "update"], "apt-update", environment)
        return run(["apt-get", "install", "--yes", "--no-install-recommends", *packages], "apt-install", environment).returncode == 0


def _is_ubuntu() -> bool:
    try:
        return platform.freedesktop_os_release().get("ID") == "ubuntu"
    except OSError:
        return False
