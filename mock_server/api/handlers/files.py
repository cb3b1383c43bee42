"""Uploads and renders as files, with ranges, under names that cannot be guessed."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response
from starlette.types import Message, Receive, Scope, Send

from mock_server.api.errors import ApiError
from mock_server.api.net import end_connection
from mock_server.api.request import ApiRequest
from mock_server.api.stream import Drop
from mock_server.state import private_files
from mock_server.state.data_dir import DataDir

NAME = re.compile(r"[0-9a-f]{32}\.[0-9a-z]{2,5}")
RANGES = re.compile(
    r"bytes=\s*RANGE(\s*,\s*RANGE)*".replace("RANGE", r"(\d+-\d*|-\d+)"), re.I | re.A
)
SPAN = re.compile(r"(\d+)-(\d+)", re.A)


def without_bad_range(scope: Scope) -> Scope:
    """The request without a Range that RFC 9110 (14.2) says to ignore: of another method than GET, in
    another unit, more than one, or none that can be read."""
    found = [value.decode("latin-1") for name, value in scope["headers"] if name == b"range"]
    if not found or (scope["method"] == "GET" and len(found) == 1 and _is_range(found[0])):
        return scope
    return {**scope, "headers": [one for one in scope["headers"] if one[0] != b"range"]}


def _is_range(text: str) -> bool:
    spans = SPAN.findall(text)
    return RANGES.fullmatch(text.strip()) is not None and all(int(a) <= int(b) for a, b in spans)


def _wants_digest(scope: Scope) -> bool:
    wanted = [value for name, value in scope["headers"] if name == b"want-repr-digest"]
    return any(re.search(rb"(^|,)\s*sha-256\s*=\s*[1-9]", one) for one in wanted)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").digest()
    return f"sha-256=:{b64encode(found).decode()}:"


class MediaFile(FileResponse):
    """A file with Range, If-Range, ETag, length and, where it is asked for, its digest (RFC 9530); `cut`
    drops it midway."""

    chunk_size = 1 << 20
    max_ranges = 8
    largest_digest = 100_000_000
    """The most bytes of which a digest is made: it takes 0.1 s, before the first byte is sent."""

    def __init__(self, path: Path, cut: dict[str, Any] | None = None) -> None:
        status = path.stat()
        super().__init__(path, stat_result=status)
        self.headers["cross-origin-resource-policy"] = "same-origin"
        self._cut, self._size = cut, status.st_size

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope = without_bad_range(scope)
        if _wants_digest(scope) and self._size <= self.largest_digest:
            self.headers["repr-digest"] = await run_in_threadpool(_digest, Path(self.path))
        if self._cut is None:
            await super().__call__(scope, receive, send)
            return
        left, how = int(self._cut.get("after", 1000)), self._cut.get("how", "cut")

        async def count(message: Message) -> None:
            nonlocal left
            body = message.get("body", b"")
            if message["type"] == "http.response.body" and len(body) >= left:
                await send({**message, "body": body[:left], "more_body": True})
                raise Drop(how)
            left -= len(body)
            await send(message)

        try:
            await super().__call__(scope, receive, count)
        except Drop:
            end_connection(scope, how)


@dataclass(eq=False)
class FileHandlers:
    """Uploads and finished renders by their address; no token needed."""

    data: DataDir

    async def file(self, call: ApiRequest) -> Response:
        """The file. Raises ApiError 404."""
        folder, name = call.request.path_params["folder"], call.request.path_params["name"]
        if folder not in ("uploads", "renders") or not NAME.fullmatch(name):
            raise ApiError(404)
        if folder == "renders" and "output_unreachable" in call.faults:
            raise ApiError(404)
        path = self.data.inside(folder) / name
        if not private_files.is_file(path):
            raise ApiError(404)
        return MediaFile(path, call.faults.get("download_cut"))
