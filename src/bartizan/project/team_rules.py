"""The rules that a page is analysed with: ours, and those of the team's own folder."""

from __future__ import annotations

from bartizan.project.workspace import Workspace
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.write_file import safe_path


def rules_for(workspace: Workspace) -> tuple[tuple[Rule, ...], tuple[Diagnostic, ...]]:
    """Return all rules for the pages of a workspace, and what is wrong with the team's own."""
    if workspace.settings.rules is None:
        return RULES, ()
    from bartizan.rules.threats.read_rules import read_rules  # noqa: PLC0415  (few workspaces have rules of their own)

    folder = safe_path(workspace.root, str(workspace.settings.rules))
    if isinstance(folder, Diagnostic):
        return RULES, (folder,)
    own, problems = read_rules(folder)
    return (*RULES, *own), problems
