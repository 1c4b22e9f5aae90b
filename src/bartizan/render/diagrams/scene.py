"""What is to be drawn: boxes, groups and connectors, before anyone decides where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """The outline of a box, as the diagram guidance has it."""

    PROCESS = "process"
    """A rectangle: a server, cluster, process or service."""
    STORE = "store"
    """A vertical cylinder: storage or a database."""
    QUEUE = "queue"
    """A horizontal cylinder, a pipe: a message queue."""
    CLOUD = "cloud"
    """A cloud: users who come over the internet."""
    PERSON = "person"
    """A box with round ends: somebody, not something."""
    FILE = "file"
    """A sheet of paper with a wavy lower edge."""
    HOST = "host"
    """A machine whose contents are not drawn inside it."""
    HSM = "hardware security module"
    """A rectangle with a second one inside: a strong box."""
    BROWSER = "browser"
    """A rectangle with a bar at the top: something people look at."""
    TERMINAL = "terminal"
    """A rectangle with a prompt in its corner: something people type into."""
    DOMAIN = "domain"
    """A whole trust domain shown as one box, in an overview."""
    EXTERNAL_ENTITY = "external entity"
    """In a data flow diagram: a rectangle with sharp corners."""
    CIRCLE = "circle"
    """In a data flow diagram: one process."""
    DOUBLE_CIRCLE = "double circle"
    """In a data flow diagram: several processes."""
    DATA_STORE = "data store"
    """In a data flow diagram: two parallel lines, open at the sides."""


class GroupKind(Enum):
    """What the boundary around several boxes stands for."""

    NETWORK = "network"
    """Dashed, with rounded corners."""
    GROUP = "group"
    """Dotted."""
    THIRD_PARTY = "third party"
    """Dashed in a colour of its own, with the third party's name."""
    HOST = "host"
    """Dotted: a machine and what runs or lies on it."""


class ConnectorKind(Enum):
    """What an arrow stands for."""

    INTERFACE = "interface"
    """A connection; the head is at the listener."""
    READS = "reads"
    """A component reads a file; the head is at the file."""
    WRITES = "writes"
    """A component writes a file; the head is at the file."""
    FLOW = "flow"
    """Data moving; the head is where it goes."""
    SUMMARY = "summary"
    """All interfaces from one collapsed domain to another."""


class Heads(Enum):
    """Where an arrow has its heads."""

    END = "end"
    """At the end only."""
    EITHER = "either"
    """Hollow ones at both ends: data moves, and nobody said which way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One thing with a name: a component, an entity, or a trust domain shown as one box."""

    id: str
    """Unique among the boxes and groups of the scene."""
    element: str
    """The id of the element of the architecture that it shows; empty when there is none."""
    name: str
    """What people see."""
    detail: str = ""
    """A second line, smaller: the technology."""
    quantity: str = ""
    """How many instances there are, as the architect wrote it; empty when there is one or nobody said."""
    shape: Shape = Shape.PROCESS
    group: str | None = None
    """The id of the group it stands in."""
    stacked: bool = False
    """Whether it is drawn as a pile, for several instances."""
    future: bool = False
    """Planned and not there yet: dashed."""
    out_of_scope: bool = False
    """Here for context only: shaded, and said so."""
    undeclared: bool = False
    """Named by an interface, but nobody declared it."""
    closed: GroupKind | None = None
    """For a group shown as one box, as in an overview: the kind of the group."""

    @property
    def is_domain(self) -> bool:
        """Whether `element` is a trust domain instead of a component."""
        return self.closed is not None and self.closed is not GroupKind.HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A boundary around boxes and other groups."""

    id: str
    """Unique among the boxes and groups of the scene."""
    element: str
    """The id of the trust domain, or of the component that hosts what is inside."""
    name: str
    """What stands on the boundary."""
    kind: GroupKind = GroupKind.NETWORK
    inside: str | None = None
    """The id of the group around it."""
    future: bool = False
    """Planned and not there yet."""
    out_of_scope: bool = False
    """Here for context only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """An arrow between two boxes or groups."""

    id: str
    """Unique among the connectors of the scene."""
    element: str
    """The id of the interface; empty when there is none."""
    tail: str
    """The id of the box or group it starts from."""
    head: str
    """The id of the box or group its head touches."""
    number: str = ""
    """What stands in the round badge."""
    name: str = ""
    """What it is called, or the data that moves."""
    detail: str = ""
    """A second line, smaller: the protocol."""
    data: tuple[str, ...] = ()
    """The data that moves, one by one, where `name` is the list of it."""
    unsaid: bool = False
    """Whether nobody said what moves."""
    kind: ConnectorKind = ConnectorKind.INTERFACE
    heads: Heads = Heads.END
    future: bool = False
    """Planned and not there yet: dashed."""
    reply: bool = False
    """Data that goes back to who asked; drawn like any other, because dashes say that something is planned."""
    administration: bool = False
    """A path by which the service is administered."""
    out_of_scope: bool = False
    """Here for context only."""
    in_doubt: bool = False
    """Whether some of its data may move the other way; its name has question marks then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that one picture shows."""

    name: str
    """A short name of letters, digits and hyphens, fit for a file."""
    title: str
    """What stands above the picture."""
    description: str
    """What the picture shows, in a few sentences, for those who cannot see it."""
    boxes: tuple[Box, ...] = ()
    """In the order in which they were written."""
    groups: tuple[Group, ...] = ()
    """In the order in which they were written; no group is inside itself, not even by way of others."""
    connectors: tuple[Connector, ...] = ()
    """In the order in which they were written; both ends exist."""
    is_flow: bool = False
    """Whether it is a data flow diagram, whose trust boundaries are red."""
