"""The pages about what words bring along: the tables of knowledge, each row with its date, its source and how it was checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from bartizan.knowledge.asset_kinds import asset_kinds
from bartizan.knowledge.control_kinds import ControlKind, control_kinds
from bartizan.knowledge.implementations import Implementation, Line, implementations
from bartizan.knowledge.kinds import kinds
from bartizan.knowledge.protocols import protocols
from bartizan.knowledge.technologies import technologies
from bartizan.knowledge.vulnerabilities import all_vulnerabilities
from bartizan.knowledge.weaknesses import weaknesses

INTRODUCTION = """\
# What words bring along

A protocol brings controls, a technology brings a kind of component, a kind brings a shape. These are the tables it comes from. They are dated, and each row has a
source; what your page says itself always wins over them ([Said, and not said](../../concept/said-and-not-said.md)). `bartizan show` prints which rows were used for your page.

On pages of their own:

- [what is known to be wrong with protocols](knowledge/vulnerabilities.md)
- [which libraries and products are still repaired](knowledge/implementations.md)
- [what sorts of control there are](knowledge/controls.md)
- [what sorts of data there are](knowledge/data-assets.md)
- [the ids of weaknesses, attack patterns and techniques](knowledge/weaknesses.md)

```{toctree}
:hidden:

knowledge/vulnerabilities
knowledge/implementations
knowledge/controls
knowledge/data-assets
knowledge/weaknesses
```
"""

VULNERABILITIES = """\
# What is known to be wrong with protocols

Of the protocols themselves, whoever implements them; bugs of one implementation are not in here. *Breaks* names the controls that an interface loses. *From* tells where somebody has to stand
who uses it: on the `path` between both ends, as a `peer` who can connect to one of them, or `outside`, where the listener's answers are turned against somebody else.
Where something stands behind *only where*, it is a question to the page and not a finding.
"""

IMPLEMENTATIONS = """\
# Which libraries and products are still repaired

As their own makers say; a distribution or somebody who sells support may repair longer, and then the page says `maintained: yes` and by whom. Whether a version is maintained is judged for a day that
the caller names, never by a clock. Where no end was announced, a row counts for a year after it was looked at; after that, and of a version that is not listed, nothing is known.
"""

CONTROLS = """\
# What sorts of control there are

The name is what stands behind the slash of a control's id (`1/encryption`) or in its `kind:`, in any of the spellings. *Relies on* is what controls of the kind usually need; the page says which data asset or component it is.
Marked *generic* is what says no more than that there is no exploitable bug: it can be asked of everything and so tells nothing about a page.
"""

DATA_ASSETS = """\
# What sorts of data there are

The kind is what the page says in `kind:`; without it, what the end of a name tells for certain (`DB credentials`, not `paste.ini`). Where an answer is missing, the kind does not tell, and it stays a question.
*Authenticates*: a listener takes whoever has it for somebody. *Bearer*: it travels when it is shown. *Unlocks*: data can be read or signed with it. *Runs*: what is altered in it is obeyed. *Secret*: its worth is that nobody else has it.
"""

WEAKNESSES = """\
# Weaknesses, attack patterns and techniques

