"""Find with mal-toolbox and mal-simulator what attackers reach; runs in an environment of its own, with them alone.

    python mal_engine.py SYSTEM.json LANGUAGE.mal

Prints one JSON object. The system is what bench/plain_system.py writes, told in a small language of our own. The toolbox
makes the attack graph; the simulator lets every attacker do everything that is open to them, until nothing is left.
What the page does not say is there once and not there once, as in Bartizan. Nothing is logged while it is measured.
"""

from __future__ import annotations

import gc
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

from maltoolbox.attackgraph import AttackGraph  # type: ignore[import-not-found]  # lives in bench/.envs/
from maltoolbox.language import LanguageGraph  # type: ignore[import-not-found]
from maltoolbox.model import Model  # type: ignore[import-not-found]

# isort: split
# The simulator writes its log into a folder that the toolbox makes.
from malsim import AttackerSettings, MalSimulator  # type: ignore[import-not-found]

DEFENCES = {
    "encryption": ("Interface", "encrypted"),
    "integrity": ("Interface", "integrityChecked"),
    "server-authentication": ("Interface", "serverAuthenticated"),
    "authentication": ("Interface", "authenticated"),
    "client-authentication": ("Interface", "authenticated"),
    "authorization": ("Check", "inPlace"),
    "encryption-at-rest": ("Data", "encryptedAtRest"),
    "hardening": ("Component", "hardened"),
    "filter": ("Domain", "filter"),
}
"""For each kind of control the asset of the language that has it, and as which defence; others it has no word for."""

OUTCOMES = (":learn", ":alter", ":control")
"""What a service cares for: that data is learnt or altered, and that a component is controlled."""

Reached = frozenset[tuple[str, str]]
"""Which attacker gets to do which step."""


def main(system: dict[str, Any], language: str) -> None:
    """Make the graph, let everybody attack, and then once more for each control that is degraded."""
    logging.disable(logging.CRITICAL)
    lang_graph = LanguageGraph.from_mal_spec(language)
    defences = defences_of(system)
    model = model_of(system, lang_graph)
    attackers = [each["id"] for each in system["actors"] if each["at"] or each["holds"]]
    making, graph = fastest(lambda: AttackGraph(lang_graph, model), 3)
    brackets = [set_up(graph, system, defences, unsaid=unsaid) for unsaid in (True, False)]
    walking, before = fastest(lambda: [reached(graph, attackers, enabled) for enabled in brackets], 2)
    degraded, seconds = [], 0.0
    for control in system["controls"]:
        if control["id"] in system["degraded"]:
            own = defences.get(control["id"], frozenset())
            spent, after = fastest(
                lambda: [reached(graph, attackers, enabled - own) for enabled in brackets],  # noqa: B023
                1,
            )
            seconds += spent
            fallen = {step for was, now in zip(before, after, strict=True) for _who, step in now - was}
            brought_about = {step for step in fallen if step.endswith(OUTCOMES)}
            where = {step.rpartition(":")[0].partition(" ")[2] for step in brought_about}
            degraded.append([len(fallen), len(brought_about), len(where - set(control["near"]))])
    print(json.dumps({
        "found": len(graph.attack_steps), "reached": [len({step for _who, step in each}) for each in before],
        "seconds": making + walking, "degraded": degraded, "degraded_seconds": seconds,
    }))  # fmt: skip


def fastest(work: Any, tries: int) -> tuple[float, Any]:
    """Return the CPU seconds of the fastest of some runs, without the collector of garbage, and what the last returned."""
    seconds = []
    for _ in range(tries):
        gc.collect()
        gc.disable()
        began = time.process_time()
        result = work()
        seconds.append(time.process_time() - began)
        gc.enable()
    return min(seconds), result


