"""What the readers of media say of a file, asked once for each content: hundreds of tests copy one clip,
and a child for each takes longer than the rest of most of them."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mock_server.media import probe as mocks
from nemo_spec.media import probe as ours
from nemo_spec.run.exports import uploads

Look = Callable[..., dict[str, Any]]

_LARGEST = 5_000_000
_known: dict[tuple[object, ...], dict[str, Any]] = {}
_covered: dict[tuple[object, ...], bytes] = {}


def keep_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """For one test; others may have asked before it."""
    for module, name in ((ours, "_child_says"), (mocks, "_asked")):
        monkeypatch.setattr(module, name, _kept(getattr(module, name)))
    monkeypatch.setattr(uploads, "cover_sound", _cover_once)


def _cover_once(sound: Path, cover: Path, size: tuple[int, int], length: int, target: Path) -> None:
    """The video of a sound, made once for the whole run: its encoding takes seconds."""
    key = sound.read_bytes(), cover.read_bytes(), size, length
    if key not in _covered:
        ours.cover_sound(sound, cover, size, length, target)
        _covered[key] = target.read_bytes()
    target.write_bytes(_covered[key])


def _kept(look: Look) -> Look:
    def answer(path: Path, *asked: object) -> dict[str, Any]:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return look(path, *asked)
        digest = hashlib.sha256(path.read_bytes()).digest()
        key = (look.__module__, digest, path.name, *asked)
        if key not in _known:
            _known[key] = look(path, *asked)
        return copy.deepcopy(_known[key])

    return answer
