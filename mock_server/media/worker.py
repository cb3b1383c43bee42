"""The child process in which files are read: one that hangs or crashes a decoder ends nothing else.

Arguments: the path and the name of a file. It answers with JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from mock_server.media.ffmpeg import picture_demuxer
from mock_server.media.media import Media, MediaError


def main(path: str, name: str) -> None:
    """Answer on standard output what the file is, or why it cannot be used."""
    try:
        answer = {**asdict(read(Path(path), name)), "path": path}
    except MediaError as error:
        answer = {"refused": str(error)}
    json.dump(answer, sys.stdout)


def read(path: Path, name: str) -> Media:
    """What a file holds, by its content and not by its name. Raises MediaError."""
    picture = picture_demuxer(path)
    with path.open("rb") as file:
        if picture:
            from mock_server.media.pictures import read_picture

            return read_picture(file, path, name)
        from mock_server.media.reader import read_footage

        return read_footage(file, path, name)
