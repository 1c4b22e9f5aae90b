"""A ground program: rules without variables, as numbers, in the order in which they were given."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, eq=False)
class Program:
    """Rules `head ← body`, each body a set of facts that must all hold. No negation: more facts in, more facts out.

    Whoever makes one feeds its rules in an order of their own that does not depend on how the page was written (sorted
    by name); then every answer has one order, too.
    """

    names: Sequence[Hashable]
    """The fact that each number stands for."""
    heads: Sequence[int]
    """What each rule concludes."""
    bodies: Sequence[tuple[int, ...]]
    """What each rule needs, without repetition; an empty body always holds."""
    origins: Sequence[object] = field(default=())
    """What each rule came from: not looked at here, handed back with every proof."""

    @cached_property
    def numbers(self) -> dict[Hashable, int]:
        """The number of each fact."""
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def lengths(self) -> bytearray | array[int]:
        """How many facts each rule needs."""
        try:
            return bytearray(map(len, self.bodies))
        except ValueError:  # one needs more facts than an octet counts to
            return array("i", map(len, self.bodies))

    @cached_property
    def always(self) -> list[int]:
        """The rules that need nothing."""
        return [rule for rule, length in enumerate(self.lengths) if not length] if 0 in self.lengths else []

    @cached_property
    def uses(self) -> Sequence[Sequence[int]]:
        """The rules that need each fact."""
        # Plain numbers side by side: in a large program it is memory that takes the time, and objects lie far apart.
        uses = [array("i") for _ in self.names]
        for rule, body in enumerate(self.bodies):
            for fact in body:
                uses[fact].append(rule)
        return uses

    @cached_property
    def makers(self) -> Sequence[Sequence[int]]:
        """The rules that conclude each fact."""
        makers: list[list[int]] = [[] for _ in self.names]
        for rule, head in enumerate(self.heads):
            makers[head].append(rule)
        return makers


class Numbers(dict[Hashable, int]):
    """Gives each name the next number when it is first asked for."""

    def __missing__(self, name: Hashable) -> int:
        """Number a name that is new."""
        number = self[name] = len(self)
        return number


def make_program(
    rules: Iterable[tuple[Hashable, Iterable[Hashable], object]], facts: Iterable[Hashable] = ()
) -> Program:
    """Return the program of rules `(head, body, origin)`; `facts` may name some that no rule mentions."""
    numbers = Numbers()
    heads = array("i")
    bodies: list[tuple[int, ...]] = []
    origins: list[object] = []
    for fact in facts:
        numbers[fact]
    for head, names, origin in rules:
        heads.append(numbers[head])
        body = tuple([numbers[name] for name in names])
        if len(body) > 1 and len(set(body)) < len(body):
            body = tuple(dict.fromkeys(body))
        bodies.append(body)
        origins.append(origin)
    return Program(tuple(numbers), heads, bodies, origins)
