"""Take a message, edit the draft, compose a reply."""

import copy
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

from mock_server.agent import execute_layers, execute_picture, replies
from mock_server.agent import operations as op
from mock_server.agent.context import Context, Executor
from mock_server.agent.reading import Reading, Understood, read
from mock_server.media.probe import Media, MediaError
from mock_server.timeline import CannotEdit, Timeline


@dataclass
class ToolCall:
    """One call of a tool, as it appears in the stream."""

    name: str
    args: dict[str, Any]
    result: dict[str, Any]


@dataclass
class Outcome:
    """The result of a message. `generated` counts generated clips."""

    draft: dict[str, Any]
    reply: str
    changed: bool
    calls: list[ToolCall] = field(default_factory=list)
    generated: int = 0
    misunderstood: list[str] = field(default_factory=list)


_EXECUTORS: dict[type, Executor] = execute_picture.EXECUTORS | execute_layers.EXECUTORS
_TOOLS = {op.Generate: "generate_video"}
_NEED_NO_PICTURE = (op.Place, op.Join, op.Generate, op.Answer)


def act(message: str, draft: dict[str, Any], media: Mapping[str, Media]) -> Outcome:
    """Carry out what the agent understands of `message`.

    Does not change its arguments; reads the uploaded files to measure sound. The reply names
    whatever it did not understand or could not do.
    """
    reading = read(message, tuple(media))
    context = Context(Timeline.of(draft), media, reading.language)
    said: list[str] = []
    calls: list[ToolCall] = []
    _place_first(reading, context, said, calls)
    for step in reading.understood:
        _take_step(step, context, said, calls)
    said += replies.notes(context)
    changed = any(call.result.get("status") == "ok" for call in calls)
    after = context.timeline.draft() if changed else copy.deepcopy(draft)
    changed = changed and _without_ids(after) != _without_ids(draft)
    unread = [*reading.misunderstood, *(u for one in reading.understood for u in one.unused)]
    return Outcome(
        draft=after if changed else copy.deepcopy(draft),
        reply=replies.compose(reading.language, said, unread, changed=changed),
        changed=changed,
        calls=calls,
        generated=context.generated,
        misunderstood=unread,
    )


def _place_first(
    reading: Reading, context: Context, said: list[str], calls: list[ToolCall]
) -> None:
    """Put the uploads on an empty timeline when the message edits without placing them itself."""
    wanted = reading.operations
    edits = [one for one in wanted if not isinstance(one, op.Answer)]
    placing = any(isinstance(one, op.Place | op.Join) for one in edits)
    if edits and not context.timeline.main and not placing and context.media:
        if isinstance(edits[0], op.Generate):
            return
        _take_step(Understood(op.Place(), ""), context, [], calls)


def _take_step(step: Understood, context: Context, said: list[str], calls: list[ToolCall]) -> None:
    operation = step.operation
    if isinstance(operation, op.Answer):
        said.append(replies.answer(operation, context))
        return
    context.facts = {}
    saved = copy.deepcopy(context.timeline)
    try:
        if not context.timeline.main and not isinstance(operation, _NEED_NO_PICTURE):
            raise CannotEdit("no_upload")
        _EXECUTORS[type(operation)](operation, context)
    except (CannotEdit, MediaError) as error:
        context.timeline = saved
        said.append(replies.refusal(error, step, context))
        return
    said.append(replies.report(operation, context))
    calls.append(_call(operation, context))


def _call(operation: Any, context: Context) -> ToolCall:
    name = _TOOLS.get(type(operation), "edit_multitrack")
    facts = {key: value for key, value in context.facts.items() if value is not None}
    result = {"status": "ok", "duration_ms": context.timeline.duration} | facts
    return ToolCall(
        name, {"operation": _snake(type(operation).__name__)} | _plain(operation), result
    )


def _plain(operation: Any) -> dict[str, Any]:
    """The fields of an operation as JSON values, without empty ones."""
    return {
        key: _json(value) for key, value in asdict(operation).items() if value not in (None, ())
    }


def _json(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, Mapping):
        return {key: _json(one) for key, one in value.items()}
    return [_json(one) for one in value] if isinstance(value, tuple | list) else value


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _without_ids(draft: dict[str, Any]) -> dict[str, Any]:
    """A draft for comparison: its id counter is not content."""
    meta = {key: value for key, value in (draft.get("m") or {}).items() if key != "last_id"}
    return {**draft, "m": meta}
