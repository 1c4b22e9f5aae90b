"""Explains a word that a page uses from the tables it was looked up in: a protocol, a technology, a kind of component."""

from __future__ import annotations

from bartizan.knowledge.kinds import ComponentKind, kind_called, kinds
from bartizan.knowledge.protocol_types import Protocol
from bartizan.knowledge.protocols import protocol, protocols
from bartizan.knowledge.technologies import Technology, technologies, technology


def explain_word(word: str) -> str | None:
    """Return what is known of a protocol, a technology or a kind of component, in Markdown; nothing of what is none."""
    kind = kinds().get(word) or kind_called(word)
    spoken = protocol(word)
    made_with = technologies().get(word) or (None if kind else technology(word))
    parts = [
        _protocol(spoken) if spoken and not spoken.unknown else "",
        _technology(made_with) if made_with else "",
        _kind(kind) if kind else "",
    ]
    return "\n".join(part for part in parts if part) or None


def known_words() -> dict[str, tuple[str, ...]]:
    """Return the words of each table, sorted."""
    return {
        "protocols": tuple(sorted((each.name for each in protocols().values()), key=str.lower)),
        "technologies": tuple(sorted((each.name for each in technologies().values()), key=str.lower)),
        "kinds of component": tuple(sorted(kinds())),
    }


def _protocol(spoken: Protocol) -> str:
    gives = {
        "encryption": spoken.encryption,
        "integrity": spoken.integrity,
        "the listener's identity": spoken.server_authentication,
        "the requestor's identity": spoken.client_authentication,
    }
    rows = [f"- {what}: {answer.value}" for what, answer in gives.items()]
    says = [spoken.says, ""] if spoken.says else []
    text = [f"# {spoken.name} (protocol, {spoken.status.value})", "", *says, "By itself it gives:", "", *rows]
    return "\n".join([*text, "", _source(spoken.source, spoken.date)])


def _technology(made_with: Technology) -> str:
    article = "an" if made_with.kind[0] in "aeio" or made_with.kind == "hsm" else "a"
    text = f"What is made with it is {article} {made_with.kind}, unless the page says otherwise."
    return f"# {made_with.name} (technology)\n\n{text}\n\n{_source(made_with.source, made_with.date)}"


def _kind(kind: ComponentKind) -> str:
    also = f" Also written: {', '.join(kind.words)}." if kind.words else ""
    says = kind.says.rstrip(".")
    text = f"{says[:1].upper()}{says[1:]}. Drawn as: {kind.notation.value}.{also}"
    return f"# {kind.name} (kind of component)\n\n{text}\n\n{_source(kind.source, kind.date)}"


def _source(source: str, date: str) -> str:
    return f"Source: {source.rstrip('.')}. Looked at: {date}.\n"
