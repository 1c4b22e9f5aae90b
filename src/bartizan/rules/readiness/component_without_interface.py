"""A component that nothing connects to and that connects to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.component import Component
from bartizan.model.names import display_name, readable
from bartizan.model.shapes import RESERVED
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.name_readings import readings
from bartizan.rules.readiness.numbers import highest_number
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, short

_MOST_STRANGERS = 50
"""On a page with more ends that are no components, something else is wrong than a name."""


def find(page: Page) -> Iterator[Found]:
    """Yield each component in scope that is on no interface, read by nobody, on no host and no host itself."""
    connected = {
        end for each in page.architecture.interfaces.values() for end in (each.requestor, each.listener)
    }
    used = {
        user for each in page.architecture.components.values() for user in (*each.read_by, *each.written_by)
    }
    strangers = _strangers(page)
    for component in page.parts:
        attached = component.read_by or component.written_by or component.hosts or component.id in page.hosts
        if component.id in connected or attached:
            continue
        reads = component.id in used
        meant = strangers and _meant(component, strangers)
        yield Found(
            element=component.id,
            path=("components", component.id),
            message=f"component {called(component)} has no interface"
            + (": it reads or writes files, and the page does not say who talks to it" if reads else ""),
            help=(
                *((meant,) if meant else ()),
                "add the interfaces on which it listens or that it opens, as on the diagram",
                "for a file say `read-by:`, for something on a host name it under the host's `hosts:`",
            ),
            write=_interface(page, component.id),
            under=("interfaces",),
        )


def _strangers(page: Page) -> dict[str, str]:
    """Return the ends of interfaces that are no components, with the first interface that names each."""
    return {
        end: interface.id
        for interface in reversed(tuple(page.architecture.interfaces.values()))
        for end in (interface.requestor, interface.listener)
        if end and end not in page.architecture.components and end not in RESERVED
    }


def _meant(component: Component, strangers: dict[str, str]) -> str | None:
    """Return which end of an interface may be this component under another name: one that has all of its words."""
    own = [words for words, _ in readings(display_name(component))]
    for end, interface in list(reversed(strangers.items()))[:_MOST_STRANGERS]:
        named = frozenset(word for words, _ in readings(readable(end)) for word in words)
        if any(words <= named for words in own):
            return f"interface `{interface}` names `{short(end)}`, which is no component: perhaps this one is meant"
    return None


def _interface(page: Page, component: str) -> str:
    """Return an interface to begin with: a store listens, a process may do either."""
    kind = page.kinds[component]
    opens = kind is not None and not kind.listens
    ends = f"requestor: {component}, listener: …" if opens else f"requestor: …, listener: {component}"
    number = highest_number(page.architecture) + 1
    return f"{number}: {{{ends}, protocol: …, request: …, response: …}}"


RULE = Rule(
    name="component-without-interface",
    says="each component in scope has an interface, or is read, or lies on a host",
    weight=Weight.BLOCKING,
    find=find,
)
