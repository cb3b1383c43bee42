"""`/_mock/…`: the log, faults, settings, clock. None of it exists at the real service."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import fields

from starlette.responses import Response

from mock_server.api.body import check, parse
from mock_server.api.calls import CALLS
from mock_server.api.dialects import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.api.errors import ApiError
from mock_server.api.request import ApiRequest
from mock_server.api.responses import json_response
from mock_server.api.schemas import Draft
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

HIDDEN = ("host", "port", "allow_hosts", "data", "faults", "act", "render", "probe")


class ControlHandlers:
    """Looks into the mock and changes it while it runs."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        log: RequestLog,
        accounts: Accounts,
        sessions: Sessions,
        faults: Faults,
        bugs: Bugs,
        reset: Callable[[], None],
    ) -> None:
        self._store, self._settings, self._clock, self._log = store, settings, clock, log
        self._accounts, self._sessions, self._faults = accounts, sessions, faults
        self._bugs, self._reset = bugs, reset

    def handlers(self) -> dict[str, Callable[[ApiRequest], Awaitable[Response]]]:
        """The handlers by the names of their calls, without the underscore."""
        return {
            "index": self._index,
            "requests": self._requests,
            "faults": self._list_faults,
            "add_faults": self._add_faults,
            "clear_faults": self._clear_faults,
            "settings": self._show_settings,
            "set": self._change_settings,
            "clock": self._show_clock,
            "advance": self._advance,
            "reset": self._reset_all,
            "mint": self._mint,
            "account": self._set_account,
            "draft": self._get_draft,
            "put_draft": self._put_draft,
            "bugs": self._show_bugs,
            "openapi": self._openapi,
            "fidelity": self._fidelity,
        }

    async def _index(self, call: ApiRequest) -> Response:
        kinds = {
            name: {"does": kind.doc, "calls": list(kind.calls), "parameters": parameters(name)}
            for name, kind in FAULTS.items()
        }
        return json_response(
            {
                "calls": {one.name: f"{one.method} {one.path} – {one.doc}" for one in CALLS},
                "faults": kinds,
                "every_fault": common(),
                "dialects": SSE_DIALECTS,
                "render_dialects": RENDER_DIALECTS,
            }
        )

    async def _requests(self, call: ApiRequest) -> Response:
        query = call.request.query_params
        found = self._log.entries(query.get("session"), query.get("call"))
        return json_response({"requests": found})

    async def _list_faults(self, call: ApiRequest) -> Response:
        return json_response({"faults": self._faults.to_json()})

    async def _add_faults(self, call: ApiRequest) -> Response:
        wanted = parse(await call.read(call.call.limit))
        specs = wanted if isinstance(wanted, list) else [wanted]
        for spec in specs:
            check(spec, Draft, "fault")
        for fault in [build(spec) for spec in specs]:
            self._faults.add(fault)
        return await self._list_faults(call)

    async def _clear_faults(self, call: ApiRequest) -> Response:
        self._faults.clear()
        return await self._list_faults(call)

    async def _show_settings(self, call: ApiRequest) -> Response:
        config = self._settings.config
        names = [one.name for one in fields(config) if one.name not in HIDDEN]
        return json_response({name: getattr(config, name) for name in names})

    async def _change_settings(self, call: ApiRequest) -> Response:
        try:
            self._settings.change(**call.json)
        except ValueError as error:
            raise ApiError(422, str(error)) from None
        return await self._show_settings(call)

    async def _show_clock(self, call: ApiRequest) -> Response:
        now = self._clock.now()
        return json_response({"now": now, "iso": iso(now)})

    async def _advance(self, call: ApiRequest) -> Response:
        self._clock.advance(call.json["advance"])
        return await self._show_clock(call)

    async def _reset_all(self, call: ApiRequest) -> Response:
        self._reset()
        return json_response({"reset": True})

    async def _mint(self, call: ApiRequest) -> Response:
        wanted, user = call.json, call.json.get("user_id")
        with self._store.tx():
            if user is None:
                user = self._accounts.register()
            self._accounts.check_user(user)
            if "credits" in wanted:
                self._accounts.set_balance(user, wanted["credits"])
            scopes = tuple(wanted.get("scopes", ("*",)))
            token = self._accounts.issue(user, scopes, lasts=wanted.get("expires_in", WEEK))
        return json_response({"token": token, "user_id": user, "scopes": scopes})

    async def _set_account(self, call: ApiRequest) -> Response:
        self._accounts.set_balance(call.json["user_id"], call.json["credits"])
        return json_response(self._accounts.balance(call.json["user_id"]))

    async def _get_draft(self, call: ApiRequest) -> Response:
        draft = self._sessions.get(call.session_id)["draft"]
        return Response(draft.encode(), media_type="application/json")

    async def _put_draft(self, call: ApiRequest) -> Response:
        check_shape(call.json)
        self._sessions.replace_draft(call.session_id, call.json)
        return json_response({"replaced": True})

    async def _show_bugs(self, call: ApiRequest) -> Response:
        return json_response({"bugs": self._bugs})

    async def _openapi(self, call: ApiRequest) -> Response:
        from mock_server.spec.openapi import describe

        return json_response(describe(call.base_url()))

    async def _fidelity(self, call: ApiRequest) -> Response:
        from mock_server.spec.fidelity import as_json

        return json_response(as_json())
