"""A library that speaks a protocol and of which nobody says whether it is still repaired."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.interface import Implementation
from bartizan.model.shapes import Flag
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called, short


def find(page: Page) -> Iterator[Found]:
    """Yield each interface whose implementation is named and not vouched for."""
    for interface in page.interfaces:
        implementation = interface.implementation
        problem = _problem(implementation) if implementation else None
        if problem:
            missing = [key for key, lacks in problem[1].items() if lacks]
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "implementation"),
                message=f"on {interface_called(page, interface)} {problem[0]}",
                help=("the review asks whether the implementation in use is maintained",),
                write="\n".join(f"{key}: {'yes' if key == 'maintained' else '…'}" for key in missing),
                under=("interfaces", interface.id, "implementation"),
            )


def _problem(implementation: Implementation) -> tuple[str, dict[str, bool]] | None:
    """Return what is to be said of an implementation, and which fields are missing."""
    library = f"`{short(implementation.library)}`" if implementation.library else "the implementation"
    missing = {
        "version": implementation.version is None,
        "maintained": implementation.maintained is None,
    }
    if implementation.maintained is Flag.NO:
        why = f" ({short(implementation.because)})" if implementation.because else ""
        return f"{library} is not maintained{why}", {"version": missing["version"]}
    if any(missing.values()):
        version, maintained = missing.values()
        unsaid = (
            "neither its version nor whether it is maintained"
            if version and maintained
            else ("not its version" if version else "not whether it is maintained")
        )
        return f"the page names {library}, and {unsaid}", missing
    return None


RULE = Rule(
    name="implementation-unmaintained",
    says="the implementations that the page names are maintained",
    weight=Weight.ADVICE,
    find=find,
)
