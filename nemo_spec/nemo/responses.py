"""From a reply to typed values, or to UnexpectedAnswer naming the fields that are wrong."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from nemo_spec.nemo import draft
from nemo_spec.nemo.draft import Draft
from nemo_spec.nemo.envelope import RawAnswer, data_of
from nemo_spec.nemo.errors import UnexpectedAnswer
from nemo_spec.nemo.models import State, UploadedFile
from nemo_spec.nemo.text import masked

_Model = TypeVar("_Model", bound=BaseModel)


def read(reply: RawAnswer, model: type[_Model]) -> _Model:
    return _build(reply, model, object_in(reply))


def object_in(reply: RawAnswer) -> dict[str, Any]:
    data = data_of(reply)
    if not isinstance(data, dict):
        raise UnexpectedAnswer("the answer has no data", endpoint=reply.endpoint)
    return data


def read_files(reply: RawAnswer) -> list[UploadedFile]:
    """Uploaded files, listed under `files` (documented) or bare."""
    data = data_of(reply)
    files = data.get("files") if isinstance(data, dict) else data
    if not isinstance(files, list) or not all(isinstance(file, dict) for file in files):
        raise UnexpectedAnswer("the answer lists no files", endpoint=reply.endpoint)
    return [_build(reply, UploadedFile, file) for file in files]


def read_state(reply: RawAnswer, before: State | None = None) -> State:
    """A session's state, with the draft's own text beside the draft. Of an answer that differs from the one
    `before` in its draft only, what is new in that is read."""
    if same := _state_like(reply, before):
        return same
    data = object_in(reply)
    inner = data.pop("state", None)
    flat = {**data, **inner} if isinstance(inner, dict) else data
    return _build(reply, State, {**flat, **_draft_in(reply.body, flat.get("draft"), *_PATHS)})


def read_project(
    reply: RawAnswer, session_id: str, project: str, before: State | None = None
) -> State:
    """The same from the second gateway, which lists files under keys such as `files:…`."""
    if same := _state_like(reply, before):
        return same
    data = object_in(reply)
    held = data.get("project")
    if not isinstance(held, dict):
        raise UnexpectedAnswer("the answer has no project", endpoint=reply.endpoint)
    found = held.get("timeline_draft")
    state = {
        "session_id": session_id,
        "task_id": project,
        "task_name": data.get("projectName"),
        "draft": found,
        "video_infos": [
            info for key in held if key.startswith("files:") for info in _files(held[key])
        ],
    }
    place = ("data", "project", "timeline_draft")
    return _build(reply, State, {**state, **_draft_in(reply.body, found, place)})


def _files(listed: object) -> Iterator[dict[str, str]]:
    for file in listed if isinstance(listed, list) else ():
        key, url = (file.get("s3_key"), file.get("cdn_url")) if isinstance(file, dict) else (0, 0)
        if isinstance(key, str) and isinstance(url, str):
            yield {"filename": key.rpartition("/")[2], "cdn_url": url}


_PATHS = (("data", "state", "draft"), ("state", "draft"), ("data", "draft"), ("draft",))


class Around(NamedTuple):
    """What an answer says in front of its draft and behind it, and the draft."""

    front: str
    draft: Draft
    behind: str


def _draft_in(body: str, value: object, *paths: tuple[str, ...]) -> dict[str, object]:
    """The fields of a state that tell how its draft was said; it stands at the first of the paths."""
    front = "\ufeff" if body.startswith("\ufeff") else ""
    text = body.removeprefix(front)
    places = (draft.find(text, *path) for path in paths if isinstance(value, dict))
    place = next(filter(None, places), None)
    if place is None:
        return {"draft_json": b"", "around": None}
    source = text[place.start : place.end]
    around = Around(front + text[: place.start], Draft(source, value), text[place.end :])
    return {"draft_json": source.encode(), "around": around}


def _state_like(reply: RawAnswer, before: State | None) -> State | None:
    """The state of an answer that is like the one before it in all but the draft, letter by letter."""
    if before is None or before.around is None or reply.status != 200:
        return None
    front, was, behind = before.around
    size = len(reply.body) - len(front) - len(behind)
    if size <= 0 or not (reply.body.startswith(front) and reply.body.endswith(behind)):
        return None
    source = reply.body[len(front) : len(front) + size]
    try:
        now = was if source == was.text else draft.read(source, was)
    except (ValueError, RecursionError):
        return None
    if not isinstance(now.value, dict):
        return None
    around = Around(front, now, behind)
    news = {"draft": now.value, "draft_json": source.encode(), "around": around}
    return before.model_copy(update=news)


def _build(reply: RawAnswer, model: type[_Model], data: Mapping[str, Any]) -> _Model:
    # Whatever nobody documents goes nowhere, but is kept with the rest.
    extra = {key: masked(data[key]) for key in data if key not in model.model_fields}
    try:
        return model.model_validate({**data, **extra})
    except ValidationError as error:
        fields = sorted({".".join(map(str, problem["loc"])) for problem in error.errors()})
    raise UnexpectedAnswer(
        f"the answer lacks a usable {', '.join(fields)}", endpoint=reply.endpoint
    )
