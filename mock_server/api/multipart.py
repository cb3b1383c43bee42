"""Multipart bodies, streamed: file parts go to disk as they come, never into memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from mock_server.api.errors import ApiError
from mock_server.state import private_files
from mock_server.state.uploads import Part

BATCH, LARGE = 1 << 20, 1 << 16
MOST_FILES = 64
LONGEST_TEXT = 1000  # bytes of a field that is no file


class FilesParser:
    """Writes the parts named `name` below `folder`, and keeps the fields named `texts` in `values`.
    Raises ApiError while reading."""

    def __init__(
        self,
        boundary: bytes,
        folder: Path,
        prefix: str,
        limit: int,
        name: str = "files",
        texts: tuple[str, ...] = (),
    ) -> None:
        self.parts: list[Part] = []
        self.values: dict[str, str] = {}
        self._name, self._texts, self._text = name, texts, ""
        self._folder, self._prefix, self._limit = folder, prefix, limit
        self._header = b""
        self._value = b""
        self._headers: dict[bytes, bytes] = {}
        self._buffer = bytearray()
        self._open: Part | None = None
        self._complete = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._on_field,
                "on_header_value": self._on_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_finished,
                "on_part_data": self._data,
                "on_part_end": self._end,
                "on_end": self._on_end,
            },
        )

    async def feed(self, chunks: AsyncIterator[bytes]) -> list[Part]:
        """Read the whole body. Raises ApiError 422 when it is malformed or cut, 4002, 501."""
        try:
            await self._write_all(chunks)
        except FormParserError as error:
            raise ApiError(422, f"malformed multipart body: {str(error)[:200]}") from None
        if not self._complete:
            raise ApiError(422, "the multipart body ends before its last boundary")
        return self.parts

    async def _write_all(self, chunks: AsyncIterator[bytes]) -> None:
        """Parse, hash and write one batch while the next arrives."""
        pending: list[bytes] = []
        size = 0
        writing: asyncio.Task[object] = asyncio.create_task(asyncio.sleep(0))
        try:
            async for chunk in chunks:
                pending.append(chunk)
                size += len(chunk)
                if size >= BATCH:
                    await writing
                    batch = b"".join(pending)
                    writing = asyncio.create_task(asyncio.to_thread(self._parser.write, batch))
                    pending, size = [], 0
        finally:
            await writing
        if pending:
            await asyncio.to_thread(self._parser.write, b"".join(pending))

    def discard(self) -> None:
        """Removes what was written."""
        for part in self.parts:
            part.path.unlink(missing_ok=True)

    def _begin(self) -> None:
        self._headers = {}

    def _on_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._headers[self._header.lower()] = self._value
        self._header = self._value = b""

    def _headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        field_name = options.get(b"name", b"").decode("utf-8", "replace")
        if field_name in self._texts:
            self._text = field_name
            return
        if field_name != self._name:
            known = ", ".join((self._name, *self._texts))
            raise ApiError(501, f"unknown field `{field_name[:100]}` in the form; known: {known}")
        if b"filename" not in options:
            raise ApiError(422, f"the part `{self._name}` carries no filename")
        if len(self.parts) >= MOST_FILES:
            raise ApiError(422, f"more than {MOST_FILES} files in one request")
        name = options[b"filename"].decode("utf-8", "replace")
        path = self._folder / f"{self._prefix}-{len(self.parts)}.part"
        private_files.write(path, b"")
        self._open = Part(name, path)
        self.parts.append(self._open)

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._text and len(self._buffer) < LONGEST_TEXT:
            self._buffer += data[start : min(end, start + LONGEST_TEXT)]
        if self._open is None:
            return
        piece = memoryview(data)[start:end]
        if self._open.size + len(self._buffer) + len(piece) > self._limit:
            raise ApiError(4002, f"file larger than {self._limit} bytes")
        if len(piece) < LARGE:
            self._buffer += piece
            return
        self._flush()
        self._open.write(piece)

    def _flush(self) -> None:
        if self._open is not None and self._buffer:
            self._open.write(bytes(self._buffer))
            self._buffer.clear()

    def _end(self) -> None:
        if self._text:
            self.values[self._text] = self._buffer[:LONGEST_TEXT].decode("utf-8", "replace")
            self._buffer.clear()
            self._text = ""
        self._flush()
        if self._open is not None:
            self._open.finish()
        self._open = None

    def _on_end(self) -> None:
        self._complete = True


def boundary(content_type: str) -> bytes:
    """The boundary of a multipart content type. Raises ApiError 422 without one."""
    found = parse_options_header(content_type)[1].get(b"boundary", b"")
    if not 0 < len(found) <= 200:
        raise ApiError(422, "multipart body without a boundary")
    return found
