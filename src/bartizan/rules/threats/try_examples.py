"""Tries the examples of a rule's page: whether what they claim follows by this rule, and only by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from bartizan.engine.fixpoint import conclude
from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.rules.facts.facts import Grounded, ground_page
from bartizan.rules.threats.called import predicates
from bartizan.rules.threats.ground import Ground
from bartizan.rules.threats.read_examples import Claim, Example, fact_of
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import FAMILIES, RULES, rule_called
from bartizan.rules.threats.terms import Nature, Sort
from bartizan.rules.threats.written_facts import WrittenFact
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.read_yaml import read_yaml
from bartizan.source.suggest import nearest


def try_examples(rule: Rule, examples: Iterable[Example]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the examples of a rule.

    Each is run with this rule and those about controls alone: what it claims must follow, and must not without the rule.
    """
    return tuple(problem for example in examples for problem in _tried(rule, example))


def page_of_example(example: Example) -> tuple[Architecture | None, tuple[Diagnostic, ...]]:
    """Return the architecture of an example, and what is wrong with how it is written."""
    parsed = read_yaml(example.page)
    if parsed.root is None:
        return None, parsed.diagnostics
    read = read_architecture(parsed.root)
    return read.architecture, (*parsed.diagnostics, *read.diagnostics)


def others_of(rule: Rule, example: Example) -> tuple[Rule, ...]:
    """Return the rules that are there besides the one that an example is about."""
    beside = [each for name in example.beside if (each := rule_called(name))]
    return tuple(each for each in (*FAMILIES["controls"], *beside) if each.name != rule.name)


def followed(architecture: Architecture, rules: Sequence[Rule], when: Iterable[Ground]) -> Collection[Ground]:
    """Return everything that follows from a page by some rules, when some facts are supposed besides what it says."""
    grounded = ground_page(architecture, rules=tuple(rules))
    supposed = set(when)
    model = conclude(grounded.program, grounded.numbers(sorted(grounded.absent | supposed)))
    names = grounded.program.names
    return supposed | {fact for each in model.why if isinstance(fact := names[each], tuple)}


def _tried(rule: Rule, example: Example) -> Iterator[Diagnostic]:
    architecture, problems = page_of_example(example)
    yield from problems
    for name in example.beside:
        if rule_called(name) is None:
            yield Diagnostic("no-such-rule", f"no rule is called `{name}`", Label(example.span))
    if architecture is None:
        return
    known = _Known(ground_page(architecture, rules=(*RULES, rule)))
    others = others_of(rule, example)
    for claim in example.claims:
        wrong = list(_wrong_names(known, claim))
        yield from wrong or _wrong_claims(rule, architecture, others, claim)


def _wrong_claims(
    rule: Rule, architecture: Architecture, others: Sequence[Rule], claim: Claim
) -> Iterator[Diagnostic]:
    when = [fact_of(said) for said in claim.when]
    now = followed(architecture, (*others, rule), when)
    without = followed(architecture, others, when)
    for said in claim.then:
        if said.name != rule.then.predicate.name:
            yield _problem(
                "claim-fails",
                f"`{rule.name}` concludes `{rule.then.predicate.name}`, and not `{said.name}`",
                said,
            )
        elif fact_of(said) not in now:
            yield _problem("claim-fails", f"`{said.span.text}` does not follow by `{rule.name}`", said)
        elif fact_of(said) in without:
            yield _problem("claim-fails", f"`{said.span.text}` follows without `{rule.name}` as well", said)
    for said in claim.refuted:
        if fact_of(said) in now:
            yield _problem("claim-fails", f"`{said.span.text}` follows, though it is claimed not to", said)


def _problem(name: str, message: str, said: WrittenFact, *help_: str) -> Diagnostic:
    return Diagnostic(name, message, Label(said.span), help=help_)


class _Known:
    """The names that facts about a page can be made of."""

    def __init__(self, grounded: Grounded) -> None:
        page, view = grounded.view.page, grounded.view
        placements = {name for placed in view.placements.values() for name, _placement, _path in placed}
        self.by_sort: dict[Sort, set[str]] = {
            Sort.COMPONENT: set(page.components),
            Sort.INTERFACE: set(page.interfaces),
            Sort.ASSET: set(page.data_assets),
            Sort.PLACEMENT: placements,
            Sort.DOMAIN: set(view.all_domains),
            Sort.CONTROL: {*grounded.controls, *grounded.places},
            Sort.ACTOR: {actor.id for actor in grounded.actors},
            Sort.VERB: {row[0] for row in grounded.rows["verb"]},
            Sort.TARGET: {*page.data_assets, *placements},
            Sort.FLAW: set(_flaws(grounded)),
        }


def _flaws(grounded: Grounded) -> Iterator[str]:
    """Yield what the world knows to be wrong with what the page names."""
    for name, predicate in predicates().items():
        if Sort.FLAW in predicate.sorts and predicate.nature is Nature.PAGE:
            at = predicate.sorts.index(Sort.FLAW)
            yield from (row[at] for row in grounded.rows.get(name, ()))


def _wrong_names(known: _Known, claim: Claim) -> Iterator[Diagnostic]:
    for said in (*claim.when, *claim.then, *claim.refuted):
        predicate = predicates().get(said.name)
        if predicate is None:
            near = nearest(said.name, predicates())
            yield _problem("no-such-fact", f"no fact is called `{said.name}`", said, *_did_you_mean(near))
        elif len(said.about) != len(predicate.sorts):
            yield _problem(
                "not-a-fact",
                f"`{said.name}` is about {len(predicate.sorts)} things, not {len(said.about)}",
                said,
            )
        elif said.among:
            yield _problem("not-a-fact", "`for every` is for rules and says nothing of one page", said)
        elif said in claim.when and predicate.nature is Nature.PAGE:
            yield _problem(
                "not-a-fact", f"`{said.name}` is for the page itself to say, and not supposed", said
            )
        else:
            for each, sort in zip(said.about, predicate.sorts, strict=True):
                if each not in known.by_sort[sort]:
                    near = nearest(each, known.by_sort[sort])
                    message = f"this page has no {sort.value} called `{each}`"
                    yield _problem("no-such-element", message, said, *_did_you_mean(near))


def _did_you_mean(near: str | None) -> tuple[str, ...]:
    return (f"did you mean `{near}`?",) if near else ()
