"""A control from which nothing follows: of a kind that is not known here, or of one that stands on something else."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.control_kinds import (
    ControlKind,
    StandsOn,
    control_kind,
    control_kinds,
    nearest_control_kind,
)
from bartizan.model.control import Control
from bartizan.model.shapes import with_article
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import listed, quoted, short

NOTHING_FOLLOWS = "nothing follows from it unless a rule of your own asks for it"


def find(page: Page) -> Iterator[Found]:
    """Yield each control whose kind, or else the word in its id, names none, and each whose kind stands on none of its elements."""
    for control in page.architecture.controls.values():
        written = _written(control)
        if not written:
            continue
        found = (
            _of_no_kind(control, written)
            if control_kind(written) is None
            else _elsewhere(page, control, written)
        )
        if found:
            yield found


def _written(control: Control) -> str:
    """Return the word that says what a control is; nothing where there is none, or where nobody knows."""
    _element, slash, word = control.id.partition("/")
    written = control.kind or (word if slash else "")
    return "" if written == "unknown" else written


def _of_no_kind(control: Control, written: str) -> Found:
    close = nearest_control_kind(written)
    known = quoted(tuple(control_kinds()), "or", 60)
    return Found(
        element=control.id,
        path=_path(control),
        message=f"`{short(written)}` of control `{short(control.id)}` is not a kind of control known here",
        help=(f"did you mean `{close}`?" if close else f"known kinds: {known}", NOTHING_FOLLOWS),
    )


def _elsewhere(page: Page, control: Control, written: str) -> Found | None:
    """Return what is wrong where a control stands on elements on which its kind never does; nothing where one of them fits."""
    element, slash, _word = control.id.partition("/")
    stands = dict.fromkeys(((element,) if slash else ()) + control.stands_on)
    sorts = dict.fromkeys(on for each in stands if (on := _sort(page, each)))
    kinds = {on: control_kind(written, on) for on in sorts}
    if not kinds or any(kind is None or on in kind.on for on, kind in kinds.items()):
        return None
    on, kind = next((on, kind) for on, kind in kinds.items() if kind)
    return Found(
        element=control.id,
        path=_path(control),
        message=f"the control `{short(control.id)}` stands on {_sort_in_words(on)}, where `{kind.name}` never does",
        help=(_where_it_stands(kind), NOTHING_FOLLOWS),
    )


def _sort(page: Page, element: str) -> StandsOn | None:
    it = page.architecture
    sections = (
        (it.interfaces, StandsOn.INTERFACE), (it.components, StandsOn.COMPONENT),
        (it.data_assets, StandsOn.DATA_ASSET), (it.trust_domains, StandsOn.TRUST_DOMAIN),
    )  # fmt: skip
    return next((on for section, on in sections if element in section), None)


def _where_it_stands(kind: ControlKind) -> str:
    return f"`{kind.name}` stands on {listed([_sort_in_words(each) for each in kind.on], 'or')}: say it of that one"


def _sort_in_words(on: StandsOn) -> str:
    return with_article(on.value.replace("-", " "))


def _path(control: Control) -> tuple[str, ...]:
    at = ("controls", control.id)
    return (*at, "kind") if control.kind else at


RULE = Rule(
    name="control-of-no-kind",
    says="each control is of a kind from which something can follow where it stands",
    weight=Weight.ADVICE,
    find=find,
)
