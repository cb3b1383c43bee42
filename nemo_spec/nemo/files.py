"""What may be uploaded, decided before a byte is sent: by name, by content, by size."""

from pathlib import Path
from stat import S_ISREG
from typing import Literal, NamedTuple

from nemo_spec.nemo.errors import ACCEPTED, MAX_UPLOAD_MB, BadFile, TooLarge, UnsupportedType

# "500 MB" is all that is documented. The larger reading is taken: a file in between is for the
# service to judge, and refusing it here could not be overruled.
MAX_UPLOAD_BYTES = MAX_UPLOAD_MB * 1024 * 1024

_FTYP = "mp4"  # one container for mp4, mov and m4a
_MATROSKA = "matroska"


class FileKind(NamedTuple):
    """What a file is: extension without the dot, size in bytes."""

    kind: Literal["video", "image", "audio"]
    extension: str
    mime: str
    size: int


class _Type(NamedTuple):
    kind: Literal["video", "image", "audio"]
    mime: str
    contents: tuple[str, ...]


_TYPES: dict[str, _Type] = {
    "mp4": _Type("video", "video/mp4", (_FTYP,)),
    "mov": _Type("video", "video/quicktime", (_FTYP,)),
    "avi": _Type("video", "video/x-msvideo", ("avi",)),
    "webm": _Type("video", "video/webm", (_MATROSKA,)),
    "mkv": _Type("video", "video/x-matroska", (_MATROSKA,)),
    "jpg": _Type("image", "image/jpeg", ("jpg",)),
    "png": _Type("image", "image/png", ("png",)),
    "gif": _Type("image", "image/gif", ("gif",)),
    "webp": _Type("image", "image/webp", ("webp",)),
    "mp3": _Type("audio", "audio/mpeg", ("mp3", "id3")),
    "wav": _Type("audio", "audio/wav", ("wav",)),
    "m4a": _Type("audio", "audio/mp4", (_FTYP,)),
    "aac": _Type("audio", "audio/aac", ("aac", "id3")),
}
_OTHER = "name another file, or copy this one again"
_CURES = {
    "edit": "a recipe is no clip: include it with `use`, or apply it by itself",
    "jpeg": "rename it to .jpg",
    "m4v": "rename it to .mp4",
    "qt": "rename it to .mov",
    **dict.fromkeys(
        ("srt", "vtt", "ass", "ssa"),
        "subtitles are not uploaded: write `captions from` in a recipe",
    ),
}
_QUICKTIME_ATOMS = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")


def check_upload(path: Path) -> FileKind:
    """What kind of upload this file is.

    Raises BadFile (missing, not a file, empty, unreadable, a name that is not UTF-8),
    UnsupportedType (an extension that is not accepted, or content that is not what the extension
    says), TooLarge.
    """
    if any("\ud800" <= character <= "\udfff" for character in path.name):
        raise BadFile(f"the name of {path.name} is not UTF-8 text", "rename it")
    size = _size(path)
    extension = path.suffix[1:].lower()
    known = _TYPES.get(extension)
    if known is None:
        raise UnsupportedType(_unsupported(path, extension), _CURES.get(extension))
    if size > MAX_UPLOAD_BYTES:
        raise TooLarge(f"{path.name} is {size / 1_000_000:.0f} MB large")
    head = _head(path)
    content = sniff(head)
    if content not in known.contents:
        is_known = bool(content)
        cure = "rename it after what it contains, or convert it" if is_known else _OTHER
        message = f"{path.name} is not what its name says ({_found(content, head)})"
        raise UnsupportedType(message, cure)
    return FileKind(known.kind, extension, known.mime, size)


def sniff(head: bytes) -> str:
    """The kind of content by its first bytes, `""` when unknown."""
    if head[4:8] in _QUICKTIME_ATOMS:
        return _FTYP
    if head[:4] in (b"RIFF", b"RF64"):
        return {b"AVI ": "avi", b"WAVE": "wav", b"WEBP": "webp"}.get(head[8:12], "")
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    return _mpeg_audio(head.lstrip(b"\0"))


_MAGIC = (
    (b"\x1a\x45\xdf\xa3", _MATROSKA),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"ID3", "id3"),
    (b"ADIF", "aac"),
)


def _mpeg_audio(head: bytes) -> str:
    """Frame headers: eleven bits of sync, then a layer, which is 0 for AAC. Padding may precede."""
    if head.startswith(b"ID3"):
        return "id3"
    if len(head) < 2 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return ""
    if head[1] & 0x06:
        return "mp3"
    return "aac" if head[1] & 0xF0 == 0xF0 else ""


def _size(path: Path) -> int:
    try:
        status = path.stat()
    except (OSError, ValueError):
        raise BadFile(f"{path} does not exist or cannot be read", "check the path") from None
    if not S_ISREG(status.st_mode):
        what = "a folder" if path.is_dir() else "not a regular file"
        raise BadFile(f"{path} is {what}", "name a video, picture or sound file")
    if status.st_size == 0:
        raise BadFile(f"{path} is empty", "name another file")
    return status.st_size


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError:
        raise BadFile(f"{path} cannot be read", "check its permissions") from None


def _unsupported(path: Path, extension: str) -> str:
    if not extension:
        return f"{path.name} has no extension that tells its type"
    return f".{extension} files are not supported"


def _found(content: str, head: bytes) -> str:
    if not content:
        return "it is text" if _is_text(head) else "unknown data"
    names = {_FTYP: "an mp4 or mov", _MATROSKA: "a Matroska or WebM", "id3": "an mp3"}
    return f"it looks like {names.get(content, 'a ' + content)} file"


def _is_text(head: bytes) -> bool:
    """Whether a file begins like UTF-8 text; its last character may be cut."""
    text = head.decode("utf-8", "replace")[:-1]
    return "\ufffd" not in text and "\0" not in text


assert tuple(_TYPES) == ACCEPTED
