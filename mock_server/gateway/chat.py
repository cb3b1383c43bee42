"""`/ws/chat`: a conversation with the agent of one session, over a WebSocket."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from mock_server.api.calls import WS_MESSAGE, WS_OPEN, Call
from mock_server.api.errors import ApiError
from mock_server.api.net import end_connection
from mock_server.api.responses import deny, failure
from mock_server.api.run import ChatParts, Work
from mock_server.api.stream import Drop, EventSource
from mock_server.faults.injector import Faults
from mock_server.gateway.frames import frames, question
from mock_server.gateway.prompts import as_instruction
from mock_server.state.accounts import Accounts
from mock_server.state.requests_log import Entry, RequestLog
from mock_server.state.store import compact

BAD_TOKEN, NO_SESSION = 4001, 4002  # documented close codes
UNREADABLE, REFUSED, BROKEN = 1003, 1008, 1011


@dataclass(eq=False)
class ChatDoor:
    """Lets a WebSocket in, or says why not."""

    parts: ChatParts
    log: RequestLog
    accounts: Accounts
    faults: Faults

    async def open(self, socket: WebSocket) -> None:
        """Serve one connection from the handshake to its end."""
        session = socket.query_params.get("session_id", "")
        entry = self._entry(WS_OPEN)
        entry.session = session[:100]
        taken = self._take(WS_OPEN, entry)
        try:
            if await self._misbehaved(socket, taken):
                return
            user = self._user(socket, entry)
            await socket.accept()
            entry.finish(101)
            await self._serve(socket, session, user, taken)
        except ApiError as error:
            await self._refuse(socket, entry, error)
        except (WebSocketDisconnect, OSError, RuntimeError):
            pass
        except Exception as error:
            self.parts.bugs.report("ws_chat", error)
            await _close(socket, BROKEN)

    async def _serve(
        self, socket: WebSocket, session: str, user: str, taken: dict[str, dict[str, Any]]
    ) -> None:
        if not session:
            await _close(socket, NO_SESSION)
            return
        self.parts.sessions.owned(session, user)
        talk = Conversation(self, socket, session, user)
        if "never_ready" in taken:
            await talk.stay_cold(taken["never_ready"].get("how"))
            return
        try:
            await talk.begin()
            await talk.go_on()
        finally:
            await talk.abort()

    def _user(self, socket: WebSocket, entry: Entry) -> str:
        token = socket.query_params.get("token", "")
        user = self.accounts.holder(token)
        if user is None:
            raise self.accounts.refusal(token)
        entry.user = user["id"]
        if not {"write", "*"} & set(user["scopes"].split()):
            raise ApiError(403, "the token lacks the scope write")
        return user["id"]

    async def _misbehaved(self, socket: WebSocket, taken: dict[str, dict[str, Any]]) -> bool:
        """Faults that strike the handshake; True where no connection comes of it."""
        if "delay" in taken:
            await asyncio.sleep(taken["delay"].get("seconds", 1.0))
        if "disconnect" in taken:
            end_connection(socket.scope, taken["disconnect"].get("how", "cut"))
        if "error" in taken:
            wanted = taken["error"]
            raise ApiError(wanted["code"], wanted.get("message"), status=wanted.get("status"))
        return "disconnect" in taken

    async def _refuse(self, socket: WebSocket, entry: Entry, error: ApiError) -> None:
        """4001 for a bad token; a session that is not there is told in a message; the rest is HTTP."""
        entry.finish(error.status)
        with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):
            if error.code in (1001, 1010, 1011):
                await socket.accept()
                await _close(socket, BAD_TOKEN)
            elif socket.application_state == WebSocketState.CONNECTED:
                await socket.send_text(_error(error))
                await _close(socket, REFUSED)
            else:
                config = self.parts.settings.config
                await deny(socket, failure(config, error, "gateway"))

    def _entry(self, call: Call) -> Entry:
        return self.log.begin(call.method, call.path, call.name)

    def _take(self, call: Call, entry: Entry) -> dict[str, dict[str, Any]]:
        with self.parts.store.tx():
            taken = self.faults.take(call, entry.session, entry.instruction)
            if taken:
                entry.detail["faults"] = sorted(taken)
            entry.identify()
        return taken

    def take_message(self, session: str, user: str, text: str) -> Turn:
        """A message on its way to the agent, noted in the log, with the faults that apply to it."""
        entry = self._entry(WS_MESSAGE)
        entry.session, entry.user, entry.instruction = session, user, text
        return Turn(text, entry, self._take(WS_MESSAGE, entry))


@dataclass(eq=False)
class Turn:
    """One message and its line in the log."""

    text: str
    entry: Entry
    faults: dict[str, dict[str, Any]]


@dataclass(eq=False)
class Conversation:
    """An open connection: one message at a time is worked on."""

    door: ChatDoor
    socket: WebSocket
    session: str
    user: str
    working: asyncio.Task[None] | None = field(default=None)

    async def begin(self) -> None:
        """Warm up, and say that messages may come."""
        await self._send({"type": "warming_up"})
        box = f"sandbox_{self.session[-8:]}"
        await self._send({"type": "status", "status": "sandbox_startup", "sandbox_id": box})
        await self._send({"type": "session_ready", "session_id": self.session})

    async def stay_cold(self, how: str | None) -> None:
        """Never become ready; `how` the connection ends, if it does."""
        await self._send({"type": "warming_up"})
        if how is not None:
            await self._end(how)
            return
        while True:
            await self.socket.receive_text()

    async def go_on(self) -> None:
        """Answer until the client leaves. Raises WebSocketDisconnect."""
        while True:
            received = await self.socket.receive()
            if received["type"] == "websocket.disconnect":
                raise WebSocketDisconnect(received.get("code", 1005))
            if received.get("text") is None:
                await _close(self.socket, UNREADABLE)
                return
            try:
                await self._take(_message(received["text"]))
            except ApiError as error:
                await self.socket.send_text(_error(error))

    async def abort(self) -> None:
        """Stop what is being worked on; an edit that is made stays."""
        if self.working is not None and not self.working.done():
            self.working.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.working

    async def _take(self, message: dict[str, Any]) -> None:
        match message.get("type"):
            case "ping":
                await self._send({"type": "pong"})
            case "abort":
                await self.abort()
                await self._send({"type": "done", "aborted": True})
            case "message":
                self._start(message.get("content"))
            case other:
                raise ApiError(501, f"unknown message type {str(other)[:40]!r}")

    def _start(self, content: object) -> None:
        if not isinstance(content, str) or not content.strip():
            raise ApiError(422, "a message needs `content`")
        if self.working is not None and not self.working.done():
            raise ApiError(409, "the agent is still at work on the last message")
        turn = self.door.take_message(self.session, self.user, content)
        self.working = asyncio.create_task(self._work(turn))

    async def _work(self, turn: Turn) -> None:
        try:
            await self._answer(turn)
        except ApiError as error:
            turn.entry.finish(error.status)
            await self.socket.send_text(_error(error))
        except Drop as drop:
            await self._end(drop.how)
        except (WebSocketDisconnect, OSError, RuntimeError):
            pass
        except Exception as error:
            self.door.parts.bugs.report("ws_chat", error)
            await _close(self.socket, BROKEN)

    async def _answer(self, turn: Turn) -> None:
        parts = self.door.parts
        await self._strike(turn)
        text = self._instruction(turn)
        if "ask_question" in turn.faults:
            parts.sessions.ask(self.session, text)
            parts.sessions.say(self.session, "user", turn.text)
            turn.entry.finish(200)
            await self._accept(turn)
            await self._send(question(turn.faults["ask_question"].get("title", "Before I go on")))
            return
        run = parts.billing.begin(self.session, self.user, text, turn.entry.number)
        await self._tell(turn, Work(turn.faults, run, parts, thinks=True))

    async def _strike(self, turn: Turn) -> None:
        """Faults that strike a message before anything is done about it."""
        if "delay" in turn.faults:
            await asyncio.sleep(turn.faults["delay"].get("seconds", 1.0))
        if "disconnect" in turn.faults:
            raise Drop(turn.faults["disconnect"].get("how", "cut"))
        if "error" in turn.faults:
            wanted = turn.faults["error"]
            raise ApiError(wanted["code"], wanted.get("message"), status=wanted.get("status"))

    def _instruction(self, turn: Turn) -> str:
        """What to do: after a question, what was asked for before it, if the answer is yes."""
        asked = self.door.parts.sessions.asked(self.session)
        if not asked:
            return as_instruction(turn.text)
        self.door.parts.sessions.ask(self.session, "")
        return asked if "yes" in turn.text.lower() else turn.text

    async def _accept(self, turn: Turn) -> None:
        await self._send({"type": "message_accepted", "client_message_id": f"m{turn.entry.number}"})

    async def _tell(self, turn: Turn, work: Work) -> None:
        failed = ""
        try:
            await self._accept(turn)
            async with contextlib.aclosing(work.events()) as events:
                failed = await self._tell_all(events, turn.faults.get("drop_stream"))
        finally:
            # Before the last message: a client that sees the end may ask for the price.
            work.done()
            turn.entry.finish(200)
        if failed == "unescaped":
            await _close(self.socket, BROKEN)
        elif not failed:
            await self._send({"type": "done"})

    async def _tell_all(self, events: EventSource, drop: dict[str, Any] | None) -> str:
        """Send the messages of a run; returns the form of the error that ended it, if one did."""
        failed, sent = "", 0
        after = -1 if drop is None else int(drop.get("after", 0))
        if sent == after:
            raise Drop((drop or {}).get("how", "cut"))
        async for event in events:
            for text in frames(event):
                await self.socket.send_text(text)
            sent += event.kind != "keepalive"
            if sent == after:
                raise Drop((drop or {}).get("how", "cut"))
            failed = (event.form or "event") if event.kind == "error" else failed
        return failed

    async def _end(self, how: str) -> None:
        """End the connection: closed in good order, cut, or reset."""
        if how == "end":
            await _close(self.socket, 1000)
        else:
            end_connection(self.socket.scope, how)

    async def _send(self, message: dict[str, Any]) -> None:
        await self.socket.send_text(compact(message))


def _message(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ApiError(422, "a message is a JSON object")
    return found


def _error(error: ApiError) -> str:
    return compact({"type": "error", "error": error.message, "code": error.code})


async def _close(socket: WebSocket, code: int) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):
        await socket.close(code)
