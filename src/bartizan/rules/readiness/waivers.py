"""Which waivers hold today, and which gaps each of them accepts."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from bartizan.model.page import Waiver
from bartizan.model.references import SECTIONS
from bartizan.rules.readiness.gap import Gap


def problem_with(waiver: Waiver, rules: Collection[str], today: datetime.date) -> str | None:
    """Return why a waiver waives nothing, in words that complete "the waiver …"; nothing when it holds."""
    if waiver.gap is None:
        return "does not say which gap it accepts"
    if waiver.gap not in rules:
        return f"names `{waiver.gap[:60]}`, which is no gap that can be waived"
    if waiver.because is None:
        return "does not say why"
    if waiver.until is None:
        return "names no day until which it holds"
    if waiver.until < today:
        return f"ended on {waiver.until.isoformat()}"
    return None


def accepts(waiver: Waiver, gap: Gap) -> bool:
    """Whether a waiver that holds is about a gap: the same rule, and the same element where it names one."""
    return waiver.gap == gap.rule and (waiver.element is None or bare(waiver.element) == gap.element)


def bare(element: str) -> str:
    """Return an element without the section before it, as in `data-assets/key`: a gap's help may name it so."""
    section, _, id_ = element.partition("/")
    return id_ if section in SECTIONS and id_ else element


def called(waiver: Waiver) -> str:
    """Return what a waiver is known by, whatever its place in the list."""
    return " ".join(word for word in (waiver.gap or "?", waiver.element) if word)
