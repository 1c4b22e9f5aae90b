"""References to footnotes, `[1]_` and `[#talk]_`: the footnote stands elsewhere, so that they are text and no links."""

from __future__ import annotations

import re

_LABEL = r"\[(?:[0-9]+|#[\w.:+-]*|\*|[^\W_][\w.:+-]*)\]"
_REFERENCE = re.compile(rf"``.*?``|\\.|(?P<label>{_LABEL})_(?!\w)", re.DOTALL)
_ESCAPED = re.compile(rf"``.*?``|(?P<label>{_LABEL})\\_(?!\w)|\\.", re.DOTALL)


def with_escaped_references(text: str) -> str:
    """Return markup in which references to footnotes are text, and all else is what it was."""
    return _REFERENCE.sub(lambda match: f"{match['label']}\\_" if match["label"] else match[0], text)


def with_references(markup: str) -> str:
    """Return what was given to `with_escaped_references`."""
    return _ESCAPED.sub(lambda match: f"{match['label']}_" if match["label"] else match[0], markup)


def bracketed_only(text: str) -> str:
    """Return the text with the label of each footnote and without what makes it a reference."""
    return _REFERENCE.sub(lambda match: match["label"] or match[0], text)
