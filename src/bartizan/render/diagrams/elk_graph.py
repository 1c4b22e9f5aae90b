"""A scene as a graph for ELK: what it is asked to lay out, and how."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bartizan.render.diagrams.elk.engine import Graph
from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.scene import Connector, Scene, Shape
from bartizan.render.diagrams.sizes import Sizes
from bartizan.render.diagrams.title_place import TITLE_ROOM, room_below


class Mode(Enum):
    """How ELK is asked to deal with groups."""

    ONE_PASS = "INCLUDE_CHILDREN"  # noqa: S105  # no password
    """Everything at once: fewer crossings."""
    CUT_AT_BOUNDARIES = "SEPARATE_CHILDREN"
    """Each group by itself, connectors cut where they cross a boundary and joined afterwards: fewer bends."""


class Direction(Enum):
    """Where the arrows mostly point."""

    DOWN = "DOWN"
    RIGHT = "RIGHT"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to lay a scene out."""

    mode: Mode
    direction: Direction
    nearest_first: bool = False
    """Whether what is as far from the beginning stands beside each other, instead of most arrows pointing one way."""
    folds: bool = False
    """Whether a long row may be folded into several; ELK does this wrongly for some graphs, which the answer shows."""
    layer_bound: int = 0
    """The most boxes beside each other in one layer; as many as there are when zero."""
    hurried: bool = False
    """Whether ELK should think less, for large pictures."""
    keeps_order: bool = True
    """Whether what was written first comes first where nothing else decides; ELK fails over this on some graphs."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A scene with everything that its layout needs to know."""

    scene: Scene
    nesting: Nesting
    sizes: Sizes
    backwards: frozenset[str]
    """Connectors laid out against their arrow."""


SIDE_ROOM = 16.0
"""Space between a boundary and what is inside, at the other sides."""


ROUND = frozenset({Shape.CIRCLE, Shape.DOUBLE_CIRCLE, Shape.CLOUD})
"""Shapes near whose corners no line should end."""


def elk_graph(plan: Plan, recipe: Recipe) -> Graph:
    """Return the graph that asks ELK for a layout of the plan by the recipe."""
    return _GraphMaker(plan, recipe).graph()


