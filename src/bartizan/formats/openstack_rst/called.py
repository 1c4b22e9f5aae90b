"""Finds the element that a page means by a name; a name that is not exactly an element's is nobody's."""

from __future__ import annotations

import re
from collections import defaultdict

from bartizan.model.names import fold, make_id

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def bare(text: str) -> str:
    """Return a name without what stands in it between parentheses or brackets."""
    return " ".join(_BRACKETS.sub(" ", text).split())


def id_for(text: str) -> str:
    """Return the id made from a name that nobody has, or the name itself where an id could not say it, as in Greek."""
    made = make_id(text, ())
    return made if fold(made) in {fold(text), f"the {fold(text)}"} else " ".join(text.split())


class Called:
    """The elements of one section by what people may call them."""

    def __init__(self) -> None:
        """Begin with no elements."""
        self.names: dict[str, str] = {}
        """The name of each element by its id."""
        self.is_complete = False
        """Whether no more elements are to be added."""
        self._beside: dict[str, str] = {}
        self._full: dict[str, set[str]] = defaultdict(set)
        self._bare: dict[str, set[str]] = defaultdict(set)

    def add(self, id_: str, name: str, beside: str = "") -> None:
        """Make an element known by its name and its id; `beside` its name stands, say, its technology."""
        if self.is_complete:
            return
        self.names.setdefault(id_, name)
        self._beside.setdefault(id_, beside)
        for text in (name, id_):
            self._full[fold(text)].add(id_)
            if fold(bare(text)):
                self._bare[fold(bare(text))].add(id_)

    def __call__(self, text: str) -> str | None:
        """Return the id of the one element that is called so, with or without what stands between brackets."""
        if not fold(text):
            return None
        if text in self.names:
            return text
        for known, wanted in (
            (self._full, fold(text)),
            (self._bare, fold(text)),
            (self._full, fold(bare(text))),
            (self._bare, fold(bare(text))),
        ):
            found = known.get(wanted) if wanted else None
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def exactly(self, text: str) -> bool:
        """Say whether an element is called so with everything between brackets."""
        return bool(fold(text)) and fold(text) in self._full

    def says_all(self, id_: str, text: str) -> bool:
        """Say whether every word of `text` is in the name or the id of the element, or stands beside its name."""
        words = set(fold(f"{self.names.get(id_, '')} {self._beside.get(id_, '')} {id_}").split())
        return set(fold(text).split()) <= words
