"""Files as other people have them, and what is right about each: every reader of media is held to this.

`FILES` are files that can be used, `REFUSED` are not. `made(name)` is the path of one; it is made at
its first use and kept between runs. Nothing here reads media, so that no reader is held to itself.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import imageio_ffmpeg

from support.media_sources import image, turned_photo, voice
from support.paths import ROOT
from support.waiting import PATIENCE

CACHE = ROOT / ".pytest_cache" / "media"
LENGTH = 6000
PAUSES = ((1200, 2200), (3400, 4400))
"""Milliseconds: when nobody speaks in `voice.wav`, which most files have for their sound."""
OTHER_PAUSES = ((500, 1500), (2500, 3500))

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Facts:
    """What is right about a file; times are milliseconds on the container's timeline, which begins with
    the first picture or sound.

    `length` is 0 for a still. `size` is in square pixels as shown, None where nothing is shown; `turned`
    is clockwise (degrees), after `flipped` (left and right change places). `rate` is the standard frame
    rate, "" for a still. `pauses` are those of the sound that is heard, None without sound, with
    `pauses_of` the other sound tracks by number from 1. `hdr` is "", "pq" or "hlg".
    """

    length: int = LENGTH
    size: tuple[int, int] | None = (320, 180)
    turned: int = 0
    flipped: bool = False
    rate: str = "30"
    sound: bool = True
    pauses: Spans | None = PAUSES
    pauses_of: tuple[tuple[int, Spans], ...] = ()
    picture_starts: int = 0
    sound_starts: int = 0
    hdr: str = ""

    @property
    def moves(self) -> bool:
        """Whether it is a video and no still."""
        return self.size is not None and self.length > 0


PLAIN = Facts()
SILENT = Facts(sound=False, pauses=None)
HEARD = Facts(size=None, rate="")
STILL = Facts(length=0, rate="", sound=False, pauses=None)


@dataclass(frozen=True)
class MediaFile:
    """How a file is made, and what is right about it."""

    make: Callable[[Path], object]
    facts: Facts = Facts()


def made(name: str) -> Path:
    """The path of a file of either table. Two processes may make the same one at once."""
    place = CACHE / _VERSION / name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as folder:
            new = Path(folder) / name
            (FILES.get(name) or REFUSED[name]).make(new)
            if new.is_dir():
                place.mkdir(exist_ok=True)
            else:
                new.replace(place)
    return place


def _ffmpeg(*arguments: object) -> None:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-y", *arguments]
    subprocess.run([*map(str, command)], check=True, timeout=PATIENCE)


def _version() -> str:
    made_by = [
        *(
            Path(__file__).with_name(f"media_{part}.py").read_bytes()
            for part in ("files", "sources")
        ),
        imageio_ffmpeg.get_ffmpeg_exe().encode(),
    ]
    return hashlib.sha256(b"".join(made_by)).hexdigest()[:12]


_VERSION = _version()


# ---- Videos --------------------------------------------------------------------------------------

H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p"
AAC = "-c:a aac -ar 48000"
VP8 = "-c:v libvpx -deadline realtime -cpu-used 8 -b:v 500k -c:a libopus"


def _video(
    path: Path, options: str = "", *, picture: str = "", sound: str = "voice.wav",
    late_sound: float = 0,
) -> None:  # fmt: skip
    """Picture and sound. Of `options` the last one of a kind counts; `late_sound` is in seconds."""
    shown = picture or "testsrc2=s=320x180:r=30:d=6"
    # A late input under an output that is cut by `-t` hangs this ffmpeg once in a hundred times.
    late = ["-t", 6 - late_sound, "-itsoffset", late_sound] if late_sound else []
    heard = [*late, "-i", made(sound)] if sound else []
    end = [] if late_sound else ["-t", "6"]
    maps = ["-map", "0:v", *(["-map", "1:a"] if sound else [])]
    _ffmpeg(
        "-f", "lavfi", "-i", shown, *heard, *maps,
        *H264.split(), *(AAC.split() if sound else ()), *end, *options.split(), path,
    )  # fmt: skip


def _remade(path: Path, source: str, options: str, before: str = "", *more: Path) -> None:
    """Another file, repacked or with other options; `before` are options of its input."""
    inputs = [word for file in (made(source), *more) for word in ("-i", file)]
    _ffmpeg(*before.split(), *inputs, *options.split(), path)


def _piped(path: Path, source: str, options: str) -> None:
    """Written as to a pipe: nothing at its beginning knows how long it became."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-i", str(made(source))]
    with path.open("wb") as out:
        subprocess.run([*command, *options.split(), "pipe:1"], check=True, stdout=out)


