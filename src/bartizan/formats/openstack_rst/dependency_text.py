"""Tells what is assumed about an external dependency from what it is needed for, and finds its name in a sentence."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.layout import Piece

_ASSUMED = re.compile(r"\b(?:assum\w*|trust(?:s|ed|worthy)?|must|should|shall)\b", re.IGNORECASE)
_NEEDED = re.compile(
    r"\b(?:depend(?:s|ent)?|rel(?:y|ies)|needed|required|used|necessary|responsible)\s+(?:up)?(?:on|for|to|by|in|as)\b"
    r"|\A(?:provides?|stores?|keeps?|holds?|for|to)\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|will|can|cannot|may|does|do|not|never|only"
    r"|configured|secured?|protected|hardened|isolated|restricted|encrypted|patched)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s(?:is|are|was|were|be|has|have|had|will|would|can|cannot|may|might|must|should|shall|does|do|needs?|provides?|runs?"
    r"|uses?|allows?|keeps?|requires?|supports?|depends?|relies|stores?|sends?|handles?|validates?|that|which|who|in|on|for|to|by)\s",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"\b(?:depends?|relies|rely)\s+(?:up)?on\s+(?:(?:an?|the)\s+)?(?:external\s+)?(?=\w)", re.IGNORECASE
)
_ARTICLE = re.compile(r"\W*(?:(?:the|an?|our)\s+)?", re.IGNORECASE)
_FIRST = re.compile(r"(?:[\w'’./-]+\W+){0,3}[\w'’/-]+")
"""As many words as a name has."""


def is_assumption(text: str) -> bool:
    """Say whether a text about a dependency states how it has to be, and not what it is or is needed for.

    The section is that of dependencies and the assumptions about them, so that a statement is one of these.
    """
    if _ASSUMED.search(text):
        return True
    return not _NEEDED.search(text) and _STATED.search(text) is not None


def is_assumed(text: str) -> bool:
    """Say whether a text says of itself that it is an assumption: `Trusted for …`, `we assume that …`."""
    return _ASSUMED.search(text) is not None


def is_sentence_of(text: str) -> bool:
    """Say whether a short text is a sentence and no name: it ends as one, and something is or happens in it."""
    return text.endswith(".") and (_VERB.search(text, 1) is not None or _ASSUMED.search(text) is not None)


def subject(sentence: Piece) -> Piece:
    """Return the first words of what a sentence is about: a name to make an id from."""
    markup = sentence.markup
    depends = _DEPENDS.search(markup)
    article = _ARTICLE.match(markup)
    start = depends.end() if depends else article.end() if article else 0
    verb = _VERB.search(markup, start + 1)
    found = _FIRST.match(markup, start, verb.start() if verb else len(markup))
    return sentence.cut(*found.span()) if found else sentence
