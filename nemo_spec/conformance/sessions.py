"""Facts about sessions, uploads and the state."""

from __future__ import annotations

from typing import Any

from nemo_spec.conformance.facts import fact
from nemo_spec.conformance.verdicts import NotTestable, expect
from nemo_spec.conformance.world import NO_SESSION, World, needed
from nemo_spec.nemo.errors import ACCEPTED


@fact("session", spends=True)
def check_session(world: World) -> str:
    data = needed(world.session(), "beginning a session").data
    expect(str(data.get("task_id", "")).startswith("task_"), "the task is no task_…")
    missing = {"session_id", "user_id"} - data.keys()
    expect(not missing, f"no {' and '.join(sorted(missing))}")
    return ""


@fact("session-id", spends=True)
def check_session_id(world: World) -> str:
    found = needed(world.session(), "beginning a session").data.get("session_id")
    is_text = isinstance(found, str) and found.isascii() and found.isdigit()
    expect(is_text, f"{found!r} is no decimal text")
    expect(int(str(found)) > 2**53, f"{found} is not beyond 2^53")
    return ""


@fact("session-missing")
def check_session_missing(world: World) -> str:
    answer = world.state(NO_SESSION)
    expect(answer.code == 1002, f"code {answer.code}")
    return ""


@fact("session-missing-sse")
def check_session_missing_sse(world: World) -> str:
    answer = world.instruct("How long is the video?", NO_SESSION)
    if answer.code == 1002:
        raise NotTestable("code 1002: the framework's own form is not spoken")
    detail = str(answer.fields.get("detail", ""))
    expect(answer.status == 404 and "session" in detail.lower(), f"HTTP {answer.status}")
    return ""


@fact("upload", spends=True)
def check_upload(world: World) -> str:
    files = needed(world.upload(), "the upload").data.get("files")
    expect(isinstance(files, list) and len(files) == 1, "no list of files")
    file: dict[str, Any] = files[0] if isinstance(files, list) else {}
    wanted = {"filename", "file_type", "cdn_url", "duration", "width", "height", "fps", "hash"}
    expect(wanted <= file.keys(), f"no {', '.join(sorted(wanted - file.keys()))}")
    expect(abs(float(file["duration"]) - 2) < 0.2, f"duration {file['duration']} of two seconds")
    expect((file["width"], file["height"]) == (320, 180), f"{file['width']}x{file['height']}")
    return ""


@fact("upload-types", spends=True)
def check_upload_types(world: World) -> str:
    answer = world.upload_file("notes.txt", b"not a video", "text/plain")
    expect(answer.code == 4001, f"a .txt gave code {answer.code}")
    expect(not world.upload().problem, f"an .mp4: {world.upload().problem}")
    return f"tried with .mp4 and .txt; {len(ACCEPTED)} types are accepted"


@fact("upload-urls", spends=True)
def check_upload_urls(world: World) -> str:
    files = needed(world.upload(), "the upload").data.get("files") or [{}]
    address = files[0].get("cdn_url")
    if not isinstance(address, str):
        raise NotTestable("no address is known that the server can reach")
    body = {"urls": [address], "source_type": "url"}
    path = f"/api/upload-video/nemo_agent/me/{world.sid()}"
    answer = world.client.ask("POST", path, body=body)
    expect(not answer.problem, answer.problem)
    expect(answer.data.get("files"), "no list of files")
    return ""


@fact("state", spends=True)
def check_state(world: World) -> str:
    data = needed(world.state(), "reading the state").data
    missing = {"session_id", "task_id", "task_name", "state"} - data.keys()
    expect(not missing, f"no {', '.join(sorted(missing))}")
    inner = data["state"] if isinstance(data["state"], dict) else {}
    wanted = {"video_infos", "draft", "canvas_config", "generated_media", "video_analyses"}
    expect(wanted <= inner.keys(), f"no {', '.join(sorted(wanted - inner.keys()))}")
    return ""


@fact("draft-keys", spends=True)
def check_draft_keys(world: World) -> str:
    draft = world.edit().after.get("state", {}).get("draft", {})
    tracks = draft.get("t") if isinstance(draft, dict) else None
    expect(isinstance(tracks, list) and tracks, "no tracks under t")
    expect(isinstance(draft.get("m"), dict), "no m")
    for track in tracks or []:
        expect(isinstance(track, dict) and isinstance(track.get("sg"), list), "a track without sg")
        expect(track.get("tt") in (0, 1, 7), f"track type {track.get('tt')}")
    longest = max(_durations(tracks or []), default=0)
    expect(1500 <= longest <= 60_000, f"a clip of two seconds has d {longest}")
    return ""


def _durations(tracks: list[Any]) -> list[float]:
    segments = [segment for track in tracks for segment in track["sg"] if isinstance(segment, dict)]
    return [s["d"] for s in segments if isinstance(s.get("d"), int | float)]
