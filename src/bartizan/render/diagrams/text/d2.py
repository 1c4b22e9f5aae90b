"""The diagrams in D2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bartizan.render.diagrams.nesting import Nesting
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
from bartizan.render.diagrams.sequence_scene import SequenceScene
from bartizan.render.diagrams.text.outline import Closes, Opens, outline, with_ends_outside
from bartizan.render.diagrams.text.safe_ids import entity_ids, safe_ids
from bartizan.render.diagrams.text.wording import (
    box_lines,
    connector_lines,
    entity_lines,
    group_lines,
    message_lines,
)
from bartizan.render.diagrams.text_lines import clean
from bartizan.render.diagrams.theme import COLOURS

SHAPES = {
    Shape.STORE: "cylinder",
    Shape.QUEUE: "queue",
    Shape.CLOUD: "cloud",
    Shape.PERSON: "person",
    Shape.FILE: "document",
    Shape.CIRCLE: "circle",
    Shape.DOUBLE_CIRCLE: "circle",
    Shape.DATA_STORE: "cylinder",
}
"""D2's word for each shape; of all others, a rectangle."""

LOOKS = {
    "network": {"fill": "network-fill", "stroke": "network", "font-color": "network-text", "stroke-dash": "6", "border-radius": "14"},
    "third-party": {
        "fill": "third-party-fill", "stroke": "third-party", "font-color": "third-party-text", "stroke-dash": "6",
        "border-radius": "14",
    },
    "group": {"fill": "group-fill", "stroke": "group", "font-color": "group-text", "stroke-dash": "2"},
    "flow-boundary": {"stroke": "boundary", "stroke-dash": "6"},
    "box": {"fill": "box", "stroke": "ink", "font-color": "text"},
    "people": {"fill": "people", "stroke": "ink", "font-color": "text"},
    "out-of-scope": {"fill": "shade", "stroke": "muted", "font-color": "text"},
    "undeclared": {"fill": "paper", "stroke": "hot", "font-color": "text", "stroke-dash": "2"},
    "future": {"stroke-dash": "5"},
    "interface": {"stroke": "line", "font-color": "text"},
    "thin": {"stroke": "faint-line", "font-color": "muted", "stroke-width": "1"},
}  # fmt: skip
"""The classes by name, with the properties they set; a colour by its role."""

BOUNDARIES = {GroupKind.NETWORK: "network", GroupKind.THIRD_PARTY: "third-party"}
"""The class of each kind of boundary; of all others, `group`."""


def block(scene: Scene) -> str:
    """Return a service architecture diagram, which runs downwards."""
    return _diagram(scene, "down")


def data_flow(scene: Scene) -> str:
    """Return a data flow diagram, which runs from left to right."""
    return _diagram(scene, "right")


def _diagram(scene: Scene, direction: str) -> str:
    """Return a scene as a diagram that runs `down` or to the `right`."""
    scene = with_ends_outside(scene)
    ids = safe_ids(scene)
    paths = _paths(scene, ids)
    lines = [
        f"direction: {direction}",
        *title(scene.title),
        *_definitions(_used(scene)),
        *_shapes(scene, ids),
    ]
    lines += (_connection(connector, paths) for connector in scene.connectors)
    return "\n".join(lines) + "\n"


def sequence(scene: SequenceScene) -> str:
    """Return a sequence diagram; D2 has no boxes around its columns, so that each names its trust domain itself."""
    ids = entity_ids(scene.entities)
    lines = []
    for entity in scene.entities:
        looks = [
            look for look, holds in (("undeclared", entity.undeclared), ("future", entity.future)) if holds
        ]
        name = quoted((*entity_lines(entity), f"[{entity.domain_name}]" if entity.domain else ""))
        lines.append(f"{ids[entity.id]}: {name}" + (f" {{{_class(looks)}}}" if looks else ""))
    for message in scene.messages:
        first, *more = message_lines(message)
        label = quoted((f"{message.number}. {first}", *more))
        dashed = " {style.stroke-dash: 5}" if message.reply or message.future else ""
        lines.append(f"{ids[message.sender]} -> {ids[message.receiver]}: {label}{dashed}")
    used = {"undeclared" for entity in scene.entities if entity.undeclared}
    used |= {"future" for entity in scene.entities if entity.future}
    body = "".join(f"  {line}\n" for line in lines)
    definitions = "".join(f"{line}\n" for line in _definitions(used))
    return f"{definitions}sequence: {quoted([scene.title])} {{\n  shape: sequence_diagram\n{body}}}\n"


