"""LibreOffice, which computes the formulas of the readers' spreadsheets in a test. A path in UG_LIBREOFFICE takes precedence."""

import functools
from pathlib import Path

from . import programs

_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"${PROGRAMFILES}\LibreOffice\program\soffice.exe")


@functools.cache
def soffice() -> Path:
    """Return the path of LibreOffice's program.

    Raises:
        BuildError: when there is none and it cannot be installed.
    """
    return programs.find(_any_soffice, "libreoffice-calc-nogui", "Install LibreOffice, or name its program in UG_LIBREOFFICE.")


def _any_soffice() -> Path | None:
    return programs.first("UG_LIBREOFFICE", "soffice", "libreoffice", places=_PLACES)
