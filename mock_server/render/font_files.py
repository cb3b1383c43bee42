"""What font files say of themselves: family, weight, height of a line, and the characters they draw."""

from __future__ import annotations

import os
import re
import struct
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import BinaryIO

SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
LARGEST_TABLE = 16_000_000
ENGLISH = 0x409
# Names that cannot end a tag of ASS.
SAFE_NAME = re.compile(r"[\w .&+'-]+")
# A font of last resort has a picture of every character, and draws none of them.
PLACEHOLDER = re.compile("last ?resort", re.IGNORECASE)
UNICODE = {(3, 1), (3, 10)}


@dataclass(frozen=True)
class FontFile:
    """One face of a font file. `line` is the height of a line in em, as libass counts it."""

    path: Path
    face: int
    family: str
    weight: int
    italic: bool
    line: float
    cmap: tuple[int, int]

    def __contains__(self, character: str) -> bool:
        """Whether the character has a glyph."""
        point, firsts = ord(character), self._ranges[0]
        at = bisect_right(firsts, point) - 1
        return at >= 0 and point <= self._ranges[1][at]

    @cached_property
    def _ranges(self) -> tuple[list[int], list[int]]:
        """The first and last code points of the ranges that have glyphs; none in a damaged file."""
        try:
            with self.path.open("rb") as file:
                found = sorted(_ranges(_part(file, *self.cmap)))
        except (OSError, ValueError, struct.error):
            found = []
        return [first for first, _ in found], [last for _, last in found]

    @property
    def bold(self) -> bool:
        return self.weight >= 600


def fonts_in(*folders: Path) -> list[FontFile]:
    """The faces of all font files in the folders and below, upright ones of usual weight first."""
    found = [face for folder in folders for path in _files(folder) for face in read(path)]
    return sorted(found, key=lambda f: (f.italic, abs(f.weight - 400), f.path.name, f.face))


def machine_folders() -> list[Path]:
    """Where this system keeps fonts."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 – Path.home raises where there is none
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or str(home)
        windows = os.environ.get("WINDIR") or "C:/Windows"
        return [Path(windows, "Fonts"), Path(local, "Microsoft/Windows/Fonts")]
    shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    return [*shared, home / ".local/share/fonts", home / ".fonts"]


def read(path: Path) -> list[FontFile]:
    """The faces of a font file that have outlines; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            faces = [_face(path, file, i, at) for i, at in enumerate(_faces(file))]
    except (OSError, ValueError, KeyError, struct.error):
        return []
    return [face for face in faces if face]


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        paths = (Path(place, name) for name in names)
        yield from (p for p in paths if p.suffix.lower() in SUFFIXES and p.is_file())


def _faces(file: BinaryIO) -> list[int]:
    """Where the tables of each face are listed."""
    if file.read(4) != b"ttcf":
        return [0]
    count = struct.unpack(">4xI", file.read(8))[0]
    return list(struct.unpack(f">{min(count, 64)}I", file.read(4 * min(count, 64))))


def _face(path: Path, file: BinaryIO, index: int, at: int) -> FontFile | None:
    file.seek(at + 4)
    count = struct.unpack(">H6x", file.read(8))[0]
    entries = struct.iter_unpack(">4s4xII", file.read(16 * count))
    tables = {tag: (offset, length) for tag, offset, length in entries}
    family = _family(_part(file, *tables[b"name"]))
    if not (tables.keys() & {b"glyf", b"CFF ", b"CFF2"} and SAFE_NAME.fullmatch(family)):
        return None
    if PLACEHOLDER.search(family):
        return None
    em = struct.unpack_from(">H", _part(file, *tables[b"head"]), 18)[0]
    about = _part(file, *tables[b"OS/2"])
    weight, style = struct.unpack_from(">H", about, 4)[0], struct.unpack_from(">H", about, 62)[0]
    ascent, descent = struct.unpack_from(">HH", about, 74)
    if not (em and ascent + descent):
        return None
    line = (ascent + descent) / em
    return FontFile(path, index, family, weight, bool(style & 1), line, tables[b"cmap"])


def _part(file: BinaryIO, offset: int, length: int) -> bytes:
    if length > LARGEST_TABLE:
        raise ValueError("no table of a font is that long")
    file.seek(offset)
    return file.read(length)


def _family(table: bytes) -> str:
    """The family's name, the English one where it has several; "" for none in Unicode."""
    _, count, texts = struct.unpack_from(">HHH", table)
    names = {}
    for i in range(count):
        platform, _, language, kind, length, at = struct.unpack_from(">6H", table, 6 + 12 * i)
        if kind == 1 and platform in (0, 3):
            raw = table[texts + at : texts + at + length]
            names[language] = raw.decode("utf-16-be", "replace")
    return names.get(ENGLISH) or next(iter(names.values()), "")


def _ranges(cmap: bytes) -> list[tuple[int, int]]:
    """The ranges of the Unicode table: of format 12, which has them all, or of format 4."""
    tables = {}
    for i in range(struct.unpack_from(">H", cmap, 2)[0]):
        platform, encoding, at = struct.unpack_from(">HHI", cmap, 4 + 8 * i)
        if platform == 0 or (platform, encoding) in UNICODE:
            tables[struct.unpack_from(">H", cmap, at)[0]] = at
    if 12 in tables:
        return list(_format_12(cmap, tables[12]))
    return list(islice(_format_4(cmap, tables[4]), 65_536)) if 4 in tables else []


def _format_12(cmap: bytes, at: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">I", cmap, at + 12)[0]
    for first, last, glyph in struct.iter_unpack(">III", cmap[at + 16 : at + 16 + 12 * count]):
        yield first + (glyph == 0), last


def _format_4(cmap: bytes, at: int) -> Iterator[tuple[int, int]]:
    size = struct.unpack_from(">H", cmap, at + 6)[0]
    ends, starts = at + 14, at + 16 + size
    for here in range(0, size, 2):
        end, start, shift, offset = (
            struct.unpack_from(">H", cmap, base + here)[0]
            for base in (ends, starts, starts + size, starts + 2 * size)
        )
        points = range(start, min(end, 0xFFFE) + 1)
        if not offset:
            glyphs = tuple((point + shift) % 65536 for point in points)
        else:
            glyphs = struct.unpack_from(f">{len(points)}H", cmap, starts + 2 * size + here + offset)
        yield from ((p, p) for p, glyph in zip(points, glyphs, strict=True) if glyph)
