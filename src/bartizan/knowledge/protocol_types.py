"""What can be said of a protocol: its standing, what it protects, and what it runs over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypedDict


class Status(Enum):
    """Whether a protocol may be used, from the worst."""

    PROHIBITED = "prohibited"
    DEPRECATED = "deprecated"
    UNKNOWN = "unknown"
    """The name alone does not tell what is protected."""
    PROPRIETARY = "proprietary"
    """Documented by one vendor."""
    CLEARTEXT = "cleartext by design"
    CURRENT = "current"


class Gives(Enum):
    """Whether a protocol protects something, from the best."""

    YES = "yes"
    WEAK = "weak"
    """In a way that is broken or outdated."""
    OPTIONAL = "optional"
    """When it is set up so, which the page has to say."""
    UNKNOWN = "unknown"
    NO = "no"


class Medium(Enum):
    """What a protocol runs over."""

    NETWORK = "network"
    LOCAL = "local"
    """It does not leave the machine."""
    API = "api"
    """Calls within a program: says nothing of what is on the wire."""
    APPLICATION = "application"
    """A format or a scheme within something else; adds no protection on the wire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """One protocol, or several together as an interface uses them."""

    name: str
    """As people write it."""
    status: Status
    encryption: Gives
    """Whether a listener on the wire learns nothing."""
    integrity: Gives
    """Whether an alteration on the wire is noticed."""
    server_authentication: Gives
    """Whether the requestor knows whom it talks to."""
    client_authentication: Gives
    """Whether the listener knows who connects, by the protocol itself."""
    medium: Medium = Medium.NETWORK
    says: str = ""
    """What else is to be known about it, in a sentence."""
    source: str = ""
    """Where the row comes from: an RFC, a standard, a manual."""
    date: str = ""
    """When the row was last looked at."""
    checked: str = ""
    """How it was checked."""
    parts: tuple[Protocol, ...] = ()
    """The protocols it is made of, as they stand in the table; of one alone, that one."""
    unknown: tuple[str, ...] = ()
    """Words in its name that nobody here knows."""
    words: tuple[str, ...] = ()
    """Other spellings of its name."""
    tls_unsaid: bool = False
    """Whether the same name is used with TLS and without, so that the name alone is no word that there is none."""
    versions: tuple[str, ...] = ()
    """The protocols of which its name leaves open which is meant, by their names in the table."""
    carrier: bool = False
    """Whether what runs over it stays within the machine, as over a Unix socket."""


PROPERTIES = ("encryption", "integrity", "server_authentication", "client_authentication")
"""What a protocol can give."""


class Given(TypedDict):
    """What a protocol gives, as arguments for making one."""

    encryption: Gives
    integrity: Gives
    server_authentication: Gives
    client_authentication: Gives


def given(answer: Callable[[str], Gives]) -> Given:
    """Return the answers for the four properties."""
    encryption, integrity, server, client = map(answer, PROPERTIES)
    return Given(
        encryption=encryption,
        integrity=integrity,
        server_authentication=server,
        client_authentication=client,
    )
