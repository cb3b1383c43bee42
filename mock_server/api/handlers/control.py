"""`/_mock/…`: the log, faults, settings, clock. None of it exists at the real service."""

from __future__ import annotations

from dataclasses import fields

from starlette.responses import Response

from mock_server.api import schema
from mock_server.api.errors import ApiError
from mock_server.api.handlers import auth
from mock_server.api.request import ApiRequest
from mock_server.api.responses import json_response
from mock_server.config import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.faults.injector import build
from mock_server.faults.table import COMMON, FAULTS
from mock_server.mock import compact
from mock_server.state import requests_log
from mock_server.state.clock import WEEK, iso
from mock_server.timeline.shape import check_shape

HIDDEN = ("host", "port", "allow_hosts", "data", "faults", "act", "render", "probe")


async def index(call: ApiRequest) -> Response:
    from mock_server.api.routes import CALLS

    kinds = {
        name: {
            "does": kind.doc,
            "calls": list(kind.calls),
            "parameters": {key: one.doc for key, one in kind.params.items()},
        }
        for name, kind in FAULTS.items()
    }
    return json_response(
        {
            "calls": {one.name: f"{one.method} {one.path} – {one.doc}" for one in CALLS},
            "faults": kinds,
            "every_fault": {key: one.doc for key, one in COMMON.items()},
            "dialects": SSE_DIALECTS,
            "render_dialects": RENDER_DIALECTS,
        }
    )


async def requests(call: ApiRequest) -> Response:
    query = call.request.query_params
    found = requests_log.entries(call.mock, query.get("session"), query.get("call"))
    return json_response({"requests": [one for one in found if not one["call"].startswith("_")]})


async def list_faults(call: ApiRequest) -> Response:
    return json_response({"faults": call.mock.faults.to_json()})


async def add_faults(call: ApiRequest) -> Response:
    wanted = schema.parse(await call.read(call.call.limit))
    specs = wanted if isinstance(wanted, list) else [wanted]
    for spec in specs:
        schema.check(spec, schema.Field("object"), "fault")
    for fault in [build(spec) for spec in specs]:
        call.mock.faults.add(fault)
    return await list_faults(call)


async def clear_faults(call: ApiRequest) -> Response:
    call.mock.faults.clear()
    return await list_faults(call)


async def settings(call: ApiRequest) -> Response:
    config = call.mock.config
    names = [one.name for one in fields(config) if one.name not in HIDDEN]
    return json_response({name: getattr(config, name) for name in names})


async def change_settings(call: ApiRequest) -> Response:
    try:
        call.mock.change(**call.json)
    except ValueError as error:
        raise ApiError(422, str(error)) from None
    return await settings(call)


async def clock(call: ApiRequest) -> Response:
    now = call.mock.clock.now()
    return json_response({"now": now, "iso": iso(now)})


async def advance(call: ApiRequest) -> Response:
    call.mock.clock.advance(call.json["advance"])
    return await clock(call)


async def reset(call: ApiRequest) -> Response:
    call.mock.reset()
    return json_response({"reset": True})


async def mint(call: ApiRequest) -> Response:
    mock, wanted = call.mock, call.json
    user = wanted.get("user_id")
    with mock.store.tx():
        if user is None:
            user = "user_" + mock.chance.hex("user", 16)
            mock.store.run("insert into users values (?, null, 0, ?)", user, mock.config.credits)
        elif not mock.store.value("select 1 from users where id = ?", user):
            raise ApiError(404, "no such user")
        if "credits" in wanted:
            mock.store.run("update users set balance = ? where id = ?", wanted["credits"], user)
        scopes = tuple(wanted.get("scopes", ("*",)))
        token = auth.issue(mock, user, scopes, lasts=wanted.get("expires_in", WEEK))
    return json_response({"token": token, "user_id": user, "scopes": scopes})


async def account(call: ApiRequest) -> Response:
    wanted = call.json
    changed = call.mock.store.run(
        "update users set balance = ? where id = ?", wanted["credits"], wanted["user_id"]
    )
    if not changed:
        raise ApiError(404, "no such user")
    return json_response(auth.balance(call.mock, wanted["user_id"]))


async def get_draft(call: ApiRequest) -> Response:
    draft = call.mock.store.value("select draft from sessions where id = ?", call.session_id)
    if draft is None:
        raise ApiError(1002)
    return Response(draft.encode(), media_type="application/json")


async def put_draft(call: ApiRequest) -> Response:
    check_shape(call.json)
    changed = call.mock.store.run(
        "update sessions set draft = ? where id = ?", compact(call.json), call.session_id
    )
    if not changed:
        raise ApiError(1002)
    return json_response({"replaced": True})


async def bugs(call: ApiRequest) -> Response:
    return json_response({"bugs": call.mock.bugs})


async def openapi(call: ApiRequest) -> Response:
    from mock_server.spec.openapi import describe

    return json_response(describe(call.base_url()))


async def fidelity(call: ApiRequest) -> Response:
    from mock_server.spec.fidelity import as_json

    return json_response(as_json())
