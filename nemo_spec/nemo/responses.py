"""From a reply to typed values, or to UnexpectedAnswer naming the fields that are wrong."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from nemo_spec.nemo import draft
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


def read_state(reply: RawAnswer) -> State:
    """A session's state, with the draft's own text beside the draft."""
    data = object_in(reply)
    inner = data.pop("state", None)
    flat = {**data, **inner} if isinstance(inner, dict) else data
    source = _draft_source(reply.body) if isinstance(flat.get("draft"), dict) else None
    return _build(reply, State, {**flat, "draft_json": (source or "").encode()})


def read_project(reply: RawAnswer, session_id: str, project: str) -> State:
    """The same from the second gateway, which lists files under keys such as `files:…`."""
    data = object_in(reply)
    held = data.get("project")
    if not isinstance(held, dict):
        raise UnexpectedAnswer("the answer has no project", endpoint=reply.endpoint)
    found = held.get("timeline_draft")
    text = reply.body.removeprefix("\ufeff")
    source = (
        draft.find(text, "data", "project", "timeline_draft") if isinstance(found, dict) else None
    )
    state = {
        "session_id": session_id,
        "task_id": project,
        "task_name": data.get("projectName"),
        "draft": found,
        "draft_json": (source or "").encode(),
        "video_infos": [
            info for key in held if key.startswith("files:") for info in _files(held[key])
        ],
    }
    return _build(reply, State, state)


def _files(listed: object) -> Iterator[dict[str, str]]:
    for file in listed if isinstance(listed, list) else ():
        key, url = (file.get("s3_key"), file.get("cdn_url")) if isinstance(file, dict) else (0, 0)
        if isinstance(key, str) and isinstance(url, str):
            yield {"filename": key.rpartition("/")[2], "cdn_url": url}


def _draft_source(body: str) -> str | None:
    text = body.removeprefix("\ufeff")
    for path in (("data", "state", "draft"), ("state", "draft"), ("data", "draft"), ("draft",)):
        source = draft.find(text, *path)
        if source is not None:
            return source
    return None


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
