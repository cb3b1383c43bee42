"""Flashes and clicks: what happened at one moment is seen and heard at one moment, after many cuts too."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from support.render import ffmpeg

from mock_server.agent import act
from mock_server.media.worker import read
from mock_server.render import render

RATE = 8000
APART = 20
"""Milliseconds between flash and click; half a frame where that is more: pictures are cut in whole ones."""


@dataclass(frozen=True)
class Source:
    """A clip that flashes and clicks at every thirtieth frame, sixty-two times; sound or picture may
    begin late (s), and pictures may be missing."""

    rate: str
    ending: str = "mp4"
    late_sound: float = 0.0
    late_picture: float = 0.0
    missing: bool = False

    def make(self, folder: Path) -> Path:
        path = folder / f"clip.{self.ending}"
        last = float(62 * 30 / Fraction(self.rate))
        shown = f"color=black:s=64x36:r={self.rate}:d={last}"
        flash = "drawbox=c=white:t=fill:enable='eq(mod(n,30),0)'"
        drop = (
            ",select='not(eq(mod(n,30),9)+eq(mod(n,7),5)*gt(mod(n,30),1))'" if self.missing else ""
        )
        began = f",trim=start={self.late_picture}" if self.late_picture else ""
        heard = f"0.8*sin(2*PI*1000*t)*lt(mod(t*{self.rate},30),0.3)"
        cut = f",atrim=start={self.late_sound}" if self.late_sound else ""
        ffmpeg("-f", "lavfi", "-i", shown, "-f", "lavfi", "-i",
               f"aevalsrc='{heard}':s=48000:d={last}", "-filter_complex",
               f"[0]{flash}{drop}{began}[v];[1]anull{cut}[a]", "-map", "[v]", "-map", "[a]",
               "-fps_mode", "passthrough", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt",
               "yuv420p", "-c:a", "pcm_s16le" if self.ending == "avi" else "aac", "-shortest",
               str(path))  # fmt: skip
        return path


def cuts(source: Source) -> str:
    """Sixty cuts of odd lengths at odd places, none of them at a flash."""
    period = float(30 / Fraction(source.rate))
    spans = []
    for n in range(60):
        start = n * period + 0.3 * period + 0.0037 * (n % 7)
        spans.append(f"{start:.3f} s to {start + (0.1 + 0.0613 * (n % 8)) * period:.3f} s")
    return f"Cut {', '.join(spans)}."


def moments(path: Path, rate: Fraction) -> tuple[list[float], list[float]]:
    """When it flashes and when it clicks, in seconds."""
    grey = ffmpeg("-i", str(path), "-vf", "scale=1:1,format=gray", "-f", "rawvideo", "-")
    flashes = [n for n, level in enumerate(grey) if level > 128 and not (n and grey[n - 1] > 128)]
    raw = ffmpeg("-i", str(path), "-f", "s16le", "-ac", "1", "-ar", str(RATE), "-")
    loud = [n for n, sample in enumerate(array("h", raw)) if abs(sample) > 4000]
    starts = [n for i, n in enumerate(loud) if not i or n - loud[i - 1] > RATE // 10]
    return [float(n / rate) for n in flashes], [n / RATE for n in starts]


def check(source: Source, folder: Path) -> None:
    media = {"clip": read(source.make(folder), "clip")}
    placed = act("put the clip on the timeline", {}, media).draft
    made = act(cuts(source), placed, media).draft
    assert len(made["t"][0]["sg"]) >= 60
    render(made, media, folder / "out.mp4", preset="ultrafast")
    flashes, clicks = moments(
        folder / "out.mp4", Fraction(made["m"]["fps"]).limit_denominator(1001)
    )
    late = max(source.late_sound, source.late_picture)
    pairs = [(one, two) for one in flashes for two in clicks if abs(one - two) < 0.2]
    assert len(pairs) >= 60 - 2 * late
    frame = 1000 / float(made["m"]["fps"])
    apart = [(flash - click) * 1000 for flash, click in pairs]
    assert max(map(abs, apart)) <= max(APART, frame / 2) + 1
    assert abs(sum(apart) / len(apart)) <= APART / 2, "no drift, and no lead of either"


def test_after_sixty_cuts_with_sound_that_begins_late(tmp_path: Path) -> None:
    check(Source("30000/1001", "mkv", late_sound=0.7), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        Source("30"),
        Source("24000/1001"),
        Source("25", "mov", late_sound=1.5),
        Source("50", "mkv", late_picture=1.5),
        Source("60000/1001", late_picture=0.2),
        Source("30", missing=True),
        Source("30", "avi"),
    ],
    ids=str,
)
def test_after_sixty_cuts(source: Source, tmp_path: Path) -> None:
    check(source, tmp_path)
