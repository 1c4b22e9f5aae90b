"""Changes each rule of threats in every way, and counts how many changes the examples on its page notice.

Run it by `python -m tests.rules.threats.mutate [FILE]`; it takes some seconds, prints the score and writes it to a file.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from bartizan.rules.threats.rules import RULES
from tests.rules.threats.mutants import EQUIVALENT, is_noticed, mutants_of, pages_of

ENOUGH = 0.95


def report() -> tuple[str, bool]:
    """Return the score as text, and whether it is enough."""
    started = time.perf_counter()
    tried, left = [], []
    for rule in RULES:
        pages = pages_of(rule)
        for mutant in mutants_of(rule):
            tried.append(mutant)
            if not is_noticed(mutant, pages):
                left.append(mutant)
    survivors = [mutant for mutant in left if mutant.name not in EQUIVALENT]
    different = [mutant for mutant in tried if mutant.name not in EQUIVALENT]
    score = 1 - len(survivors) / len(different)
    lines = [
        *_table(
            "change",
            Counter(mutant.kind for mutant in different),
            Counter(mutant.kind for mutant in survivors),
        ),
        "",
        f"{len(different) - len(survivors)} of {len(different)} changes are noticed: {score:.1%}.",
    ]
    if survivors:
        lines += ["", "Not noticed:", *(f"- {mutant.of.name}: {mutant.change}" for mutant in survivors)]
    lines += ["", "Left out, since no page can tell them from the rule:"]
    lines += [f"- {name}, {change}: {why}." for (name, change), why in EQUIVALENT.items()]
    print(f"{len(tried)} changed rules in {time.perf_counter() - started:.0f} s")  # noqa: T201 (a program)
    return "\n".join(lines) + "\n", score >= ENOUGH


def _table(head: str, all_: Counter[str], survivors: Counter[str]) -> list[str]:
    rows = [f"| {kind} | {number} | {number - survivors[kind]} |" for kind, number in sorted(all_.items())]
    return [f"| {head} | tried | noticed |", "|---|---|---|", *rows]


def main() -> None:
    """Print the score, write it where asked, and fail where it is not enough."""
    text, enough = report()
    print(text, end="")  # noqa: T201 (a program)
    for name in sys.argv[1:2]:
        Path(name).write_text(text, encoding="utf-8")
    sys.exit(not enough)


if __name__ == "__main__":
    main()
