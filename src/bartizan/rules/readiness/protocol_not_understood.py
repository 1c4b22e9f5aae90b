"""A protocol whose name does not tell what is protected: a question for the review."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.protocols import Gives, Protocol, nearest_protocol, protocol, protocol_name
from bartizan.model.interface import Interface
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called, listed, quoted, short

_ASKED = (
    ("encryption", "encryption"),
    ("integrity", "integrity"),
    ("server-authentication", "server_authentication"),
)
"""What a reviewer asks of a protocol: the word of the control that answers it, and the protocol's property."""


def find(page: Page) -> Iterator[Found]:
    """Yield each interface on which the protocol leaves something open that no control on it answers."""
    for interface in page.remote:
        if not interface.protocol or "unknown" in interface.protocol:
            continue
        spoken = page.spoken(interface)
        open_ = [
            word
            for word, given in _ASKED
            if _leaves_open(spoken, given)
            and not page.control(interface.id, word, *_OTHER_WORDS.get(word, ()))
        ]
        if open_:
            yield _found(page, interface, spoken, open_)


_OTHER_WORDS = {"server-authentication": ("authentication",)}
_SAYS = {"server-authentication": "the identity of the listener"}


def _leaves_open(spoken: Protocol | None, given: str) -> bool:
    return spoken is None or getattr(spoken, given) in {Gives.UNKNOWN, Gives.OPTIONAL}


def _found(page: Page, interface: Interface, spoken: Protocol | None, open_: list[str]) -> Found:
    name = short(protocol_name(interface.protocol))
    words = quoted([f"{interface.id}/{word}" for word in open_])
    says = [part.says for part in (spoken.parts if spoken else ()) if part.says]
    return Found(
        element=interface.id,
        path=("interfaces", interface.id, "protocol"),
        message=f"what `{name}` protects is not known here, so {interface_called(page, interface)} leaves open "
        f"{listed([_SAYS.get(word, word) for word in open_])}",
        help=(
            *says,
            *_meant(interface, spoken),
            f"under `controls:` answer {words} with `in place` or `absent`, or bring it to the review as a question",
        ),
    )


def _meant(interface: Interface, spoken: Protocol | None) -> tuple[str, ...]:
    """Return what may have been meant by a name that nobody knows."""
    strange = [name for name in interface.protocol if protocol(name) is None]
    close = nearest_protocol(strange[0]) if strange else None
    if close:
        return (f"did you mean `{close}`?",)
    return (f"not known in it: {quoted(spoken.unknown)}",) if spoken and spoken.unknown else ()


RULE = Rule(
    name="protocol-not-understood",
    says="it is known of each interface's protocol what it protects",
    weight=Weight.ADVICE,
    find=find,
)
