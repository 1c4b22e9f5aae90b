"""What inline markup shows: emphasis without its stars, links without their targets, roles without their names."""

from __future__ import annotations

import re

_LITERAL_OR_ESCAPE = re.compile(r"``(?P<literal>[^`\s](?:.{0,400}?[^\s])?)``|\\(?P<escaped>.)", re.DOTALL)
_MARKUP = re.compile(
    r"""
    (?::[A-Za-z][\w:+.-]*:)? ` (?P<quoted>[^`\s\x00][^`]*?) ` (?:__?(?!\w))?   # a role, a link or a quoted name
    | (?<![\w*\x00]) (?P<stars>\*\*?) (?=\S) (?P<starred>.{1,400}?) (?<=\S) (?P=stars) (?![\w*])
    | (?<!\w) \[ (?P<footnote>[\w#*.:+-]+) \]_ (?!\w)
    | (?<![\w.+:-]) (?P<name>[^\W_](?:[\w.+:-]*[^\W_])?) __? (?!\w)            # a link by its name
    """,
    re.VERBOSE | re.DOTALL,
)
_TARGET = re.compile(r"\s*<[^<>]+>\Z")


def visible(markup: str) -> str:
    """Return the text that a reader sees; markup that is not closed is text."""
    if not re.search(r"[\\*`_]", markup):
        return markup
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        text = match["literal"] or ("" if match["escaped"].isspace() else match["escaped"])
        kept.append(text)
        return f"\x00{len(kept) - 1}\x01"

    shown = _LITERAL_OR_ESCAPE.sub(keep, markup)
    shown = _MARKUP.sub(_shown, shown)
    return re.sub(r"\x00(\d+)\x01", lambda match: kept[int(match[1])], shown)


def _shown(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups["quoted"] is not None:
        return _TARGET.sub("", groups["quoted"]) or groups["quoted"].strip("<> ")
    if groups["footnote"] is not None:
        return f"[{groups['footnote']}]"
    return str(groups["starred"] or groups["name"])
