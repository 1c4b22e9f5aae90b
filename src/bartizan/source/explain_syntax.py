"""Says in plain words why a text is not YAML, at the place where a person would look for the mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.source import explain_collections as collections
from bartizan.source import explain_scalars as scalars
from bartizan.source.syntax_fault import Explanation, Fault, explain_anything_else

if TYPE_CHECKING:
    from collections.abc import Callable

    from bartizan.source.compose_nodes import Composition

_KINDS: tuple[tuple[tuple[str, ...], Callable[[Fault], Explanation]], ...] = (
    (("<document start>",), collections.explain_behind_document),
    (("mapping values are not allowed",), scalars.explain_second_colon),
    (("found unexpected ':'",), scalars.explain_tight_colon),
    (("could not find expected ':'",), scalars.explain_missing_colon),
    (("tab character",), scalars.explain_tab),
    (("cannot start any token", "mapping keys are not allowed"), scalars.explain_reserved),
    (("quoted scalar: found unexpected",), scalars.explain_unclosed_quote),
    (("quoted scalar",), scalars.explain_bad_escape),
    (("a block scalar",), scalars.explain_block_header),
    (("scanning an alias", "scanning an anchor"), scalars.explain_reserved_name),
    (("a tag", "tag handle"), scalars.explain_tag),
    (("directive", "incompatible YAML", "%YAML"), scalars.explain_directive),
    (("sequence entries are not allowed",), collections.explain_misplaced_dash),
    (("flow sequence", "flow mapping"), collections.explain_brackets),
    (("node content",), collections.explain_no_value),
    (("block mapping", "block collection"), collections.explain_indentation),
)
"""What the two parsers call each kind, in the order to look; their words themselves are never shown."""


def explain_syntax(composition: Composition) -> Explanation:
    """Explain the fault at which `composition` ended."""
    fault = composition.fault
    assert fault is not None
    context_at = fault.context_at if fault.context_at is not None else fault.at
    known = Fault(composition.source, fault.at, context_at, composition)
    said = f"{fault.context}: {fault.problem}"
    for words, explain in _KINDS:
        if any(word in said for word in words):
            return explain(known)
    return explain_anything_else(known)
