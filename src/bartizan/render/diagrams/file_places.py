"""Files of which nobody said where they lie, drawn beside those who read and write them."""

from __future__ import annotations

from collections.abc import Mapping

from bartizan.model.architecture import Architecture


def file_places(
    architecture: Architecture, place: Mapping[str, str | None], inside: Mapping[str, str | None]
) -> dict[str, str]:
    """Return for each file without a domain and a place of its own the innermost group that holds all of its users.

    `place` says in which group each component is drawn, `inside` in which group each group is. That a domain is unknown is
    something that somebody said: such a file stays outside of them all.
    """
    found = {}
    for id_, file in architecture.components.items():
        users = [user for user in dict.fromkeys((*file.read_by, *file.written_by)) if user != id_]
        if file.domain is not None or place.get(id_) is not None or not users:
            continue
        paths = [_outwards(place.get(user), inside) for user in users]
        shared = next((group for group in paths[0] if all(group in path for path in paths)), None)
        if shared is not None:
            found[id_] = shared
    return found


def _outwards(group: str | None, inside: Mapping[str, str | None]) -> list[str]:
    """Return a group and those around it, from the inside out."""
    path: list[str] = []
    while group is not None:
        path.append(group)
        group = inside.get(group)
    return path
