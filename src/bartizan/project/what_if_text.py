"""Answers a question about an analysed page to a person: why, what if a control degrades, what if a component falls."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Sequence

from bartizan.project.analyse import Analysed
from bartizan.project.analysis_text import falls_lines
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
from bartizan.project.onward import Onward
from bartizan.project.what_if import Compromise, Degraded, causes_degraded, shared_with
from bartizan.rules.answers.promises import holding_word
from bartizan.rules.answers.threats import Threat
from bartizan.rules.answers.why import Sentence
from bartizan.rules.answers.words import filled, step_in_words
from bartizan.rules.facts.of_controls import KnownControl
from bartizan.rules.facts.of_network import said_as
from bartizan.rules.facts.of_storage import called


def proof_in_text(analysed: Analysed, title: str, sentences: Sequence[Sentence]) -> str:
    """Return a proof as numbered sentences, each with what it rests on and where that is written."""
    lines = [title]
    for each in sentences:
        text = (
            f"{each.text}: {each.because}"
            if each.because and each.because.lower() not in each.text.lower()
            else each.text
        )
        rests = f" [from {', '.join(map(str, each.rests_on))}]" if each.rests_on else ""
        mark = "? " if each.supposed else "  "
        places = analysed.places(each.paths)
        lines += textwrap.wrap(
            f"{each.number:3}. {mark}{ended(text)}{rests}", WIDTH, subsequent_indent="       "
        )
        if places:
            lines.append(f"       {', '.join(places[:4])}")
    if any(each.supposed for each in sentences):
        lines += [
            "",
            "  ? is supposed: that it fails, or that it is so because the page does not say otherwise.",
        ]
    return "\n".join(lines)


def threat_in_text(analysed: Analysed, threat: Threat) -> str:
    """Return a threat as the heading of its proof."""
    grounded, rule = analysed.analysis.grounded, threat.instance.rule
    stride = f", {rule.stride.value}" if rule.stride else ""
    lines = wrapped(
        f"{capital(step_in_words(grounded, threat.instance))} ({rule.name}{stride}; {threat.status.value}).",
        0,
        2,
    )
    who = names_of(threat.certain_for) or names_of(threat.open_for)
    lines += wrapped(
        f"For {who}. Leads to: {outcomes_in_words(analysed, threat.leads_to, 8) or 'a step on the way'}.",
        2,
        4,
    )
    if rule.ask:
        lines += wrapped(f"Ask: {filled(grounded, threat.instance, rule.ask)}", 2, 4)
    if rule.advice:
        lines += wrapped(f"Usually helps: {filled(grounded, threat.instance, rule.advice)}", 2, 4)
    if rule.weaknesses:
        lines.append(f"  {', '.join(rule.weaknesses)}")
    return "\n".join([*lines, ""])


def listed_controls(analysed: Analysed) -> str:
    """Return every control that holds, the one first with which most falls."""
    lines = ["Controls that hold, by what falls when each degrades alone"]
    for control, falls in analysed.promises.controls:
        fallen = count(len(falls.falls), "outcome") if falls.falls else "nothing"
        lines.append(f"  {control.id:36}  {fallen:12}  {control.name}")
    causes = causes_degraded(analysed)
    if causes:
        lines += ["", "Causes that several controls share, by what falls when each strikes"]
    for name, fallen_with in causes:
        fallen = count(len(fallen_with.falls.falls), "outcome") if fallen_with.falls.falls else "nothing"
        lines += wrapped(
            f"  {name:36}  {fallen:12}  {listed(each.id for each in fallen_with.controls)}", 0, 54
        )
    return "\n".join(lines)


def degraded_in_text(analysed: Analysed, title: str, fallen: Degraded) -> str:
    """Return what falls when controls degrade together, for a person."""
    lines = [*wrapped(title, 0, 4), *falls_lines(analysed, fallen.falls, every=True)]
    if len(fallen.controls) > 1:
        lines += [
            "  only with all of them together:",
            *falls_lines(analysed, fallen.only_together, every=True),
        ]
    for name, others in shared_with(analysed, fallen.controls):
        lines += wrapped(
            f"  {listed(each.id for each in others)} would fall with it: the page says that they share the cause “{name}”. "
            f"`bartizan degrade {shlex.quote(name)}` lets all of them fall.", 2, 4,
        )  # fmt: skip
    return "\n".join(lines)


def compromise_in_text(analysed: Analysed, found: Compromise, walks: Sequence[Onward]) -> str:
    """Return what an attacker gains who controls a component, for a person."""
    view = analysed.analysis.grounded.view
    lines = [
        f"Whoever controls {view.name(found.component)}:",
        *falls_lines(analysed, found.falls, every=True),
    ]
    if found.stones:
        lines += wrapped(
            f"components that follow, by stepping stones: {listed(map(view.name, found.stones))}", 2, 6
        )
    if found.perhaps:
        lines += wrapped(
            f"components that perhaps follow, as far as the page says: {listed(map(view.name, found.perhaps))}",
            2,
            6,
        )
    lines.append(
        "  leaves the service:" if found.exits else "  does not leave the service, as far as the page says."
    )
    for each in found.exits:
        shown = (
            f"with {listed(map(view.name, each.credentials))}"
            if each.credentials
            else "with nothing that the page names"
        )
        rights = f": {listed(_right(analysed, right) for right in each.rights)}" if each.rights else ""
        unsaid = "" if each.rights_said else " (what that lets do there is not said)"
        sure = "" if each.certain else " perhaps"
        lines += wrapped(
            f"{sure} to {view.name(each.to)} over {listed(said_as(one) for one in each.interfaces)} {shown}{rights}{unsaid}".strip(),
            4,
            8,
        )
    for walk in walks:
        if not walk.analysed:
            lines += wrapped(
                f"{walk.service} has no page in this workspace: what follows there is not known.", 4, 8
            )
            continue
        entered = listed(walk.entered) or "no entry point"
        lines += wrapped(f"In {walk.service} ({walk.page}), let in on interface {entered}:", 4, 8)
        lines += (
            [f"  {line}" for line in falls_lines(walk.analysed, walk.falls, every=True)]
            if walk.falls
            else ["      nothing is entered"]
        )
    return "\n".join(lines)


def _right(analysed: Analysed, right: str) -> str:
    verb, _, target = right.partition(" ")
    view = analysed.analysis.grounded.view
    return (
        right
        if target == "everything"
        else f"{verb} {called(view, target) if '@' in target else view.name(target)}"
    )


def control_in_words(analysed: Analysed, control: KnownControl) -> str:
    """Return a control with where it is said."""
    return f"{control.name} ({holding_word(control)}){at(analysed, control.paths[0])}"
