"""What follows from a page is what clingo says, from the page's facts and the rules with their variables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bartizan.engine.fixpoint import conclude
from bartizan.model.architecture import Architecture
from bartizan.project.open_page import open_page
from bartizan.rules.facts.facts import Grounded, ground_page
from bartizan.rules.threats.rules import RULES
from bartizan.rules.threats.terms import Nature
from bench.made_up_service import made_up_service
from tests.model.pages import FIRST_PAGE, page
from tests.rules.first_order_asp import predicates_of
from tests.rules.random_pages import pages
from tests.rules.solved_by_clingo import Fact, SolvedByClingo
from tests.scoreboard.others.models import Refused, models

EXAMPLES = Path(__file__).parents[2] / "examples"
WRITTEN = sorted(path.parent.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("architecture.yaml"))
T = TypeVar("T")
FOLLOWS = frozenset(
    each.name
    for each in predicates_of(RULES).values()
    if each.nature is Nature.DERIVED and each.name != "acts"
)


class Both:
    """A page as we ground it, and as clingo does."""

    def __init__(self, architecture: Architecture) -> None:
        self.page = architecture
        self.ours: Grounded = ground_page(architecture)
        self.theirs = SolvedByClingo(architecture)
        self.followed: set[Fact] = set()

    def agree_on_what_may_be_supposed(self) -> None:
        """What is said, what is not, and which controls there are is found by both."""
        assert self.theirs.controls == self.ours.controls.keys()
        assert self.theirs.absent == self.ours.absent
        assert self.theirs.unsaid == self.ours.unsaid
        assert self.theirs.far == self.ours.far

    def agree(self, scenario: Sequence[Fact]) -> None:
        """The same follows in a scenario: nothing more, nothing less."""
        theirs, ours = self.theirs.follows(scenario), self.follows(scenario)
        assert (ours - theirs, theirs - ours) == (set(), set()), scenario
        self.followed |= theirs

    def follows(self, scenario: Sequence[Fact]) -> set[Fact]:
        """Return what follows by our own grounding and fixpoint."""
        names = self.ours.program.names
        found = {names[number] for number in conclude(self.ours.program, self.ours.numbers(scenario)).why}
        return {
            each for each in found
            if isinstance(each, tuple) and each[0] in FOLLOWS and each not in scenario
            and (each[0] != "off" or each[1] in self.ours.controls)  # not of places that several controls fill
        }  # fmt: skip

    # ---- scenarios

    @property
    def acts(self) -> list[Fact]:
        """Everybody attacks."""
        return [("acts", each.id) for each in self.ours.actors]

    def certain_and_open(self) -> Iterator[list[Fact]]:
        """Yield scenarios in which each actor and all of them attack, with nothing supposed and with everything."""
        absent, unsaid = sorted(self.ours.absent), sorted(self.ours.unsaid)
        for acts in (*([each] for each in self.acts), self.acts):
            yield [*absent, *acts]
            yield [*absent, *acts, *(each for each in unsaid if each[0] != "acts")]

    def degraded(self, most: int) -> Iterator[list[Fact]]:
        """Yield scenarios in which one control is degraded as well, and halves of them together."""
        sure = [*sorted(self.ours.absent), *self.acts]
        controls = [("degraded", id_) for id_ in sorted(self.ours.controls)]
        for each in spread(controls, most):
            yield [*sure, each]
        for start in range(min(3, most)):
            yield [*sure, *controls[start::3]]
            yield [*sure, *sorted(self.ours.unsaid - {*sure}), *controls[start::3]]

    def compromised(self, most: int) -> Iterator[list[Fact]]:
        """Yield scenarios in which a component is in an attacker's hands who is nobody of the page."""
        absent, unsaid = sorted(self.ours.absent), sorted(self.ours.unsaid)
        for each in spread(sorted(self.page.components), most):
            yield [*absent, ("owns", each)]
            yield [*absent, *unsaid, ("owns", each)]

    def far(self, most: int) -> Iterator[list[Fact]]:
        """Yield scenarios in which something is so that few pages say."""
        sure = [*sorted(self.ours.absent), *self.acts]
        for each in spread(sorted(self.ours.far), most):
            yield [*sure, each]
        yield [*sure, *sorted(self.ours.unsaid - {*sure}), *sorted(self.ours.far)]


