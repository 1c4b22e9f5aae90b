"""Find pytm's threats in a system, without a report; runs in an environment of its own, with the pytm that is measured.

    python pytm_engine.py SYSTEM.json engine
    python pytm_engine.py SYSTEM.json noise TRIES

Prints one JSON object. The system is what bench/plain_system.py writes, told in pytm's words. Controls that the page
says, or that its protocols bring, are set; pytm takes all others for absent. It is asked a second time with all others
set, as Bartizan asks what follows if everything that is not said is in place.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from pathlib import Path
from typing import Any

import pytm  # type: ignore[import-not-found]  # lives in bench/.envs/, made by `make bench`

KINDS = {
    "person": "Actor", "user": "Actor", "database": "Datastore", "file": "Datastore", "key-store": "Datastore",
    "backup": "Datastore", "hsm": "Datastore", "queue": "Server", "host": "Server",
}  # fmt: skip
"""What a kind of component is for pytm; a process where nothing is here."""
CONTROLS = {
    "encryption": (("isEncrypted",), ("isEncrypted", "providesConfidentiality")),
    "integrity": (("providesIntegrity",), ("providesIntegrity",)),
    "server-authentication": (("authenticatesDestination", "checksDestinationRevocation"), ()),
    "authentication": (("authenticatesSource", "implementsAuthenticationScheme"),) * 2,
    "client-authentication": (("authenticatesSource", "implementsAuthenticationScheme"),) * 2,
    "authorization": (("authorizesSource", "hasAccessControl"),) * 2,
    "encryption-at-rest": ((), ("isEncryptedAtRest",)),
    "hardening": ((), ("isHardened",)),
}
"""For each kind of control what it sets on the flow, and on the listener or wherever else it stands."""
Setting = tuple[str, str]
"""An element and one of pytm's controls."""
Found = frozenset[tuple[str, str]]
"""Threats, each with its target."""


def switches() -> tuple[str, ...]:
    """Return the names of pytm's own controls that are there or not."""
    controls = pytm.Process("one to look at").controls
    names = getattr(type(controls), "model_fields", None) or dir(type(controls))
    return tuple(name for name in sorted(names) if getattr(controls, name) is False)


SWITCHES = switches()


def main(path: str, part: str, *tries: str) -> None:
    """Print one part of the measurements."""
    system = json.loads(Path(path).read_text(encoding="utf-8"))
    print(json.dumps(noise(system, int(tries[0])) if part == "noise" else engine(system)))


def engine(system: dict[str, Any]) -> dict[str, Any]:
    """Find the threats, and then once more for each control that is degraded."""
    brackets = [settings_of(system), every_setting(system) - settings_of(system, "absent")]
    tries = [[found(system, there) for there in brackets] for _ in range(3)]
    before = [findings for _spent, findings in tries[0]]
    degraded, seconds = [], 0.0
    for control in system["controls"]:
        if control["id"] in system["degraded"]:
            own = set(settings_of_one(system, control))
            changed: set[str] = set()
            for there, was in zip(brackets, before, strict=True):
                spent, now = found(system, there - own)
                seconds += spent
                changed |= {target for _threat, target in was ^ now}
            degraded.append([len(changed), None, len(changed - near(control))])
    return {
        "found": [len(each) for each in before], "seconds": min(sum(spent for spent, _findings in each) for each in tries),
        "degraded": degraded, "degraded_seconds": seconds,
    }  # fmt: skip


def noise(system: dict[str, Any], tries: int) -> dict[str, Any]:
    """Find what is there whatever is said, and what changes when controls of pytm's own are switched off."""
    fires = untouched()
    return {
        "rules": len(fires), "rules_on_untouched": sum(fires.values()),
        "nothing_said": len(found(said_nothing(system), set())[1]),
        **switch_by_switch(system, sorted(every_setting(system)), tries),
    }  # fmt: skip


# ---- the system


def build(system: dict[str, Any], settings: set[Setting]) -> tuple[Any, dict[str, Any]]:
    """Return the system as a model of pytm with some controls set, and its elements by name."""
    pytm.TM.reset()
    model = pytm.TM("Page", description="What an architecture page says", isOrdered=True)
    boundaries = {id_: pytm.Boundary(f"domain {id_}") for id_ in system["domains"]}
    made = {}
    for each in system["components"]:
        name, kind = f"component {each['id']}", KINDS.get(each["kind"], "Process")
        made[name] = element = getattr(pytm, kind)(name)
        if each["domain"] in boundaries:
            element.inBoundary = boundaries[each["domain"]]
    data = {each["id"]: as_data(each, settings) for each in system["assets"]}
    for each in system["interfaces"]:
        ends = (made[f"component {each[end]}"] for end in ("requestor", "listener"))
        made[f"interface {each['id']}"] = flow = pytm.Dataflow(*ends, f"interface {each['id']}")
        if each["protocol"]:
            flow.protocol = each["protocol"]
        carried = [data[id_] for id_ in dict.fromkeys((*each["carries"], *each["shows"]))]
        if carried:
            flow.data = carried
    for element, control in sorted(every_setting(system)):
        setattr(made[element].controls, control, (element, control) in settings)
    return model, made


