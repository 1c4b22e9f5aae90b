"""The diagrams in Mermaid, which many forges and wikis draw where they stand."""

from __future__ import annotations

import json
import re
from collections import defaultdict
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
from bartizan.render.diagrams.sequence_scene import SequenceScene
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

UNSEEN = "\u200b"
"""A space of no width."""

KEPT = re.compile(
    r"""
      (?P<special>
        d(?=irection\ (?:TB|TD|BT|LR|RL))  # the lexer takes that for a statement wherever it stands
      | (?<![^\W_])w(?=ww\.)            # Markdown makes a link of it
      )
    | [^\W_] | [^\x00-\x7f]             # letters, digits, and what means nothing to anybody
    | (?<=[^\W_]) [-._/'+] (?=[^\W_])   # inside of a word or number
    | (?<=[^\W\d_]) [.] (?=\ |$)         # behind a word; behind a number it makes a list
    | (?<=\S\ ) \+ (?=\ )               # not at the beginning, where it makes a list
    | (?<!\[) \[ [^\W_]+ \] (?![(\[:\]])  # a number in brackets, and no link
    | [\ ,()?!]
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""A text in pieces, most of one character: `special` and `other` would be taken for something."""

BRACKETS = {
    Shape.STORE: ("[(", ")]"),
    Shape.PERSON: ("([", "])"),
    Shape.CIRCLE: ("((", "))"),
    Shape.DOUBLE_CIRCLE: ("(((", ")))"),
    Shape.DATA_STORE: ("[(", ")]"),
}
"""What stands around the text of a shape; of all others, square brackets."""

SHAPES = {Shape.QUEUE: "h-cyl", Shape.FILE: "doc"}
"""Shapes that Mermaid has since version 11.3, and that have no brackets."""

PILES = {Shape.PROCESS: "processes", Shape.FILE: "docs"}
"""The same for several instances."""

LOOKS = {
    "network": "fill:{network-fill},stroke:{network},color:{network-text},stroke-dasharray:8 5",
    "group": "fill:{group-fill},stroke:{group},color:{group-text},stroke-dasharray:2 4",
    "thirdParty": "fill:{third-party-fill},stroke:{third-party},color:{third-party-text},stroke-dasharray:8 5",
    "flowBoundary": "stroke:{boundary},stroke-dasharray:8 5",
    "box": "fill:{box},stroke:{ink},color:{text}",
    "people": "fill:{people},stroke:{ink},color:{text}",
    "outOfScope": "fill:{shade},stroke:{muted},color:{text}",
    "undeclared": "fill:{paper},stroke:{hot},color:{text},stroke-dasharray:2 3",
    "planned": "stroke-dasharray:6 4",
}
"""What the classes look like; where a box has two, the later one wins."""

FILLS = {GroupKind.NETWORK: "network-fill", GroupKind.THIRD_PARTY: "third-party-fill"}
"""The ground of each kind of trust domain in a sequence diagram; of all others, `group-fill`."""

BOUNDARIES = {GroupKind.NETWORK: "network", GroupKind.THIRD_PARTY: "thirdParty"}
"""The class of each kind of boundary; of all others, `group`."""


def block(scene: Scene) -> str:
    """Return a service architecture diagram as a flowchart."""
    return _flowchart(scene, "TB")


def data_flow(scene: Scene) -> str:
    """Return a data flow diagram as a flowchart."""
    return _flowchart(scene, "LR")


def _flowchart(scene: Scene, direction: str) -> str:
    """Return a scene as a flowchart that runs `TB`, downwards, or `LR`, from left to right."""
    scene = with_ends_outside(scene)
    ids = safe_ids(scene)
    lines = [*front_matter(scene.title), f"flowchart {direction}"]
    lines += [f"    {line}" for line in _nodes(scene, ids)]
    lines += [f"    {_edge(connector, ids)}" for connector in scene.connectors]
    lines += [f"    {line}" for line in (*_classes(scene, ids), *_line_styles(scene))]
    return "\n".join(lines) + "\n"


def sequence(scene: SequenceScene) -> str:
    """Return a sequence diagram, each run of neighbours in one trust domain in a box of its own."""
    ids = entity_ids(scene.entities)
    lines = ["autonumber"]
    for band in bands(scene.entities):
        participants = [
            f"participant {ids[each.id]} as {_sequence_text(entity_lines(each))}" for each in band
        ]
        if band[0].domain:
            fill = FILLS.get(band[0].domain_kind, "group-fill")
            # Mermaid takes everything up to the last bracket for a part of the colour.
            name = _sequence_text([band[0].domain_name]).replace("(", _code("(")).replace(")", _code(")"))
            lines += [f"box {_rgb(fill)} {name}", *(f"    {line}" for line in participants), "end"]
        else:
            lines += participants
    for message in scene.messages:
        arrow = "-->>" if message.reply or message.future else "->>"
        lines.append(
            f"{ids[message.sender]}{arrow}{ids[message.receiver]}: {_sequence_text(message_lines(message))}"
        )
    return (
        "\n".join((*front_matter(scene.title), "sequenceDiagram", *(f"    {line}" for line in lines))) + "\n"
    )


def front_matter(title: str) -> list[str]:
    """Return what gives the diagram its title: a line of YAML, whose text Mermaid takes for HTML if it looks like it."""
    shown = clean(title).replace("->", "→").replace("<", "‹").replace(">", "›")
    shown = re.sub(r"&(?=#?\w+;)", f"&{UNSEEN}", shown)
    quoted = json.dumps(_without_placeholders(shown), ensure_ascii=False).replace("%", "\\u0025")
    return ["---", f"title: {quoted}", "---"]


def escaped(line: str) -> str:
    """Return a line so that Mermaid shows it as it is: what has a meaning in Mermaid, Markdown or HTML as `#number;`.

    Letters and digits stay, and the punctuation that stands inside of words and numbers.
    """
    text = KEPT.sub(
        lambda found: _code(found[0]) if found["special"] or found["other"] else found[0],
        _without_placeholders(clean(line)),
    )
    return re.sub(r"^(\d+)\)", rf"\1{_code(')')}", text)  # Markdown counts with brackets, too


def _code(character: str) -> str:
    return f"#{ord(character)};"


def _without_placeholders(line: str) -> str:
    """Part the characters in which Mermaid hides `&#`, `&` and `;` while it works, and which it turns back in any text."""
    return re.sub("ﬂ(?=°)|¶(?=ß)", rf"\g<0>{UNSEEN}", line)


def _sequence_text(lines: Iterable[str]) -> str:
    """Return lines for a sequence diagram, whose names end at a comma."""
    return escaped_lines(lines).replace(",", _code(","))


def _rgb(role: str) -> str:
    """Return a colour in the one form that a sequence diagram does not take for a comment."""
    red, green, blue = bytes.fromhex(COLOURS[role].light[1:])
    return f"rgb({red},{green},{blue})"


def escaped_lines(lines: Iterable[str]) -> str:
    """Return several lines as one text."""
    return "<br>".join(escaped(line) for line in lines)


def _nodes(scene: Scene, ids: Mapping[str, str]) -> Iterator[str]:
    for part in outline(scene):
        indent = "    " * part.indent
        if isinstance(part, Opens):
            yield f'{indent}subgraph {ids[part.group.id]}["{escaped_lines(group_lines(part.group))}"]'
        elif isinstance(part, Closes):
            yield f"{indent}end"
        else:
            yield from (indent + line for line in _node(part.box, ids[part.box.id]))


def _node(box: Box, id_: str) -> Iterator[str]:
    before, after = BRACKETS.get(box.shape, ("[", "]"))
    yield f'{id_}{before}"{escaped_lines(box_lines(box))}"{after}'
    shape = PILES.get(box.shape) if box.stacked else None
    shape = shape or SHAPES.get(box.shape)
    if shape:
        yield f"{id_}@{{ shape: {shape} }}"


def _edge(connector: Connector, ids: Mapping[str, str]) -> str:
    line = "-.->" if connector.future else "-->"
    if connector.heads is Heads.EITHER:
        line = f"<{line}"
    label = escaped_lines(connector_lines(connector))
    return f"{ids[connector.tail]} {line}" + (f'|"{label}"|' if label else "") + f" {ids[connector.head]}"


def _classes(scene: Scene, ids: Mapping[str, str]) -> Iterator[str]:
    """Yield the definitions of the classes in use, and who has them."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for group in scene.groups:
        for name in _group_classes(group, is_flow=scene.is_flow):
            members[name].append(ids[group.id])
    for box in scene.boxes:
        for name in _box_classes(box):
            members[name].append(ids[box.id])
    colours = {name: colour.light for name, colour in COLOURS.items()}
    for name, look in LOOKS.items():
        if members[name]:
            yield f"classDef {name} {look.format_map(colours)}"
            yield f"class {','.join(members[name])} {name}"


def _group_classes(group: Group, *, is_flow: bool) -> Iterator[str]:
    """Yield the look of its kind, and over it that of every trust boundary in a data flow diagram."""
    yield BOUNDARIES.get(group.kind, "group")
    if is_flow and group.kind is not GroupKind.HOST:
        yield "flowBoundary"


def _box_classes(box: Box) -> Iterator[str]:
    if box.undeclared:
        yield "undeclared"
        return
    if box.out_of_scope:
        yield "outOfScope"
    else:
        yield "people" if box.shape in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY} else "box"
    if box.future:
        yield "planned"


def _line_styles(scene: Scene) -> Iterator[str]:
    thin = [
        str(at)
        for at, connector in enumerate(scene.connectors)
        if connector.out_of_scope or connector.kind in {ConnectorKind.READS, ConnectorKind.WRITES}
    ]
    if thin:
        yield f"linkStyle {','.join(thin)} stroke:{COLOURS['faint-line'].light},stroke-width:1px"
