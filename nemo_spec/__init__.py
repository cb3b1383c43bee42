"""nemo-spec: video edits as code."""
