"""The threats that a team knows and has accepted: a file kept in git, each with a reason, an owner and a last day."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bartizan.model.compounds import ListOf, Record
from bartizan.model.reading import Reading
from bartizan.model.shapes import Date, Prose, Text, said
from bartizan.project.workspace import shown
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.nodes import Mapping as MappingNode
from bartizan.source.nodes import Path as NodePath
from bartizan.source.nodes import place_of
from bartizan.source.read_text import read_source
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from bartizan.source.write_file import write_atomically
from bartizan.source.write_yaml import write_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """One threat that is known."""

    threat: str | None = said(Text(), "Its id, as `analyse` prints it.")
    says: str | None = said(Text(), "What it says, for whoever reads the file.")
    because: str | None = said(Prose(), "Why it is accepted; without a reason it is known and not accepted.")
    owner: str | None = said(Text(), "Who answers for it.")
    until: datetime.date | None = said(Date(), "The last day it is accepted.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineFile:
    """The whole file."""

    known: tuple[Accepted, ...] = said(ListOf(Record(Accepted)), "The threats that are known.")


class _ReadingOfBaseline(Reading):
    """Notes what is wrong in a baseline, which is no page."""

    @staticmethod
    def named(path: NodePath) -> str:
        """Say what stands at `path` in words."""
        numbers = [each + 1 for each in path if isinstance(each, int)]
        return f"entry {numbers[0]} of the baseline" if numbers else "the baseline"


FEW = 5
"""How many of the threats that are not accepted a warning names."""


@dataclass(frozen=True)
class Baseline:
    """The threats that are known, as they were read."""

    path: Path
    known: Mapping[str, Accepted]
    diagnostics: tuple[Diagnostic, ...]
    source: Source | None = None

    def accepts(self, threat: str, today: datetime.date) -> bool:
        """Whether a threat is accepted today: it has a reason and an owner, and its last day has not passed."""
        known = self.known.get(threat)
        if known is None or not known.because or not known.owner:
            return False
        return known.until is not None and today <= known.until


def read_baseline(path: Path, today: datetime.date) -> Baseline:
    """Read the baseline; a file that is not there knows nothing. What no longer holds is a warning."""
    if not path.exists():
        return Baseline(path, {}, ())
    source, problems = read_source(path, name=shown(path))
    if source is None:
        return Baseline(path, {}, tuple(problems))
    parsed = read_yaml(source)
    reading = _ReadingOfBaseline()
    read = Record(BaselineFile).read(parsed.root, (), reading) if parsed.root is not None else None
    known = {each.threat: each for each in (read.known if read else ()) if each.threat}
    diagnostics = [*problems, *parsed.diagnostics, *reading.diagnostics]
    if isinstance(parsed.root, MappingNode) and read:
        diagnostics += _not_accepted(parsed.root, read.known, today)
    return Baseline(path, known, tuple(diagnostics), source)


def _not_accepted(root: MappingNode, known: Sequence[Accepted], today: datetime.date) -> Iterator[Diagnostic]:
    """Yield one warning for all threats that are known and not accepted: why, how many of each, and which come first."""
    lacking = {at: why for at, each in enumerate(known) if (why := _lacking(each, today))}
    if not lacking:
        return
    why = ", ".join(f"{reason} ({number})" for reason, number in Counter(lacking.values()).items())
    threats = "1 known threat is" if len(lacking) == 1 else f"{len(lacking)} known threats are"
    named = ", ".join(f"`{known[at].threat or '?'}`" for at in [*lacking][:FEW])
    more = f" and {len(lacking) - FEW} more" if len(lacking) > FEW else ""
    yield Diagnostic(
        "not-accepted", f"{threats} not accepted: {why}", Label(place_of(root, ("known", next(iter(lacking))))),
        help=(f"write `because:`, `owner:` and `until:` for each, or repair it: {named}{more}",),
        severity=Severity.WARNING,
    )  # fmt: skip


def _lacking(accepted: Accepted, today: datetime.date) -> str:
    if not accepted.because:
        return "nobody says why"
    if not accepted.owner:
        return "nobody answers for it"
    if accepted.until is None:
        return "no last day is given"
    return "the last day has passed" if today > accepted.until else ""


def add_to_baseline(baseline: Baseline, threats: Iterable[tuple[str, str]]) -> Diagnostic | None:
    """Add threats, by id and sentence, to the file; what stands there stays as it is. Return why it could not be done."""
    new = [(id_, says) for id_, says in threats if id_ not in baseline.known]
    if not new:
        return None
    lines = "".join(_entry(id_, says) for id_, says in new)
    if baseline.source is None:
        return write_atomically(baseline.path, f"known:\n{lines}", expected=None)
    text = baseline.source.text
    there = any(line.rstrip() == "known:" for line in text.splitlines())
    body = text.rstrip("\n") + "\n" + (lines if there else f"known:\n{lines}")
    return write_atomically(baseline.path, body, expected=baseline.source.digest)


def _entry(id_: str, says: str) -> str:
    """Return a threat as its lines of the file, with a line for each field so that others can be put below."""
    first, *others = write_yaml({"threat": id_, "says": says}).rstrip("\n").split("\n")
    return "".join([f"  - {first}\n", *(f"    {each}\n" for each in others)])
