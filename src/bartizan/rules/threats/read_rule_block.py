"""Reads one rule as people write it: its fields, and the facts in them, with every problem at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bartizan.knowledge.control_kinds import StandsOn, control_kind, control_kinds
from bartizan.knowledge.stride import Stride
from bartizan.knowledge.weaknesses import weakness
from bartizan.rules.threats.called import predicates, variables
from bartizan.rules.threats.ground import variables_of
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import (
    Atom,
    Constant,
    Every,
    Nature,
    Sort,
    Term,
    Unless,
    Variable,
)
from bartizan.rules.threats.write_rule import write_premise
from bartizan.rules.threats.written_facts import WrittenFact, written_facts
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Mapping, Node, Scalar
from bartizan.source.nodes import Sequence as NodeSequence
from bartizan.source.read_yaml import read_yaml
from bartizan.source.suggest import nearest
from bartizan.source.text import Source, Span

VERBS = ("read", "copy", "write", "overwrite", "delete", "erase", "use", "consume")
"""What can stand for itself in a rule; everything else is a variable."""
MAXIMUM_PROBLEMS = 100
"""How many problems of one rule are told."""
_SHOWN = 60
"""How many characters of what is wrong a message repeats."""
MAXIMUM_PREMISES = 12
"""How many premises and controls a rule may have."""
FIELDS = ("says", "given", "unless", "then", "stride", "weaknesses", "ask", "advice")
"""The fields of a rule, in their order."""
STANDS_ON: dict[Sort, StandsOn] = {
    Sort.COMPONENT: StandsOn.COMPONENT,
    Sort.INTERFACE: StandsOn.INTERFACE,
    Sort.ASSET: StandsOn.DATA_ASSET,
    Sort.PLACEMENT: StandsOn.DATA_ASSET,
    Sort.DOMAIN: StandsOn.TRUST_DOMAIN,
}
"""What a control stands on that guards a variable of a sort: a copy of a data asset has those of the asset."""
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_GUARD = re.compile(r"(?P<kind>[a-z][a-z-]*)\s+on\s+(?P<on>[a-z][a-z-]*)(?P<where>\s+where\s+said)?")


def read_rule_block(source: Source, name: str) -> tuple[Rule | None, tuple[Diagnostic, ...]]:
    """Return the rule that a text says, under a name, and what is wrong with it; no rule where anything is."""
    parsed = read_yaml(source)
    if parsed.root is None or parsed.diagnostics:
        return None, parsed.diagnostics
    reading = _Reading(source)
    rule = _rule(reading, parsed.root, name)
    return (None if reading.problems else rule), tuple(reading.problems)


@dataclass
class _Reading:
    """Collects what is wrong while a rule is read."""

    source: Source
    problems: list[Diagnostic] = field(default_factory=list)

    def wrong(self, name: str, span: Span, message: str, *help_: str | None) -> None:
        """Note a problem; of very many only the first."""
        if len(self.problems) == MAXIMUM_PROBLEMS:
            return
        self.problems.append(
            Diagnostic(name, message, Label(span), help=tuple(each for each in help_ if each))
        )


def _rule(reading: _Reading, root: Node, name: str) -> Rule | None:
    if not isinstance(root, Mapping):
        reading.wrong("not-a-mapping", root.span, "a rule has fields", "write `field: value`, one a line")
        return None
    for entry in root.entries:
        if entry.key.text not in FIELDS:
            message = f"a rule has no field called `{entry.key.text[:_SHOWN]}`"
            near = nearest(entry.key.text, FIELDS)
            reading.wrong(
                "unknown-field",
                entry.key.span,
                message,
                _did_you_mean(near),
                f"its fields are {', '.join(FIELDS)}",
            )
    for wanted in ("says", "given", "then"):
        if not any(True for _ in _scalars(reading, root, wanted, quietly=True)):
            reading.wrong("not-a-rule", root.span, f"the rule has no `{wanted}`", f"add a line `{wanted}: …`")
    given = tuple(_premises(reading, root))
    then = list(_conclusions(reading, root))
    stride = _stride(reading, root)
    if reading.problems or not then:
        return None
    rule = Rule(
        name=name, says=_text(reading, root, "says"), given=given, unless=tuple(_guards(reading, root)), then=then[0],
        stride=stride, weaknesses=tuple(_weaknesses(reading, root)),
        ask=_text(reading, root, "ask"), advice=_text(reading, root, "advice"),
    )  # fmt: skip
    if not reading.problems:
        _check_size(reading, root, rule)
        _check_variables(reading, root, rule)
        _check_texts(reading, root, rule)
    return rule


def _did_you_mean(near: str | None) -> str | None:
    return f"did you mean `{near}`?" if near else None


# ---- fields


def _scalars(reading: _Reading, root: Mapping, key: str, *, quietly: bool = False) -> Iterator[Scalar]:
    """Yield what is written in a field: one text, or a list of them."""
    node = root.get(key)
    for each in node.items if isinstance(node, NodeSequence) else (node,):
        if isinstance(each, Scalar):
            if not each.is_null and each.text.strip():
                yield each
        elif each is not None and not quietly:
            reading.wrong("not-a-text", each.span, f"`{key}` takes text", "put the text into quotes")


def _text(reading: _Reading, root: Mapping, key: str) -> str:
    return " ".join(" ".join(each.text.split()) for each in _scalars(reading, root, key))


def _place(source: Source, scalar: Scalar) -> Callable[[int, int], Span]:
    """Return what tells where a part of a scalar stands: exactly where it is written as it reads, else the scalar."""
    at = source.text.find(scalar.text, scalar.span.start, scalar.span.end)
    if at < 0:
        return lambda _start, _end: scalar.span
    return lambda start, end: Span(source, at + start, min(at + end, scalar.span.end))


def _stride(reading: _Reading, root: Mapping) -> Stride | None:
    for each in _scalars(reading, root, "stride"):
        word = " ".join(each.text.lower().replace("-", " ").split())
        if word in set(Stride):
            return Stride(word)
        near = nearest(word, list(Stride))
        reading.wrong(
            "not-a-choice", each.span, f"`{each.text[:_SHOWN]}` is no kind of threat", _did_you_mean(near),
            f"it is one of {', '.join(Stride)}; leave it out where the rule only carries an attack along",
        )  # fmt: skip
    return None


def _weaknesses(reading: _Reading, root: Mapping) -> Iterator[str]:
    for each in _scalars(reading, root, "weaknesses"):
        for word in (part.strip() for part in each.text.split(",")):
            found = weakness(word)
            if found:
                yield found.id
            else:
                message = f"`{word[:_SHOWN]}` is no weakness that is known here"
                reading.wrong(
                    "no-such-weakness",
                    each.span,
                    message,
                    "write an id such as `CWE-319`, `CAPEC-94` or `T1557`",
                )


# ---- facts


def _premises(reading: _Reading, root: Mapping) -> Iterator[Atom | Every]:
    for said in _facts(reading, root, "given"):
        holds = _atom(reading, said)
        if said.among is None:
            if holds:
                yield holds
            continue
        among = _atom(reading, said.among)
        if among and among.predicate.nature is not Nature.PAGE:
            reading.wrong("not-a-fact", said.among.span, "`for every` goes over what the page says")
        elif holds and among:
            yield Every(holds, among)


def _conclusions(reading: _Reading, root: Mapping) -> Iterator[Atom]:
    found = list(_facts(reading, root, "then"))
    for said in found[1:]:
        reading.wrong(
            "not-a-fact", said.span, "a rule concludes one thing", "give the other one a rule of its own"
        )
    for said in found[:1]:
        atom = _atom(reading, said)
        if atom and atom.predicate.nature is not Nature.DERIVED:
            message = f"`{said.name}` is for the page to say, and follows from nothing"
            reading.wrong("not-a-fact", said.span, message)
        elif atom:
            yield atom


def _facts(reading: _Reading, root: Mapping, key: str) -> Iterator[WrittenFact]:
    for scalar in _scalars(reading, root, key):
        said, wrong = written_facts(scalar.text, _place(reading.source, scalar))
        yield from said
        if wrong:
            help_ = (
                "write facts with commas between them, such as `hears(interface), carries(interface, asset)`"
            )
            reading.wrong("not-a-fact", wrong, "this is no list of facts", help_)


def _atom(reading: _Reading, said: WrittenFact) -> Atom | None:
    predicate = predicates().get(said.name)
    if predicate is None:
        near = nearest(said.name, predicates())
        reading.wrong(
            "no-such-fact", said.span, f"no fact is called `{said.name[:_SHOWN]}`", _did_you_mean(near)
        )
        return None
    if len(said.about) != len(predicate.sorts):
        about = ", ".join(sort.value for sort in predicate.sorts) or "nothing"
        reading.wrong(
            "not-a-fact", said.span, f"`{said.name}` is about {about}, and not about {len(said.about)} things"
        )
        return None
    terms = [_term(reading, said, word, sort) for word, sort in zip(said.about, predicate.sorts, strict=True)]
    known = [term for term in terms if term is not None]
    if len(known) < len(terms):
        return None
    named = [term for term in known if isinstance(term, Variable)]
    if len(set(named)) < len(named):
        reading.wrong("not-a-fact", said.span, f"`{said.name}` names one thing twice")
        return None
    return predicate(*known)


def _term(reading: _Reading, said: WrittenFact, word: str, sort: Sort) -> Term | None:
    variable = variables().get(word)
    if variable is None:
        if sort is Sort.VERB and word in VERBS:
            return Constant(word)
        fitting = [each.name for each in variables().values() if _fits(each, sort)]
        known = [*fitting, *VERBS] if sort is Sort.VERB else fitting
        message = f"no variable is called `{word[:_SHOWN]}`"
        reading.wrong(
            "no-such-variable",
            said.span,
            message,
            _did_you_mean(nearest(word, known)),
            f"here can stand {', '.join(known)}",
        )
        return None
    if not _fits(variable, sort):
        message = f"`{said.name}` wants a {sort.value}, and `{word}` is a {variable.sort.value}"
        reading.wrong("not-a-fact", said.span, message)
        return None
    return variable


def _fits(variable: Variable, sort: Sort) -> bool:
    targets = {Sort.TARGET, Sort.ASSET, Sort.PLACEMENT}
    return variable.sort is sort or (
        Sort.TARGET in {variable.sort, sort} and {variable.sort, sort} <= targets
    )


# ---- guards


def _guards(reading: _Reading, root: Mapping) -> Iterator[Unless]:
    for scalar in _scalars(reading, root, "unless"):
        for part in (each.strip() for each in scalar.text.split(",")):
            found = _GUARD.fullmatch(part)
            if found is None:
                help_ = "write the kind of the control and what it stands on: `encryption on interface`, perhaps with `where said`"
                reading.wrong("not-a-fact", scalar.span, f"`{part[:_SHOWN]}` is no control", help_)
                continue
            guard = _guard(reading, scalar.span, found)
            if guard:
                yield guard


def _guard(reading: _Reading, span: Span, found: re.Match[str]) -> Unless | None:
    kind, on = control_kinds().get(found["kind"]), variables().get(found["on"])
    if on is None:
        near = nearest(found["on"], variables())
        reading.wrong("no-such-variable", span, f"no variable is called `{found['on']}`", _did_you_mean(near))
        return None
    if kind is None:
        meant = control_kind(found["kind"])
        near = meant.name if meant else nearest(found["kind"], control_kinds())
        reading.wrong(
            "no-such-control-kind", span, f"no control is called `{found['kind']}`", _did_you_mean(near)
        )
        return None
    if STANDS_ON.get(on.sort) not in kind.on:
        places = " or ".join(f"a {each.value.replace('-', ' ')}" for each in kind.on)
        message = f"`{kind.name}` stands on {places}, and `{on.name}` is a {on.sort.value}"
        reading.wrong("no-such-control-kind", span, message)
        return None
    return Unless(kind.name, on, where_said=bool(found["where"]))


# ---- the rule as a whole


def unbound(rule: Rule) -> Sequence[Variable]:
    """Return the variables of a rule that no page can name: those in no premise about what it says or does not say."""
    named = set(variables_of(rule))
    used: dict[Variable, None] = {}
    for premise in rule.given:
        if isinstance(premise, Atom):
            used.update(dict.fromkeys(premise.variables))
        else:
            used.update(
                dict.fromkeys(each for each in premise.holds.variables if each not in premise.among.variables)
            )
    used.update(dict.fromkeys((*rule.then.variables, *(each.on for each in rule.unless))))
    return [each for each in used if each not in named]


def apart(rule: Rule) -> Sequence[Atom]:
    """Return the premises about a page that share nothing with those before them: all of one would go with all of the other.

    There are few verbs, so they may go with everything.
    """
    named: set[Variable] = set()
    found = []
    for premise in rule.given:
        if isinstance(premise, Atom) and premise.predicate.nature is not Nature.DERIVED:
            about = [each for each in premise.variables if each.sort is not Sort.VERB]
            if named and about and named.isdisjoint(about):
                found.append(premise)
            named.update(about)
    return found


def _check_size(reading: _Reading, root: Mapping, rule: Rule) -> None:
    node = root.get("given")
    assert node is not None
    if len(rule.given) + len(rule.unless) > MAXIMUM_PREMISES:
        message = f"a rule has at most {MAXIMUM_PREMISES} premises and controls"
        reading.wrong(
            "not-a-rule",
            node.span,
            message,
            "split it in two, the second of which needs what the first concludes",
        )
    for atom in apart(rule):
        message = f"`{write_premise(atom)}` has nothing to do with the premises before it"
        reading.wrong("not-a-rule", node.span, message, "put premises that share something beside each other")


def _check_variables(reading: _Reading, root: Mapping, rule: Rule) -> None:
    node = root.get("given")
    assert node is not None
    for variable in unbound(rule):
        message = f"nothing tells which `{variable.name}` is meant"
        naming = ", ".join(f"`{name}`" for name in _naming(variable)[:3])
        reading.wrong(
            "variable-not-bound",
            node.span,
            message,
            f"add a premise about what the page says, such as {naming}",
        )


def _naming(variable: Variable) -> list[str]:
    """Return facts of a page about a variable alone."""
    return [
        f"{each.name}({variable.name})"
        for each in predicates().values()
        if each.nature is Nature.PAGE and each.sorts == (variable.sort,)
    ] or [
        f"{each.name}(…)"
        for each in predicates().values()
        if each.nature is Nature.PAGE and variable.sort in each.sorts
    ]


def _check_texts(reading: _Reading, root: Mapping, rule: Rule) -> None:
    known = [each.name for each in variables_of(rule)]
    for key in ("says", "ask", "advice"):
        node = root.get(key)
        for name in PLACEHOLDER.findall(getattr(rule, key)):
            if name not in known and node is not None:
                message = f"the rule is about no `{name[:_SHOWN]}`"
                reading.wrong("no-such-variable", node.span, message, _did_you_mean(nearest(name, known)))
    if rule.is_threat and not rule.ask:
        reading.wrong(
            "not-a-rule", root.span, "a threat comes with a question for the room", "add a line `ask: …`"
        )
