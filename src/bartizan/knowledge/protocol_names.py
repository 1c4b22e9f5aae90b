"""Takes apart what people write where a protocol belongs: `SQL with TLS`, `HTTPS (TLS 1.2+)`, `HTTP or HTTPS`, `no TLS`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bartizan.knowledge.words import find, words_of

Row = TypeVar("Row")

_BETWEEN = frozenset({
    "with", "over", "and", "in", "on", "via", "inside", "within", "using", "through", "by", "tunnelled",
    "wrapped", "the", "a", "an", "of", "plus", "protocol", "protocols", "wire", "native", "binary",
    "connection", "traffic", "port", "secured", "encrypted", "version", "versions", "only", "at",
    "least",
})  # fmt: skip
"""Words that join protocols and change nothing."""
_NOT = frozenset({"no", "not", "without", "non", "un", "never", "w/o", "minus"})
"""Words that take away the protocol behind them."""
_DOUBT = frozenset({
    "unencrypted", "plaintext", "cleartext", "disabled", "off", "planned", "future", "optional",
    "optionally", "maybe", "possibly", "todo", "tbd", "tbc", "if", "when", "where", "should", "could",
    "may", "unsecured", "insecure", "terminated", "ends", "broken", "none",
})  # fmt: skip
"""Words after which a name proves nothing."""
_FAMILY = re.compile(
    r"(tls|dtls|ssl|ssh|http|snmp|smb|nfs|ldap|ike|ntp|kerberos|krb|imap|pop|oauth|saml|mqtt|amqp)v?([0-9][0-9.]*[a-z]?\+?)"
)
_VERSION = re.compile(r"v?([0-9]+(?:\.[0-9]+)*[a-z]?)\+?")


@dataclass(frozen=True, slots=True)
class Understood(Generic[Row]):
    """What a text says: one or several choices, each of the protocols that run within one another."""

    choices: tuple[tuple[Row, ...], ...]
    unknown: tuple[str, ...] = ()
    """Words that are no protocol we know."""
    in_doubt: bool = False
    """Whether the text says that some of it may not be so."""


def understand(text: str, known: Mapping[tuple[str, ...], Row]) -> Understood[Row]:
    """Return the protocols that a text names.

    A version stands behind its protocol; of several versions each is a choice of its own, and one that we do not know
    puts everything in doubt. A larger number is a port. What follows `without` is taken away, and a word such as
    `planned` or `disabled` puts everything in doubt.
    """
    words = tuple(
        part for word in words_of(text.replace("-", " ").replace("_", " ")) for part in _parts(word)
    )
    if words in known:
        return Understood(((known[words],),))
    choices: list[tuple[Row, ...]] = []
    unknown: list[str] = []
    for alternative in _split(words):
        rows, left = _rows(alternative, known)
        unknown += left
        choices += rows
    in_doubt = any(word in _DOUBT for word in words) or any(_VERSION.fullmatch(word) for word in unknown)
    return Understood(tuple(choices), tuple(unknown), in_doubt=in_doubt)


def denies(text: str) -> bool:
    """Return whether a text says that something is not used, as `SQL without TLS` does."""
    return any(word in _NOT for word in words_of(text))


def _parts(word: str) -> Sequence[str]:
    """Return `tls 1.2` for `tlsv1.2`: a version belongs behind a space."""
    glued = _FAMILY.fullmatch(word)
    if glued:
        return glued.groups()
    version = _VERSION.fullmatch(word)
    return (version.group(1),) if version and word != version.group(1) else (word,)


def _split(words: Sequence[str]) -> list[Sequence[str]]:
    """Cut at `or`."""
    pieces: list[list[str]] = [[]]
    for word in words:
        if word in {"or", "oder"}:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [piece for piece in pieces if piece]


def _rows(
    words: Sequence[str], known: Mapping[tuple[str, ...], Row]
) -> tuple[list[tuple[Row, ...]], list[str]]:
    """Return the choices within one alternative, more than one where several versions are named, and unknown words."""
    choices: list[list[Row]] = [[]]
    unknown: list[str] = []
    family: tuple[str, ...] = ()
    takes_away = False
    for row, written in find(words, known):
        word = written[0]
        if row is not None:
            if not takes_away:
                choices = [[*choice, row] for choice in choices]
                family = tuple(each for each in written if not _VERSION.fullmatch(each))
            takes_away = False
        elif word in _NOT:
            takes_away = True
        elif _VERSION.fullmatch(word):
            other = known.get((*family, word))
            if other is not None and choices[0]:
                choices += [[*choices[0][:-1], other]]
            elif "." in word or (family and len(word) == 1):
                unknown.append(word)
        elif word not in _BETWEEN and word not in _DOUBT:
            unknown.append(word)
            takes_away = False
    return [tuple(choice) for choice in choices if choice], unknown
