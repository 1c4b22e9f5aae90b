"""The rules that a page is analysed with: ours, and those of the team's own folder, with what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bartizan.project.workspace import Workspace
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.write_file import safe_path

if TYPE_CHECKING:
    from bartizan.rules.threats.read_rules import RulePage


def rules_for(workspace: Workspace) -> tuple[tuple[Rule, ...], tuple[Diagnostic, ...]]:
    """Return all rules for the pages of a workspace, and what is wrong with the team's own."""
    folder = _folder(workspace)
    if not isinstance(folder, Path):
        return RULES, (folder,) if folder else ()
    from bartizan.rules.threats.read_rules import read_rules  # noqa: PLC0415  (few workspaces have rules of their own)

    own, problems = read_rules(folder)
    return (*RULES, *own), problems


def problems_with_rules(workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the team's own rules: how they are written, what their examples claim, and what they do.

    An example that does not hold is an error, as in a test. What can do nothing among all rules is a warning.
    """
    folder = _folder(workspace)
    if not isinstance(folder, Path):
        return (folder,) if folder else ()
    from bartizan.rules.threats.read_rules import read_rule_pages, try_rules  # noqa: PLC0415  (as above)

    pages, problems = read_rule_pages(folder)
    return (*problems, *try_rules(pages), *_of_no_use(pages))


def _folder(workspace: Workspace) -> Path | Diagnostic | None:
    """Return the folder of the team's rules, why it cannot be read, or nothing where there is none."""
    if workspace.settings.rules is None:
        return None
    return safe_path(workspace.root, str(workspace.settings.rules))


def _of_no_use(pages: Sequence[RulePage]) -> Iterator[Diagnostic]:
    """Yield what the linter finds in the team's own rules among ours, each at the line where the rule begins."""
    from bartizan.rules.threats.lint import Fault, lint  # noqa: PLC0415  (as above)

    help_ = {
        Fault.DEAD: "use facts that a page can say, or that another rule concludes",
        Fault.UNUSED: "conclude something that a service cares for, or that another rule needs",
        Fault.SHADOWED: "leave it out, or say what it needs besides",
        Fault.INVERTED: "let a control stop the rule (`unless:`), and not set it off",
    }
    own = {page.rule.name: page for page in pages}
    if not own:
        return
    outcomes = frozenset(each.value for each in Breach)
    for finding in lint((*RULES, *(page.rule for page in pages)), outcomes=outcomes):
        page = own.get(finding.rule)
        if page and finding.fault is not Fault.BROKEN:  # what is broken was told when the rule was read
            yield Diagnostic(
                "rule-of-no-use", f"`{finding.rule}` is {finding.fault.value}: {finding.says}", Label(page.at),
                help=(help_[finding.fault],), severity=Severity.WARNING,
            )  # fmt: skip
