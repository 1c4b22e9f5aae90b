"""YAML documents as people write them: any layout, quotes, comments, anchors and line ends."""

from __future__ import annotations

from random import Random

from bartizan.source.plain import Plain
from bartizan.source.write_scalar import (
    can_be_literal,
    can_be_plain,
    double_quoted,
    is_surely_text,
    literal_lines,
    scalar_text,
    single_quoted,
)

TEXTS = ["x", "foo bar", "no", "1.10", "", "it's", 'say "hi"', "a: b", "a #b", "two\nlines", "two\nlines\n", "\n", "  lead",
         "trail ", "é日本", "https://a.b/c", "- x", "*x", "{a}", "a, b", "tab\there", "x\n\n", "long " * 12, "what?", "~",
         "null"]  # fmt: skip
KEYS = ["a", "b", "c", "d", "key one", "1", "no", "it's", "xxx", "q?"]
REMARKS = ["x", "R&D: *all*", "{[", "a: b"]


def some_tree(random: Random, depth: int) -> Plain:
    """Return any tree."""
    kind = random.random()
    if depth == 0 or kind < 0.4:
        return random.choice([*TEXTS, None])
    if kind < 0.75:
        return {random.choice(KEYS): some_tree(random, depth - 1) for _ in range(random.randrange(4))}
    return [some_tree(random, depth - 1) for _ in range(random.randrange(4))]


