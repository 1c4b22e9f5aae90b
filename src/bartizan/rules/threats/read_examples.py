"""Reads the examples of a rule's page: small architecture pages, and what their comments claim to follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bartizan.rules.threats.code_blocks import CodeBlock, code_blocks
from bartizan.rules.threats.ground import Ground
from bartizan.rules.threats.written_facts import WrittenFact, written_facts
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.text import Source, Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What is supposed, what then follows by the rule, and what does not."""

    when: tuple[WrittenFact, ...]
    then: tuple[WrittenFact, ...]
    refuted: tuple[WrittenFact, ...]
    span: Span
    """The line on which the claim begins."""


@dataclass(frozen=True, slots=True)
class Example:
    """One page, and the claims made of it."""

    page: Source
    """The page alone, at the same line and column as in the text it stands in."""
    claims: tuple[Claim, ...]
    beside: tuple[str, ...]
    """The names of other rules that it needs, besides those about controls."""
    span: Span
    """The line on which it begins."""


@dataclass(frozen=True, slots=True)
class Examples:
    """All examples of a text, and what is wrong with how their claims are written."""

    examples: tuple[Example, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def concluding(self) -> bool:
        """Whether one of them claims that something follows."""
        return any(claim.then for example in self.examples for claim in example.claims)

    @property
    def refuting(self) -> bool:
        """Whether one of them claims that something does not follow."""
        return any(claim.refuted for example in self.examples for claim in example.claims)


NOTHING = "nothing"
"""What stands behind `when:` where nothing is supposed."""
MAXIMUM_EXAMPLES = 50
"""How many examples one page may have."""
MAXIMUM_CLAIMS = 100
"""How many claims one of them may make."""
_COMMENT = re.compile(r"^# (with|when|then|not):[ \t]*([^\r\n]*)", re.MULTILINE)


def read_examples(source: Source) -> Examples:
    """Return the examples of a rule's page: each `yaml` block, with the claims in the comments at its end.

    `# when:` begins a claim and names what is supposed, `# then:` what follows from it by the rule, `# not:` what does
    not; `# with:` names other rules that the example needs.
    """
    problems: list[Diagnostic] = []
    blocks = [block for block in code_blocks(source) if block.language == "yaml"]
    if len(blocks) > MAXIMUM_EXAMPLES:
        message = f"there are more than {MAXIMUM_EXAMPLES} examples; the rest is not read"
        problems.append(Diagnostic("not-a-rule", message, Label(blocks[MAXIMUM_EXAMPLES].opening)))
    found = [_example(block, problems) for block in blocks[:MAXIMUM_EXAMPLES]]
    return Examples(tuple(found), tuple(problems))


def _example(block: CodeBlock, problems: list[Diagnostic]) -> Example:
    source, start, end = block.inside.source, block.inside.start, block.inside.end
    claims = list(islice(_claims(source, start, end, problems), MAXIMUM_CLAIMS + 1))
    if len(claims) > MAXIMUM_CLAIMS:
        message = f"an example has at most {MAXIMUM_CLAIMS} claims"
        problems.append(
            Diagnostic("not-a-rule", message, Label(claims.pop().span), help=("write another one",))
        )
    if not any(claim.then or claim.refuted for claim in claims):
        problems.append(Diagnostic(
            "not-a-rule", "this example claims nothing", Label(block.opening),
            help=("write `# then: …` for what follows from it by the rule, or `# not: …` for what does not",),
        ))  # fmt: skip
    beside = tuple(
        name.strip()
        for line in _COMMENT.finditer(source.text, start, end)
        if line[1] == "with"
        for name in line[2].split(",")
    )
    return Example(block.alone, tuple(claims), beside, block.opening)


def _claims(source: Source, start: int, end: int, problems: list[Diagnostic]) -> Iterator[Claim]:
    """Yield the claims of one example."""
    when: tuple[WrittenFact, ...] = ()
    then: list[WrittenFact] = []
    refuted: list[WrittenFact] = []
    first: Span | None = None
    for comment in _COMMENT.finditer(source.text, start, end):
        word = comment[1]
        if word == "with":
            continue
        said = _facts(source, comment, problems)
        if word == "when":
            if first and (then or refuted):
                yield Claim(when, tuple(then), tuple(refuted), first)
            when, then, refuted, first = said, [], [], Span(source, *comment.span())
        else:
            first = first or Span(source, *comment.span())
            (then if word == "then" else refuted).extend(said)
    if first:
        yield Claim(when, tuple(then), tuple(refuted), first)


def _facts(source: Source, comment: re.Match[str], problems: list[Diagnostic]) -> tuple[WrittenFact, ...]:
    """Return the facts of one comment."""
    if comment[1] == "when" and comment[2].strip() == NOTHING:
        return ()
    start = comment.start(2)
    said, wrong = written_facts(comment[2], lambda at, end: Span(source, start + at, start + end))
    if wrong:
        problems.append(Diagnostic(
            "not-a-fact", "this is no list of facts", Label(wrong, "from here on"),
            help=("write facts with commas between them, such as `at(internet), degraded(1/encryption)`",),
        ))  # fmt: skip
    return said


def fact_of(said: WrittenFact) -> Ground:
    """Return the fact that is written, as the rules have it."""
    return (said.name, *said.about)
