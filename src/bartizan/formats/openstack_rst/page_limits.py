"""Says when a page is too large to be read in reasonable time, before anybody tries."""

from __future__ import annotations

from bartizan.formats.openstack_rst.page_text import PageText
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.text import Source

TOO_LARGE = "page-too-large"
"""What it is called when a page is not read for that."""

LARGEST = 1024 * 1024
"""Characters in a page: eighty times the largest one published."""
LONGEST_LINE = 10_000
"""Characters in a line, as docutils has it."""
MOST_WORK = 1_000_000_000
"""Characters that docutils may have to look through for the ends of emphasis, quotations and the like: some 15 seconds."""


def _work(page: PageText) -> int:
    """Return how far docutils would have to look if no markup in the page were closed."""
    work = length = marks = 0
    for line in (*page.lines, ""):
        length += len(line)
        marks += sum(line.count(mark) for mark in "*`|_[")
        if not line:
            work += length * marks
            length = marks = 0
    return work


def refused(source: Source, message: str, help_: str) -> Diagnostic:
    """Return that a page is not read, why, and what can be done."""
    return Diagnostic(TOO_LARGE, f"`{source.name}`: {message}", help=(help_,))


def too_long(source: Source) -> Diagnostic:
    """Return that a page has too many characters even to be taken apart into lines."""
    return refused(
        source, f"the page has more than {LARGEST:,} characters", "split it into one page per service"
    )


def refusal(source: Source, page: PageText) -> Diagnostic | None:
    """Return why a page cannot be read, if so."""
    longest = max((len(line) for line in page.lines), default=0)
    if longest > LONGEST_LINE:
        return refused(source, f"the page has a line of {longest:,} characters", "break it into lines")
    if _work(page) > MOST_WORK:
        return refused(
            source, "there are too many stars, backquotes or bars in one paragraph of the page", "break it up"
        )
    return None
