"""nemo-spec: video edits as code."""

__version__ = "0.1.0"
