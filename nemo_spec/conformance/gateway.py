"""Facts about the second gateway, where the server has one at the same address."""

from __future__ import annotations

from typing import Any

from nemo_spec.conformance.facts import fact
from nemo_spec.conformance.verdicts import NotTestable, expect
from nemo_spec.conformance.world import World, clip, needed
from nemo_spec.nemo.raw_client import Answer

_RENDERS = "/services/v1/render-proxy"


def _ask(world: World, method: str, path: str, **how: Any) -> Answer:
    """An answer of the gateway. Raises NotTestable where there is none."""
    answer = world.client.ask(method, path, **how)
    if answer.status in (404, 405, 501) and answer.code not in (1002, 1010):
        raise NotTestable("the server has no second gateway")
    return answer


def _holds(answer: Answer, *names: str) -> str:
    expect(not answer.problem, answer.problem)
    missing = set(names) - answer.data.keys()
    expect(not missing, f"no {', '.join(sorted(missing))}")
    return ""


def _project(world: World) -> str:
    """The project of the session that is edited."""
    needed(world.session(), "beginning a session")
    listed = _ask(world, "GET", "/projects").data.get("projects")
    for one in listed if isinstance(listed, list) else ():
        project = str(one.get("project_id"))
        sessions = _ask(world, "GET", f"/projects/{project}/sessions").data.get("sessions", [])
        if any(found.get("session_id") == world.sid() for found in sessions):
            return project
    raise NotTestable("the session is in no project")


@fact("gateway-token", spends=True)
def check_gateway_token(world: World) -> str:
    answer = _ask(world, "GET", "/billing/balance", token="nmv_usr_wrong")
    expect(answer.code in (1010, 1011), f"an unknown token gave {answer.code}")
    return ""


@fact("gateway-balance", spends=True)
def check_gateway_balance(world: World) -> str:
    answer = _ask(world, "GET", "/billing/balance")
    return _holds(answer, "available", "frozen", "total_granted", "total_consumed")


@fact("gateway-usage", spends=True)
def check_gateway_usage(world: World) -> str:
    answer = _ask(world, "GET", "/billing/usage/conversations?page_no=1&page_size=1")
    return _holds(answer, "items", "total", "total_pages", "has_next")


@fact("gateway-project", spends=True)
def check_gateway_project(world: World) -> str:
    answer = _ask(world, "POST", "/projects", body={"create_session": True})
    _holds(answer, "project_id", "user_id", "session")
    expect("session_id" in answer.data["session"], "no session_id")
    return ""


@fact("gateway-projects", spends=True)
def check_gateway_projects(world: World) -> str:
    return _holds(_ask(world, "GET", "/projects"), "projects")


@fact("gateway-one-project", spends=True)
def check_gateway_one_project(world: World) -> str:
    answer = _ask(world, "GET", f"/projects/{_project(world)}")
    return _holds(answer, "project_id", "user_id", "name", "created_at", "updated_at")


@fact("gateway-sessions", spends=True)
def check_gateway_sessions(world: World) -> str:
    answer = _ask(world, "GET", f"/projects/{_project(world)}/sessions")
    _holds(answer, "sessions")
    expect({"session_id", "created_at"} <= answer.data["sessions"][0].keys(), "no session_id")
    return ""


@fact("gateway-state", spends=True)
def check_gateway_state(world: World) -> str:
    world.edit()
    answer = _ask(world, "GET", f"/api/v1/state/frontend/{_project(world)}")
    _holds(answer, "project", "version", "projectName")
    expect("t" in answer.data["project"]["timeline_draft"], "the draft has no tracks")
    return ""


@fact("gateway-upload", spends=True)
def check_gateway_upload(world: World) -> str:
    files = {"file": ("second.mp4", clip(), "video/mp4"), "session_id": (None, world.sid(), None)}
    answer = _ask(world, "POST", "/files/upload", files=files)
    return _holds(answer, "file_id", "filename", "url")


@fact("gateway-poll", spends=True)
def check_gateway_poll(world: World) -> str:
    answer = _ask(world, "GET", f"{_RENDERS}/lambda/{world.render().id}")
    return _holds(answer, "status")


@fact("gateway-download", spends=True)
def check_gateway_download(world: World) -> str:
    answer = _ask(world, "GET", f"{_RENDERS}/{world.render().id}/download")
    expect(answer.body == world.file(), "it is not the file")
    return ""