class _GraphMaker:
    """Collects ports and edges by the group they belong to, then nests them."""

    def __init__(self, plan: Plan, recipe: Recipe) -> None:
        self.plan, self.recipe = plan, recipe
        ends = {end for each in plan.scene.connectors for end in (each.tail, each.head)}
        self.connected = {outer for end in ends for outer in plan.nesting.path(end)}
        self.round = {box.id for box in plan.scene.boxes if box.shape in ROUND}
        self.ports: defaultdict[str, list[Graph]] = defaultdict(list)
        self.edges: defaultdict[str | None, list[Graph]] = defaultdict(list)

    def graph(self) -> Graph:
        for connector in self.plan.scene.connectors:
            if connector.tail == connector.head:
                continue  # drawn by ourselves in room kept free beside the box
            if self.recipe.mode is Mode.ONE_PASS:
                self._whole_edge(connector)
            else:
                self._cut_edge(connector)
        return {
            "id": "root",
            "layoutOptions": self._root_options(),
            "children": [self._node(id_) for id_ in self.plan.nesting.children.get(None, ())],
            "edges": self.edges[None],
        }

    def _ends(self, connector: Connector) -> tuple[str, str]:
        ends = (connector.tail, connector.head)
        return (ends[1], ends[0]) if connector.id in self.plan.backwards else ends

    def _whole_edge(self, connector: Connector) -> None:
        start, end = self._ends(connector)
        container = self.plan.nesting.meeting(start, end).container
        self.edges[container].append(self._edge(connector, 0, f"n:{start}", f"n:{end}", labelled=True))

    def _cut_edge(self, connector: Connector) -> None:
        """Add a stretch inside each group that the connector leaves or enters, and the one where both ends meet."""
        start, end = self._ends(connector)
        meeting = self.plan.nesting.meeting(start, end)
        at, way_out = self._end(start, connector, "out"), self._boundaries(start, meeting.tail)
        for step, group in enumerate(way_out):
            port = self._port(group, connector, "out")
            self.edges[group].append(self._edge(connector, step, at, port))
            at = port
        to, way_in = self._end(end, connector, "in"), self._boundaries(end, meeting.head)
        for step, group in enumerate(way_in):
            port = self._port(group, connector, "in")
            self.edges[group].append(
                self._edge(connector, 1 + len(way_out) + len(way_in) - 1 - step, port, to)
            )
            to = port
        self.edges[meeting.container].append(self._edge(connector, len(way_out), at, to, labelled=True))

    def _end(self, id_: str, connector: Connector, way: str) -> str:
        """Return what an edge is tied to at one end: a box, or a port of its own on a group."""
        return self._port(id_, connector, way) if id_ in self.plan.nesting.groups else f"n:{id_}"

    def _boundaries(self, end: str, child: str) -> list[str]:
        """Return the groups around `end` up to `child`, which is the last boundary to be crossed."""
        path = self.plan.nesting.path(end)
        return path[1 : path.index(child) + 1]

    def _port(self, group: str, connector: Connector, way: str) -> str:
        sides = {("out", Direction.DOWN): "SOUTH", ("in", Direction.DOWN): "NORTH",
                 ("out", Direction.RIGHT): "EAST", ("in", Direction.RIGHT): "WEST"}  # fmt: skip
        port = f"p:{way}:{connector.id}:{group}"
        side = sides[way, self.recipe.direction]
        self.ports[group].append(
            {"id": port, "width": 0, "height": 0, "layoutOptions": {"elk.port.side": side}}
        )
        return port

    def _edge(
        self, connector: Connector, step: int, start: str, end: str, *, labelled: bool = False
    ) -> Graph:
        edge: Graph = {"id": f"e:{step}:{connector.id}", "sources": [start], "targets": [end]}
        label = self.plan.sizes.labels[connector.id]
        if labelled and label.width:
            edge["labels"] = [
                {
                    "text": "x",  # a label without text is not given a place
                    "width": round(label.width + 6),
                    "height": round(label.height + 6),
                    "layoutOptions": {"elk.edgeLabels.inline": "true", "elk.edgeLabels.placement": "CENTER"},
                }
            ]
        return edge

    def _node(self, id_: str) -> Graph:
        if id_ not in self.plan.nesting.groups:
            size = self.plan.sizes.boxes[id_]
            node: Graph = {
                "id": f"n:{id_}",
                "width": size.width,
                "height": size.height,
                "layoutOptions": self._priority(id_),
            }
            if id_ in self.plan.sizes.loops:
                node["labels"] = [self._room_for_loops(id_)]
            if id_ in self.round:
                inset = round(min(size.width, size.height) * 0.26)
                node["layoutOptions"]["elk.spacing.portsSurrounding"] = (
                    f"[top={inset},left={inset},bottom={inset},right={inset}]"
                )
            return node
        title = self.plan.sizes.titles[id_]
        top = round(title.height + 2 * TITLE_ROOM)
        width, height = round(title.width + 2 * SIDE_ROOM + 8), round(title.height + 2 * TITLE_ROOM + 20)
        options: dict[str, Any] = {
            **self._level_options(),
            "elk.padding": f"[top={top},left={SIDE_ROOM:g},bottom={self._foot(id_):g},right={SIDE_ROOM:g}]",
            "elk.spacing.portsSurrounding": "[top=20,left=20,bottom=20,right=20]",
            "elk.nodeSize.constraints": "[MINIMUM_SIZE]",
            # In one pass ELK takes the least size for that of the graph turned on its side.
            "elk.nodeSize.minimum": f"({height},{width})" if self._is_turned() else f"({width},{height})",
        }
        children = [self._node(child) for child in self.plan.nesting.children.get(id_, ())]
        if not children:
            return {"id": f"n:{id_}", "width": max(width, 120), "height": height, "ports": self.ports[id_],
                    "layoutOptions": {"elk.portConstraints": "FIXED_SIDE"}}  # fmt: skip
        if self.recipe.mode is Mode.CUT_AT_BOUNDARIES:
            options["elk.portConstraints"] = "FIXED_SIDE"
        return {"id": f"n:{id_}", "children": children, "ports": self.ports[id_], "edges": self.edges[id_],
                "layoutOptions": options}  # fmt: skip

    def _room_for_loops(self, id_: str) -> Graph:
        """Return a label beside the box, which ELK keeps free of everything else."""
        room = self.plan.sizes.loops[id_]
        side = "V_CENTER H_RIGHT" if self.recipe.direction is Direction.DOWN else "V_BOTTOM H_CENTER"
        place = {"elk.nodeLabels.placement": f"[OUTSIDE {side}]".replace(" ", ", ")}
        return {"text": "x", "width": round(room.width), "height": round(room.height), "layoutOptions": place}

    def _foot(self, id_: str) -> float:
        """Return the space below what a group holds: enough for its title where lines come in from above."""
        downwards = self.recipe.direction is Direction.DOWN
        return max(SIDE_ROOM + 2, room_below(self.plan.sizes.titles[id_]) if downwards else 0.0)

    def _is_turned(self) -> bool:
        return self.recipe.mode is Mode.ONE_PASS and self.recipe.direction is Direction.DOWN

    def _priority(self, id_: str) -> dict[str, str]:
        """Put what nothing is connected to behind the rest."""
        return {"elk.priority": "1"} if id_ in self.connected else {"elk.priority": "0"}

    def _root_options(self) -> dict[str, str]:
        return {
            **self._level_options(),
            "elk.json.shapeCoords": "ROOT",
            "elk.json.edgeCoords": "ROOT",
            "elk.padding": "[top=0,left=0,bottom=0,right=0]",
        }

    def _level_options(self) -> dict[str, str]:
        """Return what is asked for inside every group and in the whole picture."""
        options = {
            "elk.algorithm": "layered",
            "elk.direction": self.recipe.direction.value,
            "elk.edgeRouting": "ORTHOGONAL",
            "elk.hierarchyHandling": self.recipe.mode.value,
            "elk.randomSeed": "1",
            "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF"
            if self.recipe.hurried
            else "NETWORK_SIMPLEX",
            "elk.layered.unnecessaryBendpoints": "true",
            "elk.layered.feedbackEdges": "false",
            "elk.spacing.nodeNode": "26",
            "elk.spacing.edgeNode": "16",
            "elk.spacing.edgeEdge": "12",
            "elk.spacing.edgeLabel": "2",
            "elk.spacing.labelLabel": "4",
            "elk.spacing.labelNode": "8",
            "elk.spacing.portPort": "14",
            "elk.spacing.componentComponent": "30",
            "elk.layered.spacing.nodeNodeBetweenLayers": "26",
            "elk.layered.spacing.edgeNodeBetweenLayers": "14",
            "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
        }
        if self.recipe.keeps_order:
            options["elk.layered.considerModelOrder.strategy"] = "PREFER_NODES"
        # ELK's own default is 7, which finds nothing better and takes a quarter longer.
        options["elk.layered.thoroughness"] = "3" if self.recipe.hurried else "5"
        if self.recipe.folds:
            options["elk.layered.wrapping.strategy"] = "MULTI_EDGE"
            options["elk.aspectRatio"] = "0.75"
        if self.recipe.layer_bound:
            options["elk.layered.layering.strategy"] = "COFFMAN_GRAHAM"
            options["elk.layered.layering.coffmanGraham.layerBound"] = str(self.recipe.layer_bound)
        return options