def _labelled(path: Path, source: str) -> None:
    """A title and a comment that read like what ffmpeg prints."""
    labels = {
        "title": "Stream #0:0: Video: h264, 64x64",
        "comment": "Duration: 00:00:02.00, start: 0.000000\n  Stream #0:1: Audio: none",
    }
    words = [word for key, text in labels.items() for word in ("-metadata", f"{key}={text}")]
    _ffmpeg("-i", made(source), "-map", "0", "-c", "copy", *words, path)


def _covered(path: Path, source: str, options: str = "") -> None:
    """With a picture attached, as shops and podcast tools do."""
    cover = "-map 0 -map 1 -c copy -disposition:v:1 attached_pic"
    _remade(path, source, options or cover, "", made("photo.jpg"))


def _attached(path: Path, source: str) -> None:
    attach = ["-attach", made("photo.jpg"), "-metadata:s:t", "mimetype=image/jpeg"]
    _ffmpeg("-i", made(source), "-map", "0", "-c", "copy", *attach, path)


def _two_sounds(path: Path) -> None:
    """The second sound is the one to hear: the first is of another language, say."""
    inputs = ["-i", made("plain.mp4"), "-i", made("other.wav"), "-i", made("voice.wav")]
    maps = "-map 0:v -map 1:a -map 2:a -c:v copy -c:a aac -ar 48000"
    _ffmpeg(*inputs, *maps.split(), "-disposition:a:0", "0", "-disposition:a:1", "default", path)


def _commented(path: Path) -> None:
    """The first sound begins a second before the picture and its own sound do."""
    late = [["-itsoffset", "1", "-i", made(name)] for name in ("plain.mp4", "voice.wav")]
    inputs = [*late[0], "-i", made("other.wav"), *late[1]]
    maps = "-map 0:v -map 1:a -map 2:a -c:v copy -c:a pcm_s16le"
    _ffmpeg(*inputs, *maps.split(), "-disposition:a:0", "0", "-disposition:a:1", "default", path)


def _hdr(curve: str) -> Callable[[Path], object]:
    tags = f"setparams=color_trc={curve}:color_primaries=bt2020:colorspace=bt2020nc"
    picture = f"testsrc2=s=320x180:r=30:d=6,format=yuv420p10le,{tags}"
    return partial(_video, picture=picture, options="-pix_fmt yuv420p10le")


def _phone(path: Path) -> None:
    """A phone in poor light: one picture in six or so is missing, never the same."""
    drop = "select='not(eq(mod(n*7+floor(n/11),37)\\,3)+eq(mod(n\\,7)\\,5))'"
    _video(path, "-fps_mode vfr", picture=f"testsrc2=s=320x180:r=30:d=6,{drop}")


# ---- What cannot be used -------------------------------------------------------------------------


