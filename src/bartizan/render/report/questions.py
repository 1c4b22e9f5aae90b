"""The questions to the architect, ranked by how much hangs on each."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.render.report.markup import NOTHING, Html, escaped, tag
from bartizan.render.report.outcomes import in_a_line
from bartizan.render.report.parts import Parts
from bartizan.rules.answers.asked import questions_in_words, to_write
from bartizan.rules.answers.questions import RankedQuestion


def question_list(questions: Sequence[RankedQuestion], parts: Parts) -> Html:
    """Return all questions, with what hangs on each and where its answer would stand."""
    if not questions:
        return tag("p", "There is nothing to ask on which anything hangs.", class_="not-said")
    plain = [each for each in questions if not each.far]
    far = [each for each in questions if each.far]
    more = (
        f"<h3>What pages rarely answer</h3><p class='aside'>Each of these is supposed alone; what is open above leaves them out.</p>"
        f"{_list(far, parts, start=len(plain) + 1)}"
        if far
        else ""
    )
    order = tag(
        "p", "The weightiest first; each further question of a kind counts half of the one before it, so that a kind "
        "that is asked often does not fill the list.", class_="aside",
    )  # fmt: skip
    return Html(f"<p>{questions_in_words(questions)}.</p>{order}{_list(plain, parts)}{more}")


def _list(questions: Sequence[RankedQuestion], parts: Parts, start: int = 1) -> Html:
    if not questions:
        return NOTHING
    first = f' start="{start}"' if start > 1 else ""
    return Html(f'<ol class="questions"{first}>{"".join(question(each, parts) for each in questions)}</ol>')


def question(it: RankedQuestion, parts: Parts) -> Html:
    """Return one question as an entry of a list."""
    where = parts.written_at(it.answers[:1], most=1)
    hangs = "".join(
        f"<div><dt>{label}</dt><dd>{in_a_line(outcomes, parts)}</dd></div>"
        for label, outcomes in (
            ("For the better, settles", it.settles),
            ("For the worse, suffices for", it.suffices),
            ("One of two things needed for", it.helps),
        )
        if outcomes
    )
    key = f"Write <code>{escaped(to_write(it.answers[0]))}</code>" if it.answers else ""
    at = f" ({where})" if where else ""
    place = f'<p class="where">{key}{at}.</p>' if key else ""
    return Html(f'<li><p class="asked">{escaped(it.text)}</p><dl class="hangs">{hangs}</dl>{place}</li>')
