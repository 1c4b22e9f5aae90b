"""What people call the data that moves over an interface or in a step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.names import display_name
from bartizan.model.step import Step

DOUBT = "? = the page does not say in which direction it moves"
"""What a question mark behind the name of data means."""


@dataclass(frozen=True, slots=True)
class StepData:
    """What moves in one step."""

    names: tuple[str, ...]
    """What people call it."""
    in_doubt: bool = False
    """Whether some of it may move the other way."""


def carried_names(architecture: Architecture, carried: Iterable[Carried]) -> tuple[str, ...]:
    """Return a name for each thing in flight; what is encrypted before it is sent says so."""
    names = []
    for each in carried:
        if each.asset and each.asset != "nothing":
            name = "unknown data" if each.asset == "unknown" else _asset_name(architecture, each.asset)
            names.append(f"{name} (encrypted)" if each.encrypted_with else name)
    return tuple(dict.fromkeys(names))


def names_one_way(
    architecture: Architecture, carried: Iterable[Carried], credentials: Iterable[str]
) -> tuple[str, ...]:
    """Return a name for each thing that moves in one direction; a credential that is among the data is named once."""
    carried = tuple(carried)
    named = {"nothing", "unknown", *(each.asset for each in carried)}
    shown = (_asset_name(architecture, each) for each in credentials if each not in named)
    return tuple(dict.fromkeys((*carried_names(architecture, carried), *shown)))


def step_data(architecture: Architecture, step: Step) -> StepData:
    """Return what moves in a step: what the step itself says, else what its interface says for that direction.

    What the interface carries in a direction that nobody said has a question mark behind its name.
    """
    if step.carries:
        return StepData(carried_names(architecture, step.carries))
    interface = architecture.interfaces.get(step.interface or "")
    ways = {}
    if interface is not None:
        ways = {
            (interface.requestor, interface.listener): (interface.request, interface.request_credentials),
            (interface.listener, interface.requestor): (interface.response, interface.response_credentials),
        }
    if interface is None or (step.sender, step.receiver) not in ways:
        return StepData(())
    carried, credentials = ways[step.sender, step.receiver]
    known = names_one_way(architecture, carried, credentials)
    perhaps = [name for name in carried_names(architecture, interface.in_flight) if name not in known]
    return StepData((*known, *(f"{name}?" for name in perhaps)), bool(perhaps))


def _asset_name(architecture: Architecture, asset: str) -> str:
    known = architecture.data_assets.get(asset)
    return display_name(known) if known else asset
