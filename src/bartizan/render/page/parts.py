"""The parts of a service on a printed page: dependencies, components and trust domains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bartizan.model.trust_domain import TrustDomain
from bartizan.render.page.document import Blocks, Nature, Paragraph, Tone, Word
from bartizan.render.page.names import Names, used_domains
from bartizan.render.page.tables import Asked, table_of

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture


def dependencies(architecture: Architecture, names: Names) -> Blocks:
    """Return what the service needs and does not control, and what is taken for granted of it."""
    meant = {id_: names.find(id_, ("components",)) for id_ in architecture.external_dependencies}
    links = {id_: f"#{component.anchor}" for id_, component in meant.items() if component}
    elements = {
        id_: replace(each, name=each.name or component.label) if (component := meant[id_]) else each
        for id_, each in architecture.external_dependencies.items()
    }
    columns = (
        Asked("Security assumptions", Nature.PROSE, "assumption"),
        Asked("Owner", Nature.SHORT, "owner", optional=True),
    )
    return table_of("Dependency", "external-dependencies", elements, columns, names, links=links)


def components(architecture: Architecture, names: Names) -> Blocks:
    """Return the components, with what the template asks about each."""
    columns = (
        Asked("Technology", Nature.SHORT, "technology"),
        Asked("Kind", Nature.SHORT, "kind", optional=True),
        Asked("Placement", Nature.LEVEL, "placement"),
        Asked("Trust domain", Nature.SHORT, "domain"),
        Asked("Instances", Nature.LEVEL, "instances", optional=True),
    )
    return table_of("Component", "components", architecture.components, columns, names, last="Purpose")


def trust_domains(architecture: Architecture, names: Names) -> Blocks:
    """Return the trust domains and who belongs to each; one that is only used is listed too."""
    domains = dict(architecture.trust_domains)
    domains |= {id_: TrustDomain(id=id_) for id_ in used_domains(architecture)}

    def members(domain: TrustDomain) -> Blocks:
        inside = [id_ for id_, component in architecture.components.items() if component.domain == domain.id]
        words: list[Word] = []
        for id_ in inside:
            words += [Word(", ")] if words else []
            words.append(names.word(id_, ("components",)))
        if not inside and domain.id not in architecture.trust_domains:
            words.append(Word("named, but not declared", Tone.ASIDE))
        return (Paragraph(tuple(words)),) if words else ()

    columns = (
        Asked("Kind", Nature.SHORT, "kind"),
        Asked("Inside", Nature.SHORT, "inside", optional=True),
        Asked("Components", Nature.LIST, made=members, optional=True),
        Asked("Reached from", Nature.SHORT, "reached_from", optional=True),
    )
    return table_of("Trust domain", "trust-domains", domains, columns, names)
