"""A control of which nobody says what it is, or why it is not there."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.control import ControlState
from bartizan.model.names import display_name
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import short

_NOT_THERE = {ControlState.ABSENT, ControlState.PLANNED}


def find(page: Page) -> Iterator[Found]:
    """Yield each control that is absent or planned without a reason, or has a name of its own and nothing that explains it."""
    for control in page.architecture.controls.values():
        own_name = "/" not in control.id
        name = control.id if not control.name else f"{control.id} ({short(display_name(control))})"
        if control.state is not None and control.state in _NOT_THERE and control.because is None:
            message = f"the control `{name}` is {control.state.value} and the page does not say why"
            key, help_ = "because", "one sentence: what keeps it from being there, and what is done instead"
        elif own_name and control.kind is None and control.description is None:
            message = f"the control `{name}` does not say what sort of control it is"
            key, help_ = (
                "kind",
                "authentication, authorization, encryption, filter, backup, audit …, or describe it in words",
            )
        else:
            continue
        yield Found(
            element=control.id,
            path=("controls", control.id, key),
            message=message,
            help=(help_,),
            write=f"{key}: …",
        )


RULE = Rule(
    name="control-unexplained",
    says="each control says what it is, and why it is absent where it is",
    weight=Weight.ADVICE,
    find=find,
)
