"""Speech with known pauses, and clips of somebody who speaks it."""

from __future__ import annotations

import array
import io
import json
import math
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
import presenter

RATE = 22050
FPS = 30
FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
# Warmth, a little room, and evenness: synthetic speech is thin and dry.
VOICE_FILTER = (
    "highpass=70,equalizer=f=180:t=q:w=1:g=4,equalizer=f=3200:t=q:w=1.2:g=-4,"
    "lowpass=7000,acompressor=threshold=-18dB:ratio=2.5:makeup=2,"
    "aecho=0.9:0.5:19|31:0.10|0.06,volume=5dB"
)


@dataclass(frozen=True)
class Speech:
    """Sound at RATE, mono, and the pauses that were put into it (ms)."""

    samples: array.array[int]
    pauses: list[tuple[int, int]]

    @property
    def duration_ms(self) -> int:
        return round(len(self.samples) * 1000 / RATE)

    def wav(self, path: Path) -> None:
        """Write it as a WAV file."""
        with wave.open(str(path), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(self.samples.tobytes())


def speech(lines: Sequence[tuple[int, str]], tail_ms: int, voice: str = "en-us+f2") -> Speech:
    """Sentences with the pause (ms) before each of them, and one at the end."""
    samples, pauses = array.array("h"), []
    for pause_ms, text in [*lines, (tail_ms, "")]:
        start = len(samples)
        samples.extend([0] * (pause_ms * RATE // 1000))
        pauses.append((round(start * 1000 / RATE), round(len(samples) * 1000 / RATE)))
        if text:
            samples.extend(_sentence(text, voice))
    return Speech(samples, pauses)


def _sentence(text: str, voice: str) -> array.array[int]:
    spoken = subprocess.run(
        ["espeak-ng", "-v", voice, "-s", "152", "-p", "42", "--stdout", text],
        check=True,
        capture_output=True,
    ).stdout
    with wave.open(io.BytesIO(spoken)) as source:
        assert source.getframerate() == RATE
        sound = array.array("h", source.readframes(source.getnframes()))
    loud = [i for i, value in enumerate(sound) if abs(value) > 120]
    return sound[loud[0] : loud[-1] + 1]


def mouths(talk: Speech) -> Iterator[tuple[int, int]]:
    """For each video frame how far the mouth is open (0–5) and the lids are shut (0–2)."""
    step = RATE / FPS
    for frame in range(talk.duration_ms * FPS // 1000):
        part = talk.samples[int(frame * step) : int((frame + 1) * step)]
        level = math.sqrt(sum(v * v for v in part) / max(len(part), 1))
        blink = (frame + 17) % 97
        yield min(int(level / 900), 5), 2 if blink in (1, 2) else int(blink in (0, 3))


def clip(talk: Speech, out: Path, *, zoom: float = 1.0, pan: int = 0, crf: int = 21) -> None:
    """Film the speech, 640x360; another zoom and pan (pixels of the 1280 wide stage) is another
    camera. The room's tone is noise at -58 dB."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        talk.wav(work / "talk.wav")
        for name in ("studio", "body", "head", "microphone"):
            getattr(presenter, name)().png(work / f"{name}.png")
        with (work / "face.raw").open("wb") as faces:
            for mouth, lids in mouths(talk):
                faces.write(presenter.face(mouth, lids))
        seconds = talk.duration_ms / 1000
        stills = [
            arg
            for name in ("studio", "body", "head", "microphone")
            for arg in ("-loop", "1", "-framerate", str(FPS), "-i", str(work / f"{name}.png"))
        ]
        size = f"{presenter.FACE_WIDTH}x{presenter.FACE_HEIGHT}"
        subprocess.run(
            [
                FFMPEG,
                "-v",
                "error",
                "-y",
                *stills,
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgba",
                "-s",
                size,
                "-r",
                str(FPS),
                "-i",
                str(work / "face.raw"),
                "-i",
                str(work / "talk.wav"),
                "-filter_complex",
                _stage(zoom, pan),
                "-map",
                "[v]",
                "-map",
                "[a]",
                "-t",
                f"{seconds:.3f}",
                "-c:v",
                "libx264",
                "-preset",
                "slow",
                "-crf",
                str(crf),
                "-pix_fmt",
                "yuv420p",
                "-g",
                "60",
                "-c:a",
                "aac",
                "-b:a",
                "80k",
                "-ac",
                "1",
                "-ar",
                "48000",
                "-fflags",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-movflags",
                "+faststart",
                "-map_metadata",
                "-1",
                str(out),
            ],
            check=True,
        )


def _stage(zoom: float, pan: int) -> str:
    x, y = presenter.FACE_AT
    sway = "7*sin(t*0.9)+4*sin(t*2.3)"
    nod = "3*sin(t*1.7)+2*sin(t*3.1)"
    wide = round(1280 / zoom / 2) * 2
    high = round(720 / zoom / 2) * 2
    return (
        f"[0]gblur=sigma=6,scale=1408:-2,crop=1280:720:'(iw-ow)/2+40*sin(t*0.13)':'(ih-oh)/2',"
        f"hue=s=1.05[room];"
        f"[room][1]overlay=x='3*sin(t*0.9)':y=0[a];"
        f"[a][2]overlay=x='{sway}':y='{nod}'[b];"
        f"[b][4]overlay=x='{x}+1.6*({sway})':y='{y}+1.7*({nod})'[c];"
        f"[c][3]overlay=x=0:y=0,crop={wide}:{high}:(iw-ow)/2+{pan}:(ih-oh)/3,"
        f"scale=640:360:flags=lanczos,vignette=PI/5.5,format=yuv420p[v];"
        f"[5]aresample=48000,{VOICE_FILTER}[voice];"
        f"anoisesrc=color=pink:amplitude=0.0035:seed=7:r=48000[tone];"
        f"[voice][tone]amix=normalize=0:duration=first,alimiter=limit=0.9:latency=1:level=0[a]"
    )


def write_pauses(talk: Speech, path: Path) -> None:
    """Write the true pauses (ms) as JSON, for tests that compare detection with the truth."""
    truth = {"unit": "ms", "duration": talk.duration_ms, "pauses": talk.pauses}
    path.write_text(json.dumps(truth) + "\n", encoding="utf-8")


def media_folder() -> Path:
    """Where the clips go: specs/media, or the folder named on the command line."""
    return Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "specs/media"
