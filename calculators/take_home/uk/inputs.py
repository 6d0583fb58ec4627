"""What take-home asks in the United Kingdom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class UkInputs:
    """Every field here carries only=("uk",)."""
