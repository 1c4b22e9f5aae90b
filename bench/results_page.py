"""What was measured as a page of Markdown: bench/RESULTS.md."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.engine_beside_peers import Noise, Noticed, SideBySide
from bench.figures import BesidePytm, Figure
from bench.measure import Cost
from bench.peers import PYTM


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything that was measured in one run."""

    commands: Sequence[Figure]
    answers: Sequence[Figure]
    engine: Sequence[Figure]
    beside_pytm: Sequence[BesidePytm]
    side_by_side: SideBySide

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All that may have a goal."""
        return (*self.commands, *self.answers, *self.engine)


def page(results: Results) -> str:
    """Return the page."""
    return "\n".join([
        *_commands(results.commands),
        *_answers(results.answers),
        *_engine(results.engine),
        *_beside_pytm(results.beside_pytm),
        *_side_by_side(results.side_by_side),
    ])  # fmt: skip


def _commands(figures: Sequence[Figure]) -> Iterator[str]:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    yield from (
        "# Results",
        "",
        f"Written by `make bench` with Python {version}. Seconds are CPU seconds, user and system together, unless it says *waited for*;",
        "each command is a process of its own, started with its files already in the system's memory. Where runs are short, it is the best",
        "of several. Compare ratios and growth, not seconds, between machines.",
        "",
        *table(("what", "measured", "goal", ""), map(_row, figures)),
        "Growth is the exponent *k* when the cost above that of ten interfaces is proportional to size to the power of *k*: 1 is linear.",
        "",
    )


def _answers(figures: Sequence[Figure]) -> Iterator[str]:
    yield from (
        "## The answers",
        "",
        "In one process, after import, from a page in memory: the part of a command that a room waits for after each change.",
        "",
        *table(("what", "measured", "goal", ""), map(_row, figures)),
    )


def _engine(figures: Sequence[Figure]) -> Iterator[str]:
    yield from (
        "## The engine",
        "",
        "On made-up programs, without a page: a *fixpoint* is the time in which everything is concluded that follows from one set of facts,",
        "in the same program and the same run. What is said in fixpoints, or in times of something else, holds on every machine.",
        "",
        *table(("what", "measured", "goal", ""), map(_row, figures)),
    )


def _beside_pytm(peers: Sequence[BesidePytm]) -> Iterator[str]:
    yield from (
        "## Beside pytm",
        "",
        "One ring of as many components as interfaces. pytm finds its threats and writes them into a short report without pictures. Bartizan reads",
        "the page and checks it, or reads, draws and writes it as HTML. That is not the same work, each does something that the others do not; it is",
        "what a team waits for after a change. × is a version's time in times of Bartizan's check and page together.",
        "",
        *table(
            ("components", "Bartizan check", "Bartizan page", *(f"pytm {version}" for version in PYTM)), map(_peer_row, peers)
        ),
    )  # fmt: skip


def _side_by_side(compared: SideBySide) -> Iterator[str]:
    yield from (
        "## Engines side by side",
        "",
        "The same systems, told to each engine in its own words: generated ones, of which about half is said, and Barbican's page with what its",
        "review knew. Every engine is told which controls Bartizan knows from the page and from its protocols. Time runs from a system in memory",
        "to the answer, without reading, loading rules, making the other tool's model, report or picture. Each answers twice: as if what is not",
        "said were in place, and as if it were not.",
        "",
        "They do not do the same work, so what they say is no score. pytm holds each element against a list of rules. mal-toolbox makes a graph of",
        "attack steps, in which mal-simulator lets every attacker do all that is open to them; in what language is up to its user, and",
        "`bench/architecture_page.mal` has far fewer rules than Bartizan. Bartizan says what each actor can bring about, certainly and perhaps.",
        "",
        *table(
            ("system", "engine", "what it says", "once", "controls degraded, each alone", "in all", "its list stays the same",
             "nothing more can be done", "something changes further away"),
            map(_noticed_row, compared.noticed),
        ),
        "*Its list* is that of threats, Bartizan's with certain and open told apart, or of the steps that attackers reach. Bartizan makes the list",
        "anew for each control, which is not in its time; what more follows it works out for all of them at once. *Nothing more can be done* means",
        "that no further data is learnt or altered and no further component taken over, by anybody, and for Bartizan that nothing is lost, stopped",
        "or out of reach either; pytm has no notion of that. It is often the right answer: another control still stands in the way, nobody gets",
        "there, or what was protected is open anyway. *Further away* is neither where the control stands, nor at its two ends, nor the data that",
        "they carry and show; for pytm it counts its list, for the others what more can be done.",
        "",
        "### Noise",
        "",
        "What an engine says whatever it is told. Of the generated system with",
        f"{compared.noise_in}, nothing is left but its components, who connects to whom and who attacks. Then everything is said, every",
        "control that the engine knows is there, and one at a time is taken away. The language for mal-toolbox is our own, and so its noise would be.",
        "",
        *table(
            ("engine", "rules that find a threat where nothing is said", "what it then says", "one control off, all others on: its list stays the same"),
            map(_noise_row, compared.noise),
        ),
    )  # fmt: skip


def table(heads: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, and an empty one."""
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _row(figure: Figure) -> Sequence[str]:
    """Return the cells of one figure."""
    goal = "" if figure.goal is None else f"≤ {figure.goal:g}"
    verdict = "" if figure.goal is None else "**missed**" if figure.missed else "met"
    digits = 0 if figure.unit == "MiB" else 2
    unit = "" if figure.unit == "exponent" else f" {figure.unit}"
    return figure.says, f"{figure.value:.{digits}f}{unit}", f"{goal}{unit if goal else ''}", verdict


def _peer_row(peer: BesidePytm) -> Sequence[str]:
    """Return the cells of one ring."""
    ours = peer.check.seconds + peer.page.seconds
    theirs = (f"{_spent(peer.theirs[each])}, {peer.theirs[each].seconds / ours:.2g} ×" for each in PYTM)
    return str(peer.components), _spent(peer.check), _spent(peer.page), *theirs


def _spent(cost: Cost) -> str:
    """Return time and memory."""
    return f"{cost.seconds:.2f} s, {cost.mebibytes:,.0f} MiB"


def _noticed_row(each: Noticed) -> Sequence[str]:
    """Return the cells of what one engine notices in one system."""
    return (
        each.system, each.engine, each.answer, f"{each.once:.3f} s", str(each.degraded), f"{each.all_degraded:.2f} s",
        _share(each.list_same, each.degraded),
        "–" if each.nothing_more is None else _share(each.nothing_more, each.degraded),
        _share(each.elsewhere, each.degraded),
    )  # fmt: skip


def _noise_row(each: Noise) -> Sequence[str]:
    """Return the cells of what one engine says whatever is said."""
    return each.engine, each.rules, each.nothing_said, f"{each.list_same} of {each.switched}"


def _share(some: int, of: int) -> str:
    """Return a count and its share of all."""
    return f"{some}, {some / of:.0%}" if of else "–"
