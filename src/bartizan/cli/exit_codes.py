"""What each exit code means; scripts and CI rely on it."""

from __future__ import annotations

from collections.abc import Iterable

from bartizan.source.diagnostic import Diagnostic, Severity

NOTHING_FOUND = 0
"""Done, and there is nothing to say."""
FOUND = 1
"""Done, and something was found: gaps in a page, differences between two."""
COULD_NOT_READ = 2
"""Something could not be read or written as it stands; what could be done was done."""
INTERRUPTED = 130
"""Ended by Ctrl-C."""
PIPE_CLOSED = 141
"""Whoever read our output had enough."""


def exit_code(diagnostics: Iterable[Diagnostic], *, found: bool = False) -> int:
    """Return the code for what is wrong with the files, and for whether anything was found."""
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return COULD_NOT_READ
    return FOUND if found else NOTHING_FOUND
