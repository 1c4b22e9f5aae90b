"""What defends a service and against whom, on a printed page: controls, threat actors, abuse cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.model.references import SECTIONS
from bartizan.model.shapes import Flag
from bartizan.render.page.document import Blocks, Fact, Facts, Nature, Paragraph, Tone, Word
from bartizan.render.page.prose_words import prose_blocks
from bartizan.render.page.tables import Asked, table_of

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture
    from bartizan.model.control import Control
    from bartizan.model.threat_actor import ThreatActor
    from bartizan.render.page.names import Names


def summary_of_controls(architecture: Architecture, names: Names) -> Blocks:
    """Return the controls that span components, in the words of the page."""
    facts = tuple(
        Fact(topic, prose_blocks(text, names) if text else (Paragraph((Word("not said", Tone.NOT_SAID),)),))
        for topic, text in architecture.summary_of_controls.items()
    )
    return (Facts(facts),) if facts else ()


def controls(architecture: Architecture, names: Names) -> Blocks:
    """Return the controls one by one: where each stands and whether it is there."""

    def element(control: Control) -> Blocks:
        if "/" not in control.id:
            return ()
        id_ = control.id.partition("/")[0]
        return (Paragraph((names.word(id_, SECTIONS),)),)

    columns = (
        Asked("On", Nature.SHORT, made=element, optional=True),
        Asked("State", Nature.LEVEL, "state", optional=True),
        Asked("Kind", Nature.SHORT, "kind", optional=True),
        Asked("Enforced by", Nature.SHORT, "enforced_by", optional=True),
    )
    return table_of("Control", "controls", architecture.controls, columns, names)


def threat_actors(architecture: Architecture, names: Names) -> Blocks:
    """Return whom the service is defended against, and whom not."""

    def defended(actor: ThreatActor) -> Blocks:
        if actor.in_scope is None:
            return ()
        tone = Tone.UNKNOWN if actor.in_scope is Flag.UNKNOWN else Tone.PLAIN
        return (Paragraph((Word(actor.in_scope.value, tone),)),)

    columns = (
        Asked("Defended against", Nature.LEVEL, "in_scope", defended, optional=True),
        Asked("At", Nature.SHORT, "at", optional=True),
        Asked("Holds", Nature.SHORT, "holds", optional=True),
        Asked("Capability", Nature.LEVEL, "capability", optional=True),
    )
    return table_of("Threat actor", "threat-actors", architecture.threat_actors, columns, names)


def abuse_cases(architecture: Architecture, names: Names) -> Blocks:
    """Return what an attacker might want."""
    columns = (
        Asked("Actors", Nature.SHORT, "actors", optional=True),
        Asked("Aimed at", Nature.SHORT, "targets", optional=True),
    )
    return table_of("Abuse case", "abuse-cases", architecture.abuse_cases, columns, names)
