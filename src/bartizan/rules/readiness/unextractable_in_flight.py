"""A key that cannot leave its module, and travels all the same: the page contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.data_asset import DataAsset
from bartizan.model.shapes import Flag
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, quoted
from bartizan.source.nodes import Path


def find(page: Page) -> Iterator[Found]:
    """Yield each data asset that is said to stay where it is, and is in flight to or from there."""
    for asset in page.architecture.data_assets.values():
        stays = {
            each.place: at
            for at, each in enumerate(asset.persisted)
            if each.extractable is Flag.NO and each.place
        }
        if not stays:
            continue
        only_there = len(stays) == len(asset.persisted)
        travels = [
            (element, path)
            for element, path in page.carried.get(asset.id, ())
            if only_there or _ends(page, path) & set(stays)
        ]
        if travels:
            elements = list(dict.fromkeys(element for element, _ in travels))
            yield _found(asset, stays, travels, elements)


def _found(
    asset: DataAsset, stays: dict[str, int], travels: list[tuple[str, Path]], elements: list[str]
) -> Found:
    return Found(
        element=asset.id,
        path=travels[0][1],
        message=f"data asset {called(asset)} cannot be taken out of {quoted(list(stays), 'or')}, and travels over {quoted(elements)}",
        help=(
            "if it never leaves, take it out of what is in flight; a key that wraps another does not travel with it",
            "if it can be exported, say `extractable: yes`, and wrapped with which key: `{asset: …, encrypted-with: …}`",
        ),
        also=(
            *(path for _, path in travels[1:]),
            *(("data-assets", asset.id, "persisted", at, "extractable") for at in stays.values()),
        ),
    )


def _ends(page: Page, path: Path) -> set[str | None]:
    """Return the two components between which something is in flight."""
    section, id_, *rest = path
    if section == "interfaces":
        interface = page.architecture.interfaces[str(id_)]
        return {interface.requestor, interface.listener}
    step = page.architecture.use_cases[str(id_)].steps[int(rest[1])]
    return {step.sender, step.receiver}


RULE = Rule(
    name="unextractable-in-flight",
    says="what cannot be taken out of its module does not travel",
    weight=Weight.BLOCKING,
    find=find,
)
