"""What the agent can do, as plain data. Times are ms, levels and shares fractions of 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mock_server.agent.values.ranges import Clip, Range, Stretch

WHOLE = Range(0, None)
TEXTS = ("title", "lower-third", "caption")
LAYERS = (*TEXTS, "music", "voiceover", "sound", "overlay")


@dataclass(frozen=True)
class Target:
    """Selects segments: by role, text, time or number.

    Several are meant only when `many` is set; `touched` is what was edited last, `both` are two,
    `other_than` spares those of that text.
    """

    roles: tuple[str, ...]
    text: str | None = None
    at: Range | None = None
    which: int | None = None  # 0 the first, 1 the second, -1 the last
    duplicate: bool = False
    many: bool = False
    touched: bool = False
    both: bool = False
    other_than: str | None = None
    alone: bool = False  # "the caption" is one of them, captions and 字幕 are all
    but: int | None = None  # spares the first (0), the second, … the last (-1)


@dataclass(frozen=True)
class Place:
    """Append uploaded clips; without names, all that are not placed yet.

    `pictures` then includes pictures as well as videos. `ordered` sorts clips that are all placed
    already. `tracks` are the sound tracks that are heard, from 1, in the order of the names. `first` is
    before what is there.
    """

    names: tuple[str, ...] = ()
    durations: tuple[int | None, ...] = ()
    pictures: bool = False
    ordered: bool = False
    tracks: tuple[int | None, ...] = ()
    first: bool = False


@dataclass(frozen=True)
class Arrange:
    """Move a clip before or behind all others, or another; or swap it with another, or the two that there
    are. A clip that is not on the timeline is placed there; `length` (ms) is that of a picture."""

    which: Clip | None = None
    first: bool = False
    length: int | None = None
    other: Clip | None = None
    swaps: bool = False


@dataclass(frozen=True)
class Join:
    """`durations` are those of pictures, `tracks` the sound tracks that are heard, from 1; both in
    the order of the names."""

    names: tuple[str, ...] = ()
    fade: int = 0
    durations: tuple[int | None, ...] = ()
    tracks: tuple[int | None, ...] = ()
    kind: str = "fade"


@dataclass(frozen=True)
class SplitScreen:
    """Two clips at once: `left-right` or `top-bottom`. `tracks` as of `Join`."""

    names: tuple[str, str]
    layout: str
    tracks: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class Append:
    """One more clip at the end, overlapping what is there by `fade` ms."""

    name: str
    fade: int = 0
    kind: str = "fade"


@dataclass(frozen=True)
class Insert:
    """One more clip at a time (ms), at a share of the whole, or before a clip (`behind`: behind it).

    What is there is split, unless at a clip's edge, and what follows comes later. `length` (ms) is that of
    a picture, or of what is shown of a video, from `since` (ms) on, which counts from its end where it is
    below 0. `instead` is cut: what the clip takes the place of.
    """

    name: str
    at: int | Fraction | Clip
    behind: bool = False
    length: int | None = None
    instead: Range | None = None
    since: int = 0


@dataclass(frozen=True)
class ReplaceSound:
    """Mute the picture's own sound, and put an uploaded sound under all of it; `vol` is a share, 0–2."""

    src: str
    vol: float | None = None


@dataclass(frozen=True)
class TrimPauses:
    longer_than: int = 600
    keep: int = 200
    below_db: float | None = None


@dataclass(frozen=True)
class TrimFillers:
    pass


@dataclass(frozen=True)
class Cut:
    ranges: tuple[Stretch, ...]


@dataclass(frozen=True)
class Keep:
    ranges: tuple[Stretch, ...]


@dataclass(frozen=True)
class Split:
    """At a time (ms), or at a share of the whole, 0-1; `told` is the time (ms) that the share has to be.
    `halves` says that the time has to be the middle; `again` that it is split every so often, `at` ms
    after the last one."""

    at: int | Fraction
    told: int | None = None
    halves: bool = False
    again: bool = False


@dataclass(frozen=True)
class Speed:
    """With `to` the speed changes evenly over the time that results. `instead` is of the speed that is
    there: "make it 3x"."""

    factor: Fraction
    range: Stretch = WHOLE
    to: Fraction | None = None
    instead: bool = False
    length: int | None = None  # as fast as makes the video so long, ms
    longer: bool = False  # so long is longer than it is


@dataclass(frozen=True)
class NormalSpeed:
    """Every segment at the speed at which it was recorded."""


@dataclass(frozen=True)
class Undo:
    """Take back the last message that changed something, or every one."""

    everything: bool = False


