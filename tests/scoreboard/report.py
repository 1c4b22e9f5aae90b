"""The scoreboard as tables in Markdown: the parts of bench/SCOREBOARD.md that are made, not written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.scoreboard.microsecend import explain, labels
from tests.scoreboard.microsecend.cases import Case, Variant, applications, judged_cases, variants
from tests.scoreboard.microsecend.readings import Reading
from tests.scoreboard.microsecend.score import Score, disagreements, scores, together
from tests.scoreboard.microsecend.verdicts import LEFT_OUT, VERDICTS, Verdict
from tests.scoreboard.others.counts import Count
from tests.scoreboard.others.models import NOT_READ, Refused


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; a bar in a cell is kept apart from those between cells."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


# ---- microSecEnD


def microsecend(dataset: Path) -> dict[str, str]:
    """Return the made parts about the dataset of data flow diagrams, by name."""
    judged = judged_cases(dataset)
    changed = variants(dataset)
    everything = [*judged, *(each.case for each in changed)]
    texts = labels.texts(applications(dataset)[0])
    return {
        "rules": _rules(texts),
        "left-out": table(
            ("rule", "its text", "why not"), ((r, texts[r], why) for r, why in sorted(LEFT_OUT.items()))
        ),
        "scores": _scores(judged, everything),
        "disagreements": _disagreements(everything),
        "variants": _variants(changed),
    }


def _rules(texts: dict[str, str]) -> str:
    rows = []
    for rule, judge in VERDICTS.items():
        says = " ".join((judge.__doc__ or "").split()).partition(": ")[2]
        rows.append((rule, texts[rule], says[:1].upper() + says[1:]))
    return table(("rule", "its text", "holds for us when"), rows)


def _scores(judged: Sequence[Case], everything: Sequence[Case]) -> str:
    head = (
        "rule",
        "violated, both say",
        "only we",
        "only people",
        "holds, both say",
        "unknown",
        "precision",
        "recall",
        "",
    )
    parts = []
    for title, cases, reading in (
        (
            f"As surveyed: {len(judged)} applications and the {len(everything) - len(judged)} variants",
            everything,
            Reading.SURVEYED,
        ),
        (f"As surveyed: the {len(judged)} applications alone", judged, Reading.SURVEYED),
        (
            f"As drawn: {len(judged)} applications and the {len(everything) - len(judged)} variants",
            everything,
            Reading.DRAWN,
        ),
    ):
        each = scores(cases, reading)
        rows = [_row(score, score.tells_nothing) for score in each]
        rows.append(_row(together(each), "micro-averaged"))
        if reading is Reading.SURVEYED:
            rows.append(
                _row(
                    together(score.strict() for score in each),
                    "micro-averaged, all of what always says the same wrong",
                )
            )
        parts.append(f"**{title}**\n\n{table(head, rows)}")
    return "\n\n".join(parts)


def _row(score: Score, note: str) -> tuple[object, ...]:
    unknown = score.unknown_violated + score.unknown_holds
    return (
        score.rule, score.found, score.false, score.missed, score.right, unknown, _part(score.precision), _part(score.recall), note,
    )  # fmt: skip


def _part(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _disagreements(cases: Sequence[Case]) -> str:
    found = {(each.case, each.rule): each for each in disagreements(cases, Reading.SURVEYED)}
    drawn = {(each.case, each.rule): each for each in disagreements(cases, Reading.DRAWN)}
    rows = []
    for key in sorted(found | drawn):
        each = found.get(key) or drawn[key]
        readings = "both" if key in found and key in drawn else str(each.reading.value)
        rows.append((
            f"`{each.case}`", each.rule, each.ours.verdict.value, each.label.value, readings,
            explain.why(*key) or "**not explained**",
        ))  # fmt: skip
    return table(("diagram", "rule", "we", "people", "reading", "why"), rows)


def _variants(found: Sequence[Variant]) -> str:
    rows = []
    for number, rules in labels.VARIANTS.items():
        ours = [each for each in found if each.number == number]
        for rule in [rule for rule in rules if rule in VERDICTS]:
            after = [each.case.ours[Reading.SURVEYED][rule].verdict for each in ours]
            turned = sum(rule in each.flips and each.flips[rule][1] is Verdict.HOLDS for each in ours)
            held = sum(
                verdict is Verdict.HOLDS and rule not in each.flips
                for verdict, each in zip(after, ours, strict=True)
            )
            others = len(ours) - turned - held
            rows.append((number, rule, len(ours), turned, held, others))
    return table(("variant", "rule", "variants", "turn to holds", "held before", "do not (above)"), rows)


# ---- every readable model


def counted(found: Iterable[Count | Refused]) -> dict[str, str]:
    """Return the made parts about every model of the corpus, by name."""
    everything = list(found)
    good = [each for each in everything if isinstance(each, Count)]
    head = (
        "tool",
        "model",
        "components",
        "interfaces",
        "data assets",
        "certain",
        "open",
        "questions",
        "and rarely said",
        "its own list",
    )
    rows = [
        (
            each.tool, f"`{each.name}`", each.components, each.interfaces, each.data_assets, each.certain, each.open,
            each.questions, each.far, "–" if each.listed is None else each.listed,
        ) for each in good
    ]  # fmt: skip
    return {
        "models": f"{len(good)} models.\n\n{table(head, rows)}",
        "not-read": _not_read([each for each in everything if isinstance(each, Refused)]),
    }


def _not_read(refused: Sequence[Refused]) -> str:
    broken = [each for each in refused if each.why]
    empty = {
        tool: sum(each.tool == tool and not each.why for each in refused)
        for tool in dict.fromkeys(e.tool for e in refused)
    }
    said = [
        "Files that are none of their own format:",
        table(("tool", "file", "why"), ((each.tool, f"`{each.name}`", each.why) for each in broken)) if broken else "None.",
        "Files in which there is no model (schemas, mappings, parts that another file includes): "
        + ", ".join(f"{tool} {number}" for tool, number in empty.items() if number) + ".",
        f"Folders for which there is no adapter here: {', '.join(NOT_READ)}.",
    ]  # fmt: skip
    return "\n\n".join(said)
