"""Whether every id names one thing, and every name that is used is the id of something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bartizan.model.architecture import Architecture
from bartizan.model.names import fold
from bartizan.model.places import Places
from bartizan.model.reading import describe
from bartizan.model.references import SECTIONS, references, section
from bartizan.model.shapes import SINGULAR, Reference, with_article
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Path, place_of
from bartizan.source.suggest import nearest
from bartizan.source.text import Span

MAY_REPEAT = frozenset({"external-dependencies", "threat-actors"})
"""Sections whose elements may have the id of a component and are then about it."""


def problems_with_ids(architecture: Architecture, places: Places) -> list[Diagnostic]:
    """Return a problem for each id that two elements have, and for each use of an id that nothing has."""
    return [*_twice(architecture, places), *_unknown(architecture, places)]


def _twice(architecture: Architecture, places: Places) -> Iterator[Diagnostic]:
    sections_of = defaultdict(list)
    for name in SECTIONS:
        if name not in MAY_REPEAT:
            for id_ in section(architecture, name):
                sections_of[id_].append(name)
    for id_, (first, *others) in sections_of.items():
        for other in others:
            yield Diagnostic(
                "duplicate-id",
                f"`{id_}` is the id of {with_article(SINGULAR[first])} and of {with_article(SINGULAR[other])}",
                _label(_key_span(places, (other, id_)), "used again here"),
                also=_labels(_key_span(places, (first, id_)), "first used here"),
                help=(f"give the {SINGULAR[other]} another id; `name:` may stay the same",),
            )


def _unknown(architecture: Architecture, places: Places) -> Iterator[Diagnostic]:
    ids = {name: section(architecture, name).keys() for name in SECTIONS}
    for reference in references(architecture):
        if reference.by_use or any(reference.id in ids[name] for name in reference.sections):
            continue
        yield _no_such(architecture, reference, places)


def _no_such(architecture: Architecture, reference: Reference, places: Places) -> Diagnostic:
    known = {id_: name for name in reference.sections for id_ in section(architecture, name)}
    kinds = [SINGULAR[name] for name in reference.sections]
    kind = " or ".join(kinds)
    close = _near(reference.id, known)
    by_name = _named_so(architecture, reference)
    if by_name and not close:
        close = by_name
    span = _key_span(places, reference.path) if reference.is_key else places.of(reference.path)
    written = span.text if span and fold(span.text) == fold(reference.id) else reference.id
    elsewhere = [name for name in SECTIONS if reference.id in section(architecture, name)]
    if elsewhere:
        help_ = f"`{reference.id}` is {with_article(SINGULAR[elsewhere[0]])}; name {with_article(kind)} here"
    elif close:
        help_ = f"did you mean `{close}`?"
    else:
        help_ = f"declare it under `{reference.sections[0]}:`, or correct the id"
    what = describe(reference.path[:-1] if reference.is_key else reference.path)
    return Diagnostic(
        f"no-such-{kinds[0].replace(' ', '-')}",
        f"{what} is not {with_article(kind)}"
        if not reference.is_key
        else f"{what} names `{reference.id}`, which is not {with_article(kind)}",
        _label(span, f"no {kind} is called `{written}`"),
        also=_labels(_key_span(places, (known[close], close)), "this one has a similar name")
        if close
        else (),
        help=(help_,),
    )


def _near(id_: str, known: Iterable[str]) -> str | None:
    """Return the id that was mistyped. Three letters at most: an id with a word more, as `api-host` for `api`, is another thing."""
    return nearest(id_, known, limit=min(3, len(id_) // 3))


def _named_so(architecture: Architecture, reference: Reference) -> str | None:
    """Return the id of the element whose name, not whose id, is like the reference."""
    names = {
        element.name.lower().replace(" ", "-"): id_
        for name in reference.sections
        for id_, element in section(architecture, name).items()
        if element.name
    }
    close = _near(reference.id, names)
    return names[close] if close else None


def _key_span(places: Places, path: Path) -> Span | None:
    """Return the place of the key that ends `path`, whatever stands under it."""
    if places.root is not None:
        owner = places.root
        for step in path[:-1]:
            child = owner.get(str(step)) if hasattr(owner, "get") else None
            if child is None:
                return place_of(places.root, path)
            owner = child
        entry = owner.by_key.get(str(path[-1])) if hasattr(owner, "by_key") else None
        if entry:
            return entry.key.span
    return places.of(path)


def _label(span: Span | None, text: str) -> Label | None:
    return Label(span, text) if span else None


def _labels(span: Span | None, text: str) -> tuple[Label, ...]:
    return (Label(span, text),) if span else ()
