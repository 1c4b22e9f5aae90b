"""The page about what words bring along: the tables of protocols, technologies and kinds, each row with its date and source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bartizan.knowledge.kinds import kinds
from bartizan.knowledge.protocols import protocols
from bartizan.knowledge.technologies import technologies

INTRODUCTION = """\
# What words bring along

A protocol brings controls, a technology brings a kind of component, a kind brings a shape. These are the tables it comes from. They are dated, and each row has a
source; what your page says itself always wins over them ([Said, and not said](../../concept/said-and-not-said.md)). `bartizan show` prints which rows were used for your page.
"""


def knowledge_pages() -> dict[str, str]:
    """Return one page with the three tables."""
    sections = (INTRODUCTION, protocol_table(), technology_table(), kind_table())
    return {"knowledge.md": "\n".join(sections)}


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


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return (
        "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
        + "\n"
    )
