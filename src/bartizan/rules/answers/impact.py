"""What the failure of a data asset means: alone, together with one more thing, and what the architect wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.outcome import Outcome, shortened
from bartizan.rules.facts.of_controls import Holding, Sort
from bartizan.rules.threats.ground import Ground

PROPERTIES = ("integrity", "confidentiality", "availability")
"""In the order of the Barbican page's own analysis."""
_FAILURE = {"confidentiality": "knows", "integrity": "alters", "availability": "denies"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetFailure:
    """One property of one data asset fails."""

    asset: str
    property: str
    written: str
    """The architect's words; empty where there are none."""
    alone: tuple[Outcome, ...]
    """What newly follows, whoever in scope attacks, with everything that is not said in place."""
    together: tuple[tuple[Ground, tuple[Outcome, ...]], ...]
    """What one more thing adds: a control degraded, something unsaid, a place where an attacker stands."""
    contradicts: str
    """A question, where the words and what follows do not go together."""
    all_pairs: bool
    """Whether combinations were tried: on a very large page they are not."""


def impact_of(analysis: Analysis) -> tuple[AssetFailure, ...]:
    """Return what each failure of each data asset means.

    Alone: for those who attack, where they stand. Together: for somebody who can send traffic everywhere, with one more
    thing that fails or is not said.
    """
    grounded = analysis.grounded
    failures = {
        (asset, each): number for asset in grounded.view.page.data_assets for each in PROPERTIES
        if (number := grounded.number((_FAILURE[each], asset))) is not None
    }  # fmt: skip
    footholds = grounded.numbers([("at", domain) for domain in grounded.view.all_domains])
    anywhere = (*analysis.sure_actors, *footholds)
    more = _more(analysis, failures)
    outcomes = analysis.outcome_at
    alone = _alone(analysis, tuple(failures.values()))
    nearby = analysis.sweep(anywhere, [(n,) for n in failures.values()]).newly_in_each(outcomes)
    itself = [
        set(each) for each in analysis.sweep(anywhere, [(n,) for n in more.values()]).newly_in_each(outcomes)
    ]
    all_pairs = len(failures) * len(more) <= PAIRS_AT_MOST
    scenarios = [(n, m) for n in failures.values() for m in more.values()] if all_pairs else []
    pairs = analysis.sweep(anywhere, scenarios).newly_in_each(outcomes)
    found = []
    for at, (asset, each) in enumerate(failures):
        own = {_FAILURE[each], f"{_FAILURE[each]}-one"}
        fresh = {n for n, o in outcomes.items() if not (o.element == asset and o.breach.value in own)}
        known = alone[at] & fresh
        together: list[tuple[Ground, tuple[Outcome, ...]]] = []
        if near := (set(nearby[at]) & fresh) - known:
            together.append((_ANYWHERE, _shortened(analysis, near)))
        for offset, name in enumerate(more if all_pairs else ()):
            added = (set(pairs[at * len(more) + offset]) & fresh) - known - set(nearby[at]) - itself[offset]
            if added:
                together.append((name, _shortened(analysis, added)))
        shown = _shortened(analysis, known)
        written = _written(analysis, asset, each)
        found.append(AssetFailure(
            asset=asset, property=each, written=written, alone=shown, together=tuple(together),
            contradicts=_contradiction(analysis, asset, each, written, shown, bool(together) or not all_pairs),
                all_pairs=all_pairs,
        ))  # fmt: skip
    return tuple(found)


def _alone(analysis: Analysis, failures: Sequence[int]) -> list[set[int]]:
    """Return what newly follows from each failure for anybody who attacks, each of them alone and all together.

    What one of them has anyway is new to another one: somebody more who attacks never makes a failure harmless.
    """
    outcomes = analysis.outcome_at
    found: list[set[int]] = [set() for _ in failures]
    alone = [analysis.acts(actor) for actor in analysis.actors if actor.question is None]
    for attackers in (*alone, analysis.sure_actors):
        lanes = analysis.sweep(attackers, [(number,) for number in failures])
        for known, fresh in zip(found, lanes.newly_in_each(outcomes), strict=True):
            known.update(fresh)
    return found


PAIRS_AT_MOST = 60_000
"""Of how many pairs of a failure and one more thing it is worked out what follows; on larger pages of none, which is said."""

_ANYWHERE: Ground = ("everywhere",)
"""Stands for somebody who can send traffic in each trust domain."""


def _more(analysis: Analysis, failures: Mapping[tuple[str, str], int]) -> dict[Ground, int]:
    """Return what may come together with a failure: each control, each plain question, each other failure."""
    grounded = analysis.grounded
    controls = [
        ("degraded", c.id) for c in grounded.controls.values()
        if c.holding is not Holding.ABSENT and c.sort is Sort.CONTROL
    ]  # fmt: skip
    asked = sorted(fact for fact in grounded.unsaid if fact[0] not in {"degraded", "acts"})
    others = [(_FAILURE[each], asset) for asset, each in failures]
    return {
        fact: number for fact in (*others, *controls, *asked) if (number := grounded.number(fact)) is not None
    }


def _shortened(analysis: Analysis, numbers: Iterable[int]) -> tuple[Outcome, ...]:
    return shortened(analysis.outcome_at[number] for number in numbers)


def _written(analysis: Analysis, asset: str, of: str) -> str:
    impact = analysis.grounded.view.page.data_assets[asset].impact
    return (getattr(impact, of) if impact else None) or ""


_NOTHING = (
    "unaffected",
    "no impact",
    "little impact",
    "not affected",
    "minimal",
    "harmless",
    "no effect",
    "negligible",
)


def _contradiction(
    analysis: Analysis, asset: str, of: str, written: str, alone: tuple[Outcome, ...], together: bool
) -> str:
    """Return a question where the architect says that nothing happens and something does, or the other way round."""
    if not written:
        return ""
    says_nothing = any(word in written.lower() for word in _NOTHING)
    name = analysis.grounded.view.name(asset)
    if says_nothing and alone:
        return f"The page says that little happens when {of} of {name} fails, but something follows from the page itself: which is right?"
    if not says_nothing and not alone and not together:
        return f"The page describes what happens when {of} of {name} fails, but nothing on the page leads there: what is missing?"
    return ""
