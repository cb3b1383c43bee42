"""The application: one way in and one way out for every call."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute, compile_path
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from mock_server.api import responses
from mock_server.api.calls import CALLS, SOCKET, Call
from mock_server.api.errors import ApiError
from mock_server.api.gate import Gate
from mock_server.api.handlers.chat import instruction
from mock_server.api.net import end_connection
from mock_server.api.request import ApiRequest
from mock_server.api.stream import EventStream
from mock_server.faults.injector import Faults
from mock_server.state.accounts import Accounts
from mock_server.state.bugs import Bugs
from mock_server.state.requests_log import RequestLog
from mock_server.state.settings import Settings
from mock_server.state.store import Store

Handler = Callable[[ApiRequest], Awaitable[Response]]
_ODD = re.compile(r"[?#\\\s\x00-\x1f]")
UNKNOWN = Call("unknown", "", "", "", token=False)


def create_app(
    door: FrontDoor,
    handlers: Mapping[str, Handler],
    chat: Callable[[WebSocket], Awaitable[None]],
    start: Callable[[], None],
    stop: Callable[[], None],
) -> Starlette:
    """The ASGI application; `chat` serves WebSockets, `start` runs before the first request, `stop`
    after the last."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        start()
        yield
        await asyncio.to_thread(stop)

    routes = [
        Route(one.path, door.endpoint(one, handlers[one.name]), methods=[one.method])
        for one in CALLS
    ]
    sockets = [WebSocketRoute(path, chat) for path in {one.path for one in SOCKET}]
    app = Starlette(
        routes=[*routes, *sockets], middleware=[Middleware(Gate, door.settings)], lifespan=lifespan
    )
    app.router.redirect_slashes = False
    app.router.default = door.unknown_path
    app.add_exception_handler(405, door.unknown_method)
    return app


