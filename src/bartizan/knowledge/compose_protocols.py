"""What several protocols give: within one another, or one or the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bartizan.knowledge.protocol_types import Gives, Medium, Protocol, Status, given

_STANDING = list(Status)
_PROTECTION = list(Gives)


def together(protocols: Sequence[Protocol]) -> Protocol:
    """Return protocols that run within one another: each property is the best that one of them gives.

    What is in the clear by design is current within something that encrypts.
    """
    if len(protocols) == 1:
        return protocols[0] if protocols[0].parts else replace(protocols[0], parts=(protocols[0],))
    best = given(lambda each: min((getattr(one, each) for one in protocols), key=_PROTECTION.index))
    protected = best["encryption"] is not Gives.NO
    standing = [one.status for one in protocols if not (protected and one.status is Status.CLEARTEXT)]
    return Protocol(
        name=" with ".join(one.name for one in protocols),
        status=min(standing, key=_STANDING.index, default=Status.CURRENT),
        medium=_medium(protocols),
        says=_joined(one.says for one in protocols),
        source=_joined((one.source for one in protocols), ", "),
        date=_oldest(protocols),
        checked=_joined((one.checked for one in protocols), "; "),
        parts=tuple(part for one in protocols for part in (one.parts or (one,))),
        **best,
    )


def either(choices: Sequence[Protocol]) -> Protocol:
    """Return what is sure when it may be one or the other: the worst standing, and no more than all of them give."""
    if len(choices) == 1:
        return choices[0]
    worst = min(choices, key=lambda choice: _STANDING.index(choice.status))
    return Protocol(
        name=" or ".join(choice.name for choice in choices),
        status=worst.status,
        medium=worst.medium,
        says=_joined(choice.says for choice in choices),
        source=_joined((choice.source for choice in choices), ", "),
        date=_oldest(choices),
        checked=_joined((choice.checked for choice in choices), "; "),
        parts=tuple(part for choice in choices for part in choice.parts),
        **given(lambda each: _sure({getattr(choice, each) for choice in choices})),
    )


def doubted(whole: Protocol, name: str, unknown: tuple[str, ...], *, everything: bool) -> Protocol:
    """Return a protocol of whose name not all was understood: what it seems to lack may be there all the same.

    Where `everything` is in doubt, so is what it gives.
    """

    def answer(each: str) -> Gives:
        gives: Gives = getattr(whole, each)
        return Gives.UNKNOWN if everything or (unknown and gives is Gives.NO) else gives

    in_doubt = everything or bool(unknown)
    known_bad = whole.status in {Status.PROHIBITED, Status.DEPRECATED}
    status = Status.UNKNOWN if in_doubt and not known_bad else whole.status
    return replace(whole, name=name, status=status, unknown=unknown, words=(), **given(answer))


def _medium(protocols: Sequence[Protocol]) -> Medium:
    media = {one.medium for one in protocols}
    if any(one.carrier for one in protocols):
        return Medium.LOCAL
    return next(medium for medium in Medium if medium in media)


def _sure(values: set[Gives]) -> Gives:
    if len(values) == 1:
        return next(iter(values))
    if Gives.UNKNOWN in values:
        return Gives.UNKNOWN
    return Gives.WEAK if values == {Gives.YES, Gives.WEAK} else Gives.OPTIONAL


def _oldest(protocols: Sequence[Protocol]) -> str:
    return min((one.date for one in protocols if one.date), default="")


def _joined(texts: Iterable[str], between: str = " ") -> str:
    return between.join(dict.fromkeys(text for text in texts if text))