def spread(all_of_them: Sequence[T], most: int) -> Sequence[T]:
    """Return some of them, from all over."""
    return all_of_them[:: max(1, -(-len(all_of_them) // most))]


def agreed(architecture: Architecture, most: int) -> Both:
    """Return a page on which ours and theirs agree in every sort of scenario."""
    both = Both(architecture)
    both.agree_on_what_may_be_supposed()
    for scenario in (
        *both.certain_and_open(), *both.degraded(most), *both.compromised(most), *both.far(most),
    ):  # fmt: skip
        both.agree(scenario)
    return both


@pytest.mark.parametrize("folder", WRITTEN)
def test_on_each_example_the_same_follows(folder: str) -> None:
    both = agreed(open_page(EXAMPLES / folder).architecture, most=20)
    assert len(both.followed) > 40


def test_on_a_first_page_the_same_follows() -> None:
    both = agreed(page(FIRST_PAGE).architecture, most=50)
    assert ("knows", "note") in both.followed


def test_on_the_trial_page_the_same_follows(shared: Path) -> None:
    both = agreed(open_page(shared / "design/barbican-trial.yaml").architecture, most=20)
    assert len(both.followed) > 200


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_a_made_up_service_the_same_follows(seed: int) -> None:
    both = agreed(made_up_service(40, controls=10, seed=seed), most=15)
    assert len(both.followed) > 400


def test_on_every_model_of_the_corpus_the_same_follows(shared: Path, repository: Path) -> None:
    tried: dict[str, int] = {}
    for model in models(shared, repository):
        if isinstance(model, Refused):
            continue
        both = agreed(model.page, most=1)
        assert both.followed, f"a comparison of nothing with nothing: {model.name}"
        tried[model.tool] = tried.get(model.tool, 0) + 1
    assert len(tried) > 8
    assert sum(tried.values()) > 100


def test_on_random_pages_the_same_follows() -> None:
    followed: list[int] = []

    # To explain takes minutes, and says little here.
    @settings(max_examples=60, phases=set(Phase) - {Phase.explain})
    @given(pages(), st.data())
    def law(architecture: Architecture, data: st.DataObject) -> None:
        both = Both(architecture)
        both.agree_on_what_may_be_supposed()
        may_be = sorted({("degraded", id_) for id_ in both.ours.controls} | both.ours.unsaid | both.ours.far)
        at_random = data.draw(st.lists(st.sampled_from([*may_be, *both.acts]), unique=True, max_size=12))
        for scenario in (
            *both.certain_and_open(),
            *both.degraded(3),
            *both.compromised(2),
            *both.far(2),
            at_random,
        ):
            both.agree(scenario)
        followed.append(len(both.followed))

    law()
    assert sum(map(bool, followed)) > 0.9 * len(followed), "pages on which nothing happens prove nothing"
    assert max(followed) > 50


def test_where_everything_runs_in_circles_the_same_follows() -> None:
    both = agreed(page(IN_CIRCLES).architecture, most=50)
    assert {("owns", "web"), ("knows", "key"), ("knows", "pin"), ("denies", "note")} <= both.followed


IN_CIRCLES = """\
format: 1
service: Circles
trust-domains:
  north: {reached-from: south}
  south: {reached-from: north, inside: east}
  east: {reached-from: [east, north]}
components:
  web: {kind: process, domain: north, hosts: host, needs: [web, store]}
  host: {kind: host, domain: south, hosts: web}
  store: {kind: database, domain: east, needs: web, on-failed-logins: {delete: all}}
interfaces:
  1: {requestor: web, listener: web, protocol: HTTP, request: [note, token]}
  2: {requestor: web, listener: store, protocol: SQL, request: note, request-credentials: token}
  3: {requestor: store, listener: web, request: {asset: note, encrypted-with: key}, request-credentials: pin}
  4: {requestor: nobody, listener: nowhere-known, request: note}
data-assets:
  note: {persisted: {in: store, encrypted-with: key, integrity-checked-with: pin}, part-of: [pin, key]}
  key: {persisted: {in: store, encrypted-with: pin}, part-of: note}
  pin: {kind: password, persisted: {in: store, encrypted-with: key}, includes: token, opens: {2: {read: all, write: all}}}
  token: {kind: token, includes: pin, opens: {3: {read: all}}, bound-to: web, loaded-by: web, configures: [1, 3]}
controls:
  1/encryption: {relies-on: {integrity: note}, enforced-by: web, on-loss: open}
  gate: {kind: authorization, state: in place, stands-on: [2, 3], relies-on: {integrity: token, availability: note}}
threat-actors:
  guest: {at: south, holds: token}
"""


# ---- where the two once did not agree


def test_of_two_controls_that_do_the_same_work_both_must_go() -> None:
    text = FIRST_PAGE + (
        "controls: {2/encryption: in place, tunnel: {kind: encryption, state: in place, stands-on: 2}}\n"
        "threat-actors: {neighbour: {at: cloud}}\n"
    )
    both = Both(page(text).architecture)
    acts = ("acts", "neighbour")
    both.agree([acts, ("degraded", "tunnel"), ("degraded", "2/encryption")])
    assert ("knows", "note") in both.followed
    for control in ("tunnel", "2/encryption"):
        both.agree([acts, ("degraded", control)])


def test_a_control_whose_kind_is_not_what_its_id_says_keeps_its_state() -> None:
    text = FIRST_PAGE + "controls: {2/encryption: {kind: integrity, state: absent}}\n"
    both = Both(page(text).architecture)
    assert ("degraded", "2/encryption") in both.theirs.absent
    assert ("degraded", "2/encryption") in both.ours.absent
