"""Somebody else's component that the service relies on, and that is no external dependency."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.component import Component
from bartizan.model.names import display_name, fold
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import called, interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each component out of scope that a component in scope connects to, once."""
    dependencies = page.architecture.external_dependencies
    known = set(dependencies) | {fold(display_name(each)) for each in dependencies.values()}
    known |= {each.service for each in dependencies.values() if each.service}
    components = page.architecture.components
    done: set[str] = set()
    for interface in page.interfaces:
        requestor = components.get(interface.requestor or "")
        listener = components.get(interface.listener or "")
        if not requestor or not listener or listener.id in done or not _relies(page, requestor, listener):
            continue
        if not known & {listener.id, fold(display_name(listener)), listener.service}:
            done.add(listener.id)
            yield Found(
                element=listener.id,
                path=("components", listener.id),
                message=f"{interface_called(page, interface)} relies on {called(listener)}, which is outside of the "
                "service, and the page does not say what is assumed of it",
                help=("an id of `components` under `external-dependencies` means that component",),
                write=f"{listener.id}: {{assumption: …}}",
                under=("external-dependencies",),
                also=(("interfaces", interface.id),),
            )


def _relies(page: Page, requestor: Component, listener: Component) -> bool:
    kind = page.kinds[listener.id]
    outside = not in_scope(listener) or (kind is not None and kind.name == "external-service")
    return (
        outside
        and in_scope(requestor)
        and not page.is_person(listener.id)
        and not page.is_person(requestor.id)
    )


RULE = Rule(
    name="outsider-without-assumption",
    says="what is outside of the service and needed by it is an external dependency with an assumption",
    weight=Weight.ADVICE,
    find=find,
)
