"""The command line: one file per command, each a thin call into `bartizan.project`. Nothing else in the stack prints."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command that the command line asks for, and leave with its exit code."""
    # Looking for garbage among the nodes of a large page takes a third of the time and finds none; what a command leaves
    # behind goes with the process. A command that stays (`--watch`) collects between its rounds.
    gc.disable()
    from bartizan.cli.run import run  # noqa: PLC0415  (whoever imports one command does not want all of them)

    sys.exit(run(sys.argv[1:]))
