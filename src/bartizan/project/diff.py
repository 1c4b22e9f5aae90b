"""Says what changed between two versions of a page, and writes its section *Differences from previous architecture*."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf

from bartizan.formats.prose.escape import escape
from bartizan.model.architecture import Architecture
from bartizan.model.differences import Change, Difference, differences, in_words
from bartizan.model.names import display_name
from bartizan.model.read import PAGE
from bartizan.model.references import SECTIONS, section
from bartizan.model.shapes import SINGULAR
from bartizan.project.follow_renames import new_ids, with_new_ids
from bartizan.project.open_page import OpenPage
from bartizan.project.save_edits import Edited, edited
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.edit import apply, set_value
from bartizan.source.nodes import Mapping
from bartizan.source.plain import Plain
from bartizan.source.read_yaml import read_yaml
from bartizan.source.write_yaml import write_yaml

TITLE = "Differences from previous architecture"
"""What the section is called in OpenStack's template."""


def diff(old: OpenPage, new: OpenPage) -> tuple[Difference, ...]:
    """Return what changed from `old` to `new`, in the order of the page.

    What only has another id is said once, as a change of its `id`, or of its name where that follows from the id.
    """
    ids = new_ids(old.architecture, new.architecture)
    same_ids = with_new_ids(old.architecture, ids)
    found = [*_other_ids(old.architecture, new.architecture, ids), *differences(same_ids, new.architecture)]
    sections = {key: position for position, key in enumerate(PAGE.fields)}
    return tuple(sorted(found, key=lambda each: sections[each.section]))


def _other_ids(old: Architecture, new: Architecture, ids: MappingOf[str, str]) -> Iterator[Difference]:
    for name in SECTIONS:
        for former, element in section(old, name).items():
            now = section(new, name).get(ids.get(former, ""))
            if now is None:
                continue
            before, after = display_name(element), display_name(now)
            if before != after and element.name is None and now.name is None:
                yield Difference(Change.RENAMED, name, now.id, after, None, before, after)
            else:
                yield Difference(Change.CHANGED, name, now.id, after, "id", former, now.id)


def as_text(found: Iterable[Difference]) -> str:
    """Say it for a person, section by section."""
    lines: list[str] = []
    last = None
    for each in found:
        if each.section != last:
            lines += ["", _title(each)] if lines else [_title(each)]
            last = each.section
        lines.append(f"  {sentence(each)}")
    return "\n".join(lines)


def as_json(found: Iterable[Difference]) -> str:
    """Say it for a program."""
    rows = [
        {
            "change": each.change.value,
            "section": each.section,
            "id": each.id,
            "name": each.name,
            "field": each.field,
            "before": each.before,
            "after": each.after,
            "sentence": sentence(each),
        }
        for each in found
    ]
    return json.dumps({"format": 1, "differences": rows}, indent=1, ensure_ascii=False)


def as_rst(found: Iterable[Difference]) -> str:
    """Write the page's section, in reStructuredText."""
    sentences = [f"- {sentence}" for sentence in sentences_of(found)]
    return "\n".join([TITLE, "~" * len(TITLE), "", *(sentences or ["None."])]) + "\n"


def as_yaml(found: Iterable[Difference]) -> str:
    """Write the page's field, as it would stand in the file."""
    listed: list[Plain] = list(sentences_of(found))
    return write_yaml({"differences": listed})


def sentences_of(found: Iterable[Difference]) -> Iterator[str]:
    """Return one sentence for each difference that belongs on a page: what it says of the service, not of itself.

    They are prose as the page has it, that is reStructuredText; what the values say is never taken for markup.
    """
    about_the_page = {
        "status", "contacts", "differences", "figures", "notes", "template", "variants", "waivers",
    }  # fmt: skip
    return (
        escape(sentence(each)) for each in found if each.section not in about_the_page and each.field != "id"
    )


def sentence(difference: Difference) -> str:
    """Say a difference in one sentence; of long values only what is not the same in both."""
    before, after = (_steps(each) for each in (difference.before, difference.after))
    if difference.field != "steps" or not before or not after:
        return difference.sentence()
    come = [f"“{step}”" for step in after if step not in before]
    gone = [f"“{step}”" for step in before if step not in after]
    changes = ([f"new: {', '.join(come)}"] if come else []) + ([f"gone: {', '.join(gone)}"] if gone else [])
    return f"Use case {difference.name}: {'; '.join(changes) or 'its steps are in another order'}."


def _steps(written: Plain) -> list[str]:
    """Return the steps of a use case as lines."""
    if isinstance(written, str):
        return written.splitlines()
    return (
        [each if isinstance(each, str) else in_words(each) for each in written]
        if isinstance(written, list)
        else []
    )


def with_differences(new: OpenPage, found: Iterable[Difference]) -> Edited:
    """Return the change that adds what changed to the page's `differences:`; what stands there already stays."""
    if new.root is None:
        return Edited(
            problems=(
                Diagnostic(
                    "not-a-yaml-page",
                    f"`{new.name}` is not an `architecture.yaml`, so nothing can be written into it",
                    help=("`--format rst` prints the section, to be put there by hand",),
                ),
            )
        )
    said = new.architecture.differences
    wanted = [*said, *(sentence for sentence in sentences_of(found) if sentence not in said)]
    if len(wanted) == len(said):
        return Edited()
    for path, source in new.sources.items():
        root = read_yaml(source).root
        if isinstance(root, Mapping) and ("differences" in root.by_key or path == new.path):
            listed: list[Plain] = list(wanted)
            return edited(new, {path: apply(source, [set_value(source, root, ("differences",), listed)])})
    return Edited()


def _title(difference: Difference) -> str:
    if difference.section in SINGULAR:
        return difference.section.replace("-", " ").capitalize()
    return "The page"
