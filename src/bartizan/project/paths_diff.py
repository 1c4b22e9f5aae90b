"""Says which paths a change of a page opened and closed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bartizan.project.analyse import Analysed
from bartizan.project.answer_words import capital, count, listed
from bartizan.rules.answers.compare import Compared, Reached, compare
from bartizan.rules.answers.outcome import Breach, Outcome
from bartizan.rules.answers.threats import Status, Threat
from bartizan.rules.answers.words import outcome_in_words, step_in_words

LINES = 10
"""How many lines are printed at most, so that they are read."""


def paths_diff(old: Analysed, new: Analysed) -> Compared:
    """Return which paths `new` opened and closed."""
    return compare(old.promises, new.promises)


def as_text(old: Analysed, new: Analysed, found: Compared) -> str:
    """Return the paths opened and closed in ten lines or fewer."""
    if not found:
        return "No path was opened or closed."
    certain = [each for each in found.new_threats if each.status is Status.CERTAIN] + list(found.now_certain)
    opened = [each for each in found.new_threats if each.status is Status.OPEN]
    lines = [
        *_reached(
            new, "opened for certain", [each for each in (*found.opened, *found.surer) if each.certain]
        ),
        *_reached(new, "perhaps opened", [each for each in found.opened if not each.certain]),
        *_reached(old, "closed", found.closed),
        *_reached(new, "no longer certain", found.less_sure),
    ]
    room = LINES - len(lines)
    threats = [
        *(_threat(new, "certain now", each) for each in certain),
        *(_threat(new, "new, open", each) for each in opened),
        *(_threat(old, "gone", each) for each in found.gone_threats),
    ]
    if len(threats) > room:
        left = len(threats) - max(0, room - 1)
        threats = [
            *threats[: max(0, room - 1)],
            f"and {count(left, 'more threat')} that changed; `--format json` lists them",
        ]
    return "\n".join([*lines, *threats][:LINES])


def _reached(analysed: Analysed, label: str, reached: Sequence[Reached]) -> list[str]:
    if not reached:
        return []
    words = [f"{_says(analysed, each)} (for {_actor(analysed, each)})" for each in reached[:2]]
    more = [f"and {len(reached) - 2} more"] if len(reached) > 2 else []
    return [f"{label}: {listed([*words, *more])}"]


def _says(analysed: Analysed, reached: Reached) -> str:
    breach = Breach(reached.fact[0])
    return outcome_in_words(
        analysed.analysis.grounded, Outcome(breach, reached.fact[1], reached.weight, rated=True)
    )


def _actor(analysed: Analysed, reached: Reached) -> str:
    return next(
        (each.name for each in analysed.analysis.grounded.actors if each.id == reached.actor), reached.actor
    )


def _threat(analysed: Analysed, label: str, threat: Threat) -> str:
    return f"{label}: {threat.id} {capital(step_in_words(analysed.analysis.grounded, threat.instance))}"


def as_data(old: Analysed, new: Analysed, found: Compared) -> dict[str, object]:
    """Return the same for programs."""
    return {
        "opened": [_row(new, each) for each in found.opened], "closed": [_row(old, each) for each in found.closed],
        "certain-now": [_row(new, each) for each in found.surer], "no-longer-certain": [_row(new, each) for each in found.less_sure],
        "new-threats": _ids(found.new_threats), "gone-threats": _ids(found.gone_threats), "threats-certain-now": _ids(found.now_certain),
    }  # fmt: skip


def _row(analysed: Analysed, reached: Reached) -> dict[str, object]:
    return {
        "actor": reached.actor, "what": reached.fact[0], "element": reached.fact[1], "certain": reached.certain,
        "says": _says(analysed, reached),
    }  # fmt: skip


def _ids(threats: Iterable[Threat]) -> list[dict[str, str]]:
    return [{"id": each.id, "rule": each.instance.rule.name, "status": each.status.value} for each in threats]


def with_paths(document: str, data: dict[str, object]) -> str:
    """Return a JSON document with the paths beside what else it says."""
    return json.dumps({**json.loads(document), "paths": data}, indent=1, ensure_ascii=False)
