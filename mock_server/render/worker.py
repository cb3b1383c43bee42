"""Threads that render, and their progress in the database."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from mock_server.render.output import frame
from mock_server.state import private_files
from mock_server.state.bugs import Bugs
from mock_server.state.clock import Clock
from mock_server.state.data_dir import DataDir
from mock_server.state.store import Store
from mock_server.state.uploads import Uploads

THREADS = 2
STEP = 0.02  # share of progress between two writes to the database


class Cancelled(Exception):
    """Raised inside a render to stop it."""


class Worker:
    """Renders drafts in threads. After a restart unfinished renders begin again."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        data: DataDir,
        uploads: Uploads,
        bugs: Bugs,
        render: Callable[..., None],
    ) -> None:
        self._clock = clock
        self._store, self._data, self._uploads = store, data, uploads
        self._bugs, self._engine = bugs, render
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="nemo-render")
        self._stop: dict[str, threading.Event] = {}
        self._closed = False

    def resume(self) -> None:
        """Begin the unfinished renders of an earlier process again."""
        rows = self._store.all(
            "select id from renders where status in ('pending', 'processing') order by created"
        )
        for row in rows:
            self.submit(row["id"])

    def submit(self, render_id: str) -> None:
        """Queue a render that the database holds."""
        self._stop[render_id] = threading.Event()
        self._pool.submit(self._work, render_id)

    def cancel(self, render_id: str) -> bool:
        """Stop a render; False when it has already ended."""
        changed = self._store.run(
            "update renders set status = 'cancelled'"
            " where id = ? and status in ('pending', 'processing')",
            render_id,
        )
        if changed and render_id in self._stop:
            self._stop[render_id].set()
        return bool(changed)

    def stop_all(self) -> None:
        """Stop every render."""
        for event in list(self._stop.values()):
            event.set()

    def close(self) -> None:
        """Stop every render without marking it: the next start begins it again."""
        self._closed = True
        self.stop_all()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, render_id: str) -> None:
        try:
            self._render(render_id)
        except Cancelled:
            pass
        except Exception as error:
            self._fail(render_id, error)
        finally:
            self._stop.pop(render_id, None)

    def _fail(self, render_id: str, error: Exception) -> None:
        if self._closed:
            return
        if not isinstance(error, ValueError | RuntimeError):
            self._bugs.report("render", error)
        self._store.run(
            "update renders set status = 'failed', error = ?, completed = ?"
            " where id = ? and status = 'processing'",
            str(error)[:1000] or type(error).__name__,
            self._clock.now(),
            render_id,
        )

    def _render(self, render_id: str) -> None:
        started = "update renders set status = 'processing' where id = ? and status in (?, ?)"
        if not self._store.run(started, render_id, "pending", "processing"):
            return
        row = self._store.one("select * from renders where id = ?", render_id) or {}
        plan, draft = json.loads(row["plan"]), json.loads(row["draft"])
        if plan["fail"] is not None:
            raise RuntimeError(plan["fail"])
        out = self._data.inside("renders") / row["file"]
        self._engine(
            draft,
            self._uploads.media(row["session_id"]),
            out,
            on_progress=self._progress(render_id),
            **frame(draft, json.loads(row["output"])),
        )
        out.chmod(private_files.FILE)
        self._store.run(
            "update renders set status = 'completed', progress = 1, size = ?, duration_ms = ?,"
            " completed = ? where id = ? and status = 'processing'",
            out.stat().st_size,
            int(draft.get("d") or 0),
            self._clock.now(),
            render_id,
        )

    def _progress(self, render_id: str) -> Callable[[float], None]:
        stop = self._stop.get(render_id, threading.Event())
        shown = 0.0

        def note(done: float) -> None:
            nonlocal shown
            if stop.is_set():
                raise Cancelled
            if done - shown >= STEP:
                shown = done
                progress = "update renders set progress = ? where id = ?"
                self._store.run(progress, min(done, 1.0), render_id)

        return note
