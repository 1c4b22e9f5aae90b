"""TLS named as a credential, which it is not."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.words import words_of
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called, short

_PROTOCOLS = frozenset({"tls", "ssl", "https", "ssh"})
_CREDENTIALS = frozenset({
    "certificate", "certificates", "cert", "certs", "key", "keys", "mutual", "mtls", "password",
    "passwords", "token", "account", "login", "user", "psk",
})  # fmt: skip


def find(page: Page) -> Iterator[Found]:
    """Yield each interface where a protocol without a certificate stands among the credentials."""
    for interface in page.interfaces:
        for column in ("request_credentials", "response_credentials"):
            at = next((at for at, name in enumerate(getattr(interface, column)) if _is_protocol(name)), None)
            if at is None:
                continue
            key = column.replace("_", "-")
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, key, at),
                message=f"{interface_called(page, interface)} has `{short(getattr(interface, column)[at])}` for a credential",
                help=(
                    "a protocol is no credential: name what is shown within it, such as a token or a password",
                    "where both ends show certificates, name the certificate; where anybody may connect, write `nothing`",
                ),
                write=f"{key}: …",
                under=("interfaces", interface.id),
            )
            break


def _is_protocol(name: str) -> bool:
    words = set(words_of(name.replace("-", " ")))
    return bool(words & _PROTOCOLS) and not words & _CREDENTIALS


RULE = Rule(
    name="tls-as-credential",
    says="no protocol stands among the credentials",
    weight=Weight.BLOCKING,
    find=find,
)
