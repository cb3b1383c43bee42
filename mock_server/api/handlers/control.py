"""`/_mock/…`: the log, faults, settings, clock. None of it exists at the real service."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, fields

from starlette.responses import Response

from mock_server.api.body import check, parse
from mock_server.api.calls import CALLS, CONTROL, SOCKET
from mock_server.api.dialects import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.api.errors import ApiError
from mock_server.api.request import ApiRequest
from mock_server.api.responses import json_response
from mock_server.api.schemas import Draft
from mock_server.draft_dialects import described
from mock_server.faults.injector import Faults, build
from mock_server.faults.table import FAULTS, common, parameters
from mock_server.state.accounts import Accounts
from mock_server.state.bugs import Bugs
from mock_server.state.clock import WEEK, Clock, iso
from mock_server.state.requests_log import RequestLog
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Store
from mock_server.timeline.shape import check_shape

HIDDEN = (
    "host", "port", "allow_hosts", "fetch_hosts", "data", "faults", "act", "render", "probe",
)  # fmt: skip


@dataclass(eq=False)
class ControlHandlers:
    """Looks into the mock and changes it while it runs."""

    store: Store
    settings: Settings
    clock: Clock
    log: RequestLog
    accounts: Accounts
    sessions: Sessions
    faults: Faults
    bugs: Bugs
    reset: Callable[[], None]

    def handlers(self) -> dict[str, Callable[[ApiRequest], Awaitable[Response]]]:
        """The handlers: each is the method with the name of its call."""
        return {call.name: getattr(self, call.name) for call in CONTROL}

    async def _index(self, call: ApiRequest) -> Response:
        kinds = {
            name: {"does": kind.doc, "calls": list(kind.calls), "parameters": parameters(name)}
            for name, kind in FAULTS.items()
        }
        return json_response(
            {
                "calls": {
                    one.name: f"{one.method} {one.path} – {one.doc}" for one in (*CALLS, *SOCKET)
                },
                "faults": kinds,
                "every_fault": common(),
                "dialects": SSE_DIALECTS,
                "render_dialects": RENDER_DIALECTS,
                "draft_dialects": described(),
            }
        )

    async def _requests(self, call: ApiRequest) -> Response:
        query = call.request.query_params
        found = self.log.entries(query.get("session"), query.get("call"))
        return json_response({"requests": found})

    async def _faults(self, call: ApiRequest) -> Response:
        return json_response({"faults": self.faults.to_json()})

    async def _add_faults(self, call: ApiRequest) -> Response:
        wanted = parse(await call.read(call.call.limit))
        specs = wanted if isinstance(wanted, list) else [wanted]
        for spec in specs:
            check(spec, Draft, "fault")
        for fault in [build(spec) for spec in specs]:
            self.faults.add(fault)
        return await self._faults(call)

    async def _clear_faults(self, call: ApiRequest) -> Response:
        self.faults.clear()
        return await self._faults(call)

    async def _settings(self, call: ApiRequest) -> Response:
        config = self.settings.config
        names = [one.name for one in fields(config) if one.name not in HIDDEN]
        return json_response({name: getattr(config, name) for name in names})

    async def _set(self, call: ApiRequest) -> Response:
        try:
            self.settings.change(**call.json)
        except ValueError as error:
            raise ApiError(422, str(error)) from None
        return await self._settings(call)

    async def _clock(self, call: ApiRequest) -> Response:
        now = self.clock.now()
        return json_response({"now": now, "iso": iso(now)})

    async def _advance(self, call: ApiRequest) -> Response:
        self.clock.advance(call.json["advance"])
        return await self._clock(call)

    async def _reset(self, call: ApiRequest) -> Response:
        self.reset()
        return json_response({"reset": True})

    async def _mint(self, call: ApiRequest) -> Response:
        wanted, user = call.json, call.json.get("user_id")
        with self.store.tx():
            if user is None:
                user = self.accounts.register()
            self.accounts.check_user(user)
            if "credits" in wanted:
                self.accounts.set_balance(user, wanted["credits"])
            scopes = tuple(wanted.get("scopes", ("*",)))
            token = self.accounts.issue(user, scopes, lasts=wanted.get("expires_in", WEEK))
        return json_response({"token": token, "user_id": user, "scopes": scopes})

    async def _account(self, call: ApiRequest) -> Response:
        self.accounts.set_balance(call.json["user_id"], call.json["credits"])
        return json_response(self.accounts.balance(call.json["user_id"]))

    async def _draft(self, call: ApiRequest) -> Response:
        draft = self.sessions.get(call.session_id)["draft"]
        return Response(draft.encode(), media_type="application/json")

    async def _put_draft(self, call: ApiRequest) -> Response:
        check_shape(call.json)
        self.sessions.replace_draft(call.session_id, call.json)
        return json_response({"replaced": True})

    async def _bugs(self, call: ApiRequest) -> Response:
        return json_response({"bugs": self.bugs})

    async def _openapi(self, call: ApiRequest) -> Response:
        from mock_server.spec.openapi import describe

        return json_response(describe(call.base_url()))

    async def _fidelity(self, call: ApiRequest) -> Response:
        from mock_server.spec.fidelity import as_json

        return json_response(as_json())
