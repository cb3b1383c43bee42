"""The application: routes from the table of calls, one way in and one way out for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from mock_server.api import responses
from mock_server.api.errors import ApiError
from mock_server.api.gate import Gate
from mock_server.api.handlers import auth, chat
from mock_server.api.net import end_connection
from mock_server.api.request import ApiRequest
from mock_server.api.routes import CALLS, Call
from mock_server.api.stream import EventStream
from mock_server.config import MockConfig
from mock_server.mock import Mock
from mock_server.state.requests_log import Entry


def create_app(config: MockConfig | None = None, mock: Mock | None = None) -> Starlette:
    """The mock as an ASGI application; `app.state.mock` is its inside."""
    inside = mock or Mock(config or MockConfig())

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        inside.resume()
        yield
        await asyncio.to_thread(inside.close)

    app = Starlette(
        routes=[Route(one.path, _endpoint(inside, one), methods=[one.method]) for one in CALLS],
        middleware=[Middleware(Gate, inside)],
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    app.router.default = unknown = _Unknown(inside)
    app.add_exception_handler(405, unknown.method)
    app.state.mock = inside
    return app


class _Silence(Response):
    """No answer at all: the connection closes, or is reset."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self.how = how

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        end_connection(scope, self.how)


def _endpoint(mock: Mock, call: Call) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        path = request.url.path.removeprefix(request.scope.get("root_path", ""))
        entry = Entry(mock, request.method, path, call.name)
        incoming = ApiRequest(mock, call, request, entry)
        response = await _answer(incoming)
        if not isinstance(response, EventStream):
            entry.finish(response.status_code)
        return response

    return endpoint


async def _answer(incoming: ApiRequest) -> Response:
    mock, call = incoming.mock, incoming.call
    try:
        try:
            return await _handle(incoming)
        except ApiError as error:
            await incoming.drain()
            return responses.failure(mock, error, call.style)
    except ClientDisconnect:
        return _Silence("cut")
    except ApiError as error:
        return responses.failure(mock, error, call.style)
    except RecursionError:
        return responses.failure(mock, ApiError(422, "nested too deeply"), call.style)
    except Exception as error:
        text = mock.bug(call.name, error)
        return responses.failure(
            mock, ApiError(501, f"the mock failed on this: {text}"), call.style
        )


async def _handle(incoming: ApiRequest) -> Response:
    call = incoming.call
    if call.token:
        auth.authenticate(incoming)
    if not call.streamed:
        await incoming.read_json()
    if not call.name.startswith("_"):
        silence = await _misbehave(incoming)
        if silence is not None:
            return silence
    return await call.handler(incoming)


async def _misbehave(incoming: ApiRequest) -> Response | None:
    """Takes the faults of this occasion; those that can strike any call strike here."""
    entry = incoming.entry
    entry.session = _session_of(incoming)
    if incoming.call.name == "run_sse":
        entry.instruction = chat.instruction(incoming.json)
    with incoming.mock.store.tx():
        faults = incoming.mock.faults.take(incoming.call.name, entry.session, entry.instruction)
        if faults:
            entry.detail["faults"] = sorted(faults)
        entry.identify()
    incoming.faults = faults
    if "delay" in faults:
        await asyncio.sleep(faults["delay"].get("seconds", 1.0))
    if "disconnect" in faults:
        return _Silence(faults["disconnect"].get("how", "cut"))
    if "error" in faults:
        wanted = faults["error"]
        if wanted["code"] == 1001 and incoming.token:
            auth.expire(incoming.mock, incoming.token)
        raise ApiError(wanted["code"], wanted.get("message"), status=wanted.get("status"))
    return None


def _session_of(incoming: ApiRequest) -> str | None:
    if "sid" in incoming.request.path_params:
        return incoming.session_id[:100]
    body = incoming.json if isinstance(incoming.json, dict) else {}
    found = body.get("session_id", body.get("sessionId"))
    return found[:100] if isinstance(found, str) else None


class _Unknown:
    """Anything the table does not know: 501 naming it."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock
        self._call = Call("unknown", "", "", _nothing, "", token=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            response = await self.method(Request(scope, receive), None)
            await response(scope, receive, send)

    async def method(self, request: Request, _: Exception | None) -> Response:
        path = request.scope["path"]
        entry = Entry(self._mock, request.method, path, "unknown")
        incoming = ApiRequest(self._mock, self._call, request, entry)
        error = ApiError(501, f"unknown endpoint {request.method[:20]} {path[:200]}")
        response = responses.failure(self._mock, error, "envelope")
        try:
            await incoming.drain()
        except (ClientDisconnect, ApiError):
            response = _Silence("cut")
        entry.finish(response.status_code)
        return response


async def _nothing(_: ApiRequest) -> Response:
    return Response(status_code=501)
