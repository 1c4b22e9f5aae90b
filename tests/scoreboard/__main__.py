"""Prints the scoreboard on real systems; with `--write` puts its made parts into bench/SCOREBOARD.md."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from tests.scoreboard import report
from tests.scoreboard.others.counts import counts

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PAGE = REPOSITORY / "bench" / "SCOREBOARD.md"
MADE = re.compile(r"(<!-- made: (?P<name>[a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def parts(shared: Path) -> dict[str, str]:
    """Return every made part of the page by name."""
    found = report.microsecend(shared / "corpus" / "microsecend")
    return found | report.counted(counts(shared, REPOSITORY))


def filled(page: str, made: dict[str, str]) -> str:
    """Return the page with its made parts as they are now."""
    return MADE.sub(
        lambda found: (
            f"{found[1]}\n{made[found['name']]}\n\n{found[3]}" if found["name"] in made else found[0]
        ),
        page,
    )


def main(arguments: list[str]) -> int:
    """Print the page as it is now."""
    shared = Path(os.environ.get("BARTIZAN_SHARED") or REPOSITORY.parent / "shared")
    if not (shared / "corpus").is_dir():
        sys.stderr.write("There is no corpus: set BARTIZAN_SHARED to the folder that holds corpus/.\n")
        return 1
    page = filled(PAGE.read_text("utf-8"), parts(shared))
    if "--write" in arguments:
        PAGE.write_text(page, "utf-8")
    sys.stdout.write(page)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
