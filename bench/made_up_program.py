"""Make up programs of any size that look like those of a service: a tree of trust domains, hubs, credentials and controls.

Nothing here is a rule of Bartizan's; only the shape is the same: about 16.5 rules and 5 facts for each interface, a
quarter as many components as interfaces, a tenth as many controls, and a few components that everybody talks to.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from bartizan.engine.program import Program, make_program

Fact = tuple[str, int]
Rule = tuple[Hashable, tuple[Hashable, ...], object]

INTERFACES_FOR_A_COMPONENT = 4
COMPONENTS_IN_A_DOMAIN = 12
SUBDOMAINS = 4
"""How many trust domains hang below each one, in the tree of them."""
OPEN = 0.7
"""How many of the ways down that tree nothing guards."""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A made-up program, and what an attacker may start from."""

    program: Program
    base: tuple[int, ...]
    """Where the attacker stands, and the controls that are weak from the start."""
    controls: tuple[int, ...]
    """The controls that still stand and can fall."""
    goals: tuple[int, ...]
    """Confidentiality of each asset."""


def made_up(interfaces: int, controls: int, *, weak: float = 0.1, seed: int = 1) -> MadeUp:
    """Return a program of that size; the same arguments give the same program."""
    chance = random.Random(seed)  # noqa: S311  nothing secret depends on it
    program = make_program(list(rules(interfaces, controls, chance)))
    number = program.numbers
    known = [number["degraded", control] for control in range(controls) if ("degraded", control) in number]
    fallen = set(chance.sample(known, int(weak * len(known))))
    assets = range(max(1, interfaces // 2))
    return MadeUp(
        program,
        (number["at", 0], *sorted(fallen)),
        tuple(control for control in known if control not in fallen),
        tuple(number["learns", asset] for asset in assets if ("learns", asset) in number),
    )


def rules(interfaces: int, controls: int, chance: random.Random) -> Iterator[Rule]:
    """Yield all rules: those of controls, of the net, of components, then of each interface."""
    components = max(2, interfaces // INTERFACES_FOR_A_COMPONENT)
    domains = max(2, components // COMPONENTS_IN_A_DOMAIN)
    assets = max(1, interfaces // 2)
    home = [chance.randrange(domains) for _ in range(components)]

    def off() -> Fact:
        return ("off", chance.randrange(controls))

    def asset() -> int:
        return chance.randrange(assets)

    for control in range(controls):
        yield ("off", control), (("degraded", control),), "degraded"
        if chance.random() < 0.15:
            yield ("off", control), (("alters", asset()),), "relies on"
        if chance.random() < 0.15:
            yield ("off", control), (("owns", chance.randrange(components)),), "enforced by"
    for domain in range(1, domains):
        above = (domain - 1) // SUBDOMAINS
        yield ("at", domain), (("at", above),) if chance.random() < OPEN else (("at", above), off()), "filter"
        yield ("at", above), (("at", domain), off()), "filter"
    for component in range(components):
        yield ("at", home[component]), (("owns", component),), "stands in"
        yield ("owns", component), (("alters", asset()), off()), "loads"
        yield ("owns", component), (("as", component), off()), "administers"
        yield ("as", component), (("learns", asset()),), "credential"
        yield ("as", component), (("owns", component),), "acts as"
    hubs = list(itertools.accumulate(1 / (rank + 1) for rank in range(components)))
    listeners = chance.choices(range(components), cum_weights=hubs, k=interfaces)
    for interface in range(interfaces):
        requestor, listener = chance.randrange(components), listeners[interface]
        carried, kept = asset(), asset()
        near, far = ("at", home[requestor]), ("at", home[listener])
        reach, path, session, does = ((word, interface) for word in ("reaches", "hears", "session", "does"))
        yield reach, (far,), "served to"
        yield reach, (near, off()), "firewall"
        yield reach, (("owns", requestor),), "requestor"
        yield path, (near, off()), "path"
        yield path, (far, off()), "path"
        yield session, (reach, ("as", requestor)), "accepted"
        yield session, (reach, off()), "authentication"
        yield session, (("owns", requestor),), "its session"
        yield does, (session, off()), "authorization"
        yield does, (session, ("as", chance.randrange(components))), "permitted"
        yield (
            ("owns", listener),
            (reach, off(), off()) if chance.random() < 0.5 else (session, off()),
            "exploits",
        )
        yield ("learns", carried), (path, off()), "confidentiality"
        yield ("alters", carried), (path, off()), "integrity"
        yield ("learns", carried), (("owns", requestor),), "in memory"
        yield ("learns", kept), (does, off()), "returns"