def model_of(system: dict[str, Any], lang_graph: Any) -> Any:
    """Return the system in the words of the language."""
    model = Model("page", lang_graph)
    made = {
        (kind, id_): model.add_asset(kind, f"{kind} {id_}")
        for kind, ids in (
            ("Domain", system["domains"]),
            *(
                (kind, [each["id"] for each in system[section]])
                for kind, section in (
                    ("Component", "components"), ("Interface", "interfaces"), ("Data", "assets"), ("Actor", "actors"),
                )
            ),
            ("Check", [each["id"] for each in checks_of(system)]),
        )
        for id_ in ids
    }  # fmt: skip

    def link(kind: str, id_: str, field: str, other: str, others: Any) -> None:
        there = {made[other, each] for each in others if (other, each) in made}
        if there:
            made[kind, id_].add_associated_assets(field, there)

    for id_, reached_from in system["domains"].items():
        link("Domain", id_, "reachedFrom", "Domain", reached_from)
    for each in system["components"]:
        link("Component", each["id"], "domain", "Domain", [each["domain"]])
    for each in system["interfaces"]:
        link("Interface", each["id"], "requestor", "Component", [each["requestor"]])
        link("Interface", each["id"], "listener", "Component", [each["listener"]])
        link("Interface", each["id"], "carries", "Data", each["carries"])
        link("Interface", each["id"], "shows", "Data", each["shows"])
    for each in system["assets"]:
        link("Data", each["id"], "keptIn", "Component", each["kept_in"])
        link("Data", each["id"], "opensInterfaces", "Interface", each["opens"])
    for each in system["actors"]:
        link("Actor", each["id"], "stands", "Domain", each["at"])
        link("Actor", each["id"], "holds", "Data", each["holds"])
    for each in checks_of(system):
        link("Check", each["id"], "enforcer", "Component", each["enforced_by"])
        link("Check", each["id"], "reliesOn", "Data", each["relies_on"])
        link("Check", each["id"], "decides", "Interface", each["interfaces"])
    return model


def checks_of(system: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the controls that decide whether a request is granted."""
    return [each for each in system["controls"] if each["kind"] == "authorization"]


def defences_of(system: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Return for each control the defences that it is in the graph."""
    found = {}
    for control in system["controls"]:
        if control["kind"] in DEFENCES:
            kind, defence = DEFENCES[control["kind"]]
            ids = {"Interface": control["interfaces"], "Check": [control["id"]]}.get(
                kind, [control["element"]]
            )
            found[control["id"]] = frozenset(f"{kind} {id_}:{defence}" for id_ in ids)
    return found


def set_up(
    graph: Any, system: dict[str, Any], defences: dict[str, frozenset[str]], *, unsaid: bool
) -> frozenset[str]:
    """Return the defences that are there, and with `unsaid` also those of which the page says nothing.

    That components have no bug to exploit is doubted in neither case, as in Bartizan.
    """
    there = {"in place", "not said"} if unsaid else {"in place"}
    held = (each["id"] for each in system["controls"] if each["state"] in there)
    hardened = {node.full_name for node in graph.defense_steps if node.name == "hardened"}
    return frozenset(hardened.union(*(defences.get(id_, ()) for id_ in held)))


def reached(graph: Any, attackers: list[str], enabled: frozenset[str]) -> Reached:
    """Return everything that each attacker gets to do with some defences enabled."""
    for node in graph.defense_steps:
        # MAL's own names: a probability of 1 or 0 would say the same and cost the simulator more.
        name = "Enabled" if node.full_name in enabled else "Disabled"
        node.ttc = {"type": "function", "name": name, "arguments": []}
    settings = [AttackerSettings(name=each, entry_points={f"Actor {each}:attacks"}) for each in attackers]
    simulator = MalSimulator(graph, settings)
    states = simulator.agent_states
    while any(state.action_surface for state in states.values()):
        states = simulator.step({name: list(state.action_surface) for name, state in states.items()})
    return frozenset(
        (name, node.full_name) for name, state in states.items() for node in state.performed_nodes
    )


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), sys.argv[2])
