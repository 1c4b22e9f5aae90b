"""Follows a compromise out of a service, into the page of the service that lies there."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.names import fold
from bartizan.model.shapes import Flag
from bartizan.project.analyse import Analysed, analyse
from bartizan.project.find_page import pages_in
from bartizan.project.open_page import open_page
from bartizan.project.what_if import Compromise
from bartizan.project.workspace import shown
from bartizan.rules.answers.falls import WhatFalls, what_falls
from bartizan.rules.threats.ground import Ground

MAXIMUM_PAGES = 200
"""How many pages of a workspace are looked at for the service that is meant."""


@dataclass(frozen=True)
class Onward:
    """How a walk goes on in another service of the workspace."""

    service: str
    entered_as: str
    """The credential that is shown there, by its id on the first page; empty where none is."""
    page: str
    """Where that service's page is; empty where the workspace has none."""
    entered: tuple[str, ...] = ()
    """The interfaces of that service over which the walk goes on."""
    falls: WhatFalls | None = None
    analysed: Analysed | None = None


def onward(analysed: Analysed, compromise: Compromise) -> tuple[Onward, ...]:
    """Return how the walk goes on behind each way out that leads to a named service."""
    wanted = {each.service: each for each in compromise.exits if each.service}
    found = []
    for service, exit_ in wanted.items():
        assert service is not None
        other = _page_of(analysed, service)
        shown_there = ", ".join(exit_.credentials)
        if other is None:
            found.append(Onward(service, shown_there, ""))
            continue
        entered, facts = _entered(other)
        falls = what_falls(other.analysis, [facts])[0] if facts else None
        found.append(Onward(service, shown_there, shown(other.page.path), entered, falls, other))
    return tuple(found)


def _page_of(analysed: Analysed, service: str) -> Analysed | None:
    """Return the page of a service in the workspace of a page; of several releases, the same one, else the last by name."""
    release = analysed.page.architecture.release
    pages = []
    for path in pages_in(analysed.page.workspace)[:MAXIMUM_PAGES]:
        if path == analysed.page.path:
            continue
        page = open_page(path)
        if page.architecture.service and fold(page.architecture.service) == fold(service):
            pages.append(page)
    same = [page for page in pages if release and page.architecture.release == release]
    chosen = (same or sorted(pages, key=lambda page: page.architecture.release or ""))[-1:]
    return analyse(chosen[0]) if chosen else None


def _entered(other: Analysed) -> tuple[tuple[str, ...], tuple[Ground, ...]]:
    """Return the entry points of a service, and the facts that somebody is let in there as an authenticated service."""
    page = other.page.architecture
    interfaces = tuple(
        each.interface.id
        for each in other.promises.entry_points
        if each.interface.administration is not Flag.YES
    ) or tuple(id_ for id_, each in page.interfaces.items() if each.entry_point is Flag.YES)
    facts: list[Ground] = []
    for id_ in interfaces:
        facts.append(("reaches", id_))
        facts.append(("inside", id_))
    return interfaces, tuple(facts)
