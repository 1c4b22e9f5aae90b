"""The words in which a rule of threats is written: variables, predicates and atoms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What a variable can stand for."""

    COMPONENT = "component"
    INTERFACE = "interface"
    ASSET = "data asset"
    PLACEMENT = "placement"
    """One copy of a data asset at rest, such as `secret-data@database`."""
    DOMAIN = "trust domain"
    CONTROL = "control"
    ACTOR = "threat actor"
    VERB = "verb"
    """What a right lets its holder do: read, copy, write, overwrite, delete, erase, use or consume."""
    TARGET = "target"
    """What it does it to: a data asset, or a placement of one."""
    FLAW = "flaw"
    """Something that the world knows to be wrong: with a protocol, or with what nobody repairs any more."""


@dataclass(frozen=True, slots=True)
class Variable:
    """Stands for any element of its sort."""

    name: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class Constant:
    """Stands for itself."""

    text: str


Term = Variable | Constant


class Nature(Enum):
    """Where the facts of a predicate come from."""

    PAGE = "page"
    """The page says so, or knowledge does: known before anybody attacks."""
    ASKED = "asked"
    """The page does not say; it may be so. Holds in a scenario that supposes it."""
    DERIVED = "derived"
    """Follows by rules."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A sort of fact."""

    name: str
    nature: Nature
    sorts: tuple[Sort, ...]
    says: str
    """The fact as the rest of a sentence, with `{0}`, `{1}` … for what it is about."""

    def __call__(self, *terms: Term | str) -> Atom:
        """Return the predicate of these terms; a text stands for itself."""
        assert len(terms) == len(self.sorts), f"`{self.name}` is about {len(self.sorts)} things"
        written = tuple(Constant(term) if isinstance(term, str) else term for term in terms)
        for term, sort in zip(written, self.sorts, strict=True):
            fits = isinstance(term, Constant) or sort in {term.sort, Sort.TARGET} or term.sort is Sort.TARGET
            assert fits, f"`{self.name}` wants a {sort.value} where `{term}` stands"
        return Atom(self, written)


@dataclass(frozen=True, slots=True)
class Atom:
    """A predicate of some terms: `hears(INTERFACE)`."""

    predicate: Predicate
    terms: tuple[Term, ...]

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables in it, in order."""
        return tuple(term for term in self.terms if isinstance(term, Variable))


@dataclass(frozen=True, slots=True)
class Every:
    """Holds when something holds for everything that the page says: `Every(GAP(P), HELD(P, A))` for all such `P`.

    Never holds where the page says nothing of the kind: nothing follows from an empty list.
    """

    holds: Atom
    among: Atom


@dataclass(frozen=True, slots=True)
class Unless:
    """A control that stops the rule: the rule goes on where it does not hold, whether absent, degraded or void."""

    kind: str
    """What the control is, as behind the slash in `1/encryption`."""
    on: Variable
    """What it stands on."""
    where_said: bool = False
    """Whether it counts only where the page has one, so that its absence is no question: most pages never say."""
