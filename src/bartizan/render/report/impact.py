"""The data asset impact analysis: what the architect wrote about each failure, beside what follows from the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bartizan.render.report.markup import NOTHING, Html, escaped, tag
from bartizan.render.report.outcomes import happening
from bartizan.render.report.parts import Parts
from bartizan.render.report.prose import prose
from bartizan.render.report.tables import NOT_SAID
from bartizan.rules.answers.impact import AssetFailure
from bartizan.rules.answers.outcome import Outcome
from bartizan.rules.answers.words import fact_in_words
from bartizan.rules.threats.ground import Ground

MOST_TOGETHER = 4
"""As many things that add to a failure are shown at once; the others open."""


def impact_analysis(failures: Sequence[AssetFailure], parts: Parts) -> Html:
    """Return each data asset with the impact of its failures, in the layout of the published pages."""
    found: dict[str, list[AssetFailure]] = defaultdict(list)
    for each in failures:
        found[each.asset].append(each)
    assets = parts.grounded.view.page.data_assets
    cards = [_asset(id_, found.get(id_, []), parts) for id_ in assets if id_ in found or assets[id_].impact]
    silent = [id_ for id_ in assets if id_ not in found and not assets[id_].impact]
    rest = (
        f'<p class="silent">No rule speaks of a failure of {parts.links("data-assets", silent)}.</p>'
        if silent
        else ""
    )
    if not cards:
        return Html(rest) or tag("p", "The page names no data asset.", class_="not-said")
    return Html(f'<div class="cards">{"".join(cards)}</div>{rest}')


def _asset(asset: str, failures: Sequence[AssetFailure], parts: Parts) -> Html:
    impact = parts.grounded.view.page.data_assets[asset].impact
    rows = "".join(_failure(each, parts) for each in failures)
    known = {each.property for each in failures}
    for of in ("integrity", "confidentiality", "availability"):
        text = getattr(impact, of) if impact and of not in known else None
        if text:
            rows += _row(of, prose(text), tag("span", "no rule speaks of it", class_="unasked"), "")
    notes = "".join(f"<p>{prose(each)}</p>" for each in impact.notes) if impact else ""
    return Html(
        f'<article class="card impact"><h3>{parts.element(asset)}</h3>'
        f'<div class="heads" aria-hidden="true"><span></span><span>In the architect’s words</span><span>What follows from the page</span></div>'
        f"{rows}{notes}</article>"
    )


def _failure(it: AssetFailure, parts: Parts) -> Html:
    written = prose(it.written) if it.written else NOT_SAID
    alone = happening(it.alone, parts)
    together = _together(it.together, parts)
    follows = Html(alone + together) or tag("span", "nothing newly follows", class_="aside")
    return _row(it.property, written, follows, it.contradicts)


def _row(of: str, written: Html, follows: Html, contradicts: str) -> Html:
    question = (
        f'<p class="contradiction"><b aria-hidden="true">?</b> {escaped(contradicts)}</p>'
        if contradicts
        else ""
    )
    return Html(
        f'<div class="failure"><h4>{of.capitalize()} failure impact</h4>'
        f'<div class="written"><span class="label">In the architect’s words</span><div>{written}</div></div>'
        f'<div class="derived"><span class="label">What follows from the page</span><div>{follows}</div></div>{question}</div>'
    )


def _together(together: Sequence[tuple[Ground, tuple[Outcome, ...]]], parts: Parts) -> Html:
    """Return what one more thing adds; of many things the first few, the others to be opened."""
    if not together:
        return NOTHING
    entries = [
        f"<li>{_condition(fact, parts)}{happening(outcomes, parts)}</li>" for fact, outcomes in together
    ]
    first, others = entries[:MOST_TOGETHER], entries[MOST_TOGETHER:]
    more = (
        f"<details><summary>With {len(others)} other things</summary><ul>{''.join(others)}</ul></details>"
        if others
        else ""
    )
    return Html(f'<div class="together"><ul>{"".join(first)}</ul>{more}</div>')


def _condition(fact: Ground, parts: Parts) -> Html:
    text = fact_in_words(parts.grounded, fact)
    return escaped(f"and if {text[:1].lower()}{text[1:]}:")