@dataclass(frozen=True)
class Repeat:
    """Add the layer that was added last once more, at another time (ms)."""

    range: Stretch | None = None
    at: int | None = None


@dataclass(frozen=True)
class Reverse:
    range: Stretch = WHOLE


@dataclass(frozen=True)
class Freeze:
    """Hold the frame at `at` (ms), by default the last one."""

    at: int | None
    length: int


@dataclass(frozen=True)
class AddLayer:
    """One new segment above the picture. `values` are draft keys; `src` names an upload."""

    role: str
    range: Stretch | None = None
    at: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    to_end: bool = False  # so that it ends with the video


@dataclass(frozen=True)
class AddCaptions:
    """`values` are those of all cues, `own` those that each of them has beside."""

    cues: tuple[tuple[Stretch, str], ...]
    values: Mapping[str, object] = field(default_factory=dict)
    own: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True)
class HeardCaptions:
    """A caption for each stretch of speech."""

    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """Change values, range, length or relative level of existing segments."""

    target: Target
    values: Mapping[str, object] = field(default_factory=dict)
    range: Stretch | None = None
    at: int | None = None
    length: int | None = None
    louder: float | None = None
    bigger: float | None = None
    shift: int = 0
    stretch: int = 0
    times: float | None = None  # how many times as long
    otherwise: AddLayer | None = None  # when there is nothing to change
    end: int | None = None
    to_end: bool = False  # moved so that it ends with the video
    until_end: bool = False  # longer, so that it ends with the video
    near: bool = False  # only segments that overlap the new range are meant
    way: int = 0  # 1 where a level has to rise, or a beginning be later; -1 the other way


@dataclass(frozen=True)
class Remove:
    target: Target


@dataclass(frozen=True)
class RemoveClip:
    """Remove segments of the main track: by upload or prompt, by number (with `of` only where there are
    so many), the one that was `added` last, or the generated ones."""

    name: str | None = None
    which: int | None = None
    of: int | None = None
    added: bool = False


@dataclass(frozen=True)
class Empty:
    """Remove everything, as in a new project; the uploads stay."""


@dataclass(frozen=True)
class Rotate:
    """Rotate pictures clockwise by so many degrees."""

    degrees: int
    range: Stretch = WHOLE


@dataclass(frozen=True)
class Canvas:
    """A new canvas (width, height), and how pictures of another shape fit into it; the colour of bars."""

    ratio: tuple[int, int] | None = None
    size: tuple[int, int] | None = None
    fill: str | None = None
    background: str | None = None


@dataclass(frozen=True)
class Picture:
    """Values for the picture's own segments: rotate, crop, color, stabilize, denoise, …"""

    values: Mapping[str, object]
    range: Stretch = WHOLE


@dataclass(frozen=True)
class Level:
    """The level of the main track's own sound: absolute, or relative to now.

    `everything` means that of every sound above it, too; `way` is 1 where it has to become louder, -1
    quieter.
    """

    to: float | None = None
    by: float = 1.0
    ranges: tuple[Stretch, ...] = (WHOLE,)
    everything: bool = False
    way: int = 0


@dataclass(frozen=True)
class FadeVideo:
    """`everything` means every sound above it, too."""

    fade_in: int | None = None
    fade_out: int | None = None
    everything: bool = False


@dataclass(frozen=True)
class Transition:
    length: int | None  # None: as long as the one that is there, or `times` as long
    at: int | None = None  # None: at every cut
    kind: str = "fade"
    times: float | None = None
    into: Clip | None = None  # at the cut before that clip
    of: int | None = None  # only where there are so many clips


@dataclass(frozen=True)
class RemoveTransitions:
    at: int | None = None


@dataclass(frozen=True)
class Generate:
    length: int
    prompt: str


@dataclass(frozen=True)
class Answer:
    """A question or a remark: a reply, and nothing changes. `topic` is a key of the replies."""

    topic: str


Operation = (
    Place
    | Arrange
    | Join
    | Append
    | Insert
    | SplitScreen
    | ReplaceSound
    | TrimPauses
    | TrimFillers
    | Cut
    | Keep
    | Split
    | Speed
    | NormalSpeed
    | Undo
    | Repeat
    | Reverse
    | Freeze
    | AddLayer
    | AddCaptions
    | HeardCaptions
    | Change
    | Remove
    | RemoveClip
    | Empty
    | Rotate
    | Canvas
    | Picture
    | Level
    | FadeVideo
    | Transition
    | RemoveTransitions
    | Generate
    | Answer
)

# What only adds to what is there, or divides it.
ADDS = AddLayer | AddCaptions | HeardCaptions | Append | Insert | Place | Split | Answer
