"""Puts backslashes where reStructuredText would take a character of plain text for markup, and takes them away again."""

from __future__ import annotations

import re

LONGEST_LINE = 9000
"""Longer lines are broken: docutils refuses lines of more than 10,000 characters."""

UNSAFE_SCHEMES = frozenset(
    {"about", "blob", "data", "file", "filesystem", "javascript", "vbscript", "view-source"}
)
"""An address with one of these would be made a link by docutils; its colon is escaped so that it stays text."""

_ENUMERATOR = re.compile(r"\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)(?=[.)](?:\s|$))")
_STARTS_NO_BLOCK = frozenset("\"'<[{&$@,;?!%~")
_MARKER = re.compile(r"(\s*)((?:[-*+]|[0-9]{1,3}\.|#\.)\s+)?(.*)", re.DOTALL)
_SCHEME_BEFORE = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*\Z")


def escape(text: str) -> str:
    """Return plain text as markup that shows exactly it, line by line; each line may begin a block."""
    return "\n".join(_escape_indented(line) for line in text.split("\n"))


def escape_within_lines(text: str) -> str:
    """Return the same, but leave indentation and the markers of list entries as the markup that they are."""
    escaped = []
    for line in text.split("\n"):
        indent, marker, rest = _MARKER.fullmatch(line).groups()  # type: ignore[union-attr]  # it matches any text
        escaped.append(f"{indent}{marker or ''}{_escape_line(rest)}")
    return "\n".join(escaped)


def unescape(markup: str) -> str:
    """Return what escaped text shows: each backslash goes, and what stood behind it stays."""
    return re.sub(r"\\(.)", lambda match: match[1].strip(" \n"), markup, flags=re.DOTALL)


def _escape_indented(line: str) -> str:
    """A block may begin behind the indentation of a line as well."""
    rest = line.lstrip()
    return line[: len(line) - len(rest)] + _escape_line(rest)


def _escape_line(line: str) -> str:
    if not line.strip("\\"):
        return "\\ " + line * 2 if line else line  # backslashes alone would be a line under a title
    parts = [_escape_character(line, at) for at in range(len(line))]
    enumerator = _ENUMERATOR.match(line)
    if enumerator:
        parts[enumerator.end()] = "\\" + parts[enumerator.end()]
    elif not parts[0].startswith("\\") and _may_start_a_block(line):
        parts[0] = "\\" + parts[0]
    for at in range(LONGEST_LINE // 2, len(parts), LONGEST_LINE // 2):
        parts[at] = "\\\n" + parts[at]
    return "".join(parts)


def _escape_character(line: str, at: int) -> str:
    character, behind = line[at], line[at + 1 : at + 2]
    if character in "\\*`|":
        return "\\" + character
    if character == "_" and not behind.isalnum():
        return "\\_"
    if character == ":" and _colon_matters(line, at, behind):
        return "\\:"
    return character


def _colon_matters(line: str, at: int, behind: str) -> bool:
    if not behind:
        return at > 0 and line[at - 1] == ":"  # a paragraph that ends in `::` announces a literal block
    scheme = _SCHEME_BEFORE.search(line[max(0, at - 20) : at])
    return bool(scheme) and scheme[0].lower() in UNSAFE_SCHEMES  # type: ignore[index]  # bool() has just said so


def _may_start_a_block(line: str) -> bool:
    if not any(character.isalnum() for character in line):
        return True  # an underline, a transition, a border of a table
    return not (line[0].isalnum() or line[0] in _STARTS_NO_BLOCK) and not line[0].isspace()
