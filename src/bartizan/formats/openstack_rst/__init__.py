"""OpenStack's architecture pages in reStructuredText: read as they are found, written as the template has them."""
