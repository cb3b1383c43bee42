"""One recipe for many clips."""
