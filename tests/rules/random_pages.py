"""Small pages that nobody would write: rings, interfaces of a component with itself, references to nothing, silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.component import Component
from bartizan.model.control import Control, ControlState, OnLoss, Reliance
from bartizan.model.data_asset import DataAsset, Revocation, Unreachable
from bartizan.model.dependency import Dependency
from bartizan.model.interface import Authorization, Interface
from bartizan.model.level import Strength
from bartizan.model.placement import Placement
from bartizan.model.rights import Rights
from bartizan.model.shapes import Flag
from bartizan.model.threat_actor import ThreatActor
from bartizan.model.trust_domain import TrustDomain

T = TypeVar("T")

DOMAINS = ("internet", "cloud", "vault")
COMPONENTS = ("user", "api", "worker", "database", "hsm", "log")
INTERFACES = ("1", "2", "3", "4")
ASSETS = ("note", "token", "key", "password", "settings")
CHECKS = ("policy", "proxy", "vpn")
NOT_THERE = "elsewhere"

_KINDS = (
    "person", "process", "process", "database", "queue", "file", "hsm", "host", "backup", "user interface", "log",
)  # fmt: skip
_PROTOCOLS = (
    "HTTPS", "HTTP", "SQL", "SQL with TLS", "AMQP", "SSH", "Unix socket", "mutual TLS", "TLS 1.0", "a secret one",
)  # fmt: skip
_ASSET_KINDS = (
    "password", "token", "key", "signing key", "configuration", "message", "user data", "certificate", "client certificate",
    "code", "quota",
)  # fmt: skip
_CONTROL_KINDS = {
    INTERFACES: (
        "authentication",
        "authorization",
        "encryption",
        "integrity",
        "server-authentication",
        "isolation",
    ),
    COMPONENTS: ("access-control", "confinement", "handling", "hardening", "no-purge", "sanitisation"),
    ASSETS: ("encryption-at-rest", "integrity-at-rest", "backup", "binding", "revocation", "second-factor"),
    DOMAINS: ("filter", "isolation"),
}
_STANDING = tuple(
    f"{element}/{kind}"
    for elements, kinds in _CONTROL_KINDS.items()
    for element in elements
    for kind in kinds
)
"""The ids of controls of a kind on an element."""


def pages() -> st.SearchStrategy[Architecture]:
    """Pages of up to four interfaces."""
    return st.builds(
        Architecture,
        service=st.just("made up"),
        trust_domains=_some(DOMAINS, _domain),
        components=_some(COMPONENTS, _component, least=3),
        interfaces=_some(INTERFACES, _interface, least=2),
        data_assets=_some(ASSETS, _asset, least=2),
        controls=_some((*CHECKS * 20, *_STANDING), _control, least=3),
        external_dependencies=_some(("user", "database", "clock"), _dependency),
        threat_actors=_some(("outsider", "insider", "user"), _actor),
    )


def _domain(id_: str) -> st.SearchStrategy[TrustDomain]:
    return st.builds(
        TrustDomain, id=st.just(id_), inside=_maybe(_any(DOMAINS)), reached_from=_few(DOMAINS),
    )  # fmt: skip


def _component(id_: str) -> st.SearchStrategy[Component]:
    return st.builds(
        Component, id=st.just(id_), kind=_maybe(st.sampled_from(_KINDS)), domain=_maybe(_any(DOMAINS)),
        read_by=_few(COMPONENTS), written_by=_few(COMPONENTS), hosts=_few(COMPONENTS), on_failed_logins=_maybe(_rights),
        needs=_few((*COMPONENTS, *ASSETS)), in_scope=_maybe(st.sampled_from(Flag)),
    )  # fmt: skip


def _interface(id_: str) -> st.SearchStrategy[Interface]:
    return st.builds(
        Interface, id=st.just(id_), network=_maybe(_any(DOMAINS)), requestor=_maybe(_any(COMPONENTS)),
        listener=_maybe(_any(COMPONENTS)), protocol=_maybe(st.sampled_from(_PROTOCOLS)).map(lambda each: (each,) if each else ()),
        request=_carried, response=_carried, in_flight=_carried,
        request_credentials=_few((*ASSETS, "nothing", "unknown", "a badge")),
        request_authorization=_maybe(st.builds(
            Authorization, all_of=_few((*CHECKS, "a check in words")), any_of=_few(CHECKS),
        )),
        administration=_maybe(st.sampled_from(Flag)), needed=_maybe(st.sampled_from(Flag)),
    )  # fmt: skip


def _asset(id_: str) -> st.SearchStrategy[DataAsset]:
    return st.builds(
        DataAsset, id=st.just(id_), kind=_maybe(st.sampled_from(_ASSET_KINDS)), one_per=_maybe(st.just("project")),
        part_of=_few(ASSETS), persisted=st.lists(_placement, max_size=2).map(tuple),
        opens=st.dictionaries(_any((*INTERFACES, *COMPONENTS)), _rights, max_size=2),
        includes=st.dictionaries(_any(ASSETS), _maybe(st.sampled_from(Flag)), max_size=1),
        bound_to=_few(COMPONENTS), triggers=st.dictionaries(_any(COMPONENTS), _rights, max_size=1),
        loaded_by=_few(COMPONENTS), configures=_few(INTERFACES), rendered_by=_few(COMPONENTS),
        lifetime=_maybe(st.sampled_from(("1 h", "96 h", "2 y", "long"))), detection=_maybe(st.sampled_from(("12 h", "30 d"))),
        revocation=_maybe(st.builds(
            Revocation, latency=_maybe(st.sampled_from(("1 h", "7 d"))), unreachable=_maybe(st.sampled_from(Unreachable)),
        )),
    )  # fmt: skip


def _control(id_: str) -> st.SearchStrategy[Control]:
    """One of a name of its own says of what kind it is and where it stands; the id of any other says so."""
    own_name = "/" not in id_
    kinds = st.sampled_from(
        ("authentication", "authorization", "encryption", "integrity", "filter", "backup")
    )
    return st.builds(
        Control, id=st.just(id_), state=_maybe(st.sampled_from(ControlState)), kind=kinds if own_name else st.none(),
        stands_on=st.lists(_any((*INTERFACES, *INTERFACES, *ASSETS, *DOMAINS)), max_size=4).map(tuple) if own_name else st.just(()), enforced_by=_few(COMPONENTS),
        protects=_few((*ASSETS, "all")) if own_name else st.just(()),
        relies_on=_maybe(st.builds(
            Reliance, confidentiality=_few(ASSETS), integrity=_few(ASSETS), availability=_few(ASSETS),
            assumption=_few(("database", "clock")),
        )),
        on_loss=_maybe(st.sampled_from(OnLoss)), resists=_maybe(st.sampled_from(Strength)),
    )  # fmt: skip


def _dependency(id_: str) -> st.SearchStrategy[Dependency]:
    return st.builds(Dependency, id=st.just(id_), assumption=_few(("it is honest", "unknown")))


def _actor(id_: str) -> st.SearchStrategy[ThreatActor]:
    return st.builds(
        ThreatActor, id=st.just(id_), at=_few((*DOMAINS, *COMPONENTS, "unknown")), holds=_few(ASSETS),
        capability=_maybe(st.sampled_from(Strength)), in_scope=_maybe(st.sampled_from(Flag)),
    )  # fmt: skip


# ---- words


def _some(
    ids: Sequence[str], noun: Callable[[str], st.SearchStrategy[T]], least: int = 0
) -> st.SearchStrategy[Mapping[str, T]]:
    """Some of these ids, in any order, each with a noun of that id."""
    nouns = {id_: noun(id_) for id_ in ids}
    chosen_of = st.lists(st.sampled_from(ids), min_size=least, max_size=min(len(ids), 10), unique=True)

    @st.composite
    def some(draw: st.DrawFn) -> Mapping[str, T]:
        return {name: draw(nouns[name]) for name in draw(chosen_of)}

    return some()


def _any(ids: Sequence[str]) -> st.SearchStrategy[str]:
    return st.sampled_from((*ids, *ids, *ids, NOT_THERE))


def _few(ids: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Often none, seldom two."""
    return st.one_of(st.just(()), st.lists(_any(ids), max_size=2).map(tuple))


def _maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.one_of(st.none(), values)


_assets_or_all = _few((*ASSETS, "all", "unknown"))
_rights = st.builds(
    Rights, read=_assets_or_all, write=_assets_or_all, delete=_assets_or_all, use=_assets_or_all, consume=_assets_or_all,
)  # fmt: skip
_placement = st.builds(
    Placement, place=_maybe(_any((*COMPONENTS, "nowhere", "unknown"))), encrypted_with=_few(ASSETS),
    integrity_checked_with=_few(ASSETS), extractable=_maybe(st.sampled_from(Flag)),
)  # fmt: skip
_carried = st.lists(
    st.builds(
        Carried, asset=_maybe(_any((*ASSETS, "unknown", "nothing", "a greeting"))), encrypted_with=_few(ASSETS),
        integrity_checked_with=_few(ASSETS),
    ),
    max_size=2,
).map(tuple)  # fmt: skip
