"""nemo-spec: video edits as code."""

from nemo_spec.version import __version__ as __version__