class Author:
    """Writes trees in every way that YAML allows and people use; counts its comments so that each is another."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.step = random.choice([2, 2, 4, 1])
        self.anchors: list[str] = []
        self.comments = 0

    def document(self, tree: Plain) -> str:
        """Return a text that says `tree`, and in a mapping perhaps some aliases beside it."""
        lines = [self._flow(tree, 0)] if not tree or self._maybe(0.2) else self._block(tree, 0)
        if self.anchors and isinstance(tree, dict) and not lines[0].startswith("{"):
            lines += [f"alias {name}: *{name}{self._behind()}" for name in self.anchors[:2]]
            lines += [f"aliases: [*{self.anchors[0]} , y]"] if self._maybe(0.5) else []
        text = self._framed(lines)
        if self._maybe(0.05):
            text = text.replace(": ", ":\t")
        if self._maybe(0.2):
            text = text.rstrip("\n")
        return text.replace("\n", self.random.choice(["\n", "\n", "\n", "\r\n", "\r"]))

    def _framed(self, lines: list[str]) -> str:
        text = "\n".join(lines) + "\n"
        kind = self.random.random()
        if kind < 0.1:
            return f"---\n{text}"
        if kind < 0.15:
            return f"{text}...\n"
        if kind < 0.2:
            return f"--- # start\n{text}{self._comment()}\n"
        if kind < 0.25:
            return "".join(f"   {line}\n" for line in lines)
        return f"--- {text}" if kind < 0.3 and lines[0][:1] in ("[", "{") else text

    def _block(self, tree: Plain, indent: int) -> list[str]:
        lines = self._between(indent)
        margin = " " * indent
        if isinstance(tree, dict):
            for key, one in tree.items():
                deeper = indent if isinstance(one, list) and self._maybe(0.4) else indent + self.step
                written = f"{margin}{self._scalar(key, is_key=True)}:"
                if self._maybe(0.05):
                    lines.append(f"{margin}? {self._scalar(key, is_key=True)}")
                    if one is None:
                        continue
                    written = f"{margin}:"
                    deeper = max(deeper, indent + 1)
                lines += self._behind_key(written, one, deeper)
                lines += self._between(indent)
        elif isinstance(tree, list):
            for one in tree:
                inner = (
                    self._block(one, indent + 2)
                    if one and not isinstance(one, str) and self._maybe(0.5)
                    else []
                )
                if inner and inner[0].startswith(f"{margin}  ") and inner[0].strip()[:1] not in ("", "#"):
                    lines += [f"{margin}- {inner[0][indent + 2 :]}", *inner[1:]]
                else:
                    lines += self._behind_key(f"{margin}-", one, indent + 2)
                lines += self._between(indent)
        return lines

    def _behind_key(self, written: str, tree: Plain, indent: int) -> list[str]:
        anchor = self._anchor()
        if tree is None:
            return [
                written
                + self.random.choice(
                    [f" ~{self._behind()}", anchor.rstrip() and f" {anchor}", self._behind()]
                )
            ]
        if isinstance(tree, str):
            inline, below = self._text(tree, indent)
            return [f"{written} {anchor}{inline}", *below]
        if not tree or self._maybe(0.3):
            return [f"{written} {anchor}{self._flow(tree, indent)}{self._behind()}"]
        return [f"{written} {anchor}{self._behind()}".rstrip(), *self._block(tree, indent)]

    def _text(self, text: str, indent: int) -> tuple[str, list[str]]:
        indent = max(indent, 1)
        if can_be_literal(text) and self._maybe(0.7):
            indicator, lines = literal_lines(text, indent)
            return indicator + self._behind(), lines + self.random.choice([[], [""]])
        if text.endswith("\n\n") and text[0] not in " \n" and self._maybe(0.7):
            return "|+" + self._behind(), [
                " " * indent + line if line else "" for line in text[:-1].split("\n")
            ]
        first, _, rest = text.partition(" ")
        can_be_folded = can_be_plain(text, in_flow=False) and is_surely_text(text)
        if can_be_folded and rest[:1] not in ("", " ", "#", "-") and self._maybe(0.3):
            return first, [" " * indent + rest + self._behind()]
        if can_be_folded and self._maybe(0.1):
            return self.random.choice([">-", "|-"]) + self._behind(), [
                " " * indent + text,
                *self.random.choice([[], [""]]),
            ]
        return self._scalar(text) + self._behind(), []

    def _scalar(self, text: str, *, in_flow: bool = False, is_key: bool = False) -> str:
        kind = self.random.random()
        if kind < 0.2:
            return single_quoted(text) or double_quoted(text)
        return double_quoted(text) if kind < 0.3 else scalar_text(text, in_flow=in_flow, is_key=is_key)

    def _flow(self, tree: Plain, indent: int) -> str:
        if tree is None:
            return self.random.choice(["~", "null"])
        if isinstance(tree, str):
            return self._scalar(tree, in_flow=True)
        if isinstance(tree, list):
            parts = [self._flow_item(one, indent) for one in tree]
        else:
            parts = [self._flow_entry(key, one, indent) for key, one in tree.items()]
        text = self._break(indent)
        for index, part in enumerate(parts):
            text += part + self._break(indent)
            if index < len(parts) - 1 or self._maybe(0.1):
                text += "," + (self._break(indent) or " ")
        return f"[{text}]" if isinstance(tree, list) else f"{{{text}}}"

    def _flow_item(self, tree: Plain, indent: int) -> str:
        if (
            isinstance(tree, dict) and len(tree) == 1 and self._maybe(0.5)
        ):  # a pair without brackets of its own
            ((key, one),) = tree.items()
            return f"{self._scalar(key, in_flow=True, is_key=True)}: {self._flow(one, indent)}"
        return self._flow(tree, indent)

    def _flow_entry(self, key: str, tree: Plain, indent: int) -> str:
        written = self._scalar(key, in_flow=True, is_key=True)
        if tree is None and self._maybe(0.5):
            return written + self.random.choice(["", " :", ": "])
        return f"{written}: {self._anchor()}{self._flow(tree, indent)}"

    def _break(self, indent: int) -> str:
        if not self._maybe(0.2):
            return ""
        return f"{self._behind()}\n{' ' * (indent + self.random.randrange(1, 5))}"

    def _between(self, indent: int) -> list[str]:
        lines = []
        while self._maybe(0.2):
            margin = " " * max(0, indent + self.random.choice([0, 0, 0, 2, -1]))
            lines.append(
                margin + self._comment() if self._maybe(0.7) else self.random.choice(["", " ", "    "])
            )
        return lines

    def _behind(self) -> str:
        return f"  {self._comment()}" if self._maybe(0.25) else ""

    def _comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}. {self.random.choice(REMARKS)}"

    def _anchor(self) -> str:
        if not self._maybe(0.12):
            return ""
        self.anchors.append(f"n{len(self.anchors)}")
        return f"&{self.anchors[-1]} "

    def _maybe(self, chance: float) -> bool:
        return self.random.random() < chance
