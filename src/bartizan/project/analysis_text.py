"""Says what follows from a page to a person: in short, or section by section."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from bartizan.project.analyse import Analysed
from bartizan.project.answer_words import (
    WIDTH,
    at,
    capital,
    count,
    ended,
    listed,
    names_of,
    outcomes_in_words,
    wrapped,
)
from bartizan.rules.answers.asked import questions_in_words, to_write
from bartizan.rules.answers.attack_time import attack_time_in_words
from bartizan.rules.answers.falls import Fall, WhatFalls
from bartizan.rules.answers.impact import AssetFailure
from bartizan.rules.answers.outcome import Outcome
from bartizan.rules.answers.promises import holding_word
from bartizan.rules.answers.questions import RankedQuestion
from bartizan.rules.answers.threats import Status, Threat, counted
from bartizan.rules.answers.words import fact_in_words, outcome_in_words, step_in_words
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_network import said_as

FEW = 5
"""How many outcomes are named where not all of them are."""
SHOWN = 12
"""How many threats and questions are named in short."""
WEIGHTS = {0: "-", 1: "low", 2: "medium", 3: "high", 4: "very high"}
"""How a weight is called; `medium` also where nobody has rated it."""

LIMITS = (
    "What is said to follow may be stopped by something the page does not know: it errs on the side of the attacker.",
    "It knows no time and no order of events, and nobody who notices and reacts.",
    "A data asset is one thing, or one for each holder where the page says so: mind which of the two is meant.",
    "What nothing leads to is more likely missing on the page than safe.",
)
"""What every answer leaves out; stands before the answers."""


def limits_of(analysed: Analysed) -> tuple[str, ...]:
    """Return what the answers about a page leave out, and how long an attack was taken to need where that counts."""
    time = attack_time_in_words(analysed.analysis.grounded)
    return (*LIMITS, *((time,) if time else ()))


def in_short(analysed: Analysed) -> str:
    """Return the first page: how much follows, what is sure, what hangs on which answers."""
    lines = [*_headline(analysed), ""]
    certain = [each for each in analysed.threats if each.status is Status.CERTAIN]
    opened = [each for each in analysed.threats if each.status is Status.OPEN and each.leads_to]
    if certain:
        lines += ["Certain, from what the page itself says", *_threats(analysed, certain, SHOWN), ""]
    if opened:
        lines += [
            "Open, if the worst is true of what the page does not say",
            *_threats(analysed, opened, SHOWN),
            "",
        ]
    plain = [each for each in analysed.promises.questions if not each.far]
    if plain:
        lines += ["Questions on whose answers most hangs", *_questions(analysed, plain[:SHOWN])]
        left = analysed.promises.questions[len(plain[:SHOWN]) :]
        if left:
            more = questions_in_words(left, "other")
            lines += [f"  and {more}: bartizan analyse --section questions"]
        lines += [""]
    lines += [
        "Limits",
        *(f"  {line}" for each in limits_of(analysed) for line in textwrap.wrap(each, WIDTH - 2)),
    ]
    return "\n".join(lines)


def _headline(analysed: Analysed) -> Iterator[str]:
    page = analysed.page.architecture
    numbers = counted(analysed.threats)
    name = " ".join(each for each in (page.service or "This page", page.release) if each)
    if not page.components:
        yield f"{name}: nothing was analysed: the page has no components."
        return
    yield (
        f"{name}: {count(numbers[Status.CERTAIN], 'certain threat')}, {numbers[Status.OPEN]} open ones, "
        f"{questions_in_words(analysed.promises.questions)}."
    )
    for each in analysed.analysis.grounded.actors:
        why = f" ({each.because})" if each.because else ""
        scope = "Meant to be defended against" if each.in_scope else "Not meant to be defended against"
        doubt = ", if that is meant" if each.question else ""
        yield from wrapped(f"{scope} {each.name}{doubt}{why}: {_verdict(analysed, each)}", 2, 6)


def _verdict(analysed: Analysed, actor: Actor) -> str:
    """Return how much an actor brings about; where it is nothing, why that is no word of safety."""
    sure, maybe = analysed.promises.brought_about(actor)
    if sure and maybe:
        return f"certainly brings about {count(len(sure), 'thing')}, perhaps {len(maybe)} more."
    if sure:
        return f"certainly brings about {count(len(sure), 'thing')}."
    if maybe:
        return f"perhaps brings about {count(len(maybe), 'thing')}, and nothing for certain."
    if analysed.promises.leads_nowhere(actor):
        return "nothing on the page leads them anywhere, even with every control gone: probably not modelled."
    return "brings about nothing unless something fails of what the page says is in place."


SECTIONS: dict[str, tuple[str, Callable[[Analysed], Iterable[str]]]] = {}
"""Each section by its name: its title, and what says it."""


def section(
    name: str, title: str
) -> Callable[[Callable[[Analysed], Iterable[str]]], Callable[[Analysed], Iterable[str]]]:
    """Note what says a section."""

    def note(function: Callable[[Analysed], Iterable[str]]) -> Callable[[Analysed], Iterable[str]]:
        SECTIONS[name] = (title, function)
        return function

    return note


def whole(analysed: Analysed, names: Sequence[str] = ()) -> str:
    """Return the sections of these names, or all of them."""
    lines = (
        []
        if names
        else [*_headline(analysed), "", "Limits", *(f"  {each}" for each in limits_of(analysed)), ""]
    )
    for name in names or SECTIONS:
        title, say = SECTIONS[name]
        said = list(say(analysed)) or ["  Nothing."]
        lines += [title, *said, ""]
    return "\n".join(lines).rstrip("\n")


@section("entry-points", "1. Entry points")
def _entry_points(analysed: Analysed) -> Iterator[str]:
    view = analysed.analysis.grounded.view
    for each in analysed.promises.entry_points:
        ends = f"{view.name(each.interface.requestor or '?')} → {view.name(each.interface.listener or '?')}"
        yield f"  {said_as(each.interface)}: {ends}; {each.because}{at(analysed, ('interfaces', each.interface.id))}"
        who = names_of(each.reached_by)
        perhaps = names_of(each.perhaps_by)
        if who:
            yield f"      reached by {who}"
        if perhaps:
            yield f"      perhaps reached by {perhaps}"


@section("assets", "2. What is at risk, and from whom")
def _at_risk(analysed: Analysed) -> Iterator[str]:
    grounded = analysed.analysis.grounded
    for each in analysed.promises.at_risk:
        rated = WEIGHTS[each.outcome.weight] if each.outcome.rated else "not rated"
        depth = "more than two" if each.depth is None else each.depth
        who = [f"certain: {names_of(each.certain_for)}"] if each.certain_for else []
        who += [f"open: {names_of(each.open_for)}"] if each.open_for else []
        yield f"  {capital(outcome_in_words(grounded, each.outcome))} [{rated}]: {'; '.join(who)}; things that must fail at least: {depth}"
    for outcome in analysed.promises.not_reachable:
        yield f"  Nothing leads to it that {outcome_in_words(grounded, outcome)}, even with every control gone: probably not modelled."


@section("persistence", "3. Where data is persisted")
def _kept(analysed: Analysed) -> Iterator[str]:
    view = analysed.analysis.grounded.view
    for each in analysed.promises.kept:
        keys = f" with {listed(view.name(key) for key in each.keys)}" if each.keys else ""
        clear = "  IN THE CLEAR" if holding_word(each.encryption) == "absent" else ""
        yield (
            f"  {capital(each.called)}: encryption {holding_word(each.encryption)}{keys}; "
            f"integrity {holding_word(each.integrity)}{clear}{at(analysed, ('data-assets', each.asset, 'persisted'))}"
        )
    for asset in analysed.promises.nowhere_said:
        yield f"  {view.name(asset)}: nothing says where it is kept{at(analysed, ('data-assets', asset))}"


@section("travel", "4. How data travels")
def _travels(analysed: Analysed) -> Iterator[str]:
    view = analysed.analysis.grounded.view
    last = None
    for each in analysed.promises.travels:
        if each.asset != last:
            yield f"  {view.name(each.asset)}"
            last = each.asset
        sealed = f", encrypted with {listed(view.name(key) for key in each.keys)}" if each.keys else ""
        cases = (
            f"; in {listed(view.page.use_cases[c].name or c for c in each.use_cases)}"
            if each.use_cases
            else ""
        )
        ends = f"{view.name(each.interface.requestor or '?')} → {view.name(each.interface.listener or '?')}"
        way = {"response": ", back", "in-flight": ", one way or the other"}.get(each.way, "")
        yield f"      {said_as(each.interface)}: {ends}{way}; encryption {holding_word(each.encryption)}{sealed}{cases}"


@section("formats", "5. Formats, transformations, and who parses what comes from outside")
def _formats(analysed: Analysed) -> Iterator[str]:
    view = analysed.analysis.grounded.view
    for asset, form, changes in analysed.promises.transformed:
        said = [*([f"format {form}"] if form else []), *changes]
        yield f"  {view.name(asset)}: {'; '.join(said)}"
    for each in analysed.promises.parsed:
        form = each.format or "format not said"
        yield f"  {view.name(each.component)} parses {view.name(each.asset)} ({form}) from {said_as(each.interface)}"


@section("dependencies", "6. External dependencies, and what a broken assumption lets through")
def _dependencies(analysed: Analysed) -> Iterator[str]:
    for control, falls in analysed.promises.assumptions:
        said = control.because or "nothing is assumed of it on the page"
        yield f"  {control.name}: {said}{at(analysed, control.paths[0])}"
        yield from falls_lines(analysed, falls)


@section("actors", "7. Whom the service is meant to be defended against, and whom not")
def _actors(analysed: Analysed) -> Iterator[str]:
    for each in analysed.promises.defended:
        scope = "in scope" if each.actor.in_scope else "not in scope"
        yield f"  {each.actor.name} ({scope})"
        yield f"      certainly: {outcomes_in_words(analysed, each.certain) or 'nothing'}"
        yield f"      if the worst is true of what is not said: {len(each.open)} more"
        for control, weight in each.stopped_by[:5]:
            yield f"      stopped by {control.name} (without it: {weight} by weight)"


@section("controls", "8. What falls when a control degrades")
def _controls(analysed: Analysed) -> Iterator[str]:
    for control, falls in analysed.promises.controls:
        if falls.falls:
            yield f"  {control.name}{at(analysed, control.paths[0])}"
            yield from falls_lines(analysed, falls)
    inert = analysed.promises.inert
    if inert:
        names = listed(each.name for each in inert)
        yield from textwrap.wrap(
            f"Changes nothing when degraded alone ({len(inert)}): {names}",
            WIDTH,
            initial_indent="  ",
            subsequent_indent="      ",
        )
    for control, falls in analysed.promises.bugs:
        if falls.falls:
            yield f"  If there is a bug to exploit: {control.name}"
            yield from falls_lines(analysed, falls)
    view = analysed.analysis.grounded.view
    for interface, outcomes in analysed.promises.relied_on.items():
        name = capital(said_as(view.page.interfaces[interface]))
        yield f"  {name} is relied on so that not: {outcomes_in_words(analysed, outcomes)}"


@section("threats", "9. Threats: what may become agreed defects")
def _all_threats(analysed: Analysed) -> Iterator[str]:
    yield from _threats(analysed, analysed.threats, len(analysed.threats))


@section("questions", "Questions, by how much hangs on the answer")
def _all_questions(analysed: Analysed) -> Iterator[str]:
    plain = [each for each in analysed.promises.questions if not each.far]
    far = [each for each in analysed.promises.questions if each.far]
    if not analysed.promises.questions:
        return
    yield from wrapped(
        "The weightiest first; each further question of a kind counts half of the one before it, so that a kind "
        "that is asked often does not fill the list.", 2, 2,
    )  # fmt: skip
    yield from _questions(analysed, plain)
    if far:
        yield "  What pages rarely answer, each supposed alone; what is open above leaves them out"
        yield from _questions(analysed, far, len(plain) + 1)


@section("impact", "Data asset impact analysis")
def _impact(analysed: Analysed) -> Iterator[str]:
    view = analysed.analysis.grounded.view
    time = attack_time_in_words(analysed.analysis.grounded)
    if time and analysed.impact:
        yield f"  {time}"
    last = None
    for each in analysed.impact:
        if each.asset != last:
            yield f"  {view.name(each.asset)}"
            last = each.asset
        yield f"    {each.property.capitalize()} failure impact"
        yield from _one_failure(analysed, each)


def _one_failure(analysed: Analysed, failure: AssetFailure) -> Iterator[str]:
    if failure.written:
        yield from textwrap.wrap(
            f"the page: {' '.join(failure.written.split())}",
            WIDTH,
            initial_indent="      ",
            subsequent_indent="        ",
        )
    yield f"      alone: {outcomes_in_words(analysed, failure.alone) or _nothing(analysed, failure)}"
    for fact, outcomes in failure.together[:6]:
        said = fact_in_words(analysed.analysis.grounded, fact)
        yield f"      and if {said[:1].lower()}{said[1:]}: {outcomes_in_words(analysed, outcomes)}"
    if len(failure.together) > 6:
        yield f"      and {len(failure.together) - 6} more combinations"
    if not failure.all_pairs:
        yield "      combinations: not worked out, there are too many on this page"
    if failure.contradicts:
        yield f"      ? {failure.contradicts}"


def _nothing(analysed: Analysed, failure: AssetFailure) -> str:
    """Return that nothing follows; of a stolen credential that expires or is taken back, how long an attack was taken to need."""
    grounded = analysed.analysis.grounded
    if failure.property != "confidentiality" or failure.asset not in grounded.view.credentials:
        return "nothing follows"
    key = (failure.asset,)
    if key in grounded.rows["works-when-stolen"]:
        return "nothing follows"
    taken_back = key in grounded.rows["works-until-revoked"]
    if not taken_back and not grounded.view.page.data_assets[failure.asset].lifetime:
        return "nothing follows"
    ends = "can be taken back" if taken_back else "expires"
    return f"nothing follows: it {ends} before whoever has stolen it has had {grounded.attack_takes:g} h to use it"


# ---- parts


def _threats(analysed: Analysed, threats: Sequence[Threat], shown: int) -> Iterator[str]:
    """Say threats rule by rule: the weightiest of each in full, of its like only what is different."""
    by_rule: dict[str, list[Threat]] = {}
    for each in threats:
        by_rule.setdefault(each.instance.rule.name, []).append(each)
    for rule, alike in list(by_rule.items())[:shown]:
        yield from _one_threat(analysed, alike[0], rule)
        yield from _like_it(analysed, alike[1:], everything=shown >= len(threats))
    if len(by_rule) > shown:
        left = [each for alike in list(by_rule.values())[shown:] for each in alike]
        yield f"  and {len(left)} more of {len(by_rule) - shown} other kinds: bartizan analyse --section threats"


def _one_threat(analysed: Analysed, threat: Threat, rule: str) -> Iterator[str]:
    grounded = analysed.analysis.grounded
    yield from wrapped(
        f"{threat.id}  {WEIGHTS[threat.weight]:9}  {rule}: {ended(capital(step_in_words(grounded, threat.instance)))}",
        2,
        14,
    )
    if threat.needs and threat.needs[0]:
        first = [_lowered(fact_in_words(grounded, fact)) for fact in threat.needs[0]]
        more = f" (or {count(len(threat.needs) - 1, 'other way')})" if len(threat.needs) > 1 else ""
        yield from wrapped(f"if {'; and '.join(first)}{more}", 14, 17)
    elif threat.status is Status.OPEN and not threat.needs:
        yield " " * 14 + f"if three or more things that are not said are so: bartizan why {threat.id}"
    who = names_of(threat.certain_for) or names_of(threat.open_for)
    yield from wrapped(
        f"{who} → {outcomes_in_words(analysed, threat.leads_to) or 'a step on the way'}", 14, 17
    )


def _like_it(analysed: Analysed, threats: Sequence[Threat], *, everything: bool) -> Iterator[str]:
    grounded = analysed.analysis.grounded
    for each in threats if everything else threats[:2]:
        yield from wrapped(f"{each.id}  {ended(capital(step_in_words(grounded, each.instance)))}", 6, 18)
    if len(threats) > 2 and not everything:
        yield f"      and {len(threats) - 2} more like it"


def _questions(analysed: Analysed, questions: Sequence[RankedQuestion], first: int = 1) -> Iterator[str]:
    for number, each in enumerate(questions, first):
        hangs = len({*each.settles, *each.suffices, *each.helps})
        where = analysed.places(each.answers[:1])
        place = f" ({where[0]})" if where else ""
        key = f" Write `{to_write(each.answers[0])}`{place}." if each.answers else ""
        yield from textwrap.wrap(
            f"{number:3}. {each.text} {count(hangs, 'outcome')} hang{'s' * (hangs == 1)} on it.{key}", WIDTH,
            initial_indent="", subsequent_indent="     ",
        )  # fmt: skip


def falls_lines(analysed: Analysed, falls: WhatFalls, *, every: bool = False) -> Iterator[str]:
    """Yield what falls with something, what is certain first; for each who attacks the first few, or everything."""
    sure, maybe = [f for f in falls.falls if f.certain], [f for f in falls.falls if not f.certain]
    for label, some in (("", sure), ("perhaps also, as far as the page says: ", maybe)):
        if some:
            yield from textwrap.wrap(
                f"{label}{_grouped(analysed, some, every=every)}",
                WIDTH,
                initial_indent=" " * 6,
                subsequent_indent=" " * 8,
            )
    if not falls.falls:
        yield "      nothing"


def _grouped(analysed: Analysed, falls: Sequence[Fall], *, every: bool) -> str:
    by_actors: dict[str, list[Outcome]] = {}
    for fall in falls:
        also = f", perhaps also {names_of(fall.perhaps)}" if fall.perhaps else ""
        by_actors.setdefault(names_of(fall.actors) + also, []).append(fall.outcome)
    return "; ".join(
        f"for {who}: {outcomes_in_words(analysed, outcomes, len(outcomes) if every else FEW)}"
        for who, outcomes in by_actors.items()
    )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
