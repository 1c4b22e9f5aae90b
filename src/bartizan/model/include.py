"""One page made of several files: sections of included files join those of the page."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf

from bartizan.model.variant import merged
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Entry, Mapping, Node, Scalar, Sequence


def included_names(root: Node) -> tuple[Scalar, ...]:
    """Return the names under `include:` as they were written."""
    node = root.get("include") if isinstance(root, Mapping) else None
    if isinstance(node, Scalar):
        return () if node.is_null else (node,)
    if isinstance(node, Sequence):
        return tuple(each for each in node.items if isinstance(each, Scalar) and not each.is_null)
    return ()


def base_name(root: Node) -> Scalar | None:
    """Return the name under `based-on:` as it was written."""
    node = root.get("based-on") if isinstance(root, Mapping) else None
    return node if isinstance(node, Scalar) and not node.is_null else None


def changed(base: Mapping, root: Mapping) -> Mapping:
    """Return the page that `root` makes of `base`: what it says counts, as a variant's patch does."""
    own = tuple(entry for entry in root.entries if entry.key.text != "based-on")
    return merged(base, Mapping(own, root.span, root.flow))


def joined(root: Mapping, parts: SequenceOf[Mapping]) -> tuple[Mapping, list[Diagnostic]]:
    """Return the page with the sections of `parts` behind its own, and a problem for what is said twice.

    Sections that are mappings join, lists are put one behind the other; anything else may be said only once.
    """
    problems: list[Diagnostic] = []
    entries = {entry.key.text: entry for entry in root.entries}
    for part in parts:
        for entry in part.entries:
            key = entry.key.text
            if key in {"format", "include", "based-on"}:
                continue
            there = entries.get(key)
            if there is None or (isinstance(there.value, Scalar) and there.value.is_null):
                entries[key] = entry
            else:
                entries[key] = Entry(there.key, _join(there, entry, problems))
    return Mapping(tuple(entries.values()), root.span, root.flow), problems


def _join(first: Entry, second: Entry, problems: list[Diagnostic]) -> Node:
    if isinstance(first.value, Mapping) and isinstance(second.value, Mapping):
        there = first.value.by_key
        again = [entry for entry in second.value.entries if entry.key.text in there]
        problems.extend(_twice(there[entry.key.text], entry) for entry in again)
        new = tuple(entry for entry in second.value.entries if entry.key.text not in there)
        return Mapping((*first.value.entries, *new), first.value.span, first.value.flow)
    if isinstance(first.value, Sequence) and isinstance(second.value, Sequence):
        return Sequence((*first.value.items, *second.value.items), first.value.span, first.value.flow)
    problems.append(_twice(first, second))
    return first.value


def _twice(first: Entry, second: Entry) -> Diagnostic:
    return Diagnostic(
        "said-twice",
        f"`{second.key.text}` is said in two files of one page",
        Label(second.key.span, "said again here"),
        also=(Label(first.key.span, "first said here"),),
        help=("keep one of the two",),
    )
