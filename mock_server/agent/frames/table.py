"""All frames: each reads one kind of clause, and only if it accounts for every word of it."""

from collections.abc import Callable, KeysView, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from mock_server.agent.frames import (
    captions,
    changes,
    clips,
    contents,
    effects,
    fading,
    insertions,
    layers,
    pauses,
    picture,
    removals,
    sounds,
    splits,
    time,
)
from mock_server.agent.frames.left_out import (
    ends_in_a_count,
    is_of_each_clip,
    leaves_out,
    passes_over_one,
)
from mock_server.agent.frames.phrasing import Unclear
from mock_server.agent.frames.slots import Slots
from mock_server.agent.frames.witness import shows
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.operations import Operation

Built = Operation | list[Operation] | None


@dataclass(frozen=True)
class Frame:
    """Builds operations from a clause; `spare` are the kinds of words that may be left over.

    `needs` are the kinds without which it cannot fit, `a|b` is either: most frames have nothing to do
    with a clause, and need not be tried.
    """

    build: Callable[[Slots], Built]
    spare: str = ""
    needs: str = ""

    @cached_property
    def groups(self) -> tuple[frozenset[str], ...]:
        """Of each of these some kind is needed."""
        return tuple(frozenset(either.split("|")) for either in self.needs.split())

    def may_fit(self, kinds: KeysView[str]) -> bool:
        """Whether a clause with these kinds of words is worth trying."""
        return not any(map(kinds.isdisjoint, self.groups))

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


_ON_VIDEO = "timeline video picture clip part it all whole each wholeframe"
_TIMED = "timeline video clip part picture it whole place all each"

