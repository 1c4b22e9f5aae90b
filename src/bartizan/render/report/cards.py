"""The list beside the diagram: each part of a page with what is known of it, what falls with it, and the threats there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bartizan.render.page.tables import tags_of
from bartizan.render.report.facts import Fact, fact_list, said_of, word
from bartizan.render.report.listed import Listed
from bartizan.render.report.markup import NOTHING, Html, escaped, joined, tag
from bartizan.render.report.outcomes import counted, fallen, in_a_line, sign
from bartizan.render.report.parts import SECTIONS, Part, Parts
from bartizan.render.report.what_ifs import WhatIf
from bartizan.rules.answers.promises import Promises, holding_word
from bartizan.rules.answers.threats import Status
from bartizan.rules.facts.of_controls import KnownControl

MOST_THREATS = 3
"""As many threats stand in a card; all of them are in the list of threats."""


def card_lists(
    promises: Promises,
    parts: Parts,
    scenarios: Mapping[tuple[str, str], Sequence[WhatIf]],
    listed: Sequence[Listed],
) -> Html:
    """Return a list for each section of the page, of parts that open."""
    there: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for each in listed:
        for key in each.about:
            there[key].append(each)
    lists = []
    for section, title in SECTIONS.items():
        some = [part for part in parts.all.values() if part.section == section]
        if some:
            cards = [
                _card(promises, parts, part, scenarios.get((section, part.id), ()), there) for part in some
            ]
            head = f'<summary>{title} <span class="aside">{len(some)}</span></summary>'
            is_open = " open" if section == "components" else ""
            lists.append(f'<details class="parts"{is_open}>{head}{"".join(cards)}</details>')
    return Html("".join(lists))


def what_if_id(part: Part, number: int) -> str:
    """Return the id that one of a part's what-ifs has in the report; no anchor of a part can hold its middle sign."""
    return f"{part.anchor}~{number}"


def _card(
    promises: Promises, parts: Parts, part: Part, scenarios: Sequence[WhatIf],
    there: Mapping[tuple[str, str], Sequence[Listed]],
) -> Html:  # fmt: skip
    element = _element(promises, part)
    tags = joined((word(each) for each in tags_of(element)), " ") if element else NOTHING
    facts = fact_list(_facts(promises, parts, part, element))
    ifs = "".join(_what_if(promises, parts, part, at, each) for at, each in enumerate(scenarios, 1))
    threats = _threats(part, there.get((part.section, part.id), ()))
    # The anchor stands inside, so that a browser opens the card of a link that leads to it.
    return Html(
        f'<details class="card-of-part"><summary>{_numbered(promises, part)}<span class="name">{escaped(part.name)}</span> {tags}</summary>'
        f'<div class="body" id="{part.anchor}" tabindex="-1">{facts}{ifs}{threats}</div></details>'
    )


def _numbered(promises: Promises, part: Part) -> str:
    """Return the number of an interface as the diagrams have it."""
    if part.section != "interfaces":
        return ""
    interface = promises.analysis.grounded.view.page.interfaces[part.id]
    return f'<span class="number">{escaped(interface.number or interface.id)}</span> '


def _element(promises: Promises, part: Part) -> Any:
    """Return what the page says of a part; nothing where it is only named, or known without being said."""
    page = promises.analysis.grounded.view.page
    sections: Mapping[str, Mapping[str, Any]] = {
        "components": page.components, "interfaces": page.interfaces, "data-assets": page.data_assets,
        "threat-actors": page.threat_actors, "controls": page.controls, "trust-domains": page.trust_domains,
        "external-dependencies": page.external_dependencies,
    }  # fmt: skip
    return sections[part.section].get(part.id)


def _facts(promises: Promises, parts: Parts, part: Part, element: Any) -> Iterator[Fact]:
    grounded = promises.analysis.grounded
    control = grounded.controls.get(part.id) if part.section == "controls" else None
    if control:
        yield from _of_control(parts, control)
    if part.section == "threat-actors":
        actor = next(each for each in grounded.actors if each.id == part.id)
        if actor.because:
            yield "Why they are here", escaped(actor.because)
        if actor.question:
            yield "Open", escaped(actor.question.text)
    if element:
        yield from (fact for fact in said_of(element, parts.names) if not (control and fact[0] == "State"))
    if part.section == "components":
        yield from _around_component(parts, part.id)
    if part.section == "interfaces" and (relied := promises.relied_on.get(part.id)):
        yield "Relied on against", in_a_line(relied, parts)
    where = parts.written_at([(part.section, part.id)]) if element else NOTHING
    yield "Written at", where


def _of_control(parts: Parts, control: KnownControl) -> Iterator[Fact]:
    yield "State", escaped(holding_word(control))
    if control.because:
        yield "Because", escaped(control.because)
    page = parts.grounded.view.page
    for section, some in (
        ("interfaces", page.interfaces), ("components", page.components),
        ("data-assets", page.data_assets), ("trust-domains", page.trust_domains),
    ):  # fmt: skip
        if control.element in some:
            yield (
                "On",
                parts.interface(control.element)
                if section == "interfaces"
                else parts.link(section, control.element),
            )
            return


def _around_component(parts: Parts, id_: str) -> Iterator[Fact]:
    view = parts.grounded.view
    yield "Listens on", parts.links("interfaces", (each.id for each in view.into.get(id_, ())))
    yield "Opens", parts.links("interfaces", (each.id for each in view.opened_by.get(id_, ())))
    yield (
        "Keeps",
        parts.links("data-assets", dict.fromkeys(asset for _name, asset in view.kept_in.get(id_, ()))),
    )


def _what_if(promises: Promises, parts: Parts, part: Part, number: int, what_if: WhatIf) -> Html:
    certain = sum(each.certain for each in what_if.falls)
    numbers = counted(certain, len(what_if.falls) - certain)
    body = fallen(
        what_if.falls,
        promises.analysis.actors if part.section != "threat-actors" else _only(promises, part),
        parts,
    )
    if not what_if.falls:
        body = tag("p", "Nothing newly follows, as far as these rules see.", class_="aside")
    if what_if.complete not in {"", "complete"}:
        body = Html(body + tag("p", f"Not complete: {what_if.complete}.", class_="complete stopped"))
    is_open = " open" if number == 1 else ""
    return Html(
        f'<details class="what-if" id="{what_if_id(part, number)}" name="{part.anchor}"{is_open}>'
        f'<summary>If {what_if.says}: <span class="aside">{numbers}</span></summary>{body}</details>'
    )


def _only(promises: Promises, part: Part) -> list[Any]:
    return [each for each in promises.analysis.grounded.actors if each.id == part.id]


def _threats(part: Part, there: Sequence[Listed]) -> Html:
    if not there:
        return NOTHING
    certain = sum(each.threat.status is Status.CERTAIN for each in there)
    rows = [
        f'<li>{sign(certain=each.threat.status is Status.CERTAIN)}'
        f'{tag("a", each.says, href=f"#{each.anchor}")}</li>'
        for each in there[:MOST_THREATS]
    ]  # fmt: skip
    more = len(there) - len(rows)
    others = f'<p><a href="#threats" data-about="{part.anchor}">and {more} more</a></p>' if more else ""
    head = f'<h3>Threats here <span class="aside">{counted(certain, len(there) - certain)}</span></h3>'
    return Html(f'<div class="here">{head}<ul>{"".join(rows)}</ul>{others}</div>')
