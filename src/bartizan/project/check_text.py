"""Says what a check found to a person: problems of the files first, then what is missing, kind by kind."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from bartizan.project.check import FALSE_CLAIM, Checked, PlacedGap
from bartizan.rules.readiness.gap import Gap, Weight
from bartizan.rules.readiness.words import short
from bartizan.source.diagnostic import Diagnostic, Severity
from bartizan.source.draw_diagnostics import draw_all, in_file_order
from bartizan.source.nodes import Path
from bartizan.source.terminal_cells import visible

SHOWN = 8
"""How many gaps of one kind are listed unless all are wanted."""

ALSO_SHOWN = 4
"""How many other places of one gap are named."""

ADVICE_LINES = 25
"""How many lines of advice are printed unless all are wanted."""

PROBLEMS_SHOWN = 50
"""How many problems of the files are drawn unless all are wanted: whoever has more begins with the first."""

_Pen: TypeAlias = Callable[[str, str], str]
"""Colours text, or does not: takes the code of a colour and the text."""

_BOLD, _RED, _YELLOW, _BLUE = "1", "1;31", "1;33", "1;34"


def as_text(checked: Checked, *, colour: bool = False, all_of_them: bool = False) -> str:
    """Return everything that a check found; nothing where it found nothing.

    While gaps keep the page from a review, advice is named and counted only, and of many gaps of one kind the first are
    listed; where only advice is left, it is shortened to what fits on a screen. With `all_of_them` nothing is left out,
    not even what was waived.
    """
    pen = _pen if colour else _no_pen
    shown = max(SHOWN, len(checked.gaps) if all_of_them else 0)
    problems = in_file_order(checked.diagnostics)
    drawn = problems if all_of_them else problems[:PROBLEMS_SHOWN]
    parts = [draw_all(drawn, colour=colour)] if drawn else []
    if len(drawn) < len(problems):
        parts.append(f"and {_count(len(problems) - len(drawn), 'more problem')}; `--all` draws them\n")
    parts += [_lines(_kind(kind, pen, shown)) for kind in _by_rule(checked.blocking)]
    advice = _by_rule(checked.advice)
    if advice and checked.blocking and not all_of_them:
        parts.append(_lines(_advice_in_short(advice, pen)))
    else:
        whole = [_lines(_kind(kind, pen, shown)) for kind in advice]
        fits = sum(each.count("\n") + 1 for each in whole) <= ADVICE_LINES
        parts += whole if all_of_them or fits else [_lines(_advice_by_rule(advice, pen))]
    if all_of_them and checked.waived:
        parts.append(_lines(_waived(checked.waived, pen, checked.waived_diagnostics)))
    return "\n".join(parts)


def in_short(checked: Checked) -> str:
    """Name what keeps the page from a review, one kind after the other with how often; nothing where nothing does."""
    return "\n".join(_columns(_by_rule(checked.blocking)))


def summary(checked: Checked) -> str:
    """Say in a line or two how the page stands, and what to do next."""
    page, name = checked.page, visible(checked.page.name)
    problems = in_file_order((*checked.diagnostics, *(each.diagnostic for each in _false_claims(checked))))
    errors = sum(each.severity is Severity.ERROR for each in problems)
    if not page.complete:
        stands = "What it lacks for a review can be said when it can be read whole."
        return f"{name}: {_count(errors, 'problem')} in its files. {stands}"
    warnings = sum(each.severity is Severity.WARNING for each in problems)
    blocking, advice = len(checked.to_be_closed), len(checked.advice)
    counts = [
        _count(errors, "problem") + " in its files" if errors else "",
        _count(warnings, "warning") + " about them" if warnings else "",
        f"{_count(blocking, 'gap')} {'keeps' if blocking == 1 else 'keep'} it from a review"
        if blocking
        else "",
        _count(advice, "piece") + " of advice" if advice else "",
        f"{len(checked.waived)} waived" if checked.waived else "",
    ]
    said = [each for each in counts if each]
    if not errors and not blocking:
        said.insert(0, "ready for a review")
    contact = page.workspace.settings.help_contact
    ask = f" For help: {visible(contact)}." if contact and (blocking or errors) else ""
    return f"{name}: {'; '.join(said)}.{ask}"


def _false_claims(checked: Checked) -> list[PlacedGap]:
    """Return where the page says that it is ready and is not: a problem of its files, although a rule found it."""
    return [each for each in checked.blocking if each.gap.rule == FALSE_CLAIM]


def _by_rule(gaps: Iterable[PlacedGap]) -> list[list[PlacedGap]]:
    """Put gaps of one rule together; the rules stay in the order in which they came."""
    kinds: dict[str, list[PlacedGap]] = {}
    for each in gaps:
        kinds.setdefault(each.gap.rule, []).append(each)
    return list(kinds.values())


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _kind(gaps: Sequence[PlacedGap], pen: _Pen, shown: int) -> Iterator[str]:
    """Say what one rule found: the place of each, and once what to do."""
    first = gaps[0].gap
    label = pen(_RED if first.weight is Weight.BLOCKING else _YELLOW, f"{_word(first)}[{first.rule}]")
    if len(gaps) == 1:
        yield f"{label}{pen(_BOLD, ': ' + visible(gaps[0].diagnostic.message))}"
        yield f"  {pen(_BLUE, '-->')} {_place(gaps[0])}"
        also = gaps[0].diagnostic.also
        yield from (f"  {pen(_BLUE, ':::')} {visible(str(each.span))}" for each in also[:ALSO_SHOWN])
        if len(also) > ALSO_SHOWN:
            yield f"      and {_count(len(also) - ALSO_SHOWN, 'more place')}"
        yield from _advice(first, pen)
    else:
        yield f"{label}{pen(_BOLD, f': {len(gaps)} of them')}"
        places = [_place(each) for each in gaps[:shown]]
        width = max(len(place) for place in places)
        apart = _are_told_apart(gaps)
        for each, place in zip(gaps, places, strict=False):
            yield f"  {pen(_BLUE, '-->')} {place.ljust(width)}  {visible(each.diagnostic.message)}{_also(each)}"
            if apart:
                yield from _advice(each.gap, pen)
        if len(gaps) > shown:
            yield f"      and {len(gaps) - shown} more; `--all` lists them"
        if not apart:
            yield from _advice_for_all(gaps, pen)
    yield f"   {pen(_BLUE, '=')} {pen(_BOLD, 'more:')} bartizan explain {first.rule}"


def _also(placed: PlacedGap) -> str:
    """Name the other places of one gap among several, behind what it says."""
    also = [visible(str(each.span)) for each in placed.diagnostic.also]
    if not also:
        return ""
    more = [f"{len(also) - ALSO_SHOWN} more"] if len(also) > ALSO_SHOWN else []
    return f" (also {', '.join([*also[:ALSO_SHOWN], *more])})"


def _are_told_apart(gaps: Sequence[PlacedGap]) -> bool:
    """Whether what to do is so different from one to the next that it is said for each."""
    different = {(each.gap.help, each.gap.write) for each in gaps}
    return len(gaps) <= SHOWN and len(different) > len(gaps) / 2


def _advice_for_all(gaps: Sequence[PlacedGap], pen: _Pen) -> Iterator[str]:
    """Say once what to do about several gaps: what is the same for all, else what it is for most of them."""
    helps = Counter(each.gap.help for each in gaps)
    for each in helps.most_common(1)[0][0]:
        yield from _note("help" if len(helps) == 1 else "help, for instance", visible(each), pen)
    writes = Counter(each.gap.write for each in gaps if each.gap.write)
    if writes:
        typical = writes.most_common(1)[0][0]
        owners = list(dict.fromkeys(_under(each.gap) for each in gaps if each.gap.write == typical))
        where = _named(owners[0]) if len(owners) == 1 or len(writes) > 1 else ", under each"
        yield from _write(f"write{'' if len(writes) == 1 else ', for instance'}{where}", typical, pen)


def _advice_in_short(kinds: Sequence[Sequence[PlacedGap]], pen: _Pen) -> Iterator[str]:
    """Name the advice that can wait, one kind a line."""
    number = sum(len(kind) for kind in kinds)
    yield pen(_YELLOW, "advice") + pen(_BOLD, f": {_count(number, 'piece')} for later; `--all` says more")
    yield from _columns(kinds)


def _advice_by_rule(kinds: Sequence[Sequence[PlacedGap]], pen: _Pen) -> Iterator[str]:
    """Say of each kind of advice what it is and where it is met first; of the last ones only how often, to fit."""
    number = sum(len(kind) for kind in kinds)
    yield pen(_YELLOW, "advice") + pen(
        _BOLD, f": {_count(number, 'piece')}; `--all` says what to do about each"
    )
    room = ADVICE_LINES - 1
    told = next(
        count for count in range(len(kinds), -1, -1) if 2 * count + (len(kinds) - count + 1) // 2 <= room
    )
    for kind in kinds[:told]:
        more = f" (and {len(kind) - 1} more)" if len(kind) > 1 else ""
        label = pen(_YELLOW, f"advice[{kind[0].gap.rule}]")
        yield f"{label}: {short(visible(kind[0].diagnostic.message), 140)}{more}"
        yield f"  {pen(_BLUE, '-->')} {_place(kind[0])}"
    yield from _columns(kinds[told:])


def _columns(kinds: Sequence[Sequence[PlacedGap]]) -> Iterator[str]:
    counts = [f"{len(kind)} × {kind[0].gap.rule}" for kind in kinds]
    width = max((len(count) for count in counts), default=0) + 3
    for row in range(0, len(counts), 2):
        yield "  " + "".join(count.ljust(width) for count in counts[row : row + 2]).rstrip()


def _waived(gaps: Sequence[PlacedGap], pen: _Pen, notes: Sequence[Diagnostic]) -> Iterator[str]:
    yield pen(_BOLD, f"waived: {_count(len(gaps), 'gap')}")
    for each, note in zip(gaps, notes, strict=True):
        yield f"  {pen(_BLUE, '-->')} {_place(each)}  {visible(each.diagnostic.message)}"
        yield from (f"      {visible(text)}" for text in note.help)


def _word(gap: Gap) -> str:
    if gap.rule == FALSE_CLAIM:
        return "error"  # nothing is missing here: the page says what is not so
    return "gap" if gap.weight is Weight.BLOCKING else "advice"


def _place(placed: PlacedGap) -> str:
    at = placed.diagnostic.at
    return visible(str(at.span)) if at else visible(placed.gap.element)


def _advice(gap: Gap, pen: _Pen) -> Iterator[str]:
    for each in gap.help:
        yield from _note("help", visible(each), pen)
    if gap.write:
        yield from _write(f"write{_named(_under(gap))}", gap.write, pen)


def _under(gap: Gap) -> Path:
    return gap.path[:-1] if gap.under is None else gap.under


def _named(path: Path) -> str:
    return f", under `{'/'.join(visible(str(step)) for step in path)}`" if path else ""


def _write(label: str, text: str, pen: _Pen) -> Iterator[str]:
    yield from _note(label, "", pen)
    yield from (f"       {visible(line)}" for line in text.split("\n"))


def _note(kind: str, text: str, pen: _Pen) -> Iterator[str]:
    lines = textwrap.wrap(text, 92, break_long_words=False, break_on_hyphens=False) or [""]
    yield f"   {pen(_BLUE, '=')} {pen(_BOLD, kind + ':')} {lines[0]}".rstrip()
    yield from (f"     {' ' * len(kind)}  {line}" for line in lines[1:])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _pen(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _no_pen(_code: str, text: str) -> str:
    return text