def as_data(asset: dict[str, Any], settings: set[Setting]) -> Any:
    """Return a data asset as pytm's data."""
    level = {"none": "PUBLIC", "low": "RESTRICTED", "medium": "SENSITIVE", "high": "SECRET"}
    # All is set that `check` would otherwise derive, in an order that differs from run to run.
    return pytm.Data(
        asset["id"], classification=pytm.Classification[level.get(asset["confidentiality"], "UNKNOWN")],
        isCredentials=asset["credential"], isStored=bool(asset["kept_in"]),
        credentialsLife=pytm.Lifetime.UNKNOWN if asset["credential"] else pytm.Lifetime.NONE,
        isDestEncryptedAtRest=any((f"component {store}", "isEncryptedAtRest") in settings for store in asset["kept_in"]),
        isSourceEncryptedAtRest=False,
    )  # fmt: skip


def said_nothing(system: dict[str, Any]) -> dict[str, Any]:
    """Return only what there is and who connects to whom."""
    interfaces = [{**each, "protocol": "", "carries": [], "shows": []} for each in system["interfaces"]]
    return {**system, "interfaces": interfaces, "assets": []}


def settings_of(system: dict[str, Any], state: str = "in place") -> set[Setting]:
    """Return what the controls set that are in a state."""
    there = (each for each in system["controls"] if each["state"] == state)
    return {setting for control in there for setting in settings_of_one(system, control)}


def settings_of_one(system: dict[str, Any], control: dict[str, Any]) -> list[Setting]:
    """Return what one control sets, in pytm's words; nothing where pytm has none."""
    on_flow, elsewhere = CONTROLS.get(control["kind"], ((), ()))
    components = {each["id"] for each in system["components"]}
    listeners = [each["listener"] for each in system["interfaces"] if each["id"] in control["interfaces"]]
    places = components & {*listeners, control["element"], control["store"]}
    return [
        *((f"interface {id_}", name) for id_ in control["interfaces"] for name in on_flow),
        *((f"component {id_}", name) for id_ in sorted(places) for name in elsewhere),
    ]


def every_setting(system: dict[str, Any]) -> set[Setting]:
    """Return every control that pytm has, on every element."""
    elements = [
        f"component {each['id']}" for each in system["components"] if each["kind"] not in {"person", "user"}
    ]
    elements += [f"interface {each['id']}" for each in system["interfaces"]]
    return {(element, name) for element in elements for name in SWITCHES}


def near(control: dict[str, Any]) -> set[str]:
    """Return the names of the elements where a control stands."""
    return {f"{kind} {id_}" for kind in ("interface", "component", "domain") for id_ in control["near"]}


# ---- what it finds


def found(system: dict[str, Any], settings: set[Setting]) -> tuple[float, Found]:
    """Return the CPU seconds of applying the rules to a new model, and the threats; making the model is not counted."""
    model, made = build(system, settings)
    gc.disable()
    began = time.process_time()
    model.check()
    checked = time.process_time() - began
    for element, name in every_setting(system):
        # Since 1.4.0 `check` writes what the two ends have over what a flow says of itself; before, it could not.
        if getattr(made[element].controls, name) != ((element, name) in settings):
            setattr(made[element].controls, name, (element, name) in settings)
    began = time.process_time()
    model.resolve()
    spent = checked + time.process_time() - began
    gc.enable()
    return spent, frozenset((each.threat_id, each.target) for each in model.findings)


def untouched() -> dict[str, bool]:
    """Return for each rule whether it fires at an element of which nothing is said but what it is."""
    pytm.TM.reset()
    pytm.TM("Bare", description="One of each kind")
    kinds = ("Server", "Process", "Datastore", "Lambda", "ExternalEntity", "Actor", "LLM", "Agent")
    bare = [getattr(pytm, kind)(f"bare {kind}") for kind in kinds if hasattr(pytm, kind)]
    bare.append(pytm.Dataflow(bare[0], bare[1], "bare flow"))
    rules = pytm.TM._threats  # noqa: SLF001  it has no other way to ask for them
    return {threat.id: any(threat.apply(element) for element in bare) for threat in rules}


def switch_by_switch(system: dict[str, Any], everything: list[Setting], tries: int) -> dict[str, int]:
    """Return how often nothing changes when single controls of pytm's own are switched off, all others being on."""
    was = found(system, set(everything))[1]
    some = random.Random(1).sample(everything, min(tries, len(everything)))  # noqa: S311  the same ones each time
    same = sum(was == found(system, {*everything} - {each})[1] for each in some)
    return {"switched": len(some), "list_same": same}


if __name__ == "__main__":
    main(*sys.argv[1:])