FRAMES: tuple[Frame, ...] = (
    Frame(contents.undo, "again", "undo|undoall|undotwo"),
    Frame(pauses.trim_fillers, "part each sound words", "fillers cut|remove"),
    Frame(
        pauses.trim_pauses,
        "part video whole each all sound words place",
        "pauses|mute cut|remove|shorter|threshold",
    ),
    Frame(picture.flag("denoise"), _ON_VIDEO + " voiceword", "denoise"),
    Frame(picture.flag("stabilize"), _ON_VIDEO, "stabilize"),
    Frame(picture.normalize, _ON_VIDEO, "normalize|loudness"),
    Frame(removals.clear, "video", "remove|no|off fade|fades|duck"),
    Frame(fading.no_fade, _ON_VIDEO, "remove|no fade|fades"),
    Frame(contents.rewrite, needs="text"),
    Frame(contents.replace_sound, "video whole", "replace|set|show|instead file|text|mood"),
    Frame(removals.empty, "all whole timeline", "remove timeline"),
    Frame(removals.remove, "place whole video again timeline", "remove|cut|no|off|out"),
    Frame(clips.remove_transition, "part", "remove|replace transition"),
    Frame(clips.remove_clip, "part timeline", "remove|cut|out"),
    Frame(
        picture.plain_color,
        _ON_VIDEO + " again",
        "remove|back|normal|off|no|colored look|lookword|colored",
    ),
    Frame(changes.change, "from"),
    Frame(contents.recolor, needs="color|colorword"),
    Frame(
        captions.captions,
        "count says part place place each words to then whole",
        "caption text range",
    ),
    Frame(
        captions.heard_captions, "video sound words part all whole each says clip", "caption|heard"
    ),
    Frame(sounds.voiceover, "says words sound part", "voiceover text"),
    Frame(sounds.sound, "says count each", "sfx|effect|sound"),
    Frame(sounds.music, "part sound video volume timeline", "music|track|genre|file|text"),
    Frame(
        layers.add_text,
        "count says place part words label set screen show timeline",
        "title|caption|lower-third|words|text|says",
    ),
    Frame(layers.overlay, "place part then", "file|text|overlay|image|picture"),
    Frame(effects.zoom, _ON_VIDEO + " place", "zoom|larger|sweep"),
    Frame(effects.another_time, needs="zoom|blur move|later|earlier"),
    Frame(effects.blur, _ON_VIDEO + " place", "blur"),
    Frame(layers.repeat, "it again", "same|duplicate|it"),
    Frame(clips.join, "place part for", "join|transition|fade|fades|way"),
    Frame(clips.split_screen, "place", "layout|pos|below|eachhalf file|text"),
    Frame(clips.arrange, "part", "arrange|move|swapped"),
    Frame(insertions.insert, "part place clip video timeline", "add|show|splice file|text|portion"),
    Frame(clips.place, "place part and then for begin", "add|show|generate|order"),
    Frame(clips.transition, "part", "transition|way|fade|fades"),
    Frame(clips.generate, "part", "generate|add text"),
    Frame(time.freeze, _TIMED, "freeze|lastframe"),
    Frame(time.reverse, _TIMED + " again", "reverse"),
    Frame(time.normal_speed, _ON_VIDEO + " again", "normal"),
    Frame(time.speed, _TIMED, "faster|slower|tooslow|toofast|speed|slowmo|factor|normal"),
    Frame(time.ramp, _TIMED, "ramp factor"),
    Frame(splits.split, _TIMED, "split|equal"),
    Frame(picture.canvas, _ON_VIDEO + " place again", "ratio|size|shape|fill"),
    Frame(picture.rotate, _ON_VIDEO, "rotate|angle|upside"),
    Frame(picture.as_recorded, _ON_VIDEO + " again", "rotate|reverse|crop|forwards"),
    Frame(picture.crop, _ON_VIDEO, "crop|cut|remove|last percent"),
    Frame(picture.color, _ON_VIDEO, "look|lookword"),
    Frame(fading.fade_video, _ON_VIDEO, "fade|fades"),
    Frame(picture.unmute, _ON_VIDEO + " again", "unmute|back|switch|normal"),
    Frame(picture.mute, _TIMED + " sound", "mute|remove|off|no"),
    Frame(picture.bleep, _TIMED, "bleep|sfx:bleep"),
    Frame(
        picture.volume,
        _TIMED + " sound",
        "percent|level|number|factor|half|double|louder|quieter|up|down",
    ),
    Frame(time.new_edges, "part", "begin|finish|until|range|start"),
    Frame(time.keep, _TIMED + " join", "keep|only"),
    Frame(
        time.keep_to,
        "video it clip part",
        "cut|shorter|crop|set|last|longness|fromend time|range|portion",
    ),
    Frame(time.cut, _TIMED, "cut|remove|no|off|range"),
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


def _is_one_of_some(token: Token) -> bool:
    """Whether one of several things is meant, of which none was named: "turn down that one"."""
    return token.words.lower() in ("that one", "this one")


def _spares_a_part(tokens: Sequence[Token]) -> bool:
    """Whether a part is to be unlike all the rest: "everything black and white, only 5-8 s in color"."""
    stops = [i for i, one in enumerate(tokens) if one.is_a("stop")]
    return any(
        any(one.is_a("all") for one in tokens[:i]) and any(one.is_a("only") for one in tokens[i:])
        for i in stops
    )


_IS = ("is", "are", "got", "sounds", "looks", "seems", "feels")
_COMPARED = (
    "louder", "quieter", "faster", "slower", "slowmo", "bigger", "smaller", "longer", "shorter",
)  # fmt: skip
_ANOTHER = ("me", "us", "him", "her", "them", "my", "the", "your", "his")


def _says_how_it_is(tokens: Sequence[Token]) -> bool:
    """Whether it is said how something is, or how it is beside something else: "the music is louder than
    me"."""
    words = [one.words.lower() for one in tokens]
    if any(a == "than" and b in _ANOTHER for a, b in pairwise(words)):
        return True
    for i, word in enumerate(words):
        if word in _IS:
            said = next(
                (one for one in tokens[i + 1 :] if not one.is_a("bit") and not one.is_a("much")),
                None,
            )
            if (
                said
                and any(map(said.is_a, _COMPARED))
                and not said.words.lower().startswith(("too ", "not "))
            ):
                return "make sure" not in words
    return False


def _adds_another(tokens: Sequence[Token]) -> bool:
    """Whether what stands last has "it too", so that two things are meant: "mute it, the music too"."""
    last = next((i for i in reversed(range(len(tokens))) if tokens[i].is_a("stop")), 0)
    behind = [one for one in tokens[last:] if not one.carries_nothing and not one.is_a("stop")]
    also = tokens[-1].words.lower() in ("too", "as well", "also")
    return also and last > 0 and bool(behind) and all(one.tags & _THINGS for one in behind)


_THINGS = frozenset(
    ("music", "title", "caption", "overlay", "video", "voiceover", "picture", "sound")
)
_UNFINISHED = ("to", "onto", "into", "from", "到", "至", "从", "成", "为", "要")
"""What a clause does not end with: "cut from 40 s to", "标题删掉，音乐要"."""


def _removes_two(tokens: Sequence[Token]) -> bool:
    """Whether something is named between two words that remove: "第二段删了 标题也删了"."""
    verbs = [i for i, one in enumerate(tokens) if one.is_a("remove")]
    between = tokens[verbs[0] : verbs[-1]] if verbs else ()
    return any(one.tags & _THINGS for one in between)


@cache
def _by_kind() -> dict[str, list[int]]:
    """The numbers of the frames by the kinds of which each needs one; under "" those that need none."""
    found: dict[str, list[int]] = {"": []}
    for number, frame in enumerate(FRAMES):
        for kind in frame.groups[0] if frame.groups else ("",):
            found.setdefault(kind, []).append(number)
    return found


def _fitting(kinds: KeysView[str]) -> list[Frame]:
    known = _by_kind()
    found = {number for kind in kinds for number in known.get(kind, ())}.union(known[""])
    return [FRAMES[number] for number in sorted(found) if FRAMES[number].may_fit(kinds)]


def read_clause(slots: Slots) -> tuple[Operation, ...]:
    """What a clause asks for; none when no frame accounts for all of it, or two disagree."""
    if any(not token.readings for token in slots.tokens):
        return ()
    if slots.tokens and slots.tokens[-1].words.lower() in _UNFINISHED:
        return ()
    if any(
        after.is_a("text")
        if one.words.lower() in _BESIDE
        else (one.words, after.words) == ("after that", "one")
        for one, after in pairwise(slots.tokens)
    ) or any(
        one.words.lower() == "during" and after.words.lower() == "it"
        for one, after in pairwise(slots.tokens)
    ):
        return ()  # "under 'Open'", "after that one", "slow motion during it": where is that?
    if any(a.is_a("text") and b.words.lower() == "effect" for a, b in pairwise(slots.tokens)):
        return ()  # "the "sparkle" effect": to be seen, or heard?
    if sum(token.words.lower() == "it" for token in slots.tokens) > 1:
        return ()  # "cut it so that it starts at 4 s" says two things
    if slots.said("only") and slots.said("all") and _spares_a_part(slots.tokens):
        return ()
    if slots.it == "video" and any(map(_is_one_of_some, slots.tokens)):
        return ()
    if (
        slots.count("range") == 1
        and slots.it == "video"
        and slots.tokens[-1].words.lower() == "them"
    ):
        return ()  # "… the last 5 s and blur them"
    if slots.tokens and slots.tokens[-1].words.lower() == "silence" and not slots.said("range"):
        return ()  # "music until 45 s, then silence": of what?
    if slots.tokens and (_says_how_it_is(slots.tokens) or _adds_another(slots.tokens)):
        return ()
    if ends_in_a_count(slots.tokens) or (slots.chinese and leaves_out(slots.tokens)):
        return ()
    if slots.chinese and _removes_two(slots.tokens):
        return ()
    fitting = _fitting(slots.places.keys())
    readings = {repr(found): found for frame in fitting if (found := frame.read(slots))}
    found = next(iter(readings.values())) if len(readings) == 1 else ()
    if slots.said("each") and is_of_each_clip(found, slots.tokens):
        return ()
    if slots.said("which") and passes_over_one(found, slots.tokens):
        return ()
    return found if shows(found, slots.tokens) else ()