def _wav_of_a_pipe(path: Path) -> None:
    """A program that writes to a pipe cannot go back to say how long the sound became."""
    content = bytearray(made("voice.wav").read_bytes())
    content[4:8] = content[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(content)


def _first_bytes(path: Path, source: str, share: float) -> None:
    content = made(source).read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def _copied(path: Path, source: str) -> None:
    shutil.copyfile(made(source), path)


def _written(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _encrypted(path: Path) -> None:
    key = "-encryption_scheme cenc-aes-ctr -encryption_key {0} -encryption_kid {0}".format(
        "01" * 16
    )
    _remade(path, "plain.mp4", f"-c copy {key}")


RECIPE = b'title 0-3s "Intro"\nexport 720p mp4\n'

_LATE = [(1500, "mkv"), (1500, "mp4"), (20, "mkv"), (120, "mp4"), (300, "mov")]


def _shifted(by: int, pauses: Spans = PAUSES) -> Spans:
    later = tuple((a + by, min(b + by, LENGTH)) for a, b in pauses)
    return ((0, by), *later) if by >= 200 else later


def _turns(angle: int, *flips: str) -> Callable[[Path], object]:
    options = " ".join(["-display_rotation", str(-angle), *flips])
    return partial(_remade, source="plain.mp4", options="-c copy", before=options)


def _wide(size: str, shape: str) -> Callable[[Path], object]:
    source = f"testsrc2=s={size}:r=25:d=2,setsar={shape}"
    return partial(_video, options="-t 2", picture=source, sound="")


def _at(rate: str) -> MediaFile:
    return MediaFile(
        partial(_video, picture=f"testsrc2=s=320x180:r={rate}:d=6"), replace(Facts(), rate=rate)
    )


def _from(source: str, options: str, facts: Facts = PLAIN, before: str = "") -> MediaFile:
    return MediaFile(partial(_remade, source=source, options=options, before=before), facts)


def _apart(by: int) -> MediaFile:
    def make(path: Path) -> None:
        plain = made("plain.mp4")
        late = ["-t", 6 - by / 1000, "-itsoffset", by / 1000, "-i", plain, "-t", "6", "-i", plain]
        _ffmpeg(*late, *["-map", "0:v", "-map", "1:a", "-c", "copy"], path)

    return MediaFile(make, Facts(picture_starts=by))


def _panned(channels: str) -> MediaFile:
    return MediaFile(partial(_video, options=f"-af pan={channels}"))


FILES: dict[str, MediaFile] = {
    # Sound alone
    "voice.wav": MediaFile(partial(voice, pauses=PAUSES, length=LENGTH), HEARD),
    "other.wav": MediaFile(
        partial(voice, pauses=OTHER_PAUSES, length=LENGTH), replace(HEARD, pauses=OTHER_PAUSES)
    ),
    "piped.wav": MediaFile(_wav_of_a_pipe, HEARD),
    "voice.mp3": _from("voice.wav", "-q:a 4 -ar 48000", HEARD),
    "bare.mp3": _from("voice.wav", "-q:a 4 -ar 48000 -write_xing 0 -id3v2_version 0", HEARD),
    "voice.m4a": _from("voice.wav", AAC, HEARD),
    "voice.aac": _from("voice.wav", AAC, HEARD),
    # Containers
    "plain.mp4": MediaFile(_video),
    "plain.mov": _from("plain.mp4", "-c copy -timecode 01:00:00:00"),
    "plain.mkv": _from("plain.mp4", "-c copy"),
    "plain.webm": MediaFile(partial(_video, options=VP8)),
    "plain.avi": MediaFile(partial(_video, options="-c:v mpeg4 -c:a pcm_s16le")),
    # Picture and sound that start apart
    **{
        f"late-{by}.{kind}": MediaFile(
            partial(_video, late_sound=by / 1000), Facts(pauses=_shifted(by), sound_starts=by)
        )
        for by, kind in _LATE
    },
    "early-1500.mkv": _apart(1500),
    "early-200.mp4": _apart(200),
    "short-sound.mp4": MediaFile(partial(_video, sound="other.wav", options="-af atrim=end=4.2"),
                                 Facts(pauses=(*OTHER_PAUSES, (4200, 6000)))),
    "long-sound.mp4": MediaFile(partial(_video, picture="testsrc2=s=320x180:r=30:d=4")),
    # Where the sound is
    "opposite.mkv": _panned("stereo|c0=c0|c1=-1*c0"),
    "left.mp4": _panned("stereo|c0=c0|c1=0*c0"),
    "right.mov": _panned("stereo|c0=0*c0|c1=c0"),
    "centre.mp4": _panned("5.1|FL=0*c0|FR=0*c0|FC=c0|LFE=0*c0|BL=0*c0|BR=0*c0"),
    "digital-silence.mp4": MediaFile(partial(_video, options="-af volume=0"), Facts(pauses=())),
    "mute.mp4": MediaFile(partial(_video, sound=""), SILENT),
    "two-sounds.mkv": MediaFile(_two_sounds, Facts(pauses_of=((1, OTHER_PAUSES), (2, PAUSES)))),
    "commented.mkv": MediaFile(
        _commented,
        Facts(pauses_of=((1, ((0, 500), (1500, 2500), (5000, 6000))), (2, PAUSES))),
    ),
    "two-sounds.mp4": MediaFile(_two_sounds, Facts(pauses_of=((1, OTHER_PAUSES), (2, PAUSES)))),
    # What is written about it, and pictures that are not of the video
    "labelled.mp4": MediaFile(partial(_labelled, source="plain.mp4")),
    "labelled.mkv": MediaFile(partial(_labelled, source="plain.mp4")),
    "cover.mp4": MediaFile(partial(_covered, source="plain.mp4")),
    "cover.mkv": MediaFile(partial(_attached, source="plain.mp4")),
    "cover.m4a": MediaFile(
        partial(_covered, source="voice.m4a",
                options="-map 0 -map 1 -c copy -disposition:v:0 attached_pic"),
        HEARD,
    ),
    "cover.mp3": MediaFile(
        partial(_covered, source="voice.mp3", options="-map 0 -map 1 -c copy -id3v2_version 3"), HEARD
    ),
    # Lengths that no header tells, or not rightly
    "live.webm": MediaFile(partial(_piped, source="plain.webm", options="-c copy -f webm -live 1")),
    "piped.mkv": MediaFile(partial(_piped, source="plain.mp4", options="-c copy -f matroska")),
    "fragmented.mp4": MediaFile(
        partial(_piped, source="plain.mp4",
                options="-c copy -movflags empty_moov+default_base_moof -frag_duration 500000 -f mp4")
    ),
    "edit-list.mp4": MediaFile(
        partial(_remade, source="plain.mp4", options="-c copy", before="-ss 1.5"),
        Facts(length=4500, pauses=((0, 700), (1900, 2900))),
    ),
    "started-late.mkv": _from("plain.mp4", "-c copy -output_ts_offset 3"),
    "negative.mov": MediaFile(partial(_video, options="-bf 2 -movflags +negative_cts_offsets")),
    # Shapes
    "pixels-4-3.mp4": MediaFile(
        _wide("1440x1080", "4/3"), replace(SILENT, length=2000, size=(1920, 1080), rate="25")
    ),
    "pixels-16-15.mp4": MediaFile(
        _wide("720x576", "16/15"), replace(SILENT, length=2000, size=(768, 576), rate="25")
    ),
    "pixels-64-45.mkv": MediaFile(
        _wide("720x576", "64/45"), replace(SILENT, length=2000, size=(1024, 576), rate="25")
    ),
    "turned-90.mp4": MediaFile(_turns(90), Facts(size=(180, 320), turned=90)),
    "turned-180.mp4": MediaFile(_turns(180), Facts(turned=180)),
    "turned-270.mp4": MediaFile(_turns(270), Facts(size=(180, 320), turned=270)),
    "flipped.mp4": MediaFile(_turns(0, "-display_hflip"), Facts(flipped=True)),
    "upside-down.mp4": MediaFile(_turns(0, "-display_vflip"), Facts(flipped=True, turned=180)),
    "odd.mp4": MediaFile(
        partial(_video, options="-t 2 -pix_fmt yuv444p", sound="",
                picture="testsrc=s=1366x767:r=30:d=2"),
        replace(SILENT, length=2000, size=(1366, 767)),
    ),
    # Rates and depths
    **{f"rate-{rate.replace('/', '-')}.mp4": _at(rate)
       for rate in ("24000/1001", "25", "30000/1001", "50", "60000/1001")},
    "phone.mp4": MediaFile(_phone, Facts(rate="25")),
    "yuv444.mp4": MediaFile(partial(_video, options="-pix_fmt yuv444p")),
    "ten-bit.mp4": MediaFile(partial(_video, options="-pix_fmt yuv420p10le")),
    "pq.mp4": MediaFile(_hdr("smpte2084"), Facts(hdr="pq")),
    "hlg.mp4": MediaFile(_hdr("arib-std-b67"), Facts(hdr="hlg")),
    # Pictures
    "photo.jpg": MediaFile(image, STILL),
    "photo.png": MediaFile(image, STILL),
    "photo.webp": MediaFile(image, STILL),
    "still.gif": MediaFile(image, STILL),
    "turned.jpg": MediaFile(turned_photo, replace(STILL, size=(180, 320), turned=90)),
    "moving.gif": MediaFile(partial(image, count=20), replace(SILENT, length=2000, rate="10")),
    "moving.webp": MediaFile(partial(image, count=20), replace(SILENT, length=2000, rate="10")),
}  # fmt: skip

REFUSED: dict[str, MediaFile] = {
    "half.mp4": MediaFile(partial(_first_bytes, source="plain.mp4", share=0.5)),
    "half-indexed.mp4": MediaFile(partial(_first_bytes, source="indexed.mp4", share=0.7)),
    "half.mkv": MediaFile(partial(_first_bytes, source="plain.mkv", share=0.5)),
    "half.jpg": MediaFile(partial(_first_bytes, source="photo.jpg", share=0.5)),
    "matroska.mp4": MediaFile(partial(_copied, source="plain.mkv")),
    "photo.mp4": MediaFile(partial(_copied, source="photo.png")),
    "empty.mp4": MediaFile(partial(_written, content=b"")),
    "encrypted.mp4": MediaFile(_encrypted),
    "recipe.mp4": MediaFile(partial(_written, content=RECIPE)),
    "noise.mp4": MediaFile(partial(_written, content=random.Random(5).randbytes(20_000))),
    "header.mp4": MediaFile(partial(_written, content=b"\0\0\0\x18ftypisom\0\0\2\0isomiso2")),
    "folder.mp4": MediaFile(lambda path: path.mkdir()),
}
FILES["indexed.mp4"] = _from("plain.mp4", "-c copy -movflags +faststart")
