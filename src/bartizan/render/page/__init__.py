"""The architecture page as people read it: one content, printed as an HTML file and as a PDF."""
