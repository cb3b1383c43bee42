"""`/run_sse`: an instruction is read, carried out on the draft, and talked about."""

from __future__ import annotations

import asyncio
import json
import random
import uuid
from collections.abc import AsyncGenerator
from typing import Any

from starlette.responses import Response

from mock_server.api import stream_forms
from mock_server.api.errors import ApiError
from mock_server.api.handlers import sessions
from mock_server.api.request import ApiRequest
from mock_server.api.stream import Drop, EventStream
from mock_server.api.stream_forms import Event
from mock_server.faults import delayed_edits, draft_faults
from mock_server.mock import Mock
from mock_server.state import billing

EDIT_SECONDS, TALK_SECONDS, CLIP_SECONDS = (10, 30), (5, 15), (100, 300)
THOUGHTS = 0.3
KEEPALIVE_FORMS = ("data", "empty", "comment", "event")
KEEPALIVE_SECONDS = 5.0
ISSUE = "I encountered a temporary issue. Please try again."
FAKED = 'backend exploded: "quota"\n\ndata: {"text":"not a real event"}'


async def run_sse(call: ApiRequest) -> Response:
    """Starts a run. Errors before the stream: 1001, 1002, 2001, 422."""
    wanted = call.json
    sessions.find(call, wanted["session_id"])
    text = instruction(wanted)
    if not text.strip():
        raise ApiError(422, "new_message holds no text")
    if "needs_role" in call.faults and wanted["new_message"].get("role") != "user":
        text = ""
    run = billing.begin(call.mock, wanted["session_id"], call.user["id"], text, call.entry.number)
    work = Work(call, run)
    return EventStream(
        work.events(),
        work.encode,
        drop=call.faults.get("drop_stream"),
        bug=lambda error: call.mock.bug("run_sse", error),
        done=work.done,
    )


def instruction(body: dict[str, Any]) -> str:
    """The text of all parts of the message."""
    return "\n".join(part["text"] for part in body["new_message"]["parts"] if "text" in part)


async def _acquired(lock: asyncio.Lock) -> bool:
    """Waits for the lock as long as a stream may stay quiet."""
    try:
        return await asyncio.wait_for(lock.acquire(), KEEPALIVE_SECONDS)
    except TimeoutError:
        return False


def _uuid(ids: random.Random) -> str:
    return str(uuid.UUID(int=ids.getrandbits(128), version=4))


