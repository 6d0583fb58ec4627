"""What take-home asks in Canada."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CaInputs:
    """Every field here carries only=("ca",)."""
