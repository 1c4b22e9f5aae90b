"""How much work may still be done: counted, never timed, so that the same question always gets the same answer."""

from __future__ import annotations

from dataclasses import dataclass, field


class BudgetSpent(Exception):  # noqa: N818  nothing went wrong: it carries the news out of a recursion
    """There is nothing left of the budget."""


@dataclass(slots=True)
class Budget:
    """What is left of the work allowed. One step is about as much as looking at one premise of one rule."""

    allowed: int
    """How many steps there were."""
    left: int = field(init=False)
    """How many are left; never below 0."""

    def __post_init__(self) -> None:
        """Begin with all that is allowed."""
        self.left = max(0, self.allowed)

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return not self.left

    def spend(self, steps: int) -> bool:
        """Take some steps off; false when nothing is left after them."""
        self.left = max(0, self.left - steps)
        return self.left > 0
