from __future__ import annotations

from tests.scoreboard.microsecend.cases import Case
from tests.scoreboard.microsecend.readings import Reading
from tests.scoreboard.microsecend.score import Score, disagreements, scores, together
from tests.scoreboard.microsecend.verdicts import VERDICTS, Judged, Verdict

H, V, U = Verdict.HOLDS, Verdict.VIOLATED, Verdict.UNKNOWN


def case(name: str, ours: Verdict, label: Verdict | None, rule: str = "R14") -> Case:
    judged = {each: Judged(ours if each == rule else U) for each in VERDICTS}
    return Case(name, dict.fromkeys(Reading, judged), {rule: label} if label else {})


def of_rule(found: list[Score], rule: str) -> Score:
    return next(each for each in found if each.rule == rule)


def test_verdicts_are_counted_and_what_is_unknown_is_in_a_column_of_its_own() -> None:
    cases = [
        case("a", V, V),
        case("b", V, H),
        case("c", H, V),
        case("d", H, H),
        case("e", U, V),
        case("f", V, None),
    ]
    score = of_rule(scores(cases, Reading.SURVEYED), "R14")
    assert (score.found, score.false, score.missed, score.right, score.unknown_violated) == (1, 1, 1, 1, 1)
    assert (score.precision, score.recall, score.known) == (0.5, 0.5, 4)
    assert not score.tells_nothing


def test_a_rule_that_always_says_the_same_counts_as_wrong() -> None:
    always = of_rule(scores([case("a", V, V), case("b", V, V), case("c", V, H)], Reading.SURVEYED), "R14")
    assert always.tells_nothing == "always violated"
    assert always.strict().found == 0
    assert always.strict().recall == 0
    never = of_rule(scores([case("a", H, H), case("b", H, V)], Reading.SURVEYED), "R14")
    assert never.tells_nothing == "never violated"
    assert never.strict().right == 0
    assert never.strict().precision == 0


def test_all_rules_together_are_counted_once_each() -> None:
    whole = together(scores([case("a", V, V), case("b", H, H, "R13")], Reading.SURVEYED))
    assert (whole.found, whole.right, whole.precision, whole.recall) == (1, 1, 1.0, 1.0)


def test_what_is_unknown_is_a_disagreement_only_where_it_was_looked_for() -> None:
    cases = [case("a", U, V), case("b", V, H)]
    assert [each.case for each in disagreements(cases, Reading.SURVEYED)] == ["a", "b"]
    assert [each.case for each in disagreements(cases, Reading.DRAWN)] == ["b"]
