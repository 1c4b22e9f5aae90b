"""An interface that leaves its trust domain in the clear."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.protocols import Gives, leaves_tls_open, protocol_name
from bartizan.model.control import ControlState
from bartizan.model.interface import Interface
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called, short


def find(page: Page) -> Iterator[Found]:
    """Yield each interface across a boundary whose protocol does not encrypt and where no control answers that."""
    for interface in page.remote:
        spoken = page.spoken(interface)
        clear = spoken is not None and spoken.encryption is Gives.NO
        if clear and page.crosses(interface) and not _answered(page, interface):
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "protocol"),
                message=f"{interface_called(page, interface)} {_way(page, interface)} over {_in_the_clear(interface)}",
                help=(
                    "name what protects it as well, such as `[SQL, TLS]`, if it is or can be set up",
                    f"or write `{interface.id}/encryption: in place` under `controls:`, or `absent` with `because:`",
                ),
            )


def _in_the_clear(interface: Interface) -> str:
    """Name the protocol and say what is known of it: that it does not encrypt, or only not by itself."""
    name = f"`{short(protocol_name(interface.protocol))}`"
    if leaves_tls_open(*interface.protocol):
        return f"{name}, which does not encrypt by itself; whether it runs within TLS is not said"
    return f"{name}, which does not encrypt"


def _way(page: Page, interface: Interface) -> str:
    """Say which boundary an interface crosses."""
    requestor, listener = (page.domains[end or ""] for end in (interface.requestor, interface.listener))
    if requestor == listener:
        return f"leaves `{requestor}` for the network `{interface.network}`"
    return f"crosses from `{requestor}` to `{listener}`"


def _answered(page: Page, interface: Interface) -> bool:
    control = page.control(interface.id, "encryption")
    return control is not None and (control.state is ControlState.IN_PLACE or control.because is not None)


RULE = Rule(
    name="cleartext-across-a-boundary",
    says="what crosses a trust boundary is encrypted, or the page says why not",
    weight=Weight.ADVICE,
    find=find,
)
