"""A microSecEnD diagram as an architecture page that says what the diagram does and leaves all else unsaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.scoreboard.microsecend import words
from tests.scoreboard.microsecend.diagram import Diagram, Flow, Node
from tests.scoreboard.pages import Ids, Tree

APPLICATION = "application"
"""The trust domain of all services: the dataset calls external what is not deployed with the application."""
OUTSIDE = "outside"
"""The trust domain of those who use it."""
SOMEBODY = "somebody-outside"
"""Whoever uses a service that is marked as an entry point, where the diagram draws nobody."""


@dataclass(frozen=True, slots=True)
class Connection:
    """One interface: all flows between two nodes that belong together."""

    id: str
    requestor: Node
    listener: Node
    request: Flow | None
    response: Flow | None

    @property
    def stereotypes(self) -> frozenset[str]:
        """The annotations of both directions."""
        flows = (each for each in (self.request, self.response) if each)
        return frozenset(word for each in flows for word in each.stereotypes)

    @property
    def protocol(self) -> list[str]:
        """What it speaks, as far as the diagram says."""
        named = [
            each.tags["Protocol"]
            for each in (self.request, self.response)
            if each and "Protocol" in each.tags
        ]
        return named or [spoken for word, spoken in words.PROTOCOLS.items() if word in self.stereotypes]


@dataclass
class Draft:
    """The page while it is put together."""

    diagram: Diagram
    ids: Ids = field(default_factory=Ids)
    assets: dict[str, dict[str, object]] = field(default_factory=dict)
    controls: dict[str, dict[str, object]] = field(default_factory=dict)


def page_of(diagram: Diagram) -> Tree:
    """Return the page of a diagram."""
    draft = Draft(diagram)
    outsider = Node(SOMEBODY, external=True, stereotypes=frozenset({"user_stereotype"}), tags={})
    connections = list(_connections(diagram, outsider))
    nodes = list(diagram.nodes.values())
    if any(each.requestor is outsider for each in connections):
        nodes.append(outsider)
    components = {draft.ids.give(each.name): _component(draft, each) for each in nodes}
    interfaces = {each.id: _interface(draft, each) for each in connections}
    _checks(draft, connections)
    _kept_by_registries(draft, connections)
    _kept_by_secret_managers(draft, connections)
    return {
        "format": "1",
        "service": diagram.name,
        "trust-domains": _domains(draft),
        "components": components,
        "interfaces": interfaces,
        "data-assets": draft.assets,
        "controls": draft.controls,
    }


def is_person(node: Node) -> bool:
    """Whether a node is somebody."""
    return "user_stereotype" in node.stereotypes


# ---- components


def _component(draft: Draft, node: Node) -> dict[str, object]:
    kind = next((kind for word, kind in words.COMPONENT_KINDS.items() if word in node.stereotypes), None)
    technology = next((node.tags[each] for each in ("Database", "Message Broker") if each in node.tags), None)
    found: dict[str, object] = {"name": node.name, "domain": _domain(draft, node)}
    if kind:
        found["kind"] = kind
    elif node.external:
        found["kind"] = "external-service"
    if technology:
        found["technology"] = technology
    return found


def _domain(draft: Draft, node: Node) -> str:
    if is_person(node):
        return OUTSIDE
    return draft.ids.give(f"domain of {node.name}") if node.external else APPLICATION


def _domains(draft: Draft) -> dict[str, object]:
    found: dict[str, object] = {APPLICATION: {"kind": "group"}, OUTSIDE: {"kind": "network"}}
    for node in draft.diagram.nodes.values():
        if node.external and not is_person(node):
            found[_domain(draft, node)] = {"kind": "third party"}
    return found


# ---- interfaces


def _connections(diagram: Diagram, outsider: Node) -> Iterable[Connection]:
    pairs: dict[tuple[str, str], dict[str, Flow]] = defaultdict(dict)
    for flow in diagram.flows:
        requestor, listener = _ends(diagram, flow)
        pairs[requestor, listener]["request" if requestor == flow.sender else "response"] = flow
    for pair in [pair for pair in pairs if pair[::-1] in pairs and pair in pairs]:
        _answered(diagram, pairs, pair)
    number = 0
    for number, ((requestor, listener), flows) in enumerate(pairs.items(), 1):
        yield Connection(
            str(number),
            diagram.nodes[requestor],
            diagram.nodes[listener],
            flows.get("request"),
            flows.get("response"),
        )
    person = next((each for each in diagram.nodes.values() if is_person(each)), outsider)
    for node in diagram.nodes.values():
        if "entrypoint" in node.stereotypes and not node.external and (person.name, node.name) not in pairs:
            number += 1
            yield Connection(str(number), person, node, None, None)


def _answered(diagram: Diagram, pairs: dict[tuple[str, str], dict[str, Flow]], pair: tuple[str, str]) -> None:
    """Take one of two arrows in opposite directions for the answer to the other, where a person asks."""
    requestor, listener = pair
    if pair in pairs and is_person(diagram.nodes[requestor]) and pair[::-1] in pairs:
        pairs[pair] = {"response": pairs.pop((listener, requestor))["request"], **pairs[pair]}


def _ends(diagram: Diagram, flow: Flow) -> tuple[str, str]:
    """Return who connects and who listens.

    A person never listens; what is external is called from the application, as the dataset says; some nodes only ever answer.
    """
    sender, receiver = diagram.nodes[flow.sender], diagram.nodes[flow.receiver]
    if is_person(receiver) or (sender.external and not is_person(sender)):
        return receiver.name, sender.name
    if receiver.external or _only_answers(receiver) or not _only_answers(sender):
        return sender.name, receiver.name
    return receiver.name, sender.name


def _only_answers(node: Node) -> bool:
    return any(word in node.stereotypes for word in words.ONLY_ANSWERS)


def _interface(draft: Draft, connection: Connection) -> dict[str, object]:
    id_ = connection.id
    requestor, listener = draft.ids.give(connection.requestor.name), draft.ids.give(connection.listener.name)
    found: dict[str, object] = {"requestor": requestor, "listener": listener}
    if connection.protocol:
        found["protocol"] = connection.protocol
    for word, flow in (("request", connection.request), ("response", connection.response)):
        if flow:
            found[word] = [_told(draft, flow)]
    if connection.request is None and connection.response is None:
        found["request"] = [_asset(draft, f"what comes in at {connection.listener.name}", None)]
    shown = _plain_credential(draft, connection)
    if shown:
        found["request-credentials"] = [shown]
    if any(
        word in (connection.stereotypes | connection.requestor.stereotypes) for word in words.GOES_ON_WITHOUT
    ):
        found["needed"] = "no"
    for kind, drawn_as in (
        ("encryption", words.ENCRYPTED_FLOW),
        ("authentication", words.AUTHENTICATED_FLOW),
        ("authorization", words.AUTHORIZED_FLOW),
    ):
        if any(word in connection.stereotypes for word in drawn_as):
            draft.controls[f"{id_}/{kind}"] = {"state": "in place"}
    return found


def _told(draft: Draft, flow: Flow) -> str:
    ends = (draft.diagram.nodes[flow.sender], draft.diagram.nodes[flow.receiver])
    kind = next(
        (kind for word, kind in words.LOADS.items() if any(word in end.stereotypes for end in ends)), None
    )
    id_ = _asset(draft, f"what {flow.sender} tells {flow.receiver}", kind)
    if kind == "log" and "logging_server" in ends[1].stereotypes:
        draft.assets[id_]["persisted"] = draft.ids.give(flow.receiver)
    return id_


def _asset(draft: Draft, name: str, kind: str | None) -> str:
    id_ = draft.ids.give(name)
    draft.assets[id_] = {"name": name}
    if kind:
        draft.assets[id_]["kind"] = kind
    return id_


def _plain_credential(draft: Draft, connection: Connection) -> str | None:
    """Return the credential that a diagram writes out on a node or on the flow to it."""
    listener = connection.listener
    if "plaintext_credentials_link" not in connection.stereotypes:
        return None
    id_ = _asset(draft, f"credentials of {listener.name}", "password")
    if "plaintext_credentials" in listener.stereotypes:
        draft.assets[id_]["persisted"] = "unknown"
        draft.controls[f"{id_}/encryption-at-rest"] = {
            "state": "absent",
            "because": "the diagram says plaintext",
        }
    return id_


# ---- controls


def _checks(draft: Draft, connections: list[Connection]) -> None:
    """Say which services check who connects, and on whose word."""
    for node in draft.diagram.nodes.values():
        into = [each.id for each in connections if each.listener is node]
        if not into:
            continue
        vouching = [draft.ids.give(each.name) for each in _vouches_for(draft.diagram, node)]
        registry = words.CHECKS_REGISTRATIONS in node.stereotypes
        for kind, drawn_as in (
            ("authentication", words.AUTHENTICATES),
            ("authorization", words.AUTHORIZES),
        ):
            said = registry or any(word in node.stereotypes for word in drawn_as)
            if said or vouching:
                control: dict[str, object] = {
                    "kind": kind, "stands-on": into, "enforced-by": [draft.ids.give(node.name), *vouching],
                }  # fmt: skip
                if said:
                    control["state"] = "in place"
                draft.controls[draft.ids.give(f"{kind} by {node.name}")] = control


def _vouches_for(diagram: Diagram, node: Node) -> list[Node]:
    """Return the services whose word a service takes: those authorization servers that it talks to."""
    if any(word in node.stereotypes for word in (*words.VOUCHES, *words.ONLY_ANSWERS)):
        return []
    others = {
        end
        for flow in diagram.flows
        for end in (flow.sender, flow.receiver)
        if node.name in (flow.sender, flow.receiver)
    }
    return [
        each for name, each in diagram.nodes.items()
        if name in others - {node.name} and any(word in each.stereotypes for word in words.VOUCHES)
    ]  # fmt: skip


def _kept_by_registries(draft: Draft, connections: list[Connection]) -> None:
    """Say that a registry keeps the addresses under which its clients find each other."""
    for registry in draft.diagram.nodes.values():
        if "service_discovery" not in registry.stereotypes:
            continue
        clients = {each.requestor.name for each in connections if each.listener is registry}
        found = [each.id for each in connections if {each.requestor.name, each.listener.name} <= clients]
        id_ = _asset(draft, f"addresses in {registry.name}", "endpoint-address")
        draft.assets[id_] |= {"persisted": draft.ids.give(registry.name), "configures": found}


def _kept_by_secret_managers(draft: Draft, connections: list[Connection]) -> None:
    """Say that a secret manager keeps the secrets of those who ask it."""
    for each in connections:
        if "secret_manager" in each.listener.stereotypes:
            id_ = _asset(draft, f"secrets of {each.requestor.name}", "secret")
            draft.assets[id_]["persisted"] = draft.ids.give(each.listener.name)
