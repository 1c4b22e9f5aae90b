"""Facts and steps as sentences, in the page's own names."""

from __future__ import annotations

import re

from bartizan.rules.answers.outcome import Breach, Outcome
from bartizan.rules.facts.facts import Grounded
from bartizan.rules.facts.of_controls import Holding
from bartizan.rules.facts.of_flaws import flaw_in_words
from bartizan.rules.facts.of_network import said_as
from bartizan.rules.facts.of_storage import called
from bartizan.rules.threats.called import predicates
from bartizan.rules.threats.ground import Ground, Instance
from bartizan.rules.threats.terms import Sort


def named(grounded: Grounded, sort: Sort, id_: str) -> str:
    """Return what people see of an element of a sort."""
    view = grounded.view
    if sort is Sort.INTERFACE and id_ in view.page.interfaces:
        return said_as(view.page.interfaces[id_])
    if sort is Sort.CONTROL:
        control = grounded.controls.get(id_)
        return _lowered(control.name) if control else _place(grounded, id_)
    if sort is Sort.VERB:
        return id_
    if sort is Sort.PLACEMENT or (sort is Sort.TARGET and "@" in id_):
        return called(view, id_)
    if sort is Sort.FLAW:
        return flaw_in_words(id_)
    if sort is Sort.ACTOR:
        return next((actor.name for actor in grounded.actors if actor.id == id_), id_)
    return view.name(id_)


def _place(grounded: Grounded, id_: str) -> str:
    element, kind = id_.split("/")[:2]
    interface = grounded.view.page.interfaces.get(element)
    if "@" in element:
        return f"{kind.replace('-', ' ')} of {called(grounded.view, element)}"
    on = f"on {said_as(interface)}" if interface else f"of {grounded.view.name(element)}"
    return f"{kind.replace('-', ' ')} {on}"


def _lowered(name: str) -> str:
    """Return a name as it stands within a sentence: small at the start, unless it is an acronym or a name."""
    first = name.split(" ", 1)[0]
    return name[:1].lower() + name[1:] if first[1:].islower() and first.isalpha() else name


def fact_in_words(grounded: Grounded, fact: Ground, subject: str = "the attacker") -> str:
    """Return a fact as a sentence without a full stop, about `subject` where it is about whoever attacks."""
    predicate = predicates()[fact[0]]
    if fact[0] == "degraded":
        return _degraded(grounded, fact[1])
    names = [named(grounded, sort, each) for sort, each in zip(predicate.sorts, fact[1:], strict=True)]
    return _capital(predicate.says.format(*names).replace("the attacker", subject))


def _degraded(grounded: Grounded, control: str) -> str:
    known = grounded.controls[control]
    if known.holding is Holding.ABSENT:
        return f"{_capital(known.name)} is not in place" + (f": {known.because}" if known.because else "")
    if known.holding is Holding.UNSAID:
        return f"Nothing says that there is {with_article(_lowered(known.name))}"
    return f"{_capital(known.name)} is degraded"


_ONE_OF_MANY = ("filter", "backup", "binding", "rate limit", "second factor", "quota")


def with_article(name: str) -> str:
    """Return the name of a control behind `there is`: with an article where it is one of many."""
    return f"a {name}" if name.startswith(_ONE_OF_MANY) else name


def step_in_words(grounded: Grounded, instance: Instance) -> str:
    """Return why a rule applies, with everything named, without a full stop."""
    meaning = instance.meaning()
    sorts = {each.name: each.sort for atom in instance.rule.given for each in _variables(atom)}
    names = {name: named(grounded, sorts[name], id_) for name, id_ in meaning.items()}
    return re.sub(r"\{([a-z-]+)\}", lambda found: names.get(found[1], found[0]), instance.rule.says)


def filled(grounded: Grounded, instance: Instance, text: str) -> str:
    """Return a text of a rule, such as its question, with everything named."""
    meaning = instance.meaning()
    sorts = {each.name: each.sort for atom in instance.rule.given for each in _variables(atom)}
    return re.sub(
        r"\{([a-z-]+)\}",
        lambda found: (
            named(grounded, sorts[found[1]], meaning[found[1]]) if found[1] in meaning else found[0]
        ),
        text,
    )


def _variables(premise: object) -> tuple:  # type: ignore[type-arg]
    atom = getattr(premise, "holds", premise)
    return tuple(getattr(atom, "variables", ()))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_SAID = {
    Breach.LEARNED: "{} is disclosed",
    Breach.LEARNED_IN_PART: "{} of some holders is disclosed",
    Breach.ALTERED: "{} is altered",
    Breach.ALTERED_IN_PART: "{} of some holders is altered",
    Breach.UNAVAILABLE: "{} is not available",
    Breach.UNAVAILABLE_IN_PART: "{} of some holders is not available",
    Breach.ANYTHING_LEARNED: "whatever travels that nobody has named is disclosed",
    Breach.ANYTHING_ALTERED: "whatever travels that nobody has named is altered",
    Breach.LOST: "{} is lost for good",
    Breach.TAKEN_OVER: "{} is taken over",
    Breach.STOPPED: "{} does not work",
    Breach.UNATTRIBUTED: "nobody can tell who did what in {}",
    Breach.SCRIPTED: "scripts run in the sessions of those who use {}",
}


def outcome_in_words(grounded: Grounded, outcome: Outcome) -> str:
    """Return what an outcome is, as a clause."""
    return _SAID[outcome.breach].format(grounded.view.name(outcome.element))
