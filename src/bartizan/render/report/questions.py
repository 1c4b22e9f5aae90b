"""The questions to the architect, ranked by how much hangs on each."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.render.report.markup import NOTHING, Html, escaped, tag
from bartizan.render.report.outcomes import in_a_line
from bartizan.render.report.parts import Parts
from bartizan.rules.answers.questions import RankedQuestion


def question_list(questions: Sequence[RankedQuestion], parts: Parts) -> Html:
    """Return all questions, with what hangs on each and where its answer would stand."""
    if not questions:
        return tag("p", "There is nothing to ask on which anything hangs.", class_="not-said")
    plain = [each for each in questions if not each.far]
    far = [each for each in questions if each.far]
    more = (
        f"<h3>What few pages say</h3><p class='aside'>Each of these is supposed alone; what is open above leaves them out.</p>"
        f"{_list(far, parts, start=len(plain) + 1)}"
        if far
        else ""
    )
    return Html(f"{_list(plain, parts)}{more}")


def _list(questions: Sequence[RankedQuestion], parts: Parts, start: int = 1) -> Html:
    if not questions:
        return NOTHING
    first = f' start="{start}"' if start > 1 else ""
    return Html(f'<ol class="questions"{first}>{"".join(question(each, parts) for each in questions)}</ol>')


def question(it: RankedQuestion, parts: Parts) -> Html:
    """Return one question as an entry of a list."""
    where = parts.written_at(it.answers, most=2)
    hangs = "".join(
        f"<div><dt>{label}</dt><dd>{in_a_line(outcomes, parts)}</dd></div>"
        for label, outcomes in (
            ("For the better, settles", it.settles),
            ("For the worse, suffices for", it.suffices),
            ("One of two things needed for", it.helps),
        )
        if outcomes
    )
    place = f'<p class="where">The answer would stand at {where}.</p>' if where else ""
    return Html(f'<li><p class="asked">{escaped(it.text)}</p><dl class="hangs">{hangs}</dl>{place}</li>')
