"""Try the ways to lay a scene out and take the one that is easiest to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf
from time import monotonic

from bartizan.render.diagrams.collisions import bends, collisions, crossings
from bartizan.render.diagrams.elk.cache import remembered_layout
from bartizan.render.diagrams.elk.engine import LayoutFailed, LayoutTookTooLong
from bartizan.render.diagrams.elk_answer import layout_from, polished
from bartizan.render.diagrams.elk_graph import Direction, Mode, Plan, Recipe, elk_graph
from bartizan.render.diagrams.flow_order import laid_backwards
from bartizan.render.diagrams.layout import Layout
from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.scene import Scene
from bartizan.render.diagrams.sizes import sizes_of

SECONDS = 30.0
"""The time ELK has for one layout: nothing inside it stops it on the graphs where it does not end."""

HURRY_ABOVE = 90
"""Boxes and connectors together above which ELK should think less…"""

PLODDING_ABOVE = 400
"""…and above which only one way is tried."""

LAYER_BOUNDS = ((8, 12), (4, 8))
"""How many boxes and labels may stand beside each other, in the attempts that limit it, and the size of the widest group
that this helps: in a larger one the limit makes more layers than it saves in width."""

HELPED_BY_CUTTING = 16
"""How many boxes one group must hold for cutting lines at boundaries to be worth a try: with fewer it adds crossings."""

GOOD_SIZE = 1.6
"""How many times too large for its frame a picture may be and still be good enough…"""

GOOD_CROSSINGS = 3
"""…and how many crossings it may have."""

TOO_SMALL = 2.2
"""How many times too large for its frame a picture may be before more ways are tried."""


def best_layout(
    scene: Scene, frame: tuple[float, float], *, quickly: bool = False, ends: float = inf
) -> Layout:
    """Return the best layout found for a scene that will be shown in a frame of that width and height.

    With `quickly` fewer ways are tried, for one picture of many. `ends` is when, on the monotonic clock, no more is tried.
    Raises `LayoutFailed` when no layout could be made.
    """
    attempts = _Attempts(scene, frame, ends)
    for recipe in _recipes(attempts, quickly=quickly):
        if monotonic() >= ends:
            break
        attempts.make(recipe)
    return polished(attempts.best)


def _recipes(attempts: _Attempts, *, quickly: bool) -> Iterator[Recipe]:
    """Yield what to try next, as long as what was found so far is not good enough."""
    hurried = attempts.weight > HURRY_ABOVE
    yield Recipe(Mode.ONE_PASS, Direction.DOWN, hurried=hurried)
    if attempts.weight > PLODDING_ABOVE and attempts.made:
        return
    yield Recipe(Mode.ONE_PASS, Direction.RIGHT, hurried=hurried)
    for bound, widest in () if quickly or hurried else LAYER_BOUNDS:
        if bound < attempts.widest_group <= widest and not attempts.are_good_enough:
            yield Recipe(Mode.ONE_PASS, attempts.best_direction, layer_bound=bound)
    may_help = attempts.widest_group >= HELPED_BY_CUTTING or attempts.hide_something
    if attempts.scene.groups and may_help and not attempts.are_good_enough:
        yield Recipe(Mode.CUT_AT_BOUNDARIES, attempts.best_direction, hurried=hurried)
    if attempts.times_too_large > TOO_SMALL:
        yield Recipe(Mode.ONE_PASS, attempts.best_direction, nearest_first=True, hurried=True)
    if attempts.times_too_large > TOO_SMALL and attempts.scene.connectors:
        yield Recipe(Mode.CUT_AT_BOUNDARIES, attempts.best_direction, folds=True, hurried=True)


class _Attempts:
    """The layouts made so far for one scene."""

    def __init__(self, scene: Scene, frame: tuple[float, float], ends: float = inf) -> None:
        self.scene, self.frame, self.nesting = scene, frame, Nesting(scene)
        self.ends = ends
        self.weight = len(scene.boxes) + len(scene.connectors)
        self.widest_group = max((len(children) for children in self.nesting.children.values()), default=0)
        self.made: list[tuple[float, int, Direction, Layout]] = []
        self.order_fails: set[Mode] = set()
        """The modes in which ELK fails over the order: it then does so whichever way the arrows point."""
        self.problem: LayoutFailed = LayoutTookTooLong("there was no time")

    def make(self, recipe: Recipe) -> None:
        """Lay the scene out by one recipe; that ELK fails over it is only remembered."""
        try:
            layout = self._laid_out(recipe)
            self.made.append((badness(layout, self.frame), len(self.made), recipe.direction, layout))
        except LayoutFailed as problem:
            self.problem = problem

    @property
    def seconds(self) -> float:
        """How long the next layout may take."""
        return min(SECONDS, max(0.01, self.ends - monotonic()))

    @property
    def best(self) -> Layout:
        """The best one; the first of several that are equally good."""
        if not self.made:
            raise self.problem
        return min(self.made, key=lambda made: made[:2])[3]

    @property
    def best_direction(self) -> Direction:
        """The direction of the best one."""
        return min(self.made, key=lambda made: made[:2])[2] if self.made else Direction.DOWN

    @property
    def times_too_large(self) -> float:
        """How many times too large for its frame the best one is."""
        return times_too_large(self.best, self.frame) if self.made else inf

    @property
    def hide_something(self) -> bool:
        """Whether even in the best one something lies over something else, or there is none yet."""
        return not self.made or bool(collisions(self.best))

    @property
    def are_good_enough(self) -> bool:
        """Whether the best one is easy to read, so that trying further would only take time."""
        if self.hide_something:
            return False
        best = self.best
        return times_too_large(best, self.frame) <= GOOD_SIZE and crossings(best) <= GOOD_CROSSINGS

    def _laid_out(self, recipe: Recipe) -> Layout:
        """Return one layout; when ELK fails over the order in which things were written, without that order."""
        backwards = laid_backwards(self.scene, self.nesting, nearest_first=recipe.nearest_first)
        sizes = sizes_of(self.scene, backwards, downwards=recipe.direction is Direction.DOWN)
        plan = Plan(self.scene, self.nesting, sizes, backwards)
        if recipe.mode not in self.order_fails:
            try:
                return layout_from(plan, remembered_layout(elk_graph(plan, recipe), self.seconds))
            except LayoutTookTooLong:
                raise
            except LayoutFailed:
                self.order_fails.add(recipe.mode)
        graph = elk_graph(plan, replace(recipe, keeps_order=False))
        return layout_from(plan, remembered_layout(graph, self.seconds))


def times_too_large(layout: Layout, frame: tuple[float, float]) -> float:
    """Return how many times a layout would have to be shrunk to fit its frame; one when it fits."""
    extent = layout.extent
    return max(1.0, extent.width / frame[0], extent.height / frame[1])


def badness(layout: Layout, frame: tuple[float, float]) -> float:
    """Return how hard a layout is to read: what hides something, crossings, corners, and how small it gets in its frame."""
    small = times_too_large(layout, frame) - 1
    return 60 * len(collisions(layout)) + 6 * crossings(layout) + bends(layout) + 45 * small
