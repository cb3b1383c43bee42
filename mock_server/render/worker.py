"""The threads that render, and what they remember in the database."""

from __future__ import annotations

import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from mock_server.api.errors import ApiError
from mock_server.state import private_files

if TYPE_CHECKING:
    from mock_server.mock import Mock

LONG_SIDE, SHORT_SIDE = 1920, 1080
QUALITIES = ("high", "medium", "low")
THREADS = 2
STEP = 0.02


class Cancelled(Exception):
    """Raised inside a render to stop it."""


class Worker:
    """Renders drafts in threads. After a restart unfinished renders begin again."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="nemo-render")
        self._stop: dict[str, threading.Event] = {}
        self._closed = False

    def resume(self) -> None:
        rows = self._mock.store.all(
            "select id from renders where status in ('pending', 'processing') order by created"
        )
        for row in rows:
            self.submit(row["id"])

    def submit(self, render_id: str) -> None:
        self._stop[render_id] = threading.Event()
        self._pool.submit(self._work, render_id)

    def cancel(self, render_id: str) -> bool:
        """Stops a render; False when it has already ended."""
        changed = self._mock.store.run(
            "update renders set status = 'cancelled'"
            " where id = ? and status in ('pending', 'processing')",
            render_id,
        )
        if changed and render_id in self._stop:
            self._stop[render_id].set()
        return bool(changed)

    def stop_all(self) -> None:
        for event in list(self._stop.values()):
            event.set()

    def close(self) -> None:
        """Stops what runs, without marking it: the next start begins it again."""
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
            self._mock.bug("render", error)
        self._mock.store.run(
            "update renders set status = 'failed', error = ?"
            " where id = ? and status = 'processing'",
            str(error)[:1000] or type(error).__name__,
            render_id,
        )

    def _render(self, render_id: str) -> None:
        mock = self._mock
        started = "update renders set status = 'processing' where id = ? and status in (?, ?)"
        if not mock.store.run(started, render_id, "pending", "processing"):
            return
        row = mock.store.one("select * from renders where id = ?", render_id) or {}
        plan, draft = json.loads(row["plan"]), json.loads(row["draft"])
        if plan["fail"] is not None:
            raise RuntimeError(plan["fail"])
        out = mock.inside("renders") / row["file"]
        mock.render(
            draft,
            mock.media(row["session_id"]),
            out,
            on_progress=self._progress(render_id),
            **frame(draft, json.loads(row["output"])),
        )
        out.chmod(private_files.FILE)
        mock.store.run(
            "update renders set status = 'completed', progress = 1, size = ?, duration_ms = ?"
            " where id = ? and status = 'processing'",
            out.stat().st_size,
            int(draft.get("d") or 0),
            render_id,
        )

    def _progress(self, render_id: str) -> Any:
        stop = self._stop.get(render_id, threading.Event())
        shown = 0.0

        def note(done: float) -> None:
            nonlocal shown
            if stop.is_set():
                raise Cancelled
            if done - shown >= STEP:
                shown = done
                self._mock.store.run(
                    "update renders set progress = ? where id = ?", min(done, 1.0), render_id
                )

        return note


def frame(draft: dict[str, Any], output: dict[str, Any]) -> dict[str, Any]:
    """Width, height, frame rate and quality to render with. Raises ApiError 422.

    `1080p` is the largest frame of the canvas's shape inside 1920x1080 or its turn (assumed); so
    is a canvas that is larger than that.
    """
    wide, high = _canvas(draft)
    asked = output.get("resolution")
    if asked is None:
        width, height = _as_it_is(wide, high)
    elif found := re.fullmatch(r"([0-9]{2,4})p", asked):
        width, height = _fit(wide, high, round(int(found[1]) * 16 / 9))
    elif found := re.fullmatch(r"([0-9]{2,4})[x×*]([0-9]{2,4})", asked):
        width, height = int(found[1]), int(found[2])
    else:
        raise ApiError(422, 'output.resolution must look like "1080p" or "1920x1080"')
    if max(width, height) > LONG_SIDE or min(width, height) > SHORT_SIDE:
        raise ApiError(422, f"output up to {SHORT_SIDE}x{LONG_SIDE}, not {width}x{height}")
    quality = _quality(output)
    return {"width": width, "height": height, "fps": output.get("fps"), "quality": quality}


def _canvas(draft: dict[str, Any]) -> tuple[int, int]:
    about = draft.get("m", {})
    sides = (about.get("width", LONG_SIDE), about.get("height", SHORT_SIDE))
    if any(type(side) is not int or not 16 <= side <= 16_384 for side in sides):
        raise ApiError(
            422, "draft.m.width and draft.m.height must be whole pixels from 16 to 16384"
        )
    return sides


def _as_it_is(wide: int, high: int) -> tuple[int, int]:
    if max(wide, high) > LONG_SIDE or min(wide, high) > SHORT_SIDE:
        return _fit(wide, high, LONG_SIDE)
    return wide // 2 * 2, high // 2 * 2


def _fit(wide: int, high: int, long_side: int) -> tuple[int, int]:
    """The canvas's shape inside `long_side` by 9/16 of it, or its turn; even sides."""
    short_side = round(long_side * 9 / 16)
    box = (long_side, short_side) if wide >= high else (short_side, long_side)
    scale = min(box[0] / wide, box[1] / high)
    return max(16, round(wide * scale / 2) * 2), max(16, round(high * scale / 2) * 2)


def _quality(output: dict[str, Any]) -> str:
    """The quality by name; a `crf` is read as the nearest name."""
    crf = output.get("crf")
    if crf is None:
        return output.get("quality", "high")
    return QUALITIES[0] if crf <= 20 else QUALITIES[1] if crf <= 26 else QUALITIES[2]
