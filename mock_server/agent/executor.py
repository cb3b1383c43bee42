"""A message comes in, the draft is edited, a reply goes out."""

import copy
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

from mock_server.agent import execute_layers, execute_picture, replies
from mock_server.agent import operations as op
from mock_server.agent.context import Context, Performer
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
    """What came of a message. `generated` counts clips that were generated."""

    draft: dict[str, Any]
    reply: str
    changed: bool
    calls: list[ToolCall] = field(default_factory=list)
    generated: int = 0
    misunderstood: list[str] = field(default_factory=list)


_PERFORMERS: dict[type, Performer] = execute_picture.PERFORMERS | execute_layers.PERFORMERS
_TOOLS = {op.Generate: "generate_video"}
_NEED_NO_PICTURE = (op.Place, op.Join, op.Generate, op.Answer)


def act(message: str, draft: dict[str, Any], media: Mapping[str, Media]) -> Outcome:
    """Carry out what the agent understands of `message`.

    Neither argument is changed; the uploaded files are read where sound has to be measured. What
    is not understood, or not possible, changes nothing and is named in the reply.
    """
    reading = read(message, tuple(media))
    desk = Context(Timeline.of(draft), media, reading.language)
    said: list[str] = []
    calls: list[ToolCall] = []
    _place_first(reading, desk, said, calls)
    for step in reading.understood:
        _take_step(step, desk, said, calls)
    changed = any(call.result.get("status") == "ok" for call in calls)
    after = desk.timeline.draft() if changed else copy.deepcopy(draft)
    changed = changed and _without_ids(after) != _without_ids(draft)
    unread = [*reading.misunderstood, *(u for one in reading.understood for u in one.unused)]
    return Outcome(
        draft=after if changed else copy.deepcopy(draft),
        reply=replies.compose(reading.language, said, unread, changed=changed),
        changed=changed,
        calls=calls,
        generated=desk.generated,
        misunderstood=unread,
    )


def _place_first(reading: Reading, desk: Context, said: list[str], calls: list[ToolCall]) -> None:
    """Put the uploads on an empty timeline when the message edits without placing them itself."""
    wanted = reading.operations
    edits = [one for one in wanted if not isinstance(one, op.Answer)]
    placing = any(isinstance(one, op.Place | op.Join) for one in edits)
    if edits and not desk.timeline.main and not placing and desk.media:
        if isinstance(edits[0], op.Generate):
            return
        _take_step(Understood(op.Place(), ""), desk, [], calls)


def _take_step(step: Understood, desk: Context, said: list[str], calls: list[ToolCall]) -> None:
    operation = step.operation
    if isinstance(operation, op.Answer):
        said.append(replies.answer(operation, desk))
        return
    desk.facts = {}
    saved = copy.deepcopy(desk.timeline)
    try:
        if not desk.timeline.main and not isinstance(operation, _NEED_NO_PICTURE):
            raise CannotEdit("no_upload")
        _PERFORMERS[type(operation)](operation, desk)
    except (CannotEdit, MediaError) as error:
        desk.timeline = saved
        said.append(replies.refusal(error, step, desk))
        return
    said.append(replies.report(operation, desk))
    calls.append(_call(operation, desk))


def _call(operation: Any, desk: Context) -> ToolCall:
    name = _TOOLS.get(type(operation), "edit_multitrack")
    facts = {key: value for key, value in desk.facts.items() if value is not None}
    result = {"status": "ok", "duration_ms": desk.timeline.duration} | facts
    return ToolCall(
        name, {"operation": _snake(type(operation).__name__)} | _plain(operation), result
    )


def _plain(operation: Any) -> dict[str, Any]:
    """The fields of an operation as JSON values, without those that say nothing."""
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
    """A draft to compare: the counter of ids in it is no content."""
    meta = {key: value for key, value in (draft.get("m") or {}).items() if key != "last_id"}
    return {**draft, "m": meta}
