"""The pictures of an architecture: block diagram, data flow diagrams and sequence diagrams, as SVG and PNG."""

from bartizan.render.diagrams.block_diagram import block_diagram
from bartizan.render.diagrams.data_flow_diagram import data_flow_diagram
from bartizan.render.diagrams.elk.engine import LayoutFailed, NoEngine
from bartizan.render.diagrams.picture import Picture
from bartizan.render.diagrams.raster import png
from bartizan.render.diagrams.sequence_diagram import sequence_diagram, sequence_sheets
from bartizan.render.diagrams.theme import Theme

__all__ = [
    "LayoutFailed",
    "NoEngine",
    "Picture",
    "Theme",
    "block_diagram",
    "data_flow_diagram",
    "png",
    "sequence_diagram",
    "sequence_sheets",
]
