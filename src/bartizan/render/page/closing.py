"""The end of a printed page: waivers, text that found no other place, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bartizan.render.page.document import (
    Block,
    Blocks,
    Card,
    Cards,
    Column,
    Nature,
    Paragraph,
    Row,
    Table,
    Tone,
    Word,
    Words,
)
from bartizan.render.page.prose_words import prose_blocks, spoken
from bartizan.render.page.runs import run_words
from bartizan.render.page.tables import field_blocks
from bartizan.rules.readiness.gap import Weight
from bartizan.rules.readiness.rules import rule_called

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture
    from bartizan.render.page.names import Names
    from bartizan.rules.readiness.gap import Gap

MESSAGES = 2
"""Up to so many different gaps of one rule are told each by itself; of more, the rule is told and where it is broken."""


def waivers(page: Architecture, names: Names) -> Blocks:
    """Return the gaps that are accepted for a while, with reason and date."""
    if not page.waivers:
        return ()
    columns = {
        "gap": Column("Gap", Nature.NAME),
        "element": Column("Element", Nature.SHORT),
        "until": Column("Until", Nature.LEVEL),
        "because": Column("Because", Nature.PROSE),
    }
    rows = tuple(
        Row("", tuple(field_blocks(waiver, attribute, names) for attribute in columns))
        for waiver in page.waivers
    )
    return (Table("Waivers", tuple(columns.values()), rows),)


def notes(page: Architecture, names: Names) -> Blocks:
    """Return text that found no place elsewhere, each with the section and the line it came from."""
    cards = []
    for note in page.notes:
        title = (Word(note.section, Tone.STRONG),) if note.section else ()
        source = (Word(note.source, Tone.ASIDE),) if note.source else ()
        cards.append(Card("", "", title, source, prose_blocks(note.text, names) if note.text else ()))
    return (Cards(tuple(cards)),) if cards else ()


def open_gaps(gaps: Iterable[Gap], names: Names) -> Blocks:
    """Return how ready the page is, and what is still open, a row for each rule; waived gaps are counted only."""
    every = tuple(gaps)
    still = sorted(
        (gap for gap in every if not gap.waived), key=lambda gap: gap.weight is not Weight.BLOCKING
    )
    if not every:
        return ()
    rows = tuple(Row("", _gap_cells(alike, names)) for alike in _by_rule(still))
    columns = (
        Column("Gap", Nature.NAME),
        Column("Weight", Nature.LEVEL),
        Column("Where", Nature.LIST, asked=False),
        Column("What is asked", Nature.PROSE),
    )
    counted = Paragraph((Word(_counted(every)),))
    return (counted, Table("Open gaps", columns, rows)) if rows else (counted,)


def _counted(gaps: tuple[Gap, ...]) -> str:
    waived = sum(1 for gap in gaps if gap.waived)
    blocking = sum(1 for gap in gaps if not gap.waived and gap.weight is Weight.BLOCKING)
    advice = len(gaps) - waived - blocking
    parts = (f"blocking the review: {blocking}", f"advice: {advice}", f"waived: {waived}")
    return f"Open gaps {'; '.join(parts)}."


def _by_rule(gaps: Iterable[Gap]) -> Iterable[tuple[Gap, ...]]:
    """Return the gaps of each rule together, in the order of the first of each: a page is no flood."""
    alike: dict[str, list[Gap]] = {}
    for gap in gaps:
        alike.setdefault(gap.rule, []).append(gap)
    return [tuple(each) for each in alike.values()]


def _gap_cells(alike: tuple[Gap, ...], names: Names) -> tuple[Blocks, ...]:
    gap = alike[0]
    where = run_words((each.element for each in alike if each.element), names)
    return (
        (Paragraph((Word(gap.rule, Tone.CODE),)),),
        (Paragraph((Word(gap.weight.value),)),),
        (Paragraph(where),) if where else (),
        _asked(alike),
    )


def _asked(alike: tuple[Gap, ...]) -> Blocks:
    """Return what the rule asks for, what is missing where that is said of few, and how to say it."""
    gap = alike[0]
    rule = rule_called(gap.rule)
    blocks: list[Block] = [Paragraph(_sentence(rule.says))] if rule else []
    messages = tuple(dict.fromkeys(each.message for each in alike))
    if not rule or len(messages) <= MESSAGES:
        tone = Tone.ASIDE if rule else Tone.PLAIN
        blocks += [Paragraph(_sentence(each, tone)) for each in messages]
    if gap.help and gap.weight is Weight.BLOCKING:
        blocks.append(Paragraph(spoken("; ".join(gap.help), Tone.ASIDE)))
    return tuple(blocks)


def _sentence(text: str, tone: Tone = Tone.PLAIN) -> Words:
    return spoken(text[:1].upper() + text[1:], tone)
