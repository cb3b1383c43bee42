"""All frames: each reads one kind of clause, and only if it accounts for every word of it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from mock_server.agent import frames_captions as captions
from mock_server.agent import frames_changes as changes
from mock_server.agent import frames_clips as clips
from mock_server.agent import frames_contents as contents
from mock_server.agent import frames_effects as effects
from mock_server.agent import frames_layers as layers
from mock_server.agent import frames_picture as picture
from mock_server.agent import frames_removals as removals
from mock_server.agent import frames_splits as splits
from mock_server.agent import frames_time as time
from mock_server.agent.operations import Operation
from mock_server.agent.phrasing import Unclear
from mock_server.agent.slots import Slots
from mock_server.agent.witness import shows

Built = Operation | list[Operation] | None


@dataclass(frozen=True)
class Frame:
    """Builds operations from a clause; `spare` are the kinds of words that may be left over."""

    build: Callable[[Slots], Built]
    spare: str = ""

    def read(self, slots: Slots) -> tuple[Operation, ...]:
        """The operations that the clause asks for; none when this frame does not fit."""
        slots = slots.copy()
        try:
            found = self.build(slots)
        except Unclear:
            return ()
        if found is None or not slots.is_spent(self.spare):
            return ()
        return tuple(found) if isinstance(found, list) else (found,)


_ON_VIDEO = "timeline video picture clip part it all whole each"
_TIMED = "timeline video clip part picture it whole place all each"

FRAMES: tuple[Frame, ...] = (
    Frame(contents.undo, "again"),
    Frame(time.trim_fillers, "part each sound words"),
    Frame(time.trim_pauses, "part video whole each all sound words place"),
    Frame(picture.flag("denoise"), _ON_VIDEO),
    Frame(picture.flag("stabilize"), _ON_VIDEO),
    Frame(picture.normalize, _ON_VIDEO),
    Frame(removals.clear, "video"),
    Frame(picture.no_fade, _ON_VIDEO),
    Frame(contents.rewrite),
    Frame(contents.replace_sound, "video whole"),
    Frame(removals.empty, "all whole timeline"),
    Frame(removals.remove, "place whole video again"),
    Frame(clips.remove_transition, "part"),
    Frame(clips.remove_clip, "part"),
    Frame(picture.plain_color, _ON_VIDEO + " again"),
    Frame(changes.change, "from"),
    Frame(contents.recolor),
    Frame(captions.captions, "count says part place place each words to then whole"),
    Frame(captions.heard_captions, "video sound words part all whole each says clip"),
    Frame(layers.voiceover, "says words sound part"),
    Frame(layers.sound, "says count"),
    Frame(layers.music, "part sound video volume timeline"),
    Frame(layers.add_text, "count says place part words label set screen show timeline"),
    Frame(layers.overlay, "place part then"),
    Frame(effects.zoom, _ON_VIDEO + " place"),
    Frame(effects.blur, _ON_VIDEO + " place"),
    Frame(layers.repeat, "it again"),
    Frame(clips.join, "place part"),
    Frame(clips.split_screen, "place"),
    Frame(clips.place, "place part and then for begin"),
    Frame(clips.transition, "part"),
    Frame(clips.generate, "part"),
    Frame(time.freeze, _TIMED),
    Frame(time.reverse, _TIMED + " again"),
    Frame(time.normal_speed, _ON_VIDEO + " again"),
    Frame(time.speed, _TIMED),
    Frame(time.ramp, _TIMED),
    Frame(splits.split, _TIMED),
    Frame(picture.canvas, _ON_VIDEO + " place again"),
    Frame(picture.rotate, _ON_VIDEO),
    Frame(picture.crop, _ON_VIDEO),
    Frame(picture.color, _ON_VIDEO),
    Frame(picture.fade_video, _ON_VIDEO),
    Frame(picture.unmute, _ON_VIDEO + " again"),
    Frame(picture.mute, _TIMED + " sound"),
    Frame(picture.bleep, _TIMED),
    Frame(picture.volume, _TIMED + " sound"),
    Frame(time.new_edges, "part"),
    Frame(time.keep, _TIMED),
    Frame(time.keep_to, "video it clip part"),
    Frame(time.cut, _TIMED),
)


_BESIDE = (
    "under",
    "below",
    "above",
    "underneath",
    "beneath",
    "beside",
    "next to",
    "behind",
    "alongside",
)


def read_clause(slots: Slots) -> tuple[Operation, ...]:
    """What a clause asks for; none when no frame accounts for all of it, or two disagree."""
    if any(not token.readings for token in slots.tokens):
        return ()
    if any(
        one.words.lower() in _BESIDE and after.is_a("text") for one, after in pairwise(slots.tokens)
    ):
        return ()  # "under 'Open'": where is that?
    if sum(token.words.lower() == "it" for token in slots.tokens) > 1:
        return ()  # "cut it so that it starts at 4 s" says two things
    readings = {repr(found): found for frame in FRAMES if (found := frame.read(slots))}
    found = next(iter(readings.values())) if len(readings) == 1 else ()
    return found if shows(found, slots.tokens) else ()
