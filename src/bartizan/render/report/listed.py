"""The threats as the report lists them: each with its rank, its proof and the parts of the page it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bartizan.render.report.parts import Parts
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.proofs import ProofStep, proofs_of, supposed_in
from bartizan.rules.answers.threats import Threat
from bartizan.rules.threats.called import predicates
from bartizan.rules.threats.ground import Ground, variables_of
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Sort


@dataclass(frozen=True, slots=True)
class Listed:
    """One threat in the list."""

    threat: Threat
    rank: int
    """Its place among all threats, from 1."""
    proof: tuple[ProofStep, ...]
    about: tuple[tuple[str, str], ...]
    """The parts it is about, by section and id: those its rule names, the ends of interfaces, and where data lies."""
    path: tuple[str, ...]
    """What its proof goes over, as the diagrams have it."""

    @property
    def anchor(self) -> str:
        """The id it has in the report."""
        return f"threat-{self.threat.id}"

    @property
    def says(self) -> str:
        """What goes wrong, as a sentence without a full stop: what its own rule says, the last step of the proof."""
        text = self.proof[-1].sentence.because
        return text[:1].upper() + text[1:]

    @property
    def needs(self) -> tuple[tuple[Ground, ...], ...]:
        """The sets of unsaid things with any one of which it follows: the smallest, or the one its proof supposes."""
        if self.threat.needs:
            return self.threat.needs
        supposed = supposed_in(self.proof)
        return (supposed,) if supposed else ()


@dataclass(frozen=True, slots=True)
class Kind:
    """All threats of one rule, in the order of their ranks."""

    rule: Rule
    threats: tuple[Listed, ...]


def kinds_of_threats(analysis: Analysis, threats: Sequence[Threat], parts: Parts) -> tuple[Kind, ...]:
    """Return the threats by the rule that finds them; the kind first whose first threat has the least rank."""
    proofs = proofs_of(analysis, threats)
    keys = _Keys(parts)
    found: dict[str, list[Listed]] = {}
    for rank, threat in enumerate(threats, 1):
        proof = proofs[threat.id]
        path = dict.fromkeys(key for step in proof for key in keys.of(step.sentence.fact))
        listed = Listed(threat, rank, proof, tuple(_about(threat, parts)), tuple(path))
        found.setdefault(threat.instance.rule.name, []).append(listed)
    return tuple(Kind(each[0].threat.instance.rule, tuple(each)) for each in found.values())


def _about(threat: Threat, parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield each part that a threat is about, once."""
    seen: set[tuple[str, str]] = set()
    for sort, id_ in zip(_sorts(threat.instance.rule), threat.instance.names, strict=True):
        for key in parts_named(parts, sort, id_):
            if key in parts.all and key not in seen:
                seen.add(key)
                yield key


@cache
def _sorts(rule: Rule) -> tuple[Sort, ...]:
    """Return of what sort each name of a rule's instances is."""
    return tuple(variable.sort for variable in variables_of(rule))


def parts_named(parts: Parts, sort: Sort, id_: str) -> Iterator[tuple[str, str]]:
    """Yield the parts that a name of some sort stands for; an interface stands for its two ends as well."""
    page = parts.grounded.view.page
    if sort in {Sort.PLACEMENT, Sort.TARGET}:
        id_, at, store = id_.partition("@")
        yield "data-assets", id_
        if at:
            yield "components", store.partition("#")[0]
    elif sort is Sort.INTERFACE:
        yield "interfaces", id_
        interface = page.interfaces.get(id_)
        for end in (interface.requestor, interface.listener) if interface else ():
            yield "components", end or ""
    elif sort is Sort.CONTROL:
        element = id_.partition("/")[0]
        yield "controls", id_
        yield from (("interfaces", element), ("components", element), ("trust-domains", element))
    elif sort in _SECTION:
        yield _SECTION[sort], id_


_SECTION = {
    Sort.COMPONENT: "components",
    Sort.ASSET: "data-assets",
    Sort.DOMAIN: "trust-domains",
    Sort.ACTOR: "threat-actors",
}


class _Keys:
    """Finds what stands on the diagrams for a fact, each worked out once."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._of: dict[Ground, tuple[str, ...]] = {}

    def of(self, fact: Ground) -> tuple[str, ...]:
        if fact not in self._of:
            self._of[fact] = tuple(self._found(fact))
        return self._of[fact]

    def _found(self, fact: Ground) -> Iterator[str]:
        predicate = predicates().get(fact[0])
        if predicate is None or fact[0] == "denies":
            return
        for sort, id_ in zip(predicate.sorts, fact[1:], strict=True):
            if sort is Sort.PLACEMENT:
                yield f"component {id_.partition('@')[2].partition('#')[0]}"
            elif sort is Sort.INTERFACE:
                yield f"interface {id_}"
            elif sort is Sort.COMPONENT:
                yield f"component {id_}"
            elif sort is Sort.DOMAIN:
                yield f"domain {id_}"
            elif sort in {Sort.ACTOR, Sort.CONTROL}:
                part = self.parts.all.get(("threat-actors" if sort is Sort.ACTOR else "controls", id_))
                yield from part.shown if part else ()
