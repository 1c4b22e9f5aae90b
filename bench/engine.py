"""Measure the engine on made-up programs: most figures are ratios of two measurements in one process, one after the other.

python -m bench.engine [--quick]      all figures, printed
python -m bench.engine sweep SIZE     what `memory` measures in a process of its own
"""

from __future__ import annotations

import dataclasses
import json
import math
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from bartizan.engine.all_subsets import column_of, smallest
from bartizan.engine.cut_sets import cut_sets
from bartizan.engine.fixpoint import conclude
from bartizan.engine.goal_slice import GoalSlice, goal_slice
from bartizan.engine.labels import labels
from bartizan.engine.lanes import sweep, sweep_within
from bartizan.engine.program import Program, make_program
from bartizan.engine.residual import Residual, residual
from bench.figures import SMALLEST, Failed, Figure, Tell
from bench.made_up_program import MadeUp, made_up
from bench.measure import best_of
from bench.peers import BENCH

SCENARIOS = 4096
WEAK = 0.2
"""How many controls are weak from the start: about a third of the program is left to decide, as in pages of today."""
FALLEN = 0.3
"""How many controls have fallen in the one scenario that all is compared with: some four fifths of all facts follow."""
SEEDS = (1, 2, 3, 4, 5)
T = TypeVar("T")


