"""Programs that the tests drive: found on the machine, or installed where that needs no password."""

import glob
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from . import debian
from .progress import BuildError


def find(look: Callable[[], Path | None], package: str, advice: str, otherwise: Callable[[], Path | None] | None = None) -> Path:
    """Return the path of a program that `look` finds, perhaps only after its Debian package was installed.

    Args:
        look: returns the path, or None.
        package: the name of the package.
        advice: what to do where it cannot be installed, as a sentence.
        otherwise: another way to get it, tried last.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    path = look()
    if path is None and debian.install(package):
        path = look()
    if path is None and otherwise is not None:
        path = otherwise()
    if path is None:
        command = f" On Debian: sudo apt-get install {package}" if debian.is_debian() else ""
        raise BuildError(f"The tests need a program that is not installed. {advice}{command}")
    return path


def first(variable: str, *names: str, places: Sequence[str] = ()) -> Path | None:
    """Return the path in an environment variable, or the first of these programs on the PATH, or the first match of these patterns."""
    override = os.environ.get(variable)
    if override:
        return Path(override)
    on_path = (shutil.which(name) for name in names)
    in_places = (match for place in places for match in sorted(glob.glob(os.path.expandvars(place)), reverse=True))  # noqa: PTH207  (an absolute pattern)
    return next((Path(path) for path in (*on_path, *in_places) if path), None)
