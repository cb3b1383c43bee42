"""Facts about the older and rarer forms of calls."""

from __future__ import annotations

import uuid

from nemo_spec.conformance.facts import fact
from nemo_spec.conformance.verdicts import NotTestable, expect
from nemo_spec.conformance.world import World, needed, new_id


def _user(world: World) -> str:
    found = needed(world.session(), "beginning a session").data.get("user_id")
    if not isinstance(found, str) or not found:
        raise NotTestable("the session names no user")
    return found


@fact("user-id", spends=True)
def check_user_id(world: World) -> str:
    path = f"/api/state/nemo_agent/{_user(world)}/{world.sid()}/latest"
    answer = world.client.ask("GET", path)
    expect(not answer.problem, answer.problem)
    return ""


@fact("run-user", spends=True)
def check_run_user(world: World) -> str:
    for user in ({"user_id": _user(world)}, {}):
        message = {"role": "user", "parts": [{"text": "How long is the video?"}]}
        body = {"app_name": "nemo_agent", "session_id": world.sid(), "new_message": message, **user}
        answer = world.client.ask("POST", "/run_sse", body=body, stream=True)
        expect(answer.status == 200, f"{'its own id' if user else 'no user_id'}: {answer.status}")
    return ""


@fact("session-language", spends=True)
def check_session_language(world: World) -> str:
    path = "/api/tasks/me/with-session/nemo_agent"
    answer = world.client.ask("POST", path, body={"task_name": "conformance"})
    expect(not answer.problem, answer.problem)
    return ""


@fact("client-id-any", spends=True)
def check_client_id_any(world: World) -> str:
    answer = world.ask_for_token(f"client-1750000000-{uuid.uuid4().hex[:8]}")
    if answer.code == 429:
        raise NotTestable("this address gets no more tokens for now")
    expect(not answer.problem, answer.problem)
    return ""


@fact("render-first", spends=True)
def check_render_first(world: World) -> str:
    world.render()
    draft = needed(world.state(), "reading the state").data["state"]["draft"]
    body = {"id": new_id(), "sessionId": world.sid(), "draft": draft}
    answer = world.client.ask("POST", "/api/render/proxy/draft", body=body)
    if answer.status in (404, 405, 501):
        raise NotTestable("the server does not know it any more")
    expect(not answer.problem, answer.problem)
    expect("taskId" in answer.data or "id" in answer.data, "no taskId")
    return "" if "taskId" in answer.data else "its id is called id"


@fact("render-first-poll", spends=True)
def check_render_first_poll(world: World) -> str:
    answer = world.client.ask("GET", f"/api/render/proxy/{world.render().id}")
    if answer.status in (404, 405, 501):
        raise NotTestable("the server does not know it any more")
    expect(not answer.problem, answer.problem)
    return ""


@fact("render-times", spends=True)
def check_render_times(world: World) -> str:
    last = world.render().polls[-1].data
    begun, ended = last.get("createdAt"), last.get("completedAt")
    if begun is None and ended is None:
        raise NotTestable("the server speaks another form")
    expect(isinstance(begun, int) and isinstance(ended, int), f"{begun!r} and {ended!r}")
    expect(1.7e12 < float(begun or 0) <= float(ended or 0), "not in order, or not in milliseconds")
    return ""


@fact("http-methods")
def check_http_methods(world: World) -> str:
    path = "/api/credits/balance/simple"
    head, options = world.client.ask("HEAD", path), world.client.ask("OPTIONS", path)
    expect(head.status == 200 and not head.body, f"HEAD gave {head.status}")
    expect(options.status in (200, 204), f"OPTIONS gave {options.status}")
    return ""


@fact("http-range", spends=True)
def check_http_range(world: World) -> str:
    whole = len(world.file())
    path = f"/api/render/proxy/{world.render().id}/download"
    for wrong in ("pages=1-2", "bytes=x", "bytes=9-2"):
        answer = world.client.ask("GET", path, headers={"Range": wrong})
        found = (answer.status, len(answer.body))
        expect(found == (200, whole), f"Range: {wrong} gave {answer.status}")
    return ""
