"""The page that lacks nothing, and the same with something changed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.rules.readiness.check import gaps
from bartizan.rules.readiness.gap import Gap
from bartizan.source.nodes import Entry, Node, Scalar, Sequence
from bartizan.source.nodes import Mapping as MappingNode
from bartizan.source.plain import to_plain
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source, Span

TODAY = datetime.date(2026, 11, 22)
FILES = frozenset({"architecture.yaml", "figures/overview.png"})
NOWHERE = Span(Source("clean.yaml", ""), 0, 0)
CLEAN = Path(__file__).with_name("clean.yaml").read_text(encoding="utf-8")


@cache
def _clean() -> Any:
    root = read_yaml(Source("clean.yaml", CLEAN)).root
    assert root is not None
    return to_plain(root)


def clean_but(patch: Mapping[str, Any]) -> Architecture:
    """Return the clean page with a merge patch: mappings merge, anything else replaces, `None` takes away."""
    return read_architecture(_node(_merged(_clean(), patch))).architecture


def _node(plain: Any) -> Node:
    """Return a document without a text: quicker than writing and reading one."""
    if isinstance(plain, Mapping):
        return MappingNode(
            tuple(Entry(Scalar(key, NOWHERE), _node(value)) for key, value in plain.items()), NOWHERE
        )
    if isinstance(plain, list | tuple):
        return Sequence(tuple(map(_node, plain)), NOWHERE)
    return Scalar(str(plain), NOWHERE, "'" if plain else "")


def _merged(base: Any, patch: Any) -> Any:
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(base) if isinstance(base, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = _merged(merged.get(key), value)
    return merged


def gaps_of(architecture: Architecture, **others: Any) -> list[Gap]:
    """Check a page as on one day, with its figure there."""
    asked: dict[str, Any] = {"today": TODAY, "folder_files": FILES}
    return gaps(architecture, **(asked | others))
