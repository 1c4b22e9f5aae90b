"""What changed between the answers for two versions of a page: paths opened and closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bartizan.rules.answers.promises import Promises
from bartizan.rules.answers.threats import Status, Threat
from bartizan.rules.threats.ground import Ground


@dataclass(frozen=True, slots=True)
class Reached:
    """Something that an actor brings about, by their ids, so that two versions can be compared."""

    actor: str
    fact: Ground
    certain: bool
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The difference between two versions."""

    opened: tuple[Reached, ...]
    """What somebody brings about now and did not before, what is certain and weighty first."""
    closed: tuple[Reached, ...]
    surer: tuple[Reached, ...]
    """What was open and is certain now."""
    less_sure: tuple[Reached, ...]
    """What was certain and is only open now."""
    new_threats: tuple[Threat, ...]
    gone_threats: tuple[Threat, ...]
    now_certain: tuple[Threat, ...]
    """Threats that were open and are certain now."""

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any(
            (
                self.opened,
                self.closed,
                self.surer,
                self.less_sure,
                self.new_threats,
                self.gone_threats,
                self.now_certain,
            )
        )


def compare(old: Promises, new: Promises) -> Compared:
    """Return what changed from `old` to `new`; ids are the same where the page's are."""
    before, after = _reached(old), _reached(new)
    was, now = {each.id: each for each in old.threats}, {each.id: each for each in new.threats}
    return Compared(
        opened=_ranked(after[key] for key in after.keys() - before.keys()),
        closed=_ranked(before[key] for key in before.keys() - after.keys()),
        surer=_ranked(after[key] for key in after.keys() & before.keys() if after[key].certain > before[key].certain),
        less_sure=_ranked(after[key] for key in after.keys() & before.keys() if after[key].certain < before[key].certain),
        new_threats=tuple(each for id_, each in now.items() if id_ not in was),
        gone_threats=tuple(each for id_, each in was.items() if id_ not in now),
        now_certain=tuple(
            each for id_, each in now.items()
            if id_ in was and each.status is Status.CERTAIN and was[id_].status is not Status.CERTAIN
        ),
    )  # fmt: skip


def _reached(promises: Promises) -> dict[tuple[str, Ground], Reached]:
    found = {}
    for risk in promises.at_risk:
        for certain, actors in ((True, risk.certain_for), (False, risk.open_for)):
            for actor in actors:
                found[actor.id, risk.outcome.fact] = Reached(
                    actor.id, risk.outcome.fact, certain, risk.outcome.weight
                )
    return found


def _ranked(reached: Iterable[Reached]) -> tuple[Reached, ...]:
    return tuple(sorted(reached, key=lambda each: (not each.certain, -each.weight, each.fact, each.actor)))
