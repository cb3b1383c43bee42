"""One mock, composed from its parts. Only the server imports this module."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from mock_server.api.app import FrontDoor, create_app
from mock_server.api.handlers.auth import AuthHandlers
from mock_server.api.handlers.chat import ChatHandlers
from mock_server.api.handlers.control import ControlHandlers
from mock_server.api.handlers.files import FileHandlers
from mock_server.api.handlers.renders import RenderHandlers
from mock_server.api.handlers.sessions import SessionHandlers
from mock_server.api.handlers.uploads import UploadHandlers
from mock_server.api.routes import route
from mock_server.api.run import ChatParts
from mock_server.claim_page.view import ClaimPage
from mock_server.config import MockConfig
from mock_server.faults.delayed_edits import DelayedEdits
from mock_server.faults.injector import Faults, build
from mock_server.gateway.billing import BillingHandlers
from mock_server.gateway.chat import ChatDoor
from mock_server.gateway.projects import ProjectHandlers
from mock_server.gateway.renders import ProjectRenders
from mock_server.render.worker import Worker
from mock_server.state.accounts import Accounts
from mock_server.state.billing import Billing
from mock_server.state.bugs import Bugs
from mock_server.state.clock import Clock
from mock_server.state.data_dir import DataDir
from mock_server.state.renders import Renders
from mock_server.state.requests_log import RequestLog
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Store
from mock_server.state.uploads import Uploads

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from mock_server.agent import Outcome
    from mock_server.media.probe import Media


AT_ONCE = 300
"""Characters of a message that is read while others wait."""


class _WouldListen(Exception):
    """An edit needs to know what is heard in a file."""


def _refuse_to_listen(*_: object) -> NoReturn:
    raise _WouldListen


def _agent() -> Callable[..., Outcome]:
    from mock_server.agent import act

    return act


class Engines:
    """The agent, the probe and the renderer; each is imported on first use or replaced by config."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._edit: Callable[..., Outcome] | None = None

    async def act(
        self,
        message: str,
        draft: dict[str, Any],
        media: Mapping[str, Media],
        earlier: Sequence[str] = (),
    ) -> Outcome:
        """Edit a draft as a message says; `earlier` are the drafts that "undo" can go back to, as JSON.

        What may take longer than a few milliseconds is done in a thread, which costs half a millisecond.
        """
        if self._settings.config.act is not None:
            return await asyncio.to_thread(self._settings.config.act, message, draft, media)
        if self._edit is None:
            self._edit = await asyncio.to_thread(_agent)
        edit = self._edit
        if len(message) <= AT_ONCE:
            with contextlib.suppress(_WouldListen):
                return edit(message, draft, media, earlier, listen=_refuse_to_listen)
        return await asyncio.to_thread(edit, message, draft, media, earlier)

    def probe(self, path: Path, name: str) -> Media:
        """Describe a file. Raises MediaError (a ValueError) when it holds no usable stream."""
        if self._settings.config.probe is not None:
            return self._settings.config.probe(path, name)
        from mock_server.media.probe import probe

        return probe(path, name)

    def render(
        self, draft: dict[str, Any], media: Mapping[str, Media], out: Path, **how: Any
    ) -> None:
        """Render a draft to `out`. Raises RenderError."""
        if self._settings.config.render is not None:
            self._settings.config.render(draft, media, out, **how)
            return
        from mock_server.render import render

        render(draft, media, out, **how)


class Mock:
    """All parts of one mock. Close it when done."""

    def __init__(self, config: MockConfig) -> None:
        self.data = DataDir(config.data)
        try:
            self.store = Store(self.data.database)
        except BaseException:
            self.data.close()
            raise
        self.settings = Settings(config, self.store)
        self.clock = Clock(self.store)
        self.random = SeededRandom(config.seed, self.store)
        self.faults = Faults(self.random, self.store)
        self.bugs = Bugs()
        self.log = RequestLog(self.store, self.clock)
        self.accounts = Accounts(self.store, self.clock, self.random, self.settings)
        self.sessions = Sessions(self.store, self.clock, self.random)
        self.uploads = Uploads(self.store, self.random, self.data)
        self.renders = Renders(self.store, self.clock, self.random)
        self.billing = Billing(self.store, self.random, self.settings, self.accounts, self.sessions)
        self.engines = Engines(self.settings)
        self.worker = Worker(
            self.store, self.clock, self.data, self.uploads, self.bugs, self.engines.render
        )
        self.delayed = DelayedEdits(
            self.store, self.clock, self.sessions, self.uploads, self.billing, self.engines.act
        )
        for spec in config.faults:
            self.faults.add(build(cast(Mapping[str, Any], spec)), kept=False)  # read by MockConfig
        self.faults.restore()

    @property
    def config(self) -> MockConfig:
        """The configuration in force."""
        return self.settings.config

    def app(self) -> Starlette:
        """The mock as an ASGI application, which resumes and closes it."""
        store, settings, clock, random = self.store, self.settings, self.clock, self.random
        sessions, uploads, delayed = self.sessions, self.uploads, self.delayed
        chat = ChatParts(
            store, settings, clock, random, sessions, uploads, self.billing, delayed, self.bugs,
            self.engines.act,
        )  # fmt: skip
        receiver = UploadHandlers(
            store, settings, self.data, random, sessions, uploads, self.engines.probe
        )
        renders = RenderHandlers(
            settings,
            clock,
            random,
            self.data,
            sessions,
            uploads,
            self.renders,
            delayed,
            self.worker,
        )
        handlers = route(
            AuthHandlers(self.accounts, sessions),
            SessionHandlers(settings, sessions, uploads, delayed),
            ChatHandlers(chat),
            receiver,
            renders,
            FileHandlers(self.data),
            ClaimPage(sessions, self.renders, delayed),
            ProjectHandlers(settings, sessions, uploads, delayed, receiver, self.log),
            ProjectRenders(renders, sessions, self.renders),
            BillingHandlers(self.accounts, self.billing, sessions),
            ControlHandlers(
                store, settings, clock, self.log, self.accounts, sessions, self.faults, self.bugs,
                self.reset,
            ),
        )  # fmt: skip
        door = FrontDoor(store, settings, self.log, self.accounts, self.faults, self.bugs)
        socket = ChatDoor(chat, self.log, self.accounts, self.faults)
        return create_app(door, handlers, socket.open, self.resume, self.close)

    def reset(self) -> None:
        """Forget everything: sessions, tokens, faults, log, files. Settings stay."""
        self.worker.stop_all()
        with self.store.tx():
            changes = self.settings.saved()
            self.store.clear()
            self.settings.save(changes)
        self.clock.reset()
        self.faults.clear()
        self.bugs.clear()
        self.data.empty()

    def resume(self) -> None:
        """Continue after an earlier process: end open runs, begin unfinished renders again."""
        self.data.sweep(self.store)
        self.billing.settle_all()
        self.worker.resume()

    def close(self) -> None:
        """Stop the renders, close the database and release the data folder."""
        self.worker.close()
        self.store.close()
        self.data.close()
