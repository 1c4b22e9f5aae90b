"""What must fail, what counts most, and what would stop it: on pages small enough to be worked out by hand."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.cut_sets import CUT_SET_BUDGET
from bartizan.engine.fixpoint import conclude
from bartizan.model.level import Strength
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.common_causes import CAUSE, common_causes, with_common_causes
from bartizan.rules.answers.importance import weights
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.paths import Paths, degradable, paths_of
from bartizan.rules.answers.unbreakable import unbreakable
from tests.model.pages import page
from tests.rules.answers.asking import analysed

NOTES = """\
format: 1
service: Notes
components:
  web: {technology: Python, domain: cloud}
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  2: {requestor: web, listener: database, protocol: HTTPS, request: note}
data-assets:
  note: {confidentiality: high, persisted: database}
threat-actors: {neighbour: {at: cloud%s}}
controls:
  2/server-authentication: {state: in place}
  2/integrity: {state: in place}
  2/authorization: {state: in place}
"""
"""Who listens reads the note, unless the interface is encrypted; so does who is let in, unless it is encrypted at rest."""
TWO = """\
  2/authentication: {state: in place%s}
  2/encryption: {state: in place%s}
  note/encryption-at-rest: {state: in place%s}
"""


def analysis_of(*extras: str, capability: str = "") -> Analysis:
    return analysed(NOTES % capability + TWO % (*extras, *[""] * (3 - len(extras))))


def to_the_note(
    analysis: Analysis, *, top: int = 20, budget: int = CUT_SET_BUDGET, weigh: bool = True
) -> Paths:
    actor = analysis.actors[0]
    found = paths_of(analysis, actor, Breach.LEARNED, "note", bugs=False, top=top, budget=budget, weigh=weigh)
    assert found is not None
    return found


def sets_of(paths: Paths) -> list[set[str]]:
    return [{fact[1] for fact in each.facts} for each in paths.sets]


def test_the_sets_alone_are_the_same_without_weighing_them() -> None:
    whole, quick = (to_the_note(analysis_of(", cost: 7"), top=5, weigh=weigh) for weigh in (True, False))
    assert quick.sets == whole.sets
    assert quick.complete == whole.complete
    assert whole.weights
    assert (quick.weights, quick.firm) == ((), None)


def test_without_a_common_cause_two_controls_have_to_fail_one_by_one() -> None:
    assert {"2/authentication", "note/encryption-at-rest"} in sets_of(to_the_note(analysis_of()))


def test_controls_that_share_a_cause_are_one_thing_that_fails() -> None:
    paths = to_the_note(analysis_of(", common-cause: our CA", "", ", common-cause: our  CA"))
    assert {"our CA"} in sets_of(paths)
    assert not any({"2/authentication", "note/encryption-at-rest"} & each for each in sets_of(paths))


def test_a_cause_lets_nothing_fall_that_its_controls_would_not_let_fall_together() -> None:
    plain, shared = analysis_of(), analysis_of(", common-cause: x", "", ", common-cause: x")
    extended = with_common_causes(shared)
    struck = conclude(
        extended.grounded.program,
        (*extended.base, *extended.acts(extended.actors[0]), *extended.grounded.numbers([(CAUSE, "x")])),
    )
    both = [("degraded", "2/authentication"), ("degraded", "note/encryption-at-rest")]
    fallen = conclude(
        plain.grounded.program, (*plain.base, *plain.acts(plain.actors[0]), *plain.grounded.numbers(both))
    )
    names = {extended.grounded.program.names[each] for each in struck.why} - {(CAUSE, "x")}
    assert names == {plain.grounded.program.names[each] for each in fallen.why}
    assert ("knows", "note") in names


def test_a_cause_of_one_control_alone_is_none_and_one_that_a_control_is_named_for_takes_it_along() -> None:
    alone = page(NOTES % "" + TWO % (", common-cause: x", "", "")).architecture
    assert common_causes(alone) == {}
    named = page(NOTES % "" + TWO % (", common-cause: 2/encryption", "", "")).architecture
    assert common_causes(named) == {"2/encryption": ("2/authentication", "2/encryption")}


def test_a_page_without_causes_is_analysed_as_it_is() -> None:
    analysis = analysis_of()
    assert with_common_causes(analysis) is analysis


def test_with_a_common_cause_the_likelihood_is_that_of_one_event_and_not_of_two() -> None:
    """Alone: encryption 0.1, or both others 0.2 * 0.3. With a cause of the two, that is 0.3, the likelier of them."""
    apart = to_the_note(analysis_of(", probability: 0.2", ", probability: 0.1", ", probability: 0.3"))
    assert apart.likely
    assert apart.likely.at_least == pytest.approx(1 - 0.9 * (1 - 0.06))
    shared = to_the_note(analysis_of(
        ", probability: 0.2, common-cause: x", ", probability: 0.1", ", probability: 0.3, common-cause: x"
    ))  # fmt: skip
    assert shared.likely
    assert shared.likely.at_least == shared.likely.at_most == pytest.approx(1 - 0.9 * 0.7)


def test_a_cause_costs_what_the_cheapest_of_its_controls_costs() -> None:
    paths = to_the_note(analysis_of(", cost: 7, common-cause: x", "", ", cost: 3, common-cause: x"))
    assert next(each.cost for each in paths.sets if each.facts == ((CAUSE, "x"),)) == 3
    assert [each.cost for each in paths.sets] == sorted(each.cost for each in paths.sets)


def test_what_counts_is_counted_weighed_and_by_the_probabilities_exact() -> None:
    paths = to_the_note(analysis_of(", probability: 0.2", ", probability: 0.1", ", probability: 0.3"))
    by_name = {each.fact[1]: each for each in paths.weights}
    encryption, authentication = by_name["2/encryption"], by_name["2/authentication"]
    assert (encryption.smallest, authentication.smallest) == (1, 2)
    assert encryption.of == len(paths.sets)
    assert encryption.exact
    assert encryption.exact.birnbaum == pytest.approx(1 - 0.06)
    assert encryption.exact.achievement == pytest.approx(1 / 0.154)
    assert encryption.exact.reduction == pytest.approx(0.154 / 0.06)
    assert authentication.exact
    assert authentication.exact.fussell_vesely == pytest.approx((0.154 - 0.1) / 0.154)


def test_without_probabilities_there_are_no_measures_by_probability_but_structural_ones() -> None:
    paths = to_the_note(analysis_of())
    assert paths.likely is None
    assert all(each.exact is None and each.decides is not None for each in paths.weights)


def test_a_thing_decides_as_often_as_it_is_needed_and_nothing_else_is_enough() -> None:
    """Of `a, or b with c`: a decides unless both others fall, 3 in 4 times; b decides when c falls and a does not, 1 in 4."""
    a, b, c = ("degraded", "a"), ("degraded", "b"), ("degraded", "c")
    found = {each.fact: each for each in weights([(a,), (b, c)], [1.0, 2.0], {})}
    assert {fact: each.decides for fact, each in found.items()} == {a: 0.75, b: 0.25, c: 0.25}
    assert found[a].share == 0.5
    assert found[b].cheapest == 2.0


@given(st.sets(st.frozensets(st.integers(0, 4), min_size=1), min_size=1, max_size=6))
def test_how_often_each_decides_is_what_trying_all_combinations_gives(sets: set[frozenset[int]]) -> None:
    facts = {each: ("degraded", str(each)) for each in sorted(set().union(*sets))}
    found = weights([tuple(facts[each] for each in sorted(some)) for some in sets], [1.0] * len(sets), {})
    subsets = [set(some) for size in range(6) for some in combinations(range(5), size)]
    for weight in found:
        one = int(weight.fact[1])
        decides = sum(
            any(s <= some | {one} for s in sets) and not any(s <= some - {one} for s in sets)
            for some in subsets
        )
        assert weight.decides == pytest.approx(decides / len(subsets))


def test_nothing_is_reached_any_more_once_what_must_not_fail_does_not_and_no_fewer_would_do() -> None:
    analysis = analysis_of()
    paths = to_the_note(analysis)
    assert paths.firm
    assert paths.firm.facts is not None
    assert paths.firm.complete == "complete"
    every = degradable(analysis, bugs=False)

    def reached_without(held: tuple[tuple[str, ...], ...]) -> bool:
        others = analysis.grounded.numbers(each for each in every if each not in held)
        facts = (*analysis.base, *analysis.acts(analysis.actors[0]), *others)
        return analysis.grounded.number(("knows", "note")) in conclude(analysis.grounded.program, facts)

    assert reached_without(())
    assert not reached_without(paths.firm.facts)
    assert all(reached_without(some) for some in combinations(every, len(paths.firm.facts) - 1))


def test_what_must_not_fail_is_found_though_only_one_way_was_known() -> None:
    analysis = analysis_of()
    program, goal = analysis.grounded.program, analysis.grounded.program.numbers["knows", "note"]
    given_ = (*analysis.base, *analysis.acts(analysis.actors[0]))
    can_fail = analysis.grounded.numbers(degradable(analysis, bugs=False))
    known = analysis.grounded.numbers([("degraded", "2/encryption")])
    found = unbreakable(program, given_, can_fail, goal, [known])
    whole = to_the_note(analysis).firm
    assert whole
    assert whole.facts
    assert found.facts
    assert len(found.facts) == len(whole.facts)


def test_where_nothing_has_to_fail_there_is_nothing_to_make_unbreakable() -> None:
    text = NOTES % "" + (TWO % ("", "", "")).replace(
        "2/encryption: {state: in place}", "2/encryption: absent"
    )
    paths = to_the_note(analysed(text))
    assert [each.facts for each in paths.sets] == [()]
    assert paths.firm is None
    assert paths.weights == ()


def test_a_budget_of_nothing_answers_that_it_stopped() -> None:
    paths = to_the_note(analysis_of(", resists: low"), budget=0)
    assert paths.sets == ()
    assert paths.complete.startswith("stopped")
    assert not paths.vacuous


def test_what_nobody_is_up_to_holds_and_what_the_capable_get_past_does_not() -> None:
    paths = to_the_note(analysis_of("", ", resists: high", "", capability=", capability: low"))
    assert paths.graded
    assert paths.graded.falls_to == (Strength.HIGH,)
    assert not paths.graded.anyway
    assert (
        next(each.takes for each in paths.sets if each.facts == (("degraded", "2/encryption"),))
        is Strength.HIGH
    )


def test_a_set_takes_the_capability_of_the_strongest_in_it_and_none_is_told_where_one_is_not_graded() -> None:
    paths = to_the_note(analysis_of(", resists: medium", "", ", resists: low"))
    takes = {frozenset(fact[1] for fact in each.facts): each.takes for each in paths.sets}
    assert takes[frozenset({"2/authentication", "note/encryption-at-rest"})] is Strength.MEDIUM
    assert takes[frozenset({"2/encryption"})] is None


def test_what_only_falls_if_the_worst_is_true_is_not_said_to_fall() -> None:
    text = NOTES % "" + "  2/encryption: {state: in place, resists: medium}\n"
    paths = to_the_note(analysed(text.replace("  2/authorization: {state: in place}\n", "")))
    assert paths.graded
    assert Strength.LOW not in paths.graded.falls_to
    assert paths.graded.anyway_open
    assert paths.graded.holds_against == ()


def test_a_page_that_grades_nothing_has_no_graded_answer() -> None:
    assert to_the_note(analysis_of()).graded is None
