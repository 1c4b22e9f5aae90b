"""An interface whose ends do not say how they know each other."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.protocols import Gives
from bartizan.model.interface import Interface
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import end_called, interface_called, listed


def find(page: Page) -> Iterator[Found]:
    """Yield each interface on which an end is known neither by credentials nor by the protocol nor by a control."""
    for interface in page.remote:
        missing = [
            key for key in ("request-credentials", "response-credentials") if _unsaid(page, interface, key)
        ]
        if missing:
            whom = {
                "request-credentials": f"how {end_called(page, interface.listener)} knows who connects",
                "response-credentials": f"how {end_called(page, interface.requestor)} knows whom it talks to",
            }
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, missing[0]),
                message=f"{interface_called(page, interface)} does not say {listed([whom[key] for key in missing])}",
                help=(
                    "the data asset that is shown, such as a token or a password; `nothing` where anybody may connect",
                ),
                write="\n".join(f"{key}: …" for key in missing),
            )


def _unsaid(page: Page, interface: Interface, key: str) -> bool:
    requests = key == "request-credentials"
    if interface.request_credentials if requests else interface.response_credentials:
        return False
    if page.control(
        interface.id, "client-authentication" if requests else "server-authentication", "authentication"
    ):
        return False
    spoken = page.spoken(interface)
    if spoken is None:
        return requests
    gives = spoken.client_authentication if requests else spoken.server_authentication
    # What the protocol leaves open about the listener is the question of another rule.
    return gives is not Gives.YES if requests else gives in {Gives.NO, Gives.WEAK}


RULE = Rule(
    name="authentication-unsaid",
    says="each interface says how its two ends know each other",
    weight=Weight.ADVICE,
    find=find,
)
