"""Two names that look like one thing named twice, such as `Dogtag credentials` and `CA (dogtag) credentials`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from bartizan.model.names import Named, display_name, fold
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.name_readings import Reading, readings
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import short

_MOST = 20
"""A reading that more names share than this tells nothing about any two of them."""


def find(page: Page) -> Iterator[Found]:
    """Yield each pair of components (or external dependencies), and each pair of data assets, that may be one thing."""
    architecture = page.architecture
    outside = {
        id_: each
        for id_, each in architecture.external_dependencies.items()
        if id_ not in architecture.components
    }
    named: list[tuple[str, Mapping[str, Named]]] = [
        ("components", architecture.components),
        ("external-dependencies", outside),
    ]
    yield from _similar(page, [(section, each) for section, elements in named for each in elements.values()])
    yield from _similar(page, [("data-assets", each) for each in architecture.data_assets.values()])


def _similar(page: Page, elements: list[tuple[str, Named]]) -> Iterator[Found]:
    """Yield the pairs of which two readings are equal, in the order of the page."""
    by_words: dict[frozenset[str], list[tuple[int, Reading]]] = defaultdict(list)
    for at, (_, element) in enumerate(elements):
        for words, reading in readings(display_name(element)):
            by_words[words].append((at, reading))
    pairs = {
        (one, other)
        for sharing in by_words.values()
        if len(sharing) <= _MOST
        for (one, reading), (other, other_reading) in combinations(sharing, 2)
        if one != other and reading.may_equal(other_reading)
    }
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in sorted((min(pair), max(pair)) for pair in pairs):
        if _could_be_one(page, elements[one][1], elements[other][1]) and other not in found[one]:
            found[one].append(other)
    for one, others in found.items():
        if others:
            yield _found(elements[one], [elements[other] for other in others])


def _could_be_one(page: Page, one: Named, other: Named) -> bool:
    """Whether nothing tells the two apart: neither what they are, nor that they are named exactly alike elsewhere."""
    kinds = {kind.name for kind in (page.kinds.get(one.id), page.kinds.get(other.id)) if kind}
    return len(kinds) < 2 and fold(display_name(one)) != fold(display_name(other))


def _found(element: tuple[str, Named], others: list[tuple[str, Named]]) -> Found:
    section, first = element
    names = " and ".join(f"`{short(display_name(other))}`" for _, other in others)
    return Found(
        element=first.id,
        path=(section, first.id),
        message=f"`{short(display_name(first))}` and {names} look like one thing with {len(others) + 1} names",
        help=("if they are one, keep one and use its id everywhere; if not, name what tells them apart",),
        also=tuple((section, other.id) for section, other in others),
    )


RULE = Rule(
    name="similar-names",
    says="one thing has one name",
    weight=Weight.ADVICE,
    find=find,
)
