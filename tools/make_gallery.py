"""Make the sample media of the gallery recipes in specs/media.

    python tools/make_gallery.py [FOLDER]

Needs espeak-ng for the speech. Everything is painted, spoken or synthesised here, so that it is
the project's own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import gallery_art
from talk import FFMPEG, Speech, clip, media_folder, speech, write_pauses

sys.path.insert(0, str(Path(__file__).parent.parent))
from mock_server.media.probe import probe
from mock_server.render import render

ENCODE = ("-c:v", "libx264", "-preset", "slow", "-pix_fmt", "yuv420p", "-movflags", "+faststart",
          "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact")  # fmt: skip
CAMERA_LINES = [
    (400, "So, how did the first take go?"),
    (900, "Better than we feared. The light was good, and nobody dropped the camera."),
    (700, "Then the second take must have been perfect."),
    (1100, "Almost."),
]
PODCAST_LINES = [
    (500, "Welcome back to the cutting room."),
    (900, "Today we talk about silence."),
    (1200, "A pause can be the best part of a sentence."),
    (800, "Or it can be the part that you cut."),
    (1500, "How do you tell them apart?"),
    (700, "You listen, and then you listen again."),
]
TRANSLATED = (
    "Bienvenue à nouveau ✂️",
    "今天我们聊聊“安静”",
    "«Une pause, c’est parfois le meilleur»",
    "Oder man schneidet sie heraus",
    "どうすればわかりますか？",
    "Écoutez… puis écoutez encore 🎧",
)


def ffmpeg(*args: str | Path) -> None:
    """Run ffmpeg."""
    subprocess.run([FFMPEG, "-v", "error", "-y", *map(str, args)], check=True)


def cameras(folder: Path) -> None:
    """The same talk from two sides."""
    talk = speech(CAMERA_LINES, tail_ms=700)
    clip(talk, folder / "camera-a.mp4", crf=25)
    clip(talk, folder / "camera-b.mp4", zoom=1.45, pan=-60, crf=25)


def podcast(folder: Path, work: Path) -> Speech:
    """A spoken text over a card that does not move."""
    talk = speech(PODCAST_LINES, tail_ms=700, voice="en-gb+m3")
    talk.wav(work / "podcast.wav")
    gallery_art.podcast().png(folder / "podcast.png")
    ffmpeg("-loop", "1", "-framerate", "25", "-i", folder / "podcast.png", "-i", work / "podcast.wav",
           "-t", f"{talk.duration_ms / 1000:.3f}", "-tune", "stillimage", "-crf", "24", *ENCODE,
           "-c:a", "aac", "-b:a", "64k", "-ar", "48000", folder / "podcast.mp4")  # fmt: skip
    ffmpeg("-i", folder / "podcast.mp4", "-vn", "-c:a", "copy", "-bitexact", folder / "podcast.m4a")
    write_pauses(talk, folder / "podcast.pauses.json")
    return talk


def captions(talk: Speech, folder: Path) -> None:
    """One cue for each sentence of the podcast: what is said, and the same elsewhere."""
    cues = []
    ends = [start for start, _ in talk.pauses[1:]]
    starts = [end for _, end in talk.pauses[:-1]]
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        text = f"{PODCAST_LINES[i][1]}\n{TRANSLATED[i]}"
        cues.append(f"{i + 1}\n{_clock(start)} --> {_clock(end)}\n{text}\n")
    (folder / "captions.srt").write_text("\n".join(cues), encoding="utf-8")


def _clock(ms: int) -> str:
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


def pictures(folder: Path, work: Path) -> None:
    """Four landscapes and the logo."""
    for i, facts in enumerate(gallery_art.LANDSCAPES, 1):
        gallery_art.landscape(*facts).png(work / "photo.png")
        ffmpeg("-i", work / "photo.png", "-vf", "noise=alls=3:allf=t", "-q:v", "5",
               "-fflags", "+bitexact", folder / f"photo-{i}.jpg")  # fmt: skip
    gallery_art.logo().png(folder / "logo.png")


def screencast(folder: Path, work: Path) -> None:
    """A window in which something is built, without sound."""
    for step in range(10):
        gallery_art.window(step).png(work / f"window{step}.png")
    gallery_art.pointer().png(work / "pointer.png")
    ffmpeg("-framerate", "2/3", "-i", work / "window%d.png", "-i", work / "pointer.png",
           "-filter_complex", "[0]fps=30,format=yuv444p[w];[w][1]overlay="
           "x='330+210*sin(t*0.55)':y='200+90*sin(t*0.9+1)'", "-t", "15", "-crf", "24", *ENCODE,
           folder / "screencast.mp4")  # fmt: skip


def product(folder: Path, work: Path) -> None:
    """A bottle that turns in the light, upright."""
    gallery_art.bottle().png(work / "bottle.png")
    ffmpeg("-f", "lavfi", "-i", "gradients=s=540x960:c0=0xf6e7d2:c1=0xe9b48f:n=2:seed=4:speed=0.008"
           ":r=30:d=10", "-loop", "1", "-framerate", "30", "-i", work / "bottle.png",
           "-f", "lavfi", "-i", "color=black@0:s=540x960:r=30,format=yuva420p,"
           "drawbox=x=150:y=716:w=240:h=16:c=black@0.35:t=fill:replace=1,gblur=sigma=9",
           "-filter_complex", "[0][2]overlay[g];[1]scale=w='220+10*sin(t*1.2)':h=480:eval=frame[b];"
           "[g][b]overlay=x='(W-w)/2':y='246+7*sin(t*1.2)':shortest=1", "-t", "10", "-crf", "26",
           *ENCODE, folder / "product.mp4")  # fmt: skip


def theme(folder: Path, work: Path) -> None:
    """Twenty seconds of the mock's own music."""
    made = {"m": {"width": 16, "height": 16, "fps": 1}, "t": [
        {"tt": 1, "sg": [{"role": "music", "s": 0, "d": 20000, "name": "corporate",
                          "fade_out": 2000}]}]}  # fmt: skip
    render(made, {}, work / "theme.mp4")
    ffmpeg("-i", work / "theme.mp4", "-vn", "-c:a", "libmp3lame", "-b:a", "96k", "-map_metadata",
           "-1", "-fflags", "+bitexact", folder / "theme.mp3")  # fmt: skip


def report(folder: Path, names: Sequence[str]) -> None:
    """Print what was made."""
    for name in names:
        path = folder / name
        if path.suffix in (".mp4", ".mp3", ".png", ".jpg"):
            facts = probe(path)
            print(name, facts.size, f"{facts.width}x{facts.height}", facts.duration_ms)


if __name__ == "__main__":
    target = media_folder()
    with tempfile.TemporaryDirectory() as scratch:
        cameras(target)
        captions(podcast(target, Path(scratch)), target)
        pictures(target, Path(scratch))
        screencast(target, Path(scratch))
        product(target, Path(scratch))
        theme(target, Path(scratch))
    report(target, sorted(p.name for p in target.iterdir()))
