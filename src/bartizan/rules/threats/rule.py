"""A rule of threats: one sentence, and the logic of it."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.terms import Atom, Every, Unless


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Where everything in `given` holds and no control in `unless` does, `then` follows."""

    name: str
    """Named for what goes wrong; promised to those who refer to it."""
    says: str
    """What follows and why, as one sentence without a full stop; `{I}` is what the variable `I` stands for."""
    given: tuple[Atom | Every, ...]
    unless: tuple[Unless, ...] = ()
    then: Atom
    stride: Stride | None = None
    """The kind of threat; nothing for a rule that only carries an attack along."""
    weaknesses: tuple[str, ...] = ()
    """CWE, CAPEC and ATT&CK ids, as in `knowledge`."""
    ask: str = ""
    """What to ask in the room, with the same placeholders."""
    advice: str = ""
    """What usually helps."""

    @property
    def is_threat(self) -> bool:
        """Whether where it applies is a threat of its own, and not only a way there."""
        return self.stride is not None
