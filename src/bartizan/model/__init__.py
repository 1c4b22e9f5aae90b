"""The nouns of an architecture page: what they are called, how they are read and written. No judgement."""

from bartizan.model.architecture import Architecture
from bartizan.model.read import PageRead, read_architecture
from bartizan.model.schema import architecture_schema
from bartizan.model.write import plain_tree

__all__ = ["Architecture", "PageRead", "architecture_schema", "plain_tree", "read_architecture"]
