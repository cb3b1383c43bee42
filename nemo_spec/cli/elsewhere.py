"""Other projects below the current folder, for commands that find nothing in it."""

from __future__ import annotations

from pathlib import Path

from nemo_spec.language.diagnostics import visible
from nemo_spec.project_root import projects_below

_NAMED = 3


def projects_elsewhere() -> str:
    """A line that names the projects below the current folder, after a line break; empty if none.

    A recipe that was applied before there was a project around it has begun one in its own folder.
    """
    names = [visible(path.as_posix()) for path in projects_below(Path())]
    if not names:
        return ""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"\nthere is a project in {', '.join(names[:_NAMED])}{more}: run this there"
