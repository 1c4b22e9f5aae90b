"""HTML as text that knows that it is HTML: whatever else is put into it is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bartizan.source.characters import REFUSED_IN_ANY_TEXT

_TO_CHANGE = re.compile(f"[&<>\"']|{REFUSED_IN_ANY_TEXT.pattern}")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}


class Html(str):
    """Text that is HTML already. Only this package makes it, out of its own words and of what `escaped` returned."""

    __slots__ = ()


Inside = str | None
"""What may stand in an element: HTML, plain text that will be escaped, or nothing."""

NOTHING = Html("")


def escaped(text: str) -> Html:
    """Return text as HTML that shows exactly it, in an element or an attribute; what is HTML already stays as it is.

    Characters that no document may hold are shown as the sign for one that is missing.
    """
    if isinstance(text, Html):
        return text
    if _TO_CHANGE.search(text):
        text = _TO_CHANGE.sub(lambda match: _ENTITIES.get(match.group(), "\ufffd"), text)
    return Html(text)


def tag(name: str, *inside: Inside, **attributes: str | bool | None) -> Html:
    """Return an element. Attributes are escaped; `class_` is `class`, underscores within are hyphens; false is left out."""
    return Html(
        f"<{name}{written(attributes)}>{''.join([escaped(each) for each in inside if each])}</{name}>"
    )


def written(attributes: dict[str, str | bool | None]) -> str:
    """Return attributes as they stand in a tag, each with a space before it."""
    if not attributes:
        return ""
    parts = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        named = key.rstrip("_").replace("_", "-")
        parts.append(f" {named}" if value is True else f' {named}="{escaped(value)}"')
    return "".join(parts)


def joined(parts: Iterable[Inside], between: str = "") -> Html:
    """Return several parts as one, with something between each two."""
    return Html(escaped(between).join([escaped(each) for each in parts if each]))
