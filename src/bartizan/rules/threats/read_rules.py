"""Reads the rules of a team: a folder of Markdown pages, each with one rule written as text. No code is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bartizan.rules.threats.code_blocks import CodeBlock, code_blocks
from bartizan.rules.threats.read_examples import Example, read_examples
from bartizan.rules.threats.read_rule_block import read_rule_block
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import rule_called
from bartizan.rules.threats.try_examples import try_examples
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.read_text import read_source
from bartizan.source.text import Source, Span

HEADINGS = ("Why it matters", "When it is not a threat", "What to ask", "Advice", "Examples", "Source")
"""The headings of the page of a threat, in their order."""
HEADINGS_OF_A_STEP = ("Why it matters", "When it does not apply", "Examples", "Source")
"""Those of a rule that only carries an attack along."""
MAXIMUM_RULES = 500
"""How many rules a folder may hold."""
MAXIMUM_BYTES = 256 * 1024
"""How large one of them may be."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TITLE = re.compile(r"# ([^\r\n]*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^## ([^\r\n]*?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RulePage:
    """A page with a rule of a team."""

    rule: Rule
    source: Source
    examples: tuple[Example, ...]
    at: Span
    """The line on which the rule begins."""


def read_rules(folder: Path) -> tuple[tuple[Rule, ...], tuple[Diagnostic, ...]]:
    """Return the rules of a folder, by name, and what is wrong with those that cannot be taken.

    Whether their examples hold is for `try_rules` to say: that takes longer.
    """
    pages, problems = read_rule_pages(folder)
    return tuple(page.rule for page in pages), problems


def try_rules(pages: Sequence[RulePage]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the examples of rules that were read."""
    return tuple(problem for page in pages for problem in try_examples(page.rule, page.examples))


def read_rule_pages(folder: Path) -> tuple[tuple[RulePage, ...], tuple[Diagnostic, ...]]:
    """Return the pages of a folder's rules, by name, and what is wrong with those that cannot be taken."""
    try:
        files = sorted(
            each for each in folder.iterdir() if each.suffix == ".md" and each.stem.lower() != "readme"
        )
    except OSError:
        return (), (Diagnostic("no-such-file", f"there is no folder `{folder}`", help=("check the path",)),)
    problems: list[Diagnostic] = []
    if len(files) > MAXIMUM_RULES:
        message = f"`{folder}` holds more than {MAXIMUM_RULES} rules; the rest is not read"
        problems.append(Diagnostic("not-a-rule", message, help=("use several folders, or fewer rules",)))
    found = []
    for file in files[:MAXIMUM_RULES]:
        page, wrong = _read_file(folder, file)
        problems += wrong
        if page:
            found.append(page)
    return tuple(found), tuple(problems)


def _read_file(folder: Path, file: Path) -> tuple[RulePage | None, Sequence[Diagnostic]]:
    if not file.resolve().is_relative_to(folder.resolve()):
        return None, [
            Diagnostic("path-outside", f"`{file}` leads out of its folder", help=("copy the file itself",))
        ]
    source, problems = read_source(file, limit=MAXIMUM_BYTES)
    if source is None or problems:
        return None, problems
    return read_rule_page(source, file.stem)


def read_rule_page(source: Source, name: str) -> tuple[RulePage | None, tuple[Diagnostic, ...]]:
    """Return a page with one rule, which its file is named for, and what is wrong with it; no page where it is an error."""
    problems = list(_wrong_name(source, name))
    blocks = [block for block in code_blocks(source) if block.language == "rule"]
    rule: Rule | None = None
    if len(blocks) == 1:
        rule, wrong = read_rule_block(blocks[0].alone, name)
        problems += wrong
    else:
        problems.append(_no_single_block(source, blocks))
    examples = read_examples(source)
    problems += examples.diagnostics
    if rule:
        problems += _wrong_headings(source, rule)
        if not (examples.concluding and examples.refuting):
            problems.append(Diagnostic(
                "not-a-rule", f"`{name}` has no example that concludes, or none that does not", Label(_first_line(source)),
                help=("add a page as a `yaml` block that ends in `# when: …` and `# then: …`, and one with `# not: …`",),
            ))  # fmt: skip
    if rule is None or any(each.severity is Severity.ERROR for each in problems):
        return None, tuple(problems)
    return RulePage(rule, source, examples.examples, blocks[0].opening), tuple(problems)


def _first_line(source: Source) -> Span:
    return Span(source, 0, len(source.line_text(1)))


def _wrong_name(source: Source, name: str) -> Iterator[Diagnostic]:
    line = _first_line(source)
    title = _TITLE.match(source.text)
    if not _NAME.fullmatch(name):
        message = f"`{name}` cannot be the name of a rule"
        yield Diagnostic(
            "not-a-rule", message, Label(line), help=("name the file in small letters with hyphens",)
        )
    elif title is None or title[1] != name:
        message = "a page begins with the name of its rule"
        yield Diagnostic(
            "not-a-rule", message, Label(line), help=(f"begin with `# {name}`, as the file is called",)
        )
    if rule_called(name):
        yield Diagnostic(
            "rule-name-taken",
            f"`{name}` is a rule of Bartizan's own",
            Label(line),
            help=("give the file another name",),
        )


def _no_single_block(source: Source, blocks: Sequence[CodeBlock]) -> Diagnostic:
    if not blocks:
        help_ = (
            "write it between a line of three backticks with `rule` behind them and one with three backticks"
        )
        return Diagnostic(
            "not-a-rule", "there is no rule on this page", Label(_first_line(source)), help=(help_,)
        )
    message = "there are several rules on this page"
    return Diagnostic(
        "not-a-rule", message, Label(blocks[1].opening), help=("give each rule a page of its own",)
    )


def _wrong_headings(source: Source, rule: Rule) -> Iterator[Diagnostic]:
    wanted = HEADINGS if rule.is_threat else HEADINGS_OF_A_STEP
    found = [heading[1] for heading in _HEADING.finditer(source.text)]
    missing = [heading for heading in wanted if heading not in found]
    if missing:
        message = f"the page of `{rule.name}` says nothing under `## {missing[0]}`"
        yield Diagnostic(
            "not-a-rule", message, Label(_first_line(source)), severity=Severity.WARNING,
            help=(f"the headings are {', '.join(wanted)}",),
        )  # fmt: skip
