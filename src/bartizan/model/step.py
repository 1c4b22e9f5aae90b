"""One step of a use case: data moving over an interface."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.carried import Carried
from bartizan.model.compounds import ListOf, Record
from bartizan.model.shapes import Flag, Id, Text, YesNo, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Data moving from one component to another, or work within one; the arrow is where the data goes."""

    sender: str | None = said(Id("components"), "The component the data comes from.", key="from")
    receiver: str | None = said(
        Id("components"), "The component it goes to; the sender itself for work done there.", key="to"
    )
    text: str | None = said(Text(), "What happens, in a few words.")
    interface: str | None = said(
        Id("interfaces"),
        "The interface it goes over; a step from its listener to its requestor is the response.",
    )
    carries: tuple[Carried, ...] = said(
        ListOf(Record(Carried, short="asset")),
        "The data assets that move, where the interface does not tell.",
    )
    reply: Flag | None = said(
        YesNo(), "Whether it answers an earlier step, where the interface does not tell."
    )
