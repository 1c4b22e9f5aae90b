"""The first page: what was found in a few sentences, what to ask first, and the limits of all of it."""

from __future__ import annotations

from bartizan.model.shapes import Flag
from bartizan.render.report.markup import NOTHING, Html, escaped, joined, tag
from bartizan.render.report.outcomes import HEADS
from bartizan.render.report.parts import Parts
from bartizan.render.report.questions import question
from bartizan.rules.answers.asked import questions_in_words
from bartizan.rules.answers.attack_time import attack_time_in_words
from bartizan.rules.answers.promises import Promises
from bartizan.rules.answers.threats import Status, counted

TOP = 3
"""So many questions stand on the first page."""

LIMITS = (
    ("It says too much rather than too little.",
     "What it says may follow may be stopped by something that the page does not know."),
    ("It knows no time and no order of events.",
     "What needs a lucky moment, or a month of waiting, follows as well; only that a credential expires or is taken back is held against how long an attack takes."),
    ("It knows no detection and no response.", "That somebody would notice, and act, stops nothing here."),
    ("Of a data asset it knows all of it, or one holder's.", "Half of a database and one secret in a thousand are the same to it."),
    ("It looks at the page, not at what is deployed.", "Where the page is wrong, so is this."),
    ("What is not said is never a no.", "It is open, and becomes a question."),
)  # fmt: skip
"""What the analysis cannot know, and what that means."""


def summary(promises: Promises, parts: Parts) -> Html:
    """Return what was found, in words and in numbers, and the questions on which most hangs."""
    numbers = counted(promises.threats)
    entries = (
        (numbers[Status.CERTAIN], "certain threat", "#threats"),
        (numbers[Status.OPEN], "open threat", "#threats"),
        (len(promises.entry_points), "entry point", "#entry-points"),
        (sum(not each.far for each in promises.questions), "question", "#questions"),
    )
    figures = "".join(
        f'<a href="{link}"><b>{number}</b> {noun if number == 1 else noun + "s"}</a>'
        for number, noun, link in entries
    )
    far = sum(each.far for each in promises.questions)
    figures += f'<a href="#questions"><b>{far}</b> that pages rarely answer</a>' if far else ""
    words = [tag("p", sentence) for sentence in _sentences(promises)]
    return joined((Html(f'<div class="figures">{figures}</div>'), *words, _first_questions(promises, parts)))


def _sentences(promises: Promises) -> list[str]:
    """Return the summary as sentences."""
    grounded = promises.analysis.grounded
    page = grounded.view.page
    if not (page.components or page.interfaces or page.data_assets):
        return [
            "The page names no component, no interface and no data asset yet: there is nothing from which anything could follow."
        ]
    numbers = counted(promises.threats)
    certain, open_ = numbers[Status.CERTAIN], numbers[Status.OPEN]
    size = f"{_many(len(page.components), 'component')}, {_many(len(page.interfaces), 'interface')}"
    return [
        f"The page describes {size} and {_many(len(page.data_assets), 'data asset')}. {_actors(promises)}",
        f"{_certain(certain)} {_open(open_, certain)}".strip(),
        _at_risk(promises),
    ]


def _actors(promises: Promises) -> str:
    against = [each.name for each in promises.analysis.actors]
    not_against = [each.name for each in promises.analysis.grounded.actors if not each.in_scope]
    words = (
        f"Those who attack it here: {', '.join(against)}."
        if against
        else "Nobody attacks it here, since nobody is in scope."
    )
    return (
        f"{words} It is not meant to be defended against: {', '.join(not_against)}." if not_against else words
    )


def _certain(count: int) -> str:
    if not count:
        return "No threat is certain: none follows from what the page says alone."
    verb = "is" if count == 1 else "are"
    return f"{_many(count, 'threat').capitalize()} {verb} certain: with everything that is not said in place, {'it follows' if count == 1 else 'they follow'} all the same."


