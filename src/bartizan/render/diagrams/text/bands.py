"""Neighbouring entities of a sequence diagram that are in one trust domain, and so share a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bartizan.render.diagrams.sequence_scene import Entity


def bands(entities: Sequence[Entity]) -> Iterator[tuple[Entity, ...]]:
    """Yield each run of neighbours in one trust domain; those in none follow each other in runs of their own."""
    for _, run in groupby(entities, key=lambda entity: entity.domain):
        yield tuple(run)
