"""Recognizes what the published templates say before anybody fills them in, so that guidance never becomes a fact.

The examples of the templates come from a real review, and the same words can be true of a page; they are examples only
where they still stand behind their *For example*.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from bartizan.formats.openstack_rst.layout import Block, Listing, Paragraph, Picture, pieces
from bartizan.model.names import fold

_LEAD_IN = re.compile(r"(?i)\bfor example\s*:?\s*\Z|^\s*guidance\s*:?\s*\Z|^\s*format\s*:?\s*\Z")


def is_guidance(text: str) -> bool:
    """Say whether `text` is a passage of a template, or consists of sentences of templates only."""
    folded = fold(text)
    guidance, _examples, sentences = _passages()
    if not folded or folded in guidance:
        return bool(folded)
    parts = [fold(part) for part in _sentences(text)]
    return len(parts) > 1 and all(part in sentences for part in parts if part)


def is_example(text: str) -> bool:
    """Say whether `text` is one of the examples of the templates."""
    return fold(text) in _passages()[1]


def is_lead_in(text: str) -> bool:
    """Say whether `text` announces examples."""
    return bool(_LEAD_IN.search(text))


def without_guidance(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks without what a template left there."""
    kept: list[Block] = []
    in_examples = False
    for block in blocks:
        match block:
            case Paragraph(piece):
                is_template = (
                    is_guidance(piece.text)
                    or is_lead_in(piece.text)
                    or (in_examples and is_example(piece.text))
                )
                in_examples = is_lead_in(piece.text) or (in_examples and is_template)
                if not is_template:
                    kept.append(block)
            case Listing():
                left = tuple(
                    entry
                    for entry in block.entries
                    if not _is_template_entry(entry.blocks, examples=in_examples)
                )
                if len(left) == len(block.entries):
                    kept.append(block)
                elif left:
                    kept.append(Listing(block.kind, left, "\n".join(f"- {entry.markup}" for entry in left)))
            case Picture():
                if not is_guidance(block.file):
                    kept.append(block)
            case _:
                kept.append(block)
    return tuple(kept)


def _is_template_entry(blocks: tuple[Block, ...], *, examples: bool) -> bool:
    texts = [piece.text for piece in pieces(blocks)]
    return bool(texts) and all(is_guidance(text) or (examples and is_example(text)) for text in texts)


@cache
def _passages() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return guidance, examples, and the single sentences of the guidance, all folded."""
    text = (files(__package__) / "template_text.txt").read_text(encoding="utf-8")
    guidance, examples = text.split("[guidance]")[1].split("[examples]")
    sentences = (
        fold(part) for line in guidance.splitlines() for part in _sentences(line) if len(part.split()) > 3
    )
    return (
        frozenset(fold(line) for line in guidance.splitlines() if line),
        frozenset(fold(line) for line in examples.splitlines() if line),
        frozenset(sentences),
    )


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.:?!])\s+", text)
