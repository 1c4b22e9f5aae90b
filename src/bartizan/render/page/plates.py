"""Parts a section into text that flows and plates: drawings, each with the heading and the words that go with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from bartizan.render.page.column_widths import texts_in
from bartizan.render.page.document import Drawing, Heading, ListOfBlocks, Paragraph, as_json
from bartizan.render.page.paper import Above, Fit, fit_all

if TYPE_CHECKING:
    from bartizan.render.page.document import Block, Blocks

LEAD = 10
"""How many lines may stand between a heading and its drawing and still go with it to another page."""

LINE = 95
"""How many characters stand on a line above a drawing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text that flows from page to page; in front of it may be the section's own heading."""

    blocks: Blocks
    opens: bool
    """Whether the section's heading stands before it."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A drawing with what must stand on the same page."""

    lead: Blocks
    drawing: Drawing
    opens: bool
    """Whether the section's heading stands before it."""
    size: Fit


def plates(blocks: Blocks) -> Iterator[Run | Plate]:
    """Yield the parts of a section in their order; the first opens it, and there is always one."""
    run: list[Block] = []
    found: list[Run | Plate] = []
    for block in blocks:
        if not isinstance(block, Drawing):
            run.append(block)
            continue
        at = _lead_from(run, opens=not found)
        opens = not found and at == 0
        if run[:at] or (not found and not opens):
            found.append(Run(tuple(run[:at]), not found))
        lead = tuple(run[at:])
        found.append(
            Plate(lead, block, opens, fit_all([(block.width, block.height)], _above(lead, opens))[0])
        )
        run = []
    if run or not found:
        found.append(Run(tuple(run), not found))
    yield from _alike(found)


def _lead_from(run: list[Block], *, opens: bool) -> int:
    """Return where begins what goes with the drawing that follows: at the last heading, if the words after it are few."""
    first = next((at for at in reversed(range(len(run))) if isinstance(run[at], Heading)), None)
    if first is None:
        if not opens:
            return len(run)
        first = 0
    while first and isinstance(run[first - 1], Heading):
        first -= 1
    words = [block for block in run[first:] if not isinstance(block, Heading)]
    short = all(isinstance(block, Paragraph | ListOfBlocks) for block in words) and _lines(words) <= LEAD
    return first if short else len(run)


def _above(lead: Blocks, opens: bool) -> Above:
    headings = sum(isinstance(block, Heading) for block in lead) + opens
    return Above(headings, _lines([block for block in lead if not isinstance(block, Heading)]))


def _lines(blocks: Sequence[Block]) -> int:
    """Return about how many lines paragraphs and lists take; each entry of a list begins one."""
    lines = 0
    for block in blocks:
        entries = block.entries if isinstance(block, ListOfBlocks) else ((block,),)
        lengths = (sum(map(len, texts_in(as_json(entry)))) for entry in entries)
        lines += sum(max(1, ceil(length / LINE)) for length in lengths)
    return lines


def _alike(found: list[Run | Plate]) -> Iterator[Run | Plate]:
    """Yield the parts, in which those plates that continue each other have the same paper and scale."""
    together: dict[str, list[Plate]] = {}
    for part in found:
        if isinstance(part, Plate) and part.drawing.figure:
            together.setdefault(part.drawing.figure, []).append(part)
    sizes: dict[Drawing, Fit] = {}
    for some in together.values():
        most = max((_above(each.lead, each.opens) for each in some), key=lambda above: above.height)
        fits = fit_all([(each.drawing.width, each.drawing.height) for each in some], most)
        sizes |= dict(zip((each.drawing for each in some), fits, strict=True))
    for part in found:
        if isinstance(part, Plate) and part.drawing in sizes:
            yield replace(part, size=sizes[part.drawing])
        else:
            yield part
