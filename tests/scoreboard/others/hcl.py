"""Reads as much of HashiCorp's configuration language as threat models are written in: blocks, texts, lists, numbers and words.

Expressions, variables and functions are kept as the text they are written as. What cannot be read ends the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"(?P<space>(?:\s|,|#[^\n]*|//[^\n]*|/\*.*?\*/)+)"
    r'|(?P<quoted>"(?:\\.|\$\{[^}]*\}|[^"\\])*")'
    r"|<<-?(?P<mark>\w+)\n(?P<here>.*?)\n[ \t]*(?P=mark)(?=\s)"
    r"|(?P<sign>[={}\[\]])"
    r"|(?P<word>[^\s={}\[\],\"]+)",
    re.DOTALL,
)
MAXIMUM_DEPTH = 32


@dataclass
class Block:
    """One block: `flow "https" { from = "a" }`."""

    sort: str
    labels: tuple[str, ...]
    values: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    def named(self, *sorts: str) -> Iterator[Block]:
        """Yield the blocks of some sorts that stand directly in this one."""
        return (each for each in self.blocks if each.sort in sorts)


def read_hcl(text: str) -> Block:
    """Return a file as one block without a name; raises `ValueError` where it is not of this form."""
    tokens = list(_tokens(text))
    top = Block("", ())
    end = _body(tokens, 0, top, 0)
    if end != len(tokens):
        message = f"unexpected `{tokens[end][1][:20]}`" if end < len(tokens) else "a block is not closed"
        raise ValueError(message)
    return top


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            message = f"unexpected `{text[at : at + 20]}`"
            raise ValueError(message)
        at = found.end()
        if found["quoted"] is not None:
            yield "text", found["quoted"][1:-1]
        elif found["here"] is not None:
            yield "text", found["here"]
        elif found["space"] is None:
            yield ("sign" if found["sign"] else "word"), found["sign"] or found["word"]


def _body(tokens: list[tuple[str, str]], at: int, block: Block, depth: int) -> int:
    if depth > MAXIMUM_DEPTH:
        message = "nested too deeply"
        raise ValueError(message)
    while at < len(tokens) and tokens[at] != ("sign", "}"):
        name = tokens[at][1]
        at += 1
        labels = []
        while at < len(tokens) and tokens[at][0] != "sign":
            labels.append(tokens[at][1])
            at += 1
        if at < len(tokens) and tokens[at][1] == "=" and not labels:
            at = _value(tokens, at + 1, block, name)
        elif at < len(tokens) and tokens[at][1] == "{":
            inner = Block(name, tuple(labels))
            block.blocks.append(inner)
            at = _body(tokens, at + 1, inner, depth + 1) + 1
        else:
            message = f"`{name}` is neither a block nor a value"
            raise ValueError(message)
    return at


def _value(tokens: list[tuple[str, str]], at: int, block: Block, name: str) -> int:
    """Take one value; what stands in brackets is skipped, for no name of ours is in it."""
    depth = 0
    first = tokens[at] if at < len(tokens) else ("sign", "}")
    block.values[name] = first[1] if first[0] != "sign" else ""
    while at < len(tokens):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(tokens[at][1], 0) if tokens[at][0] == "sign" else 0
        at += 1
        if depth <= 0:
            return at
    message = f"the value of `{name}` does not end"
    raise ValueError(message)
