"""Each section says what its answer says, and how much of the answer is there."""

from __future__ import annotations

import pytest

from bartizan.model.architecture import Architecture
from bartizan.render.report import data_sections, defence_sections
from bartizan.render.report.first_page import limits, summary
from bartizan.render.report.impact import impact_analysis
from bartizan.render.report.outcomes import completeness
from bartizan.render.report.questions import question_list
from bartizan.rules.answers.impact import AssetFailure, impact_of
from tests.render.report.reports import SHOP, Seen, parts, promises_of

PROMISES = promises_of(SHOP)
PARTS = parts(PROMISES)
NOTHING = promises_of(Architecture())


def text(html: str) -> str:
    return Seen(html).text


def test_the_summary_counts_threats_questions_and_entry_points() -> None:
    said = text(summary(PROMISES, PARTS))
    far = sum(each.far for each in PROMISES.questions)
    assert f"{len(PROMISES.questions) - far} questions" in said
    assert f"{far} that pages rarely answer" in said
    assert "Those who attack it here: A thief, A rival." in said
    assert "What to ask first" in said
    assert PROMISES.questions[2].text in said
    assert PROMISES.questions[3].text not in said


def test_numbers_are_those_of_one_where_there_is_one() -> None:
    assert "1 entry point" in text(summary(PROMISES, PARTS))
    assert "1 entry points" not in text(summary(PROMISES, PARTS))


def test_actors_out_of_scope_are_among_what_was_not_looked_at() -> None:
    assert "not meant to be defended against: The owner" in text(limits(PROMISES, PARTS))


def test_entry_points_say_who_reaches_them_and_what_comes_in() -> None:
    said = text(data_sections.entry_points(PROMISES, PARTS))
    assert "interface 1 (Buy) Buyer → to  Till" in said
    assert "Order" in said


def test_a_secret_in_the_clear_is_said_to_be_so() -> None:
    clear = SHOP.replace("2/encryption: absent", "order/encryption-at-rest: absent")
    promises = promises_of(clear)
    assert "absentin the clear" in text(data_sections.kept(promises, parts(promises)))
    assert "not saidperhaps in the clear" in text(data_sections.kept(PROMISES, PARTS))


def test_data_of_which_nothing_is_said_is_named() -> None:
    assert "Not said whether and where: Card." in text(data_sections.kept(PROMISES, PARTS))


def test_how_data_travels_says_over_which_interface_and_how_it_is_protected() -> None:
    said = text(data_sections.travels(PROMISES, PARTS))
    assert "→ request" in said
    assert "absent" in said


def test_a_parser_of_untrusted_data_is_named_even_where_its_format_is_not_said() -> None:
    said = text(data_sections.formats(PROMISES, PARTS))
    assert "Who parses what comes from outside" in said
    assert "not said" in said


def test_at_risk_says_through_whom_and_how_deep_the_defence_is() -> None:
    said = text(data_sections.at_risk(PROMISES, PARTS))
    assert "C high, I high, A low" in said
    assert "must fail" in said
    assert "through A rival" in said or "through everybody" in said


def test_a_dependency_stands_with_what_is_taken_for_granted() -> None:
    assert "It lets in only who works here." in text(defence_sections.dependencies(PROMISES, PARTS))


def test_each_actor_has_a_card() -> None:
    said = text(defence_sections.defended(PROMISES, PARTS))
    for name in ("A thief", "A rival", "The owner"):
        assert name in said


def test_controls_with_which_nothing_falls_are_counted_and_named() -> None:
    said = text(defence_sections.controls(PROMISES, PARTS))
    assert PROMISES.inert
    assert "with which alone nothing falls" in said
    assert "What is not in place" in said


def test_an_answer_that_stopped_is_never_said_to_be_complete() -> None:
    stopped = completeness("stopped after 0 nodes")
    assert "Not complete: stopped after 0 nodes" in stopped
    assert "never a no" in stopped
    assert "Not complete" not in completeness("complete")


def test_questions_are_numbered_in_their_order() -> None:
    said = text(question_list(PROMISES.questions, PARTS))
    places = [said.index(each.text) for each in PROMISES.questions if not each.far]
    assert places == sorted(places)


def test_the_impact_analysis_has_the_architects_words_beside_what_follows() -> None:
    said = text(impact_analysis(impact_of(PROMISES.analysis), PARTS))
    order = said[said.index("Order") : said.index("Card")]
    for each in (
        "Integrity failure impact",
        "Nobody is affected.",
        "Confidentiality failure impact",
        "Everybody knows",
    ):
        assert each in order
    assert order.index("Integrity") < order.index("Confidentiality") < order.index("Availability")


def test_a_contradiction_is_a_question_of_its_own() -> None:
    failure = AssetFailure(
        asset="order",
        property="integrity",
        written="No.",
        alone=(),
        together=(),
        contradicts="Which is <right>?",
        all_pairs=True,
    )
    html = impact_analysis((failure,), PARTS)
    assert 'class="contradiction"' in html
    assert "Which is &lt;right&gt;?" in html


@pytest.mark.parametrize(
    "section",
    [
        data_sections.entry_points,
        data_sections.at_risk,
        data_sections.kept,
        data_sections.travels,
        data_sections.formats,
        defence_sections.dependencies,
        defence_sections.controls,
    ],
)
def test_a_section_without_content_says_so(section: object) -> None:
    assert callable(section)
    seen = Seen(section(NOTHING, parts(NOTHING)))
    assert seen.text
    assert seen.wrong == []
    assert seen.elements["table"] == 0
