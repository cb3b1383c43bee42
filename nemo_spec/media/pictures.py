"""Pictures, still and animated, by Pillow. Runs in the child process that `probe` starts."""

from __future__ import annotations

import warnings
from io import BufferedReader

from PIL import Image, ImageFile, UnidentifiedImageError

from nemo_spec.media.clip import Clip, NotMedia

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_BROKEN = (
    UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError
)  # fmt: skip
"""What Pillow raises for a damaged file."""
MAX_PIXELS = 64_000_000
"""More is no photograph, and would fill the memory."""
_ORIENTATION = 0x0112
_SHORTEST_MS = 20
_INSTEAD_MS = 100
"""Browsers and players show a frame for 100 ms that asks for less than 20."""


def read_picture(file: BufferedReader, name: str) -> Clip:
    """Size as shown and, where it is animated, length and rate. Raises NotMedia."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("ignore")
    try:
        with Image.open(file, formats=FORMATS) as image:
            return _measured(image, name)
    except _BROKEN:
        raise NotMedia(f"{name} is a damaged picture", "copy it again, or save it as png") from None


def _measured(image: Image.Image, name: str) -> Clip:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise NotMedia(f"the picture in {name} is too large: {width}x{height}", "make it smaller")
    if image.format in ("GIF", "WEBP") and getattr(image, "is_animated", False):
        return _animation(image)
    turned = image.getexif().get(_ORIENTATION, 1) >= 5
    image.draft(
        "RGB", (width // 8, height // 8)
    )  # a JPEG is decoded small, and so in a tenth of the time
    image.load()
    return Clip(0, height, width) if turned else Clip(0, width, height)


def _animation(image: Image.Image) -> Clip:
    length = 0
    frames = getattr(image, "n_frames", 1)
    for number in range(frames):
        image.seek(number)
        image.load()
        lasts = int(image.info.get("duration") or 0)
        length += lasts if lasts >= _SHORTEST_MS else _INSTEAD_MS
    return Clip(length, *image.size, rate=f"{frames * 1000 / length:g}")
