"""One run of the agent: from an instruction to the events that tell what it did.

How they travel is not known here: `/run_sse` streams them, `/ws/chat` sends them as messages.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mock_server.api.errors import ApiError
from mock_server.api.stream import Drop
from mock_server.api.stream_forms import SILENCES, Event
from mock_server.faults import draft_faults
from mock_server.faults.delayed_edits import Act, DelayedEdits
from mock_server.state.billing import Billing, Run
from mock_server.state.bugs import Bugs
from mock_server.state.clock import Clock
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.sessions import Sessions
from mock_server.state.settings import Settings
from mock_server.state.store import Store
from mock_server.state.uploads import Uploads

EDIT_SECONDS, TALK_SECONDS, CLIP_SECONDS = (10, 30), (5, 15), (100, 300)  # as documented
THOUGHTS = 0.3  # share of edits that begin with a thought (assumed)
KEEPALIVE_FORMS = ("data", "empty", "comment", "event")
KEEPALIVE_SECONDS = 5.0
ISSUE = "I encountered a temporary issue. Please try again."
FAKED = 'backend exploded: "quota"\n\ndata: {"text":"not a real event"}'


def remembered(outcome: Any) -> Sequence[str]:
    """The drafts to go back to; an agent of somebody's own (`MockConfig.act`) may keep none."""
    return getattr(outcome, "earlier", ())


async def _acquired(lock: asyncio.Lock) -> bool:
    """Wait for the lock as long as a stream may stay quiet."""
    # `wait_for` of Python 3.11 can lose the cancellation of a run whose client leaves just then.
    try:
        async with asyncio.timeout(KEEPALIVE_SECONDS):
            return await lock.acquire()
    except TimeoutError:
        return False


@dataclass(eq=False)
class ChatParts:
    """What a run works with."""

    store: Store
    settings: Settings
    clock: Clock
    random: SeededRandom
    sessions: Sessions
    uploads: Uploads
    billing: Billing
    delayed: DelayedEdits
    bugs: Bugs
    act: Act


class Work:
    """One run from the first keep-alive to the last event. `thinks`: thoughts can be told."""

    def __init__(
        self, faults: Mapping[str, dict[str, Any]], run: Run, parts: ChatParts, *, thinks: bool
    ) -> None:
        self.parts, self.run, self.faults, self.thinks = parts, run, faults, thinks
        self.postponed = False
        self.said: list[str] = []
        self.random = parts.random.stream("run", run.text, run.index)
        self.config = parts.settings.config

    def done(self) -> None:
        """End the run, however the stream ended: what the agent said is part of the conversation."""
        with self.parts.store.tx():
            for text in self.said:
                self.parts.sessions.say(self.run.session, "agent", text)
            if not self.postponed:
                self.parts.billing.settle(self.run.id)

    async def events(self) -> AsyncGenerator[Event, None]:
        """Everything that the run streams."""
        for _ in range(self.config.keepalives):
            yield self._keepalive()
        async for event in self._stall():
            yield event
        lock = self.parts.sessions.lock(self.run.session)
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
            self._postpone(later)
        draft = self.parts.sessions.draft(self.run.session)
        earlier = self.parts.sessions.earlier(self.run.session)
        outcome = await self._act(draft, earlier)
        async for event in self._wait(self._seconds(outcome)):
            yield event
        if not outcome.changed and (kept := remembered(outcome)) and [*kept] != earlier:
            self.parts.sessions.remember(self.run.session, kept)
        steps = self._edit(outcome, draft) if outcome.changed else self._talk(outcome.reply)
        async for event in steps:
            yield event

    async def _act(self, draft: dict[str, Any], earlier: Sequence[str]) -> Any:
        media = self.parts.uploads.media(self.run.session)
        return await self.parts.act(self.run.text, draft, media, earlier)

    async def _edit(self, outcome: Any, draft: dict[str, Any]) -> AsyncGenerator[Event, None]:
        broken = self.faults.get("stream_error")
        if broken is not None and not broken.get("applied"):
            yield self._error(broken)
            return
        if self.thinks and self.random.random() < THOUGHTS:
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
        self, outcome: Any, broken: dict[str, Any] | None
    ) -> AsyncGenerator[Event, None]:
        """The events after the edit was made."""
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
            self.said.append("")
            yield Event("silence", form=silence)
        else:
            async for event in self._talk(outcome.reply):
                yield event

    async def _talk(self, reply: str) -> AsyncGenerator[Event, None]:
        self.said.append(reply)
        yield Event("text", reply)

    async def _commit(self, outcome: Any, draft: dict[str, Any]) -> None:
        if "claimed_not_applied" in self.faults:
            return
        result, times = self._damaged(draft, outcome.draft), 1
        if result == draft:
            return
        if "applied_twice" in self.faults:
            again = await self._act(outcome.draft, remembered(outcome))
            result, times = (again.draft, 2) if again.changed else (result, 2)
        with self.parts.store.tx():
            self.parts.billing.commit(
                self.run, result, outcome.generated, times, remembered(outcome)
            )
            if (more := self.faults.get("second_stage")) is not None:
                self.parts.delayed.postpone(self.run.session, more.get("kind", "bgm"), more)

    def _damaged(self, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
        partly = self.faults.get("partially_applied")
        if partly is not None and "without" in partly:
            after = draft_faults.leave_out(before, after, partly["without"])
        elif partly is not None:
            after = draft_faults.half(before, after)
        if (wrong := self.faults.get("altered")) is not None:
            after = draft_faults.alter(before, after, wrong.get("what", "text"))
        return after

    def _postpone(self, later: dict[str, Any]) -> None:
        self.postponed = True
        with self.parts.store.tx():
            self.parts.billing.postpone(self.run)
            self.parts.delayed.postpone(
                self.run.session, "instruction", later, self.run.id, reads=1
            )
        raise Drop(later.get("how", "cut"))

    def _silence(self) -> str | None:
        """How the run ends without text, if it does. Drawn first, so that faults shift nothing."""
        luck, form = self.random.random(), self.random.choice(SILENCES)
        if (asked := self.faults.get("silent")) is not None:
            return asked.get("form", form)
        return form if luck < self.config.silent else None

    def _seconds(self, outcome: Any) -> float:
        slow = self.faults.get("slow_edit", {}).get("seconds", 0.0)
        kind = EDIT_SECONDS if outcome.changed else TALK_SECONDS
        usual = self.random.uniform(*(CLIP_SECONDS if outcome.generated else kind))
        return slow + usual * self.config.speed

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
        return Event("keepalive", form=self.random.choice(KEEPALIVE_FORMS))

    async def _stall(self) -> AsyncGenerator[Event, None]:
        if (stall := self.faults.get("stall")) is not None:
            wait = self._wait(stall.get("seconds", float("inf")), stall.get("every", 1.0))
            async for event in wait:
                yield event

    async def _wait(
        self, seconds: float, every: float = KEEPALIVE_SECONDS
    ) -> AsyncGenerator[Event, None]:
        """Wait, with a keep-alive every so many seconds; `every` 0 sends none."""
        until = asyncio.get_running_loop().time() + seconds
        while (left := until - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(min(left, every or 60.0))
            if every and left > every:
                yield self._keepalive()
