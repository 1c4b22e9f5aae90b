"""Text with places: spans, YAML that remembers where everything was written, edits that keep comments, diagnostics."""
