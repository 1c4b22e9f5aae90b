"""A service of which nobody says how it is administered."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.words import words_of
from bartizan.model.interface import Interface
from bartizan.model.names import display_name, readable
from bartizan.model.shapes import Flag
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import listed

_ADMINISTRATORS = frozenset(
    {"admin", "admins", "administrator", "administrators", "operator", "operators", "administrative"}
)


def find(page: Page) -> Iterator[Found]:
    """Yield one gap when no interface is marked as a path of administration."""
    interfaces = page.architecture.interfaces
    if not interfaces or any(each.administration is Flag.YES for each in interfaces.values()):
        return
    likely = [each for each in interfaces.values() if _looks_like_one(page, each)]
    if likely:
        which = listed([f"`{each.id}`" for each in likely[:5]], "or")
        help_ = f"interface {which} looks like one: mark it with `administration: yes`"
    else:
        help_ = "add the interface over which it is administered, and mark it with `administration: yes`"
    yield Found(
        element="interfaces",
        path=("interfaces", likely[0].id, "administration") if likely else ("interfaces",),
        message="no interface is marked as a path by which the service is administered",
        help=(
            help_,
            "the review asks whether that path is secure: who may use it, and how it is known that they may",
        ),
        write="administration: yes" if likely else "",
    )


def _looks_like_one(page: Page, interface: Interface) -> bool:
    ids = [end for end in (interface.requestor, interface.listener) if end]
    components = (page.architecture.components.get(id_) for id_ in ids)
    names = [*(display_name(each) for each in components if each), *map(readable, ids), interface.name or ""]
    return bool({word for name in names for word in words_of(name)} & _ADMINISTRATORS)


RULE = Rule(
    name="administration-path-missing",
    says="the page shows how the service is administered",
    weight=Weight.BLOCKING,
    find=find,
)
