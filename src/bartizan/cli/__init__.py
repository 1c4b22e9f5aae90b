"""The command line: one file per command, each a thin call into `bartizan.project`. Nothing else in the stack prints."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that the command line asks for, and leave with its exit code."""
    from bartizan.cli.run import run  # noqa: PLC0415  (whoever imports one command does not want all of them)

    sys.exit(run(sys.argv[1:]))
