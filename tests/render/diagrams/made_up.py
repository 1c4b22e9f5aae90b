"""Small architectures of no service in particular, one for each thing that can go wrong in a picture."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.component import Component
from bartizan.model.data_asset import DataAsset
from bartizan.model.interface import Interface
from bartizan.model.placement import Placement
from bartizan.model.shapes import Flag
from bartizan.model.step import Step
from bartizan.model.trust_domain import DomainKind, TrustDomain
from bartizan.model.use_case import UseCase


def page(
    components: Iterable[Component] = (),
    interfaces: Iterable[Interface] = (),
    domains: Iterable[TrustDomain] = (),
    **more: Any,
) -> Architecture:
    return Architecture(
        service=more.pop("service", "notes"),
        components={each.id: each for each in components},
        interfaces={each.id: each for each in interfaces},
        trust_domains={each.id: each for each in domains},
        **more,
    )


def component(id_: str, domain: str | None = None, **more: Any) -> Component:
    return Component(id=id_, domain=domain, **more)


def interface(id_: str, requestor: str | None, listener: str | None, **more: Any) -> Interface:
    return Interface(id=id_, requestor=requestor, listener=listener, **more)


def carries(*assets: str) -> tuple[Carried, ...]:
    return tuple(Carried(asset=asset) for asset in assets)


def notes() -> Architecture:
    """A service with something of everything that the diagram guidance has a sign for."""
    return page(
        [
            component("browser", "internet", kind="person"),
            component("administrator", "internet", kind="person", in_scope=Flag.NO),
            component("web", "front", technology="Python", instances="4"),
            component("conf", "front", name="notes.conf", kind="file", read_by=("web",)),
            component("database", "data", technology="PostgreSQL", name="Notes database"),
            component("jobs", "data", kind="queue"),
            component("worker", "back", technology="Go"),
            component("search", "back", future=Flag.YES),
            component("mailer", "mail-company", kind="service"),
        ],
        [
            interface("1", "browser", "web", name="REST API", protocol=("HTTPS",), request=carries("note"),
                      request_credentials=("session",), response=carries("note")),
            interface("2", "administrator", "web", name="Manage", protocol=("SSH",), administration=Flag.YES),
            interface("3", "web", "database", name="Read/write", protocol=("SQL", "TLS"), in_flight=carries("note")),
            interface("4", "web", "jobs", name="Publish", protocol=("AMQP", "TLS"), request=carries("reminder")),
            interface("5", "worker", "jobs", name="Subscribe", protocol=("AMQP", "TLS"), response=carries("reminder")),
            interface("6", "worker", "mailer", name="Send", protocol=("SMTP",), request=carries("reminder")),
            interface("7", "worker", "search", name="Index", future=Flag.YES),
            interface("8", "worker", "worker", name="Gossip", protocol=("UDP",)),
        ],
        [
            TrustDomain(id="internet"),
            TrustDomain(id="cloud", kind=DomainKind.NETWORK),
            TrustDomain(id="front", kind=DomainKind.GROUP, inside="cloud"),
            TrustDomain(id="back", kind=DomainKind.GROUP, inside="cloud"),
            TrustDomain(id="data", inside="cloud"),
            TrustDomain(id="mail-company", name="Mail Company Ltd.", kind=DomainKind.THIRD_PARTY),
        ],
        data_assets={
            "note": DataAsset(id="note", persisted=(Placement(place="database"),)),
            "session": DataAsset(id="session", kind="credential"),
            "reminder": DataAsset(id="reminder", persisted=(Placement(place="jobs"),)),
            "settings": DataAsset(id="settings", persisted=(Placement(place="conf"),)),
        },
        use_cases={
            "remind-me": UseCase(
                id="remind-me",
                steps=(
                    Step(sender="browser", receiver="web", text="save a note with a date", interface="1"),
                    Step(sender="web", receiver="database", text="store it", interface="3"),
                    Step(sender="web", receiver="web", text="compute when to remind"),
                    Step(sender="web", receiver="jobs", text="leave a reminder", interface="4"),
                    Step(sender="web", receiver="browser", text="201 Created", interface="1"),
                    Step(sender="jobs", receiver="worker", text="deliver", interface="5"),
                    Step(sender="worker", receiver="mailer", text="send mail", interface="6"),
                ),
            )
        },
    )  # fmt: skip


def ring(count: int) -> Architecture:
    return page(
        [component(f"node-{at}") for at in range(count)],
        [
            interface(
                str(at + 1), f"node-{at}", f"node-{(at + 1) % count}", name="Forward", protocol=("HTTPS",)
            )
            for at in range(count)
        ],
    )


def star(spokes: int) -> Architecture:
    return page(
        [component("hub"), *(component(f"spoke-{at}") for at in range(spokes))],
        [
            interface(str(at + 1), f"spoke-{at}", "hub", name="Report", protocol=("gRPC",))
            for at in range(spokes)
        ],
    )


def nested() -> Architecture:
    """Five domains, each inside the one before, and interfaces across all of them, both ways."""
    domains = [
        TrustDomain(id=f"level-{at}", inside=f"level-{at - 1}" if at else None, kind=list(DomainKind)[at % 3])
        for at in range(5)
    ]
    return page(
        [component("outside"), *(component(f"part-{at}", f"level-{at}") for at in range(5))],
        [
            *(interface(str(at + 1), f"part-{at}", f"part-{at + 1}", name="Call") for at in range(4)),
            interface("5", "outside", "part-4", name="Emergency access", protocol=("SSH",)),
            interface("6", "part-4", "outside", name="Notify", protocol=("SMTP",)),
        ],
        domains,
    )


def parallel() -> Architecture:
    """Eight interfaces between the same two components, in both directions."""
    ends = [("left", "right"), ("right", "left")]
    return page(
        [component("left", "one"), component("right", "two")],
        [
            interface(str(at + 1), *ends[at % 2], name=f"Operation {at + 1}", protocol=("HTTPS",))
            for at in range(8)
        ],
    )


def loops() -> Architecture:
    return page(
        [component("cluster", "zone", instances="3"), component("store", kind="database")],
        [
            interface("1", "cluster", "cluster", name="Replicate", protocol=("Raft",)),
            interface("2", "cluster", "cluster", name="Elect"),
            interface("3", "cluster", "store"),
            interface("4", "store", "store"),
        ],
    )


HOSTILE = "<script>alert(\"x\")</script> & 'quotes' ]]> \x00\x07\ud800\ufffe\u202egnirts -->"
"""Text that ends every kind of quoting that there is in an SVG."""


def hostile() -> Architecture:
    return page(
        [
            component("plain", "zone", name=HOSTILE, technology=HOSTILE, instances=HOSTILE),
            component("cjk", "zone", name="密钥管理服务", technology="三"),
            component("arabic", "zone", name="خدمة إدارة المفاتيح", kind="queue"),
            component("emoji", name="🔐 Vault 👩‍👩‍👧‍👦 café e\u0301\u0301", kind="database"),
            component(
                "long", name="Supercalifragilisticexpialidocious_without_any_space_at_all_and_then_more"
            ),
            component("words", name="An extraordinarily long name that nobody wants to read " * 4),
        ],
        [
            interface("1", "plain", "cjk", name=HOSTILE, protocol=(HOSTILE,)),
            interface("2", "cjk", "arabic", name="一个非常长的接口名称用于测试换行的能力以及其他"),
            interface("3", "arabic", "emoji", name="اتصال آمن"),
            interface("4", "emoji", "long", name="\u0301" * 500),
            interface("5", "long", "words", number='"/><x', name="x" * 3000),
        ],
        [TrustDomain(id="zone", name=HOSTILE)],
        service=HOSTILE,
        use_cases={
            "attack": UseCase(
                id="attack",
                name=HOSTILE,
                steps=(
                    Step(sender="plain", receiver="cjk", text=HOSTILE, interface="1"),
                    Step(sender="cjk", receiver="cjk", text=HOSTILE),
                    Step(sender="cjk", receiver=HOSTILE, text=None, carries=carries(HOSTILE)),
                    Step(),
                ),
            )
        },
    )


def unfinished() -> Architecture:
    """What a page is like while it is being written: ends that nobody declared or said, domains inside each other."""
    return page(
        [
            component("web", "dmz"),
            component("conf", kind="file", read_by=("web", "nobody"), written_by=("web",)),
            component("machine", kind="host", hosts=("web", "agent", "machine", "nothing")),
            component("agent"),
            component("lonely", "unknown"),
        ],
        [
            interface("1", "web", "databse", protocol=("SQL",)),
            interface("2", None, "web"),
            interface("rest-api", "web", "unknown", future=Flag.YES),
            interface("4", "web", "conf", in_scope=Flag.NO, name="Context"),
            interface("5", "machine", "agent", protocol=("unknown",)),
        ],
        [
            TrustDomain(id="dmz", inside="loop"),
            TrustDomain(id="loop", inside="dmz"),
            TrustDomain(id="empty", kind=DomainKind.GROUP, future=Flag.YES),
            TrustDomain(id="web", name="A domain with the id of a component"),
        ],
    )


def chance(count: int, domains: int, seed: int) -> Architecture:
    """A service nobody designed."""
    dice = random.Random(seed)  # noqa: S311  # not for secrets
    kinds = [
        "process",
        "process",
        "database",
        "queue",
        "person",
        "file",
        "hsm",
        "browser",
        "terminal",
        "host",
    ]
    parts = [
        component(
            f"part-{at}",
            f"net-{dice.randrange(domains)}" if dice.random() < 0.9 else None,
            kind=dice.choice(kinds),
            technology=dice.choice(["Python", "Go", None]),
            instances=dice.choice([None, None, "3"]),
            in_scope=dice.choice([None, None, None, Flag.NO]),
        )
        for at in range(count)
    ]
    near = [1, 1, 2, 3, 5, -2, 8]
    lines = []
    for at in range(int(count * 1.24)):
        tail = dice.randrange(count)
        head = (
            min(count - 1, max(0, tail + dice.choice(near))) if dice.random() < 0.8 else dice.randrange(count)
        )
        names = (f"part-{tail}", f"part-{head}")
        lines.append(
            interface(str(at + 1), *names, name=dice.choice(["Read", "Call", "Publish"]), protocol=("TLS",))
        )
    nets = [
        TrustDomain(
            id=f"net-{at}",
            kind=dice.choice(list(DomainKind)),
            inside=f"net-{dice.randrange(at)}" if at > 1 and dice.random() < 0.4 else None,
        )
        for at in range(domains)
    ]
    return page(parts, lines, nets)


EVERY: dict[str, Callable[[], Architecture]] = {
    "notes": notes,
    "ring": lambda: ring(20),
    "star": lambda: star(30),
    "nested": nested,
    "parallel": parallel,
    "loops": loops,
    "hostile": hostile,
    "unfinished": unfinished,
    "empty": Architecture,
    "one": lambda: page([component("only")]),
    "chance": lambda: chance(18, 4, 7),
}
"""Each by name."""
