"""Applies the variant that a command was asked for."""

from __future__ import annotations

import click

from bartizan.project.open_page import OpenPage, with_variant
from bartizan.source.suggest import nearest


def in_variant(page: OpenPage, variant: str | None) -> OpenPage:
    """Return the page as it is in `variant`, where one was asked for."""
    name = checked_variant(page, variant)
    return page if name is None else with_variant(page, name)


def checked_variant(page: OpenPage, variant: str | None) -> str | None:
    """Return `variant`; one that the page does not declare is a mistake on the command line."""
    if variant is None or not page.sources:
        return None
    if variant not in page.variants:
        close = nearest(variant, page.variants)
        known = ", ".join(f"`{each}`" for each in page.variants)
        hint = f"did you mean `{close}`?" if close else f"it declares {known or 'none'}."
        raise click.UsageError(f"the page has no variant `{variant}`; {hint}")
    return variant
