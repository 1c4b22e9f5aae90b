"""Turns prose, and links within plain text, into the words of a printed page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bartizan.formats.prose import blocks as prose
from bartizan.formats.prose.prose import tree
from bartizan.render.page.document import (
    Block,
    Blocks,
    Code,
    ListOfBlocks,
    Paragraph,
    Quote,
    Tone,
    Word,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bartizan.render.page.names import Names

_TONES = {
    prose.Style.PLAIN: Tone.PLAIN,
    prose.Style.EMPHASIS: Tone.EMPHASIS,
    prose.Style.STRONG: Tone.STRONG,
    prose.Style.LITERAL: Tone.CODE,
}
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+[^\s<>\"'`.,;:!?)\]}]")
_CODE = re.compile(r"`([^`\n]+)`")
_SPOKEN_OF = re.compile(r"\b[Ii]nterface\s+#?([0-9]{1,6})\b")


def prose_blocks(text: str, names: Names) -> Blocks:
    """Return prose as blocks; where it speaks of "interface 5", that leads to the interface.

    The one word `unknown` stands for an answer that nobody knows.
    """
    if text == "unknown":
        return (Paragraph((Word(text, Tone.UNKNOWN),)),)
    return _blocks(tree(text), names)


def spoken(text: str, tone: Tone = Tone.PLAIN) -> Words:
    """Return what a rule says: plain text in which what stands between backticks is code."""
    words: list[Word] = []
    # With a group, every second piece is what stood between two backticks.
    for at, piece in enumerate(_CODE.split(text)):
        if at % 2:
            words.append(Word(piece, Tone.CODE))
        elif piece:
            words += linked_text(piece, tone)
    return tuple(words)


def linked_text(text: str, tone: Tone = Tone.PLAIN) -> Words:
    """Return plain text, with the addresses in it as links."""
    words = []
    end = 0
    for match in _ADDRESS.finditer(text):
        words += [Word(text[end : match.start()], tone)] if match.start() > end else []
        words.append(Word(match.group(), tone, match.group()))
        end = match.end()
    if end < len(text) or not words:
        words.append(Word(text[end:], tone))
    return tuple(words)


def _blocks(blocks: tuple[prose.Block, ...], names: Names) -> Blocks:
    return tuple(each for block in blocks for each in _block(block, names))


def _block(block: prose.Block, names: Names) -> Iterator[Block]:
    match block:
        case prose.Paragraph(runs):
            yield Paragraph(_words(runs, names))
        case prose.BulletList(entries):
            yield ListOfBlocks(tuple(_blocks(entry, names) for entry in entries))
        case prose.NumberedList(entries, numbering, start):
            yield ListOfBlocks(tuple(_blocks(entry, names) for entry in entries), numbering, start)
        case prose.DefinitionList(definitions):
            for each in definitions:
                yield Paragraph(_words(each.term, names))
                yield Quote(_blocks(each.blocks, names))
        case prose.Quote(inner):
            yield Quote(_blocks(inner, names))
        case prose.LiteralBlock(text):
            yield Code(text)


def _words(runs: tuple[prose.Run, ...], names: Names) -> Words:
    words: list[Word] = []
    for run in runs:
        tone = _TONES[run.style]
        text = run.text if tone is Tone.CODE else run.text.replace("\n", " ")
        if run.link or tone is Tone.CODE:
            words.append(Word(text, tone, run.link or ""))
        else:
            words += _with_interfaces(text, tone, names)
    return tuple(words)


def _with_interfaces(text: str, tone: Tone, names: Names) -> Iterator[Word]:
    """Yield the text with each interface it speaks of as a link."""
    end = 0
    for match in _SPOKEN_OF.finditer(text):
        target = names.numbered.get(match[1])
        if target:
            if match.start() > end:
                yield Word(text[end : match.start()], tone)
            yield Word(match.group(), tone, f"#{target.anchor}")
            end = match.end()
    if end < len(text):
        yield Word(text[end:], tone)
