"""What somebody who attacks may bring about that a service cares for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from bartizan.knowledge.levels import level
from bartizan.model.data_asset import DataAsset
from bartizan.rules.facts.facts import Grounded
from bartizan.rules.threats.ground import Ground


class Breach(Enum):
    """What happens to a data asset or a component."""

    LEARNED = "knows"
    LEARNED_IN_PART = "knows-one"
    ALTERED = "alters"
    ALTERED_IN_PART = "alters-one"
    UNAVAILABLE = "denies"
    UNAVAILABLE_IN_PART = "denies-one"
    LOST = "destroys"
    TAKEN_OVER = "owns"
    STOPPED = "down"
    SCRIPTED = "scripts"
    UNATTRIBUTED = "unattributed"
    """Whoever acts in a component can deny it afterwards."""
    ANYTHING_LEARNED = "heard-anything"
    """Whatever an interface carries of which the page does not say what it is."""
    ANYTHING_ALTERED = "changed-anything"

    @property
    def of(self) -> str:
        """Return the property that is broken: confidentiality, integrity or availability; nothing for a component."""
        return _PROPERTY.get(self, "")

    @property
    def whole(self) -> Breach | None:
        """Return the breach that includes this one, where this is one of some holders only."""
        return _WHOLE.get(self)


_PROPERTY = {
    Breach.LEARNED: "confidentiality",
    Breach.LEARNED_IN_PART: "confidentiality",
    Breach.ALTERED: "integrity",
    Breach.ALTERED_IN_PART: "integrity",
    Breach.UNAVAILABLE: "availability",
    Breach.UNAVAILABLE_IN_PART: "availability",
    Breach.ANYTHING_LEARNED: "confidentiality",
    Breach.ANYTHING_ALTERED: "integrity",
    Breach.LOST: "availability",
}

_WHOLE = {
    Breach.LEARNED_IN_PART: Breach.LEARNED,
    Breach.ALTERED_IN_PART: Breach.ALTERED,
    Breach.UNAVAILABLE_IN_PART: Breach.UNAVAILABLE,
}

UNRATED = 2
"""The weight of what nobody has rated: neither nothing nor much."""
_OF_A_COMPONENT = 2
_OF_THE_RECORDS = 1
"""What nobody can be held to account for is found out too late; what was done counts by itself."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that an attack may bring about."""

    breach: Breach
    element: str
    """The data asset or component; empty for what nobody has named."""
    weight: int
    """How much it matters, from 1 to 4, as the page rates it."""
    rated: bool
    """Whether the page rates it."""

    @property
    def fact(self) -> Ground:
        """The fact that it is."""
        return (self.breach.value, self.element) if self.element else (self.breach.value,)


def shortened(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return outcomes, weightiest first, without what another of them includes.

    That is one holder's data where everybody's is there, and unavailable where lost for good.
    """
    outcomes = list(outcomes)
    there = {(each.breach, each.element) for each in outcomes}
    kept = [
        each for each in outcomes
        if not (each.breach.whole and (each.breach.whole, each.element) in there)
        and not (each.breach is Breach.UNAVAILABLE and (Breach.LOST, each.element) in there)
    ]  # fmt: skip
    return tuple(sorted(kept, key=lambda each: (-each.weight, each.element, each.breach.value)))


def outcomes_of(grounded: Grounded) -> tuple[Outcome, ...]:
    """Return everything that an attack on a page could bring about, whether or not anybody can, the weightiest first.

    What the page rates `none` is no outcome; nor is a component that is not the service's own, or that is no software.
    """
    found: list[Outcome] = []
    concluded = set(grounded.program.heads)
    for breach in Breach:
        for number, fact in grounded.facts.numbered(breach.value):
            outcome = _outcome(grounded, breach, fact) if number in concluded else None
            if outcome:
                found.append(outcome)
    return tuple(
        sorted(found, key=lambda each: (-each.weight, list(Breach).index(each.breach), each.element))
    )


def _outcome(grounded: Grounded, breach: Breach, fact: Ground) -> Outcome | None:
    if len(fact) == 1:
        return Outcome(breach, "", UNRATED, rated=False)
    element = fact[1]
    asset = grounded.view.page.data_assets.get(element) if breach.of else None
    if asset:
        weight = _rated(asset, breach.of)
        if weight == 0:
            return None
        in_part = breach.whole is not None
        if in_part and not grounded.view.one_per(element):
            return None
        return Outcome(breach, element, UNRATED if weight is None else weight, weight is not None)
    if (element,) in grounded.rows["software"] or breach is Breach.SCRIPTED:
        weight = _OF_THE_RECORDS if breach is Breach.UNATTRIBUTED else _OF_A_COMPONENT
        return Outcome(breach, element, weight, rated=False)
    return None


def _rated(asset: DataAsset, of: str) -> int | None:
    rating = level(getattr(asset, of))
    return rating.rank if rating else None
