"""Write architecture files of any size: a ring of components, each of which connects to the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

COMPONENTS_IN_A_DOMAIN = 50
INTERFACES_FOR_AN_ASSET = 10


def write_ring(path: Path, components: int) -> Path:
    """Write the ring with as many interfaces as components, complete enough that a review could read it."""
    path.write_text("\n".join(ring(components)) + "\n", encoding="utf-8")
    return path


def ring(components: int) -> Iterator[str]:
    """Yield the lines of the file."""
    assets = max(1, components // INTERFACES_FOR_AN_ASSET)
    domains = -(-components // COMPONENTS_IN_A_DOMAIN)
    yield from (
        "format: 1",
        "service: Ring",
        "release: 1",
        "deployment: best practice",
        "purpose: To be measured.",
    )
    yield "trust-domains:"
    for number in range(1, domains + 1):
        yield f"  network-{number}: {{kind: network}}"
    yield "components:"
    for number in range(1, components + 1):
        domain = (number - 1) // COMPONENTS_IN_A_DOMAIN + 1
        yield f"  server-{number}: {{name: Server {number}, technology: Python, domain: network-{domain}}}"
    yield "data-assets:"
    for number in range(1, assets + 1):
        yield f"  asset-{number}: {{confidentiality: high, integrity: high, availability: low, persisted: server-{number}}}"
    yield "interfaces:"
    for number in range(1, components + 1):
        listener = number % components + 1
        asset = (number - 1) % assets + 1
        yield f"  {number}:"
        yield f"    requestor: server-{number}"
        yield f"    listener: server-{listener}"
        yield "    protocol: HTTPS"
        yield f"    request: asset-{asset}"
