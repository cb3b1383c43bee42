"""The recipes of specs/, and how each becomes a video."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import imageio_ffmpeg

from nemo_spec.compile import Program
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.language.parser import parse
from nemo_spec.language.source import Source
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.events import Delivered
from nemo_spec.run.runner import Runner
from nemo_spec.run.session.auth import connect
from nemo_spec.run.timeouts import EMBEDDED
from nemo_spec.verbs.base import written
from support.paths import ROOT

SPECS = ROOT / "specs"
SHARED = ("brand",)
"""Files that other recipes include with `use`."""
RECIPES = sorted(path.stem for path in SPECS.glob("*.edit") if path.stem not in (*SHARED, "intro"))
"""Without the README's recipe, which has its own end-to-end test."""


@cache
def together() -> list[str]:
    """Few recipes that hold every verb of the gallery, those with many of them first."""
    verbs = {name: _verbs_of(name) for name in RECIPES}
    chosen: list[str] = []
    left = {verb for found in verbs.values() for verb in found}
    while left:
        best = max(RECIPES, key=lambda name: len(verbs[name] & left))
        chosen.append(best)
        left -= verbs[best]
    return chosen


def _verbs_of(name: str) -> set[str]:
    found = parse(Source(name, path_of(name).read_text("utf-8")))
    return {written.span.text.split()[0] for written in found.statements}


def path_of(name: str) -> Path:
    return SPECS / f"{name}.edit"


@dataclass(frozen=True)
class Command:
    """Arguments of the `nemo-spec apply` command in a recipe's header."""

    clips: tuple[str, ...]
    settings: tuple[str, ...]


def command_of(name: str) -> Command:
    """Read the command in a recipe's comments; it names the recipe itself and runs offline."""
    lines = path_of(name).read_text("utf-8").splitlines()
    header = next(line for line in lines if line.startswith("# nemo-spec "))
    program, verb, recipe, *words = shlex.split(header.removeprefix("# "))
    assert (program, verb, recipe, "--offline" in words) == (
        "nemo-spec", "apply", f"specs/{name}.edit", True,
    )  # fmt: skip
    settings = tuple(word for before, word in pairwise(words) if before == "--set")
    clips = tuple(word for word in words if not word.startswith("--") and word not in settings)
    return Command(clips, settings)


@cache
def opened(name: str) -> Opened:
    """Open the recipe as `apply` does, with the clips and settings of its header."""
    command = command_of(name)
    clips = [str(ROOT / clip) for clip in command.clips]
    return open_recipe(path_of(name), clips, command.settings, measure_pauses=True)


def program_of(name: str) -> Program:
    program = opened(name).program
    assert program is not None
    return program


def preview(program: Program) -> Program:
    """The program with a single tiny export."""
    first = program.renders[0]
    export = first.export.model_copy(update={"size": "90p", "fps": 10, "quality": "low"})
    return replace(program, renders=[first._replace(export=export)], extracts=[])


@dataclass(frozen=True)
class Applied:
    """A finished run and its files, by index of the export statement."""

    runner: Runner
    files: Mapping[int, Delivered]

    @property
    def shortcomings(self) -> list[str]:
        """All findings that are not met, each with its line."""
        statements = self.runner.program.plan.statements
        found = [f for f in self.runner.findings if f.status != "met"]
        lines = [written(statements[f.owner]) if f.owner is not None else "" for f in found]
        return [f"{f.status}: {f.message} ({line})" for f, line in zip(found, lines, strict=True)]


def apply(program: Program, url: str, home: Path, folder: Path) -> Applied:
    """Run a program as `nemo-spec apply` does, exporting into a folder."""
    clock = Clock()
    outputs = {one.owner: folder / f"{one.owner}.{one.export.kind}" for one in program.exports}
    with connect(Settings(api_url=url, web_url=url), clock, home) as nemo:
        runner = Runner(nemo, program, outputs, clock, home, EMBEDDED)
        files = [event for event in runner.run() if isinstance(event, Delivered)]
    owners = {path: owner for owner, path in outputs.items()}
    return Applied(runner, {owners[file.path]: file for file in files})


@dataclass(frozen=True)
class Streams:
    """Decode a whole file: milliseconds of picture and of sound."""

    picture: int
    sound: int


def decoded(path: Path) -> Streams:
    return Streams(_decoded(path, "v"), _decoded(path, "a"))


def _decoded(path: Path, kind: str) -> int:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-i", str(path)]
    command += ["-map", f"0:{kind}", "-progress", "pipe:1", "-f", "null", "-"]
    report = subprocess.run(command, capture_output=True, text=True, check=True)
    assert report.stderr == ""
    return round(int(re.findall(r"out_time_us=(\d+)", report.stdout)[-1]) / 1000)
