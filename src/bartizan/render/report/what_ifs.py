"""What falls when each part of a page does: a component taken over, a control degraded, an asset disclosed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bartizan.render.report.parts import Part, Parts, listed_controls
from bartizan.rules.answers.falls import Fall, WhatFalls, what_falls
from bartizan.rules.answers.promises import Promises
from bartizan.rules.facts.of_controls import Holding
from bartizan.rules.threats.ground import Ground


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One thing that may happen to a part, and what newly follows from it."""

    says: str
    """What happens, as it can stand behind "if": `it is taken over`."""
    given: tuple[Ground, ...]
    falls: tuple[Fall, ...]
    complete: str
    """How much of the answer is there."""


def what_ifs(promises: Promises, parts: Parts) -> dict[tuple[str, str], tuple[WhatIf, ...]]:
    """Return for each part, by section and id, what may happen to it; all of them in one sweep."""
    asked = [
        (part, says, given) for part in parts.all.values() for says, given in _asked(promises, parts, part)
    ]
    known = _known(promises)
    open_ = [given for _part, _says, given in asked if given not in known]
    answers = dict(zip(open_, what_falls(promises.analysis, open_), strict=True)) if open_ else {}
    found: dict[tuple[str, str], list[WhatIf]] = defaultdict(list)
    for part, says, given in asked:
        answer = known.get(given) or answers[given]
        found[part.section, part.id].append(WhatIf(says, given, answer.falls, answer.complete))
    for defended in promises.defended:
        acts = [Fall(each, (defended.actor,), certain=True) for each in defended.certain]
        acts += [Fall(each, (defended.actor,), certain=False) for each in defended.open]
        complete = str(promises.analysis.by_actor.complete)
        what_if = WhatIf("they attack", (("acts", defended.actor.id),), tuple(acts), complete)
        found["threat-actors", defended.actor.id].append(what_if)
    return {key: tuple(each) for key, each in found.items()}


def _known(promises: Promises) -> Mapping[tuple[Ground, ...], WhatFalls]:
    """Return what the answers have worked out already, by what was given."""
    worked_out: Sequence[WhatFalls] = [
        falls for _control, falls in (*promises.controls, *promises.assumptions)
    ]
    return {each.given: each for each in worked_out}


def _asked(promises: Promises, parts: Parts, part: Part) -> Iterator[tuple[str, tuple[Ground, ...]]]:
    """Yield what may happen to a part, in words and as facts; nothing of which no rule speaks."""
    number = promises.analysis.grounded.number
    for says, *facts in _possible(parts, part):
        given = tuple(fact for fact in facts if number(fact) is not None)
        if given:
            yield says, given


def _possible(parts: Parts, part: Part) -> Iterator[tuple[str, *tuple[Ground, ...]]]:
    id_ = part.id
    match part.section:
        case "components":
            yield "it is taken over", ("owns", id_)
            yield "it does not work", ("down", id_)
        case "interfaces":
            here = [each for each in listed_controls(parts.grounded) if _stands_on(parts, each.id, id_)]
            held = [("degraded", each.id) for each in here if each.holding is Holding.IN_PLACE]
            yield "no control on it holds any more", *held
        case "data-assets":
            yield "it is altered", ("alters", id_)
            yield "it is disclosed", ("knows", id_)
            yield "it is not available", ("denies", id_)
        case "controls":
            if parts.grounded.controls[id_].holding is Holding.IN_PLACE:
                yield "it is degraded", ("degraded", id_)
        case "external-dependencies":
            yield "what is assumed of it does not hold", ("degraded", f"{id_}/assumption")
        case "trust-domains":
            yield "somebody gets into it", ("at", id_)
        case _:
            return


def _stands_on(parts: Parts, control: str, element: str) -> bool:
    declared = parts.grounded.view.page.controls.get(control)
    return control.partition("/")[0] == element or bool(declared and element in declared.stands_on)
