"""Random recipes, random changes of them, and drafts that others have changed in between."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nemo_spec.compile import Program, compile_plan
from nemo_spec.language.diagnostics import has_errors
from nemo_spec.language.source import Source
from nemo_spec.recipe.library import DiskLibrary
from nemo_spec.recipe.plan import make_plan
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.journal import Journal
from support.agent_nemo import AgentNemo, Applied, applied
from support.short_recipes import MEDIA

_TEXTS = ("Yes.", "No.", "We begin.", "We begin again.", "Thank you all.", "日本")
_VIDEO = (
    "cut 1-2s",
    "cut 4-5.5s",
    "keep 0-20s",
    "speed 1.25x",
    "speed 2x 3-5s",
    "freeze 3s for 1s",
    "volume 80%",
    "volume 50% 2-4s",
    "mute 1-2s",
    'color "warm" 60%',
    "fade in 1s",
    "fade out 1s",
    "trim pauses longer than 0.7s",
    "reverse",
    "aspect 9:16 blur",
    "split at 6s",
)
_LAYERS = (
    'music "lo-fi" volume 35%',
    'music "upbeat" 2-8s volume 60%',
    'sound "whoosh" at 3s',
    'voiceover "Welcome." at 1s',
    "captions",
)


def _layer(dice: random.Random) -> str:
    start, text = dice.randrange(12), dice.choice(_TEXTS)
    verb = dice.choice(["caption", "caption", "caption", "caption", "title", "lower-third"])
    return f'{verb} {start}-{start + 1}.{dice.randrange(9)}s "{text}"'


def any_line(dice: random.Random) -> str:
    kind = dice.choices(["layer", "other", "video", "say"], [12, 3, 4, 0.3])[0]
    if kind == "layer":
        return _layer(dice)
    if kind == "say":
        return 'say "Make it nice."'
    return dice.choice(_LAYERS if kind == "other" else _VIDEO)


Line = Callable[[random.Random], str]


def with_captions(dice: random.Random) -> str:
    """A line, which more often than others lays captions: those that are heard, or one that is written."""
    kind = dice.random()
    if kind < 0.15:
        return dice.choice(["captions", "captions", "captions size 40"])
    return _layer(dice) if kind < 0.6 else any_line(dice)


def recipe(dice: random.Random, lines: int, line: Line = any_line) -> list[str]:
    return [line(dice) for _ in range(dice.randint(2, lines))]


def changed(dice: random.Random, lines: list[str], line: Line = any_line) -> list[str]:
    """A line more, a line less, another line in its place, or the same line twice; several times."""
    found = list(lines)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(found) + 1)
        match dice.choice(["insert", "delete", "replace", "replace", "repeat"]):
            case "insert":
                found.insert(at, line(dice))
            case "delete" if len(found) > 1:
                del found[at : at + 1]
            case "replace":
                found[at : at + 1] = [_layer(dice)]
            case "repeat":
                found.insert(at, dice.choice(found))
    return found


def program_of(lines: list[str]) -> Program | None:
    """None where these lines are no recipe."""
    source = Source("random.edit", "\n".join(lines) + "\n")
    library = DiskLibrary(MEDIA)
    library.adopt(source, MEDIA)
    planned = make_plan(source, library, clips=[str(MEDIA / "interview.mp4")])
    if has_errors(planned.diagnostics):
        return None
    program = compile_plan(planned.plan)
    return None if any(problem.is_error for _, problem in program.problems) else program


@dataclass
class Story:
    """A recipe is applied, perhaps not to its end; its draft may be changed by somebody else; then the
    recipe is, and applied again."""

    before: Program
    after: Program
    first: Policy
    policy: Policy
    tampering: int
    nemo: AgentNemo = field(default_factory=AgentNemo)

    def told(self) -> tuple[Applied, Applied]:
        """What the second run did, and one after it."""
        journal, nemo = Journal.in_memory(), self.nemo
        applied(nemo, self.before, journal, self.first)
        tamper(nemo.draft, self.tampering)
        return tuple(applied(nemo, self.after, journal, self.policy) for _ in range(2))  # type: ignore[return-value]


def story(seed: str, lines: int = 12, line: Line = any_line) -> Story | None:
    """None where the seed gives no recipe, or one that does not change."""
    dice = random.Random(seed)
    texts = recipe(dice, lines, line)
    before, after = program_of(texts), program_of(changed(dice, texts, line))
    if before is None or after is None:
        return None
    per = dice.choices(["line", "phase", "recipe"], [6, 1, 1])[0]
    unrequested = dice.choice(["report", "report", "allow", "remove"])
    limit = dice.choice([None, None, None, float(dice.randrange(1, 8))])
    policy = Policy(per=per, unrequested=unrequested)  # type: ignore[arg-type]
    return Story(before, after, Policy(per=per, limit=limit), policy, dice.randrange(8))  # type: ignore[arg-type]


def tamper(draft: dict[str, Any], how: int) -> None:
    """Change what lies above the video: something goes, comes twice, moves, or says something else."""
    tracks = [track["sg"] for track in draft.get("t", ()) if track.get("tt") == 7]
    if not tracks or how > 3:
        return
    segments = tracks[0]
    match how:
        case 0:
            del segments[0]
        case 1:
            segments.append({**segments[0], "id": "sg_again"})
        case 2:
            segments[-1]["s"] += 700
        case 3:
            segments[-1]["text"] = "Somebody else said this."
