"""Make the moving picture of README: what the demo prints, line by line, then the video that it delivers.

    python tools/make_demo_picture.py [FILE]

Needs a monospaced font (or FONT=PATH). The demo is really run; only the waiting is shortened.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import av
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parents[1]
FONT = os.environ.get("FONT", "DejaVuSansMono.ttf")
SIZE = 960, 540
LETTERS, LEADING, MARGIN = 14, 20, 16
COLUMNS = 108
"""Characters that fit between the margins; longer lines are cut."""
BACK, INK, GREEN = "#14171c", "#d7dbe0", "#6fd08c"
LINE, RESULT, FRAME = 250, 3000, 100
"""Milliseconds that a line, the result and a frame of the video are shown."""
SHOWN = 4
"""Seconds of the video: its title is gone after three."""

Shot = tuple[Image.Image, int]


def main(file: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        command, video = demo(), Path(name) / "intro.mp4"
        typed = [str(video) if word == "out/intro.mp4" else word for word in command]
        printed = run(typed).replace(str(video), "out/intro.mp4")
        shots = [*terminal(printed.splitlines()), *frames(video)]
    pictures, times = zip(*shots, strict=True)
    pictures[0].save(
        file, save_all=True, append_images=pictures[1:], duration=list(times), loop=0,
        quality=60, method=6,
    )  # fmt: skip
    print(f"{file}  {file.stat().st_size / 1e6:.2f} MB")


def demo() -> list[str]:
    """The command of `make demo`, behind the program's name."""
    found = re.search(r"^\t\$\(BIN\)/nemo-spec (apply .+)$", (ROOT / "Makefile").read_text(), re.M)
    assert found
    return found[1].split()


def run(arguments: list[str]) -> str:
    """Raises CalledProcessError."""
    command = [sys.executable, "-m", "nemo_spec", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def terminal(lines: list[str]) -> Iterator[Shot]:
    """The screen after each line; what no longer fits leaves at the top."""
    rows = (SIZE[1] - 2 * MARGIN) // LEADING
    shown = ["$ make demo", *lines]
    for count in range(1, len(shown) + 1):
        yield screen(shown[:count][-rows:]), LINE if count < len(shown) else RESULT


def screen(lines: list[str]) -> Image.Image:
    picture = Image.new("RGB", SIZE, BACK)
    draw, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, LETTERS)
    for row, line in enumerate(lines):
        color = GREEN if line.lstrip().startswith("✓") else INK
        draw.text((MARGIN, MARGIN + row * LEADING), line[:COLUMNS], color, font)
    return picture


def frames(video: Path) -> Iterator[Shot]:
    """The beginning of a video."""
    with av.open(str(video)) as opened:
        due = 0
        for frame in opened.decode(video=0):
            if frame.time is None or frame.time >= SHOWN:
                return
            if frame.time * 1000 >= due:
                due += FRAME
                yield frame.to_image().resize(SIZE), FRAME


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "demo.webp")
