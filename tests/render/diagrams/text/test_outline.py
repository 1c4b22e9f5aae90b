"""A scene told from the outside inwards."""

from __future__ import annotations

from bartizan.render.diagrams.scene import Box, Connector, Group, GroupKind, Scene
from bartizan.render.diagrams.text.outline import DEEPEST, Closes, Opens, Stands, outline, with_ends_outside


def told(scene: Scene) -> list[str]:
    words = []
    for part in outline(scene):
        if isinstance(part, Opens):
            words.append("  " * part.indent + part.group.id + (" empty" if part.empty else ""))
        elif isinstance(part, Stands):
            words.append("  " * part.indent + part.box.id)
        else:
            words.append("  " * part.indent + "/")
    return words


def scene(*boxes: Box, groups: tuple[Group, ...] = (), connectors: tuple[Connector, ...] = ()) -> Scene:
    return Scene(name="x", title="x", description="", boxes=boxes, groups=groups, connectors=connectors)


def box(id_: str, group: str | None = None) -> Box:
    return Box(id=id_, element=id_, name=id_, group=group)


def group(id_: str, inside: str | None = None, kind: GroupKind = GroupKind.NETWORK) -> Group:
    return Group(id=id_, element=id_, name=id_.capitalize(), inside=inside, kind=kind)


def test_boundaries_open_around_what_is_in_them_and_close_again() -> None:
    drawn = scene(
        box("a", "inner"),
        box("b"),
        box("c", "outer"),
        groups=(group("outer"), group("inner", "outer"), group("void")),
    )

    assert told(drawn) == ["outer", "  inner", "    a", "  /", "  c", "/", "b", "void empty", "/"]


def test_an_empty_scene_has_nothing_to_tell() -> None:
    assert told(scene()) == []


def test_domains_nested_deeper_than_functions_can_call_each_other_are_told_too() -> None:
    groups = tuple(group(f"g{at}", f"g{at - 1}" if at else None) for at in range(2000))

    parts = list(outline(scene(box("a", "g1999"), groups=groups)))

    assert sum(isinstance(part, Opens) for part in parts) == 2000
    assert sum(isinstance(part, Closes) for part in parts) == 2000
    assert max(part.indent for part in parts) == DEEPEST


def test_an_arrow_from_a_host_to_what_runs_on_it_starts_at_the_host_itself() -> None:
    line = Connector(id="1", element="1", tail="host", head="part")
    drawn = with_ends_outside(
        scene(box("part", "host"), groups=(group("host", kind=GroupKind.HOST),), connectors=(line,))
    )

    assert [(each.tail, each.head) for each in drawn.connectors] == [("itself:host", "part")]
    assert [(each.id, each.name, each.group) for each in drawn.boxes[1:]] == [
        ("itself:host", "Host itself", "host")
    ]


def test_an_arrow_to_a_boundary_from_outside_stays_as_it_is() -> None:
    line = Connector(id="1", element="1", tail="far", head="host")
    drawn = scene(box("part", "host"), box("far"), groups=(group("host"),), connectors=(line,))

    assert with_ends_outside(drawn) == drawn
