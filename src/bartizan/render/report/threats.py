"""The ninth promise: the threats, kind by kind, each with what it needs, what to ask, and its proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bartizan.knowledge.stride import Stride
from bartizan.knowledge.weaknesses import weakness
from bartizan.model.names import readable
from bartizan.render.report.facts import Fact, fact_list
from bartizan.render.report.listed import Kind, Listed
from bartizan.render.report.markup import NOTHING, Html, escaped, tag
from bartizan.render.report.outcomes import actors, counted, happening, sign
from bartizan.render.report.parts import Parts
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.outcome import Outcome
from bartizan.rules.answers.proofs import ProofStep, StepKey
from bartizan.rules.answers.threats import Status
from bartizan.rules.answers.words import fact_in_words, filled
from bartizan.rules.threats.ground import Ground

MOST_SETS = 4
"""As many sets of what a threat needs are listed; of more it is said how many."""

LONG = 12
"""More outcomes than these are told in full once, however many threats lead to the very same."""


def threat_list(kinds: Sequence[Kind], analysis: Analysis, parts: Parts) -> Html:
    """Return all threats, with the form that narrows them down where scripts run."""
    if not kinds:
        return tag(
            "p",
            "No rule finds a way by which anybody gets further than they should. That is no proof that there is none.",
        )
    writer = _Threats(analysis, parts)
    none_left = '<p class="none-left" hidden>No threat fits all of that.</p>'
    return Html("".join((_filter(kinds, analysis, parts), *(writer.kind(kind) for kind in kinds), none_left)))


def _filter(kinds: Sequence[Kind], analysis: Analysis, parts: Parts) -> Html:
    about = {key for kind in kinds for each in kind.threats for key in each.about}
    elements = [(part.anchor, part.name) for key, part in parts.all.items() if key in about]
    whom = [(parts.all["threat-actors", each.id].anchor, each.name) for each in analysis.actors]
    strides = [
        (each.letter, each.value.capitalize()) for each in Stride if any(k.rule.stride is each for k in kinds)
    ]
    fields = (
        _select("status", "Status", [(each.value, each.value.capitalize()) for each in Status]),
        _select("stride", "Kind", strides),
        _select("element", "About", elements),
        _select("actor", "Through", whom),
        '<label for="filter-text">Words</label><input id="filter-text" name="text" type="search" autocomplete="off">',
        '<button type="reset">Show all</button><output for="filter-text" aria-live="polite"></output>',
    )
    return Html(
        f'<form class="filter" id="filter" hidden>{"".join(f"<div>{each}</div>" for each in fields)}</form>'
    )


def _select(name: str, label: str, options: Sequence[tuple[str, str]]) -> Html:
    choices = "".join(tag("option", says, value=value) for value, says in options)
    return Html(
        f'<label for="filter-{name}">{label}</label><select id="filter-{name}" name="{name}">'
        f'<option value="">any</option>{choices}</select>'
    )


class _Threats:
    """Writes threats; what many of them have in common is put into words once."""

    def __init__(self, analysis: Analysis, parts: Parts) -> None:
        self.analysis = analysis
        self.grounded = analysis.grounded
        self.parts = parts
        self._said: dict[Ground, Html] = {}
        self._steps: dict[StepKey, tuple[Html, Html]] = {}
        self._told: dict[tuple[Outcome, ...], Listed] = {}

    def kind(self, kind: Kind) -> Html:
        """Return the threats of one rule under a title of their own."""
        advice = [self._filled(each, kind.rule.advice) for each in kind.threats]
        shared = advice[0] if len(advice) > 1 and len(set(advice)) == 1 else ""
        certain = sum(each.threat.status is Status.CERTAIN for each in kind.threats)
        title = escaped(readable(kind.rule.name))
        numbers = counted(certain, len(kind.threats) - certain)
        stride = kind.rule.stride.value.capitalize() if kind.rule.stride else ""
        head = (
            f'<h3>{title} <span class="aside">{numbers}</span></h3>'
            f'<p class="about"><span class="tag">{stride}</span> {_weaknesses(kind.rule.weaknesses)}</p>'
            + (
                tag("p", Html("<span class='aside'>What usually helps:</span> "), shared, class_="advice")
                if shared
                else ""
            )
        )
        rows = "".join(
            self.threat(each, "" if shared else own) for each, own in zip(kind.threats, advice, strict=True)
        )
        return Html(f'<div class="kind">{head}{rows}</div>')

    def threat(self, listed: Listed, advice: str) -> Html:
        """Return one threat, closed but for what it says; `advice` where it is not that of all its kind."""
        threat = listed.threat
        head = (
            f'<summary><span class="rank">{listed.rank}</span>{sign(certain=threat.status is Status.CERTAIN)}'
            f'<span class="says">{escaped(listed.says)}</span></summary>'
        )
        facts = fact_list(self._facts(listed, advice))
        proof = "".join(self._step(step) for step in listed.proof)
        steps = f"{len(listed.proof)} steps" if len(listed.proof) > 1 else "1 step"
        return Html(
            f'<details class="threat" id="{listed.anchor}">{head}<div class="body">{facts}'
            f'<details class="proof"><summary>Proof in {steps}</summary><ol>{proof}</ol></details>'
            f'<p class="foot"><code>{threat.id}</code></p></div></details>'
        )

    def _facts(self, listed: Listed, advice: str) -> Iterator[Fact]:
        threat, everybody = listed.threat, self.analysis.actors
        yield "Leads to", self._leads_to(listed)
        if threat.certain_for:
            yield "Certain through", actors(threat.certain_for, everybody, self.parts)
        if threat.open_for:
            yield "Open through", actors(threat.open_for, everybody, self.parts)
        if listed.needs and threat.status is Status.OPEN:
            yield "Only if", self._needs(listed)
        yield "Ask", escaped(self._filled(listed, threat.instance.rule.ask))
        yield "What usually helps", escaped(advice)

    def _leads_to(self, listed: Listed) -> Html:
        """Return what follows from a threat; a long list that another threat has word for word is told once."""
        outcomes = listed.threat.leads_to
        if not outcomes:
            return tag("span", "nothing that does not follow anyway", class_="aside")
        first = self._told.setdefault(outcomes, listed)
        if first is listed or len(outcomes) <= LONG:
            return happening(outcomes, self.parts)
        return Html(f'the same {len(outcomes)} things as <a href="#{first.anchor}">threat {first.rank}</a>')

    def _needs(self, listed: Listed) -> Html:
        sets = [Html("<br>and ".join(self._fact(fact) for fact in each)) for each in listed.needs[:MOST_SETS]]
        if len(listed.needs) == 1:
            return sets[0]
        more = len(listed.needs) - len(sets)
        others = (
            f"<li>or one of {more} other such sets</li>"
            if more > 1
            else "<li>or another such set</li>"
            if more
            else ""
        )
        return Html(f"one of these holds<ul>{''.join(f'<li>{each}</li>' for each in sets)}{others}</ul>")

    def _fact(self, fact: Ground) -> Html:
        if fact not in self._said:
            text = fact_in_words(self.grounded, fact)
            self._said[fact] = escaped(text[:1].lower() + text[1:])
        return self._said[fact]

    def _filled(self, listed: Listed, text: str) -> str:
        return filled(self.grounded, listed.threat.instance, text) if "{" in text else text

    def _step(self, step: ProofStep) -> Html:
        if step.key not in self._steps:
            self._steps[step.key] = self._words(step)
        before, behind = self._steps[step.key]
        from_ = f" <i>from {_numbers(step.rests_on)}</i>" if step.rests_on else ""
        return Html(f"<li>{before}{from_}{behind}</li>")

    def _words(self, step: ProofStep) -> tuple[Html, Html]:
        """Return a step in words, in two parts: before and behind the numbers it rests on."""
        sentence = step.sentence
        because = f", because {escaped(sentence.because)}" if sentence.because else ""
        where = self.parts.written_at(sentence.paths)
        supposed = ' <span class="tag">supposed</span>' if sentence.supposed else ""
        place = f" {'<i>would be said at</i> ' if sentence.supposed else ''}{where}" if where else ""
        return Html(f"{escaped(sentence.text)}{because}."), Html(supposed + place)


def _weaknesses(ids: Sequence[str]) -> Html:
    """Return the ids of weaknesses, attack patterns and techniques, each with what it is in our own words."""
    return Html("; ".join(_weakness(each) for each in ids)) if ids else NOTHING


def _weakness(id_: str) -> Html:
    found = weakness(id_)
    if found is None:
        return escaped(id_)
    return Html(f"{tag('a', id_, href=found.address, rel='noreferrer noopener')} {escaped(found.says)}")


def _numbers(numbers: Sequence[int]) -> str:
    return " and ".join(filter(None, (", ".join(map(str, numbers[:-1])), str(numbers[-1]))))
