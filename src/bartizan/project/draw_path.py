"""Draws how an actor gets at something: the cheapest way on the block diagram, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bartizan.model.names import make_id
from bartizan.project.analyse import Analysed
from bartizan.project.answer_words import capital
from bartizan.project.draw import not_drawn
from bartizan.project.what_if import Way
from bartizan.render.diagrams import LayoutFailed, NoEngine, png
from bartizan.render.diagrams.block_scene import service_name
from bartizan.render.diagrams.path_picture import DrawnPath, PathStep, path_picture
from bartizan.render.diagrams.picture import Picture
from bartizan.render.diagrams.theme import Theme
from bartizan.rules.answers.common_causes import CAUSE, members_of, said
from bartizan.rules.answers.paths import must_fail_in_words
from bartizan.rules.answers.why import Sentence
from bartizan.rules.threats.ground import Ground
from bartizan.rules.threats.terms import Sort
from bartizan.source.diagnostic import Diagnostic

OVER_APPROXIMATES = (
    "This errs on the side of the attacker: it is drawn from what the page says and leaves unsaid, knows no time and no "
    "detection, and what it says may follow can be stopped by something that the page does not know."
)
"""Stands below each picture."""


NOTHING_FOUND = Diagnostic(
    "nothing-to-draw",
    "there is nothing to draw: no way was found",
    help=("what is printed says whether there is none, or whether the search stopped",),
)


def draw_way(analysed: Analysed, way: Way, format_: str, *, dark: bool = False) -> bytes | Diagnostic:
    """Return the picture of the cheapest way as `svg` or `png`, else why there is none."""
    if way.paths is None or not way.paths.sets:
        return NOTHING_FOUND
    try:
        drawn = way_picture(analysed, way, theme=Theme.DARK if dark else Theme.AUTO)
    except (LayoutFailed, NoEngine) as error:
        return not_drawn("the path", error)
    return drawn.svg.encode() if format_ == "svg" else png(drawn, dark=dark)


def way_picture(analysed: Analysed, way: Way, *, theme: Theme = Theme.AUTO) -> Picture:
    """Return the picture of the cheapest way. Raises `LayoutFailed` or `NoEngine` where no diagram can be laid out."""
    return path_picture(analysed.page.architecture, drawn_way(analysed, way), theme=theme)


def drawn_way(analysed: Analysed, way: Way) -> DrawnPath:
    """Return the cheapest way as it is drawn: where each of its steps happens, and what fails there."""
    assert way.paths is not None
    assert way.paths.sets, "only a way that was found is drawn"
    goal = capital(said(analysed.analysis.grounded, way.goal, way.actor.name))
    cheapest = way.paths.sets[0]
    at: dict[str, tuple[int, ...]] = {}
    where = _where(analysed, way.steps)
    for step in way.steps:
        for key in where[step.number]:
            at[key] = tuple(dict.fromkeys((*at.get(key, ()), step.number)))
        for key in _led_to(analysed, step):
            at.setdefault(key, ())
    failing: dict[str, tuple[str, ...]] = {}
    for fact in cheapest.facts:
        for key, words in _failures(analysed, way, fact):
            failing[key] = tuple(dict.fromkeys((*failing.get(key, ()), words)))
    page = analysed.page.architecture
    return DrawnPath(
        name=make_id(f"{service_name(page)}-path-{way.actor.id}-{way.goal[0]}-{way.goal[1]}", ()),
        title=f"{service_name(page)} – {goal}",
        lead=tuple(_lead(analysed, way)),
        at=at,
        failing=failing,
        steps=tuple(
            PathStep(number=each.number, says=_says(each), supposed=each.supposed) for each in way.steps
        ),
        note=OVER_APPROXIMATES,
    )


def _lead(analysed: Analysed, way: Way) -> Iterator[str]:
    paths = way.paths
    assert paths is not None
    words = [must_fail_in_words(analysed.analysis, fact) for fact in paths.sets[0].facts]
    cost = paths.sets[0].cost
    if not words:
        yield "Nothing needs to fail for this."
        return
    yield f"The cheapest way. What must fail: {'; and '.join(words)}."
    others = (paths.total or len(paths.sets)) - 1
    if others:
        more = "at least " if paths.total is None else ""
        priced = f" It costs {cost:g}, as the page prices it." if cost != len(words) else ""
        yield f"There {'is' if others == 1 else 'are'} {more}{others} other {'way' if others == 1 else 'ways'}, which are not drawn.{priced}"  # fmt: skip


def _says(step: Sentence) -> str:
    because = step.because if step.because and step.because.lower() not in step.text.lower() else ""
    return f"{step.text}: {because}" if because else step.text


# ---- where on the diagram


def _keys(analysed: Analysed, step: Sentence) -> tuple[str, ...]:
    """Return where a step happens: at what its fact is about, else at what the rule behind it speaks of."""
    if step.fact[0] == "acts":
        return tuple(dict.fromkeys(_of_actor(analysed, step.fact[1])))
    own = len(step.fact) - 1
    about = [key for sort, id_ in step.names[:own] for key in _drawn(analysed, sort, id_)]
    about = about or [key for sort, id_ in step.names[own:] for key in _drawn(analysed, sort, id_)]
    return tuple(dict.fromkeys(about))


def _where(analysed: Analysed, steps: Sequence[Sentence]) -> dict[int, tuple[str, ...]]:
    """Return where each step happens; one that is about nothing on the diagram, where what it rests on does."""
    found: dict[int, tuple[str, ...]] = {}
    for step in steps:
        keys = _keys(analysed, step)
        found[step.number] = keys or tuple(
            dict.fromkeys(key for each in step.rests_on for key in found[each])
        )
    return found


def _drawn(analysed: Analysed, sort: Sort, id_: str) -> Iterator[str]:
    """Yield what stands on the diagram for a name of some sort."""
    page = analysed.page.architecture
    if sort is Sort.INTERFACE and id_ in page.interfaces:
        yield f"interface {id_}"
    elif sort is Sort.COMPONENT and id_ in page.components:
        yield f"component {id_}"
    elif sort is Sort.DOMAIN:
        yield f"domain {id_}"
    elif sort in {Sort.PLACEMENT, Sort.TARGET} and "@" in id_:
        store = id_.partition("@")[2].partition("#")[0]
        if store in page.components:
            yield f"component {store}"
    elif sort is Sort.ACTOR:
        yield from _of_actor(analysed, id_)
    elif sort is Sort.CONTROL:
        yield from _of_control(analysed, id_)


def _of_actor(analysed: Analysed, id_: str) -> Iterator[str]:
    """Yield where an actor stands."""
    page = analysed.page.architecture
    if id_ in page.components:
        yield f"component {id_}"
    actor = page.threat_actors.get(id_)
    for place in actor.at if actor else ():
        yield f"{'component' if place in page.components else 'domain'} {place}"


def _of_control(analysed: Analysed, id_: str) -> Iterator[str]:
    """Yield the elements that a control stands on."""
    page = analysed.page.architecture
    written = page.controls.get(id_)
    element, slash, _word = id_.partition("/")
    for each in (*((element,) if slash else ()), *(written.stands_on if written else ())):
        name, at, store = each.partition("@")
        place = store.partition("#")[0] if at else name
        if place in page.interfaces:
            yield f"interface {place}"
        elif place in page.components:
            yield f"component {place}"
        elif place in analysed.analysis.grounded.view.all_domains:
            yield f"domain {place}"


_AT_THE_FAR_END = {"inside": "listener", "speaks": "listener", "speaks-one": "listener", "rogue": "requestor"}
"""Facts about an interface that lead to one of its ends, and which."""


def _led_to(analysed: Analysed, step: Sentence) -> Iterator[str]:
    """Yield the component that a step leads to without naming it, such as the listener that lets somebody in."""
    page = analysed.page.architecture
    if step.fact[0] in _AT_THE_FAR_END:
        interface = page.interfaces.get(step.fact[1])
        end = getattr(interface, _AT_THE_FAR_END[step.fact[0]], None)
        if end in page.components:
            yield f"component {end}"


# ---- what fails


def _failures(analysed: Analysed, way: Way, fact: Ground) -> Iterator[tuple[str, str]]:
    """Yield where something that fails stands, with what it is called there."""
    controls = analysed.analysis.grounded.controls
    if fact[0] == CAUSE:
        for each in members_of(analysed.analysis.grounded, fact):
            yield from ((key, f"{_short(analysed, each)} ({fact[1]})") for key in _of_control(analysed, each))
        return
    step = next((each for each in way.steps if each.fact == fact), None)
    places: Sequence[str] = _keys(analysed, step) if step else ()
    if not places and step:  # it stands nowhere itself: then where it is made use of
        used = [each for each in way.steps if step.number in each.rests_on]
        places = [key for each in used for key in _keys(analysed, each)]
    words = _short(analysed, fact[1]) if fact[0] == "degraded" and fact[1] in controls else must_fail_in_words(analysed.analysis, fact)  # fmt: skip
    for key in dict.fromkeys(places):
        yield key, words


def _short(analysed: Analysed, control: str) -> str:
    """Return a control as it is called at the element it stands on."""
    known = analysed.analysis.grounded.controls[control]
    written = analysed.page.architecture.controls.get(control)
    named = written is not None and written.name is not None
    words = must_fail_in_words(analysed.analysis, ("degraded", control))
    if "/" not in control or named or not known.kind or known.kind == "assumption":
        return words
    return known.kind.replace("-", " ") + (" (not said)" if words.endswith("(not said)") else "")
