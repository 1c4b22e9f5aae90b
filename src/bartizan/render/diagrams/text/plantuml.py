"""The diagrams in PlantUML: component diagrams for architecture and data flows, and sequence diagrams."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from bartizan.model.names import make_id
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
from bartizan.render.diagrams.sequence_scene import Entity, Message, SequenceScene
from bartizan.render.diagrams.text.bands import bands
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
    Shape.STORE: "database",
    Shape.QUEUE: "queue",
    Shape.CLOUD: "cloud",
    Shape.PERSON: "person",
    Shape.FILE: "file",
    Shape.HOST: "node",
    Shape.CIRCLE: "usecase",
    Shape.DOUBLE_CIRCLE: "usecase",
    Shape.DATA_STORE: "database",
}
"""PlantUML's word for each shape; of all others, `rectangle`. A data flow's process is the ellipse of a use case."""

STYLE = """\
<style>
element {{
  BackgroundColor {box}
  LineColor {ink}
  FontColor {text}
  HorizontalAlignment center
}}
arrow {{
  LineColor {line}
  FontColor {text}
}}
</style>"""
"""What everything looks like that has no look of its own."""

KEPT = re.compile(
    r"""
      [^\W_] | [^\x00-\x7f]              # letters, digits, and what means nothing to anybody
    | (?<=[^\W_]) [-._/'] (?=[^\W_])     # inside of a word or number
    | (?<=[^\W_]) : (?=\ )               # as a colon in prose
    | (?<=[^\W_]) [.] (?=\ |$)
    | (?<=\S\ ) \+ (?=\ \S)
    | (?<!\[) \[ [^\W_]+ \] (?!\])      # a number in brackets, and no link
    | [\ ,()?]
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
"""A text in pieces, most of one character: all `other` ones may mean something to PlantUML, to its preprocessor or markup."""


def block(scene: Scene) -> str:
    """Return a service architecture diagram as a component diagram."""
    return _component_diagram(scene)


def data_flow(scene: Scene) -> str:
    """Return a data flow diagram as a component diagram."""
    return _component_diagram(scene, "left to right direction")


def _component_diagram(scene: Scene, *settings: str) -> str:
    """Return a scene as a component diagram, with further lines at its beginning."""
    scene = with_ends_outside(scene)
    ids = safe_ids(scene)
    lines = [*settings, *_elements(scene, ids), *(_link(connector, ids) for connector in scene.connectors)]
    return _document(scene.name, scene.title, lines)


def sequence(scene: SequenceScene) -> str:
    """Return a sequence diagram, each run of neighbours in one trust domain in a box of its own."""
    ids = entity_ids(scene.entities)
    lines = ["autonumber", "hide footbox", "skinparam sequenceMessageAlign center"]
    for band in bands(scene.entities):
        participants = [
            f"participant {_quoted(entity_lines(each))} as {ids[each.id]}{_look(each)}" for each in band
        ]
        if band[0].domain:
            fill = COLOURS[f"{_role(band[0].domain_kind)}-fill"].light
            lines += [
                f"box {_quoted([band[0].domain_name])} {fill}",
                *(f"    {line}" for line in participants),
                "end box",
            ]
        else:
            lines += participants
    lines += (_message(message, ids) for message in scene.messages)
    return _document(scene.name, scene.title, lines)


def escaped(line: str) -> str:
    """Return a line so that PlantUML shows it as it is: what might have a meaning as `<U+number>`.

    That form is turned into the character only where text is drawn, when nothing looks for commands or markup any more.
    """
    # `\t` is a tab even there, unless something stands between the two that nobody sees.
    parted = clean(line).replace("\\t", "\\\N{ZERO WIDTH SPACE}t")
    return KEPT.sub(lambda found: f"<U+{ord(found['other']):04X}>" if found["other"] else found[0], parted)


def _quoted(lines: Iterable[str]) -> str:
    return '"' + "\\n".join(escaped(line) for line in lines) + '"'


def _document(name: str, title: str, lines: Iterable[str]) -> str:
    style = STYLE.format_map({role: colour.light for role, colour in COLOURS.items()})
    head = (f"@startuml {make_id(name, ())}", f"title {escaped(title)}", style)
    return "\n".join((*head, *lines, "@enduml")) + "\n"


def _elements(scene: Scene, ids: Mapping[str, str]) -> Iterator[str]:
    for part in outline(scene):
        indent = "    " * part.indent
        if isinstance(part, Opens):
            word = "node" if part.group.kind is GroupKind.HOST else "rectangle"
            look = _boundary(part.group, is_flow=scene.is_flow)
            yield f"{indent}{word} {_quoted(group_lines(part.group))} as {ids[part.group.id]} {look} {{"
        elif isinstance(part, Closes):
            yield f"{indent}}}"
        else:
            look = _box_look(part.box)
            yield f"{indent}{_word(part.box)} {_quoted(box_lines(part.box))} as {ids[part.box.id]}" + (
                f" {look}" if look else ""
            )


def _word(box: Box) -> str:
    return "collections" if box.stacked and box.shape not in SHAPES else SHAPES.get(box.shape, "rectangle")


def _boundary(group: Group, *, is_flow: bool) -> str:
    role = _role(group.kind)
    line = "boundary" if is_flow and group.kind is not GroupKind.HOST else role
    # In a data flow diagram every trust boundary is dashed.
    style = "dotted" if line == "group" else "dashed"
    return _colours(f"{role}-fill", line, f"{role}-text") + f";line.{style}"


def _box_look(box: Box) -> str:
    if box.undeclared:
        return _colours("paper", "hot", "text") + ";line.dotted"
    look = ""
    if box.out_of_scope:
        look = _colours("shade", "muted", "text")
    elif box.shape in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY}:
        look = COLOURS["people"].light
    dashed = (";" if look else "#") + "line.dashed"
    return look + (dashed if box.future else "")


def _link(connector: Connector, ids: Mapping[str, str]) -> str:
    thin = connector.out_of_scope or connector.kind in {ConnectorKind.READS, ConnectorKind.WRITES}
    colour = f"[{COLOURS['faint-line'].light}]" if thin else ""
    arrow = f".{colour}.>" if connector.future else f"-{colour}->"
    if connector.heads is Heads.EITHER:
        arrow = f"<{arrow}"
    label = "\\n".join(escaped(line) for line in connector_lines(connector))
    return f"{ids[connector.tail]} {arrow} {ids[connector.head]}" + (f" : {label}" if label else "")


def _message(message: Message, ids: Mapping[str, str]) -> str:
    arrow = "-->" if message.reply or message.future else "->"
    label = "\\n".join(escaped(line) for line in message_lines(message))
    return f"{ids[message.sender]} {arrow} {ids[message.receiver]} : {label}"


def _look(entity: Entity) -> str:
    return f" {COLOURS['hot-fill'].light}" if entity.undeclared else ""


def _role(kind: GroupKind) -> str:
    return {GroupKind.NETWORK: "network", GroupKind.THIRD_PARTY: "third-party"}.get(kind, "group")


def _colours(fill: str, line: str, text: str) -> str:
    fill, line, text = (COLOURS[role].light for role in (fill, line, text))
    return f"{fill};line:{line[1:]};text:{text[1:]}"
