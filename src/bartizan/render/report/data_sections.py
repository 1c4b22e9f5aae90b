"""The promises about ways in and data: entry points, assets at risk, where data is kept, how it travels and changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bartizan.knowledge.levels import level
from bartizan.model.names import display_name
from bartizan.render.report.markup import NOTHING, Html, escaped, joined, tag
from bartizan.render.report.outcomes import HEADS, actors, completeness, sign
from bartizan.render.report.parts import Parts
from bartizan.render.report.tables import NOT_SAID, table
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.promises import AtRisk, Kept, Promises, Travel, holding_word
from bartizan.rules.facts.of_controls import Holding, KnownControl

WAYS = {"request": "→ request", "response": "← response", "in-flight": "↔ either way"}
"""What a way is called, seen from the requestor."""


def entry_points(promises: Promises, parts: Parts) -> Html:
    """Return the first promise: where somebody from outside can come in."""
    everybody = promises.analysis.actors
    rows = [
        (
            parts.interface(each.interface.id),
            escaped(each.because),
            actors(each.reached_by, everybody, parts),
            actors(each.perhaps_by, everybody, parts),
            parts.links("data-assets", each.untrusted),
        )
        for each in promises.entry_points
    ]
    columns = ("Interface", "Why it is one:prose", "Reached by", "Perhaps by", "Data that comes in:list")
    return _or_none(
        Html(table("Entry points", columns, rows) + completeness(str(promises.analysis.by_actor.complete)))
        if rows
        else NOTHING,
        "No interface is known to be reachable from outside of the service's own trust domains.",
    )


def at_risk(promises: Promises, parts: Parts) -> Html:
    """Return the second promise: what can happen to each data asset and component, through whom, and how deep it is defended."""
    found: dict[str, list[AtRisk]] = defaultdict(list)
    for each in promises.at_risk:
        found[each.outcome.element].append(each)
    page = parts.grounded.view.page
    assets = {id_: found[id_] for id_ in found if id_ in page.data_assets or not id_}
    others = {id_: found[id_] for id_ in found if id_ not in assets}
    columns = ("Data asset", "Confidentiality:list", "Integrity:list", "Availability:list")
    rows = [
        (
            _rated(parts, id_),
            *(_risks(promises, parts, [r for r in risks if r.outcome.breach.of == of]) for of in _PROPERTIES),
        )
        for id_, risks in assets.items()
    ]
    more = [(parts.element(id_), _risks(promises, parts, risks)) for id_, risks in others.items()]
    safe = [id_ for id_ in page.data_assets if id_ not in found]
    return _or_none(
        joined((
            table("Data assets at risk", columns, rows),
            table("Components at risk", ("Component", "What can happen:list"), more),
            _rest("Nobody gets to these, as far as the page tells: ", parts.links("data-assets", safe)),
            tag("p", _DEPTH, class_="aside") if rows or more else "",
            completeness(str(promises.analysis.by_actor.complete)) if rows or more else "",
        )),
        "Nothing on the page is at risk, as far as these rules see.",
    )  # fmt: skip


_PROPERTIES = ("confidentiality", "integrity", "availability")
_DEPTH = (
    "How deep the defence is: how many controls, assumptions or unsaid things must fail at least until it happens. "
    "Sets of more than two were not looked for."
)


def _rated(parts: Parts, asset: str) -> Html:
    """Return a data asset with how much each of its properties matters, where the page says so."""
    element = parts.grounded.view.page.data_assets.get(asset)
    if element is None:
        return parts.element(asset)
    said = [(of, level(getattr(element, of))) for of in _PROPERTIES]
    rated = ", ".join(f"{of[0].upper()} {each.name}" for of, each in said if each)
    return joined((parts.element(asset), tag("p", rated, class_="aside") if rated else ""))


def _risks(promises: Promises, parts: Parts, risks: Sequence[AtRisk]) -> Html:
    """Return what can happen, each with its mark, through whom and how deep the defence is."""
    there = {risk.outcome.breach for risk in risks}
    everybody = promises.analysis.actors
    lines = []
    for risk in risks:
        breach = risk.outcome.breach
        if breach.whole in there or (breach is Breach.UNAVAILABLE and Breach.LOST in there):
            continue
        for certain, some in ((True, risk.certain_for), (False, risk.open_for)):
            if some:
                whom = [f"through {actors(some, everybody, parts)}"] if len(everybody) > 1 else []
                quiet = " · ".join(filter(None, (*whom, "" if certain else _depth(risk.depth))))
                beside = f'<span class="depth">{quiet}</span>' if quiet else ""
                lines.append(f"<li>{sign(certain=certain)}{HEADS[breach].lower()}{beside}</li>")
    return Html(f'<ul class="risks">{"".join(lines)}</ul>') if lines else NOTHING


def _depth(depth: int | None) -> str:
    """Return how deep the defence is; nothing where the only question is who attacks."""
    if depth is None:
        return "more than two things must fail"
    return {0: "", 1: "one thing must fail", 2: "two things must fail"}.get(
        depth, f"{depth} things must fail"
    )


def kept(promises: Promises, parts: Parts) -> Html:
    """Return the third promise: each copy of each data asset at rest, how it is protected, and where it lies in the clear."""
    rows = [
        (
            parts.element(each.asset),
            parts.link("components", each.store) if each.store else NOT_SAID,
            _protection(each.encryption, _clear(each)),
            _protection(each.integrity, ""),
            parts.links("data-assets", each.keys),
            NOT_SAID if each.extractable is None else escaped("yes" if each.extractable else "no"),
        )
        for each in promises.kept
    ]
    columns = (
        "Data asset",
        "Kept in",
        "Encryption at rest:list",
        "Integrity at rest",
        "Keys:list",
        "Can be taken out",
    )
    wide = len(columns) if any(each.extractable is not None for each in promises.kept) else -1
    return _or_none(
        joined((
            table("Where data is persisted", columns[:wide], [row[:wide] for row in rows]),
            _rest("Not said whether and where: ", parts.links("data-assets", promises.nowhere_said)),
        )),
        "The page names no data asset that is kept anywhere.",
    )  # fmt: skip


def _clear(each: Kept) -> str:
    """Return a warning where a copy lies in the clear, or may."""
    if each.encryption is None or each.encryption.holding is Holding.IN_PLACE:
        return ""
    return "in the clear" if each.encryption.holding is Holding.ABSENT else "perhaps in the clear"


def _protection(control: KnownControl | None, warning: str) -> Html:
    holds = holding_word(control)
    mark = {Holding.ABSENT: " certain", Holding.UNSAID: " open"}.get(control.holding, "") if control else ""
    word = tag("span", holds, class_=f"holding{mark}" if holds != "not looked at" else "unasked")
    return Html(f'{word}<span class="warning">{escaped(warning)}</span>') if warning else word


def travels(promises: Promises, parts: Parts) -> Html:
    """Return the fourth promise: over which interfaces each data asset goes, and in which use cases."""
    cases = parts.grounded.view.page.use_cases
    rows = [
        (
            parts.element(each.asset) if number == 0 else Html(f'<span class="again">{parts.element(each.asset)}</span>'),
            parts.interface(each.interface.id),
            escaped(WAYS.get(each.way, each.way)),
            _protection(each.encryption, ""),
            parts.links("data-assets", each.keys),
            escaped(", ".join(display_name(cases[case]) for case in each.use_cases)),
        )
        for some in _by_asset(promises.travels) for number, each in enumerate(some)
    ]  # fmt: skip
    moved = {each.asset for each in promises.travels}
    still = [id_ for id_ in parts.grounded.view.page.data_assets if id_ not in moved]
    columns = (
        "Data asset",
        "Interface:list",
        "Way",
        "Encryption",
        "Besides encrypted with:list",
        "Use cases:list",
    )
    return _or_none(
        joined((
            table("How data travels", columns, rows),
            _rest("No interface is said to carry ", parts.links("data-assets", still)),
        )),
        "The page names no data asset that travels.",
    )  # fmt: skip


def _by_asset(travels: Sequence[Travel]) -> list[list[Travel]]:
    found: dict[str, list[Travel]] = defaultdict(list)
    for each in travels:
        found[each.asset].append(each)
    return list(found.values())


def formats(promises: Promises, parts: Parts) -> Html:
    """Return the fifth promise: formats and transformations, and who parses what comes from outside."""
    parsed = [
        (
            parts.link("components", each.component),
            parts.interface(each.interface.id),
            parts.element(each.asset),
            escaped(each.format) if each.format else NOT_SAID,
        )
        for each in promises.parsed
    ]
    changed = [
        (
            parts.element(asset),
            escaped(format_) if format_ else NOT_SAID,
            escaped("; ".join(changes)) if changes else NOT_SAID,
        )
        for asset, format_, changes in promises.transformed
    ]
    silent = [
        id_
        for id_ in parts.grounded.view.page.data_assets
        if id_ not in {each[0] for each in promises.transformed}
    ]
    return _or_none(
        joined((
            tag("h3", "Who parses what comes from outside") if parsed else "",
            table("Parsers of untrusted data", ("Component", "Interface:list", "Data", "Format"), parsed),
            tag("h3", "Formats and transformations") if changed else "",
            table("Formats and transformations", ("Data asset", "Format", "Transformations:prose"), changed),
            _rest("Neither a format nor a transformation is said of ", parts.links("data-assets", silent)),
        )),
        "The page names no data asset, and so no format.",
    )  # fmt: skip


def _rest(says: str, them: Html) -> Html:
    return Html(f'<p class="silent">{says}{them}.</p>') if them else NOTHING


def _or_none(html: Html, otherwise: str) -> Html:
    return html or tag("p", otherwise, class_="not-said")
