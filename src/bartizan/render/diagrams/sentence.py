"""End a sentence that is made of what people wrote."""

from __future__ import annotations

ENDINGS = (".", "!", "?", "…", "。", "؟")
"""What a sentence may end in already, such as the name of a company."""


def sentence(text: str) -> str:
    """Return the text with a full stop behind it, unless it has one: `Okta Inc.` needs no second."""
    return text if text.rstrip().endswith(ENDINGS) else f"{text.rstrip()}."
