"""Commands that need more than is installed by default."""

from __future__ import annotations

from importlib.util import find_spec

from nemo_spec.cli.errors import CommandError


def need(module: str, extra: str) -> None:
    """Raises CommandError, which says what to install, where a module of an extra is missing."""
    if find_spec(module) is None:
        cure = f"install it with `pip install 'nemo-spec[{extra}]'`"
        raise CommandError(f"`nemo-spec {extra}` needs {module} – {cure}")
