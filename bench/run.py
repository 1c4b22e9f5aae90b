"""Measure Bartizan, beside other tools where both do something alike, and write bench/RESULTS.md.

make bench                  everything, in about ten minutes; pytm 1.4.0 needs a gigabyte
make bench ARGS=--quick     the small sizes only, printed and not written
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.figures import Failed, Figure, beside_pytm, cold_start, drawing, growth
from bench.peers import BENCH, Unusable


def main(arguments: list[str]) -> int:
    """Measure, print, write; 1 when a goal was missed, 2 when something could not be measured."""
    quick = "--quick" in arguments
    try:
        with tempfile.TemporaryDirectory(prefix="bartizan-bench-") as name:
            text, figures = measured(Path(name), quick=quick)
    except (Failed, Unusable) as failure:
        print(failure, file=sys.stderr)
        return 2
    print(text)
    if not quick:
        (BENCH / "RESULTS.md").write_text(text, encoding="utf-8")
    return 1 if any(figure.missed for figure in figures) else 0


def measured(folder: Path, *, quick: bool) -> tuple[str, tuple[Figure, ...]]:
    """Return the page of results, and all that may have a goal."""
    parts = (cold_start, growth, drawing)
    commands = [figure for part in parts for figure in part(folder, tell, quick=quick)]
    peers = list(beside_pytm(folder, tell, quick=quick))
    # Only now: what this process takes counts as memory of whatever it starts, and these bring the engine and its rules.
    from bench.analysis import answers  # noqa: PLC0415
    from bench.beside_clingo import beside_clingo  # noqa: PLC0415
    from bench.engine import engine  # noqa: PLC0415
    from bench.engine_beside_peers import engines_side_by_side  # noqa: PLC0415
    from bench.results_page import Results, page  # noqa: PLC0415

    results = Results(
        commands=commands,
        beside_pytm=peers,
        engine=[*engine(folder, tell, quick=quick), *beside_clingo(folder, tell, quick=quick)],
        answers=list(answers(tell, quick=quick)),
        side_by_side=engines_side_by_side(folder, tell, quick=quick),
    )
    return page(results), results.figures


def tell(words: str) -> None:
    """Say on standard error what is measured now."""
    print(f"… {words}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
