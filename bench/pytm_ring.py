"""Write pytm's report on a ring of servers; runs in an environment of its own, with the pytm that is measured.

    python pytm_ring.py COMPONENTS TEMPLATE

The model has as many servers as dataflows, one boundary for every fifty servers, and no data: what bench/rings.py makes
for Bartizan, as far as pytm has words for it.
"""

from __future__ import annotations

import sys

import pytm  # type: ignore[import-not-found]  # lives in bench/.envs/, made by `make bench`

COMPONENTS_IN_A_DOMAIN = 50


def main(components: int, template: str) -> None:
    """Build the ring, find its threats and print the report."""
    model = pytm.TM("Ring", description="A ring of servers", isOrdered=True)
    servers = []
    for number in range(components):
        if number % COMPONENTS_IN_A_DOMAIN == 0:
            boundary = pytm.Boundary(f"Network {number // COMPONENTS_IN_A_DOMAIN + 1}")
        server = pytm.Server(f"Server {number + 1}")
        server.inBoundary = boundary
        servers.append(server)
    for number, server in enumerate(servers):
        flow = pytm.Dataflow(server, servers[(number + 1) % components], f"Interface {number + 1}")
        flow.protocol = "HTTPS"
    model.resolve()
    sys.stdout.write(model.report(template))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
