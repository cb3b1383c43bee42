"""Edits of the sound: music, voice, effects, levels."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Literal

from pydantic import Field

from nemo_spec.language.values import DAY, apart, level_of, show_number
from nemo_spec.media.clip import Clip as MediaFile
from nemo_spec.timeline.deltas import AddLayer, Delta, SetProperties
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.timeline.track import MainTrack
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import (
    Edit,
    Problem,
    check_point,
    check_range,
    check_ranges,
    option,
    place,
    place_range,
    value,
)
from nemo_spec.verbs.material import SOUNDS, VIDEOS, is_named_like, upload_name
from nemo_spec.verbs.text import check_text
from nemo_spec.verbs.value_types import At, Duration, Lufs, Text, TimeRange, Volume

BLEEP = "bleep"
"""The name of the sound effect that covers words."""


class Music(Edit):
    """Add music under the video, by mood or from a file.

    Give a mood or a file, not both. Where two pieces overlap, both are heard, which gives a warning. A file
    that is shorter than its range is looped, and `plan` says so.

    Afterwards: one piece of music over that range, at that volume, with those fades, from that part of
    its file.
    """

    example = 'music "lo-fi" volume 35% fade out 2s'
    group = "Music and sound"
    synonyms = ("song", "bgm", "audio", "soundtrack")
    verb: Literal["music"] = "music"
    mood: Text | None = value(None, "what it sounds like", sample='"mood"')
    range: TimeRange | None = value(None, "when it is heard; without it, the whole video")
    path: Text | None = option("from", None, "a music file", sample='"theme.mp3"')
    volume: Volume | None = option("volume", None, "`100%`, or `0dB`, is as recorded")
    fade_in: Duration | None = option("fade in", None, "how long it takes to reach its volume")
    fade_out: Duration | None = option("fade out", None, "how long it takes to fall silent")
    duck: bool = option("duck", False, "lower while somebody speaks")
    skip: Duration = option("skip", 0, "how far into its file it begins")
    file_length: int | None = Field(None, description="how long the file is, ms; null if unknown")

    @property
    def files(self) -> tuple[str, ...]:
        return (self.path,) if self.path else ()

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        if (self.mood is None) == (self.path is None):
            cure = 'write `music "lo-fi"` or `music from "theme.mp3"`'
            yield Problem("E104", "music needs a mood or a file, not both", cure)
        if self.mood is not None:
            yield from check_text(self.mood, "mood")
            cure = f"write `music from {phrasing.quoted(self.mood)}` to play that file"
            yield from _no_file(self.mood, "a mood", cure, "mood")
        yield from self._check_skip()

    def check_file(self, file: MediaFile) -> Iterator[Problem]:
        if not file.has_sound:
            kind = "video" if file.length else "picture"
            message = f"{PurePath(self.path or '').name} is a {kind} without sound"
            yield Problem("E243", message, "name a sound, or a video that has one", "path")

    def _check_skip(self) -> Iterator[Problem]:
        if self.skip and self.path is None:
            cure = 'delete it, or write `music from "theme.mp3"`'
            yield Problem(
                "E104", "only a file can begin later: the mood has no parts", cure, "skip"
            )
        elif self.skip and self.file_length and self.skip >= self.file_length:
            lasts = f"the file is {show_number(self.file_length / 1000)} s long"
            yield Problem("E107", "this is after the end of the file", lasts, "skip")

    def forecast(self, timeline: Timeline) -> str:
        start, end = place_range(self.range, timeline.length)
        lasts = end.lo - start.lo
        if not self.file_length or lasts <= self.file_length - self.skip:
            return ""
        left = show_number((self.file_length - self.skip) / 1000)
        return f"the file is shorter: after {left} s it is looped, from its start"

    def english(self) -> str:
        what = (
            f"the music file {phrasing.quoted(upload_name(self.path))} as background music"
            if self.path
            else f"{phrasing.quoted(self.mood or '')} background music"
        )
        where = phrasing.over(self.range) if self.range else "over the whole video"
        parts = [
            f"at {phrasing.volume(self.volume)} volume" if self.volume is not None else "",
            f"fading in over {phrasing.seconds(self.fade_in)}" if self.fade_in else "",
            f"fading out over {phrasing.seconds(self.fade_out)}" if self.fade_out else "",
            "ducked under the speech" if self.duck else "",
            f"beginning {phrasing.seconds(self.skip)} into the file" if self.skip else "",
        ]
        return f"Add {what} {where}" + "".join(f", {part}" for part in parts if part) + "."

    def chinese(self) -> str:
        what = (
            f"音乐文件{phrasing.quoted(upload_name(self.path))}作为背景音乐"
            if self.path
            else f"{phrasing.quoted(self.mood or '')}背景音乐"
        )
        where = f"时间{phrasing.zh_over(self.range)}" if self.range else "贯穿整个视频"
        parts = [
            f"音量{phrasing.volume(self.volume)}" if self.volume is not None else "",
            f"淡入{phrasing.zh_seconds(self.fade_in)}" if self.fade_in else "",
            f"淡出{phrasing.zh_seconds(self.fade_out)}" if self.fade_out else "",
            "说话时自动压低" if self.duck else "",
            f"素材起点为{phrasing.zh_seconds(self.skip)}" if self.skip else "",
        ]
        return f"添加{what}，{where}" + "".join(f"，{part}" for part in parts if part) + "。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        start, end = place_range(self.range, timeline.length)
        found: dict[str, object | None] = {
            "volume": None if self.volume is None else level_of(self.volume),
            "fade_in": self.fade_in or None,
            "fade_out": self.fade_out or None,
            "duck": self.duck or None,
        }
        look = {key: content for key, content in found.items() if content is not None}
        name = upload_name(self.path) if self.path else self.mood or ""
        plays = (self.skip, self.skip + end.hi - start.lo) if self.skip else None
        layer = Segment("music", start, end, name=name, source=plays, properties=look)
        return (AddLayer(layer),)


class VoiceOver(Edit):
    """Add a voice that speaks a text.

    Without a range, it begins at the start and lasts as long as it takes.

    Afterwards: one voice-over with exactly that text.
    """

    example = 'voiceover 2-9s "This is how it works." voice "calm"'
    group = "Music and sound"
    synonyms = ("narration", "narrate", "tts")
    follows_video = True
    verb: Literal["voiceover"] = "voiceover"
    range: TimeRange | None = value(None, "when it is heard")
    text: Text = value(..., "what is said")
    voice: Text | None = option("voice", None, "whose voice", sample='"calm"')

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        yield from check_text(self.text, "text")
        cure = f"write `music from {phrasing.quoted(self.text)}` with its range to play that file"
        yield from _no_file(self.text, "what is to be said", cure, "text")

    def english(self) -> str:
        where = f" {phrasing.over(self.range)}" if self.range else ""
        voice = f", spoken by the voice {phrasing.quoted(self.voice)}" if self.voice else ""
        return f"Add a voice-over that says {phrasing.quoted(self.text)}{where}{voice}."

    def chinese(self) -> str:
        where = f"，时间{phrasing.zh_over(self.range)}" if self.range else ""
        voice = f"，声音为{phrasing.quoted(self.voice)}" if self.voice else ""
        return f"添加旁白{phrasing.quoted(self.text)}{where}{voice}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        start, end = place_range(self.range, timeline.length)
        if self.range is None:
            end = Interval(0, timeline.length.hi)
        look: dict[str, object] = {"voice": self.voice} if self.voice else {}
        return (AddLayer(Segment("voiceover", start, end, texts=(self.text,), properties=look)),)


class Sound(Edit):
    """Play a short sound effect.

    Afterwards: one sound of that name that begins there.
    """

    example = 'sound "whoosh" at 3s'
    group = "Music and sound"
    synonyms = ("sfx",)
    follows_video = True
    verb: Literal["sound"] = "sound"
    name: Text = value(..., "which sound", sample='"whoosh"')
    at: At = option("at", about="when it begins", required=True)

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.at == "end" or (timeline.length.is_exact and self.at == timeline.length.lo):
            cure = "name a time inside the video"
            yield Problem("E211", "there is no video after this time", cure, "at")
        yield from check_point(self.at, timeline, "at")
        yield from check_text(self.name, "name")
        cure = f"write `music from {phrasing.quoted(self.name)}` with its range to play that file"
        yield from _no_file(self.name, "a sound by its name", cure, "name")

    def english(self) -> str:
        return f"Add the sound effect {phrasing.quoted(self.name)} {phrasing.at(self.at)}."

    def chinese(self) -> str:
        return f"在{phrasing.zh_at(self.at)}添加音效{phrasing.quoted(self.name)}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        start = place(self.at, timeline.length)
        end = Interval(start.lo, timeline.length.hi)
        return (AddLayer(Segment("sound", start, end, name=self.name)),)


class ChangeVolume(Edit):
    """Set the level of the video's own sound.

    Afterwards: that level over that range, and nothing else changed.
    """

    example = "volume 80% 5-10s"
    group = "Music and sound"
    synonyms = ("gain", "level")
    verb: Literal["volume"] = "volume"
    level: Volume = value(..., "`100%`, or `0dB`, is as recorded")
    range: TimeRange | None = value(None, "which part; without it, the whole video")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_range(self.range, timeline, "range")
        if level_of(self.level) and _is_partly_silent(timeline, self.range):
            cure = "write it above the `mute` or `bleep`, or name ranges around that"
            yield Problem("W216", "what is muted or bleeped above is heard again", cure, "level")

    def english(self) -> str:
        where = phrasing.over(self.range) if self.range else "for the whole video"
        level = phrasing.volume(self.level)
        return f"Set the volume of the video's own sound to {level} {where}."

    def chinese(self) -> str:
        where = f"{phrasing.zh_over(self.range)}的" if self.range else "整个"
        return f"将{where}视频原声音量设为{phrasing.volume(self.level)}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return _marked(timeline, (self.range,), {"volume": level_of(self.level)})


class Mute(Edit):
    """Silence the video's own sound.

    Afterwards: no sound of its own over those ranges, and nothing else changed.
    """

    example = "mute 3-5s"
    group = "Music and sound"
    synonyms = ("silence",)
    verb: Literal["mute"] = "mute"
    ranges: tuple[TimeRange, ...] = value((), "which parts; without them, the whole video")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_ranges(self.ranges, timeline, "ranges")

    def english(self) -> str:
        parts = " and ".join(map(phrasing.over, apart(self.ranges)))
        where = parts or "for the whole video"
        return f"Mute the video's own sound {where}."

    def chinese(self) -> str:
        where = f"{phrasing.zh_ranges(self.ranges)}的" if self.ranges else "整个"
        return f"将{where}视频原声静音。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return _marked(timeline, apart(self.ranges) or (None,), {"volume": 0})


class Bleep(Edit):
    """Cover words with a tone.

    The video's own sound is off there, and a tone is heard instead. It shifts with the video, and counts
    as a sound effect, not as music.

    Afterwards: no sound of its own over those ranges, and one sound named `bleep` over each of them.
    """

    example = "bleep 3.2-3.9s"
    group = "Music and sound"
    synonyms = ("beep", "swear")
    follows_video = True
    verb: Literal["bleep"] = "bleep"
    ranges: tuple[TimeRange, ...] = value(..., "what is covered")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        yield from check_ranges(self.ranges, timeline, "ranges")

    def english(self) -> str:
        covered = apart(self.ranges)
        muted = " and ".join(map(phrasing.over, covered))
        tones = "".join(
            f", and add the sound effect {phrasing.quoted(BLEEP)} {phrasing.over(range_)}"
            for range_ in covered
        )
        return f"Mute the video's own sound {muted}{tones}."

    def chinese(self) -> str:
        tones = "".join(
            f"，并在{phrasing.zh_over(range_)}添加音效{phrasing.quoted(BLEEP)}"
            for range_ in apart(self.ranges)
        )
        return f"将{phrasing.zh_ranges(self.ranges)}的视频原声静音{tones}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        tones = [place_range(range_, timeline.length) for range_ in apart(self.ranges)]
        layers = [AddLayer(Segment("sound", start, end, name=BLEEP)) for start, end in tones]
        return (*_marked(timeline, apart(self.ranges), {"volume": 0}), *layers)


class Denoise(Edit):
    """Remove noise from the video's own sound.

    Afterwards: the whole video marked as denoised, and nothing else changed.
    """

    example = "denoise"
    group = "Music and sound"
    sentences = (
        "Remove the background noise from the video's own sound.",
        "去除视频原声中的背景噪音。",
    )
    verb: Literal["denoise"] = "denoise"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (SetProperties(0, DAY, {"denoise": True}),)


class Normalize(Edit):
    """Even out the loudness of the video's own sound.

    With a loudness, all of it together is that loud, as ffmpeg's `ebur128` and EBU R 128 measure it:
    `-14LUFS` is usual online, `-23LUFS` on television. That is not documented by the service.

    Afterwards: the whole video marked as normalized, to that loudness, and nothing else changed.
    """

    example = "normalize -14LUFS"
    group = "Music and sound"
    synonyms = ("normalise", "loudness", "lufs")
    verb: Literal["normalize"] = "normalize"
    loudness: Lufs | None = value(None, "how loud; without it, the service decides")

    def english(self) -> str:
        to = "" if self.loudness is None else f" to {show_number(self.loudness)} LUFS"
        return f"Normalize the loudness of the video's own sound{to}."

    def chinese(self) -> str:
        to = "" if self.loudness is None else f"为{show_number(self.loudness)} LUFS"
        return f"将视频原声的响度标准化{to}。"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (SetProperties(0, DAY, {"normalize": True, "loudness": self.loudness}),)


def _is_partly_silent(timeline: Timeline, range_: TimeRange | None) -> bool:
    """Whether a range holds sound that was silenced before, and other sound too."""
    if not timeline.is_exact:
        return False
    start, end = place_range(range_, timeline.length)
    inside = MainTrack.of(timeline.main).near(start.lo, end.lo)
    silenced = {
        piece.properties.get("volume") == 0
        for piece in inside
        if piece.start.lo < end.lo and start.lo < piece.end.lo
    }
    return silenced == {True, False}


def _no_file(text: str, takes: str, cure: str, field: str) -> Iterator[Problem]:
    """A warning where a text is the name of a file, which is not sent."""
    if is_named_like(text, (*SOUNDS, *VIDEOS)):
        yield Problem("W271", f"this takes {takes}: the file is not sent", cure, field)


def _marked(
    timeline: Timeline, ranges: tuple[TimeRange | None, ...], look: dict[str, object]
) -> tuple[Delta, ...]:
    marks: list[Delta] = []
    for range_ in ranges:
        start, end = place_range(range_, timeline.length)
        whole = range_ is None or (start.hi == 0 and range_.end == "end")
        marks.append(SetProperties(start.lo, DAY if whole else end.hi, look))
    return tuple(marks)
