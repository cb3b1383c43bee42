"""Which folder is the project: the one decision for recipes and for commands on a session."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

FOLDER = ".nemo-spec"
"""Where a project keeps what it remembers. As a file it is no mark."""
_REPOSITORY = ".git"
"""A folder, or a file in a work tree or a submodule."""

_LOOKED_AT = 1000
"""Entries that are looked at for projects below a folder."""
_LEVELS = 2


def project_root(start: Path) -> Path:
    """The project of what lies in the folder `start`: the nearest folder from there upwards that
    holds `.nemo-spec/` or `.git`, else the current folder where `start` lies below it, else `start`.

    A mark in the home folder or at the top of the file system speaks only for what lies directly in
    it: `.git` is there for dotfiles, and one command run there must not take in everything below.
    """
    start = Path(os.path.realpath(start))  # unlike `resolve`, no link in a circle raises
    for folder in (start, *start.parents):
        if (folder == start or not is_too_wide(folder)) and _is_marked(folder):
            return folder
    current = current_folder()
    if current is not None and start.is_relative_to(current) and not is_too_wide(current):
        return current
    return start


def current_folder() -> Path | None:
    """None when it is gone."""
    try:
        return Path.cwd()
    except OSError:
        return None


def projects_below(folder: Path) -> list[Path]:
    """The projects at most two levels below, by name; not below links, and not in a forest of files."""
    found, above = list[Path](), [folder]
    left = _LOOKED_AT
    for _ in range(_LEVELS):
        below = [path for one in above for path in _folders_in(one, left)]
        found += [path for path in below if _holds_project(path)]
        left, above = max(0, left - len(below)), below
    return sorted(found)


def _folders_in(folder: Path, most: int) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            found = [one.name for one in islice(entries, most) if one.is_dir(follow_symlinks=False)]
    except OSError:  # not ours to look into
        return []
    return [folder / name for name in found if name != FOLDER]


def _holds_project(folder: Path) -> bool:
    try:
        return (folder / FOLDER).is_dir()
    except OSError:
        return False


def _is_marked(folder: Path) -> bool:
    try:
        return _holds_project(folder) or (folder / _REPOSITORY).exists()
    except OSError:
        return False


def is_too_wide(folder: Path) -> bool:
    """Whether a folder is the user's home or the top of the file system: no single project."""
    home = os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111 (does not raise without a home)
    return folder == folder.parent or str(folder) == home
