"""Ground programs written for clingo, a solver that shares nothing with ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import clingo

from bartizan.engine.program import Program


def as_asp(program: Program, given: Iterable[int]) -> Iterator[str]:
    """Yield the rules and what is given, each fact by its number."""
    for head, body in zip(program.heads, program.bodies, strict=True):
        yield f"h({head})" + (" :- " + ",".join(f"h({fact})" for fact in body) if body else "") + "."
    for fact in given:
        yield f"h({fact})."


def concluded(program: Program, given: Iterable[int]) -> set[int]:
    """Return what follows."""
    control = clingo.Control(message_limit=0)
    control.add("base", [], "\n".join(as_asp(program, given)))
    control.ground([("base", [])])
    found: list[set[int]] = []
    control.solve(on_model=lambda model: found.append(set(numbers(model, "h"))))
    (model,) = found
    return model


def minimal_sets(
    program: Program, base: Iterable[int], controls: Iterable[int], goal: int
) -> set[tuple[int, ...]]:
    """Return all minimal cut sets: each model is the smallest choice in its direction, and excludes those that hold it."""
    control = clingo.Control(["--heuristic=Domain", "--enum-mode=domRec", "--models=0"], message_limit=0)
    controls = list(controls)
    choices = [f"{{d({fact})}}. h({fact}) :- d({fact}). #heuristic d({fact}). [1,false]" for fact in controls]
    control.add("base", [], "\n".join([*as_asp(program, base), *choices, f":- not h({goal})."]))
    control.ground([("base", [])])
    found: set[tuple[int, ...]] = set()
    control.solve(on_model=lambda model: found.add(tuple(sorted(numbers(model, "d")))))
    return found


def numbers(model: clingo.Model, name: str) -> Iterator[int]:
    """Yield the numbers of the facts of a model that have that name."""
    for symbol in model.symbols(atoms=True):
        if symbol.name == name:
            yield symbol.arguments[0].number
