"""Read an architecture from a document: the nouns, and every problem of the file at once."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.architecture import FORMAT, Architecture
from bartizan.model.check_ids import problems_with_ids
from bartizan.model.compounds import Record
from bartizan.model.names import fold
from bartizan.model.places import Places
from bartizan.model.reading import Reading
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Mapping, Node, Scalar

PAGE = Record(Architecture)
"""The shape of the whole file."""


@dataclass(frozen=True)
class PageRead:
    """An architecture as it was read, with its problems and where everything was written."""

    architecture: Architecture
    diagnostics: tuple[Diagnostic, ...]
    places: Places


def read_architecture(root: Node, *, base: Node | None = None) -> PageRead:
    """Read the architecture that `root` holds; what cannot be taken is left out and said.

    For a variant, `base` is the page as it is: steps typed with a name that the variant changes mean the same component.
    """
    called = (component_ids(base) if base else {}) | component_ids(root)
    reading = Reading(component_ids=called)
    architecture = PAGE.read(root, (), reading) or Architecture()
    _check_format(root, reading)
    if architecture.service is None and isinstance(root, Mapping):
        reading.diagnostics.append(_no_service(root))
    places = Places(reading.finer, root)
    diagnostics = [*reading.diagnostics, *problems_with_ids(architecture, places)]
    return PageRead(architecture, tuple(diagnostics), places)


def component_ids(root: Node) -> dict[str, str]:
    """Return the components' ids by what people may call them; an id wins over a name, the first name over later ones."""
    components = root.get("components") if isinstance(root, Mapping) else None
    if not isinstance(components, Mapping):
        return {}
    called: dict[str, str] = {}
    for entry in components.entries:
        name = entry.value.get("name") if isinstance(entry.value, Mapping) else None
        if isinstance(name, Scalar) and not name.is_null:
            called.setdefault(fold(name.text), entry.key.text)
    return called | {fold(entry.key.text): entry.key.text for entry in components.entries}


def _check_format(root: Node, reading: Reading) -> None:
    form = root.get("format") if isinstance(root, Mapping) else None
    if isinstance(form, Scalar) and not form.is_null and form.text.strip() != FORMAT:
        reading.wrong(
            "unsupported-format", form, f"format `{form.text[:20]}` is not one that this version reads",
            f"write `format: {FORMAT}`, or use the version of bartizan that wrote this file",
        )  # fmt: skip


def _no_service(root: Mapping) -> Diagnostic:
    at = root.entries[0].key.span if root.entries else root.span
    message = "the page does not say which service it is about"
    return Diagnostic("no-service", message, Label(at), help=("write `service: <name>` near the top",))
