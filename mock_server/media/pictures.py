"""Read pictures, still and animated, with Pillow. Runs in the child process that `probe` starts."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from mock_server.media.media import Media, MediaError, Tracks
from mock_server.media.reader import MAX_PIXELS

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
ORIENTATION = 0x0112
# Players show a frame that wants to be gone sooner than that for a tenth of a second.
SHORTEST_MS, INSTEAD_MS = 20, 100


def read_picture(file: BinaryIO, path: Path, name: str) -> Media:
    """Read the file, to its last frame. Raises MediaError."""
    warnings.simplefilter("ignore")
    try:
        with Image.open(file, formats=FORMATS) as image:
            return _read(image, path, name)
    except MediaError:
        raise
    except Exception:  # a damaged picture makes Pillow raise almost anything
        raise MediaError(f"{name} is a damaged picture") from None


def _read(image: Image.Image, path: Path, name: str) -> Media:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise MediaError(f"the picture in {name} is too large: {width}x{height}")
    if image.getexif().get(ORIENTATION, 1) >= 5:
        width, height = height, width
    alpha = image.has_transparency_data
    tracks = Tracks(sounds=(), alpha=alpha)
    lasts, frames = _length(image), getattr(image, "n_frames", 1)
    fps = frames * 1000 / lasts if lasts else 0.0
    size = path.stat().st_size
    return Media(name, path, "image", lasts, width, height, fps, False, size, tracks)


def _length(image: Image.Image) -> int:
    """How long an animation lasts (ms), 0 for a still; decodes all of it."""
    moves = image.format in ("GIF", "WEBP") and getattr(image, "is_animated", False)
    if not moves:
        image.load()
        return 0
    total = 0
    for number in range(image.n_frames):  # type: ignore[attr-defined]
        image.seek(number)
        image.load()
        lasts = int(image.info.get("duration") or 0)
        total += lasts if lasts >= SHORTEST_MS else INSTEAD_MS
    return total
