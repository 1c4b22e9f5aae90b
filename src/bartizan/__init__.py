"""Bartizan: threat analysis that real teams finish."""
