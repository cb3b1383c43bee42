"""Renders: one at a time per session, carried out by a small pool of threads."""

from __future__ import annotations

import json
import re
from typing import Any

from starlette.responses import Response

from mock_server.api.errors import ApiError
from mock_server.api.handlers import auth, sessions
from mock_server.api.handlers.files import MediaFile
from mock_server.api.request import ApiRequest
from mock_server.api.responses import render_answer
from mock_server.faults import delayed_edits
from mock_server.mock import Mock, compact
from mock_server.render.worker import frame
from mock_server.state import private_files
from mock_server.timeline.shape import check_ready

RENDER_SECONDS = (30, 90)
OPEN = ("pending", "processing")
RENDER_ID = re.compile(r"[\x21-\x7e]{1,200}")


async def render(call: ApiRequest) -> Response:
    """Queues a render of the draft that was sent."""
    auth.require_export(call)
    mock, wanted = call.mock, call.json
    _check(wanted)
    session = sessions.find(call, wanted["sessionId"])
    await delayed_edits.land(mock, session["id"], read=False)
    if "duplicate_render" in call.faults:
        raise ApiError(409, f"render id already exists: {wanted['id']}")
    call.entry.detail["draft_unchanged"] = compact(wanted["draft"]) == session["draft"]
    with mock.store.tx():
        _refuse_second(mock, wanted["id"], session["id"])
        mock.store.run(
            "insert into renders values (?, ?, ?, ?, ?, 'pending', 0, null, ?, 0, 0, 0, ?, ?)",
            wanted["id"],
            session["id"],
            call.user["id"],
            compact(wanted["draft"]),
            compact(wanted.get("output", {})),
            mock.chance.hex("render") + ".mp4",
            compact(_plan(call)),
            mock.clock.now(),
        )
    mock.worker.submit(wanted["id"])
    return render_answer(mock, {"id": wanted["id"], "status": "pending", "progress": 5})


def _check(wanted: dict[str, Any]) -> None:
    """Raises ApiError 422 for an id, draft or output that cannot be rendered."""
    if not RENDER_ID.fullmatch(wanted["id"]) or "/" in wanted["id"]:
        raise ApiError(422, "id must be 1–200 visible ASCII characters without /")
    check_ready(wanted["draft"])
    frame(wanted["draft"], wanted.get("output", {}))


def _refuse_second(mock: Mock, render_id: str, session: str) -> None:
    if mock.store.value("select 1 from renders where id = ?", render_id):
        raise ApiError(409, f"render id already exists: {render_id}")
    running = "select id from renders where session_id = ? and status in ('pending', 'processing')"
    if mock.store.value(running, session):
        raise ApiError(409, "another render of this session is running")


def _plan(call: ApiRequest) -> dict[str, Any]:
    """When the result may be seen, and what is to go wrong."""
    mock, slow = call.mock, call.faults.get("render_slow", {})
    usual = mock.chance.dice("render", call.json["id"]).uniform(*RENDER_SECONDS)
    failed = call.faults.get("render_failed")
    return {
        "ready": mock.clock.now() + slow.get("seconds", 0.0) + usual * mock.config.speed,
        "polls": slow.get("polls", 0),
        "stuck": "render_stuck" in call.faults,
        "fail": None
        if failed is None
        else failed.get("message", "the render node ran out of memory"),
    }


def _find(call: ApiRequest) -> dict[str, Any]:
    row = call.mock.store.one(
        "select * from renders where id = ? and user_id = ?",
        call.request.path_params["rid"],
        call.user["id"],
    )
    if row is None:
        raise ApiError(404, "no such render")
    call.entry.session = row["session_id"]
    return row


async def poll(call: ApiRequest) -> Response:
    row = _find(call)
    call.mock.store.run("update renders set polls = polls + 1 where id = ?", row["id"])
    return render_answer(call.mock, describe(call.mock, row, call.base_url()))


def visible_status(mock: Mock, row: dict[str, Any]) -> str:
    """The status as the caller may know it: a finished render can be held back."""
    plan = json.loads(row["plan"])
    early = mock.clock.now() < plan["ready"] or row["polls"] < plan["polls"]
    if row["status"] in ("completed", "failed") and (early or plan["stuck"]):
        return "processing"
    return row["status"]


def describe(mock: Mock, row: dict[str, Any], base: str) -> dict[str, Any]:
    """A render in the dialect that is spoken."""
    status = visible_status(mock, row)
    progress = 100 if status == "completed" else min(95, 5 + round(row["progress"] * 90))
    out: dict[str, Any] = {"id": row["id"], "status": status, "progress": progress}
    if status == "failed":
        out["error"] = row["error"]
    if status == "completed":
        url = f"{base}/files/renders/{row['file']}"
        if mock.config.render_dialect == "v4.4":
            out["outputUrl"] = url
        else:
            seconds = row["duration_ms"] / 1000
            out["output"] = {"url": url, "duration": seconds, "size": row["size"]}
    return out


async def cancel(call: ApiRequest) -> Response:
    """Ends a render that is not finished; a finished one cannot be cancelled."""
    row = _find(call)
    if not call.mock.worker.cancel(row["id"]):
        raise ApiError(409, f"the render is {row['status']}")
    return render_answer(call.mock, {"id": row["id"], "status": "cancelled", "progress": 0})


async def download(call: ApiRequest) -> Response:
    """The file itself."""
    row = _find(call)
    path = call.mock.inside("renders") / row["file"]
    if visible_status(call.mock, row) != "completed" or not private_files.is_file(path):
        raise ApiError(409, "the render is not completed")
    return MediaFile(path, call.faults.get("download_cut"))
