"""Draft files for the commands that read them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

Draft = dict[str, Any]

DRAFT: Draft = {
    "m": {"width": 1280, "height": 720, "fps": 30},
    "d": 30000,
    "t": [
        {
            "tt": 0,
            "name": "Video",
            "sg": [
                {"role": "clip", "s": 0, "d": 8000, "src": "a.mp4", "in": 0, "out": 8000},
                {"role": "clip", "s": 8000, "d": 12000, "src": "城市.mp4", "in": 0, "out": 12000},
                {"role": "clip", "s": 20000, "d": 10000, "src": "a.mp4", "in": 9000, "out": 19000},
            ],
        },
        {
            "tt": 7,
            "name": "Title",
            "sg": [
                {"role": "title", "s": 0, "d": 3000, "text": "Intro"},
                {"role": "title", "s": 10000, "d": 5000, "text": "你好世界一二三四五"},
            ],
        },
        {
            "tt": 1,
            "name": "BGM",
            "sg": [{"role": "music", "s": 0, "d": 30000, "name": "lo-fi", "vol": 0.35}],
        },
        {
            "tt": 1,
            "name": "Sound",
            "sg": [{"role": "sound", "s": 15000, "d": 100, "name": "hit"}],
        },
    ],
}
"""Thirty seconds with every kind of track."""


def changed() -> Draft:
    """A draft to change."""
    return copy.deepcopy(DRAFT)


def written(folder: Path, draft: object, name: str = "draft.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(draft, ensure_ascii=False), "utf-8")
    return path
