"""What happens in a run, one event at a time. Printers read these; the runner prints nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.findings import Finding

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State


@dataclass(frozen=True, slots=True)
class Connected:
    """A session is open. `credits` are those available."""

    session_id: str
    credits: float
    anonymous: bool
    task_id: str = ""


@dataclass(frozen=True, slots=True)
class SessionLost:
    """The service no longer knows the earlier session; a new one begins."""

    session_id: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """An earlier session goes on; its draft already has `done` of `count` instructions."""

    done: int
    count: int


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The session holds another clip now. What this one left there is as it should be: nothing is sent."""

    clip: str


@dataclass(frozen=True, slots=True)
class Emptying:
    """The session holds another clip now: its timeline is emptied for this one."""

    clip: str


@dataclass(frozen=True, slots=True)
class Uploading:
    """`done` of `total` bytes of a file are sent."""

    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Sending:
    """Message `number` of `count` goes out. `owner` is the index of its first statement in the plan."""

    number: int
    count: int
    owner: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Repairing:
    """A corrective instruction goes out; `reason` is the finding that it is about."""

    owner: int | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Charged:
    """What a message cost, in credits: the balance before it less the balance after. `at_most`: others
    may have been charged in between."""

    owners: tuple[int | None, ...]
    credits: float
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class BudgetExceeded:
    """The next message might exceed `limit`; all in credits. It was not sent."""

    limit: float
    spent: float
    price: float
    owners: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ReplyReceived:
    """The agent's reply, fit for a terminal."""

    text: str


@dataclass(frozen=True, slots=True)
class StillWorking:
    """The instruction has been at work for `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """The draft is read again after so many seconds."""

    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings, as soon as they are known."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """Every instruction has been sent; this is the draft that goes to render, as read and as it came, and
    the state that it came in, where there is a session."""

    timeline: Timeline
    draft: Mapping[str, Any]
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """A render is under way; `progress` is in percent, None when the service does not say."""

    name: str
    progress: float | None


@dataclass(frozen=True, slots=True)
class Downloading:
    """`done` of `total` bytes of a finished render have arrived."""

    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Delivered:
    """A finished file: size in bytes and pixels, length in milliseconds, 0 where it has none; the
    chapters that were written, as descriptions of videos list them."""

    path: Path
    size: int
    width: int
    height: int
    length: int
    chapters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeUnknown:
    """A message may or may not have been carried out, and was not sent again. `run` is the number by
    which the run can be resumed, 0 where nothing is kept."""

    owner: int | None
    text: str
    reason: str
    run: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of a run: whether every line is met, whether the outcome of a message is unknown, what
    the messages cost in credits (None when unknown), and whether that is an upper limit. `doubted`:
    nothing is known to be wrong, but the draft cannot be read wholly."""

    met: bool
    unknown: bool
    cost: float | None
    at_most: bool = False
    doubted: bool = False


Event = (
    Connected
    | SessionLost
    | Resumed
    | LeftBehind
    | Emptying
    | Uploading
    | Sending
    | Repairing
    | Charged
    | BudgetExceeded
    | ReplyReceived
    | StillWorking
    | Waiting
    | Checked
    | Edited
    | Rendering
    | Downloading
    | Delivered
    | OutcomeUnknown
    | Finished
)
