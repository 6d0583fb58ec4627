"""What take-home asks in Australia."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class AuInputs:
    """Every field here carries only=("au",)."""
