"""The page about the Python API: what `import bartizan` offers, with the signatures and sentences of the code."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
from typing import Any

import bartizan

WIDTH = 84
"""How many characters fit into a block of text on a page."""

INTRODUCTION = """\
# Python API

What `import bartizan` offers is promised: it changes only with a new major version, and the changelog says so. The command line is a thin user of it.

{says}
"""


def python_api_pages() -> dict[str, str]:
    """Return one page, with a section for each promised name."""
    _first, _, rest = inspect.cleandoc(bartizan.__doc__ or "").partition("\n\n")
    says = with_examples(rest)
    assert "```python" in says, "the module shows an example of what it offers"
    names = sorted(bartizan.__all__, key=str.lower)
    return {"python-api.md": "\n".join([INTRODUCTION.format(says=says), *(section(name) for name in names)])}


def with_examples(text: str) -> str:
    """Return text with each of its indented blocks as an example in Python."""
    parts = [
        f"```python\n{textwrap.dedent(part)}\n```" if part.startswith("    ") else part
        for part in text.split("\n\n")
    ]
    return "\n\n".join(parts)


def section(name: str) -> str:
    """Return the section about one name."""
    thing = getattr(bartizan, name)
    body = of_class(thing) if inspect.isclass(thing) else of_function(name, thing)
    return f"## {name}\n\n{body}\n"


def of_function(name: str, function: Any) -> str:
    """Return how a function is called, and what it says of itself."""
    source = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(source, ast.FunctionDef)
    words = arguments(source.args)
    returns = ast.unparse(source.returns) if source.returns else "None"
    line = f"{name}({', '.join(words)}) -> {returns}"
    if len(line) > WIDTH:
        line = "\n".join([f"{name}(", *(f"    {word}," for word in words), f") -> {returns}"])
    return f"```text\n{line}\n```\n\n{inspect.getdoc(function) or ''}"


def arguments(said: ast.arguments) -> list[str]:
    """Return each argument with its type and what it is when it is not given."""
    plain = [*said.posonlyargs, *said.args]
    defaults = [*[None] * (len(plain) - len(said.defaults)), *said.defaults]
    words = [argument(*each) for each in zip(plain, defaults, strict=True)]
    by_name = [argument(*each) for each in zip(said.kwonlyargs, said.kw_defaults, strict=True)]
    return [*words, "*", *by_name] if by_name else words


def argument(each: ast.arg, default: ast.expr | None) -> str:
    """Return one argument; a default that is a function of its own is not worth its words."""
    given = "…" if isinstance(default, ast.Lambda) else ast.unparse(default) if default else ""
    return f"{ast.unparse(each)} = {given}" if given else ast.unparse(each)


def of_class(cls: type) -> str:
    """Return what a class says of itself, and its fields."""
    rows = [f"| `{name}` | `{kind.replace('|', '/')}` | {says} |" for name, kind, says in fields_of(cls)]
    return "\n".join([inspect.getdoc(cls) or "", "", "| field | is | means |", "|---|---|---|", *rows])


def fields_of(cls: type) -> list[tuple[str, str, str]]:
    """Return each field with its type and the sentence under it."""
    assert dataclasses.is_dataclass(cls)
    definition = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(definition, ast.ClassDef)
    found = []
    for statement, following in zip(definition.body, [*definition.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            said = following.value if isinstance(following, ast.Expr) else None
            says = said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else ""
            found.append((statement.target.id, ast.unparse(statement.annotation), " ".join(says.split())))
    return found
