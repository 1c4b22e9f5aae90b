"""Takes away what a page says, one field at a time."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.source.nodes import Entry, Mapping, Node, Path

NOT_ABOUT_THE_SYSTEM = frozenset({
    "format", "include", "based-on", "service", "release", "version", "status", "template", "deployment", "contacts",
    "purpose", "users", "differences", "figures", "resources", "notes", "waivers", "variants", "name", "description",
    "number", "impact", "because", "abuse-cases", "summary-of-controls", "use-cases",
})  # fmt: skip
"""Words for people, and whole sections that no rule draws a conclusion from."""


def fields(node: Node, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each field whose value a page could have left out."""
    if not isinstance(node, Mapping):
        return
    for entry in node.entries:
        key = entry.key.text
        if key in NOT_ABOUT_THE_SYSTEM:
            continue
        here = (*path, key)
        state_of_a_control = len(path) == 1 and path[0] == "controls" and not isinstance(entry.value, Mapping)
        if len(path) >= 2 or state_of_a_control:
            yield here
        yield from fields(entry.value, here)


def without(node: Node, path: Path) -> Node:
    """Return a document without the field at a path."""
    assert isinstance(node, Mapping)
    if len(path) == 1:
        return Mapping(
            tuple(entry for entry in node.entries if entry.key.text != path[0]), node.span, node.flow
        )
    entries = (
        Entry(entry.key, without(entry.value, path[1:])) if entry.key.text == path[0] else entry
        for entry in node.entries
    )
    return Mapping(tuple(entries), node.span, node.flow)
