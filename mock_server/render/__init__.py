"""From a draft to a video file, in one pass of ffmpeg.

`render` and `RenderError` are loaded on first use: a mock that renders nothing starts sooner.
"""

from __future__ import annotations

from typing import Any

__all__ = ["RenderError", "render"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from mock_server.render import pipeline

    return getattr(pipeline, name)
