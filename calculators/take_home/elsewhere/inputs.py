"""What take-home asks in any other country, with the reader's own rates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ElsewhereInputs:
    """Every field here carries only=("elsewhere",)."""
