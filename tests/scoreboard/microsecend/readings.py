"""The two ways to read a diagram, and what the dataset's rules suppose that no diagram draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from bartizan.model.architecture import Architecture
from bartizan.model.control import Control, ControlState
from bartizan.model.threat_actor import ThreatActor
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.facts.of_controls import Holding
from bartizan.rules.facts.view import View

NEIGHBOUR = "neighbour"
"""Somebody who can send and listen where the services run: without them no connection within needs a control."""

SURVEYED = ("encryption", "authentication", "authorization")
"""The controls of an interface for which the dataset has an annotation."""


class Reading(Enum):
    """How what is not drawn is taken."""

    DRAWN = "as drawn"
    """What is not drawn is not said: it becomes a question."""
    SURVEYED = "as surveyed"
    """Those who drew the diagram searched the code for each thing they have an annotation for: what is not drawn they did
    not find, so it is absent. It is what the rules were judged by."""


def analysed(page: Architecture, reading: Reading) -> Analysis:
    """Return the analysis of a page in a reading."""
    supposed = with_suppositions(page)
    return analyse_page(supposed if reading is Reading.DRAWN else with_what_was_not_found(supposed))


def with_suppositions(page: Architecture) -> Architecture:
    """Return a page with what the rules suppose and no diagram draws.

    Somebody attacks from within and from without; no program has a bug, for no rule speaks of bugs; and nothing at rest is
    protected from those who have got at what keeps it, for no annotation speaks of data at rest.
    """
    view = View(page)
    people = {id_: ThreatActor(id=id_) for id_ in page.components if view.is_person(id_)}
    neighbour = ThreatActor(id=NEIGHBOUR, name="Somebody on the services' own network", at=("application",))
    without_bugs = {
        f"{id_}/hardening": Control(id=f"{id_}/hardening", state=ControlState.IN_PLACE)
        for id_ in page.components if id_ not in people
    }  # fmt: skip
    at_rest = {
        f"{id_}/{kind}": Control(id=f"{id_}/{kind}", state=ControlState.ABSENT)
        for id_, asset in page.data_assets.items() if asset.persisted for kind in ("encryption-at-rest", "integrity-at-rest")
    }  # fmt: skip
    return replace(
        page,
        threat_actors={**people, NEIGHBOUR: neighbour},
        controls={**without_bugs, **at_rest, **page.controls},
    )


def with_what_was_not_found(page: Architecture) -> Architecture:
    """Return a page on which every control that has an annotation and is not drawn is absent."""
    return replace(page, controls={**page.controls, **_absent(page)})


def _absent(page: Architecture) -> Mapping[str, Control]:
    known = analyse_page(page).grounded.controls
    named = {
        id_: control
        for id_, control in page.controls.items()
        if control.kind in SURVEYED and not control.state
    }
    found = {id_: replace(each, state=ControlState.ABSENT) for id_, each in named.items()}
    covered = {
        (control.kind, element)
        for control in page.controls.values() if control.state is ControlState.IN_PLACE for element in control.stands_on
    }  # fmt: skip
    for interface in page.interfaces:
        for kind in SURVEYED:
            id_ = f"{interface}/{kind}"
            asked = known.get(id_)
            if asked and asked.holding is Holding.UNSAID and (kind, interface) not in covered:
                found[id_] = Control(
                    id=id_, state=ControlState.ABSENT, because="it was looked for and not found"
                )
    return found
