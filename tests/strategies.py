"""Architectures of every form, made from the very declarations that reading and writing follow."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from hypothesis import strategies as st

from bartizan.model.architecture import Architecture, FormatVersion
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import (
    AnyTree,
    Date,
    Flag,
    Id,
    IdOrProse,
    Number,
    OneOf,
    Prose,
    Shape,
    Text,
    YesNo,
    shape_of,
    tidy_prose,
)
from bartizan.model.step import Step
from bartizan.model.steps import Steps

IDS = st.sampled_from(
    ["api", "database", "worker-queue", "client", "token", "1", "2", "15", "internet", "cloud", "hsm"]
)
"""Few, so that references meet declarations."""

_HOSTILE = [
    "a: b", "- x", "# no comment", "*emphasis", "`open", "|pipe|", "{brace", "[1]", "\\", "<b>&amp;</b>", "yes", "1.10", "08:30",
    "~", "null", "::", ".. image:: x", "__", "a_", "'quote'", '"', "é☃😀", "\u200f\u05d0", "日本語", "@x", "!tag", "%", "&a", "*a",
    "=====", "A->B: x [1]", "https://example.org/a?b=c#d", "-", "?", "\u00a0x", "TODO",
]  # fmt: skip
_letters = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff\u0085"
)
_words = st.one_of(st.sampled_from(_HOSTILE), st.text(_letters, min_size=1, max_size=8))
one_line = (
    st.lists(_words, min_size=1, max_size=3).map(lambda words: " ".join(" ".join(words).split())).filter(bool)
)
"""One line of text."""
prose = (
    st.lists(st.one_of(one_line, st.just("")), min_size=1, max_size=4)
    .map("\n".join)
    .map(tidy_prose)
    .filter(bool)
)
"""Tidy text of several lines."""


def of_shape(shape: Shape[Any]) -> st.SearchStrategy[Any]:
    """Values that can be written in `shape`, and that say something."""
    if isinstance(shape, FormatVersion):
        return st.just("1")
    if isinstance(shape, Prose):
        return prose
    if isinstance(shape, IdOrProse):
        return st.one_of(IDS, one_line, st.sampled_from(shape.words or ("unknown",)))
    if isinstance(shape, Id):
        return st.one_of(IDS, st.sampled_from(shape.words or ("unknown",)))
    if isinstance(shape, Text):
        return one_line
    if isinstance(shape, YesNo):
        return st.sampled_from(Flag)
    if isinstance(shape, OneOf):
        return st.sampled_from(tuple(shape.choices.__members__.values()))
    if isinstance(shape, Date):
        return st.dates(datetime.date(1000, 1, 1))
    if isinstance(shape, Number):
        return st.integers(int(shape.least), int(shape.most)).map(float) | st.just(
            (shape.least + shape.most) / 4
        )
    if isinstance(shape, AnyTree):
        return st.recursive(
            one_line, lambda inner: st.dictionaries(one_line, inner, min_size=1, max_size=2), max_leaves=3
        )
    if isinstance(shape, ListOf):
        return st.lists(of_shape(shape.shape), min_size=1, max_size=3).map(tuple)
    if isinstance(shape, Steps):
        return st.lists(steps, min_size=1, max_size=4).map(tuple)
    if isinstance(shape, MapOf):
        return _mappings(shape)
    if isinstance(shape, Record):
        return records(shape.noun)
    message = f"no strategy for {shape}"
    raise TypeError(message)


def records(noun: type[Any], **fixed: Any) -> st.SearchStrategy[Any]:
    """Nouns with a few of their fields said."""
    fields = {field.name: shape for field in dataclasses.fields(noun) if (shape := shape_of(field))}
    said = st.sets(st.sampled_from(sorted(fields)), min_size=1, max_size=4)

    def with_fields(names: set[str]) -> st.SearchStrategy[Any]:
        chosen = {name: of_shape(fields[name]) for name in sorted(names) if name not in fixed}
        return st.builds(noun, **{key: st.just(value) for key, value in fixed.items()}, **chosen)

    return said.flatmap(with_fields)


def _mappings(shape: MapOf[Any]) -> st.SearchStrategy[Any]:
    keys = {
        "id": IDS,
        "control": st.one_of(IDS, st.tuples(IDS, IDS).map("/".join)),
        "text": one_line,
    }[shape.keys]
    if isinstance(shape.shape, Record) and shape.shape.has_id:
        noun = shape.shape.noun
        named = st.lists(keys, max_size=3, unique=True)
        return named.flatmap(
            lambda ids: st.tuples(*(records(noun, id=id_) for id_ in ids)).map(
                lambda nouns: dict(zip(ids, nouns, strict=True))
            )
        )
    values = of_shape(shape.shape)
    if not isinstance(shape.shape, (Record, ListOf)):
        values = st.one_of(st.none(), values)
    return st.dictionaries(keys, values, max_size=2)


steps: st.SearchStrategy[Step] = st.builds(
    Step,
    sender=IDS,
    receiver=IDS,
    text=st.one_of(st.none(), one_line),
    interface=st.one_of(st.none(), IDS),
    carries=of_shape(shape_of(next(f for f in dataclasses.fields(Step) if f.name == "carries")) or AnyTree())
    | st.just(()),
    reply=st.one_of(st.none(), st.sampled_from(Flag)),
)


def architectures(**fixed: Any) -> st.SearchStrategy[Architecture]:
    """Whole pages, most of them nonsense, all of them writable."""
    return records(Architecture, **({"service": "notes"} | fixed))