def engine(folder: Path, tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure everything, in a process of its own: a large one would count as memory of all that it starts later."""
    tell("engine")
    command = [sys.executable, "-m", "bench.engine", "json", str(folder), *(["--quick"] if quick else [])]
    measured = subprocess.run(command, cwd=BENCH.parent, stdout=subprocess.PIPE, text=True, check=False)
    if measured.returncode:
        raise Failed(f"bench.engine: ended with {measured.returncode}")
    for line in measured.stdout.splitlines():
        yield Figure(**json.loads(line))


def figures(folder: Path, tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure everything in this process."""
    if not quick:
        yield from memory(folder, tell)  # first: what this process takes by then counts with what it starts
    yield from scenarios(tell, 1_000, 100, 4.0)
    yield from all_combinations(tell)
    yield from smallest_sets(tell, 300, 50, 30.0)
    yield from smallest_sets(tell, 1_000, 100, 120.0)
    yield from beside_clingo(folder, tell, 1_000 if quick else 10_000)
    if not quick:
        yield from scenarios(tell, 100_000, 10_000, 6.0)


def scenarios(tell: Tell, interfaces: int, controls: int, goal: float) -> Iterator[Figure]:
    """Measure thousands of scenarios in times of one, and every control degraded alone."""
    tell(f"scenarios, {interfaces:,} interfaces")
    case = made_up(interfaces, controls, weak=WEAK, seed=3)
    one, _ = best(lambda: one_fixpoint(case))
    left = residual(case.program, case.base, case.controls)
    chance = random.Random(1)  # noqa: S311  the same scenarios each time
    pairs = [chance.sample(case.controls, 2) for _ in range(SCENARIOS)]
    tenths = [chance.sample(case.controls, len(case.controls) // 10) for _ in range(SCENARIOS)]
    singles = [(control,) for control in case.controls]
    sweep_within(left, pairs[:1])  # what is worked out once for all sweeps
    what = f"{interfaces:,} interfaces"
    paired, _ = best(lambda: sweep_within(left, pairs))
    yield Figure(f"{SCENARIOS:,} pairs of controls, {what}", paired / one, "fixpoints", goal)
    random_, _ = best(lambda: sweep_within(left, tenths))
    yield Figure(
        f"{SCENARIOS:,} scenarios of a tenth of all controls, {what}", random_ / one, "fixpoints", goal
    )
    whole, lanes = best(lambda: sweep(case.program, case.base, singles))
    yield Figure(f"each of {len(singles):,} controls alone, from the rules, {what}", whole / one, "fixpoints")
    yield Figure(f"the same, {what}", whole, "s")
    few = singles[:: max(1, len(singles) // 20)]
    each, _ = best(lambda: [conclude(case.program, (*case.base, *single)) for single in few], 1)
    yield Figure(f"the same one by one, {what}", each / len(few) * len(singles) / whole, "× that")
    assert sum(lanes.sizes())


def memory(folder: Path, tell: Tell) -> Iterator[Figure]:
    """Measure how memory grows with the size of a program, rules and all."""
    sizes = (SMALLEST, 10_000, 100_000)
    taken = {}
    for size in sizes:
        tell(f"memory, {size:,} interfaces")
        once = f"import sys; sys.path.insert(0, {str(BENCH.parent)!r}); from bench.engine import main; main(['sweep', '{size}'])"
        cost = best_of(1, [sys.executable, "-c", once], folder=folder, limit=300)
        if cost.code:
            raise Failed(f"a sweep of {size:,} interfaces: ended with {cost.code}\n{cost.errors}")
        taken[size] = cost.mebibytes
    small, large = (taken[size] - taken[SMALLEST] for size in sizes[1:])
    yield Figure(f"peak memory of a sweep, {sizes[-1]:,} interfaces", taken[sizes[-1]], "MiB")
    yield Figure("growth of memory of a sweep, 10,000 to 100,000", math.log10(large / small), "exponent", 1.1)


def all_combinations(tell: Tell) -> Iterator[Figure]:
    """Measure all combinations of 20 controls, for a slice of no more than 600 rules."""
    tell("all combinations of 20 controls")
    slices = []
    for seed in SEEDS:
        case = made_up(40, 20, weak=0.0, seed=seed)
        left = residual(case.program, case.base, case.controls)
        for goal in case.goals:
            if left.places[goal] >= 0:
                piece = goal_slice(left, goal)
                if len(piece.variables) == len(case.controls) and rules_of(piece) <= 600:
                    slices.append(piece)
    piece = max(slices, key=rules_of)
    seconds, found = best(lambda: list(smallest(column_of(piece, 10**9)[0] or 0, len(piece.variables))))
    yield Figure(
        f"all 2^{len(piece.variables)} combinations, {rules_of(piece)} rules, {len(found)} minimal sets",
        seconds,
        "s",
        0.2,
    )


def smallest_sets(tell: Tell, interfaces: int, controls: int, goal: float) -> Iterator[Figure]:
    """Measure the twenty smallest cut sets in times of one fixpoint of the same slice, over several programs."""
    tell(f"cut sets, {controls} controls")
    ratios, waits, ways = [], [], set()
    for seed in SEEDS:
        case = made_up(interfaces, round(controls / 0.9), weak=0.1, seed=seed)
        left = residual(case.program, case.base, case.controls)
        target = max(left_to_decide(left, case), key=lambda each: goal_slice(left, each).equations.size)
        piece, base, fallible, place = alone(case, target)
        one, _ = best(lambda: conclude(piece, (*base, *fallible)))  # noqa: B023
        wait, answer = best(lambda: cut_sets(piece, base, fallible, place, top=20))  # noqa: B023
        assert str(answer.complete) in {"top 20", "complete"}, answer.complete
        ratios.append(wait / one)
        waits.append(wait)
        ways.add(answer.way)
    what = f"twenty smallest cut sets, {controls} controls, {interfaces:,} interfaces"
    yield Figure(f"{what}, median of {len(SEEDS)} programs", statistics.median(ratios), "fixpoints", goal)
    yield Figure(f"{what}, the slowest", max(ratios), "fixpoints", goal)
    yield Figure(f"{what}, median", statistics.median(waits), "s")
    case = made_up(interfaces, controls, weak=0.1, seed=SEEDS[0])
    one, _ = best(lambda: one_fixpoint(case))
    every, _ = best(lambda: labels(case.program, case.base, case.controls))
    yield Figure(f"all sets of up to two, for every fact, {controls} controls", every / one, "fixpoints")


def beside_clingo(folder: Path, tell: Tell, interfaces: int) -> Iterator[Figure]:
    """Measure one fixpoint beside clingo on the same ground rules, which it gets without having to ground anything."""
    tell(f"clingo, {interfaces:,} interfaces")
    try:
        import clingo  # noqa: PLC0415  for the tests and this one figure; the engine needs nothing
    except ImportError:
        tell("clingo is not installed: NOT MEASURED beside it")
        return
    case = made_up(interfaces, interfaces // 10, weak=WEAK, seed=3)
    program = case.program
    facts = fallen_too(case)
    path = folder / "rules.aspif"
    path.write_text(as_aspif(program, facts), encoding="ascii")

    def theirs() -> int:
        found: list[int] = []
        control = clingo.Control(message_limit=0)
        control.load_aspif([str(path)])
        control.solve(on_model=lambda model: found.append(len(model.symbols(shown=True))))
        return found[0]

    def ours() -> int:
        fresh = Program(
            program.names, program.heads, program.bodies, program.origins
        )  # nothing worked out before
        return len(conclude(fresh, facts).why)

    their_seconds, their_count = best(theirs, 5)
    our_seconds, our_count = best(ours, 5)
    assert their_count == our_count
    again, _ = best(lambda: conclude(program, facts), 5)
    what = f"{interfaces:,} interfaces"
    yield Figure(
        f"one fixpoint, with what it prepares, {what}", our_seconds / their_seconds, "× clingo",
        0.25 if interfaces >= 10_000 else None,
    )  # fmt: skip
    yield Figure(f"one more fixpoint, {what}", again / their_seconds, "× clingo")


def as_aspif(program: Program, facts: tuple[int, ...]) -> str:
    """Return a ground program in clingo's own format for them; atoms are numbered from 1."""
    lines = ["asp 1 0 0"]
    for head, body in zip(program.heads, program.bodies, strict=True):
        needs = " ".join(str(fact + 1) for fact in body)
        lines.append(f"1 0 1 {head + 1} 0 {len(body)} {needs}".rstrip())
    lines.extend(f"1 0 1 {fact + 1} 0 0" for fact in facts)
    names = ((f"h({fact})", fact + 1) for fact in range(len(program.names)))
    lines.extend(f"4 {len(name)} {name} 1 {atom}" for name, atom in names)
    return "\n".join([*lines, "0", ""])


def one_fixpoint(case: MadeUp) -> object:
    """Conclude what follows when some controls have fallen."""
    return conclude(case.program, fallen_too(case))


def fallen_too(case: MadeUp) -> tuple[int, ...]:
    """Return the base with so many further controls fallen that together they are as many as `FALLEN` says."""
    further = round(len(case.controls) * (FALLEN - WEAK) / (1 - WEAK))
    return (*case.base, *random.Random(1).sample(case.controls, further))  # noqa: S311


def left_to_decide(left: Residual, case: MadeUp) -> list[int]:
    """Return some goals that controls decide."""
    return [goal for goal in case.goals if left.places[goal] >= 0][:60]


def alone(case: MadeUp, goal: int) -> tuple[Program, list[int], list[int], int]:
    """Return the part of a program that a goal depends on, as a program of its own, with the base, the controls and the goal."""
    program = case.program
    reached = {goal}
    pending = [goal]
    used: list[int] = []
    for fact in pending:  # grows while it is walked
        used.extend(program.makers[fact])
        for rule in program.makers[fact]:
            fresh = set(program.bodies[rule]) - reached
            reached |= fresh
            pending.extend(sorted(fresh))
    piece = make_program(
        (program.heads[rule], program.bodies[rule], program.origins[rule]) for rule in sorted(used)
    )
    number = piece.numbers
    kept = ([number[fact] for fact in facts if fact in number] for facts in (case.base, case.controls))
    return (piece, *kept, number[goal])  # type: ignore[return-value]


def rules_of(piece: GoalSlice) -> int:
    """Return how many rules a slice has."""
    return sum(map(len, piece.equations.alone)) + sum(map(len, piece.equations.joint))


def best(work: Callable[[], T], tries: int = 3) -> tuple[float, T]:
    """Return the CPU seconds of the fastest of several runs, the others were disturbed, and what the last one returned."""
    seconds = math.inf
    for _ in range(tries):
        began = time.process_time()
        result = work()
        seconds = min(seconds, time.process_time() - began)
    return seconds, result


def main(arguments: list[str]) -> int:
    """Print all figures, or make one sweep; 1 when a goal was missed."""
    if arguments[:1] == ["sweep"]:
        size = int(arguments[1])
        case = made_up(size, size // 10, weak=WEAK, seed=3)
        sweep(case.program, case.base, [(control,) for control in case.controls]).sizes()
        return 0
    quick = "--quick" in arguments
    if arguments[:1] == ["json"]:
        for figure in figures(Path(arguments[1]), aloud, quick=quick):
            print(json.dumps(dataclasses.asdict(figure)), flush=True)
        return 0
    missed = False
    with tempfile.TemporaryDirectory(prefix="bartizan-bench-") as name:
        for figure in figures(Path(name), aloud, quick=quick):
            goal = (
                ""
                if figure.goal is None
                else f"   goal ≤ {figure.goal:g}   {'MISSED' if figure.missed else 'met'}"
            )
            print(f"{figure.value:10.3f} {figure.unit:<10} {figure.says}{goal}", flush=True)
            missed = missed or figure.missed
    return 1 if missed else 0


def aloud(words: str) -> None:
    """Say on standard error what is measured now."""
    print(f"… engine: {words}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
