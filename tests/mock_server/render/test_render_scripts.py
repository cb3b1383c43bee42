"""Every script as it is drawn, in coarse pictures that were looked at in full size.

`scripts.txt` has a text and its picture for each: a digit is the share of ink in tenths, a dot is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.render import Render, Seen, draft

from mock_server.render import fonts

KNOWN = Path(__file__).with_name("scripts.txt")
WIDTH, HEIGHT, CELL = 480, 96, 12
PLAIN, APART = 126, 40
# So much of the ink may be elsewhere with another build of ffmpeg.
TOLERANCE = 0.04


def known() -> dict[str, str]:
    """Pictures by the line with name and text above them."""
    blocks = KNOWN.read_text(encoding="utf-8").strip().split("\n\n")
    return dict(block.split("\n", 1) for block in blocks)


def pictures(seen: Seen) -> Iterator[str]:
    """Each frame in digits."""
    for frame in seen.frames:
        yield "\n".join(
            "".join(_digit(frame, x, y) for x in range(0, WIDTH, CELL))
            for y in range(0, HEIGHT, CELL)
        )


def _digit(frame: bytes, left: int, top: int) -> str:
    cell = [frame[y * WIDTH + x] for y in range(top, top + CELL) for x in range(left, left + CELL)]
    share = sum(abs(value - PLAIN) > APART for value in cell) / len(cell)
    return str(min(round(share * 10), 9)) if share >= 0.05 else "."


def ink(picture: str) -> list[int]:
    return [int(cell) if cell != "." else 0 for cell in picture if cell != "\n"]


def unlike(one: str, other: str) -> float:
    """The share of ink that is elsewhere."""
    pairs = list(zip(ink(one), ink(other), strict=True))
    return sum(abs(a - b) for a, b in pairs) / max(sum(a + b for a, b in pairs), 1)


def drawn(made: Render, texts: list[dict[str, Any]]) -> list[str]:
    """Pictures of texts, each on a frame of its own."""
    length = 100 * len(texts)
    base = {"role": "clip", "s": 0, "d": length, "src": "mute.mp4", "in": 0, "out": length}
    layers = [{"s": 100 * i, "d": 100, "size": 420} | text for i, text in enumerate(texts)]
    seen = made(draft((0, [base]), (7, layers), width=WIDTH, height=HEIGHT, fill="fill"))
    return list(pictures(seen))


def test_every_script_looks_as_it_did_when_it_was_looked_at(
    made: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "machine", tuple)
    texts = known()
    titles = [{"role": "title", "text": line.split(": ", 1)[1]} for line in texts]
    seen = dict(zip(texts, drawn(made, titles), strict=True))
    changed = [line for line in texts if unlike(seen[line], texts[line]) > TOLERANCE]
    now = "\n\n".join(f"{line}\n{seen[line]}" for line in changed)
    assert not changed, f"look at these, and put them into {KNOWN.name} if they are right:\n{now}"


def test_bold_is_bold_in_every_script(made: Render) -> None:
    texts = ["Hello", "Привет", "مرحبا", "नमस्ते", "สวัสดี", "안녕", "ありがとう", "简体"]
    captions = [
        {"role": "caption", "text": text, "style": style, "pos": "center"}
        for text in texts
        for style in ("", "bold")
    ]
    weights = [sum(ink(picture)) for picture in drawn(made, captions)]
    assert all(bold > 1.1 * plain for plain, bold in zip(weights[::2], weights[1::2], strict=True))