def title(text: str) -> list[str]:
    """Return the title above the diagram."""
    return [f"title: {quoted([text])} {{shape: text; near: top-center; style.font-size: 24}}"]


def quoted(lines: Iterable[str]) -> str:
    """Return lines as one string of D2's that it shows as it is."""
    escapes = str.maketrans({"\\": "\\\\", '"': '\\"', "$": "\\$"})
    return '"' + "\\n".join(text.translate(escapes) for line in lines if (text := clean(line))) + '"'


def _paths(scene: Scene, ids: Mapping[str, str]) -> Mapping[str, str]:
    """Return the name of each box and group as seen from outside of everything."""
    nesting = Nesting(scene)
    return {id_: ".".join(ids[each] for each in reversed(nesting.path(id_))) for id_ in ids}


def _shapes(scene: Scene, ids: Mapping[str, str]) -> Iterator[str]:
    for part in outline(scene):
        indent = "  " * part.indent
        if isinstance(part, Opens):
            classes = _group_classes(part.group, is_flow=scene.is_flow)
            yield f"{indent}{ids[part.group.id]}: {quoted(group_lines(part.group))} {{"
            yield f"{indent}  {_class(classes)}"
        elif isinstance(part, Closes):
            yield f"{indent}}}"
        else:
            yield f"{indent}{ids[part.box.id]}: {quoted(box_lines(part.box))} {{{'; '.join(_box(part.box))}}}"


def _box(box: Box) -> Iterator[str]:
    if box.shape in SHAPES:
        yield f"shape: {SHAPES[box.shape]}"
    yield _class(_box_classes(box))
    if box.shape is Shape.DOUBLE_CIRCLE:
        yield "style.double-border: true"
    elif box.stacked:
        yield "style.multiple: true"


def _connection(connector: Connector, paths: Mapping[str, str]) -> str:
    lines = connector_lines(connector)
    either = connector.heads is Heads.EITHER
    hollow = (
        "".join(f"; {end}-arrowhead: {{style.filled: false}}" for end in ("source", "target"))
        if either
        else ""
    )
    look = f"{{{_class(_line_classes(connector))}{hollow}}}"
    label = f"{quoted(lines)} " if lines else ""
    return f"{paths[connector.tail]} {'<->' if either else '->'} {paths[connector.head]}: {label}{look}"


def _used(scene: Scene) -> set[str]:
    """Return the names of the classes in use."""
    used = {name for box in scene.boxes for name in _box_classes(box)}
    used |= {name for group in scene.groups for name in _group_classes(group, is_flow=scene.is_flow)}
    return used | {name for connector in scene.connectors for name in _line_classes(connector)}


def _definitions(used: set[str]) -> Iterator[str]:
    """Yield what the classes look like."""
    if not used:
        return
    yield "classes: {"
    for name, look in LOOKS.items():
        if name in used:
            yield f"  {name}: {{{'; '.join(_property(key, value) for key, value in look.items())}}}"
    yield "}"


def _property(key: str, value: str) -> str:
    return f'style.{key}: "{COLOURS[value].light}"' if value in COLOURS else f"style.{key}: {value}"


def _class(names: list[str]) -> str:
    return f"class: {names[0]}" if len(names) == 1 else f"class: [{'; '.join(names)}]"


def _group_classes(group: Group, *, is_flow: bool) -> list[str]:
    boundary = BOUNDARIES.get(group.kind, "group")
    return [boundary, "flow-boundary"] if is_flow and group.kind is not GroupKind.HOST else [boundary]


def _box_classes(box: Box) -> list[str]:
    if box.undeclared:
        look = "undeclared"
    elif box.out_of_scope:
        look = "out-of-scope"
    else:
        look = "people" if box.shape in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY} else "box"
    return [look, "future"] if box.future else [look]


def _line_classes(connector: Connector) -> list[str]:
    thin = connector.out_of_scope or connector.kind in {ConnectorKind.READS, ConnectorKind.WRITES}
    look = "thin" if thin else "interface"
    return [look, "future"] if connector.future else [look]
