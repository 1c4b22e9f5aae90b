"""Explains a name: of a message, a rule, a field of the page, or a word that stands in one of our tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bartizan.project.explain_field import explain_choice, explain_field, field_names
from bartizan.project.explain_word import explain_kind, explain_word, known_words, nearest_word
from bartizan.source.suggest import nearest

_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is to be said about one name."""

    name: str
    text: str
    """Markdown."""


def explain(name: str) -> Explanation | None:
    """Return the explanation of `name`; nothing when nothing is called so."""
    wanted = name.strip().strip("`[]").lower()
    file = _files().get(wanted.replace("_", "-"))
    if file is not None:
        return Explanation(file.stem, file.read_text(encoding="utf-8"))
    field = explain_field(wanted)
    word = explain_kind(wanted) if field else explain_word(name.strip().strip("`[]"))
    texts = (field, word, explain_choice(wanted))
    text = "\n".join(each for each in texts if each)
    return Explanation(wanted, text) if text else None


def nearest_name(name: str) -> str | None:
    """Return the name that was probably meant."""
    words = (word for table in known_words().values() for word in table)
    wanted = name.strip().strip("`[]")
    return nearest(wanted, [*_files(), *field_names(), *words]) or nearest_word(wanted)


def explained_names() -> dict[str, tuple[str, ...]]:
    """Return every name that can be explained, by what it names."""
    files = _files()
    rules = tuple(
        sorted(name for name, file in files.items() if _is_rule(file) and file.parent.name == "readiness")
    )
    threats = tuple(
        sorted(name for name, file in files.items() if _is_rule(file) and file.parent.name != "readiness")
    )
    messages = tuple(sorted(name for name, file in files.items() if not _is_rule(file)))
    return {
        "messages about files": messages,
        "rules of readiness": rules,
        "rules of threats": threats,
        "fields of the page": field_names(),
        **known_words(),
    }


@cache
def _files() -> dict[str, Path]:
    """Return the page of each message and each rule by its name."""
    explanations = (file for file in _PACKAGE.rglob("*.md") if file.parent.name == "explanations")
    rules = (file for file in (_PACKAGE / "rules").rglob("*.md"))
    return {file.stem.replace("_", "-"): file for file in sorted((*explanations, *rules))}


def _is_rule(file: Path) -> bool:
    return file.is_relative_to(_PACKAGE / "rules") and file.parent.name != "explanations"
