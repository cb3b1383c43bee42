"""The boxes of an mp4, which say how long the file has to be."""

from __future__ import annotations

import re
from typing import BinaryIO

from mock_server.media.media import MediaError


def check_boxes(file: BinaryIO, size: int, name: str) -> None:
    """Raises MediaError when bytes are missing. What is no mp4 passes."""
    at = 0
    while at < size:
        file.seek(at)
        head = file.read(16)
        if not re.match(rb"....[a-z]{4}", head, re.DOTALL):
            return
        length = int.from_bytes(head[:4], "big")
        length = int.from_bytes(head[8:16], "big") if length == 1 else length
        if length < 8:
            return
        at += length
    if at > size:
        raise MediaError(f"{name} is cut off: {at - size} bytes are missing")
