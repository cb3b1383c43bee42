"""The version of the package, where any module may read it."""

__version__ = "0.1.0"
