"""Analyses a page: what follows from it for whoever attacks, and where on the page everything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from bartizan.engine.fixpoint import conclude
from bartizan.engine.proof import prove
from bartizan.project.open_page import OpenPage
from bartizan.project.team_rules import rules_for
from bartizan.project.workspace import shown
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.answers.impact import AssetFailure, impact_of
from bartizan.rules.answers.promises import Promises
from bartizan.rules.answers.proofs import EVERYBODY, proof_of
from bartizan.rules.answers.threats import Threat
from bartizan.rules.answers.why import Sentence, in_sentences, smallest_scenario
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_rights import AN_ATTACK_TAKES
from bartizan.rules.threats.ground import Ground
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.nodes import Path
from bartizan.source.text import Span


@dataclass(frozen=True)
class Analysed:
    """What follows from a page, with its places; each part is worked out when it is first asked for."""

    page: OpenPage
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the team's own rules."""

    @cached_property
    def promises(self) -> Promises:
        """The answers, one after the other."""
        return Promises(self.analysis)

    @cached_property
    def impact(self) -> tuple[AssetFailure, ...]:
        """What the failure of each data asset means."""
        return impact_of(self.analysis)

    @property
    def threats(self) -> tuple[Threat, ...]:
        """Every threat of the page, the certain and weighty first."""
        return self.promises.threats

    def threat(self, id_: str) -> Threat | None:
        """Return a threat by its id, or by the beginning of it where that is unmistakable."""
        found = [each for each in self.threats if each.id.startswith(id_)] if len(id_) >= 4 else []
        return found[0] if len(found) == 1 else None

    # ---- places

    def span(self, path: Path) -> Span | None:
        """Return where a path is written, or the nearest thing around it."""
        return self.page.places.of(path)

    def place(self, path: Path) -> str | None:
        """Return where a path is written, as file and line; the file as seen from the page's own folder."""
        span = self.span(path)
        if span is None:
            return None
        folder = PurePath(shown(self.page.path)).parent
        name = PurePath(span.source.name)
        near = name.relative_to(folder) if name.is_relative_to(folder) else name
        return f"{near.as_posix()}:{span.line}"

    def places(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Return where paths are written, each place once."""
        return tuple(dict.fromkeys(place for path in paths if (place := self.place(path))))

    # ---- why

    def why_threat(self, threat: Threat) -> tuple[Sentence, ...]:
        """Return why a threat applies, with as little supposed as will do: as the report has it."""
        return proof_of(self.analysis, threat)

    def why(self, fact: Ground, actor: Actor | None, given: Iterable[Ground] = ()) -> tuple[Sentence, ...]:
        """Return why a fact follows for an actor from the page and what is supposed besides; nothing where it does not."""
        analysis = self.analysis
        number = analysis.grounded.number(fact)
        if number is None:
            return ()
        acts = analysis.acts(actor) if actor else analysis.sure_actors
        fixed = (*analysis.base, *acts, *analysis.grounded.numbers(given))
        needed = smallest_scenario(analysis, number, fixed, analysis.supposed)
        if needed is None:
            return ()
        proof = prove(conclude(analysis.grounded.program, (*fixed, *needed)), number)
        return in_sentences(analysis, proof, actor.name if actor else EVERYBODY) if proof else ()


def analyse(page: OpenPage) -> Analysed:
    """Return what follows from a page, with the rules of its workspace; nothing is worked out yet.

    What is wrong with the page is among `page.diagnostics`, what is wrong with the team's own rules among `diagnostics`;
    rules that are in order are used all the same, and so is as much of the page as could be read. A threat is certain where
    it follows with everything that is not said in place, and open where it follows only if the worst is true of something
    that is not said. The same page gives the same answer on every machine.
    """
    rules, problems = rules_for(page.workspace)
    attack_takes = page.workspace.settings.attack_takes or AN_ATTACK_TAKES
    return Analysed(page, analyse_page(page.architecture, rules, attack_takes), problems)
