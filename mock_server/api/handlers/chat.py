"""`/run_sse`: reads an instruction, edits the draft, and streams what it did."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from mock_server.api import stream_forms
from mock_server.api.errors import ApiError
from mock_server.api.request import ApiRequest
from mock_server.api.run import ChatParts, Work
from mock_server.api.stream import EventStream
from mock_server.api.stream_forms import Event
from mock_server.state.billing import Run


def instruction(body: dict[str, Any]) -> str:
    """The text of all parts of the message."""
    return "\n".join(part["text"] for part in body["new_message"]["parts"] if "text" in part)


def _uuid(ids: random.Random) -> str:
    """As `uuid.UUID(int=…, version=4)` writes it."""
    bits = ids.getrandbits(128) & ~(0xF000 << 64 | 0xC000 << 48) | 0x4000 << 64 | 0x8000 << 48
    digits = f"{bits:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


@dataclass(eq=False)
class ChatHandlers:
    """Instructions to the agent."""

    parts: ChatParts

    async def run_sse(self, call: ApiRequest) -> Response:
        """Start a run. Raises ApiError 1001, 1002, 2001 or 422 before the stream begins."""
        wanted, parts = call.json, self.parts
        session = wanted["session_id"]
        try:
            call.check_user(wanted.get("user_id", "me"))
            parts.sessions.owned(session, call.user["id"])
        except ApiError as error:
            raise ApiError(error.code, session[:100]) from None
        text = instruction(wanted)
        if not text.strip():
            raise ApiError(422, "new_message holds no text")
        if "needs_role" in call.faults and wanted["new_message"].get("role") != "user":
            text = ""
        with parts.store.tx():
            call.entry.identify()
            run = parts.billing.begin(session, call.user["id"], text, call.entry.number)
        return self._stream(call, run)

    def _stream(self, call: ApiRequest, run: Run) -> EventStream:
        parts, dialect = self.parts, self._dialect(call)
        work = Work(call.faults, run, parts, thinks=dialect.startswith("adk"))
        ids = parts.random.stream("event ids", run.id)
        envelope = stream_forms.Envelope(f"e-{_uuid(ids)}", lambda: _uuid(ids), parts.clock.now)

        def encode(event: Event) -> list[bytes]:
            return stream_forms.encode(dialect, event, envelope)

        def done() -> None:
            with parts.store.tx():
                work.done()
                call.entry.finish(200)

        return EventStream(
            work.events(),
            encode,
            drop=call.faults.get("drop_stream"),
            bug=lambda error: parts.bugs.report("run_sse", error),
            done=done,
        )

    def _dialect(self, call: ApiRequest) -> str:
        dialect = self.parts.settings.config.dialect
        return "adk-stream" if dialect == "adk" and call.json.get("streaming") else dialect
