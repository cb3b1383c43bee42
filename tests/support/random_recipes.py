"""Recipes of any length, whose times lie all over one long talk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from nemo_spec.compile import Program, compile_plan
from nemo_spec.language.source import Source
from nemo_spec.recipe.library import DiskLibrary
from nemo_spec.recipe.plan import make_plan
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.material import Material

_LENGTH = 7200
_QUIET = tuple((start, start + 900) for start in range(5_000, 3_600_000, 40_000))
_TALKS = tuple(
    Material(name, name, _LENGTH * 500, width=640, height=360, quiet=_QUIET)
    for name in ("a.mp4", "b.mp4")
)
_MOVING = (
    "cut {a}-{b}s",
    "cut {a}-{b}s",
    "cut {a}-{b}s, {c}-{d}s",
    "speed 1.5x {a}-{b}s",
    "freeze {a}s for 0.7s",
    "split at {a}s",
)
_OTHERS = (
    'title {a}-{b}s "Title {n}" at top',
    'title {a}-{d}s "Long {n}" at top',
    'caption {a}-{b}s "Line {n}"',
    'lower-third {a}-{b}s "Ada {n}" "Engineer"',
    'music "calm {n}" {a}-{d}s volume 20%',
    'sound "whoosh" at {a}s',
    "volume {a}-{b}s 60%",
    "mute {a}-{b}s",
    "transition fade 0.3s at {a}s",
    "transition wipe-left 0.3s at {a}s",
    "expect caption",
    "expect duration > 1s",
)
_RARE = (
    'color "warm" 40%',
    "reverse",
    "fade in 1s",
    "fade out 2s",
    'generate 4s "a city"',
    "freeze end for 1s",
)


def recipe(seed: int, lines: int, *, trims: bool = False) -> str:
    """So many lines, about every second one of which moves time; some are refused."""
    chance, text = Random(seed), list[str]()
    for n in range(lines):
        shapes = _MOVING if chance.random() < 0.5 else _OTHERS
        shape = chance.choice(_RARE if chance.random() < 0.01 else shapes)
        a, b, c, d = sorted(chance.randrange(10 * _LENGTH - 10 * lines) / 10 for _ in range(4))
        b, d = min(b, a + 2), d if "Long" in shape or "music" in shape else c + 1
        text.append(shape.format(a=a, b=b, c=c, d=d, n=n))
    if trims:
        text.insert(chance.randrange(lines + 1), chance.choice(("trim pauses", "trim fillers")))
    return "\n".join(text)


def compiled(text: str) -> Program:
    """The recipe on two talks, one behind the other."""
    planned = make_plan(Source("random.edit", text), DiskLibrary(Path()))
    return compile_plan(planned.plan.model_copy(update={"materials": _TALKS}))


def right_draft(program: Program) -> Timeline:
    """What a draft of exactly that video would be read as."""
    drawn = [replace(layer, owner=None) for layer in program.predicted.layers]
    canvas: dict[str, object] = {"width": 640, "height": 360}
    main = [replace(piece, uncertain=False) for piece in program.predicted.main]
    return replace(program.predicted, main=main, layers=drawn, canvas=canvas)
