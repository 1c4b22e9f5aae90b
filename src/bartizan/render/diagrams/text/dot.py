"""The block and data flow diagrams in Graphviz' language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bartizan.render.diagrams.scene import (
    Box,
    Connector,
    ConnectorKind,
    Group,
    GroupKind,
    Heads,
    Scene,
    Shape,
)
from bartizan.render.diagrams.text.outline import Closes, Opens, outline, with_ends_outside
from bartizan.render.diagrams.text.safe_ids import safe_ids
from bartizan.render.diagrams.text.wording import box_lines, connector_lines, group_lines
from bartizan.render.diagrams.text_lines import clean
from bartizan.render.diagrams.theme import COLOURS

SHAPES = {
    Shape.STORE: "cylinder",
    Shape.QUEUE: "box",
    Shape.CLOUD: "ellipse",
    Shape.FILE: "note",
    Shape.HOST: "box3d",
    Shape.CIRCLE: "circle",
    Shape.DOUBLE_CIRCLE: "doublecircle",
    Shape.DATA_STORE: "cylinder",
}
"""Graphviz' word for each shape; of all others, `box`."""

QUEUE_WIDTH = 2.4
"""Inches: Graphviz has no horizontal cylinder, for which the diagram guidance wants an elongated rectangle."""

PILED = frozenset({Shape.PROCESS, Shape.PERSON, Shape.HOST, Shape.QUEUE, Shape.CLOUD})
"""Shapes that get a second outline for several instances."""


def block(scene: Scene) -> str:
    """Return a service architecture diagram as a directed graph that runs downwards."""
    return _digraph(scene, "TB")


def data_flow(scene: Scene) -> str:
    """Return a data flow diagram as a directed graph that runs from left to right."""
    return _digraph(scene, "LR")


def _digraph(scene: Scene, direction: str) -> str:
    """Return a scene as a graph that runs `TB`, downwards, or `LR`, from left to right."""
    scene = with_ends_outside(scene)
    ids = safe_ids(scene)
    groups = {group.id for group in scene.groups}
    ends = {end for connector in scene.connectors for end in (connector.tail, connector.head)} & groups
    lines = [*_defaults(scene.title, direction)]
    lines += _nodes(scene, ids, ends)
    lines += (_edge(connector, ids, groups) for connector in scene.connectors)
    body = "\n".join(f"    {line}" for line in lines)
    return f"digraph {quoted(scene.name)} {{\n{body}\n}}\n"


def quoted(text: str) -> str:
    """Return one line as a string of Graphviz' that it shows as it is."""
    # Graphviz replaces HTML's entities in any text, and what follows a backslash.
    return '"' + clean(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') + '"'


def quoted_lines(lines: Iterable[str]) -> str:
    """Return several lines, each in the middle, as one string."""
    return '"' + "\\n".join(quoted(line)[1:-1] for line in lines) + '"'


def _defaults(title: str, direction: str) -> Iterator[str]:
    graph = {
        "label": quoted(title),
        "labelloc": "t",
        "fontsize": "18",
        "rankdir": direction,
        "compound": "true",
        "nodesep": "0.4",
        "ranksep": "0.7",
    }
    font = {"fontname": '"Helvetica,Arial,sans-serif"'}
    node = {"shape": "box", "style": "filled", "fontsize": "11", **_colours("box", "ink", "text"), **font}
    edge = {"fontsize": "9", "color": _colour("line"), "fontcolor": _colour("text"), **font}
    yield f"graph {_attributes(graph | font)};"
    yield f"node {_attributes(node)};"
    yield f"edge {_attributes(edge)};"


def _nodes(scene: Scene, ids: Mapping[str, str], ends: set[str]) -> Iterator[str]:
    for part in outline(scene):
        indent = "    " * part.indent
        if isinstance(part, Opens):
            id_ = ids[part.group.id]
            yield f"{indent}subgraph cluster_{id_} {{"
            look = _boundary(part.group, is_flow=scene.is_flow)
            yield from (f"{indent}    {name}={value};" for name, value in look.items())
            if part.empty or part.group.id in ends:
                # Without a node in it a cluster is not drawn, and an arrow needs a node to end at.
                yield f'{indent}    {id_} [shape=point, style=invis, label=""];'
        elif isinstance(part, Closes):
            yield f"{indent}}}"
        else:
            yield f"{indent}{ids[part.box.id]} {_attributes(_box(part.box))};"


def _boundary(group: Group, *, is_flow: bool) -> dict[str, str]:
    """Return dashed and round for a network, dotted for a group or a host; in data flow diagrams all domains are dashed."""
    names = {GroupKind.NETWORK: "network", GroupKind.THIRD_PARTY: "third-party"}
    name = names.get(group.kind, "group")
    colours = _colours(f"{name}-fill", name, f"{name}-text")
    dotted = name == "group"
    if is_flow and group.kind is not GroupKind.HOST:
        colours["color"], dotted = _colour("boundary"), False
    style = '"filled,dotted"' if dotted else '"filled,dashed,rounded"'
    return {"label": quoted_lines(group_lines(group)), "style": style, **colours, "fontsize": "11"}


def _box(box: Box) -> dict[str, str]:
    attributes = {"label": quoted_lines(box_lines(box))}
    if box.shape in SHAPES:
        attributes["shape"] = SHAPES[box.shape]
    if box.shape is Shape.QUEUE:
        attributes["width"] = f"{QUEUE_WIDTH:g}"
    if box.stacked and box.shape in PILED:
        attributes["peripheries"] = "2"
    style = ["filled"]
    if box.shape is Shape.PERSON:
        style.append("rounded")
    if box.future or box.undeclared:
        style.append("dashed" if box.future else "dotted")
    if len(style) > 1:
        attributes["style"] = f'"{",".join(style)}"'
    if box.undeclared:
        attributes |= _colours("paper", "hot", "text")
    elif box.out_of_scope:
        attributes |= _colours("shade", "muted", "text")
    elif box.shape in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY}:
        attributes["fillcolor"] = _colour("people")
    return attributes


def _edge(connector: Connector, ids: Mapping[str, str], groups: set[str]) -> str:
    attributes: dict[str, str] = {}
    lines = connector_lines(connector)
    if lines:
        attributes["label"] = quoted_lines(lines)
    if connector.tail in groups:
        attributes["ltail"] = f"cluster_{ids[connector.tail]}"
    if connector.head in groups:
        attributes["lhead"] = f"cluster_{ids[connector.head]}"
    if connector.future:
        attributes["style"] = "dashed"
    if connector.heads is Heads.EITHER:
        attributes |= {"dir": "both", "arrowhead": "onormal", "arrowtail": "onormal"}
    if connector.out_of_scope or connector.kind in {ConnectorKind.READS, ConnectorKind.WRITES}:
        attributes |= {"color": _colour("faint-line"), "arrowsize": "0.7"}
    written = f" {_attributes(attributes)}" if attributes else ""
    return f"{ids[connector.tail]} -> {ids[connector.head]}{written};"


def _colours(fill: str, line: str, text: str) -> dict[str, str]:
    return {"fillcolor": _colour(fill), "color": _colour(line), "fontcolor": _colour(text)}


def _colour(role: str) -> str:
    return f'"{COLOURS[role].light}"'


def _attributes(attributes: Mapping[str, str]) -> str:
    return "[" + ", ".join(f"{name}={value}" for name, value in attributes.items()) + "]"
