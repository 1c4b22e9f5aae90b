"""The pages about readiness rules and messages: the Markdown that stands beside the code, as `bartizan explain` shows it."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.project.explain import explain, explained_names

READINESS = """\
# Readiness rules

What `bartizan check` asks of a page before it is reviewed. Each rule has a page: why it matters, when it is no gap, and examples, which our tests run.
The name of a rule is what stands in brackets behind `gap`, what `bartizan explain` takes, and what a waiver names.
"""

THREATS = """\
# Rules of threats

What `bartizan analyse` concludes with. Each rule has a page: why it matters, when it is no threat, what to ask, and examples that conclude and that do not, which our tests
run. Some are threats; others only carry an attack along, from where somebody stands to what they get at. The name of a rule stands behind the id of a threat.
"""

MESSAGES = """\
# Messages about files

What can be wrong with a file, by the name that stands in brackets behind `error` or `warning`; `bartizan explain` takes the same name.
"""


def readiness_pages() -> dict[str, str]:
    """Return the page of each rule, and one that lists them."""
    return listed("readiness", READINESS, explained_names()["rules of readiness"])


def threat_pages() -> dict[str, str]:
    """Return the page of each rule of threats, and one that lists them."""
    return listed("threats", THREATS, explained_names()["rules of threats"])


def message_pages() -> dict[str, str]:
    """Return the page of each message, and one that lists them."""
    return listed("messages", MESSAGES, explained_names()["messages about files"])


def listed(folder: str, introduction: str, names: Sequence[str]) -> dict[str, str]:
    """Return the page of each name in a folder of their own, with an index that says what each is about."""
    texts = {name: text_of(name) for name in names}
    rows = [f"| [{name}]({name}.md) | {first_paragraph(text)} |" for name, text in texts.items()]
    contents = ["```{toctree}", ":hidden:", "", *names, "```"]
    index = "\n".join([introduction, "| name | says |", "|---|---|", *rows, "", *contents, ""])
    return {f"{folder}/index.md": index} | {f"{folder}/{name}.md": text for name, text in texts.items()}


def first_paragraph(text: str) -> str:
    """Return what stands right under the heading of a page, on one line that fits into a table."""
    _, _, rest = text.partition("\n\n")
    return " ".join(rest.partition("\n\n")[0].split()).replace("|", "\\|")


def text_of(name: str) -> str:
    """Return what is to be said about a name; that nothing is would be our own mistake."""
    explanation = explain(name)
    assert explanation is not None, name
    return explanation.text
