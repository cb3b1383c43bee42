"""Uploaded files and what is known of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from mock_server.media import file_types
from mock_server.media.media import Media, Tracks
from mock_server.state import private_files
from mock_server.state.data_dir import DataDir
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.store import Row, Store, compact

# An older database has more of them.
COLUMNS = (
    "id", "session_id", "name", "kind", "file", "duration_ms", "width", "height", "fps", "has_audio",
    "size", "hash", "tracks",
)  # fmt: skip
HEAD = 64  # bytes that the check of a file's type needs


@dataclass
class Part:
    """A file on its way in: its name as given, its path, its size in bytes and its SHA-256."""

    name: str
    path: Path
    size: int = 0
    sha: str = ""
    head: bytes = b""
    _digest: hashlib._Hash = field(default_factory=hashlib.sha256, repr=False)

    def write(self, data: bytes | memoryview) -> None:
        """Append to the file. Raises OSError."""
        with self.path.open("ab", buffering=0) as out:
            left = memoryview(data)
            while left:
                left = left[out.write(left) :]
        self._digest.update(data)
        self.size += len(data)
        self.head += bytes(data[: HEAD - len(self.head)])

    def finish(self) -> None:
        """Compute the SHA-256."""
        self.sha = self._digest.hexdigest()


@dataclass(eq=False)
class Uploads:
    """The uploads of all sessions."""

    store: Store
    random: SeededRandom
    data: DataDir

    def keep(self, session: str, part: Part, media: Media) -> Row:
        """Move a file in. The same bytes under the same name stay one file, others get a number."""
        with self.store.tx():
            name, n = part.name, 1
            while (row := self._named(session, name)) is not None:
                if row["hash"] == part.sha:
                    return row
                n += 1
                name = file_types.numbered(part.name, n)
            file = f"{self.random.hex('file')}.{file_types.extension(part.name)}"
            part.path.rename(self.data.inside("uploads") / file)
            self._insert(session, name, file, part, media)
            return self._named(session, name) or {}

    def _insert(self, session: str, name: str, file: str, part: Part, media: Media) -> None:
        self.store.run(
            f"insert into uploads ({', '.join(COLUMNS)}) values ({', '.join('?' * len(COLUMNS))})",
            self.random.hex("upload", 16),
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
            compact(asdict(media.tracks)),
        )

    def _named(self, session: str, name: str) -> Row | None:
        found = "select * from uploads where session_id = ? and name = ?"
        return self.store.one(found, session, name)

    def rows(self, session: str) -> list[Row]:
        """The uploads of a session, oldest first."""
        return self.store.all("select * from uploads where session_id = ? order by rowid", session)

    def media(self, session: str) -> dict[str, Media]:
        """The uploads of a session by name; a file that has become a link is left out."""
        folder = self.data.inside("uploads")
        files = [(row, folder / row["file"]) for row in self.rows(session)]
        return {
            row["name"]: _media(row, path) for row, path in files if not private_files.is_link(path)
        }


def _media(row: Row, path: Path) -> Media:
    same = ("name", "kind", "duration_ms", "width", "height", "fps", "size")
    return Media(
        path=path,
        has_audio=bool(row["has_audio"]),
        tracks=Tracks.of(json.loads(row["tracks"])),
        **{key: row[key] for key in same},
    )
