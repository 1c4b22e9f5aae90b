"""Carries prose into a page and out of it again without changing a letter, and takes it apart for printing.

Prose is stored as a person wrote it. What docutils reads without a word of complaint (`is_clean`) goes into a page as
it stands; anything else goes there with backslashes, or as a literal block, so that the page shows exactly the text.
"""

from __future__ import annotations

import re

from bartizan.formats.prose.blocks import Block, LiteralBlock, Paragraph, Run
from bartizan.formats.prose.escape import escape, escape_within_lines, unescape
from bartizan.formats.prose.footnotes import bracketed_only, with_escaped_references, with_references

LONGEST_PROSE = 2**16
"""Characters of one text that are looked at as markup, some twenty printed pages: what is longer is shown as it was typed, since
to find its emphases would take longer than anybody waits."""

_LINES_IN_A_PIECE = 500

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:,? (?!PEP\b|RFC\b)[A-Za-z0-9]+)*[.?!]?")
"""Words and commas only: by far the most frequent prose, and nothing in it can be markup."""

_AS_WRITTEN = "..\n\n"
"""An empty comment in front of prose that would otherwise be taken for the escaped form of some other text."""

_LITERAL = "::\n\n"
_INDENT = "   "
_MARKER = re.compile(r"\s*(?:[-*+]|[0-9]{1,3}\.|#\.)\s")
_BORDER = re.compile(r"\s*[^\w\s]{3}[^\w]*|\s*\|.*\|")


def is_clean(text: str) -> bool:
    """Say whether docutils reads `text` without a message and finds only what prose may have in it."""
    return _blocks(text) is not None


def to_rst(text: str) -> str:
    """Return the markup that shows prose in a page: itself where it is clean, else exactly its characters."""
    if not is_clean(text):
        return _escaped(text)
    return text if from_rst(text) == text else _AS_WRITTEN + text


def from_rst(markup: str) -> str:
    """Return the prose that `markup` stands for: the inverse of `to_rst`, and the markup itself for anything else."""
    if markup.startswith(_AS_WRITTEN):
        text = markup.removeprefix(_AS_WRITTEN)
        if is_clean(text) and to_rst(text) == markup:
            return text
    for candidate in _candidates(markup):
        if not is_clean(candidate) and _escaped(candidate) == markup:
            return candidate
    return markup


def tree(text: str) -> tuple[Block, ...]:
    """Return prose as blocks to be printed; text whose markup is not clean is printed character by character."""
    blocks = _blocks(text)
    if blocks is None:
        blocks = _blocks(_escaped(text), escaped=True)
    return _literal(text) if blocks is None else blocks


def _literal(text: str) -> tuple[Block, ...]:
    """Return text as it was typed; a very long one in parts, since to set it in one piece takes as long as it has lines, squared."""
    lines = text.split("\n")
    return tuple(
        LiteralBlock("\n".join(lines[at : at + _LINES_IN_A_PIECE]))
        for at in range(0, len(lines), _LINES_IN_A_PIECE)
    )


def _blocks(text: str, *, escaped: bool = False) -> tuple[Block, ...] | None:
    if len(text) > LONGEST_PROSE:
        return None
    if _PLAIN.fullmatch(text):
        return (Paragraph((Run(text),)),)
    from bartizan.formats.prose.parse import parse_prose  # noqa: PLC0415  # docutils costs what a whole `check` may cost

    return parse_prose(text, escaped=escaped)


def _escaped(text: str) -> str:
    """Return the first form of an unclean text that is clean: its markup kept, its lists kept, all plain, or literal."""
    form = with_escaped_references(text)
    if form != text and "\\" not in text and _only_footnotes_are_unclean(text, form):
        return form
    if "\x00" not in text and not _has_a_layout(text):
        for form in (escape_within_lines(text), escape(text)):
            if _blocks(form, escaped=True) is not None:
                return form
    return _LITERAL + "\n".join(_INDENT + line if line else line for line in text.split("\n"))


def _only_footnotes_are_unclean(text: str, form: str) -> bool:
    """Say whether a text is prose but for references to footnotes, which stand elsewhere; `form` has them escaped."""
    if _blocks(bracketed_only(text)) is None:
        return False
    blocks = _blocks(form, escaped=True)
    return blocks is not None and "]\\\\_" not in repr(
        blocks
    )  # none of them stands where a backslash would be seen


def _has_a_layout(text: str) -> bool:
    """Say whether the lines mean something by where they stand: indented outside a list, or parts of a table."""
    lines = text.split("\n")
    in_list = False
    for line in lines if len(lines) > 1 else ():
        if _BORDER.fullmatch(line):
            return True
        if _MARKER.match(line):
            in_list = True
        elif line and not line.startswith(" "):
            in_list = False
        elif line and not in_list:
            return True
    return False


def _candidates(markup: str) -> list[str]:
    candidates = []
    if markup.startswith(_LITERAL):
        lines = markup.removeprefix(_LITERAL).split("\n")
        if all(line.startswith(_INDENT) or not line for line in lines):
            candidates.append("\n".join(line.removeprefix(_INDENT) for line in lines))
    if "\\" in markup:
        candidates += [with_references(markup), unescape(markup)]
    return candidates
