"""Sessions and their state."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response

from mock_server.api.errors import ApiError
from mock_server.api.request import ApiRequest
from mock_server.api.responses import success
from mock_server.mock import Mock, compact


async def create_session(call: ApiRequest) -> Response:
    mock, wanted = call.mock, call.json
    task, session = "task_" + mock.chance.hex("task", 16), mock.chance.number("session")
    draft = {"m": {"title": wanted["task_name"]}, "d": 0, "t": []}
    mock.store.run(
        "insert into sessions values (?, ?, ?, ?, ?, ?, 0, ?)",
        session,
        task,
        call.user["id"],
        wanted["task_name"],
        wanted["language"],
        compact(draft),
        mock.clock.now(),
    )
    call.entry.session = session
    return success({"task_id": task, "session_id": session, "user_id": call.user["id"]})


def find(call: ApiRequest, session: str) -> dict[str, Any]:
    """The caller's session. Raises ApiError 1002; somebody else's counts as not found."""
    row = call.mock.store.one(
        "select * from sessions where id = ? and user_id = ?", session, call.user["id"]
    )
    if row is None:
        raise ApiError(1002, None if call.call.style != "adk" else session[:100])
    call.entry.session = session
    return row


async def state(call: ApiRequest) -> Response:
    from mock_server.faults.delayed_edits import land

    find(call, call.session_id)
    await land(call.mock, call.session_id)
    row = call.mock.store.one("select * from sessions where id = ?", call.session_id)
    return Response(
        state_body(call.mock, row, call.base_url()).encode(), media_type="application/json"
    )


def state_body(mock: Mock, row: dict[str, Any], base: str) -> str:
    """The state of a session. The draft's text goes out as it was stored, byte for byte."""
    draft = json.loads(row["draft"])
    rest = {
        "video_infos": video_infos(mock, row["id"], base),
        "canvas_config": canvas(draft),
        "generated_media": generated(draft),
        "video_analyses": {},
    }
    head = {"session_id": row["id"], "task_id": row["task_id"], "task_name": row["name"]}
    return (
        f'{{"code":0,"message":"success","data":{compact(head)[:-1]},"state":'
        f'{{"draft":{row["draft"]},{compact(rest)[1:]}}}}}'
    )


def video_infos(mock: Mock, session: str, base: str) -> list[dict[str, Any]]:
    rows = mock.store.all("select * from uploads where session_id = ? order by rowid", session)
    return [upload_info(row, base) for row in rows]


def upload_info(row: dict[str, Any], base: str) -> dict[str, Any]:
    """An upload as the service lists it; `duration` in seconds."""
    return {
        "filename": row["name"],
        "file_type": row["kind"],
        "cdn_url": f"{base}/files/uploads/{row['file']}",
        "duration": row["duration_ms"] / 1000,
        "width": row["width"],
        "height": row["height"],
        "fps": row["fps"],
        "hash": row["hash"],
    }


def canvas(draft: dict[str, Any]) -> dict[str, Any]:
    about = draft.get("m") or {}
    return {key: about[key] for key in ("width", "height", "fps") if key in about}


def generated(draft: dict[str, Any]) -> list[dict[str, Any]]:
    segments = [segment for track in draft.get("t", []) for segment in track.get("sg", [])]
    return [
        {"id": one.get("id"), "prompt": one.get("prompt"), "duration": one.get("d", 0) / 1000}
        for one in segments
        if one.get("role") == "generated"
    ]
