"""Finds the names that a name on a page was perhaps meant to be: told to people, never acted upon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from bartizan.formats.openstack_rst.called import Called
from bartizan.model.names import fold
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.text import Span

LEAST = 0.3
"""How much of two names must be the same before one is worth mentioning."""
MOST = 3
NEARLY = 0.7
"""How much of the best likeness another name must have to be mentioned beside it."""
LONGEST = 80
"""Characters that are compared."""


def most_similar(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids of the few elements whose names are most like `text`, the best first."""
    ranked = sorted(((-_likeness(text, name), at, id_) for at, (id_, name) in enumerate(names.items())))
    least = max(LEAST, -ranked[0][0] * NEARLY) if ranked else LEAST
    yield from (id_ for score, _at, id_ in ranked[:MOST] if -score >= least)


def _likeness(text: str, name: str) -> float:
    wanted, words = set(fold(text).split()), set(fold(name).split())
    shared = len(wanted & words) / max(min(len(wanted), len(words)), 1)
    ratio = SequenceMatcher(None, fold(text)[:LONGEST], fold(name)[:LONGEST]).ratio()
    return max(shared, ratio if ratio > 0.6 else 0)


def _several(text: str, components: Called) -> tuple[str, ...]:
    """Return the components that a text names one after the other; none where a part of it names no component."""
    if len(text) > LONGEST:
        return ()
    parts = [part for part in re.split(r"[,;/+&\n]|\s(?:and|or)\s", text) if part.strip()]
    found = [components(part.strip()) for part in parts]
    ids = tuple(dict.fromkeys(id_ for id_ in found if id_))
    return ids if len(parts) > 1 and all(found) and len(ids) > 1 else ()


def with_similar_names(
    found: Diagnostic, called: Mapping[str, Called], declared: Mapping[str, Mapping[str, Span]]
) -> Diagnostic:
    """Return a diagnostic about a name that nobody has, with the names on the page that are most like it.

    `declared` says by section where the elements of the page are.
    """
    section = {"no-such-component": "components", "no-such-data-asset": "data-assets"}.get(found.name)
    if section is None or found.at is None:
        return found
    text = re.sub(r"[*`]", "", found.at.span.text)
    names = called[section].names if section in called else {}
    several = _several(text, called[section]) if section == "components" and section in called else ()
    if several:
        which = " and ".join(f"`{names[id_]}`" for id_ in several)
        spans = tuple(
            Label(declared[section][id_], "named here") for id_ in several if id_ in declared.get(section, {})
        )
        number = "two" if len(several) == 2 else "several"
        return replace(
            found, also=spans, help=(f"it names {number} components, {which}: write one interface for each",)
        )
    similar = list(most_similar(text, names)) if len(text) <= LONGEST else []
    if not similar:
        return replace(
            found, also=(), help=(f"list it under the {section.replace('-', ' ')}, or correct the name",)
        )
    which = " or ".join(f"`{names[id_]}`" for id_ in similar)
    spans = tuple(
        Label(declared[section][id_], "a similar name") for id_ in similar if id_ in declared.get(section, {})
    )
    return replace(
        found,
        also=spans,
        help=(
            f"if {which} is meant, use the same name here",
            f"else list it under the {section.replace('-', ' ')}",
        ),
    )
