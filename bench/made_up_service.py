"""Makes up a service of any size: the page of a company whose teams grew it over the years."""

from __future__ import annotations

import random

from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.component import Component
from bartizan.model.control import Control, ControlState, Reliance
from bartizan.model.data_asset import DataAsset
from bartizan.model.interface import Authorization, Interface
from bartizan.model.placement import Placement
from bartizan.model.rights import Rights
from bartizan.model.threat_actor import ThreatActor
from bartizan.model.trust_domain import TrustDomain

_PROTOCOLS = ("HTTPS", "HTTPS", "gRPC with TLS", "SQL with TLS", "SQL", "AMQP with TLS", "HTTP", "")


def made_up_service(interfaces: int, *, controls: int, seed: int = 1) -> Architecture:
    """Return a service with so many interfaces: a quarter as many components, in a tree of trust domains, some of them hubs.

    Half of it is said and half is not, as on real pages; `controls` are shared checks with what they rely on.
    """
    chance = random.Random(seed)  # noqa: S311  (the same service each time; nothing secret about it)
    count = max(4, interfaces // 4)
    domains = {
        f"d{n}": TrustDomain(id=f"d{n}", reached_from=(f"d{(n - 1) // 3}",) if n else ())
        for n in range(max(3, count // 12))
    }
    names = list(domains)
    components = {
        f"c{n}": Component(
            id=f"c{n}", kind=("process", "process", "database", "queue")[n % 4], domain=names[n * len(names) // count],
        )
        for n in range(count)
    }  # fmt: skip
    components["user"] = Component(id="user", kind="person", domain="d0")
    hubs = [f"c{int(count * chance.random() ** 3)}" for _ in range(interfaces)]
    assets = {f"a{n}": _asset(chance, n, count) for n in range(max(4, interfaces // 4))}
    credentials = {
        f"k{n}": DataAsset(id=f"k{n}", kind="password", persisted=(Placement(place="nowhere"),), opens={f"c{n}": Rights(read=("all",))})
        for n in range(count) if n % 4 == 2
    }  # fmt: skip
    checks = {
        f"check{n}": Control(
            id=f"check{n}", kind="authorization", state=chance.choice((ControlState.IN_PLACE, ControlState.IN_PLACE, None)),
            enforced_by=(f"c{chance.randrange(count)}",), relies_on=Reliance(integrity=(f"a{chance.randrange(len(assets))}",)),
        )
        for n in range(controls)
    }  # fmt: skip
    made = {}
    for n in range(interfaces):
        listener = hubs[n]
        requestor = "user" if n % 40 == 0 else f"c{chance.randrange(count)}"
        protocol = chance.choice(_PROTOCOLS)
        key = listener.replace("c", "k")
        made[str(n + 1)] = Interface(
            id=str(n + 1), requestor=requestor, listener=listener, protocol=(protocol,) if protocol else (),
            request=(Carried(asset=f"a{chance.randrange(len(assets))}"),) if n % 2 else (),
            request_credentials=(key,) if key in credentials else (),
            request_authorization=Authorization(all_of=(f"check{n % controls}",)) if controls and n % 3 == 0 else None,
        )  # fmt: skip
    actors = {
        "outsider": ThreatActor(id="outsider", at=("d0",)),
        "insider": ThreatActor(id="insider", at=("d1",)),
    }
    return Architecture(
        service="made up", trust_domains=domains, components=components, interfaces=made,
        data_assets={**assets, **credentials}, controls=checks, threat_actors=actors,
    )  # fmt: skip


def _asset(chance: random.Random, number: int, components: int) -> DataAsset:
    """A data asset in a store, half of them with a word on how it is protected."""
    place = f"c{chance.randrange(components) // 4 * 4 + 2}"
    placement = Placement(place=place if number % 5 else None)
    return DataAsset(
        id=f"a{number}",
        kind="user data",
        confidentiality=chance.choice(("high", "low", None)),
        persisted=(placement,) if number % 7 else (),
    )
