"""The SHA-256 that a server says of a file (RFC 9530): what was lost or written over on its way shows."""

import hashlib
import re
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path

from nemo_spec.nemo.errors import UnexpectedAnswer

WANTED = {"Want-Repr-Digest": "sha-256=10"}
"""Asks for it; a server that knows no digests ignores it."""
_SHA_256 = re.compile(r"(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):")


def digest_said(headers: Mapping[str, str]) -> bytes | None:
    """The digest of the whole file, also beside a part of it; None where the server does not say it."""
    said = _SHA_256.search(headers.get("repr-digest", ""))
    return b64decode(said[1]) if said else None


def check_digest(file: Path, said: bytes) -> None:
    """Raises UnexpectedAnswer for a file with another digest, OSError."""
    with file.open("rb") as content:
        found = hashlib.file_digest(content, "sha256").digest()
    if found != said:
        raise UnexpectedAnswer("the file is not the one that was sent", "download it again")
