"""The numbers that interfaces have on the diagram."""

from __future__ import annotations

from bartizan.model.architecture import Architecture
from bartizan.model.interface import Interface

_LONGEST = 9
"""Nobody numbers a billion interfaces; longer digits are an id that happens to be digits."""


def number_of(interface: Interface) -> str | None:
    """Return the number of an interface: what it says, else its id where that is one; `07` is `7`."""
    said = interface.number or (interface.id if interface.id.isdecimal() else None)
    return said.strip(" .").lstrip("0") or "0" if said else None


def highest_number(architecture: Architecture) -> int:
    """Return the highest number on the page, so that the next one is free."""
    said = (number_of(interface) or "" for interface in architecture.interfaces.values())
    return max((int(number) for number in said if number.isdecimal() and len(number) < _LONGEST), default=0)
