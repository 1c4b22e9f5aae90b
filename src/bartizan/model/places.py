"""Where each fact of a page was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bartizan.source.nodes import Node, Path, place_of
from bartizan.source.text import Span


@dataclass(frozen=True)
class Places:
    """Finds the place of a path: the exact one, or the nearest thing around it that was written."""

    exact: Mapping[Path, Span] = field(default_factory=dict)
    """Places known one by one: lines within a block, or all of a page that is not YAML."""
    root: Node | None = None
    """The document, where it is YAML."""

    def of(self, path: Path) -> Span | None:
        """Return where `path` is written; nothing when there is no text at all."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.exact:
                return self.exact[path[:length]]
        return place_of(self.root, path) if self.root is not None else self.exact.get(())
