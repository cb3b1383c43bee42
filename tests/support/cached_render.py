"""The mock's renderer; it renders the same draft of the same files only once in a process."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from mock_server.media.probe import Media
from mock_server.render import encode, render

_made: dict[str, bytes] = {}


def cached_render(
    draft: Mapping[str, Any],
    media: Mapping[str, Media],
    out: Path,
    *,
    on_progress: Callable[[float], None],
    **how: Any,
) -> None:
    """Render like `mock_server.render.render`. Raises RenderError, and what `on_progress` raises."""
    files = {name: hashlib.sha256(one.path.read_bytes()).hexdigest() for name, one in media.items()}
    key = json.dumps([draft, files, how], sort_keys=True, default=str)
    if key not in _made:
        render(draft, media, out, on_progress=on_progress, preset="ultrafast", **how)
        _made[key] = out.read_bytes()
        return
    on_progress(0.5)
    part = out.with_name(f".render-{out.name}")
    part.write_bytes(_made[key])
    part.replace(out)


def render_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every render is encoded in the least time, whatever is asked for."""
    options = encode.video_options
    monkeypatch.setattr(
        encode, "video_options", lambda video, quality, _: options(video, quality, "ultrafast")
    )
