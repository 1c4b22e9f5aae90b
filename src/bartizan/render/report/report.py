"""Makes the report of an analysis: one HTML file that needs nothing else and can be read without its script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.render.diagrams.picture import Picture
from bartizan.render.page.document import display_service
from bartizan.render.report import data_sections, defence_sections
from bartizan.render.report.cards import card_lists
from bartizan.render.report.document import document
from bartizan.render.report.facts import fact_list
from bartizan.render.report.first_page import limits, summary
from bartizan.render.report.for_script import for_script
from bartizan.render.report.impact import impact_analysis
from bartizan.render.report.listed import Kind, kinds_of_threats
from bartizan.render.report.markup import NOTHING, Html, escaped, joined, tag
from bartizan.render.report.parts import Parts, Places, parts_of
from bartizan.render.report.questions import question_list
from bartizan.render.report.threats import threat_list
from bartizan.render.report.what_ifs import what_ifs
from bartizan.render.report.workbench import workbench
from bartizan.rules.answers.impact import AssetFailure
from bartizan.rules.answers.promises import Promises


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report with a title of its own."""

    anchor: str
    number: str
    """Of a promise; empty for any other section."""
    title: str
    html: Html


def report_html(
    promises: Promises,
    impact: tuple[AssetFailure, ...],
    places: Places,
    pictures: Sequence[Picture] = (),
    *,
    digest: str = "",
    variant: str | None = None,
    not_drawn: Sequence[str] = (),
) -> str:
    """Return the report as one HTML file; the same answers give the same text.

    `places` tells where something is written. `pictures` are those of the block diagram; where there are several, the
    overview first; `not_drawn` says which are missing, and why. `digest` is that of the model, and `variant` the form of
    the deployment that was analysed.
    """
    parts = parts_of(promises.analysis.grounded, places)
    kinds = kinds_of_threats(promises.analysis, promises.threats, parts)
    scenarios = what_ifs(promises, parts)
    listed = sorted((each for kind in kinds for each in kind.threats), key=lambda each: each.rank)
    sections = _sections(promises, impact, parts, kinds)
    bench = workbench(pictures, card_lists(promises, parts, scenarios, listed), not_drawn)
    about = _about(promises, digest, variant)
    body = joined((_top(promises, variant), _frame(promises, parts, bench, sections), about))
    data = for_script(parts, scenarios, kinds)
    return document(_title(promises), Html(body + data), has_drawing=bool(pictures))


def _sections(
    promises: Promises, impact: tuple[AssetFailure, ...], parts: Parts, kinds: Sequence[Kind]
) -> tuple[Section, ...]:
    """Return the nine promises in their order, then the questions and the impact analysis."""
    data, defence = data_sections, defence_sections
    return (
        Section("entry-points", "1", "Entry points", data.entry_points(promises, parts)),
        Section("at-risk", "2", "Assets at risk", data.at_risk(promises, parts)),
        Section("persisted", "3", "Where data is persisted", data.kept(promises, parts)),
        Section("travels", "4", "How data travels", data.travels(promises, parts)),
        Section("formats", "5", "Formats and transformations", data.formats(promises, parts)),
        Section("dependencies", "6", "External dependencies", defence.dependencies(promises, parts)),
        Section(
            "actors",
            "7",
            "Whom it is meant to be defended against, and whom not",
            defence.defended(promises, parts),
        ),
        Section("controls", "8", "The impact of degrading controls", defence.controls(promises, parts)),
        Section("threats", "9", "Threats", threat_list(kinds, promises.analysis, parts)),
        Section("questions", "", "Questions", question_list(promises.questions, parts)),
        Section("impact", "", "Data asset impact analysis", impact_analysis(impact, parts)),
    )


def _service(promises: Promises) -> str:
    service = promises.analysis.grounded.view.page.service
    return display_service(service) if service else ""


def _title(promises: Promises) -> str:
    return " ".join(filter(None, (_service(promises), "threat analysis")))


def _top(promises: Promises, variant: str | None) -> Html:
    page = promises.analysis.grounded.view.page
    status = page.status.value if page.status else "status not said"
    said = (
        page.release,
        f"version {page.version}" if page.version else "",
        f"page {status}",
        f"variant {variant}" if variant else "",
    )
    edition = " · ".join(each for each in said if each)
    return Html(
        '<a class="skip" href="#content">Skip to the report itself</a><header class="top"><p class="kicker">Threat analysis</p>'
        f'<h1>{escaped(_service(promises) or "A service without a name")}</h1><p class="edition">{escaped(edition)}</p></header>'
    )


def _frame(promises: Promises, parts: Parts, bench: Html, sections: Sequence[Section]) -> Html:
    opening = (
        Section("summary", "", "Summary", summary(promises, parts)),
        Section("limits", "", "The limits of this report", limits(promises, parts)),
    )
    middle = Section("diagram", "", "The architecture, part by part", bench)
    contents = _contents((*opening, middle, *sections))
    lead = "".join(_section(each) for each in opening)
    rest = "".join(_section(each) for each in sections)
    return Html(
        f'<div class="frame report"><nav class="beside" aria-label="Contents"><p>Contents</p>{contents}</nav>'
        f'<nav class="above" aria-label="Contents"><details><summary>Contents</summary>{contents}</details></nav>'
        f'<main id="content" tabindex="-1"><div class="lead">{lead}</div>{_section(middle)}<div class="rest">{rest}</div></main></div>'
    )


def _contents(sections: Sequence[Section]) -> str:
    entries = [
        f'<li><a href="#{each.anchor}"><span class="place">{each.number}</span>{escaped(each.title)}</a></li>'
        for each in sections
    ]
    return f"<ol>{''.join(entries)}</ol>"


def _section(it: Section) -> Html:
    place = f'<span class="place">{it.number}</span>' if it.number else ""
    return Html(
        f'<section aria-labelledby="{it.anchor}" class="of-{it.anchor}"><h2 id="{it.anchor}"{"" if place else " class=plain"}>'
        f"{place}{escaped(it.title)}</h2>{it.html}</section>"
    )


def _about(promises: Promises, digest: str, variant: str | None) -> Html:
    program = promises.analysis.grounded.program
    facts = (
        ("Model digest", Html(f"sha256:{tag('code', digest)}") if digest else NOTHING),
        ("Variant", escaped(variant) if variant else NOTHING),
        (
            "Worked out from",
            escaped(f"{len(program.heads)} applications of rules to {len(program.names)} facts"),
        ),
        (
            "Completeness",
            escaped(
                f"what follows for each actor: {promises.analysis.by_actor.complete}; smallest sets of what is needed: up to order 2"
            ),
        ),
    )
    return Html(f"<footer><h2>About this report</h2>{fact_list(facts)}</footer>")
