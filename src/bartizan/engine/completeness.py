"""How much of an answer is there: all of it, up to an order, the first few, or what was found before the budget ran out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Complete:
    """Nothing is missing: all that could be found was found, and that there is no more is proved."""

    def __str__(self) -> str:
        return "complete"


@dataclass(frozen=True, slots=True)
class UpToOrder:
    """Every set of up to so many is there; larger ones were not looked for."""

    order: int
    """The most that a set may hold."""

    def __str__(self) -> str:
        return f"up to order {self.order}"


@dataclass(frozen=True, slots=True)
class Top:
    """The first so many are there, smallest or cheapest first; there may be more behind them."""

    count: int
    """How many were asked for."""

    def __str__(self) -> str:
        return f"top {self.count}"


@dataclass(frozen=True, slots=True)
class Stopped:
    """The budget ran out. What was found holds; what was not found is not known, and is never a *no*."""

    budget: int
    """How much work was allowed."""
    what: str
    """What the budget counts, in the plural: rule evaluations, nodes, sets."""
    order: int | None = None
    """Every set of up to so many is there all the same; nothing where even that is not known."""
    one_more: int | None = None
    """In how many further steps one set was found all the same, maybe not the cheapest; nothing where that was not needed."""

    def __str__(self) -> str:
        known = "" if self.order is None else f", complete up to order {self.order}"
        one = (
            "" if self.one_more is None
            else f"; one of them, found in {self.one_more} more, maybe not the cheapest"
        )  # fmt: skip
        what = self.what.removesuffix("s") if self.budget == 1 else self.what
        return f"stopped after {self.budget} {what}{known}{one}"


Completeness = Complete | UpToOrder | Top | Stopped
"""What every answer carries that could be partial."""
