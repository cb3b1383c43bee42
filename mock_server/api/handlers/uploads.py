"""Uploads: multipart or by URL, checked by extension, content and size."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from starlette.responses import Response

from mock_server.api import multipart, schema
from mock_server.api.errors import ApiError
from mock_server.api.handlers import sessions
from mock_server.api.multipart import Part
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.media import fetch, file_types
from mock_server.mock import Mock

URLS = schema.Field(
    "object",
    fields={
        "urls": schema.Field(
            "array",
            "loopback URLs",
            required=True,
            items=schema.Field("string", example="http://127.0.0.1:8000/a.mp4"),
        ),
        "source_type": schema.Field("string", required=True, choices=("url",)),
    },
)
JSON_LIMIT = 1 << 20


async def upload(call: ApiRequest) -> Response:
    """Stores files with a session: all of a request or, when one is refused, none."""
    sessions.find(call, call.session_id)
    folder, prefix = call.mock.inside("tmp"), call.mock.chance.hex("part", 24)
    parts: list[Part] = []
    try:
        parts += await _receive(call, folder, prefix, parts)
        if not parts:
            raise ApiError(422, "no files in the request")
        media = [await _inspect(call.mock, part) for part in parts]
        pairs = zip(parts, media, strict=True)
        with call.mock.store.tx():
            rows = [_keep(call.mock, call.session_id, *pair) for pair in pairs]
    finally:
        for leftover in folder.glob(f"{prefix}-*.part"):
            leftover.unlink(missing_ok=True)
    call.entry.detail["files"] = [row["name"] for row in rows]
    return success(
        {
            "files": [sessions.upload_info(row, call.base_url()) for row in rows],
            "session_state_applied": "upload_not_applied" not in call.faults,
        }
    )


async def _receive(call: ApiRequest, folder: Path, prefix: str, parts: list[Part]) -> list[Part]:
    limit = call.mock.config.upload_limit
    kind = call.header("content-type")
    if kind.lower().startswith("multipart/form-data"):
        parser = multipart.FilesParser(multipart.boundary(kind), folder, prefix, limit)
        return await parser.feed(call.chunks())
    if kind.split(";")[0].strip().lower() != "application/json":
        raise ApiError(422, "send multipart/form-data or application/json")
    wanted = schema.parse(await call.read(JSON_LIMIT))
    schema.check(wanted, URLS)
    if len(wanted["urls"]) > multipart.MOST_FILES:
        raise ApiError(422, f"more than {multipart.MOST_FILES} files in one request")
    urls = [fetch.check_url(url) for url in wanted["urls"]]
    return [
        await asyncio.to_thread(fetch.fetch, url, folder / f"{prefix}-{index}.part", limit)
        for index, url in enumerate(urls)
    ]


async def _inspect(mock: Mock, part: Part) -> Any:
    """What the file holds. Raises ApiError 4001 when it is not what its name says."""
    part.name = file_types.base_name(part.name)
    ending = file_types.extension(part.name)
    if ending not in file_types.TYPES:
        raise ApiError(4001, f"unsupported file type: {part.name}; accepted: {file_types.ACCEPTED}")
    _, looks_right = file_types.TYPES[ending]
    if not looks_right(part.head):
        raise ApiError(4001, f"{part.name} is not a {ending} file")
    try:
        return await asyncio.to_thread(mock.probe, part.path, part.name)
    except ValueError as error:
        raise ApiError(4001, f"{part.name} cannot be read: {error}") from None


def _keep(mock: Mock, session: str, part: Part, media: Any) -> dict[str, Any]:
    """Moves a file in. The same bytes under the same name stay one file, others get a number."""
    with mock.store.tx():
        name, n = part.name, 1
        while (row := _named(mock, session, name)) is not None:
            if row["hash"] == part.sha:
                return row
            n += 1
            name = file_types.numbered(part.name, n)
        file = f"{mock.chance.hex('file')}.{file_types.extension(part.name)}"
        part.path.rename(mock.inside("uploads") / file)
        mock.store.run(
            f"insert into uploads values ({', '.join('?' * 15)})",
            mock.chance.hex("upload", 16),
            session,
            name,
            media.kind,
            file,
            media.duration_ms,
            media.width,
            media.height,
            media.fps,
            int(media.has_audio),
            part.size,
            part.sha,
            int(media.copyable),
            int(media.mono),
            int(media.tagged),
        )
        return _named(mock, session, name) or {}


def _named(mock: Mock, session: str, name: str) -> dict[str, Any] | None:
    return mock.store.one("select * from uploads where session_id = ? and name = ?", session, name)
