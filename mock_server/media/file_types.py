"""File names and types: which are accepted, and how names from outside are made safe."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

Kind = Literal["video", "audio", "image"]


def _box(head: bytes) -> bool:
    return head[4:8] in (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot")


def _riff(form: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] == b"RIFF" and head[8:12] == form


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(magic)


def _mpeg_audio(head: bytes) -> bool:
    return head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)


TYPES: dict[str, tuple[Kind, Callable[[bytes], bool]]] = {
    "mp4": ("video", _box),
    "mov": ("video", _box),
    "avi": ("video", _riff(b"AVI ")),
    "webm": ("video", _starts(b"\x1a\x45\xdf\xa3")),
    "mkv": ("video", _starts(b"\x1a\x45\xdf\xa3")),
    "jpg": ("image", _starts(b"\xff\xd8\xff")),
    "png": ("image", _starts(b"\x89PNG\r\n\x1a\n")),
    "gif": ("image", _starts(b"GIF87a", b"GIF89a")),
    "webp": ("image", _riff(b"WEBP")),
    "mp3": ("audio", _mpeg_audio),
    "wav": ("audio", _riff(b"WAVE")),
    "m4a": ("audio", _box),
    "aac": ("audio", lambda head: head[:2] in (b"\xff\xf1", b"\xff\xf9") or head[:4] == b"ADIF"),
}
ACCEPTED = " ".join(TYPES)
LONGEST_NAME = 200


def base_name(given: str) -> str:
    """The last part of a name, safe to show and to use as a key; never a path."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    clean = "".join(
        c for c in last if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )
    stem, dot, extension = clean.strip().rpartition(".")
    if not stem.strip(". "):
        return f"upload.{extension}" if dot and extension else extension or "upload"
    return f"{stem[: LONGEST_NAME - len(extension) - 1]}.{extension[: LONGEST_NAME // 2]}"


def extension(name: str) -> str:
    """Lower case, without the dot; `jpeg` counts as `jpg`."""
    found = name.rpartition(".")[2].lower() if "." in name else ""
    return "jpg" if found == "jpeg" else found


def numbered(name: str, n: int) -> str:
    """`clip.mp4` and 2 give `clip (2).mp4`."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem or ending} ({n}){dot}{ending if stem else ''}"
