"""Says to a person how somebody gets at something: what must fail, what counts most, what would stop it, and the steps."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.level import Strength
from bartizan.project.analyse import Analysed
from bartizan.project.answer_words import capital, count, wrapped
from bartizan.project.what_if import Way
from bartizan.project.what_if_text import proof_in_text
from bartizan.rules.answers.common_causes import said
from bartizan.rules.answers.grades import LEVELS, Graded
from bartizan.rules.answers.importance import Weight
from bartizan.rules.answers.paths import Likely, MustFail, Paths, must_fail_in_words
from bartizan.rules.answers.why import within

FEW = 6
"""How many of the things that count most are told unless all are asked for."""


def paths_in_text(analysed: Analysed, way: Way, *, every_weight: bool = False) -> str:
    """Return what must fail before an actor gets at something, for a person, with the steps of the cheapest way."""
    goal = capital(said(analysed.analysis.grounded, way.goal, way.actor.name))
    paths = way.paths
    if paths is None or paths.vacuous:
        supposing = "" if way.bugs else ", as long as no component has a bug to exploit"
        return (
            f"Nothing leads there that {within(goal)}, even with every control gone{supposing}: "
            "probably not modelled, and no word of safety."
        )
    if not paths.sets:
        return f"{goal}: no way was found. The search {paths.complete}, so there may be one."
    total = f", {paths.total} in all" if paths.total else ""
    supposed = "" if way.bugs else " No component is taken to have a bug to exploit."
    lines = [f"{goal}.{supposed} What must fail, cheapest first ({paths.complete}{total}):"]
    for number, each in enumerate(paths.sets, 1):
        words = [must_fail_in_words(analysed.analysis, fact) for fact in each.facts]
        lines += wrapped(
            f"{number:3}. {'; and '.join(words) or 'nothing at all'}  [{_price(each)}]", 0, 5
        )  # fmt: skip
    lines += _weight_lines(analysed, paths, every=every_weight)
    lines += _firm_lines(analysed, paths)
    if paths.graded:
        lines += _graded_lines(analysed, paths.graded)
    if paths.likely:
        lines += _likely_lines(analysed, paths.likely)
    proof = proof_in_text(analysed, "The first of them, step by step:", way.steps)
    return "\n".join([*lines, "", proof])


def _price(each: MustFail) -> str:
    return f"{each.cost:g}" + (f", takes {each.takes.value} capability" if each.takes else "")


def _weight_lines(analysed: Analysed, paths: Paths, *, every: bool) -> Iterator[str]:
    if len(paths.weights) < 2:
        return
    shown = paths.weights if every else paths.weights[:FEW]
    if any(each.exact for each in shown):
        head = "enough     in sets    share  decides  if fallen  if firm"
    elif every and any(each.decides is not None for each in shown):
        head = "enough     in sets    decides"
    else:
        head = "enough     in sets"
    yield ""
    yield f"What counts most, over {_weighed_over(paths)}:"
    yield f"  {head}"
    for each in shown:
        row = f"  {_row(each, head)}  "
        yield from wrapped(f"{row}{must_fail_in_words(analysed.analysis, each.fact)}", 0, len(row) + 2)
    if len(shown) < len(paths.weights):
        yield f"  and {len(paths.weights) - len(shown)} more; `--importance` tells all of them."
    if every:
        yield from _meanings(head)


def _weighed_over(paths: Paths) -> str:
    looked_at = paths.weights[0].of
    if paths.weighed == "complete" or paths.total == looked_at:
        return f"all {looked_at} sets" if looked_at > 1 else "the only set"
    return f"the {looked_at} cheapest sets that were looked at"


def _row(weight: Weight, head: str) -> str:
    alone = "alone" if weight.smallest == 1 else f"with {weight.smallest - 1}"
    cells = [f"{alone:8}", f"{weight.sets:4} of {weight.of:<4}"]
    if "share" in head:
        exact = weight.exact
        cells += (
            [f"{exact.fussell_vesely:6.1%}", f"{exact.birnbaum:7.3g}", f"×{exact.achievement:<8.3g}", f"÷{exact.reduction:<6.3g}"]
            if exact else [f"{'–':>6}", f"{'–':>7}", f"{'–':<9}", f"{'–':<7}"]
        )  # fmt: skip
    elif "decides" in head:
        cells.append("      –" if weight.decides is None else f"{weight.decides:7.2g}")
    return " ".join(cells)


def _meanings(head: str) -> Iterator[str]:
    """Yield what the columns mean, with the names that the literature has for them."""
    yield "  enough: alone, or with how many others at least. in sets: of how many it is part; as a share, Fussell"
    yield "  and Vesely's measure by counting."
    if "share" in head:
        yield "  By the probabilities of the page: share, what would be gone if it held for certain (Fussell and Vesely);"
        yield "  decides, how often it alone decides (Birnbaum); if fallen, how many times likelier it gets then (risk"
        yield "  achievement worth); if firm, how many times less likely (risk reduction worth). – has no probability."
    elif "decides" in head:
        yield "  decides: how often it alone decides, if each of the others fails half the time (Birnbaum, structural)."


def _firm_lines(analysed: Analysed, paths: Paths) -> Iterator[str]:
    firm = paths.firm
    if firm is None:
        return
    yield ""
    if firm.facts is None:
        yield "What must not fail so that no way is left was not found:" + (
            " it follows anyway." if firm.complete == "complete" else f" the search {firm.complete}."
        )
        return
    what = "this is" if len(firm.facts) == 1 else f"these {len(firm.facts)} are"
    yield f"No way is left once {what} ruled out; no fewer would do:"
    for fact in firm.facts:
        yield from wrapped(f"  - {must_fail_in_words(analysed.analysis, fact)}", 0, 4)


def _graded_lines(analysed: Analysed, graded: Graded) -> Iterator[str]:
    """Yield against whom it holds while nothing fails but what an attacker is up to."""
    controls = analysed.analysis.grounded.controls
    names = _and([controls[each].name for each in graded.controls])
    yield ""
    if graded.anyway:
        yield from wrapped(f"Graded by {names}: it follows without getting past any of them.", 0, 2)
        return
    holds = _levels(tuple(each for each in LEVELS if each not in graded.falls_to))
    falls = _levels(graded.falls_to)
    if graded.holds_against != LEVELS[: len(LEVELS) - len(graded.falls_to)]:
        against = _levels(graded.holds_against)
        perhaps = f" (if the worst is true of what is not said, {f'only against {against}' if against else 'against nobody'})"
    else:
        perhaps = ""
    if not holds:
        text = f"it does not hold even against {LEVELS[0].value} capability"
    elif falls:
        text = f"it holds against {holds} capability{perhaps}, and not against {falls}"
    else:
        text = f"it holds against {holds} capability{perhaps}"
    yield from wrapped(f"While nothing else fails, by what is said of {names}: {text}.", 0, 2)


def _levels(levels: tuple[Strength, ...]) -> str:
    return _and([each.value for each in levels])


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _likely_lines(analysed: Analysed, likely: Likely) -> Iterator[str]:
    exact = f"{likely.at_least:.4g}"
    between = f"between {exact} and {likely.at_most:.4g} ({likely.complete})"
    yield ""
    yield f"Likelihood, by the probabilities of the page: {exact if likely.at_least == likely.at_most else between}."
    if likely.without:
        yield f"  {count(likely.without, 'thing')} that could fail without a probability, taken to hold."
    for fact, share in likely.weightiest[:5]:
        yield f"  {share:6.1%} of it goes through {must_fail_in_words(analysed.analysis, fact)}"
