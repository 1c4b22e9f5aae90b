"""Files of one name on different machines, which is right and easily confused."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.names import display_name
from bartizan.rules.readiness.duplicate_name import files_of_different_readers, same_named
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import quoted, short


def find(page: Page) -> Iterator[Found]:
    """Yield each name that several files have, at the first of them."""
    for files in same_named(tuple(page.architecture.components.values())):
        if files_of_different_readers(page, files):
            yield Found(
                element=files[0].id,
                path=("components", files[0].id, "name"),
                message=f"{quoted([each.id for each in files])} are files of one name, `{short(display_name(files[0]))}`",
                help=("a name such as `barbican.conf (worker)` tells them apart in the discussion",),
                also=tuple(("components", each.id, "name") for each in files[1:]),
            )


RULE = Rule(
    name="same-named-files",
    says="files can be told apart by name",
    weight=Weight.ADVICE,
    find=find,
)
