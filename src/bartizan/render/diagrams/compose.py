"""Put a layout on a sheet: margins, title, everything in drawing order, and the legend."""

from __future__ import annotations

from bartizan.render.diagrams.collisions import crossed_titles
from bartizan.render.diagrams.draw_boxes import drawn_box
from bartizan.render.diagrams.draw_connectors import drawn_connector
from bartizan.render.diagrams.draw_groups import drawn_boundary, drawn_title
from bartizan.render.diagrams.layout import Layout
from bartizan.render.diagrams.legend import legend
from bartizan.render.diagrams.picture import Picture, picture
from bartizan.render.diagrams.svg_tree import Element, group, text_line
from bartizan.render.diagrams.text_lines import TextStyle, wrap
from bartizan.render.diagrams.theme import Theme

MARGIN = 24.0
"""White space around everything."""

LEAST_WIDTH = 420.0
"""No picture is narrower than this, for the sake of title and legend."""


def composed(layout: Layout, theme: Theme) -> Picture:
    """Return the picture of a layout."""
    scene, extent = layout.scene, layout.extent
    width = max(extent.width, LEAST_WIDTH)
    title, height = sheet_title(scene.title, width)
    left = MARGIN - extent.x + (width - extent.width) / 2
    names = {box.id: box.name for box in scene.boxes} | {group.id: group.name for group in scene.groups}
    crossed = crossed_titles(layout)
    drawing = [
        *(drawn_boundary(placed, is_flow=scene.is_flow) for placed in layout.groups),
        *(drawn_box(placed) for placed in layout.boxes),
        *(drawn_connector(placed, names) for placed in layout.connectors),
        *(drawn_title(placed, crossed=placed.group.id in crossed) for placed in layout.groups),
    ]
    notes, notes_height = legend(scene, width)
    below = MARGIN + height + extent.height + (18 if notes else 0)
    nothing = (
        wrap("Nothing is declared yet.", TextStyle.STEP, width) if not (scene.boxes or scene.groups) else ()
    )
    parts = [
        *title,
        *(text_line(line, MARGIN, MARGIN + height + 4, "c-muted") for line in nothing),
        group(
            drawing, classes="drawing", transform=f"translate({left:.2f} {MARGIN + height - extent.y:.2f})"
        ),
        *(
            [group(notes, classes="legend", transform=f"translate({MARGIN:.2f} {below:.2f})")]
            if notes
            else []
        ),
    ]
    return picture(
        scene.name,
        scene.title,
        scene.description,
        round(width + 2 * MARGIN),
        round(below + notes_height + MARGIN),
        parts,
        theme,
    )


def sheet_title(text: str, width: float) -> tuple[list[Element], float]:
    """Return the title in the upper left corner, and the height it takes with the space below it."""
    lines = wrap(text, TextStyle.TITLE, width, most_lines=3)
    drawn = [
        text_line(line, MARGIN, MARGIN + (at + 0.8) * line.style.height, "c-text")
        for at, line in enumerate(lines)
    ]
    return drawn, len(lines) * TextStyle.TITLE.height + (20 if lines else 0)
