"""Which version of Bartizan this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """Return the version as it was installed; `unknown` when it runs from a folder nobody installed."""
    try:
        return metadata.version("bartizan")
    except metadata.PackageNotFoundError:
        return "unknown"


def issue_tracker() -> str | None:
    """Return where mistakes of Bartizan are reported, if the installed package says."""
    try:
        addresses = metadata.metadata("bartizan").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return None
    labelled = (address.partition(",") for address in addresses)
    return next((url.strip() for label, _, url in labelled if label.strip().lower() == "issues"), None)
