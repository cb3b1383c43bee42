"""Every statement class of the language, by its verb. Adding a verb is adding a class here."""

from __future__ import annotations

from functools import cache

from nemo_spec.verbs import cuts, expect, picture, project, sound, text
from nemo_spec.verbs.base import Statement, syntax_of, verb_of

STATEMENTS: tuple[type[Statement], ...] = (
    project.Let,
    project.Use,
    project.Clip,
    project.Language,
    cuts.Join,
    cuts.TrimPauses,
    cuts.TrimFillers,
    cuts.Cut,
    cuts.Keep,
    cuts.Split,
    cuts.ChangeSpeed,
    cuts.Reverse,
    cuts.Freeze,
    text.Title,
    text.LowerThird,
    text.Caption,
    text.Captions,
    picture.Overlay,
    picture.Aspect,
    picture.Rotate,
    picture.Crop,
    picture.Color,
    picture.Stabilize,
    picture.FadeIn,
    picture.FadeOut,
    picture.TransitionFade,
    sound.Music,
    sound.VoiceOver,
    sound.Sound,
    sound.ChangeVolume,
    sound.Mute,
    sound.Denoise,
    sound.Normalize,
    picture.Generate,
    project.Say,
    project.Tolerance,
    expect.ExpectDuration,
    expect.ExpectTracks,
    expect.ExpectSegments,
    expect.ExpectNothingElse,
    expect.ExpectNone,
    expect.Expect,
    project.Export,
)

BY_VERB: dict[str, type[Statement]] = {verb_of(statement): statement for statement in STATEMENTS}


OTHER_WORDS = {
    "text": "title", "headline": "title", "heading": "title",
    "subtitle": "caption", "subtitles": "captions", "subs": "captions", "cc": "captions",
    "strap": "lower-third", "nameplate": "lower-third",
    "logo": "overlay", "image": "overlay", "picture": "overlay", "watermark": "overlay",
    "crossfade": "transition fade", "dissolve": "transition fade",
    "delete": "cut", "remove": "cut", "ripple": "cut", "retime": "speed", "slowmo": "speed",
    "merge": "join", "concat": "join", "append": "join", "razor": "split", "backwards": "reverse",
    "pause": "freeze", "hold": "freeze", "ratio": "aspect", "resize": "aspect", "zoom": "crop",
    "filter": "color", "grade": "color", "grading": "color", "lut": "color", "look": "color",
    "stabilise": "stabilize", "normalise": "normalize", "loudness": "normalize",
    "song": "music", "bgm": "music", "audio": "music", "soundtrack": "music", "sfx": "sound",
    "narration": "voiceover", "narrate": "voiceover", "tts": "voiceover", "silence": "mute",
    "gain": "volume", "level": "volume", "prompt": "say", "ask": "say", "tell": "say", "do": "say",
    "include": "use", "import": "use", "source": "clip", "file": "clip", "input": "clip",
    "set": "let", "var": "let", "const": "let", "assert": "expect", "check": "expect",
    "render": "export", "save": "export", "output": "export", "deliver": "export",
    "colour": "color", "centre": "center", "middle": "center", "position": "at",
}  # fmt: skip
"""Words that other programs use, and the ones of this language for them."""


@cache
def is_option(word: str) -> bool:
    """Whether some verb has an option that begins with this word."""
    return any(
        words.split()[0] == word
        for statement in STATEMENTS
        for words in syntax_of(statement).options
    )


@cache
def completions(word: str) -> tuple[str, ...]:
    """The verbs of several words that begin with this one."""
    return tuple(verb for verb in BY_VERB if verb.startswith(f"{word} "))


def find_verb(words: list[str]) -> str | None:
    """The longest verb that the words begin with."""
    for count in range(min(len(words), 4), 0, -1):
        verb = " ".join(words[:count])
        if verb in BY_VERB:
            return verb
    return None
