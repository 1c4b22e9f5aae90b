"""Dated facts about the world that no page should have to repeat: what a technology is, what a protocol gives."""
