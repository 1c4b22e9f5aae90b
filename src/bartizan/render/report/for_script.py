"""What the script of a report needs to know: ids and relations only, every word stands in the report itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bartizan.render.report.cards import what_if_id
from bartizan.render.report.listed import Kind
from bartizan.render.report.markup import Html
from bartizan.render.report.outcomes import marks
from bartizan.render.report.parts import Parts
from bartizan.render.report.what_ifs import WhatIf
from bartizan.rules.answers.threats import Status

OWN = ("components", "interfaces", "trust-domains")
"""The sections whose elements are on the diagrams themselves, and can be chosen there."""


def for_script(
    parts: Parts, scenarios: Mapping[tuple[str, str], Sequence[WhatIf]], kinds: Sequence[Kind]
) -> Html:
    """Return a data block: what is drawn for each part, what each what-if marks, and by what threats are filtered.

    `drawn` names everything on the diagrams; all else refers to it by number.
    """
    numbers: dict[str, int] = {}

    def numbered(keys: Sequence[str]) -> list[int]:
        return [numbers.setdefault(key, len(numbers)) for key in keys]

    shown = {part.anchor: numbered(part.shown) for part in parts.all.values()}
    near = {part.anchor: numbered(part.near) for part in parts.all.values() if part.near}
    owners = {
        numbers[part.shown[0]]: part.anchor
        for part in parts.all.values()
        if part.section in OWN and part.shown
    }
    what_ifs = {}
    for key, some in scenarios.items():
        for number, what_if in enumerate(some, 1):
            certain = marks((fall.outcome for fall in what_if.falls if fall.certain), parts)
            open_ = [each for each in marks((f.outcome for f in what_if.falls), parts) if each not in certain]
            what_ifs[what_if_id(parts.all[key], number)] = [numbered(certain), numbered(open_)]
    threats = {}
    for kind in kinds:
        letter = kind.rule.stride.letter if kind.rule.stride else ""
        for each in kind.threats:
            threat = each.threat
            whom = [
                parts.all["threat-actors", actor.id].anchor
                for actor in (*threat.certain_for, *threat.open_for)
            ]
            about = [parts.all[key].anchor for key in each.about]
            certain_ = threat.status is Status.CERTAIN
            threats[each.anchor] = [int(certain_), letter, about, whom, numbered(each.path)]
    return data_block(
        {
            "shown": shown,
            "ifs": what_ifs,
            "threats": threats,
            "near": near,
            "owners": owners,
            "drawn": list(numbers),
        }
    )


def data_block(data: object) -> Html:
    """Return data as JSON in an element that no browser runs, and that no text within can end."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    # Half of a surrogate pair cannot be written in any file; JSON has another spelling for it.
    text = (
        "".join(f"\\u{ord(each):04x}" if "\ud800" <= each <= "\udfff" else each for each in text)
        if not text.isascii()
        else text
    )
    return Html(f'<script type="application/json" id="data">{text}</script>')
