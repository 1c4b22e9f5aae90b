"""Small random programs, with circles and without, and what follows from them by trying everything."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from bartizan.engine.fixpoint import conclude
from bartizan.engine.program import Program, make_program


@dataclass(frozen=True, slots=True)
class Small:
    """A small program and what is asked about it."""

    program: Program
    base: tuple[int, ...]
    controls: tuple[int, ...]
    goal: int

    def holds(self, *added: int) -> bool:
        """Whether the goal follows when these are added to the base."""
        return self.goal in conclude(self.program, (*self.base, *added))

    def minimal(self) -> list[tuple[int, ...]]:
        """The minimal cut sets, by trying all, smallest first."""
        found: list[tuple[int, ...]] = []
        for size in range(len(self.controls) + 1):
            for chosen in combinations(self.controls, size):
                if not any(set(each) <= set(chosen) for each in found) and self.holds(*chosen):
                    found.append(chosen)
        return found


def small(seed: int, *, controls: int = 8, facts: int = 12, circles: bool = True, shuffle: int = 0) -> Small:
    """Return a random program; the same seed gives the same one, its rules in another order for each `shuffle`."""
    chance = random.Random(seed)  # noqa: S311  nothing secret depends on it
    names = [f"c{number}" for number in range(controls)] + [f"f{number:02}" for number in range(facts)]
    derived = names[controls:]
    rules: list[tuple[str, list[str], object]] = []
    for _ in range(chance.randrange(facts, 4 * facts)):
        place = chance.randrange(facts)
        below = names if circles else names[: controls + place]
        body = chance.sample(below, min(len(below), chance.choice((1, 1, 2, 2, 2, 3, 3, 4))))
        # Now and then a control follows from something, too.
        heads = names if circles and chance.random() < 0.05 else [derived[place]]
        rules.append((chance.choice(heads), body, len(rules)))
    if shuffle:
        random.Random(shuffle).shuffle(rules)  # noqa: S311
    program = make_program(rules, names)
    base = tuple(chance.sample(range(controls, controls + facts), chance.randrange(3)))
    return Small(program, base, tuple(range(controls)), controls + facts - 1)


def tree_like(seed: int, *, events: int, layers: int) -> Small:
    """Return a random fault tree without circles: layers of gates, *and* over *or*, that share gates and events below.

    Some gates may be used by none.
    """
    chance = random.Random(seed)  # noqa: S311
    rules: list[tuple[str, list[str], object]] = []
    leaves = [f"e{number}" for number in range(events)]
    below = leaves
    number = 0
    for layer in range(layers):
        layer_gates = []
        for _ in range(1 if layer == layers - 1 else 2 + (layers - layer)):
            parts = set(chance.sample(below, min(len(below), chance.randrange(2, 4))))
            if chance.random() < 0.4:
                parts.add(chance.choice(leaves))
            kind = "and" if layer % 2 else "or"
            rules.extend(gate_rules(f"g{number}", sorted(parts), kind))
            layer_gates.append(f"g{number}")
            number += 1
        below = layer_gates
    program = make_program(rules, leaves)
    return Small(program, (), tuple(range(events)), program.numbers[f"g{number - 1}"])


def gate_rules(gate: str, below: list[str], kind: str) -> Iterable[tuple[str, list[str], object]]:
    """Return the rules of a gate."""
    return [(gate, below, kind)] if kind == "and" else [(gate, [each], kind) for each in below]
