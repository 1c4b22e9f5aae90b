"""How elements are called in messages, so that an architect finds them on the page and in the file."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.knowledge.kinds import ComponentKind
from bartizan.model.interface import Interface
from bartizan.model.names import Named, display_name, fold, readable
from bartizan.model.shapes import with_article
from bartizan.rules.readiness.page import Page


def called(element: Named) -> str:
    """Return an element's id, with its name where that says something else: "`api` (REST API)"."""
    name = display_name(element)
    return f"`{element.id}`" if fold(name) == fold(element.id) else f"`{element.id}` ({short(name)})"


def interface_called(page: Page, interface: Interface) -> str:
    """Return an interface by number and ends: "interface `1` (Browser → Web)"."""
    ends = [end_called(page, end) for end in (interface.requestor, interface.listener)]
    return (
        f"interface `{interface.id}` ({ends[0]} → {ends[1]})"
        if any(end != "?" for end in ends)
        else f"interface `{interface.id}`"
    )


def end_called(page: Page, component: str | None) -> str:
    """Return the name of one end of an interface; a question mark where none is said."""
    known = page.architecture.components.get(component or "")
    return short(display_name(known) if known else readable(component) if component else "?")


def kind_called(kind: ComponentKind) -> str:
    """Return a kind of component as it stands in a sentence: "an object store"."""
    return "an HSM" if kind.name == "hsm" else with_article(kind.name.replace("-", " "))


def short(text: str, most: int = 60) -> str:
    """Return a text on one line and not too long to stand in a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def quoted(words: Sequence[str], last: str = "and", most: int = 8) -> str:
    """Return words in quotation marks as a list in a sentence, the first few of many."""
    marked = [f"`{short(word)}`" for word in words[:most]]
    return listed([*marked, f"{len(words) - most} more"] if len(words) > most else marked, last)
