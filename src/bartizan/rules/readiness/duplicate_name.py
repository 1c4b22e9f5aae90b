"""Two components, data assets or trust domains with one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bartizan.model.component import Component
from bartizan.model.names import Named, display_name, fold
from bartizan.model.references import section
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import quoted, short


def find(page: Page) -> Iterator[Found]:
    """Yield each name that several have, at the first that has it; files with different readers may share one."""
    for section_name in ("trust-domains", "components", "data-assets"):
        for elements in same_named(tuple(section(page.architecture, section_name).values())):
            if section_name == "components" and files_of_different_readers(page, elements):
                continue
            yield Found(
                element=elements[0].id,
                path=(section_name, elements[0].id, "name"),
                message=f"{quoted([each.id for each in elements])} have one name, `{short(display_name(elements[0]))}`",
                help=("give each a name of its own, or make them one", *_readers_help(page, elements)),
                also=tuple((section_name, each.id, "name") for each in elements[1:]),
            )


def same_named(elements: Sequence[Named]) -> list[list[Named]]:
    """Return the groups of elements with one name, capitals and punctuation aside."""
    named: dict[str, list[Named]] = defaultdict(list)
    for element in elements:
        named[fold(display_name(element))].append(element)
    return [group for group in named.values() if len(group) > 1]


def files_of_different_readers(page: Page, elements: Sequence[Named]) -> bool:
    """Whether all of them are files, each read or written by components that touch none of the others."""
    seen: set[str] = set()
    for element in elements:
        kind = page.kinds.get(element.id)
        users = {*element.read_by, *element.written_by} if isinstance(element, Component) else set()
        if kind is None or kind.name != "file" or not users or users & seen:
            return False
        seen |= users
    return True


def _readers_help(page: Page, elements: Sequence[Named]) -> tuple[str, ...]:
    kinds = [page.kinds.get(element.id) for element in elements]
    if all(kind and kind.name == "file" for kind in kinds):
        return (
            "files may share a name when each says who reads it (`read-by:`), and no two the same reader",
        )
    return ()


RULE = Rule(
    name="duplicate-name",
    says="each component, data asset and trust domain has a name of its own",
    weight=Weight.BLOCKING,
    find=find,
)
