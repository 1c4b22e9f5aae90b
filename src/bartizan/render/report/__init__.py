"""The analysis of a page as one HTML file: what follows, why, and what falls when something fails."""
