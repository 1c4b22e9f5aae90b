"""How much a property matters, and how strong someone or something is."""

from __future__ import annotations

from enum import Enum


class Strength(Enum):
    """How capable a threat actor is, or how capable an attacker must be to get past a control."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    UNKNOWN = "unknown"
