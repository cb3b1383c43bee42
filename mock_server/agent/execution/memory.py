"""The drafts of a session before the one that is there, and what was said that led from one to the next."""

import json
from collections.abc import Sequence
from typing import Any

from mock_server.timeline import Timeline

# Beside a remembered draft: the message that changed it, the last one behind it that was left alone, and
# the last one that asked for nothing, or took back what was done.
_SAID, _LOST, _IDLE = "said", "lost", "idle"
REMEMBERED = 20  # drafts that can be taken back, a session


def remembered(
    message: str,
    left: list[str],
    before: dict[str, Any],
    after: dict[str, Any],
    undone: int,
    *,
    lost: bool,
) -> list[str]:
    """The drafts that can be taken back behind a message; `left` are those that it has left, of `undone`.
    `lost` says that not all of the message was carried out."""
    if len(left) < undone:
        return _noted(left, _IDLE, message)
    if content(before) != content(after):
        new = json.dumps({**before, _SAID: message}, ensure_ascii=False)
        return [*left, new][-REMEMBERED:]
    return _noted(left, _LOST if lost else _IDLE, message)


def _noted(left: list[str], key: str, message: str) -> list[str]:
    """These drafts with a message that has done nothing behind the last one; where there is none, it stands
    alone."""
    last = json.loads(left[-1]) if left else {}
    return [*left[:-1], json.dumps({**last, key: message}, ensure_ascii=False)]


def drafts(earlier: Sequence[str]) -> tuple[list[str], str]:
    """The drafts that can be taken back; and where there are none, the message that was left alone."""
    only = json.loads(earlier[0]) if len(earlier) == 1 else {}
    if only and only.keys() <= {_LOST, _IDLE}:
        return [], str(only.get(_LOST, ""))
    return [*earlier], ""


def left_undone(earlier: Sequence[str]) -> tuple[str, str]:
    """The last message, since a draft was changed, that was left alone; and the last one that asked for
    nothing, or took back what was done."""
    last = json.loads(earlier[-1]) if earlier else {}
    return str(last.get(_LOST, "")), str(last.get(_IDLE, ""))


def said_before(earlier: str) -> tuple[str, str, str]:
    """The message that led from a draft to the next one, what a pronoun meant then, and a later one that
    was left alone."""
    draft = json.loads(earlier)
    it = last_touched(Timeline.of(draft))
    return str(draft.get(_SAID, "")), it, str(draft.get(_LOST, ""))


def draft_of(earlier: str) -> dict[str, Any]:
    """A remembered draft as it was."""
    draft: dict[str, Any] = json.loads(earlier)
    for key in (_SAID, _LOST, _IDLE):
        draft.pop(key, None)
    return draft


def last_touched(timeline: Timeline) -> str:
    """The role of the layers that were edited last, `video` when the picture was, `clip` when a clip was
    added."""
    ids = str(timeline.meta.get("touched", "")).split()
    usual = "clip" if any(one.get("id") in ids for one in timeline.main) else "video"
    return next((str(one["role"]) for one in timeline.touched), usual)


def content(draft: dict[str, Any]) -> dict[str, Any]:
    """A draft without the agent's own notes: its counter of ids, and what was edited last."""
    meta = {
        k: v for k, v in (draft.get("m") or {}).items() if k not in ("last_id", "touched", "beside")
    }
    return {**draft, "m": meta}


def is_alike(one: dict[str, Any], other: dict[str, Any], *, in_steps: bool = False) -> bool:
    """Whether two drafts show the same: neither ids nor the order in which layers came count, and where
    something was changed `in_steps`, "a bit louder", how long the step was."""
    return _compared(one, in_steps) == _compared(other, in_steps)


_STEPPED = ("vol", "size", "scale")


def _near(value: object) -> object:
    """A third is 0.333 in one reader and a fraction in the other."""
    return round(value, 4) if isinstance(value, float) else value


def _compared(draft: dict[str, Any], in_steps: bool) -> tuple[Any, ...]:
    plain = content(draft)
    segments = [
        json.dumps(
            {
                key: "some" if in_steps and key in _STEPPED and value else _near(value)
                for key, value in one.items()
                if key != "id"
            },
            sort_keys=True,
        )
        for track in plain.get("t", [])
        for one in track["sg"]
    ]
    return plain["m"], plain.get("d"), sorted(segments)
