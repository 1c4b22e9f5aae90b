"""What stands inside of what in a scene, and where two ends of a connector meet."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from bartizan.render.diagrams.scene import Scene


class Meeting(NamedTuple):
    """The innermost group that holds both ends of a connector, and its two children that do."""

    container: str | None
    """The id of the group; nothing when it is the whole picture."""
    tail: str
    """The child of the container that is, or holds, the tail."""
    head: str
    """The child of the container that is, or holds, the head."""


class Nesting:
    """The tree of the groups and boxes of a scene."""

    def __init__(self, scene: Scene) -> None:
        """Read the tree from the scene."""
        self.parent: dict[str, str | None] = {group.id: group.inside for group in scene.groups}
        self.parent.update({box.id: box.group for box in scene.boxes})
        self.groups = frozenset(group.id for group in scene.groups)
        children: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
        for each in (*(box.id for box in scene.boxes), *(group.id for group in scene.groups)):
            # A group stands where the first thing in it was written.
            for inner, outer in reversed(self._upwards(each)):
                children[outer].setdefault(inner)
        self.children: dict[str | None, tuple[str, ...]] = {key: tuple(ids) for key, ids in children.items()}

    def _upwards(self, id_: str) -> list[tuple[str, str | None]]:
        chain = []
        at: str | None = id_
        while at is not None:
            chain.append((at, self.parent[at]))
            at = self.parent[at]
        return chain

    def path(self, id_: str) -> list[str]:
        """Return the element and every group around it, from the innermost outwards."""
        return [each for each, _ in self._upwards(id_)]

    def meeting(self, tail: str, head: str) -> Meeting:
        """Return where the two ends come together."""
        tail_path, head_path = self.path(tail)[::-1], self.path(head)[::-1]
        shared = 0
        while shared < min(len(tail_path), len(head_path)) - 1 and tail_path[shared] == head_path[shared]:
            shared += 1
        return Meeting(tail_path[shared - 1] if shared else None, tail_path[shared], head_path[shared])

    def innermost_first(self) -> list[str]:
        """Return the groups, each after all that it holds."""
        return sorted(self.groups, key=lambda group: (-len(self.path(group)), group))
