"""What is refused before a byte is sent."""

import os
import struct
import wave
from pathlib import Path

import pytest

from nemo_spec.nemo.errors import ACCEPTED, BadFile, NemoError, TooLarge, UnsupportedType
from nemo_spec.nemo.files import MAX_UPLOAD_BYTES, check_upload, sniff

FTYP = b"\0\0\0\x20ftypisom" + b"\0" * 20
RIFF = b"RIFF\x24\0\0\0"
HEADS = {
    "mp4": [FTYP],
    "mov": [b"\0\0\0\x14ftypqt  ", b"\0\0\0\x08wide\0\0\0\0mdat", b"\0\0\0\x6cmoov"],
    "avi": [RIFF + b"AVI LIST"],
    "webm": [b"\x1a\x45\xdf\xa3\x9f"],
    "mkv": [b"\x1a\x45\xdf\xa3\xa3"],
    "jpg": [b"\xff\xd8\xff\xe0\0\x10JFIF"],
    "png": [b"\x89PNG\r\n\x1a\n"],
    "gif": [b"GIF87a", b"GIF89a"],
    "webp": [RIFF + b"WEBPVP8 "],
    "mp3": [b"ID3\x04\0\0", b"\xff\xfb\x90\0", b"\0\0\0\0\xff\xf3\x40", b"\0\0ID3\x03"],
    "wav": [RIFF + b"WAVEfmt ", b"RF64\xff\xff\xff\xffWAVEds64"],
    "m4a": [b"\0\0\0\x20ftypM4A "],
    "aac": [b"\xff\xf1\x50\x80", b"\xff\xf9\x50", b"ADIF\0", b"ID3\x04"],
}
KINDS = {
    **dict.fromkeys(("mp4", "mov", "avi", "webm", "mkv"), "video"),
    **dict.fromkeys(("jpg", "png", "gif", "webp"), "image"),
    **dict.fromkeys(("mp3", "wav", "m4a", "aac"), "audio"),
}


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_tables_cover_what_is_documented() -> None:
    documented = "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac"
    assert " ".join(HEADS) == " ".join(KINDS) == " ".join(ACCEPTED) == documented


@pytest.mark.parametrize("extension", ACCEPTED)
def test_accepted_types(extension: str, tmp_path: Path) -> None:
    for head in HEADS[extension]:
        for name in (f"a.{extension}", f"A b.x.{extension.upper()}"):
            kind = check_upload(write(tmp_path, name, head))
            assert (kind.kind, kind.extension, kind.size) == (
                KINDS[extension],
                extension,
                len(head),
            )


@pytest.mark.parametrize("extension", ACCEPTED)
def test_content_that_contradicts_the_name(extension: str, tmp_path: Path) -> None:
    own = {sniff(head) for head in HEADS[extension]}
    foreign = [h for heads in HEADS.values() for h in heads if sniff(h) not in own]
    assert len(foreign) > 5
    for head in [*foreign, b"hello, this is text", b"\0" * 5000, b"<html>", b"\xff"]:
        with pytest.raises(UnsupportedType, match="not what its name says"):
            check_upload(write(tmp_path, f"a.{extension}", head))


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("a.txt", "accepted are mp4 mov"),
        ("a.srt", "not uploaded"),
        ("a.jpeg", "rename it to .jpg"),
        ("a.mp4.exe", "accepted are"),
        ("mp4", "accepted are"),
        (".mp4", "accepted are"),
    ],
)
def test_names_that_are_not_accepted(name: str, cure: str, tmp_path: Path) -> None:
    with pytest.raises(UnsupportedType) as caught:
        check_upload(write(tmp_path, name, FTYP))
    assert cure in str(caught.value)


def refused(path: Path) -> str:
    with pytest.raises(BadFile) as caught:
        check_upload(path)
    return str(caught.value)


def test_what_is_no_usable_file(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "none.mp4")
    (tmp_path / "folder.mp4").mkdir()
    assert "a folder" in refused(tmp_path / "folder.mp4")
    assert "empty" in refused(write(tmp_path, "empty.mp4", b""))
    assert "does not exist" in refused(Path("a\0b.mp4"))
    os.mkfifo(tmp_path / "pipe.mp4")
    assert "not a regular file" in refused(tmp_path / "pipe.mp4")


def test_size_limit(tmp_path: Path) -> None:
    for size, fine in ((MAX_UPLOAD_BYTES, True), (MAX_UPLOAD_BYTES + 1, False)):
        path = write(tmp_path, "big.mp4", FTYP)
        os.truncate(path, size)  # sparse
        if fine:
            assert check_upload(path).size == size
        else:
            with pytest.raises(TooLarge, match="524 MB large"):
                check_upload(path)


def test_a_name_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(NemoError) as caught:
        check_upload(tmp_path / "\x1b[2Jgone.mp4")
    assert "\x1b" not in str(caught.value)


def test_a_real_wave_file(tmp_path: Path) -> None:
    path = tmp_path / "tone.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(struct.pack("<4h", 0, 1, 2, 3))
    assert check_upload(path).mime == "audio/wav"
