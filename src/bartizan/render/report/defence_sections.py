"""The promises about the defence: what it depends on, against whom it stands, and what falls when a control does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bartizan.render.report.facts import fact_list
from bartizan.render.report.markup import NOTHING, Html, escaped, joined, tag
from bartizan.render.report.outcomes import completeness, fallen, happening, in_a_line, sign
from bartizan.render.report.parts import Parts
from bartizan.render.report.prose import prose
from bartizan.render.report.tables import NOT_SAID, table
from bartizan.rules.answers.falls import WhatFalls
from bartizan.rules.answers.promises import Defended, Promises
from bartizan.rules.facts.of_controls import Holding, KnownControl
from bartizan.rules.facts.of_controls import Sort as SortOfControl

_NOTHING_FALLS = Html('<span class="aside">nothing newly follows</span>')


def dependencies(promises: Promises, parts: Parts) -> Html:
    """Return the sixth promise: what the service depends on, what is taken for granted of it, and what falls without that."""
    fallen_with = {control.id: falls for control, falls in promises.assumptions}
    rows = []
    for id_, dependency in parts.grounded.view.page.external_dependencies.items():
        falls = fallen_with.get(f"{id_}/assumption")
        assumed = joined((tag("p", prose(each)) for each in dependency.assumption), "")
        said = bool(dependency.assumption) and dependency.assumption != ("unknown",)
        rows.append((
            parts.link("external-dependencies", id_),
            assumed if said else NOT_SAID,
            _falls(promises, parts, falls) if falls else tag("span", "no rule speaks of it", class_="unasked"),
        ))  # fmt: skip
    columns = ("Dependency", "What is taken for granted:prose", "What falls when it does not hold:prose")
    if not rows:
        return tag("p", "The page names no external dependency.", class_="not-said")
    complete = _completeness(falls for _control, falls in promises.assumptions)
    return Html(table("External dependencies", columns, rows) + complete)


def defended(promises: Promises, parts: Parts) -> Html:
    """Return the seventh promise: each actor, what they bring about, and which controls make the difference."""
    cards = "".join(_actor(each, parts) for each in promises.defended)
    return Html(f'<div class="cards">{cards}</div>{completeness(str(promises.analysis.by_actor.complete))}')


def _actor(each: Defended, parts: Parts) -> Html:
    scope = "in scope" if each.actor.in_scope else "not in scope"
    stops = ", ".join(
        f'{parts.link("controls", control.id)} <span class="aside">+{weight}</span>'
        for control, weight in each.stopped_by
    )
    facts = (
        ("Open", escaped(each.actor.question.text) if each.actor.question else NOTHING),
        ("Certainly brings about", _brought(each, certain=True, parts=parts)),
        ("Perhaps brings about", _brought(each, certain=False, parts=parts)),
        (
            "What makes the difference",
            Html(stops) if stops else tag("span", "no single control does", class_="aside"),
        ),
    )
    return Html(
        f'<article class="card"><div class="head"><h3>{parts.link("threat-actors", each.actor.id)}</h3>'
        f'<p class="tags"><span class="tag">{scope}</span></p></div>{fact_list(facts)}</article>'
    )


def _brought(each: Defended, *, certain: bool, parts: Parts) -> Html:
    outcomes = each.certain if certain else each.open
    if not outcomes:
        return tag("span", "nothing", class_="aside")
    return Html(f"{sign(certain=certain)}{happening(outcomes, parts)}")


def controls(promises: Promises, parts: Parts) -> Html:
    """Return the eighth promise: each control by what falls with it, and those with which nothing does."""
    strong = [(control, falls) for control, falls in promises.controls if falls.falls]
    rows = [(parts.link("controls", control.id), _falls(promises, parts, falls)) for control, falls in strong]
    bugs = [
        (parts.link("components", control.element), _falls(promises, parts, falls))
        for control, falls in promises.bugs if falls.falls
    ]  # fmt: skip
    relied = [
        (parts.interface(id_), in_a_line(outcomes, parts, most=8))
        for id_, outcomes in promises.relied_on.items()
    ]
    absent = [each for each in parts.grounded.controls.values() if _is_absent(each)]
    return joined((
        tag("h3", "What falls with a single control"),
        table("Controls, by what falls with each", ("Control", "What newly follows when it is degraded:prose"), rows)
        or tag("p", "No single control makes a difference: what falls, falls without.", class_="not-said"),
        _inert(promises, parts),
        _absent(absent, parts),
        tag("h3", "What an interface is relied on for") if relied else "",
        table("What interfaces are relied on for", ("Interface:list", "Keeps from happening:prose"), relied),
        tag("h3", "What a bug in a component lets through") if bugs else "",
        table("What falls with a bug", ("Component", "What newly follows when a bug in it is exploited:prose"), bugs),
        _completeness(falls for _control, falls in (*promises.controls, *promises.bugs)),
    ))  # fmt: skip


def _inert(promises: Promises, parts: Parts) -> Html:
    inert = promises.inert
    if not inert:
        return NOTHING
    links = ", ".join(parts.link("controls", each.id) for each in inert)
    many = "One control" if len(inert) == 1 else f"{len(inert)} controls"
    return Html(
        f"<details class='inert'><summary>{many} with which alone nothing falls</summary>"
        "<p>Either another control stands behind each of them, or what it keeps from happening is not on the page, "
        f"or happens anyway.</p><p>{links}.</p></details>"
    )


def _absent(absent: Sequence[KnownControl], parts: Parts) -> Html:
    if not absent:
        return NOTHING
    rows = [
        f"<li>{parts.link('controls', each.id) if ('controls', each.id) in parts.all else escaped(each.name)}"
        f"{f': {escaped(each.because)}' if each.because else ''}</li>"
        for each in absent
    ]
    return Html(f"<h3>What is not in place</h3><ul>{''.join(rows)}</ul>")


def _is_absent(control: KnownControl) -> bool:
    return control.holding is Holding.ABSENT and control.sort is SortOfControl.CONTROL


def _falls(promises: Promises, parts: Parts, falls: WhatFalls) -> Html:
    return fallen(falls.falls, promises.analysis.actors, parts) or _NOTHING_FALLS


def _completeness(falls: Iterable[WhatFalls]) -> Html:
    """Return the least complete of several answers."""
    words = dict.fromkeys(each.complete for each in falls)
    return joined(completeness(word) for word in words if word not in {"", "complete"}) or (
        completeness("complete") if words else NOTHING
    )
