"""Has clingo do what `beside_clingo` measures, and makes sure that the same comes of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import clingo

from bartizan.rules.threats.rules import RULES
from bartizan.rules.threats.terms import Nature, Sort
from bench.beside_clingo import Ours, fastest
from bench.engine import as_aspif
from tests.rules.first_order_asp import fact_text, plain, predicates_of
from tests.rules.solved_by_clingo import Told, exogenous_text, facts_text, rules_of_everything, told

TRIES = 2
NOT_COUNTED = frozenset({"acts", "off"})
"""Given; and told of places that several controls fill, too, of which clingo hears nothing."""


@dataclass(frozen=True)
class Theirs:
    """What clingo took, in seconds."""

    reads: float
    """To read its text."""
    works: float
    """To ground, where anything is to be grounded, and to solve."""

    @property
    def all(self) -> float:
        """Both together."""
        return self.reads + self.works


def from_ground_rules(folder: Path, ours: Ours) -> Theirs:
    """Measure clingo on the rules that we grounded, in its own format for such, so that it has nothing to ground."""
    path = folder / "rules.aspif"
    path.write_text(as_aspif(ours.grounded.program, ours.given), encoding="ascii")
    return _fastest(
        lambda: clingo.Control(message_limit=0),
        lambda control: control.load_aspif([str(path)]),
        lambda control: control.solve(),
        len(ours.follows),
    )


def from_rules_with_variables(ours: Ours) -> Theirs:
    """Measure clingo on first-order rules and facts, where what a scenario gives is a fact like any other."""
    given = "\n".join(fact_text(plain(fact[0]), fact[1:]) for fact in ours.scenario)
    text = "".join((*_text(told(ours.page)), given))

    def work(control: clingo.Control) -> None:
        control.ground([("base", [])])
        control.solve()

    return _first_order(text, work, ours)


def for_every_scenario(ours: Ours) -> Theirs:
    """Measure clingo on the same, where what may be supposed stays open until a scenario is asked for, as it does with us."""
    of_page = told(ours.page)
    text = "".join((*_text(of_page), *exogenous_text(of_page, RULES)))
    given = [
        clingo.Function(plain(fact[0]), [clingo.String(each) for each in fact[1:]]) for fact in ours.scenario
    ]

    def work(control: clingo.Control) -> None:
        control.ground([("base", [])])
        for symbol in given:
            control.assign_external(symbol, truth=True)
        control.solve()

    return _first_order(text, work, ours)


def _first_order(text: str, work: Callable[[clingo.Control], object], ours: Ours) -> Theirs:
    names = ours.grounded.program.names
    counted = {
        each.name for each in predicates_of(RULES).values() if each.nature is Nature.DERIVED
    } - NOT_COUNTED
    follows = sum(_name(names[number]) in counted for number in ours.follows)
    shown = "\n".join(
        f"#show {name}/{len(each.sorts)}."
        for name, each in predicates_of(RULES).items()
        if each.name in counted
    )
    return _fastest(
        lambda: clingo.Control(["--warn=no-atom-undefined"]),
        lambda control: control.add("base", [], f"{text}\n#show.\n{shown}\n"),
        work,
        follows,
    )


def _name(fact: object) -> str:
    assert isinstance(fact, tuple)
    return str(fact[0])


def _fastest(
    start: Callable[[], clingo.Control],
    read: Callable[[clingo.Control], object],
    work: Callable[[clingo.Control], object],
    follows: int,
) -> Theirs:
    reads = works = math.inf
    for _ in range(TRIES):
        control = start()
        reading, _nothing = fastest(lambda: read(control), 1)  # noqa: B023
        working, _nothing = fastest(lambda: work(control), 1)  # noqa: B023
        reads, works = min(reads, reading), min(works, working)
    found: list[int] = []
    control.solve(on_model=lambda model: found.append(len(model.symbols(shown=True))))
    assert found == [follows], (found, follows)
    return Theirs(reads, works)


def _text(of_page: Told) -> Iterator[str]:
    yield rules_of_everything(RULES)
    yield from facts_text(of_page, RULES)
    for kind, element in _places(of_page):
        yield fact_text("own", (kind, element, f"{element}/{kind}")) + "\n"


def _places(of_page: Told) -> Iterable[tuple[str, str]]:
    """Return every kind and element for which a rule could ask for a control."""
    rows = of_page.facts.rows
    elements: dict[Sort, Sequence[str]] = {
        Sort.INTERFACE: [id_ for (id_,) in rows["interface"]],
        Sort.COMPONENT: [id_ for (id_,) in rows["component"]],
        Sort.ASSET: [id_ for (id_,) in rows["asset"]],
        Sort.DOMAIN: [id_ for (id_,) in rows["domain"]],
        Sort.PLACEMENT: [name for placed in of_page.view.placements.values() for name, *_more in placed],
    }
    kinds = {(unless.kind, unless.on.sort) for rule in RULES for unless in rule.unless}
    return sorted({(kind, element) for kind, sort in kinds for element in elements[sort]})
