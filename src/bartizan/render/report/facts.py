"""What a page says of one element, as facts under labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bartizan.model.compounds import ListOf, Record
from bartizan.model.shapes import Prose, Shape
from bartizan.render.page.document import (
    Block,
    Code,
    Facts,
    ListOfBlocks,
    Paragraph,
    Quote,
    Tone,
    Word,
)
from bartizan.render.page.names import Names
from bartizan.render.page.tables import tagged
from bartizan.render.page.wording import blocks_of, label_of
from bartizan.render.report.markup import NOTHING, Html, escaped, joined, tag
from bartizan.render.report.prose import prose

_LEFT_OUT = frozenset({"id", "name", "impact"})
"""The name stands above; what failure means has a section of its own."""

SHORT = 160
"""Entries of a list that are no longer than this, links included, stand on one line."""

Fact = tuple[str, Html]
"""A label and what stands behind it."""


def said_of(noun: Any, names: Names) -> Iterator[Fact]:
    """Yield everything that the page says of an element, in the order of its fields."""
    without = _LEFT_OUT | tagged(noun)
    for key, (field, shape) in Record(type(noun)).fields.items():
        value = getattr(noun, field.name)
        if field.name in without or value == shape.missing:
            continue
        yield label_of(type(noun), key), _said(value, shape, names)


def _said(value: Any, shape: Shape[Any], names: Names) -> Html:
    """Return what stands in a field. Prose in it is taken out first: the page's own way of reading it takes its time."""
    if isinstance(shape, Prose):
        return prose(value)
    if isinstance(shape, ListOf) and isinstance(shape.shape, Prose | Record):
        return _listed([_said(each, shape.shape, names) for each in value])
    if isinstance(shape, Record):
        texts = {
            field.name: getattr(value, field.name)
            for field, each in shape.fields.values()
            if isinstance(each, Prose)
        }
        bare = replace(value, **dict.fromkeys(texts)) if any(texts.values()) else value
        words = joined(_block(each) for each in blocks_of(bare, shape, names))
        return joined((words, *(Html(f" ({prose(each)})") for each in texts.values() if each)))
    return joined(_block(each) for each in blocks_of(value, shape, names))


def fact_list(facts: Iterable[Fact]) -> Html:
    """Return facts as a list of labels; nothing where there are none."""
    rows = [Html(f"<div><dt>{escaped(label)}</dt><dd>{said}</dd></div>") for label, said in facts if said]
    return Html(f'<dl class="facts">{"".join(rows)}</dl>') if rows else NOTHING


def word(it: Word) -> Html:
    """Return a word in its tone, leading where it leads."""
    text: Html
    match it.tone:
        case Tone.PLAIN:
            text = escaped(it.text)
        case Tone.STRONG:
            text = tag("strong", it.text)
        case Tone.EMPHASIS:
            text = tag("em", it.text)
        case Tone.CODE:
            text = tag("code", it.text)
        case Tone.ARROW:
            text = Html(
                f'<span aria-hidden="true"> → </span><span class="unseen"> {escaped(it.text)} </span>'
            )
        case _:
            text = tag("span", it.text, class_=it.tone.value.replace(" ", "-"))
    if not it.link:
        return text
    if it.link.startswith("#"):
        return tag("a", text, href=it.link)
    return tag("a", text, href=it.link, rel="noreferrer noopener")


def _listed(entries: list[Html]) -> Html:
    if len(entries) == 1:
        return entries[0]
    if all(len(each) < SHORT for each in entries):
        return joined(entries, ", ")
    return tag("ul", *(tag("li", each) for each in entries))


def _block(it: Block) -> Html:
    match it:
        case Paragraph(words):
            return joined(word(each) for each in words)
        case ListOfBlocks(entries):
            return _listed([joined(_block(each) for each in entry) for entry in entries])
        case Quote(blocks):
            return tag("blockquote", *(_block(each) for each in blocks))
        case Code(text):
            return tag("pre", text, tabindex="0")
        case Facts(facts):
            return fact_list((fact.label, joined(_block(each) for each in fact.blocks)) for fact in facts)
        case _:
            raise AssertionError(f"no field of an element becomes a {type(it).__name__}")
