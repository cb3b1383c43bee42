"""Timelines for other editors, and from them: one module per format."""
