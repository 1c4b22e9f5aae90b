"""Measure Bartizan, beside pytm where both do the same, and write bench/RESULTS.md.

make bench                  everything, in a few minutes; pytm 1.4.0 needs a gigabyte
make bench ARGS=--quick     the small sizes only, printed and not written
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.analysis import answers
from bench.figures import BesidePytm, Failed, Figure, beside_pytm, cold_start, drawing, growth
from bench.measure import Cost
from bench.peers import BENCH, PYTM


def main(arguments: list[str]) -> int:
    """Measure, print, write; 1 when a goal was missed, 2 when something could not be measured."""
    quick = "--quick" in arguments
    try:
        with tempfile.TemporaryDirectory(prefix="bartizan-bench-") as name:
            folder = Path(name)
            figures = [
                figure for part in (cold_start, growth, drawing) for figure in part(folder, tell, quick=quick)
            ]
            figures += list(answers(tell, quick=quick))
            peers = list(beside_pytm(folder, tell, quick=quick))
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 2
    text = results(figures, peers)
    print(text)
    if not quick:
        (BENCH / "RESULTS.md").write_text(text, encoding="utf-8")
    return 1 if any(figure.missed for figure in figures) else 0


def tell(words: str) -> None:
    """Say on standard error what is measured now."""
    print(f"… {words}", file=sys.stderr)


def results(figures: list[Figure], peers: list[BesidePytm]) -> str:
    """Return the results as a page of Markdown."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return "\n".join([
        "# Results",
        "",
        f"Written by `make bench` with Python {version}. Seconds are CPU seconds, user and system together, unless it says *waited for*;",
        "each is a process of its own, started with its files already in the system's memory, and the best of several runs where runs are",
        "short. Compare ratios and growth, not seconds, between machines.",
        "",
        "| what | measured | goal | |",
        "|---|---|---|---|",
        *(row(figure) for figure in figures),
        "",
        "Growth is the exponent *k* when the cost above that of ten interfaces is proportional to size to the power of *k*: 1 is linear.",
        "",
        "## Beside pytm",
        "",
        "One ring of as many components as interfaces. pytm finds its threats and writes them into a short report without pictures. Bartizan reads",
        "the page and checks it, or reads, draws and writes it as HTML. That is not the same work, each does something that the others do not; it is",
        "what a team waits for after a change. × is a version's time in times of Bartizan's check and page together.",
        "",
        "| components | Bartizan check | Bartizan page | " + " | ".join(f"pytm {version}" for version in PYTM) + " |",
        "|---|---|---|" + "---|" * len(PYTM),
        *(peer_row(peer) for peer in peers),
        "",
    ])  # fmt: skip


def row(figure: Figure) -> str:
    """Return the table row of one figure."""
    goal = "" if figure.goal is None else f"≤ {figure.goal:g}"
    verdict = "" if figure.goal is None else "**missed**" if figure.missed else "met"
    digits = 0 if figure.unit == "MiB" else 2
    unit = "" if figure.unit == "exponent" else f" {figure.unit}"
    return f"| {figure.says} | {figure.value:.{digits}f}{unit} | {goal}{unit if goal else ''} | {verdict} |"


def peer_row(peer: BesidePytm) -> str:
    """Return the table row of one ring."""
    ours = peer.check.seconds + peer.page.seconds
    cells = [spent(peer.check), spent(peer.page)]
    cells += [
        f"{spent(peer.theirs[version])}, {peer.theirs[version].seconds / ours:.2g} ×" for version in PYTM
    ]
    return f"| {peer.components} | {' | '.join(cells)} |"


def spent(cost: Cost) -> str:
    """Return time and memory."""
    return f"{cost.seconds:.2f} s, {cost.mebibytes:,.0f} MiB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
