"""An architecture page made from what a file in another format says: written as a page and read as one, so that it is one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.source.diagnostic import Severity
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

Tree: TypeAlias = Mapping[str, object]
"""A page as plain mappings, lists and texts."""


def page_from(tree: Tree, name: str) -> Architecture:
    """Return the page that a tree is; an adapter that writes what is no page is a mistake of ours."""
    source = Source(name, json.dumps(tree, ensure_ascii=False, indent=1))
    parsed = read_yaml(source)
    assert parsed.root is not None, (name, parsed.diagnostics)
    read = read_architecture(parsed.root)
    wrong = [each for each in (*parsed.diagnostics, *read.diagnostics) if each.severity is Severity.ERROR]
    assert not wrong, (name, [(each.message, each.at and each.at.text) for each in wrong[:5]])
    return read.architecture


def id_of(name: str) -> str:
    """Return a name as an id: small letters, digits and hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return words or "unnamed"


class Ids:
    """Gives every name of a file an id of its own: names that come to the same id get a number."""

    def __init__(self, taken: Sequence[str] = ("unknown", "nowhere", "nothing", "all")) -> None:
        self.taken = set(taken)
        self.of: dict[str, str] = {}

    def give(self, key: str, name: str | None = None) -> str:
        """Return the id for what a file calls `key`; the same each time it is asked for."""
        if key not in self.of:
            plain = id_of(name or key)
            id_, number = plain, 1
            while id_ in self.taken:
                number += 1
                id_ = f"{plain}-{number}"
            self.taken.add(id_)
            self.of[key] = id_
        return self.of[key]
