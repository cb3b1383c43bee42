"""Uploads: multipart or by URL, checked by extension, content and size."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.responses import Response

from mock_server.api import multipart
from mock_server.api.body import check, parse
from mock_server.api.errors import ApiError
from mock_server.api.handlers.sessions import upload_info
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.api.schemas import Urls
from mock_server.media import fetch, file_types
from mock_server.state.data_dir import DataDir
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Row, Store
from mock_server.state.uploads import Part, Uploads

JSON_LIMIT = 1 << 20  # bytes
Place = tuple[Path, str]
"""A folder, and how the names of the parts of one request begin there."""


@dataclass(eq=False)
class UploadHandlers:
    """Receives files, probes them and stores them with a session."""

    store: Store
    settings: Settings
    data: DataDir
    random: SeededRandom
    sessions: Sessions
    uploads: Uploads
    probe: Callable[[Path, str], Any]

    async def upload(self, call: ApiRequest) -> Response:
        """Store all files of a request or, when one is refused, none. Raises ApiError."""
        call.check_user(call.request.path_params["uid"])
        session = self.sessions.owned(call.session_id, call.user["id"])["id"]
        with self.place() as place:
            rows = await self.keep(call, session, await self._receive(call, place))
        return success(
            {
                "files": [upload_info(row, call.base_url()) for row in rows],
                "session_state_applied": "upload_not_applied" not in call.faults,
            }
        )

    @contextmanager
    def place(self) -> Iterator[Place]:
        """Where the parts of one request go; what is left of them is removed."""
        folder, prefix = self.data.inside("tmp"), self.random.hex("part", 24)
        try:
            yield folder, prefix
        finally:
            for leftover in folder.glob(f"{prefix}-*.part"):
                leftover.unlink(missing_ok=True)

    async def form(
        self, call: ApiRequest, place: Place, name: str, texts: tuple[str, ...] = ()
    ) -> tuple[list[Part], dict[str, str]]:
        """The files of a form under `name`, and its other fields. Raises ApiError 422, 501, 4002."""
        boundary = multipart.boundary(call.header("content-type"))
        limit = self.settings.config.upload_limit
        parser = multipart.FilesParser(boundary, *place, limit, name, texts)
        return await parser.feed(call.chunks()), parser.values

    async def keep(self, call: ApiRequest, session: str, parts: Sequence[Part]) -> list[Row]:
        """Store files with a session, all or none. Raises ApiError 422, 4001."""
        if not parts:
            raise ApiError(422, "no files in the request")
        pairs = [(part, await self._inspect(part)) for part in parts]
        with self.store.tx():
            rows = [self.uploads.keep(session, part, media) for part, media in pairs]
        call.entry.detail["files"] = [row["name"] for row in rows]
        return rows

    async def _receive(self, call: ApiRequest, place: Place) -> list[Part]:
        kind = call.header("content-type")
        if kind.lower().startswith("multipart/form-data"):
            return (await self.form(call, place, "files"))[0]
        if kind.split(";")[0].strip().lower() != "application/json":
            raise ApiError(422, "send multipart/form-data or application/json")
        wanted = check(parse(await call.read(JSON_LIMIT)), Urls)
        allowed = self.settings.config.fetch_hosts
        urls = [fetch.check_url(url, allowed) for url in wanted.urls]
        (folder, prefix), limit = place, self.settings.config.upload_limit
        return [
            await asyncio.to_thread(fetch.fetch, url, folder / f"{prefix}-{index}.part", limit)
            for index, url in enumerate(urls)
        ]

    async def _inspect(self, part: Part) -> Any:
        """Probe a file. Raises ApiError 4001 when it is not what its name says."""
        part.name = file_types.base_name(part.name)
        ending = file_types.extension(part.name)
        if ending not in file_types.TYPES:
            accepted = file_types.ACCEPTED
            raise ApiError(4001, f"unsupported file type: {part.name}; accepted: {accepted}")
        _, looks_right = file_types.TYPES[ending]
        if not looks_right(part.head):
            raise ApiError(4001, f"{part.name} is not a {ending} file")
        try:
            return await asyncio.to_thread(self.probe, part.path, part.name)
        except ValueError as error:
            raise ApiError(4001, f"{part.name} cannot be read: {error}") from None
