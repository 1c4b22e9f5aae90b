"""Reads lengths of time as people write them on a page: `24 h`, `90 days`, `1 year`."""

from __future__ import annotations

import re

_UNITS = {"s": 1 / 3600, "sec": 1 / 3600, "second": 1 / 3600, "m": 1 / 60, "min": 1 / 60, "minute": 1 / 60, "h": 1.0,
          "hour": 1.0, "d": 24.0, "day": 24.0, "w": 168.0, "week": 168.0, "month": 730.0, "y": 8760.0, "year": 8760.0}  # fmt: skip


def hours(text: str | None) -> float | None:
    """Return how many hours a length of time is: `24 h`, `90 days`, `1 year`; nothing when it is not understood."""
    found = re.fullmatch(r"\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([a-z]{1,8}?)s?\s*", (text or "").lower())
    if not found:
        return None
    unit = _UNITS.get(found[2]) or _UNITS.get(f"{found[2]}s")
    return float(found[1]) * unit if unit else None
