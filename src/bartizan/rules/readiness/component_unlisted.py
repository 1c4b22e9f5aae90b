"""A component of which the page says nothing but a name, because only an interface or a use case names it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.names import display_name
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, bare
from bartizan.rules.readiness.words import interface_called, short


def find(page: Page) -> Iterator[Found]:
    """Yield each bare component, with the first interface that names it."""
    named_by = {
        end: interface
        for interface in reversed(tuple(page.architecture.interfaces.values()))
        for end in (interface.requestor, interface.listener)
    }
    for component in page.architecture.components.values():
        if not bare(component):
            continue
        name = short(display_name(component))
        interface = named_by.get(component.id)
        where = (
            f"{interface_called(page, interface)} names `{name}`" if interface else f"the page names `{name}`"
        )
        yield Found(
            element=component.id,
            path=("components", component.id),
            message=f"{where}, and the list of components says nothing about it",
            help=(
                "if it is another component under another name, use that name",
                "if it is outside of the service, say so: `kind: person` or `kind: service`, and `in-scope: no`",
            ),
            write="kind: …\ndomain: …\ndescription: …",
            under=("components", component.id),
            also=(("interfaces", interface.id),) if interface else (),
        )


RULE = Rule(
    name="component-unlisted",
    says="whoever an interface or a use case names is described as a component",
    weight=Weight.BLOCKING,
    find=find,
)
