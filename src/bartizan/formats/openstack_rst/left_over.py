"""Keeps as notes whatever nobody took from a page, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.formats.openstack_rst.draft import Draft, PageDraft
from bartizan.formats.openstack_rst.layout import (
    Block,
    Entry,
    Group,
    Listing,
    Paragraph,
    Picture,
    Piece,
    Section,
    Table,
    pieces,
)
from bartizan.formats.openstack_rst.outline import Part
from bartizan.source.nodes import Scalar

_MARKS = " \n:;,-–—"
"""What stands between the parts of a line."""


@dataclass(frozen=True)
class Left:
    """Text that nobody took."""

    markup: str
    pieces: tuple[Piece, ...]
    whole: bool
    """Whether it is whole blocks, and not words out of a line."""


def keep_what_is_left(parts: list[Part], page: PageDraft) -> None:
    """Say as notes what is left of each part of the page."""
    for part in parts:
        left = list(_of_titles(part, page))
        for one in _joined([*left, *_of_blocks(part.blocks, page)]):
            _note(one, part, page)
    page.root.sort("notes")


def _of_titles(part: Part, page: PageDraft) -> Iterator[Left]:
    titles = [*part.titles, *([part.title] if part.title else [])]
    for title in titles:
        words = page.left(title)
        if not words:
            continue
        if title is part.title and not part.keys and any(True for _ in _of_blocks(part.blocks, page)):
            page.claim(title)  # its words are the section of the notes to come
        else:
            yield Left(" ".join(piece.markup.strip(_MARKS) for piece in words), tuple(words), whole=True)


def _of_blocks(blocks: tuple[Block, ...], page: PageDraft) -> Iterator[Left]:
    for block in blocks:
        found = list(pieces((block,)))
        left = [part for piece in found for part in page.left(piece)]
        if not left:
            continue
        if all(page.is_untouched(piece) for piece in found) and not isinstance(block, (Section, Picture)):
            yield Left(block.markup, tuple(found), whole=True)
            continue
        match block:
            case Paragraph():
                yield _words(left)
            case Section():
                if page.left(block.title):
                    yield Left(f"**{block.title.text}**", (block.title,), whole=True)
                yield from _of_blocks(block.blocks, page)
            case Group():
                yield from _of_blocks(block.blocks, page)
            case Listing():
                for entry in block.entries:
                    if entry.term and page.left(entry.term):
                        yield _words(page.left(entry.term))
                    found = list(pieces(entry.blocks))
                    if entry.number and found and all(page.is_untouched(piece) for piece in found):
                        yield Left(_numbered(entry), tuple(found), whole=True)
                        continue
                    yield from _of_blocks(entry.blocks, page)
            case Table():
                if block.title and page.left(block.title):
                    yield _words(page.left(block.title))
                for row in (block.header, *block.rows):
                    yield from _of_row(tuple(cell.blocks for cell in row), page)
            case Picture():
                for piece in left:
                    yield _words([piece])
            case _:
                yield _words(left)


def _numbered(entry: Entry) -> str:
    """Return an entry with its number, by which other texts may refer to it."""
    mark = f"{entry.number}. "
    return mark + entry.markup.replace("\n", "\n" + " " * len(mark))


def _of_row(cells: tuple[tuple[Block, ...], ...], page: PageDraft) -> Iterator[Left]:
    """What is left of a row stands in one note, its cells between bars."""
    found = [one for blocks in cells for one in _of_blocks(blocks, page)]
    if found:
        yield Left(
            " / ".join(one.markup for one in found),
            tuple(piece for one in found for piece in one.pieces),
            whole=True,
        )


def _words(parts: list[Piece]) -> Left:
    return Left(" … ".join(part.markup.strip(_MARKS) for part in parts), tuple(parts), whole=False)


def _joined(found: list[Left]) -> Iterator[Left]:
    """Put whole blocks that follow one another into one note."""
    pending: Left | None = None
    for one in found:
        if pending and pending.whole and one.whole:
            pending = Left(f"{pending.markup}\n\n{one.markup}", (*pending.pieces, *one.pieces), whole=True)
            continue
        if pending:
            yield pending
        pending = one
    if pending:
        yield pending


def _note(left: Left, part: Part, page: PageDraft) -> None:
    text = page.prose(left.markup, *left.pieces)
    if text is None:
        return
    draft = Draft(text.span)
    draft.put("text", text)
    if part.title:
        section = (part.said or part.title) if part.keys else part.title
        draft.put("section", Scalar(section.text, part.title.span, '"'))
    draft.put("from", Scalar(page.origin(text.span), text.span, '"'))
    page.root.add("notes", draft)
