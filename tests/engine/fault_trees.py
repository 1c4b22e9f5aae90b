"""Fault trees in the Open-PSA format: written for SCRAM, read from its examples, and turned into programs of ours."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bartizan.engine.program import Program, make_program
from tests.engine.small_programs import Small

Rule = tuple[str, list[str], object]


class NotCoherent(Exception):  # noqa: N818  what is wrong is the tree, not the program
    """It says *not* somewhere, or something else that we have no rules for, or is not one fault tree."""


@dataclass(frozen=True, slots=True)
class FaultTree:
    """A tree as a program, with its top gate and what may fail."""

    program: Program
    events: tuple[int, ...]
    top: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What SCRAM says of a tree."""

    sizes: tuple[int, ...]
    """How many minimal cut sets there are of each size, from size 1."""
    probability: float | None
    importance: dict[str, dict[str, float]]
    """For each event, the factors by SCRAM's names: MIF, CIF, DIF, RAW, RRW."""


def read(path: Path) -> FaultTree:
    """Read the only fault tree of a file, with the events that files beside it define."""
    root = ET.parse(path).getroot()  # noqa: S314  files of an installed package, or our own
    trees = root.findall(".//define-fault-tree")
    if len(trees) != 1 or any(
        root.find(f".//define-{more}") is not None for more in ("event-tree", "substitution")
    ):
        raise NotCoherent
    gates = {gate.get("name", ""): gate for gate in trees[0].iter("define-gate")}
    rules: list[Rule] = []
    events: set[str] = set()
    for name, gate in gates.items():
        formula = next((child for child in gate if child.tag not in {"label", "attributes"}), None)
        if formula is None:
            raise NotCoherent
        add_formula(name, formula, gates, rules, events)
    for house in root.iter("define-house-event"):
        constant = house.find("constant")
        if constant is not None and constant.get("value") == "true":
            rules.append((house.get("name", ""), [], "always"))
    used = {fact for _, body, _ in rules for fact in body}
    tops = [name for name in gates if name not in used]
    if len(tops) != 1:
        raise NotCoherent
    program = make_program(rules, sorted(events))
    numbers = tuple(program.numbers[event] for event in sorted(events))
    return FaultTree(program, numbers, program.numbers[tops[0]])


def add_formula(
    name: str, formula: ET.Element, gates: Mapping[str, ET.Element], rules: list[Rule], events: set[str]
) -> None:
    """Add the rules that say when a formula, called by a name, holds."""
    if formula.tag in {"gate", "basic-event", "event", "house-event"}:
        rules.append((name, [operand(formula, gates, events)], "same"))
        return
    below: list[str] = []
    for number, child in enumerate(formula):
        if child.tag in {"gate", "basic-event", "event", "house-event"}:
            below.append(operand(child, gates, events))
        else:
            below.append(f"{name}/{number}")
            add_formula(f"{name}/{number}", child, gates, rules, events)
    if formula.tag == "and":
        rules.append((name, below, "and"))
    elif formula.tag == "or":
        rules.extend((name, [each], "or") for each in below)
    elif formula.tag == "atleast":
        rules.extend(at_least(name, int(formula.get("min", "")), below))
    else:
        raise NotCoherent


def operand(element: ET.Element, gates: Mapping[str, ET.Element], events: set[str]) -> str:
    """Return the name of a gate or an event."""
    name = element.get("name", "")
    if name not in gates and element.tag != "house-event":
        events.add(name)
    return name


def at_least(name: str, least: int, below: list[str]) -> Iterator[Rule]:
    """Yield the rules of *at least so many of these*: counted up one after the other."""
    for number, each in enumerate(below, 1):
        for count in range(1, min(number, least) + 1):
            here = name if number == len(below) and count == least else f"{name}#{number},{count}"
            if number > count:
                yield here, [f"{name}#{number - 1},{count}"], "without it"
            yield here, [each] if count == 1 else [each, f"{name}#{number - 1},{count - 1}"], "with it"


def write(path: Path, case: Small, chances: Mapping[str, float]) -> None:
    """Write a tree of ours, as far as its goal depends on it; gates have one rule of many facts, or many rules of one."""
    names = case.program.names
    reached = [case.goal]
    for fact in reached:  # grows while it is walked
        below = [each for rule in case.program.makers[fact] for each in case.program.bodies[rule]]
        reached.extend(each for each in dict.fromkeys(below) if each not in reached)
    gates = [str(names[fact]) for fact in sorted(reached) if case.program.makers[fact]]
    lines = ['<?xml version="1.0"?>', '<opsa-mef><define-fault-tree name="tree">']
    for gate in gates:
        rules = case.program.makers[case.program.numbers[gate]]
        bodies = [[str(names[fact]) for fact in case.program.bodies[rule]] for rule in rules]
        kind, parts = ("and", bodies[0]) if len(bodies) == 1 else ("or", [body[0] for body in bodies])
        operands = "".join(
            f'<{"gate" if name.startswith("g") else "basic-event"} name="{name}"/>' for name in parts
        )
        formula = operands if len(parts) == 1 else f"<{kind}>{operands}</{kind}>"
        lines.append(f'<define-gate name="{gate}">{formula}</define-gate>')
    lines.append("</define-fault-tree><model-data>")
    for event, chance in chances.items():
        lines.append(f'<define-basic-event name="{event}"><float value="{chance}"/></define-basic-event>')
    lines.append("</model-data></opsa-mef>")
    path.write_text("\n".join(lines), encoding="utf-8")


def asked_of_scram(scram: str, *paths: Path, importance: bool = False) -> Verdict:
    """Return what SCRAM says of a tree, with its exact way of counting."""
    options = ["--bdd", "--limit-order", "1000"]
    if importance:
        options += ["--probability", "true", "--importance", "true"]
    shown = subprocess.run(
        [scram, *options, *map(str, paths)], check=True, capture_output=True, text=True, timeout=120
    )
    report = ET.fromstring(shown.stdout)  # noqa: S314
    (products,) = report.findall(".//sum-of-products")  # one top gate: of several, it answers for each
    sizes = tuple(map(int, products.get("distribution", "").split()))
    probability = products.get("probability")
    factors = {
        event.get("name", ""): {
            name: float(value) for name, value in event.items() if name in {"MIF", "CIF", "RAW", "RRW"}
        }
        for event in report.findall(".//importance/basic-event")
    }
    return Verdict(sizes, None if probability is None else float(probability), factors)
