"""The JSON Schema of a page as a file, by which editors complete and explain while people write."""

from __future__ import annotations

import json
from pathlib import Path

from bartizan.knowledge.levels import levels
from bartizan.model.schema import SCHEMA_ID, architecture_schema
from bartizan.project.explain_word import known_words
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.write_file import digest_of, write_atomically

_PROPERTIES = ("confidentiality", "integrity", "availability")

SCHEMA_FILE = "architecture.schema.json"
"""What the file is called."""


def schema_text() -> str:
    """Return the schema as JSON, with the words that this version knows offered for kinds, technologies and the like."""
    words = known_words()
    labels = [each.name for each in levels().values()]
    known = {
        ("Component", "kind"): list(words["kinds of component"]),
        ("Component", "technology"): list(words["technologies"]),
        ("Interface", "protocol"): list(words["protocols"]),
        **{(noun, field): labels for noun in ("DataAsset", "Interface") for field in _PROPERTIES},
    }
    return json.dumps(architecture_schema(known=known), indent=1, ensure_ascii=False) + "\n"


def write_schema(folder: Path) -> Diagnostic | None:
    """Write the schema into `folder`, over an older one of ours; nothing when it was done, else why it was not."""
    path = folder / SCHEMA_FILE
    text = schema_text()
    expected = None
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if data == text.encode():
        return None
    if _is_ours(data):
        expected = digest_of(data)
    return write_atomically(path, text, expected=expected, root=folder)


def _is_ours(data: bytes) -> bool:
    try:
        schema = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(schema, dict) and schema.get("$id") == SCHEMA_ID