def _open(count: int, certain: int) -> str:
    if not count:
        return "Nothing else is open."
    more = " more" if certain else ""
    return (
        f"{_many(count, 'threat', more).capitalize()} {'is' if count == 1 else 'are'} open: "
        f"{'it follows' if count == 1 else 'each follows'} only if the worst is true of something that the page does not say."
    )


def _at_risk(promises: Promises) -> str:
    assets = promises.analysis.grounded.view.page.data_assets
    certain = {each.outcome.element for each in promises.at_risk if each.certain_for} & set(assets)
    either = {each.outcome.element for each in promises.at_risk} & set(assets)
    if not assets:
        return "The page names no data asset."
    if not either:
        return f"Nobody gets to any of its {_many(len(assets), 'data asset')}, as far as the page tells."
    counts = {"certainly": len(certain), "perhaps": len(either - certain)}
    for how, count in counts.items():
        if count == len(assets):
            return f"Somebody {how} gets to {f'each of its {count} data assets' if count > 1 else 'its only data asset'}."
    words = [f"{count} {how}" for how, count in counts.items() if count]
    return f"Of its {_many(len(assets), 'data asset')} somebody gets to {' and to '.join(words)}."


def _first_questions(promises: Promises, parts: Parts) -> Html:
    first = promises.questions[:TOP]
    if not first:
        return NOTHING
    entries = "".join(question(each, parts) for each in first)
    left = promises.questions[len(first) :]
    others = f'<p><a href="#questions">and {questions_in_words(left, "other")}</a></p>' if left else ""
    return Html(f'<h3>What to ask first</h3><ol class="questions">{entries}</ol>{others}')


def limits(promises: Promises, parts: Parts) -> Html:
    """Return what the analysis cannot know, and what of this page was not looked at."""
    known = "".join(f"<li><strong>{escaped(short)}</strong> {escaped(rest)}</li>" for short, rest in LIMITS)
    missing = "".join(f"<li>{each}</li>" for each in _not_looked_at(promises, parts))
    more = f"<h3>What was not looked at on this page</h3><ul>{missing}</ul>" if missing else ""
    time = attack_time_in_words(promises.analysis.grounded)
    known += f"<li>{escaped(time)}</li>" if time else ""
    return Html(f'<ul class="limits">{known}</ul>{more}')


def _not_looked_at(promises: Promises, parts: Parts) -> list[Html]:
    """Return what of the page counts for nothing, or leads nowhere even in the worst case."""
    grounded = promises.analysis.grounded
    page = grounded.view.page
    found = []
    for section, elements in (
        ("components", page.components),
        ("interfaces", page.interfaces),
        ("data-assets", page.data_assets),
    ):
        out = [id_ for id_, each in elements.items() if each.in_scope is Flag.NO]
        if out:
            noun = {"components": "Components", "interfaces": "Interfaces", "data-assets": "Data assets"}[
                section
            ]
            found.append(
                Html(
                    f"{noun} here for context only, whose own faults are not counted: {parts.links(section, out)}."
                )
            )
    actors = [each.id for each in grounded.actors if not each.in_scope]
    if actors:
        found.append(
            Html(
                f"Actors that the service is not meant to be defended against: {parts.links('threat-actors', actors)}."
            )
        )
    if promises.not_reachable:
        found.append(_unreachable(promises, parts))
    if page.variants:
        found.append(
            escaped(
                f"Other forms of the same deployment, each a page of its own: {', '.join(page.variants)}."
            )
        )
    return found


def _unreachable(promises: Promises, parts: Parts) -> Html:
    """Return what nobody brings about even when everything fails: more likely missing on the page than safe."""
    said = ", ".join(
        f"{parts.element(each.element)} ({HEADS[each.breach].lower()})" for each in promises.not_reachable
    )
    return Html(
        f"Nobody brings this about even when every control fails, so that a way there is probably missing on the page: {said}."
    )


def _many(count: int, noun: str, more: str = "") -> str:
    return f"{count or 'no'}{more} {noun}{'' if count == 1 else 's'}"
