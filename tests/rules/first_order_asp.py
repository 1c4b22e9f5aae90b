"""The rules of threats as first-order rules for clingo, with variables: written from the rules, not from our grounding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Atom, Every, Nature, Predicate, Term, Variable

OF_CONTROLS = """\
% ---- which controls do the work where a rule asks for one

wanted(Kind,E) :- wants(Kind,E).
wanted(Kind,E) :- wants_where_said(Kind,E).

found(Kind,E,K) :- wanted(Kind,E), stands(K,Kind,E).
found(Kind,P,K) :- wanted(Kind,P), copy(P,A), stands(K,Kind,A).
found("authorization",I,K) :- wanted("authorization",I), all_of(I,K).

does(Kind,E,K) :- found(Kind,E,K).
does(Kind,E,K) :- wanted(Kind,E), brings(Kind,E,K), not found(Kind,E,_).
does("authentication",E,K) :- wanted("authentication",E), brings("authentication",E,K), own("authentication",E,P),
                              not found("authentication",E,P).

one_grant("authorization",I) :- wanted("authorization",I), any_of(I,_).
there(Kind,E) :- does(Kind,E,_).
there(Kind,E) :- one_grant(Kind,E).
unsaid(Kind,E) :- wants(Kind,E), not there(Kind,E), not answered(Kind,E).

% ---- what a rule gets past: all that do the work, or one grant where one is enough

passed(Kind,E) :- does(Kind,E,_), not one_grant(Kind,E), off(K) : does(Kind,E,K).
passed(Kind,E) :- one_grant(Kind,E), any_of(E,K), off(K).
passed(Kind,E) :- unsaid(Kind,E), own(Kind,E,K), off(K).

open(Kind,E) :- passed(Kind,E).
open(Kind,E) :- wants(Kind,E), answered(Kind,E), not there(Kind,E).
open_where_said(Kind,E) :- passed(Kind,E), there(Kind,E).
open_where_said(Kind,E) :- wants_where_said(Kind,E), not there(Kind,E).

% ---- what the rules about controls are told of them

control(K) :- declared(K).
control(K) :- assumed(K).
control(K) :- does(_,_,K).
control(K) :- unsaid(Kind,E), own(Kind,E,K).

is_of(K,Kind,E) :- unsaid(Kind,E), own(Kind,E,K).
is_of(K,Kind,E) :- does(_,E,K), brought(K,Kind,E), not declared(K).
is_of(K,Kind,E) :- declared_of(K,Kind,E).

state(K,"not said") :- unsaid(Kind,E), own(Kind,E,K).
state(K,State) :- does(_,_,K), brought_as(K,State), not declared(K).
state(K,State) :- declared_as(K,State).
state(K,State) :- assumed_as(K,State), not declared(K).

enforces(C,K) :- enforced_by(K,C).
enforces(C,K) :- control(K), is_of(K,Kind,I), at_the_listener(Kind), heard_by(I,C), not enforced_by(K,_).
"""
"""How what the page says of controls becomes what the rules ask for; the facts are those of `tables_of_controls`.

That the id of the place for a control of a kind on an element is `own(Kind,E,Id)` is for whoever grounds this to say.
"""

OWN_OF_THIS_TEXT = frozenset({
    "wants", "wants_where_said", "wanted", "found", "does", "one_grant", "there", "unsaid", "passed", "open", "open_where_said",
    "stands", "copy", "all_of", "any_of", "brings", "answered", "own", "declared", "declared_of", "declared_as", "assumed",
    "assumed_as", "brought", "brought_as", "is_of", "state", "enforced_by", "at_the_listener", "heard_by",
})  # fmt: skip
"""Names that stand in no rule of ours; a predicate of that name would be mistaken for one of them."""

OWN_NAMES = "own(Kind,E,@own(Kind,E)) :- wanted(Kind,E).\n"
"""Has whoever grounds this be asked for the id of each place for a control."""


def rules_text(rules: Iterable[Rule]) -> str:
    """Return the rules in first-order form; what they get past, `open(Kind,E)`, is for `OF_CONTROLS` to say."""
    return "\n".join([*map(_rule, rules), ""])


def wants_text(rules: Iterable[Rule]) -> str:
    """Return for which elements rules ask for a control: those for which the page lets them apply."""
    return "\n".join([*(line for rule in rules for line in _wants(rule)), ""])


def predicates_of(rules: Iterable[Rule]) -> dict[str, Predicate]:
    """Return every predicate that rules speak of, by its name for clingo."""
    found: dict[str, Predicate] = {}
    for rule in rules:
        for each in (*rule.given, rule.then):
            for atom in (each.holds, each.among) if isinstance(each, Every) else (each,):
                found[called(atom.predicate)] = atom.predicate
    assert not found.keys() & OWN_OF_THIS_TEXT, found.keys() & OWN_OF_THIS_TEXT
    return dict(sorted(found.items()))


def fact_text(name: str, row: Sequence[str]) -> str:
    """Return a fact as a line."""
    arguments = ",".join(map(quoted, row))
    return f"{name}({arguments})." if row else f"{name}."


def called(predicate: Predicate) -> str:
    """Return the name of a predicate for clingo: `carries_one`."""
    return plain(predicate.name)


def plain(name: str) -> str:
    """Return a name without what clingo does not allow in one."""
    return name.replace("-", "_")


def asked(name: str) -> str:
    """Return the name of the relation of everything that may be so, as far as the page says, whether or not it is."""
    return f"asked_{name}"


def quoted(text: str) -> str:
    """Return a text as a constant."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _rule(rule: Rule) -> str:
    plain_atoms = (rule.then, *(each for each in rule.given if isinstance(each, Atom)))
    named = {variable for atom in plain_atoms for variable in atom.variables}
    body = [literal for each in rule.given for literal in _premise(each, named)]
    body += [
        f"{'open_where_said' if each.where_said else 'open'}({quoted(each.kind)},{_term(each.on)})"
        for each in rule.unless
    ]
    return f"{_atom(rule.then)} :- {'; '.join(body)}."


def _premise(premise: Atom | Every, named: AbstractSet[Variable]) -> Iterator[str]:
    if isinstance(premise, Every):
        yield _some(premise, named)
        yield f"{_atom(premise.holds)} : {_atom(premise.among)}"
    else:
        yield _atom(premise)


def _some(every: Every, named: AbstractSet[Variable]) -> str:
    """Return that the page says anything of the kind: of an empty list, everything would hold."""
    return _atom(every.among, without={each for each in every.among.variables if each not in named})


def _wants(rule: Rule) -> Iterator[str]:
    atoms = [
        each for each in rule.given if isinstance(each, Atom) and each.predicate.nature is not Nature.DERIVED
    ]
    named = {variable for atom in atoms for variable in atom.variables}
    known = [_atom(each, possible=True) for each in atoms]
    known += [_some(each, named) for each in rule.given if isinstance(each, Every)]
    for unless in rule.unless:
        name = "wants_where_said" if unless.where_said else "wants"
        yield f"{name}({quoted(unless.kind)},{_term(unless.on)}) :- {'; '.join(known)}."


def _atom(atom: Atom, *, without: AbstractSet[Variable] = frozenset(), possible: bool = False) -> str:
    name = called(atom.predicate)
    if possible and atom.predicate.nature is Nature.ASKED:
        name = asked(name)
    terms = ",".join("_" if term in without else _term(term) for term in atom.terms)
    return f"{name}({terms})" if terms else name


def _term(term: Term) -> str:
    return plain(term.name).upper() if isinstance(term, Variable) else quoted(term.text)
