"""One reading of the three published render shapes (v0, v1.9, v4.4)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from nemo_spec.nemo.errors import UnexpectedAnswer
from nemo_spec.nemo.models import RenderJob, RenderStatus
from nemo_spec.nemo.text import clean_line, holds_token, masked

# Documented are pending, processing, completed and failed; the others are what such services say.
_STATUS: dict[str, RenderStatus] = {
    **dict.fromkeys(("pending", "queued", "submitted", "created", "waiting"), "pending"),
    **dict.fromkeys(("processing", "running", "rendering", "in_progress"), "processing"),
    **dict.fromkeys(("completed", "complete", "succeeded", "success", "done"), "completed"),
    **dict.fromkeys(("failed", "error", "cancelled", "canceled", "timeout"), "failed"),
}

_IDS = ("id", "taskId", "render_id")
"""The id of a render, in the order of the gateways and of their ages."""


def read_job(raw: dict[str, Any], render_id: str, base: str, endpoint: str) -> RenderJob:
    """A render job; a relative output address is completed with `base`.

    An address with the token in it is none: the service itself hands the file out as well. Raises
    UnexpectedAnswer when there is no status that can be read, or the token in the place of the id.
    """
    output = raw.get("output")
    inner: Mapping[str, Any] = output if isinstance(output, Mapping) else {}
    url = _first_text(raw.get("outputUrl"), inner.get("url"), output, raw.get("url"))
    said = str(raw.get("status", "")).lower()
    status = _STATUS.get(said)
    if status is None:
        raise UnexpectedAnswer(
            f"the render has the unknown status {clean_line(said, 40)!r}", endpoint=endpoint
        )
    found = next((raw[key] for key in _IDS if key in raw), None)
    job_id = str(found) if isinstance(found, str | int) else render_id
    if holds_token(job_id):
        raise UnexpectedAnswer("the answer lacks a usable id", endpoint=endpoint)
    return RenderJob(
        id=job_id,
        status=status,
        progress=_progress(raw.get("progress")),
        url=_complete(url, base) if url and not holds_token(url) else None,
        error=_error(raw, said) if status == "failed" else None,
        size=_size(inner.get("size", raw.get("size"))),
        raw=masked(raw),
    )


def _complete(url: str, base: str) -> str:
    try:
        return urljoin(base + "/", url)
    except ValueError:
        return url  # fetching it will say what is wrong with it


def _first_text(*candidates: object) -> str:
    return next((c for c in candidates if isinstance(c, str) and c), "")


def _progress(value: object) -> float | None:
    """Percent (documented as whole numbers). A fraction between 0 and 1 can only be a share."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    percent = value * 100 if isinstance(value, float) and 0 < value < 1 else value
    return float(min(max(percent, 0), 100))


def _size(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _error(raw: Mapping[str, Any], status: str) -> str:
    error = raw.get("error")
    inner = error if isinstance(error, Mapping) else {}
    text = _first_text(
        error, inner.get("message"), raw.get("errorMessage"), raw.get("message"), raw.get("detail")
    )
    return clean_line(text) or f"the render {status}"
