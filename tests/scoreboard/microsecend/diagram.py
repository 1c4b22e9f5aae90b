"""A data flow diagram of the microSecEnD dataset as it is drawn, read from either of the two forms in which it is published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NODE = re.compile(
    r'^\s*"?(?P<name>[\w.\-]+)"?\s*\[label\s*=\s*"(?P<label>[^"]*)"\s*(?:shape\s*=\s*\w+)?\s*\];?\s*$'
)
FLOW = re.compile(
    r'^\s*"?(?P<one>[\w.\-]+)"?\s*->\s*"?(?P<other>[\w.\-]+)"?\s*\[label\s*=\s*"(?P<label>[^"]*)"\s*\];?\s*$'
)
STEREOTYPE = re.compile(r"--\s*([\w ]+?)\s*--")
SCAFFOLDING = re.compile(r"^\s*(?:@\w+|skinparam\b.*|digraph\b.*|node\s*\[.*\]|[{}])?\s*$")


@dataclass(frozen=True, slots=True)
class Node:
    """A service or an external entity."""

    name: str
    external: bool
    """Whether it is drawn as an external entity, which is not deployed with the application."""
    stereotypes: frozenset[str]
    tags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Flow:
    """Information that flows from one node to another; several arrows between the same two in one direction are one."""

    sender: str
    receiver: str
    stereotypes: frozenset[str]
    tags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Diagram:
    """One diagram."""

    name: str
    nodes: Mapping[str, Node]
    flows: tuple[Flow, ...]
    not_understood: tuple[str, ...]
    """Lines of the drawing that are neither a node nor a flow: drawn by hand, a few are broken."""


def read_json(path: Path) -> Diagram:
    """Read the form in which the 25 rules were judged."""
    found = json.loads(path.read_text("utf-8"))
    nodes = [
        Node(each["name"], external, frozenset(each["stereotypes"]), _texts(each.get("tagged_values")))
        for key, external in (("services", False), ("external_entities", True)) for each in found[key]
    ]  # fmt: skip
    flows = [
        Flow(
            each["sender"],
            each["receiver"],
            frozenset(each["stereotypes"]),
            _texts(each.get("tagged_values")),
        )
        for each in found["information_flows"]
    ]
    return _diagram(path.parent.name, nodes, flows)


def read_drawing(path: Path, name: str) -> Diagram:
    """Read the form in which the variants are published: a drawing in Graphviz's language."""
    nodes: list[Node] = []
    flows: list[Flow] = []
    broken: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        node, flow = NODE.match(line), FLOW.match(line)
        if node:
            label = node["label"]
            external = label.lstrip("{ ").startswith("External Entity")
            nodes.append(Node(node["name"], external, _stereotypes(label), _tags(label)))
        elif flow:
            flows.append(Flow(flow["one"], flow["other"], _stereotypes(flow["label"]), _tags(flow["label"])))
        elif not SCAFFOLDING.match(line):
            broken.append(line.strip())
    return _diagram(name, nodes, flows, tuple(broken))


def _diagram(name: str, nodes: list[Node], flows: list[Flow], broken: tuple[str, ...] = ()) -> Diagram:
    known = {each.name: each for each in nodes}
    for flow in flows:
        for end in (flow.sender, flow.receiver):
            known.setdefault(end, Node(end, external=False, stereotypes=frozenset(), tags={}))
    return Diagram(name, known, tuple(_joined(flows)), broken)


def _joined(flows: list[Flow]) -> Iterator[Flow]:
    together: dict[tuple[str, str], Flow] = {}
    for each in flows:
        key = (each.sender, each.receiver)
        before = together.get(key)
        if before is None:
            together[key] = each
        else:
            together[key] = Flow(*key, before.stereotypes | each.stereotypes, {**before.tags, **each.tags})
    yield from together.values()


def _stereotypes(label: str) -> frozenset[str]:
    return frozenset(each.replace(" ", "_") for each in STEREOTYPE.findall(label))


def _tags(label: str) -> dict[str, str]:
    found = {}
    for line in re.split(r"\\n|\|", STEREOTYPE.sub("", label).strip("{} ")):
        key, colon, value = line.partition(":")
        if colon and value.strip() and key.strip() not in {"Service", "Process", "External Entity"}:
            found[key.strip(" '\"")] = value.strip(" '\"").replace("\\", "")
    return found


def _texts(tags: Mapping[str, object] | None) -> dict[str, str]:
    return {key.strip(" '\""): str(value).strip(" '\"") for key, value in (tags or {}).items()}