class Work:
    """One run from the first keep-alive to the last word."""

    def __init__(self, call: ApiRequest, run: billing.Run) -> None:
        self.mock: Mock = call.mock
        self.call = call
        self.run = run
        self.faults = call.faults
        self.put_off = False
        self.dice: random.Random = self.mock.chance.dice("run", run.text, run.index)
        self.dialect = self.mock.config.dialect
        if self.dialect == "adk" and call.json.get("streaming"):
            self.dialect = "adk-stream"
        ids = self.mock.chance.dice("event ids", run.id)
        self.envelope = stream_forms.Envelope(
            f"e-{_uuid(ids)}", lambda: _uuid(ids), self.mock.clock.now
        )

    def encode(self, event: Event) -> list[bytes]:
        return stream_forms.encode(self.dialect, event, self.envelope)

    def done(self) -> None:
        """The run is over, however it ended."""
        if not self.put_off:
            billing.settle(self.mock, self.run.id)
        self.call.entry.finish(200)

    async def events(self) -> AsyncGenerator[Event, None]:
        for _ in range(self.mock.config.keepalives):
            yield self._keepalive()
        async for event in self._stall():
            yield event
        lock = self.mock.lock(self.run.session)
        while not await _acquired(lock):
            yield self._keepalive()
        try:
            async for event in self._work():
                yield event
        finally:
            lock.release()
        if "temporary_issue" in self.faults:
            yield Event("text", ISSUE)

    async def _work(self) -> AsyncGenerator[Event, None]:
        if (later := self.faults.get("lands_late")) is not None:
            self._put_off(later)
        mock, run = self.mock, self.run
        draft = json.loads(mock.store.value("select draft from sessions where id = ?", run.session))
        media = mock.media(run.session)
        outcome = await asyncio.to_thread(mock.act, run.text, draft, media)
        async for event in self._wait(self._seconds(outcome)):
            yield event
        steps = self._edit(outcome, draft) if outcome.changed else self._talk(outcome.reply)
        async for event in steps:
            yield event

    async def _edit(self, outcome: Any, draft: dict[str, Any]) -> AsyncGenerator[Event, None]:
        broken = self.faults.get("stream_error")
        if broken is not None and not broken.get("applied"):
            yield self._error(broken)
            return
        if self.dialect.startswith("adk") and self.dice.random() < THOUGHTS:
            yield Event("thought", "Working out which segments to change.")
        for step in outcome.calls:
            yield Event("call", name=step.name, data=step.args)
            if "tool_error" not in self.faults:
                continue
            yield Event("result", name=step.name, data={"error": f"{step.name}() failed"})
            async for event in self._talk("That edit failed, nothing was changed."):
                yield event
            return
        try:
            await self._commit(outcome, draft)
        except ApiError as error:
            yield Event("error", error.message, name=str(error.code), form="event")
            return
        async for event in self._report(outcome, broken):
            yield event

    async def _report(
        self,
        outcome: Any,
        broken: dict[str, Any] | None,
    ) -> AsyncGenerator[Event, None]:
        """What is told after the edit was made."""
        if "drop_after_edit" in self.faults:
            raise Drop(self.faults["drop_after_edit"].get("how", "cut"))
        silence = self._silence()
        for step in outcome.calls:
            form = "skip" if silence == "after_tool" else ""
            yield Event("result", name=step.name, data=step.result, form=form)
        async for event in self._wait(self.faults.get("slow_reply", {}).get("seconds", 0.0)):
            yield event
        if broken is not None:
            yield self._error(broken)
        elif silence is not None:
            billing.say(self.mock, self.run.session, "agent", "")
            yield Event("silence", form=silence)
        else:
            async for event in self._talk(outcome.reply):
                yield event

    async def _talk(self, reply: str) -> AsyncGenerator[Event, None]:
        billing.say(self.mock, self.run.session, "agent", reply)
        yield Event("text", reply)

    async def _commit(self, outcome: Any, draft: dict[str, Any]) -> None:
        if "claimed_not_applied" in self.faults:
            return
        result, times = self._damaged(draft, outcome.draft), 1
        if result == draft:
            return
        if "applied_twice" in self.faults:
            media = self.mock.media(self.run.session)
            again = await asyncio.to_thread(self.mock.act, self.run.text, outcome.draft, media)
            result, times = (again.draft, 2) if again.changed else (result, 2)
        with self.mock.store.tx():
            billing.commit(self.mock, self.run, result, outcome.generated, times)
            if (more := self.faults.get("second_stage")) is not None:
                delayed_edits.plan(self.mock, self.run.session, more.get("kind", "bgm"), more)

    def _damaged(self, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
        partly = self.faults.get("partially_applied")
        if partly is not None and "without" in partly:
            after = draft_faults.leave_out(before, after, partly["without"])
        elif partly is not None:
            after = draft_faults.half(before, after)
        if (wrong := self.faults.get("altered")) is not None:
            after = draft_faults.alter(before, after, wrong.get("what", "text"))
        return after

    def _put_off(self, later: dict[str, Any]) -> None:
        self.put_off = True
        with self.mock.store.tx():
            self.mock.store.run("update runs set state = 'late' where id = ?", self.run.id)
            delayed_edits.plan(
                self.mock, self.run.session, "instruction", later, self.run.id, reads=1
            )
        raise Drop(later.get("how", "cut"))

    def _silence(self) -> str | None:
        """How the run falls silent, if it does. Luck is drawn first: faults do not shift it."""
        luck, form = self.dice.random(), self.dice.choice(stream_forms.SILENCES)
        if (asked := self.faults.get("silent")) is not None:
            return asked.get("form", form)
        return form if luck < self.mock.config.silent else None

    def _seconds(self, outcome: Any) -> float:
        slow = self.faults.get("slow_edit", {}).get("seconds", 0.0)
        kind = EDIT_SECONDS if outcome.changed else TALK_SECONDS
        usual = self.dice.uniform(*(CLIP_SECONDS if outcome.generated else kind))
        return slow + usual * self.mock.config.speed

    def _error(self, broken: dict[str, Any]) -> Event:
        form = broken.get("form", "both")
        usual = FAKED if form == "unescaped" else "backend exploded – ü"
        return Event(
            "error",
            broken.get("message", usual),
            name=broken.get("code", "FakeModelError"),
            form=form,
        )

    def _keepalive(self) -> Event:
        return Event("keepalive", form=self.dice.choice(KEEPALIVE_FORMS))

    async def _stall(self) -> AsyncGenerator[Event, None]:
        if (stall := self.faults.get("stall")) is not None:
            wait = self._wait(stall.get("seconds", float("inf")), stall.get("every", 1.0))
            async for event in wait:
                yield event

    async def _wait(
        self, seconds: float, every: float = KEEPALIVE_SECONDS
    ) -> AsyncGenerator[Event, None]:
        """Lets time pass with a keep-alive every so often; `every` 0 is silence."""
        until = asyncio.get_running_loop().time() + seconds
        while (left := until - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(min(left, every or 60.0))
            if every and left > every:
                yield self._keepalive()
