"""What happens in a run, one event at a time. Printers read these; the runner prints nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.findings import Finding


@dataclass(frozen=True, slots=True)
class Connected:
    """A session is open. `credits` are those available."""

    session_id: str
    credits: float
    anonymous: bool
    task_id: str = ""


@dataclass(frozen=True, slots=True)
class SessionLost:
    """The service does not know the session from before any more; a new one is begun."""

    session_id: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session is one from before; so many of `count` instructions are in its draft already."""

    done: int
    count: int


@dataclass(frozen=True, slots=True)
class Uploading:
    """Bytes of a file that are sent, of how many."""

    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Sending:
    """A message goes out; `number` of `count`. `owner` is the index in the plan of its first
    statement."""

    number: int
    count: int
    owner: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Repairing:
    """A corrective instruction goes out, because of what was found."""

    owner: int | None
    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Charged:
    """What a message cost, in credits: the balance before it less the one after. `at_most`: others may
    have been charged meanwhile."""

    owners: tuple[int | None, ...]
    credits: float
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class BudgetExceeded:
    """The next message might cost more than is left of `limit`; all in credits."""

    limit: float
    spent: float
    price: float
    owners: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ReplyReceived:
    """Something that the agent said, fit for a terminal."""

    text: str


@dataclass(frozen=True, slots=True)
class StillWorking:
    """Nothing new for a while; `seconds` since the instruction went out."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """The draft is unchanged and is read again after so many seconds."""

    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings about one statement, as soon as they are known."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """All instructions are through; this is the draft that goes to render."""

    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Rendering:
    """Percent of a render that is done, None when the service does not say."""

    name: str
    progress: float | None


@dataclass(frozen=True, slots=True)
class Downloading:
    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Delivered:
    """A finished file: size in bytes and pixels, length in milliseconds."""

    path: Path
    size: int
    width: int
    height: int
    length: int


@dataclass(frozen=True, slots=True)
class OutcomeUnknown:
    """A message may or may not have been carried out. It was not sent again. `run` is the number by
    which it can be resumed, 0 where nothing is kept."""

    owner: int | None
    sentence: str
    reason: str
    run: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of a run: whether every line is met, whether one is unknown, what its messages cost in
    credits, and whether that is only the most that they cost."""

    met: bool
    unknown: bool
    cost: float | None
    at_most: bool = False


Event = (
    Connected
    | SessionLost
    | Resumed
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
