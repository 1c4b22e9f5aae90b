"""Keeps a page's problems to those that a person can repair: each cause is told once, and nothing that is not so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Mapping, Node, Scalar

_OTHER_PLACES = 6
"""How many of the other places where an unknown name is used are shown."""


def one_problem_each(
    diagnostics: Iterable[Diagnostic], root: Node | None = None, *, complete: bool = True
) -> tuple[Diagnostic, ...]:
    """Return the problems without those that only follow from another one.

    Where a name that nothing has is used several times, the first place is told with the others beside it. `complete`
    says whether the whole file could be read: when not, such a name may stand in the part that was not, unless it is
    nearly that of something else.
    """
    told: dict[object, list[Diagnostic]] = {}
    for each in _credible(_without_echo(tuple(diagnostics), root), complete=complete):
        key: object = (each.name, each.at.text) if each.at and each.name.startswith("no-such-") else id(each)
        told.setdefault(key, []).append(each)
    return tuple(_as_one(*alike) for alike in told.values())


def _as_one(first: Diagnostic, *others: Diagnostic) -> Diagnostic:
    """Return the first of several problems with the places of the others, the nearest of them one by one."""
    places = [each.at.span for each in others if each.at and first.at and each.at.span != first.at.span]
    if not places:
        return first
    labels = [Label(span, "and here") for span in places[:_OTHER_PLACES]]
    if len(places) > _OTHER_PLACES:
        labels[-1] = Label(labels[-1].span, f"and here, and in {len(places) - _OTHER_PLACES} more places")
    return replace(first, also=(*first.also, *labels))


def _without_echo(diagnostics: tuple[Diagnostic, ...], root: Node | None) -> Iterator[Diagnostic]:
    """Leave out that no service is named where the field is there, or nearly, and its own problem is told."""
    service = root.get("service") if isinstance(root, Mapping) else None
    written = service is not None and not (isinstance(service, Scalar) and service.is_null)
    misspelt = any("did you mean `service`?" in each.help for each in diagnostics)
    return (each for each in diagnostics if each.name != "no-service" or not (written or misspelt))


def _credible(diagnostics: Iterable[Diagnostic], *, complete: bool) -> Iterator[Diagnostic]:
    doubtful = ("no-such-", "no-service")
    return (each for each in diagnostics if complete or not each.name.startswith(doubtful) or each.also)
