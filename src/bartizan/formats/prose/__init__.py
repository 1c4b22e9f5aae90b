"""Prose as people write it in a page: a small part of reStructuredText, checked, taken apart and put together again."""
