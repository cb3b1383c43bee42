"""The service's answers as typed values. Undocumented fields are kept."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from nemo_spec.nemo.text import SHORTEST_SECRET, conceal, holds_token, mask

RenderStatus: TypeAlias = Literal["pending", "processing", "completed", "failed"]


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _list_of_objects(value: object) -> list[Mapping[str, Any]]:
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, Mapping)]


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _without_token(text: str) -> str:
    """Ids become parts of addresses and are written down. Raises ValueError for one with a token."""
    if holds_token(text):
        raise ValueError
    return text


def _or_nothing(text: str) -> str:
    return "" if holds_token(text) else text


def _concealed(token: str) -> str:
    conceal(token)  # before anything else of the answer is looked at
    return token


Moment = Annotated[datetime, AfterValidator(_aware)]


Id = Annotated[str, AfterValidator(_without_token)]
UserId = Annotated[str, AfterValidator(_or_nothing)]
"""Only said where to register; what comes with it is worth more."""
Words = Annotated[str, AfterValidator(mask)]


class Answer(BaseModel):
    """Immutable; ids that arrive as numbers become text without losing a digit."""

    model_config = ConfigDict(
        extra="allow",
        frozen=True,
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
        defer_build=True,  # most runs meet three of these
    )


class AnonymousToken(Answer):
    token: Annotated[str, AfterValidator(_concealed)] = Field(
        repr=False, min_length=SHORTEST_SECRET
    )
    user_id: UserId = ""
    credits: float = 0
    expires_at: Moment | None = None
    """Documented as seven days after it was issued."""


class Session(Answer):
    session_id: Id = Field(min_length=1)
    task_id: Id = ""
    user_id: UserId = ""


class ProjectSession(Answer):
    session_id: Id = Field(min_length=1)


class ProjectMade(Answer):
    """A new project of the second gateway."""

    project_id: Id = Field(min_length=1)
    user_id: UserId = ""
    session: ProjectSession


class ProjectFile(Answer):
    """A file that was uploaded to the second gateway."""

    filename: Words = ""
    url: Words | None = None


class UploadedFile(Answer):
    filename: Words = ""
    file_type: Words = ""
    cdn_url: Words | None = None
    duration: float | None = None
    """Seconds (documented), unlike the draft."""
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    hash: Words | None = None


class Credits(Answer):
    """`total` = `available` + `frozen`; frozen credits are held by running work (documented)."""

    available: float
    frozen: float = 0
    total: float | None = None


class ClaimToken(Answer):
    claim_token: Id = Field(repr=False, min_length=1)
    expires_in: float | None = None
    """Seconds."""


class State(Answer):
    """A session's state. `draft_json` is the draft exactly as it stood in the answer, b"" when
    there is none; it is what a render is started with."""

    session_id: Id = ""
    task_id: Id = ""
    task_name: Words | None = None
    draft: Annotated[dict[str, Any], BeforeValidator(_object)] = {}
    draft_json: bytes = Field(default=b"", repr=False, exclude=True)
    video_infos: Annotated[list[UploadedFile], BeforeValidator(_list_of_objects)] = []
    canvas_config: Annotated[dict[str, Any], BeforeValidator(_object)] = {}
    generated_media: Any = None
    video_analyses: Any = None


class RenderJob(BaseModel):
    """A render, read from any of the three published shapes; `raw` is the shape as it came."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    status: RenderStatus
    progress: float | None = None
    """0–100."""
    url: str | None = None
    error: str | None = None
    size: int | None = None
    """Bytes, when the service says."""
    raw: dict[str, Any] = Field(default={}, repr=False)
