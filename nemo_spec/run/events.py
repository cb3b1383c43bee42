"""What happens in a run, one event at a time. Printers read these; the runner prints nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.findings import Finding

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State


class Connected(NamedTuple):
    """A session is open. `credits` are those available."""

    session_id: str
    credits: float
    anonymous: bool
    task_id: str = ""


class SessionLost(NamedTuple):
    """The service no longer knows the earlier session; a new one begins."""

    session_id: str


class Resumed(NamedTuple):
    """An earlier session goes on; its draft already has `done` of `count` instructions."""

    done: int
    count: int  # type: ignore[assignment]  # in the place of a method that tuples have


class LeftBehind(NamedTuple):
    """The session holds another clip now. What this one left there is as it should be: nothing is sent."""

    clip: str


class Emptying(NamedTuple):
    """The session holds another clip now: its timeline is emptied for this one."""

    clip: str


class Uploading(NamedTuple):
    """`done` of `total` bytes of a file are sent."""

    name: str
    done: int
    total: int


class Sending(NamedTuple):
    """Message `number` of `count` goes out. `owner` is the index of its first statement in the plan."""

    number: int
    count: int  # type: ignore[assignment]  # in the place of a method that tuples have
    owner: int | None
    text: str


class Repairing(NamedTuple):
    """A corrective instruction goes out; `reason` is the finding that it is about."""

    owner: int | None
    text: str
    reason: str


class Charged(NamedTuple):
    """What a message cost, in credits: the balance before it less the balance after. `at_most`: others
    may have been charged in between."""

    owners: tuple[int | None, ...]
    credits: float
    at_most: bool = False


class BudgetExceeded(NamedTuple):
    """The next message might exceed `limit`; all in credits. It was not sent."""

    limit: float
    spent: float
    price: float
    owners: tuple[int | None, ...]


class ReplyReceived(NamedTuple):
    """The agent's reply, fit for a terminal."""

    text: str


class StillWorking(NamedTuple):
    """The instruction has been at work for `seconds`."""

    seconds: float


class Waiting(NamedTuple):
    """The draft is read again after so many seconds."""

    seconds: float
    reason: str


class Checked(NamedTuple):
    """Findings, as soon as they are known."""

    findings: tuple[Finding, ...]


class Edited(NamedTuple):
    """Every instruction has been sent; this is the draft that goes to render, as read and as it came, and
    the state that it came in, where there is a session."""

    timeline: Timeline
    draft: Mapping[str, Any]
    state: State | None = None


class Rendering(NamedTuple):
    """A render is under way; `progress` is in percent, None when the service does not say."""

    name: str
    progress: float | None


class Downloading(NamedTuple):
    """`done` of `total` bytes of a finished render have arrived."""

    name: str
    done: int
    total: int


class Delivered(NamedTuple):
    """A finished file: size in bytes and pixels, length in milliseconds, 0 where it has none; the
    chapters that were written, as descriptions of videos list them."""

    path: Path
    size: int
    width: int
    height: int
    length: int
    chapters: tuple[str, ...] = ()

    @property
    def measured(self) -> str:
        """`1920x1080, 12.4 s, 3.1 MB, 4 chapters`; a picture has no length, and a sound no size."""
        frame = f"{self.width}x{self.height}" if self.width else ""
        length = f"{self.length / 1000:.1f} s" if self.length else ""
        size = f"{self.size / 1e6:.1f} MB" if self.size >= 50_000 else f"{self.size / 1e3:.1f} kB"
        written = len(self.chapters)
        count = f"{written} chapter{'' if written == 1 else 's'}" if written else ""
        return ", ".join(filter(None, (frame, length, size, count)))


class OutcomeUnknown(NamedTuple):
    """A message may or may not have been carried out, and was not sent again. `run` is the number by
    which the run can be resumed, 0 where nothing is kept."""

    owner: int | None
    text: str
    reason: str
    run: int = 0


class Finished(NamedTuple):
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
