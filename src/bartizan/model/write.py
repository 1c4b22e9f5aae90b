"""Write an architecture as the tree of its file, in the order of the page and the shortest form."""

from __future__ import annotations

from bartizan.model.architecture import FORMAT, Architecture
from bartizan.model.compounds import Record
from bartizan.source.plain import Plain, Word


def plain_tree(architecture: Architecture) -> dict[str, Plain]:
    """Return what `read_architecture` reads back as an equal architecture; `format:` is always written."""
    tree = Record(Architecture).write(architecture)
    fields = tree if isinstance(tree, dict) else {}
    return {"format": Word(FORMAT)} | fields
