"""Every statement class of the language, by its verb. Adding a verb is adding a class here."""

from __future__ import annotations

from functools import cache

from nemo_spec.edits import cuts, expect, picture, project, sound, text
from nemo_spec.edits.base import Statement, verb_of

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
