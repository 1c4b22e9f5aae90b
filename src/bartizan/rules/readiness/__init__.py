"""Is the page ready for review? One rule per file, with its page beside it; `check.gaps` asks them all."""
