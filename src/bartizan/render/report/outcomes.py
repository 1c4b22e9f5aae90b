"""What an attack brings about, in few words: what is disclosed, altered, not available, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bartizan.render.report.markup import NOTHING, Html, escaped, tag
from bartizan.render.report.parts import Parts, kept_in
from bartizan.rules.answers.falls import Fall
from bartizan.rules.answers.outcome import Breach, Outcome, shortened
from bartizan.rules.facts.of_actors import Actor

HEADS = {
    Breach.LEARNED: "Disclosed",
    Breach.LEARNED_IN_PART: "Disclosed, of some holders",
    Breach.ALTERED: "Altered",
    Breach.ALTERED_IN_PART: "Altered, of some holders",
    Breach.UNAVAILABLE: "Not available",
    Breach.UNAVAILABLE_IN_PART: "Not available, of some holders",
    Breach.LOST: "Lost for good",
    Breach.TAKEN_OVER: "Taken over",
    Breach.STOPPED: "Out of work",
    Breach.SCRIPTED: "Scripts run in",
    Breach.UNATTRIBUTED: "Cannot be attributed in",
    Breach.ANYTHING_LEARNED: "Disclosed",
    Breach.ANYTHING_ALTERED: "Altered",
}
"""What stands before the elements to which it happens."""

CERTAIN = Html('<span class="sign certain"><b aria-hidden="true">!</b>certain</span>')
OPEN = Html('<span class="sign open"><b aria-hidden="true">?</b>open</span>')


def sign(*, certain: bool) -> Html:
    """Return the mark of what is certain or open: a word and a shape besides its colour."""
    return CERTAIN if certain else OPEN


def happening(outcomes: Iterable[Outcome], parts: Parts) -> Html:
    """Return outcomes as a list: for each thing that can happen, the elements to which it does."""
    found: dict[str, list[str]] = {head: [] for head in HEADS.values()}
    for outcome in shortened(outcomes):
        found[HEADS[outcome.breach]].append(outcome.element)
    rows = [
        f"<div><dt>{head}</dt><dd>{', '.join([parts.element(each) for each in elements])}</dd></div>"
        for head, elements in found.items() if elements
    ]  # fmt: skip
    return Html(f'<dl class="outcomes">{"".join(rows)}</dl>') if rows else NOTHING


def in_a_line(outcomes: Iterable[Outcome], parts: Parts, most: int = 3) -> Html:
    """Return the first elements with what happens to each, and how many more there are."""
    found: dict[str, list[str]] = {}
    for each in shortened(outcomes):
        found.setdefault(each.element, []).append(HEADS[each.breach].lower())
    shown = [f"{parts.element(id_)} ({', '.join(happens)})" for id_, happens in list(found.items())[:most]]
    left = len(found) - len(shown)
    more = f", and {left} more" if left else ""
    return Html(", ".join(shown) + more)


def fallen(falls: Sequence[Fall], everybody: Sequence[Actor], parts: Parts) -> Html:
    """Return what newly follows: what is certain first, apart for different actors where it is not for all of them."""
    groups: dict[tuple[bool, tuple[str, ...]], list[Outcome]] = {}
    for fall in falls:
        groups.setdefault((fall.certain, tuple(each.id for each in fall.actors)), []).append(fall.outcome)
    everyone = tuple(each.id for each in everybody)
    return Html("".join([
        _group(outcomes, certain=certain, whom=() if actors == everyone else actors, parts=parts)
        for (certain, actors), outcomes in sorted(groups.items(), key=lambda each: not each[0][0])
    ]))  # fmt: skip


def _group(outcomes: list[Outcome], *, certain: bool, whom: tuple[str, ...], parts: Parts) -> Html:
    whose = f" through {parts.links('threat-actors', whom)}" if whom else ""
    kind = "certain" if certain else "open"
    return Html(
        f'<div class="fall {kind}"><p>{sign(certain=certain)}{whose}</p>{happening(outcomes, parts)}</div>'
    )


def counted(certain: int, open_: int) -> str:
    """Return how many of each there are, in words."""
    if not (certain or open_):
        return "nothing"
    return ", ".join(f"{count} {kind}" for count, kind in ((certain, "certain"), (open_, "open")) if count)


def marks(outcomes: Iterable[Outcome], parts: Parts) -> list[str]:
    """Return what to mark on the diagrams: each component to which something happens, or that keeps what it happens to."""
    found: dict[str, None] = {}
    for outcome in outcomes:
        if outcome.element in parts.grounded.view.page.data_assets:
            found |= dict.fromkeys(kept_in(parts.grounded, outcome.element))
        elif outcome.element:
            found[f"component {outcome.element}"] = None
    return list(found)


def actors(some: Sequence[Actor], everybody: Sequence[Actor], parts: Parts) -> Html:
    """Return who it is, in words; `everybody` where it is all of several."""
    if len(some) == len(everybody) > 1:
        return escaped("everybody")
    return parts.links("threat-actors", (each.id for each in some))


def completeness(word: str) -> Html:
    """Return how much of an answer is there: quietly where nothing is missing."""
    if word in {"", "complete"}:  # empty where there was nobody to ask about
        return tag(
            "p", "Complete: there is no more of this kind to be found by these rules.", class_="complete"
        )
    return tag(
        "p",
        f"Not complete: {word}. What is not listed is not known, and never a no.",
        class_="complete stopped",
    )
