"""Where it is worth standing guard: what falls with each control, and which ones must hold so that a goal cannot be reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from bartizan.engine.budget import Budget
from bartizan.engine.completeness import Complete, Completeness, Stopped, Top
from bartizan.engine.hitting_sets import hitting_sets
from bartizan.engine.lanes import SWEEP_BUDGET, mask, sweep
from bartizan.engine.program import Program

HARDENING_BUDGET = 5_000_000
"""Steps after which it stops."""


@dataclass(frozen=True, slots=True)
class Fall:
    """What follows when one control falls alone."""

    control: int
    """The fact that says that it has fallen."""
    opens: int
    """How many facts follow that did not before; itself not counted. 0 for a control that is inert."""


@dataclass(frozen=True, slots=True)
class Falls:
    """What follows when each control falls alone."""

    falls: tuple[Fall, ...]
    """Those that open most first, then by number."""
    complete: Complete | Stopped
    """When stopped, each opens at least as much as is said."""


@dataclass(frozen=True, slots=True)
class Hardening:
    """Which controls must be made unbreakable so that none of some cut sets is left."""

    sets: tuple[tuple[int, ...], ...]
    """The smallest or cheapest sets that are enough, in that order, each sorted. Nothing when a cut set is empty."""
    complete: Completeness
    """Whether there are others."""


def falls(
    program: Program,
    base: Iterable[int],
    controls: Sequence[int],
    *,
    among: Iterable[int] | None = None,
    budget: int = SWEEP_BUDGET,
) -> Falls:
    """Return what each control opens when it falls alone; only facts of `among` are counted where it is given."""
    lanes = sweep(program, base, [(control,) for control in controls], budget=budget)
    counted = None if among is None else set(among)
    own = [
        not lanes.left.certain[control] and (counted is None or control in counted) for control in controls
    ]
    sizes = lanes.sizes(counted)
    found = [Fall(control, size - itself) for control, size, itself in zip(controls, sizes, own, strict=True)]
    return Falls(tuple(sorted(found, key=lambda each: (-each.opens, each.control))), lanes.complete)


def to_make_unbreakable(
    cut_sets: Iterable[Sequence[int]],
    *,
    top: int | None = 1,
    costs: Mapping[int, float] | None = None,
    budget: int = HARDENING_BUDGET,
) -> Hardening:
    """Return the smallest or cheapest sets of controls that between them hit every one of the cut sets given.

    It says nothing about cut sets that were not given: with those up to order *k*, none of up to *k* is left.
    """
    given = sorted(set(map(tuple, map(sorted, cut_sets))))
    if budget <= 0:
        return Hardening((), Stopped(budget, "steps"))
    controls = sorted({control for each in given for control in each})
    number = {control: place for place, control in enumerate(controls)}
    conflicts = [mask([number[control] for control in each], len(controls)) for each in given]
    work = Budget(budget)

    def missed_by(chosen: int) -> int | None:
        work.spend(len(conflicts) // 2)
        return min((each for each in conflicts if not each & chosen), key=int.bit_count, default=None)

    weights = [(costs or {}).get(control, 1) for control in controls]
    search = hitting_sets(weights, missed_by, work, top=inf if top is None else top)
    sets = tuple(
        tuple(control for place, control in enumerate(controls) if found >> place & 1)
        for found in search.found
    )
    if search.below == inf:
        return Hardening(sets, Complete())
    enough = top is not None and len(sets) >= top
    return Hardening(sets, Top(len(sets)) if enough else Stopped(budget, "steps"))
