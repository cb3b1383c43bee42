"""What a program hands in: files and the values of a recipe, in any of their forms."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

Values = Mapping[str, object] | Sequence[str]
"""Values for the `let`s of a recipe: by name, or as `NAME=VALUE`."""
FilePath = str | os.PathLike[str]


def settings_of(values: Values) -> tuple[str, ...]:
    """`NAME=VALUE` for every value."""
    if isinstance(values, Mapping):
        return tuple(f"{name}={value}" for name, value in values.items())
    return tuple(values)


def paths_of(files: Sequence[FilePath]) -> tuple[str, ...]:
    """The same files as plain text."""
    return tuple(os.fspath(file) for file in files)
