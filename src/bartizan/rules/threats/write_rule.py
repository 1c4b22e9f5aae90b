"""Writes a rule as text, in the form in which teams write their own."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Atom, Every, Unless, Variable
from bartizan.source.write_scalar import scalar_text


def write_rule(rule: Rule) -> str:
    """Return the text of a rule, one field a line; `read_rule_block` reads it back."""
    lines = [
        f"says: {scalar_text(rule.says)}",
        *_listed("given", [write_premise(each) for each in rule.given]),
        *_listed("unless", [write_guard(each) for each in rule.unless]),
        f"then: {write_premise(rule.then)}",
    ]
    if rule.stride:
        lines.append(f"stride: {rule.stride.value}")
    if rule.weaknesses:
        lines.append(f"weaknesses: {', '.join(rule.weaknesses)}")
    lines += [
        f"{key}: {scalar_text(text)}" for key, text in (("ask", rule.ask), ("advice", rule.advice)) if text
    ]
    return "".join(f"{line}\n" for line in lines)


def _listed(key: str, parts: list[str]) -> list[str]:
    if len(parts) < 2:
        return [f"{key}: {part}" for part in parts]
    return [f"{key}:", *(f"  - {part}" for part in parts)]


def write_premise(premise: Atom | Every) -> str:
    """Return a premise as text: `carries(interface, asset)`."""
    if isinstance(premise, Every):
        return f"{write_premise(premise.holds)} for every {write_premise(premise.among)}"
    names = ", ".join(term.name if isinstance(term, Variable) else term.text for term in premise.terms)
    return f"{premise.predicate.name}({names})"


def write_guard(guard: Unless) -> str:
    """Return a guard as text: `encryption on interface`."""
    return f"{guard.kind} on {guard.on.name}{' where said' if guard.where_said else ''}"