class _Silence(Response):
    """No answer at all: the connection closes, or is reset."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self.how = how

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        end_connection(scope, self.how)


@dataclass(eq=False)
class FrontDoor:
    """Logs, authenticates and checks each request, applies faults, and answers every error."""

    store: Store
    settings: Settings
    log: RequestLog
    accounts: Accounts
    faults: Faults
    bugs: Bugs

    def endpoint(self, call: Call, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint of one call."""

        async def endpoint(request: Request) -> Response:
            path = _path(request).removeprefix(request.scope.get("root_path", ""))
            incoming = ApiRequest(call, request, self.log.begin(request.method, path, call.name))
            response = await self._answer(incoming, handler)
            if not isinstance(response, EventStream):
                incoming.entry.finish(response.status_code)
            return responses.packed(response, incoming.header("Accept-Encoding"))

        return endpoint

    async def unknown_path(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 501 naming a path that the table does not know."""
        if scope["type"] == "http":
            response = await self.unknown_method(Request(scope, receive), None)
            await response(scope, receive, send)
        elif scope["type"] == "websocket":
            error = ApiError(501, f"unknown endpoint WebSocket {scope['path'][:200]}")
            await responses.deny(WebSocket(scope, receive, send), self._failure(error, UNKNOWN))

    async def unknown_method(self, request: Request, _: Exception | None) -> Response:
        """Answer OPTIONS with what the path allows, and 501 naming the method and the path."""
        if request.method == "OPTIONS" and (methods := allowed(request.scope["path"])):
            return Response(status_code=204, headers={"Allow": ", ".join(methods)})
        path = request.scope["path"]
        entry = self.log.begin(request.method, path, UNKNOWN.name)
        error = ApiError(501, f"unknown endpoint {request.method[:20]} {path[:200]}")
        response = self._failure(error, UNKNOWN)
        try:
            await ApiRequest(UNKNOWN, request, entry).drain()
        except (ClientDisconnect, ApiError):
            response = _Silence("cut")
        entry.finish(response.status_code)
        return response

    def _failure(self, error: ApiError, call: Call) -> Response:
        return responses.failure(self.settings.config, error, call.style)

    async def _answer(self, incoming: ApiRequest, handler: Handler) -> Response:
        call = incoming.call
        try:
            try:
                return await self._handle(incoming, handler)
            except ApiError as error:
                await incoming.drain()
                return self._failure(error, call)
        except ClientDisconnect:
            return _Silence("cut")
        except ApiError as error:
            return self._failure(error, call)
        except RecursionError:
            return self._failure(ApiError(422, "nested too deeply"), call)
        except Exception as error:
            text = self.bugs.report(call.name, error)
            return self._failure(ApiError(501, f"the mock failed on this: {text}"), call)

    async def _handle(self, incoming: ApiRequest, handler: Handler) -> Response:
        call = incoming.call
        if call.token:
            self._authenticate(incoming)
        if not call.streamed:
            await incoming.read_json()
        if not call.name.startswith("_"):
            silence = await self._misbehave(incoming)
            if silence is not None:
                return silence
        return await handler(incoming)

    def _authenticate(self, incoming: ApiRequest) -> None:
        """Set the user of a request. Raises ApiError 1001, or 403 when a scope is missing."""
        kind, _, token = incoming.header("Authorization").partition(" ")
        if kind.lower() != "bearer" or not token.strip():
            raise ApiError(1001, "missing bearer token")
        incoming.token = token.strip()
        user = self.accounts.holder(incoming.token)
        if user is None:
            is_second = incoming.call.style == "gateway"
            raise self.accounts.refusal(incoming.token) if is_second else ApiError(1001)
        incoming.user, incoming.entry.user = user, user["id"]
        scope, scopes = incoming.call.scope, user["scopes"].split()
        if scope and scope not in scopes and "*" not in scopes:
            raise ApiError(403, f"the token lacks the scope {scope}")

    async def _misbehave(self, incoming: ApiRequest) -> Response | None:
        """Take the faults that apply; those that can strike any call strike here."""
        self._take_faults(incoming)
        faults = incoming.faults
        if "delay" in faults:
            await asyncio.sleep(faults["delay"].get("seconds", 1.0))
        if "disconnect" in faults:
            return _Silence(faults["disconnect"].get("how", "cut"))
        if "error" in faults:
            wanted = faults["error"]
            if wanted["code"] in (1001, 1010, 1011) and incoming.token:
                self.accounts.expire(incoming.token)
            raise ApiError(wanted["code"], wanted.get("message"), status=wanted.get("status"))
        return None

    def _take_faults(self, incoming: ApiRequest) -> None:
        call, entry = incoming.call, incoming.entry
        entry.session = _session_of(incoming)
        if call.name == "run_sse":
            entry.instruction = instruction(incoming.json)
            if self.faults.none_wait():
                return  # a run is identified as it begins
        with self.store.tx():
            incoming.faults = self.faults.take(call, entry.session, entry.instruction)
            if incoming.faults:
                entry.detail["faults"] = sorted(incoming.faults)
            entry.identify()


def _path(request: Request) -> str:
    """The path of a request, as its URL has it; the URL is put together only where it may differ."""
    path: str = request.scope["path"]
    return request.url.path if _ODD.search(path) else path


def allowed(path: str) -> list[str]:
    """The methods of a path (RFC 9110, 9.3.7); `*` stands for the whole server."""
    paths = {one.method: one.path for one in CALLS if path == "*" or _fits(one.path, path)}
    found = {*paths, "OPTIONS"} | ({"HEAD"} if "GET" in paths else set())
    return sorted(found) if paths else []


def _fits(pattern: str, path: str) -> bool:
    return compile_path(pattern)[0].match(path) is not None


def _session_of(incoming: ApiRequest) -> str | None:
    if "sid" in incoming.request.path_params:
        return incoming.session_id[:100]
    body = incoming.json if isinstance(incoming.json, dict) else {}
    found = body.get("session_id", body.get("sessionId"))
    return found[:100] if isinstance(found, str) else None
