"""Two interfaces with one number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.model.interface import Interface
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.numbers import highest_number, number_of
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import listed


def find(page: Page) -> Iterator[Found]:
    """Yield each number that several interfaces have, at the second that has it."""
    numbered: dict[str, list[Interface]] = defaultdict(list)
    for interface in page.architecture.interfaces.values():
        number = number_of(interface)
        if number:
            numbered[number].append(interface)
    for number, interfaces in numbered.items():
        if len(interfaces) > 1:
            names = [f"`{each.id}`" for each in interfaces]
            yield Found(
                element=interfaces[1].id,
                path=("interfaces", interfaces[1].id, "number"),
                message=f"interfaces {listed(names)} have one number, {number}",
                help=("give each a number of its own: the discussion goes by numbers",),
                write=f"number: {highest_number(page.architecture) + 1}",
                also=tuple(
                    ("interfaces", each.id, "number") for each in interfaces if each is not interfaces[1]
                ),
            )


RULE = Rule(
    name="duplicate-number",
    says="each interface has a number of its own",
    weight=Weight.BLOCKING,
    find=find,
)
