"""The font files that come with Bartizan, so that a page looks the same on every machine."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the font files lie, with their licences and a page that says where each is from."""

INTER = {
    400: FOLDER / "Inter-Regular.ttf",
    500: FOLDER / "Inter-Medium.ttf",
    600: FOLDER / "Inter-SemiBold.ttf",
    700: FOLDER / "Inter-Bold.ttf",
}
"""The family of the diagrams, by weight."""
