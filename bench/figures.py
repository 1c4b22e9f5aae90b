"""What is measured, and what each figure must not exceed."""

from __future__ import annotations

import math
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Cost, best_of
from bench.peers import BENCH, PYTM, pytm_python
from bench.rings import write_ring

BARBICAN = BENCH.parent / "examples" / "barbican"
BARTIZAN = str(Path(sys.executable).parent / "bartizan")
SMALLEST = 10
"""Interfaces of a page so small that its cost is that of starting up."""
GAPS_FOUND = 1
"""What `check` ends with when it did its work and found gaps; of any other program it is a failure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the results."""

    says: str
    value: float
    unit: str
    goal: float | None = None
    """The most it may be; nothing where there is no goal."""

    @property
    def missed(self) -> bool:
        """Whether there is a goal and the value is above it."""
        return self.goal is not None and self.value > self.goal


@dataclass(frozen=True, slots=True)
class BesidePytm:
    """The same ring, reported by Bartizan and by two versions of pytm."""

    components: int
    check: Cost
    page: Cost
    theirs: dict[str, Cost]


Tell = Callable[[str], None]
"""What is called with a word about the measurement that begins."""


class Failed(Exception):  # noqa: N818  what failed is the program that was measured, not this one
    """A program that was to be measured did not do its work."""


def cold_start(folder: Path, tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure commands in a process of their own, with the files already in the system's memory."""
    tries = 3 if quick else 10
    tell("cold start")
    yield Figure("`bartizan --help`", measure(["--help"], folder, tries).seconds, "s", 0.15)
    page = copy_of_barbican(folder)
    yield Figure(
        "`bartizan check` on Barbican", measure(["check", str(page)], folder, tries).seconds, "s", 0.5
    )


def growth(folder: Path, tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure `check` (which reads first) on ever larger rings, and how fast the cost grows with them."""
    sizes: dict[int, float | None] = {SMALLEST: None, 1_000: 2.0}
    if not quick:
        sizes |= {3_000: None, 10_000: 20.0}
    costs: dict[int, Cost] = {}
    for size, goal in sizes.items():
        tell(f"check, {size:,} interfaces")
        ring = write_ring(folder / f"ring-{size}.yaml", size)
        costs[size] = measure(["check", str(ring)], folder, 3)
        yield Figure(f"read and check {size:,} interfaces", costs[size].seconds, "s", goal)
        yield Figure(f"peak memory with {size:,} interfaces", costs[size].mebibytes, "MiB")
    if not quick:
        yield Figure(
            "growth of CPU time, 1,000 to 10,000", exponent(costs, lambda cost: cost.seconds), "exponent", 1.1
        )
        yield Figure(
            "growth of memory, 1,000 to 10,000", exponent(costs, lambda cost: cost.mebibytes), "exponent", 1.1
        )


def drawing(folder: Path, tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure the block diagram of Barbican and of rings, and Barbican's page as PDF, without layouts kept from before.

    The goals are for the time somebody waits: part of the layout runs on a second processor.
    """
    page = copy_of_barbican(folder)
    tell("block diagram, Barbican")
    yield from awaited("block diagram of Barbican", draw(page, folder, 5), 1.0)
    goals = {100: 5.0} if quick else {100: 5.0, 500: 60.0}
    for size, goal in goals.items():
        tell(f"block diagram, {size} components")
        ring = write_ring(folder / f"ring-{size}.yaml", size)
        cost = draw(ring, folder, 1)
        yield from awaited(f"block diagram of {size} components", cost, goal)
        yield Figure(f"peak memory, block diagram of {size} components", cost.mebibytes, "MiB")
    tell("PDF, Barbican")
    pdf = measure(["page", str(page), "--format", "pdf", "--output", str(folder / "page")], folder, 5)
    yield from awaited("page of Barbican as PDF", pdf, 2.0)


def awaited(says: str, cost: Cost, goal: float) -> Iterator[Figure]:
    """Return what somebody waits for, with the CPU time that it takes meanwhile."""
    yield Figure(f"{says}, waited for", cost.waited, "s", goal)
    yield Figure(f"{says}, CPU", cost.seconds, "s")


def beside_pytm(folder: Path, tell: Tell, *, quick: bool) -> Iterator[BesidePytm]:
    """Measure pytm's report and Bartizan's check and HTML page on the same rings."""
    for size in (20,) if quick else (20, 40, 80):
        ring = write_ring(folder / f"peer-{size}.yaml", size)
        tell(f"ring of {size}: bartizan")
        check = measure(["check", str(ring)], folder, 3)
        page = measure(["page", str(ring), "--format", "html", "--output", str(folder / "peer")], folder, 3)
        theirs = {}
        for version in PYTM:
            tell(f"ring of {size}: pytm {version}")
            command = [
                str(pytm_python(version)),
                str(BENCH / "pytm_ring.py"),
                str(size),
                str(BENCH / "pytm_report.md"),
            ]
            theirs[version] = checked(command, folder, 1 if version == "1.4.0" else 3, limit=900)
        yield BesidePytm(size, check, page, theirs)


def draw(page: Path, folder: Path, tries: int) -> Cost:
    """Draw a block diagram into an empty folder."""
    return min(
        (
            measure(["draw", str(page), "--kind", "block", "--output", new_folder(folder)], folder, 1)
            for _ in range(tries)
        ),
        key=lambda cost: cost.seconds,
    )


def measure(arguments: Sequence[str], folder: Path, tries: int) -> Cost:
    """Measure one of our own commands."""
    return checked([BARTIZAN, *arguments], folder, tries, limit=300)


def checked(command: Sequence[str], folder: Path, tries: int, *, limit: float) -> Cost:
    """Measure a program, and make sure that it did its work."""
    cost = best_of(tries, command, folder=folder, limit=limit)
    found_gaps = cost.code == GAPS_FOUND and list(command[:2]) == [BARTIZAN, "check"]
    if cost.code and not found_gaps:
        words = " ".join(Path(word).name for word in command)
        raise Failed(f"{words}: ended with {cost.code}\n{cost.errors}")
    return cost


def copy_of_barbican(folder: Path) -> Path:
    """Return the example's architecture file, copied so that nothing is written beside the original."""
    copy = folder / "barbican"
    if not copy.exists():
        shutil.copytree(BARBICAN, copy)
    return next(copy.rglob("architecture.yaml"))


def new_folder(folder: Path) -> str:
    """Return the name of a folder that is not there yet."""
    return str(Path(tempfile.mkdtemp(dir=folder)) / "drawn")


def exponent(costs: dict[int, Cost], of: Callable[[Cost], float]) -> float:
    """Return k where the cost above that of starting up grows as size to the power of k, fitted to all sizes."""
    start = of(costs[SMALLEST])
    above = {size: of(cost) - start for size, cost in costs.items() if size > SMALLEST}
    fit = statistics.linear_regression(
        [math.log(size) for size in above], [math.log(cost) for cost in above.values()]
    )
    return fit.slope