The ids that rules refer to, with our own words for them; what their makers say stands behind each link.
"""


def knowledge_pages() -> dict[str, str]:
    """Return the page with the tables that `show` uses, and one for each other table."""
    sections = (INTRODUCTION, protocol_table(), technology_table(), kind_table())
    return {
        "knowledge.md": "\n".join(sections),
        "knowledge/vulnerabilities.md": f"{VULNERABILITIES}\n{vulnerability_table()}",
        "knowledge/implementations.md": f"{IMPLEMENTATIONS}\n{implementation_table()}",
        "knowledge/controls.md": f"{CONTROLS}\n{control_table()}",
        "knowledge/data-assets.md": f"{DATA_ASSETS}\n{asset_table()}",
        "knowledge/weaknesses.md": f"{WEAKNESSES}\n{weakness_table()}",
    }


def protocol_table() -> str:
    """Return the table of protocols, in alphabetical order."""
    head = ("protocol", "status", "encryption", "integrity", "server", "client", "source")
    rows = [
        (
            each.name,
            each.status.value,
            each.encryption.value,
            each.integrity.value,
            each.server_authentication.value,
            each.client_authentication.value,
            f"{each.source} ({each.date}). {each.says}".strip(),
        )
        for each in sorted(protocols().values(), key=lambda each: each.name.lower())
    ]
    says = "*server* and *client*: whose identity the protocol itself proves. Behind each source stands when it was last looked at."
    return f"## Protocols\n\n{says}\n\n{table(head, rows)}"


def technology_table() -> str:
    """Return the table of technologies, in the order of their file."""
    head = ("technology", "makes a component a", "also written", "looked at")
    rows = [(each.name, each.kind, ", ".join(each.words), each.date) for each in technologies().values()]
    return f"## Technologies\n\n{table(head, rows)}"


def kind_table() -> str:
    """Return the table of kinds, in the order of their file."""
    head = ("kind", "is", "drawn as", "keeps data", "also written")
    rows = [
        (each.name, each.says, each.notation.value, "yes" if each.keeps else "no", ", ".join(each.words))
        for each in kinds().values()
    ]
    return f"## Kinds of component\n\n{table(head, rows)}"


def vulnerability_table() -> str:
    """Return the table of what is wrong with protocols, in the order of its file."""
    head = ("name", "protocols", "breaks", "from", "what happens", "what ends it", "known since", "source")
    rows = [
        (
            " ".join(part for part in (each.name, each.id or "", *each.also) if part),
            ", ".join(each.protocols),
            ", ".join(each.breaks),
            each.used_from.value,
            each.says if each.always else f"{each.says} Only where {each.when}.",
            each.repair,
            each.known,
            f"{each.source}. Looked at {each.date}: {each.checked}",
        )
        for each in all_vulnerabilities().values()
    ]
    return table(head, rows)


def implementation_table() -> str:
    """Return the table of libraries and products, in the order of its file."""
    head = ("name", "repaired until", "else", "source")
    rows = [
        (each.name, until(each), notes(each), f"{each.source}. Looked at {each.date}: {each.checked}")
        for each in implementations().values()
    ]
    return table(head, rows)


def until(each: Implementation) -> str:
    """Return until when which versions are repaired."""
    if each.until:
        return f"all: {each.until.isoformat()}"
    parts = [f"{line.version}: {end_of(line)}" for line in each.lines]
    if each.superseded and each.superseded.until:
        parts.append(f"before {each.superseded.version}: {each.superseded.until.isoformat()}")
    return "; ".join(parts) or "no end announced"


def end_of(line: Line) -> str:
    """Return the day on which a line's repairs end, as far as it is known."""
    if not line.until:
        return "no end announced"
    return f"at least {line.until.isoformat()}" if line.at_least else line.until.isoformat()


def notes(each: Implementation) -> str:
    """Return what else is to be known about a library or product."""
    newest = "Only what was released last is repaired." if each.only_latest else ""
    instead = f"Instead: {each.instead}." if each.instead else ""
    return " ".join(part for part in (newest, each.says, instead) if part)


def control_table() -> str:
    """Return the table of kinds of control, in the order of its file."""
    head = ("kind", "stands on", "guards", "relies on", "against", "asks", "advice", "also written")
    rows = [
        (
            f"{each.name} (generic)" if each.generic else each.name,
            ", ".join(each.on),
            each.guards,
            "; ".join(f"{need.on}: {need.says}" for need in each.relies_on),
            ", ".join(each.stride),
            " ".join(dict.fromkeys(questions(each))),
            each.advice,
            ", ".join(each.words),
        )
        for each in control_kinds().values()
    ]
    return table(head, rows) + looked_at(control_kinds().values())


def questions(each: ControlKind) -> list[str]:
    """Return the questions that a kind asks, with a dash where the name of an element goes."""
    return [each.question("…", on) for on in each.on]


def asset_table() -> str:
    """Return the table of kinds of data, in the order of its file."""
    head = (
        "kind",
        "is",
        "authenticates",
        "bearer",
        "unlocks",
        "runs",
        "secret",
        "also written",
        "in `kind:` alone",
    )
    rows = [
        (
            each.name,
            each.says,
            *map(answer, (each.authenticates, each.bearer, each.unlocks, each.runs, each.secret)),
            ", ".join(each.words),
            ", ".join(each.only_said),
        )
        for each in asset_kinds().values()
    ]
    return table(head, rows) + looked_at(asset_kinds().values())


def answer(value: bool | None) -> str:
    """Return a cell for yes, no, or that the kind does not tell."""
    return "" if value is None else "yes" if value else "no"


def weakness_table() -> str:
    """Return the table of weaknesses, in the order of its file."""
    head = ("id", "is", "about")
    rows = [
        (
            f"[{each.id}]({each.address})",
            f"{each.says} (now {each.replaced_by})" if each.replaced_by else each.says,
            each.family,
        )
        for each in weaknesses().values()
    ]
    return table(head, rows) + looked_at(weaknesses().values())


class Dated(Protocol):
    """A row of any table."""

    @property
    def source(self) -> str:
        """Where it comes from."""

    @property
    def date(self) -> str:
        """When it was last looked at."""

    @property
    def checked(self) -> str:
        """How it was checked."""


def looked_at(rows: Iterable[Dated]) -> str:
    """Return when the rows of a table were looked at, where they come from, and how they were checked."""
    said = dict.fromkeys(f"{row.source}. Looked at {row.date}: {row.checked}." for row in rows)
    return "\n## Sources\n\n" + "\n".join(f"- {line}" for line in said) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return (
        "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
        + "\n"
    )
