"""One handler per call."""
