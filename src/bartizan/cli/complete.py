"""Completes ids while a command is typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click


def complete_id(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of the page that begin with what is typed."""
    from bartizan.project.open_page import open_page  # noqa: PLC0415  (only when somebody presses the tabulator)
    from bartizan.project.rename import ids_of  # noqa: PLC0415

    ids = (
        each for each in ids_of(open_page(_page(context))) if "/" not in each
    )  # a control's id follows its element's
    return sorted(each for each in ids if each.startswith(incomplete))


def complete_explained(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the names that can be explained and begin with what is typed."""
    from bartizan.project.explain import explained_names  # noqa: PLC0415

    names = {name for some in explained_names().values() for name in some}
    return sorted(each for each in names if each.casefold().startswith(incomplete.casefold()))


def complete_use_case(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the use cases of the page that begin with what is typed."""
    from bartizan.project.open_page import open_page  # noqa: PLC0415

    use_cases = open_page(_page(context)).architecture.use_cases
    return sorted(each for each in use_cases if each.startswith(incomplete))


def complete_variant(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the variants of the page that begin with what is typed."""
    from bartizan.project.open_page import open_page  # noqa: PLC0415

    return sorted(each for each in open_page(_page(context)).variants if each.startswith(incomplete))


def complete_actor(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the threat actors of the page that begin with what is typed, those too that it does not name as such."""
    from bartizan.project.analyse import analyse  # noqa: PLC0415
    from bartizan.project.open_page import open_page  # noqa: PLC0415

    actors = analyse(open_page(_page(context))).analysis.grounded.actors
    return sorted(each.id for each in actors if each.id.startswith(incomplete))


def complete_element(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the data assets and components of the page that begin with what is typed."""
    from bartizan.project.open_page import open_page  # noqa: PLC0415

    page = open_page(_page(context)).architecture
    return sorted(each for each in (*page.data_assets, *page.components) if each.startswith(incomplete))


def complete_component(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the components of the page that begin with what is typed."""
    from bartizan.project.open_page import open_page  # noqa: PLC0415

    return sorted(
        each for each in open_page(_page(context)).architecture.components if each.startswith(incomplete)
    )


def complete_control(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the controls of the page, and the causes that they share, that begin with what is typed."""
    from bartizan.project.analyse import analyse  # noqa: PLC0415
    from bartizan.project.open_page import open_page  # noqa: PLC0415
    from bartizan.rules.answers.common_causes import common_causes  # noqa: PLC0415

    page = open_page(_page(context))
    names = (*analyse(page).analysis.grounded.controls, *common_causes(page.architecture))
    return sorted(each for each in names if each.startswith(incomplete))


def _page(context: click.Context) -> Path | None:
    path = context.params.get("path")
    return path if isinstance(path, Path) else None
