"""One mock: its memory, clock, luck, faults, folders and the engines it works with."""

from __future__ import annotations

import asyncio
import json
import logging
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from mock_server.config import MockConfig
from mock_server.faults.injector import Faults, build
from mock_server.render.worker import Worker
from mock_server.state import data_dir as place
from mock_server.state import private_files, settings
from mock_server.state.clock import Clock
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.store import Store

if TYPE_CHECKING:
    from mock_server.agent import Outcome
    from mock_server.media.probe import Media

log = logging.getLogger("mock_server")


class Mock:
    """Everything the endpoints share. Close it when done."""

    def __init__(self, config: MockConfig) -> None:
        self._temporary = None if config.data else tempfile.TemporaryDirectory(prefix="nemo-mock-")
        self.folder = Path(config.data or self._temporary.name).resolve()
        if self._temporary is not None:
            self.folder.chmod(private_files.FOLDER)
        self._hold = place.FolderLock(self.folder)
        try:
            place.make(self.folder)
            if config.data:
                private_files.keep_file(self.folder / place.DATABASE)
            self.store = Store(self.folder / place.DATABASE if config.data else None)
        except BaseException:
            self._hold.release()
            raise
        self.config = settings.restored(config, self.store)
        self.clock = Clock(self.store)
        self.chance = SeededRandom(config.seed, self.store)
        self.faults = Faults(self.chance, self.store)
        self.bugs: list[str] = []
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.worker = Worker(self)
        for spec in config.faults:
            self.faults.add(build(spec), kept=False)
        self.faults.restore()

    def lock(self, session: str) -> asyncio.Lock:
        """The lock that lets one instruction at a time work on a session."""
        found = self._locks.get(session)
        if found is None:
            found = self._locks[session] = asyncio.Lock()
        return found

    def change(self, **changes: Any) -> None:
        """Changes settings, for later starts too. Raises ValueError for an unknown dialect."""
        self.config = replace(self.config, **changes)
        settings.keep(changes, self.store)

    def act(self, message: str, draft: dict[str, Any], media: Mapping[str, Media]) -> Outcome:
        if self.config.act is not None:
            return self.config.act(message, draft, media)
        from mock_server.agent import act

        return act(message, draft, media)

    def probe(self, path: Path, name: str) -> Media:
        """Raises MediaError (a ValueError) when the file holds no stream that can be used."""
        if self.config.probe is not None:
            return self.config.probe(path, name)
        from mock_server.media.probe import probe

        return probe(path, name)

    def render(
        self, draft: dict[str, Any], media: Mapping[str, Media], out: Path, **how: Any
    ) -> None:
        if self.config.render is not None:
            self.config.render(draft, media, out, **how)
            return
        from mock_server.render import render

        render(draft, media, out, **how)

    def inside(self, name: str) -> Path:
        """The folder `uploads`, `renders` or `tmp`. Raises OSError when it has become a link."""
        return private_files.check_folder(self.folder / name)

    def media(self, session: str) -> dict[str, Media]:
        """The uploads of a session by name; a file that has become a link is none of them."""
        from mock_server.media.probe import Media

        folder = self.inside("uploads")
        rows = self.store.all("select * from uploads where session_id = ? order by rowid", session)
        return {
            row["name"]: Media(
                name=row["name"],
                path=folder / row["file"],
                kind=row["kind"],
                duration_ms=row["duration_ms"],
                width=row["width"],
                height=row["height"],
                fps=row["fps"],
                has_audio=bool(row["has_audio"]),
                size=row["size"],
                copyable=bool(row["copyable"]),
                mono=bool(row["mono"]),
                tagged=bool(row["tagged"]),
            )
            for row in rows
            if not private_files.is_link(folder / row["file"])
        }

    def bug(self, where: str, error: BaseException) -> str:
        """Notes a fault of the mock itself, loudly."""
        text = f"{where}: {type(error).__name__}: {error}"
        self.bugs.append(text[:1000])
        log.error("the mock failed: %s", text, exc_info=error)
        return text

    def reset(self) -> None:
        """Forgets everything: sessions, tokens, faults, log, files. Settings stay."""
        self.worker.stop_all()
        with self.store.tx():
            changes = settings.kept(self.store)
            self.store.clear()
            settings.keep(changes, self.store)
        self.clock.reset()
        self.faults.clear()
        self.bugs.clear()
        for name in place.FOLDERS:
            place.empty(self.folder, name)

    def resume(self) -> None:
        """Picks up what an earlier process left: open runs end, unfinished renders begin again."""
        from mock_server.state.billing import settle_all

        place.sweep(self.folder, self.store)
        settle_all(self)
        self.worker.resume()

    def close(self) -> None:
        self.worker.close()
        self.store.close()
        self._hold.release()
        if self._temporary is not None:
            self._temporary.cleanup()


def compact(value: object) -> str:
    """JSON without spaces, other scripts unescaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
