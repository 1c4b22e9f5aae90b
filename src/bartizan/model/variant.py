"""Other forms of the same deployment: the page with the patch of one variant applied."""

from __future__ import annotations

from bartizan.source.nodes import Entry, Mapping, Node, Scalar


def variant_names(root: Node) -> tuple[str, ...]:
    """Return the variants that the page declares, in its order."""
    variants = root.get("variants") if isinstance(root, Mapping) else None
    return tuple(entry.key.text for entry in variants.entries) if isinstance(variants, Mapping) else ()


def patched(root: Mapping, variant: str) -> Mapping:
    """Return the page with the patch of `variant` applied; each node keeps the place where it was written.

    Mappings merge, scalars and lists replace, `~` takes away (RFC 7396, JSON Merge Patch). The result declares no
    variants itself.
    """
    variants = root.get("variants")
    patch = variants.get(variant) if isinstance(variants, Mapping) else None
    page = Mapping(
        tuple(entry for entry in root.entries if entry.key.text != "variants"), root.span, root.flow
    )
    return merged(page, patch) if isinstance(patch, Mapping) else page


def merged(base: Mapping, patch: Mapping) -> Mapping:
    """Return `base` with `patch` applied: mappings merge, scalars and lists replace, `~` takes away."""
    entries = []
    for entry in base.entries:
        change = patch.by_key.get(entry.key.text)
        if change is None:
            entries.append(entry)
        elif not _is_null(change.value):
            entries.append(Entry(entry.key, _with(entry.value, change.value)))
    new = (
        entry for entry in patch.entries if entry.key.text not in base.by_key and not _is_null(entry.value)
    )
    added = [Entry(entry.key, _with(None, entry.value)) for entry in new]
    return Mapping((*entries, *added), base.span, base.flow)


def _with(base: Node | None, change: Node) -> Node:
    if not isinstance(change, Mapping):
        return change
    if not isinstance(base, Mapping):
        base = Mapping((), change.span, change.flow)
    return merged(base, change)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null
