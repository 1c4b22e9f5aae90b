"""Data that comes in from outside in a format nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, interface_called

_CREDENTIALS = frozenset({"credential", "credentials", "key", "certificate", "token", "password"})


def find(page: Page) -> Iterator[Found]:
    """Yield each data asset in the request of an entry point of which neither format nor transformations are said."""
    done: set[str] = set()
    for interface in page.remote:
        if not page.is_entry_point(interface):
            continue
        for carried in (*interface.request, *interface.in_flight):
            asset = page.architecture.data_assets.get(carried.asset or "")
            if asset is None or asset.id in done or (asset.kind or "").lower() in _CREDENTIALS:
                continue
            done.add(asset.id)
            if asset.format is None and not asset.transformations and asset.id not in page.shown:
                yield Found(
                    element=asset.id,
                    path=("data-assets", asset.id, "format"),
                    message=f"data asset {called(asset)} comes in over {interface_called(page, interface)}, "
                    "and the page says neither its format nor what is done to it",
                    help=("such as JSON, PEM or free text: whoever parses it can be attacked through it",),
                    write="format: …",
                    also=(("interfaces", interface.id),),
                )


RULE = Rule(
    name="input-format-unsaid",
    says="what comes in from outside says its format",
    weight=Weight.ADVICE,
    find=find,
)
