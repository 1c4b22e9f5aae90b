"""Prose in a report, as it was written: paragraphs and lists, and the few marks that everybody can read.

The page prints prose with all that its markup can say. A report speaks of the same texts in passing, and must be made
in a moment: it shows them word for word and takes no more out of them than emphasis, code, lists and addresses.
"""

from __future__ import annotations

import re

from bartizan.render.report.markup import Html, escaped, joined, tag

LONGEST = 20_000
"""Characters of one text that are looked at for marks; what is longer stands as it was typed."""

_MARKS = re.compile(
    r"``(?P<code>[^`\n]{1,200})``|\*\*(?P<strong>[^*\n]{1,200})\*\*|(?<!\w)\*(?P<em>[^*\s][^*\n]{0,200})\*(?!\w)"
    r"|(?P<link>https?://[^\s<>\"'`]{1,2000}[^\s<>\"'`.,;:!?)\]}])"
)
_BULLET = re.compile(r"\s{0,8}[-*+]\s+(?=\S)")
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def prose(text: str) -> Html:
    """Return prose as paragraphs and lists; a single paragraph as words only."""
    if text == "unknown":
        return tag("span", text, class_="unknown")
    if len(text) > LONGEST:
        return tag("pre", text, tabindex="0")
    blocks = [each.split("\n") for each in _BLANK.split(text.strip("\n")) if each.strip()]
    if len(blocks) == 1 and not _BULLET.match(blocks[0][0]):
        return words(text)
    return joined(
        _list(each) if _BULLET.match(each[0]) else tag("p", words(" ".join(each))) for each in blocks
    )


def words(text: str) -> Html:
    """Return words on one line, with their marks."""
    text = " ".join(text.split())
    parts: list[str] = []
    end = 0
    for match in _MARKS.finditer(text):
        parts.append(escaped(text[end : match.start()]))
        parts.append(_marked(match))
        end = match.end()
    parts.append(escaped(text[end:]))
    return Html("".join(parts))


def _list(lines: list[str]) -> Html:
    entries: list[str] = []
    for line in lines:
        start = _BULLET.match(line)
        if start:
            entries.append(line[start.end() :])
        else:
            entries[-1] += f" {line}"
    return tag("ul", *(tag("li", words(each)) for each in entries))


def _marked(match: re.Match[str]) -> Html:
    if match["link"]:
        return tag("a", match["link"], href=match["link"], rel="noreferrer noopener")
    kind = match.lastgroup or "em"
    return tag(kind, match[kind])
